// SPDX-License-Identifier: MIT
// Counts against counts. Expected numbers are those of tests/data/vectors.json (diff-*), in points.
#include "core/measures/compare_counts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/measures/answers.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::expect_vector;

constexpr IntervalChoice kUsual = {};

TEST(CompareCounts, IsTheDifferenceWithItsIntervalAndExactP) {
  struct Row {
    std::string id;
    GroupCounts first;
    GroupCounts second;
    bool significant;
  };
  const std::vector<Row> rows = {{"diff-20-30-50-vs-35-30-35", {20, 30, 50}, {35, 30, 35}, true},
                                 {"diff-2-3-10-vs-6-4-5", {2, 3, 10}, {6, 4, 5}, false},
                                 {"diff-0-2-8-vs-3-4-3", {0, 2, 8}, {3, 4, 3}, true},
                                 {"diff-0-3-27-vs-27-3-0", {0, 3, 27}, {27, 3, 0}, true},
                                 {"diff-9-32-93-vs-8-30-49", {9, 32, 93}, {8, 30, 49}, false}};
  for (const Row& row : rows) {
    const Answer answer(compare_counts(row.first, row.second, kUsual));
    expect_vector(answer, row.id, "delta", {{"", "difference.points"}}, 100);
    expect_vector(answer, row.id, "mover_score_95", {{"0", "difference.interval.low"}, {"1", "difference.interval.high"}}, 100);
    expect_vector(answer, row.id, "perm_exact_p", {{"", "difference.p"}}, 1);
    EXPECT_EQ(answer.text("difference.test"), "permutation");
    EXPECT_EQ(answer.flag("difference.significant"), row.significant) << row.id;
  }
}

TEST(CompareCounts, OfManyResponsesHasTheAdjustedWaldTest) {
  const Answer answer(compare_counts({150, 250, 600}, {180, 260, 560}, kUsual));
  EXPECT_EQ(answer.text("difference.test"), "adjusted-wald");
  expect_vector(answer, "diff-150-250-600-vs-180-260-560", "adjwald_3tri_per_group", {{"p", "difference.p"}}, 1);
  EXPECT_EQ(answer.flag("difference.significant"), true);
  const Answer stricter(compare_counts({150, 250, 600}, {180, 260, 560}, {IntervalMethod::kScore, Level::k99}));
  EXPECT_EQ(stricter.number("difference.interval.level"), 0.99);
  EXPECT_EQ(stricter.flag("difference.significant"), false);
}

TEST(CompareCounts, HasBothFigures) {
  const Answer answer(compare_counts({20, 30, 50}, {35, 30, 35}, {IntervalMethod::kWald, Level::k90}));
  EXPECT_EQ(answer.number("first.responses"), 100);
  EXPECT_EQ(answer.number("first.detractors"), 20);
  EXPECT_EQ(answer.number("first.nps"), 30);
  EXPECT_TRUE(answer.is_null("first.mean"));
  EXPECT_EQ(answer.text("first.interval.method"), "wald");
  expect_vector(answer, "counts-20-30-50", "wald90", {{"0", "first.interval.low"}, {"1", "first.interval.high"}}, 100);
  EXPECT_EQ(answer.number("second.nps"), 0);
  EXPECT_EQ(answer.text("difference.interval.method"), "mover");
}

TEST(CompareCounts, OfASideWithoutResponsesIsUnavailable) {
  const Answer answer(compare_counts({0, 0, 0}, {35, 30, 35}, kUsual));
  EXPECT_TRUE(answer.is_null("first"));
  EXPECT_EQ(answer.number("second.responses"), 100);
  EXPECT_EQ(answer.text("unavailable.code"), "no-responses");
  EXPECT_FALSE(answer.has("difference"));
}

TEST(CompareCounts, OfAnswersThatAreAllTheSameFindsNothing) {
  const Answer answer(compare_counts({0, 0, 9}, {0, 0, 1}, kUsual));
  EXPECT_EQ(answer.number("difference.points"), 0);
  EXPECT_EQ(answer.number("difference.p"), 1);
  EXPECT_LT(answer.number("difference.interval.low"), 0);
  EXPECT_EQ(answer.flag("difference.significant"), false);
}

TEST(CompareCounts, HoldsTheLargestCounts) {
  const Answer answer(compare_counts({kMostCounted, kMostCounted, kMostCounted}, {0, 0, kMostCounted}, kUsual));
  EXPECT_EQ(answer.number("first.nps"), 0);
  EXPECT_EQ(answer.number("second.nps"), 100);
  EXPECT_EQ(answer.number("difference.points"), -100);
}

TEST(CompareCounts, OneCountTooManyIsSaidAndTheFiguresStay) {
  const Answer answer(compare_counts({0, 0, kMostCounted + 1}, {1, 1, 1}, kUsual));
  EXPECT_EQ(answer.text("unavailable.code"), "too-many-responses");
  EXPECT_EQ(answer.number("second.responses"), 3);
}

}  // namespace
}  // namespace npscope
