// SPDX-License-Identifier: MIT
// Lines through buckets and trends by ranks against the vectors of R and worked by hand.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "core/stats/rank_trend.h"
#include "core/stats/trend_line.h"

namespace npscope {
namespace {

TEST(TrendLine, VectorWlsTrend) {
  const std::vector<double> nps = {0.31, 0.28, 0.35, 0.33, 0.3, 0.38, 0.41, 0.37, 0.44, 0.42, 0.47, 0.43};
  const std::vector<double> variance = {0.013878,
                                        0.0162285714285714,
                                        0.0106147540983607,
                                        0.01202,
                                        0.0139583333333333,
                                        0.00908,
                                        0.00942272727272728,
                                        0.0107305084745763,
                                        0.00830684931506849,
                                        0.007545,
                                        0.00765064935064935,
                                        0.00876956521739131};
  std::vector<LinePoint> points;
  points.reserve(nps.size());
  for (size_t i = 0; i < nps.size(); ++i) points.push_back({static_cast<double>(i + 1), nps[i], variance[i]});
  const auto line = trend_line(points, 0.95);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 0.0148473379371993, 1e-12);
  EXPECT_NEAR(line->value_at(0), 0.280510640934808, 1e-12);
  EXPECT_NEAR(line->known_error, 0.00861880054534066, 1e-12);
  EXPECT_NEAR(line->z, 1.72266870071913, 1e-12);
  EXPECT_NEAR(line->lack_of_fit->q, 0.788895046277335, 1e-12);
  EXPECT_EQ(line->lack_of_fit->degrees, 10U);
  // lm() takes the variances as known up to a factor.
  EXPECT_NEAR(line->known_error * std::sqrt(line->lack_of_fit->q / 10), 0.00242078625590534, 1e-12);
  // The points scatter less than their errors say, so nothing is widened.
  EXPECT_EQ(line->standard_error, line->known_error);
  EXPECT_NEAR(line->limits.low, 0.0148473379371993 - 1.959963984540054 * 0.00861880054534066, 1e-12);
}

// With 30 digits from the definition: shares with 3/4, 3/2, 3/4 added in the variances, none in the values.
TEST(TrendLine, OfBucketsSmoothsTheVariancesOnly) {
  const std::vector<Bucket> buckets = {{19000, {20, 30, 50}}, {19001, {25, 30, 45}}, {19002, {}}, {19003, {40, 30, 30}}};
  const auto line = trend_line(buckets, 0.95);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, -0.1353042180307506, 1e-14);
  EXPECT_NEAR(line->known_error, 0.036904499123591573, 1e-14);
  EXPECT_NEAR(line->lack_of_fit->q, 0.11405978935941463, 1e-12);
  EXPECT_NEAR(line->centre_at, 19001.2766955089277271, 1e-9);
  EXPECT_NEAR(line->centre_value, 0.14075311452406387, 1e-14);
  EXPECT_NEAR(line->p, 0.00024605256340693966, 1e-12);
  EXPECT_EQ(line->buckets, 3U);
}

// Values 0, 1, 0 at 0, 1, 2 with variance .01: slope 0, residuals -1/3, 2/3, -1/3, Q = 200/3 with one degree.
TEST(TrendLine, IsWidenedWherePointsScatterMoreThanChance) {
  const auto line = trend_line(std::array{LinePoint{0, 0, 0.01}, LinePoint{1, 1, 0.01}, LinePoint{2, 0, 0.01}}, 0.95);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 0, 1e-15);
  EXPECT_NEAR(line->lack_of_fit->q, 200.0 / 3, 1e-10);
  EXPECT_NEAR(line->known_error, std::sqrt(0.005), 1e-15);
  EXPECT_NEAR(line->standard_error, std::sqrt(0.005 * 200 / 3), 1e-12);
  EXPECT_LT(line->lack_of_fit->p, 1e-10);
}

TEST(TrendLine, GoesThroughTwoBuckets) {
  const auto line = trend_line(std::vector<Bucket>{{3, {1, 1, 2}}, {4, {}}, {5, {0, 0, 3}}}, 0.95);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 0.375, 1e-15);
  EXPECT_NEAR(line->value_at(3), 0.25, 1e-15);
  EXPECT_NEAR(line->value_at(5), 1, 1e-15);
  EXPECT_FALSE(line->lack_of_fit);
}

TEST(TrendLine, OfNoneOrOneBucketIsNothing) {
  EXPECT_EQ(trend_line(std::vector<Bucket>{}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(trend_line(std::vector<Bucket>{{1, {}}, {2, {}}}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(trend_line(std::vector<Bucket>{{1, {}}, {2, {3, 4, 5}}}, 0.95).error(), Unavailable::kTooFewBuckets);
}

TEST(TrendLine, OfBucketsThatAreAllPromotersIsFlat) {
  const auto line = trend_line(std::vector<Bucket>{{1, {0, 0, 1}}, {2, {0, 0, 900}}, {3, {0, 0, 3}}}, 0.95);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->slope, 0, 1e-15);
  EXPECT_NEAR(line->p, 1, 1e-12);
  EXPECT_GT(line->standard_error, 0);
}

// Where a line starts, which way time is counted and how it is scaled.
TEST(TrendLine, FollowsShiftedAndStretchedTime) {
  std::mt19937 random(81);
  for (int i = 0; i < 100; ++i) {
    std::vector<Bucket> buckets;
    std::vector<Bucket> moved;
    for (int64_t k = 0; k < 9; ++k) {
      const GroupCounts counts{random() % 9, random() % 9, random() % 9 + 1};
      buckets.push_back({k, counts});
      moved.push_back({20000 + 7 * k, counts});
    }
    const auto one = trend_line(buckets, 0.9);
    const auto two = trend_line(moved, 0.9);
    ASSERT_NEAR(one->slope, 7 * two->slope, 1e-14);
    ASSERT_NEAR(one->p, two->p, 1e-12);
    ASSERT_NEAR(one->lack_of_fit->p, two->lack_of_fit->p, 1e-12);
  }
}

const std::vector<double> kTwelveMonths = {31, 28, 35, 33, 30, 38, 41, 37, 44, 42, 47, 43};

std::vector<RankPoint> at_each_step(const std::vector<double>& values) {
  std::vector<RankPoint> points;
  points.reserve(values.size());
  for (size_t i = 0; i < values.size(); ++i) points.push_back({static_cast<double>(i), values[i]});
  return points;
}

TEST(RankTrend, VectorMk12months) {
  const auto found = rank_trend(at_each_step(kTwelveMonths), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->s, 46);
  EXPECT_NEAR(found->variance, 212.666666666667, 1e-9);
  EXPECT_NEAR(found->tau, 0.696969696969697, 1e-12);
  EXPECT_NEAR(found->z, 3.08576466595684, 1e-12);
  EXPECT_NEAR(found->p, 0.00203029443560941, 1e-12);
  EXPECT_NEAR(found->slope, 1.5, 1e-12);
  EXPECT_NEAR(found->limits->low, 0.888888888888889, 1e-12);
  EXPECT_NEAR(found->limits->high, 2.2, 1e-12);
}

// 1, 2, 2, 3: S = 5, variance (4x3x13 - 2x1x9)/18 = 138/18, tau = 5/sqrt(5x6), z = 4/sd; slopes 0, 1/2, 1/2, 2/3, 1, 1.
TEST(RankTrend, KnowsTies) {
  const auto found = rank_trend(at_each_step({1, 2, 2, 3}), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->s, 5);
  EXPECT_NEAR(found->variance, 138.0 / 18, 1e-14);
  EXPECT_NEAR(found->tau, 5 / std::sqrt(30.0), 1e-15);
  EXPECT_NEAR(found->z, 4 / std::sqrt(138.0 / 18), 1e-15);
  EXPECT_NEAR(found->slope, 7.0 / 12, 1e-15);
  EXPECT_FALSE(found->limits) << "six pairs are too few for 95 %";
}

TEST(RankTrend, OfBucketsTiesEqualRatiosAndPassesOverEmptyOnes) {
  const auto found = rank_trend(
      std::vector<Bucket>{{1, {1, 1, 2}}, {2, {}}, {3, {3, 0, 4}}, {5, {2, 2, 4}}, {6, {10, 2, 16}}, {9, {0, 0, 1}}}, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->buckets, 5U);
  // NPS 1/4, 1/7, 1/4, 3/14, 1: signs - 0 - + | + + + | - + | +.
  EXPECT_EQ(found->s, -1 + 0 - 1 + 1 + 1 + 1 + 1 - 1 + 1 + 1);
  EXPECT_NEAR(found->variance, (5.0 * 4 * 15 - 2 * 1 * 9) / 18, 1e-14);
}

TEST(RankTrend, OfTooFewTooManyOrEqualBucketsIsNothing) {
  EXPECT_EQ(rank_trend(std::vector<Bucket>{}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(rank_trend(std::vector<Bucket>{{1, {1, 2, 3}}, {2, {1, 2, 4}}}, 0.95).error(), Unavailable::kTooFewBuckets);
  EXPECT_EQ(rank_trend(at_each_step({4, 4, 4}), 0.95).error(), Unavailable::kNoVariance);
  EXPECT_EQ(rank_trend(at_each_step(std::vector<double>(kMostBuckets + 1, 1)), 0.95).error(), Unavailable::kTooManyBuckets);
}

TEST(RankTrend, TurnsItsSignWithTheValues) {
  std::mt19937 random(82);
  for (int i = 0; i < 100; ++i) {
    std::vector<double> values;
    std::vector<double> turned;
    for (int k = 0; k < 15; ++k) {
      values.push_back(static_cast<double>(random() % 6));
      turned.push_back(-values.back());
    }
    const auto one = rank_trend(at_each_step(values), 0.9);
    const auto two = rank_trend(at_each_step(turned), 0.9);
    if (!one) continue;
    ASSERT_EQ(one->s, -two->s);
    ASSERT_EQ(one->z, -two->z);
    ASSERT_EQ(one->p, two->p);
    ASSERT_EQ(one->slope, -two->slope);
    ASSERT_TRUE(one->limits->low <= one->slope && one->slope <= one->limits->high);
  }
}

}  // namespace
}  // namespace npscope
