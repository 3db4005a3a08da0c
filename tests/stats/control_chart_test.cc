// SPDX-License-Identifier: MIT
// Control charts against the vectors of R, and the two signals by hand.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "core/stats/control_chart.h"

namespace npscope {
namespace {

std::vector<RealCounts> twelve_periods() {
  const std::vector<double> p = {0.55, 0.52, 0.56, 0.55, 0.53, 0.58, 0.6, 0.57, 0.62, 0.6, 0.64, 0.61};
  const std::vector<double> d = {0.24, 0.24, 0.21, 0.22, 0.23, 0.2, 0.19, 0.2, 0.18, 0.18, 0.17, 0.18};
  const std::vector<double> n = {50, 42, 61, 55, 48, 70, 66, 59, 73, 80, 77, 69};
  std::vector<RealCounts> periods;
  periods.reserve(n.size());
  for (size_t i = 0; i < n.size(); ++i) periods.push_back(RealCounts{d[i], 1 - p[i] - d[i], p[i]}.times(n[i]));
  return periods;
}

const std::vector<double> kZ = {-0.659329541496933, -0.848255072008176,  -0.336227470542436, -0.505387207229049,
                                -0.732946525074071, -0.0452147393929541, 0.261928147934978,  -0.137896809304359,
                                0.597110069410355,  0.400610063127967,   0.943587441676478,  0.476285258059677};

TEST(ControlChart, VectorShewhartNps) {
  const std::vector<double> low = {0.0462056322523958, 0.0154081945842224, 0.0782043727822342, 0.0619399789674228,
                                   0.0392337434074421, 0.098559138903333,  0.0900274889315016, 0.0730594360997213,
                                   0.104492259642864,  0.117014329664649,  0.111857088974912,  0.0964959530652302};
  const std::vector<double> high = {0.722407701080938, 0.753205138749111, 0.690408960551099, 0.70667335436591,
                                    0.729379589925891, 0.67005419443,     0.678585844401832, 0.695553897233612,
                                    0.664121073690469, 0.651599003668684, 0.656756244358422, 0.672117380268103};
  const auto chart = control_chart(twelve_periods(), {0, 12}, LimitWidth::kThreeSigma);
  ASSERT_TRUE(chart);
  EXPECT_NEAR(chart->centre, 0.384306666666667, 1e-12);
  EXPECT_EQ(chart->widening, 1);
  ASSERT_EQ(chart->points.size(), 12U);
  for (size_t i = 0; i < 12; ++i) {
    EXPECT_NEAR(chart->points[i].limits.low, low[i], 1e-12);
    EXPECT_NEAR(chart->points[i].limits.high, high[i], 1e-12);
    EXPECT_NEAR(chart->points[i].z, kZ[i], 1e-12);
    EXPECT_FALSE(chart->points[i].beyond);
    EXPECT_FALSE(chart->points[i].run);
  }
}

TEST(ControlChart, VectorXLaneySigmaZ) {
  EXPECT_NEAR(*laney_factor(kZ), 0.3573628517020808, 1e-12);
  EXPECT_NEAR(*laney_factor(kZ) * 1.128, 0.4031052967199471, 1e-12);
  const auto plain = control_chart(twelve_periods(), {0, 12}, LimitWidth::kThreeSigma);
  const auto chart = control_chart(twelve_periods(), {0, 12}, LimitWidth::kLaney);
  ASSERT_TRUE(chart);
  EXPECT_NEAR(chart->widening, 0.3573628517020808, 1e-12);
  for (size_t i = 0; i < 12; ++i) {
    const double half = (plain->points[i].limits.high - plain->centre) * chart->widening;
    EXPECT_NEAR(chart->points[i].limits.high, chart->centre + half, 1e-12);
    EXPECT_EQ(chart->points[i].z, plain->points[i].z);
  }
}

/// NPS 0 or, every second time, 1/10, of 20 answers each.
std::vector<Bucket> calm_baseline() {
  std::vector<Bucket> buckets;
  buckets.reserve(8);
  for (int64_t i = 0; i < 8; ++i) buckets.push_back({i, i % 2 == 0 ? GroupCounts{5, 10, 5} : GroupCounts{4, 10, 6}});
  return buckets;
}

TEST(ControlChart, TellsWhatIsBeyondThreeSigmaOfTheBaseline) {
  std::vector<Bucket> buckets = calm_baseline();
  buckets.push_back({8, {}});
  buckets.push_back({9, {12, 7, 1}});
  buckets.push_back({10, {6, 9, 5}});
  buckets.push_back({11, {120, 70, 10}});
  const auto chart = control_chart(buckets, {0, 8}, LimitWidth::kThreeSigma);
  ASSERT_TRUE(chart);
  // 36 detractors, 80 passives and 44 promoters: .05, and 80/160 - .0025.
  EXPECT_NEAR(chart->centre, 0.05, 1e-15);
  EXPECT_NEAR(chart->deviation, std::sqrt(0.4975), 1e-15);
  ASSERT_EQ(chart->points.size(), 11U);
  EXPECT_EQ(chart->points[8].period, 9U);
  EXPECT_NEAR(chart->points[8].z, -0.6 / std::sqrt(0.4975 / 20), 1e-12);
  EXPECT_TRUE(chart->points[8].beyond);
  EXPECT_LT(chart->points[8].nps, chart->points[8].limits.low);
  EXPECT_FALSE(chart->points[9].beyond);
  EXPECT_TRUE(chart->points[10].beyond);
}

TEST(ControlChart, TellsEightInARowOnOneSide) {
  std::vector<Bucket> buckets = calm_baseline();
  for (int64_t i = 8; i < 17; ++i) buckets.push_back({i, {4, 10, 6}});
  buckets.push_back({17, {5, 10, 5}});
  const auto chart = control_chart(buckets, {0, 8}, LimitWidth::kThreeSigma);
  for (const ChartPoint& point : chart->points) {
    // Seven is above as well, so the eighth is 14.
    EXPECT_EQ(point.run, point.period >= 14 && point.period <= 16) << point.period;
    EXPECT_FALSE(point.beyond);
  }
}

TEST(ControlChart, HasLimitsWithinTheRange) {
  std::vector<Bucket> buckets = calm_baseline();
  buckets.push_back({8, {0, 0, 1}});
  const auto chart = control_chart(buckets, {0, 8}, LimitWidth::kThreeSigma);
  EXPECT_EQ(chart->points.back().limits.low, -1);
  EXPECT_EQ(chart->points.back().limits.high, 1);
  EXPECT_FALSE(chart->points.back().beyond);
}

TEST(ControlChart, NeedsABaseline) {
  std::vector<Bucket> buckets = calm_baseline();
  EXPECT_EQ(control_chart(buckets, {0, 7}, LimitWidth::kThreeSigma).error(), Unavailable::kTooFewBuckets);
  EXPECT_EQ(control_chart(buckets, {3, 3}, LimitWidth::kThreeSigma).error(), Unavailable::kNoResponses);
  EXPECT_EQ(control_chart(std::vector<Bucket>{}, {0, 0}, LimitWidth::kThreeSigma).error(), Unavailable::kNoResponses);
  buckets[2].counts = {};
  EXPECT_EQ(control_chart(buckets, {0, 8}, LimitWidth::kThreeSigma).error(), Unavailable::kTooFewBuckets);
}

TEST(ControlChart, NeedsABaselineThatVaries) {
  std::vector<Bucket> same;
  same.reserve(10);
  for (int64_t i = 0; i < 10; ++i) same.push_back({i, {0, 0, 20}});
  EXPECT_EQ(control_chart(same, {0, 10}, LimitWidth::kThreeSigma).error(), Unavailable::kNoVariance);
  for (Bucket& bucket : same) bucket.counts = {5, 5, 10};
  EXPECT_TRUE(control_chart(same, {0, 10}, LimitWidth::kThreeSigma));
  EXPECT_EQ(control_chart(same, {0, 10}, LimitWidth::kLaney).error(), Unavailable::kNoVariance);
  EXPECT_FALSE(laney_factor({}));
  EXPECT_FALSE(laney_factor(std::array{1.5}));
}

}  // namespace
}  // namespace npscope
