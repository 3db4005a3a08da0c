// SPDX-License-Identifier: MIT
// What each partial counts, by hand: groups of scores, the order of keys, the first examples of an issue, the balance of a ledger.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/partial/issue_counts.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/response_counts.h"

namespace npscope {
namespace {

TEST(ScoreCounts, CountsEachScoreOnce) {
  ScoreCounts scores;
  for (const unsigned score : {0U, 10U, 10U, 7U}) scores.add(score);
  EXPECT_EQ(scores.counts, (std::array<uint64_t, 11>{1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2}));
}

TEST(ScoreCounts, GroupsAreZeroToSixSevenAndEightNineAndTen) {
  for (unsigned score = 0; score <= 10; ++score) {
    ScoreCounts scores;
    scores.add(score);
    const GroupCounts groups = group_counts(scores);
    EXPECT_EQ(groups.detractors, score <= 6 ? 1U : 0U) << score;
    EXPECT_EQ(groups.passives, score == 7 || score == 8 ? 1U : 0U) << score;
    EXPECT_EQ(groups.promoters, score >= 9 ? 1U : 0U) << score;
    EXPECT_EQ(groups.responses(), 1U);
  }
  EXPECT_EQ(group_counts(ScoreCounts{}), GroupCounts{});
}

TEST(ScoreCountsDeathTest, AScoreAboveTenIsABug) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  ScoreCounts scores;
  EXPECT_DEATH(scores.add(11), "");
}

TEST(ResponseCounts, AResponseCountsOnceInItsGroupWithOrWithoutAScore) {
  ResponseCounts responses;
  for (const unsigned score : {0U, 10U, 7U}) responses.add(score);
  for (const unsigned group : {0U, 1U, 2U, 2U}) responses.add_group(group);
  EXPECT_EQ(group_counts(responses), (GroupCounts{2, 2, 3}));
  EXPECT_EQ(responses.groups_only, (GroupCounts{1, 1, 2}));
  EXPECT_EQ(group_counts(responses.scores), (GroupCounts{1, 1, 1}));
}

TEST(KeyedCounts, AreOrderedByBytesWithNoValueLast) {
  KeyedCounts keyed;
  for (const std::string value : {"b", "", "a", "Z", "é", "10", "9"}) keyed.add({true, value, {}});
  keyed.add({false, "", {}});
  keyed.add({true, "zz", {}});
  std::vector<std::string> order;
  order.reserve(keyed.entries.size());
  for (const KeyedCounts::Entry& entry : keyed.entries) order.push_back(entry.has_value ? entry.value : "(none)");
  EXPECT_EQ(order, (std::vector<std::string>{"", "10", "9", "Z", "a", "b", "zz", "é", "(none)"}));
}

TEST(KeyedCounts, EqualKeysAreAddedUp) {
  ResponseCounts nine;
  nine.add(9);
  KeyedCounts keyed;
  for (int i = 0; i < 3; ++i) keyed.add({true, "a", nine});
  for (int i = 0; i < 2; ++i) keyed.add({false, "", nine});
  ASSERT_EQ(keyed.entries.size(), 2U);
  EXPECT_EQ(keyed.entries[0].scores.scores.counts[9], 3U);
  EXPECT_EQ(keyed.entries[1].scores.scores.counts[9], 2U);
}

TEST(IssueCounts, KeepsTheFirstExamplesByPositionWhateverTheirOrder) {
  std::vector<IssuePlace> places;
  places.reserve(40);
  for (uint64_t record = 1; record <= 40; ++record) places.push_back({record, record * 2, static_cast<int32_t>(record % 3)});
  std::mt19937 random(55);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(places, random);
    IssueCounts issues;
    for (const IssuePlace& place : places) {
      if (issues.wants_example(Code::kInvalidText, place.record)) {
        issues.add(Code::kInvalidText, place);
      } else {
        issues.add(Code::kInvalidText, 1);
      }
    }
    const IssueCounts::Entry& entry = issues.entry(Code::kInvalidText);
    EXPECT_EQ(entry.count, 40U);
    ASSERT_EQ(entry.examples.size(), IssueCounts::kMostExamples);
    for (size_t i = 0; i < entry.examples.size(); ++i) EXPECT_EQ(entry.examples[i].record, i + 1);
    EXPECT_EQ(issues.entry(Code::kTooFewCells).count, 0U);
  }
}

TEST(IssueCounts, MergedKeepTheFirstExamplesOfBothAndNoMore) {
  IssueCounts odd;
  IssueCounts even;
  for (uint64_t record = 1; record <= 8; ++record)
    (record % 2 == 1 ? odd : even).add(Code::kInvalidText, IssuePlace{record, record, 0});
  odd.merge(even);
  const IssueCounts::Entry& entry = odd.entry(Code::kInvalidText);
  EXPECT_EQ(entry.count, 8U);
  ASSERT_EQ(entry.examples.size(), IssueCounts::kMostExamples);
  for (size_t i = 0; i < entry.examples.size(); ++i) EXPECT_EQ(entry.examples[i].record, i + 1);
}

TEST(Ledger, BalancesPerReason) {
  Ledger ledger;
  ledger.accepted = 100;
  ledger.reasons[static_cast<size_t>(Code::kScoreEmpty)] = 7;
  ledger.reasons[static_cast<size_t>(Code::kScoreMissingCode)] = 5;
  ledger.reasons[static_cast<size_t>(Code::kScoreSentinel)] = 3;
  ledger.reasons[static_cast<size_t>(Code::kTooManyCells)] = 2;
  ledger.reasons[static_cast<size_t>(Code::kExcludedTest)] = 9;
  ledger.reasons[static_cast<size_t>(Code::kExcludedEvent)] = 4;
  ledger.blank_lines = 50;
  EXPECT_EQ(ledger.unscored(), 12U);
  EXPECT_EQ(ledger.rejected(), 5U);
  EXPECT_EQ(ledger.excluded(), 13U);
  EXPECT_EQ(ledger.read(), 130U);
  EXPECT_EQ(Ledger{}.read(), 0U);
}

}  // namespace
}  // namespace npscope
