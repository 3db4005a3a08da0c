// SPDX-License-Identifier: MIT
// The summary of scores and of groups: absence is nothing, percentages are never rounded first, and only counts decide.
#include "core/stats/summary.h"

#include <gtest/gtest.h>

#include <random>

namespace npscope {
namespace {

TEST(Summarize, OfNothingIsNothing) {
  EXPECT_EQ(summarize(ScoreCounts{}, {}), std::nullopt);
  EXPECT_EQ(summarize(GroupCounts{}, {}), std::nullopt);
}

TEST(Summarize, TheCarpentriesOf2017) {
  // Computed by two independent implementations, tests/data/carpentries/expected.json.
  const ScoreCounts scores{{4, 0, 2, 3, 2, 28, 30, 59, 59, 67, 148}};
  const auto summary = summarize(scores, {});
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->groups, (GroupCounts{69, 118, 215}));
  EXPECT_NEAR(summary->nps, 36.318407960199, 1e-12);
  EXPECT_NEAR(*summary->mean, 8.23134328358209, 1e-13);
  EXPECT_EQ(summary->histogram, scores.counts);
  EXPECT_NEAR(summary->limits.low, 28.66216079204259, 1e-9);
  EXPECT_NEAR(summary->limits.high, 43.4599623333876, 1e-9);
}

TEST(Summarize, GroupsGiveNoMeanAndNoHistogram) {
  const auto summary = summarize(GroupCounts{20, 30, 50}, {IntervalMethod::kWald, Level::k90});
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->nps, 30);
  EXPECT_EQ(summary->mean, std::nullopt);
  EXPECT_EQ(summary->histogram, std::nullopt);
  EXPECT_EQ(summary->interval.method, IntervalMethod::kWald);
  EXPECT_EQ(summary->interval.level, Level::k90);
}

TEST(Summarize, ScoresAndGroupsTogetherGiveTheNpsOfAllAndNoMean) {
  ResponseCounts responses;
  for (const unsigned score : {9U, 10U, 3U}) responses.add(score);
  const auto scored = summarize(responses, {});
  ASSERT_TRUE(scored);
  EXPECT_DOUBLE_EQ(*scored->mean, 22.0 / 3);
  EXPECT_TRUE(scored->histogram);
  responses.add_group(1);
  const auto mixed = summarize(responses, {});
  ASSERT_TRUE(mixed);
  EXPECT_EQ(mixed->groups, (GroupCounts{1, 1, 2}));
  EXPECT_EQ(mixed->nps, 25);
  EXPECT_EQ(mixed->mean, std::nullopt);
  EXPECT_EQ(mixed->histogram, std::nullopt);
  EXPECT_EQ(summarize(ResponseCounts{}, {}), std::nullopt);
}

TEST(Summarize, SharesAreNotRoundedBeforeTheDifference) {
  const auto summary = summarize(GroupCounts{1, 0, 2}, {});
  ASSERT_TRUE(summary);
  EXPECT_DOUBLE_EQ(summary->nps, 100.0 / 3);
}

TEST(Summarize, OnlyTheGroupsDecideTheNpsAndItsInterval) {
  std::mt19937 random(62);
  for (int i = 0; i < 300; ++i) {
    ScoreCounts scores;
    for (size_t n = 1 + random() % 50; n > 0; --n) scores.add(random() % 11);
    const auto by_score = summarize(scores, {});
    const auto by_group = summarize(group_counts(scores), {});
    ASSERT_TRUE(by_score && by_group);
    EXPECT_EQ(by_score->nps, by_group->nps);
    EXPECT_EQ(by_score->limits.low, by_group->limits.low);
    EXPECT_EQ(by_score->limits.high, by_group->limits.high);
    EXPECT_GE(by_score->nps, -100);
    EXPECT_LE(by_score->nps, 100);
    EXPECT_GE(*by_score->mean, 0);
    EXPECT_LE(*by_score->mean, 10);
  }
}

}  // namespace
}  // namespace npscope
