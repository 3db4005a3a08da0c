// SPDX-License-Identifier: MIT
// Weighted NPS against the vectors of R's survey package, and what must hold for every weight.
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "core/stats/interval.h"
#include "core/stats/weighted_nps.h"
#include "tests/support/synth_drivers.h"

namespace npscope {
namespace {

WeightedCounts weighted(const std::vector<std::pair<unsigned, double>>& responses, double scale = 1) {
  WeightedCounts counts;
  for (const auto& [group, weight] : responses) counts.add(group, weight_of(weight * scale));
  return counts;
}

/// The scores 10, 7, 9, 0, 8, 10, 9, 6, 3, 10.
const std::vector<std::pair<unsigned, double>> kSmall = {{2, 1.2}, {1, 0.8}, {2, 1.5}, {0, 1.0}, {1, 1.1},
                                                         {2, 0.6}, {2, 2.0}, {0, 0.9}, {0, 1.3}, {2, 0.7}};

TEST(WeightedNps, VectorWeightedSmall) {
  const auto found = weighted_nps(weighted(kSmall), 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->estimate.nps, 0.2522522522522524, 1e-12);
  EXPECT_NEAR(found->kish_responses, 8.870410367170626, 1e-12);
  EXPECT_NEAR(found->kish_design_effect, 1.1273435597759922, 1e-12);
  EXPECT_NEAR(*found->estimate.standard_error, 0.30596952940112526, 1e-12);
  EXPECT_NEAR(found->kish_standard_error, 0.29370744290991435, 1e-12);
  EXPECT_NEAR(found->kish_limits.low, -0.3211152665030749, 1e-9);
  EXPECT_NEAR(found->kish_limits.high, 0.6840556449148065, 1e-9);
  EXPECT_FALSE(found->estimate.degrees);
}

TEST(WeightedNps, VectorSynthDriversWeighted) {
  WeightedCounts counts;
  for (const auto& row : testing_support::synth_drivers()) counts.add(row.group, weight_of(row.weight));
  const auto found = weighted_nps(counts, 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->estimate.nps, -0.0885084069450934, 1e-12);
  EXPECT_NEAR(*found->estimate.standard_error, 0.053373131424201, 1e-12);
  EXPECT_NEAR(found->kish_responses, 190.560561949932, 1e-9);
}

TEST(WeightedNps, DependsOnRatiosOfWeightsOnly) {
  const auto one = weighted_nps(weighted(kSmall), 0.95);
  const auto many = weighted_nps(weighted(kSmall, 1000), 0.95);
  EXPECT_NEAR(one->estimate.nps, many->estimate.nps, 1e-15);
  EXPECT_NEAR(*one->estimate.standard_error, *many->estimate.standard_error, 1e-15);
  EXPECT_NEAR(one->estimate.limits->low, many->estimate.limits->low, 1e-12);
}

TEST(WeightedNps, WithEqualWeightsIsTheUnweightedOne) {
  for (const GroupCounts& groups :
       {GroupCounts{20, 30, 50}, GroupCounts{1, 0, 1}, GroupCounts{0, 3, 40}, GroupCounts{0, 0, 7}}) {
    WeightedCounts counts;
    counts.add(0, *weight_of(2.5), groups.detractors);
    counts.add(1, *weight_of(2.5), groups.passives);
    counts.add(2, *weight_of(2.5), groups.promoters);
    const auto found = weighted_nps(counts, 0.95);
    const Limits plain = interval(groups, IntervalMethod::kScore, 0.95);
    EXPECT_NEAR(found->estimate.nps, nps_of(real_counts(groups)), 1e-15);
    EXPECT_NEAR(found->estimate.limits->low, plain.low, 1e-12);
    EXPECT_NEAR(found->estimate.limits->high, plain.high, 1e-12);
    EXPECT_NEAR(found->estimate.effective_responses, static_cast<double>(groups.responses()), 1e-9);
    if (found->estimate.design_effect) EXPECT_NEAR(*found->estimate.design_effect, 1, 1e-12);
    EXPECT_NEAR(found->kish_design_effect, 1, 1e-12);
  }
}

TEST(WeightedNps, OfNoneIsNothingAndOfRefusedOnesToo) {
  EXPECT_EQ(weighted_nps({}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(weighted_nps(weighted({{2, 0}, {1, -1}}), 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(weighted_nps(weighted({{2, 0}, {1, -1}, {2, 3}}), 0.95)->refused, 2U);
}

TEST(WeightedNps, OfOneResponseHasAnIntervalButNoError) {
  const auto found = weighted_nps(weighted({{2, 3.25}}), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->estimate.nps, 1);
  EXPECT_FALSE(found->estimate.standard_error);
  EXPECT_EQ(found->estimate.without_error, Unavailable::kOneResponse);
  EXPECT_FALSE(found->estimate.design_effect);
  const Limits plain = interval({0, 0, 1}, IntervalMethod::kScore, 0.95);
  EXPECT_NEAR(found->estimate.limits->low, plain.low, 1e-12);
}

TEST(WeightedNps, OfEqualAnswersHasAWidthFromTheWeights) {
  const auto found = weighted_nps(weighted({{2, 1}, {2, 1}, {2, 2}}), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(*found->estimate.standard_error, 0);
  EXPECT_FALSE(found->estimate.design_effect);
  // Kish: 16 / 6.
  EXPECT_NEAR(found->estimate.effective_responses, 16.0 / 6, 1e-12);
  EXPECT_EQ(found->estimate.limits->high, 1);
  EXPECT_LT(found->estimate.limits->low, 0.5);
}

TEST(WeightedNps, NeverLeavesItsRange) {
  std::mt19937 random(71);
  for (int i = 0; i < 400; ++i) {
    WeightedCounts counts;
    for (size_t k = random() % 6 + 1; k > 0; --k) {
      counts.add(random() % 3, random() % 2 == 0 ? Weight{1} : Weight{1 + random() % kLargestWeight});
    }
    const auto found = weighted_nps(counts, 0.9);
    ASSERT_TRUE(found);
    const DesignEstimate& one = found->estimate;
    ASSERT_TRUE(one.nps >= -1 && one.nps <= 1);
    ASSERT_TRUE(one.limits->low >= -1 && one.limits->low <= one.nps && one.nps <= one.limits->high && one.limits->high <= 1);
    ASSERT_TRUE(one.effective_responses > 0 && one.effective_responses <= static_cast<double>(one.responses));
    ASSERT_TRUE(found->kish_responses >= 1 && found->kish_responses <= static_cast<double>(one.responses));
    if (one.standard_error) ASSERT_TRUE(*one.standard_error >= 0 && *one.standard_error < 2);
  }
}

}  // namespace
}  // namespace npscope
