// SPDX-License-Identifier: MIT
// The laws of every partial: merging nothing changes nothing, and neither order nor grouping of merges shows.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/partial/cluster_counts.h"
#include "core/partial/issue_counts.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/pair_counts.h"
#include "core/partial/pattern_counts.h"
#include "core/partial/response_counts.h"
#include "core/partial/term_counts.h"
#include "core/partial/weighted_clusters.h"
#include "core/partial/weighted_counts.h"

namespace npscope {
namespace {

/// A partial with something in it, never the same twice; small numbers, so that keys and places collide.
template <class Partial>
Partial random_partial(std::mt19937& random);

template <>
ScoreCounts random_partial(std::mt19937& random) {
  ScoreCounts scores;
  for (size_t i = random() % 20; i > 0; --i) scores.add(random() % 11);
  return scores;
}

template <>
GroupCounts random_partial(std::mt19937& random) {
  return {random() % 20, random() % 20, random() % 20};
}

template <>
ResponseCounts random_partial(std::mt19937& random) {
  ResponseCounts responses;
  responses.scores = random_partial<ScoreCounts>(random);
  for (size_t i = random() % 9; i > 0; --i) responses.add_group(random() % 3);
  return responses;
}

template <>
PairCounts random_partial(std::mt19937& random) {
  PairCounts pairs;
  for (size_t i = random() % 20; i > 0; --i) pairs.add(random() % 11, random() % 11);
  return pairs;
}

template <>
GroupPairCounts random_partial(std::mt19937& random) {
  return group_pairs(random_partial<PairCounts>(random));
}

template <>
KeyedCounts random_partial(std::mt19937& random) {
  KeyedCounts keyed;
  const std::vector<std::string> values = {"", "a", "b", "B", "é", "推荐", "ab", "2024-05"};
  for (size_t i = random() % 12; i > 0; --i) {
    const bool has_value = random() % 5 != 0;
    keyed.add({has_value, has_value ? values[random() % values.size()] : "", random_partial<ResponseCounts>(random)});
  }
  return keyed;
}

template <>
IssueCounts random_partial(std::mt19937& random) {
  IssueCounts issues;
  constexpr Code kCodes[] = {Code::kScoreEmpty, Code::kTooFewCells, Code::kInvalidText};
  for (size_t i = random() % 25; i > 0; --i) {
    const Code code = kCodes[random() % 3];
    if (random() % 6 == 0) {
      issues.add(code, uint64_t{random() % 1000});
    } else {
      issues.add(code, IssuePlace{1 + random() % 15, 1 + random() % 30, static_cast<int32_t>(random() % 4) - 1});
    }
  }
  return issues;
}

template <>
Ledger random_partial(std::mt19937& random) {
  Ledger ledger;
  ledger.accepted = random() % 100;
  ledger.blank_lines = random() % 10;
  for (const Code code :
       {Code::kScoreEmpty, Code::kScoreMissingCode, Code::kScoreNotANumber, Code::kTooManyCells, Code::kExcludedTest})
    ledger.reasons[static_cast<size_t>(code)] = random() % 50;
  return ledger;
}

template <>
UnitMeans random_partial(std::mt19937& random) {
  UnitMeans means;
  for (size_t i = random() % 12; i > 0; --i) {
    const auto answers = static_cast<uint32_t>(1 + random() % 4);
    means.add(answers, static_cast<int64_t>(random() % (2 * answers + 1)) - static_cast<int64_t>(answers));
  }
  return means;
}

template <>
ClusterCounts random_partial(std::mt19937& random) {
  ClusterCounts clusters;
  for (size_t i = random() % 20; i > 0; --i) clusters.add(random() % 6, random() % 3);
  for (size_t i = random() % 3; i > 0; --i) clusters.add_alone(random() % 3);
  return clusters;
}

template <>
ClusterShapes random_partial(std::mt19937& random) {
  return all_shapes(random_partial<ClusterCounts>(random));
}

std::expected<Weight, WeightFault> random_weight(std::mt19937& random) {
  if (random() % 7 == 0) return std::unexpected(static_cast<WeightFault>(random() % kWeightFaults));
  return Weight{random() % 3 == 0 ? kLargestWeight - random() % 3 : 1 + random() % 3000000};
}

template <>
WeightedCounts random_partial(std::mt19937& random) {
  WeightedCounts counts;
  for (size_t i = random() % 20; i > 0; --i) counts.add(random() % 3, random_weight(random));
  return counts;
}

template <>
WeightedClusters random_partial(std::mt19937& random) {
  WeightedClusters clusters;
  for (size_t i = random() % 20; i > 0; --i) clusters.add(random() % 6, random() % 3, random_weight(random));
  for (size_t i = random() % 3; i > 0; --i) clusters.add_alone(random() % 3, random_weight(random));
  return clusters;
}

template <>
PatternCounts random_partial(std::mt19937& random) {
  std::vector<PatternCounts::Entry> entries(random() % 12);
  for (PatternCounts::Entry& entry : entries) {
    entry.account = random() % 4;
    entry.count = 1 + random() % 2;
    entry.pattern.set_answer(8 + random() % 3);
    entry.pattern.set_value(14, random() % 2);
  }
  return pattern_counts(std::move(entries));
}

template <>
TermCounts random_partial(std::mt19937& random) {
  TermCounts terms;
  for (size_t i = random() % 6; i > 0; --i) {
    std::vector<TermUse> comment;
    for (uint32_t term = random() % 4; term < 12; term += 1 + random() % 6)
      comment.push_back({term, 1 + static_cast<uint32_t>(random() % 3)});
    terms.add(comment, {random() % 4, random() % 3});
  }
  return terms;
}

template <class Partial>
Partial merged(Partial a, const Partial& b) {
  a.merge(b);
  return a;
}

template <class Partial>
class PartialLaws : public testing::Test {};

using Partials =
    testing::Types<ScoreCounts, GroupCounts, ResponseCounts, UnitMeans, PairCounts, GroupPairCounts, KeyedCounts, IssueCounts,
                   Ledger, PatternCounts, ClusterCounts, ClusterShapes, WeightedCounts, WeightedClusters, TermCounts>;
TYPED_TEST_SUITE(PartialLaws, Partials);

TYPED_TEST(PartialLaws, NothingMergedChangesNothing) {
  std::mt19937 random(51);
  for (int i = 0; i < 300; ++i) {
    const TypeParam a = random_partial<TypeParam>(random);
    ASSERT_TRUE(merged(a, TypeParam{}) == a);
    ASSERT_TRUE(merged(TypeParam{}, a) == a);
  }
}

TYPED_TEST(PartialLaws, TheOrderOfTwoDoesNotShow) {
  std::mt19937 random(52);
  for (int i = 0; i < 300; ++i) {
    const TypeParam a = random_partial<TypeParam>(random);
    const TypeParam b = random_partial<TypeParam>(random);
    ASSERT_TRUE(merged(a, b) == merged(b, a));
  }
}

TYPED_TEST(PartialLaws, TheGroupingOfThreeDoesNotShow) {
  std::mt19937 random(53);
  for (int i = 0; i < 300; ++i) {
    const TypeParam a = random_partial<TypeParam>(random);
    const TypeParam b = random_partial<TypeParam>(random);
    const TypeParam c = random_partial<TypeParam>(random);
    ASSERT_TRUE(merged(merged(a, b), c) == merged(a, merged(b, c)));
  }
}

TYPED_TEST(PartialLaws, SomethingMergedShows) {
  std::mt19937 random(54);
  for (int i = 0; i < 50; ++i) {
    const TypeParam a = random_partial<TypeParam>(random);
    const TypeParam b = random_partial<TypeParam>(random);
    if (!(b == TypeParam{})) ASSERT_FALSE(merged(a, b) == a);
  }
}

}  // namespace
}  // namespace npscope
