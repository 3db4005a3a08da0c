// SPDX-License-Identifier: MIT
// Gathering: from responses to partials. Small tables are counted by hand, large ones by the partials' own functions that add one response
// at a time, and every count is the same however the responses are cut.
#include "core/query/gather.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestFrame;
using testing_support::TestParts;

TestParts small_table() {
  TestParts parts = PartBuilder()
                        .scores({10, 9, 8, 3, 0, 10})
                        .not_counted(5)
                        .column("Region", {"N", "N", "S", "S", "", "N"})
                        .column("Weight", {"2", "0.5", "x", "-1", "2", "9"}, Role::kWeight)
                        .accounts({"A", "B", "A", "", "A", "A"})
                        .respondents({"p", "q", "p", "r", "", "q"})
                        .days({"2025-01-01", "2025-01-02", "2025-02-01", "2025-02-02", "2025-02-03", "2025-01-01"})
                        .build();
  parts.join(PartBuilder().groups({2, 1}).column("Region", {"S", "N"}).accounts({"B", "C"}).file("b.csv", 1).build());
  return parts;
}

/// 2,000 responses with everything, after a seed.
TestParts large_table() {
  std::mt19937 random(11);
  std::vector<int> scores;
  PartBuilder::Texts regions;
  PartBuilder::Texts weights;
  PartBuilder::Texts accounts;
  PartBuilder::Texts people;
  PartBuilder::Texts days;
  for (size_t i = 0; i < 2000; ++i) {
    scores.push_back(static_cast<int>(random() % 11));
    regions.push_back(random() % 9 == 0 ? "" : std::string(1, static_cast<char>('A' + random() % 6)));
    weights.push_back(random() % 20 == 0 ? "none" : std::to_string(random() % 40) + ".25");
    accounts.push_back(random() % 15 == 0 ? "" : "account " + std::to_string(random() % 70));
    people.push_back(random() % 12 == 0 ? "" : "person " + std::to_string(random() % 900));
    days.push_back(random() % 30 == 0 ? ""
                                      : "2025-0" + std::to_string(1 + random() % 6) + "-1" + std::to_string(random() % 10));
  }
  return PartBuilder()
      .scores(scores)
      .column("Region", regions)
      .column("Weight", weights, Role::kWeight)
      .accounts(accounts)
      .respondents(people)
      .days(days)
      .build();
}

TEST(GatherScores, ByCellAndTogether) {
  const TestParts parts = small_table();
  const TestFrame asked(parts, R"({"groupBy":["Region"]})");
  const std::vector<ResponseCounts> counts = gather_scores(parts.span(), asked.selected(), asked.cells());
  ASSERT_EQ(counts.size(), 3U);
  EXPECT_EQ(group_counts(counts[0]), (GroupCounts{0, 1, 2})) << "N: 10, 9 and a passive; 10 at the end does not count";
  EXPECT_EQ(group_counts(counts[1]), (GroupCounts{1, 1, 1})) << "S: 8, 3 and a promoter";
  EXPECT_EQ(group_counts(counts[2]), (GroupCounts{1, 0, 0})) << "none: 0";
  EXPECT_EQ(counts[0].scores.counts[10], 1U);
  EXPECT_EQ(counts[0].groups_only, (GroupCounts{0, 1, 0}));
  EXPECT_EQ(group_counts(gather_scores(parts.span(), asked.selected())), (GroupCounts{2, 2, 3}));
}

TEST(GatherScores, ARowStandsForManyResponses) {
  const TestParts parts = PartBuilder().scores({10, 3, 10}).times({4, 0, 2}).column("R", {"a", "a", "b"}).build();
  const TestFrame asked(parts, R"({"groupBy":["R"]})");
  const std::vector<ResponseCounts> counts = gather_scores(parts.span(), asked.selected(), asked.cells());
  EXPECT_EQ(group_counts(counts[0]), (GroupCounts{0, 0, 4}));
  EXPECT_EQ(group_counts(counts[1]), (GroupCounts{0, 0, 2}));
}

TEST(GatherClusters, AreThoseOfOneResponseAtATime) {
  const TestParts parts = large_table();
  const TestFrame asked(parts, R"({"filter":[{"score":{"from":1}}],"groupBy":["Region"]})");
  for (const ClusterBy by : {ClusterBy::kAccount, ClusterBy::kRespondent}) {
    std::vector<ClusterCounts> expected(asked.cells().count);
    for (size_t i = 0; i < parts[0].size(); ++i) {
      if (parts[0].answers[i] == 0) continue;
      const uint64_t key = by == ClusterBy::kAccount ? parts[0].accounts[i] : parts[0].respondents[i];
      ClusterCounts& cell = expected[asked.cells().cell(0, i)];
      if (key == 0) {
        cell.add_alone(parts[0].group_of(i));
      } else {
        cell.add(key, parts[0].group_of(i));
      }
    }
    EXPECT_EQ(gather_clusters(parts.span(), asked.selected(), asked.cells(), by), expected);
  }
}

TEST(GatherClusters, AnAccountOfTwoFilesIsOne) {
  const TestParts parts = small_table();
  const TestFrame asked(parts, "{}");
  const std::vector<ClusterCounts> counts = gather_clusters(parts.span(), asked.selected(), asked.cells(), ClusterBy::kAccount);
  ASSERT_EQ(counts.size(), 1U);
  ASSERT_EQ(counts[0].entries.size(), 3U);
  EXPECT_EQ(counts[0].alone, (GroupCounts{1, 0, 0}));
  for (const ClusterCounts::Entry& entry : counts[0].entries) {
    if (entry.key == text_hash("A")) EXPECT_EQ(entry.groups, (GroupCounts{1, 1, 1}));
    if (entry.key == text_hash("B")) EXPECT_EQ(entry.groups, (GroupCounts{0, 0, 2}));
    if (entry.key == text_hash("C")) EXPECT_EQ(entry.groups, (GroupCounts{0, 1, 0}));
  }
  const std::vector<ClusterCounts> people =
      gather_clusters(parts.span(), asked.selected(), asked.cells(), ClusterBy::kRespondent);
  EXPECT_EQ(people[0].alone, (GroupCounts{1, 1, 1})) << "a file without respondents has none with a key";
}

TEST(GatherWeights, RefuseWhatIsNoWeight) {
  const TestParts parts = small_table();
  const TestFrame asked(parts, "{}");
  const WeightedCounts counts = gather_weights(parts.span(), asked.selected(), asked.cells(), {"Weight"}).at(0);
  EXPECT_EQ(counts.responses(), (GroupCounts{1, 0, 2}));
  EXPECT_EQ(counts.groups[2].weights, Uint128{2500000});
  EXPECT_EQ(counts.groups[0].squares, Uint128{2000000} * 2000000);
  EXPECT_EQ(counts.refused, (std::array<uint64_t, 3>{1, 3, 0})) << "-1; x and two without the column";
}

TEST(GatherWeights, OfClustersAreThoseOfOneResponseAtATime) {
  const TestParts parts = large_table();
  const TestFrame asked(parts, R"({"filter":[{"column":"Region","missing":true,"not":true}]})");
  const CodeColumn& column = *codes_of(parts[0], {"", Role::kWeight});
  const std::vector<double> numbers = numbers_of(column);
  WeightedClusters expected;
  for (size_t i = 0; i < parts[0].size(); ++i) {
    if (asked.selected()[0][i] == 0) continue;
    const auto weight = weight_of(numbers[column.codes[i]]);
    if (parts[0].accounts[i] == 0) {
      expected.add_alone(parts[0].group_of(i), weight);
    } else {
      expected.add(parts[0].accounts[i], parts[0].group_of(i), weight);
    }
  }
  EXPECT_GT(expected.alone.all_refused(), 0U);
  EXPECT_EQ(gather_weighted_clusters(parts.span(), asked.selected(), {"", Role::kWeight}, ClusterBy::kAccount), expected);
}

TEST(GatherPairs, CountRespondentsOfBothSetsOnce) {
  const TestParts parts = PartBuilder()
                              .scores({10, 3, 8, 9, 2, 7, 10, 0, 5})
                              .respondents({"p", "p", "q", "r", "s", "s", "s", "", "t"})
                              .days({"2025-01-01", "2025-02-01", "2025-01-01", "2025-02-01", "2025-01-01", "2025-01-05",
                                     "2025-02-02", "2025-01-01", "2025-02-01"})
                              .build();
  const TestFrame asked(
      parts, R"({"filter":[{"role":"date","to":"2025-01-31"}],"with":{"filter":[{"role":"date","from":"2025-02-01"}]}})");
  const GatheredPairs pairs = gather_pairs(parts.span(), asked.selected(), asked.others());
  GroupPairCounts expected;
  expected.add(2, 0);  // p: promoter, then detractor
  expected.add(1, 2);  // s: the later answer of January, passive; then promoter
  EXPECT_EQ(pairs.pairs, expected);
  EXPECT_EQ(pairs.only_first, 1U) << "q";
  EXPECT_EQ(pairs.only_second, 2U) << "r, t";
  EXPECT_EQ(pairs.without_key, 1U);
  EXPECT_EQ(pairs.in_both, 0U);
}

TEST(GatherPairs, OfOneDayTakeTheLowerGroup) {
  for (const auto& scores : {std::vector<int>{10, 2, 7}, std::vector<int>{2, 10, 7}}) {
    const TestParts parts =
        PartBuilder().scores(scores).respondents({"p", "p", "p"}).days({"2025-01-01", "2025-01-01", "2025-02-01"}).build();
    const TestFrame asked(parts, R"({"filter":[{"role":"date","to":"2025-01-31"}]})");
    GroupPairCounts expected;
    expected.add(0, 1);
    EXPECT_EQ(gather_pairs(parts.span(), asked.selected(), asked.others()).pairs, expected);
  }
}

TEST(GatherPairs, LeaveOutWhatIsInBothSets) {
  const TestParts parts = PartBuilder().scores({10, 2, 9}).respondents({"p", "p", "q"}).build();
  const TestFrame asked(parts, R"({"filter":[],"with":{"filter":[{"group":["promoter"]}]}})");
  const GatheredPairs pairs = gather_pairs(parts.span(), asked.selected(), asked.others());
  EXPECT_EQ(pairs.in_both, 2U);
  EXPECT_EQ(pairs.pairs, GroupPairCounts());
  EXPECT_EQ(pairs.only_first, 1U);
}

TEST(Gather, IsTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = large_table();
  constexpr std::string_view kQuery =
      R"({"filter":[{"role":"date","from":"2025-01-01","to":"2025-03-31"}],"groupBy":["Region",{"time":"month"}]})";
  const TestFrame whole(parts, kQuery);
  const ColumnRef weight{"Weight"};
  for (const size_t n : {1U, 2U, 5U}) {
    const TestParts pieces = cut(parts, n);
    const TestFrame asked(pieces, kQuery);
    EXPECT_EQ(gather_scores(pieces.span(), asked.selected()), gather_scores(parts.span(), whole.selected()));
    for (const ClusterBy by : {ClusterBy::kAccount, ClusterBy::kRespondent}) {
      EXPECT_EQ(gather_clusters(pieces.span(), asked.selected(), asked.cells(), by),
                gather_clusters(parts.span(), whole.selected(), whole.cells(), by));
      EXPECT_EQ(gather_weighted_clusters(pieces.span(), asked.selected(), weight, by),
                gather_weighted_clusters(parts.span(), whole.selected(), weight, by));
    }
    EXPECT_EQ(gather_weights(pieces.span(), asked.selected(), asked.cells(), weight),
              gather_weights(parts.span(), whole.selected(), whole.cells(), weight));
    const GatheredPairs a = gather_pairs(pieces.span(), asked.selected(), asked.others());
    const GatheredPairs b = gather_pairs(parts.span(), whole.selected(), whole.others());
    EXPECT_EQ(a.pairs, b.pairs);
    EXPECT_EQ(a.only_first, b.only_first);
    EXPECT_EQ(a.only_second, b.only_second);
    EXPECT_EQ(a.without_key, b.without_key);
    EXPECT_GT(b.only_first, 0U);
  }
}

}  // namespace
}  // namespace npscope
