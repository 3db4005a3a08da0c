// SPDX-License-Identifier: MIT
// CleaningCounts: sums and the first examples, whatever is merged with what in which order.
#include "core/partial/cleaning_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "core/survey/rules.h"

namespace npscope {
namespace {

static_assert(kCleaningCounts == kCleaningRuleCount);

CleaningCounts counts_of(size_t rule, const std::vector<IssuePlace>& places, unsigned score) {
  CleaningCounts counts;
  for (const IssuePlace& place : places) {
    ++counts.rules[rule].cells;
    if (counts.wants_example(rule)) counts.rules[rule].examples.push_back(place);
    counts.rules[rule].scores.add(score);
  }
  return counts;
}

TEST(CleaningCounts, CellsAndScoresAddUpByRule) {
  CleaningCounts counts = counts_of(2, {{1, 1, 0}, {2, 2, 0}}, 9);
  counts.merge(counts_of(2, {{3, 3, 0}}, 9));
  counts.merge(counts_of(5, {{4, 4, 1}}, 3));
  EXPECT_EQ(counts.rules[2].cells, 3U);
  EXPECT_EQ(group_counts(counts.rules[2].scores).promoters, 3U);
  EXPECT_EQ(counts.rules[5].cells, 1U);
  EXPECT_EQ(group_counts(counts.rules[5].scores).detractors, 1U);
  EXPECT_EQ(counts.rules[0], CleaningCounts::Entry{});
}

TEST(CleaningCounts, TheFirstThreePlacesStay) {
  CleaningCounts counts = counts_of(0, {{5, 5, 1}, {7, 7, 0}, {9, 9, 0}, {11, 11, 0}}, 0);
  EXPECT_EQ(counts.rules[0].examples.size(), CleaningCounts::kMostExamples);
  counts.merge(counts_of(0, {{5, 5, 0}, {8, 8, 0}}, 0));
  const std::vector<IssuePlace> expected = {{5, 5, 0}, {5, 5, 1}, {7, 7, 0}};
  EXPECT_EQ(counts.rules[0].examples, expected);
  EXPECT_EQ(counts.rules[0].cells, 6U);
}

TEST(CleaningCounts, NoOrderOfMergingShows) {
  std::mt19937 random(7);
  for (int run = 0; run < 200; ++run) {
    std::vector<CleaningCounts> parts;
    for (uint64_t record = 1; record < 12; ++record) {
      parts.push_back(counts_of(random() % kCleaningCounts, {{record, record, 0}}, random() % 11));
    }
    CleaningCounts forward;
    for (const CleaningCounts& part : parts) forward.merge(part);
    std::shuffle(parts.begin(), parts.end(), random);
    CleaningCounts first;
    CleaningCounts second;
    for (size_t i = 0; i < parts.size(); ++i) (i < 5 ? first : second).merge(parts[i]);
    second.merge(first);
    ASSERT_EQ(second, forward);
    second.merge(CleaningCounts());
    ASSERT_EQ(second, forward);
  }
}

}  // namespace
}  // namespace npscope
