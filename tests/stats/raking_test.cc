// SPDX-License-Identifier: MIT
// Post-stratification and raking against R's survey package, against values worked out with 40 digits from the rows, and by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "core/stats/raking.h"
#include "tests/support/synth_drivers.h"

namespace npscope {
namespace {

TEST(PostStratify, VectorSynthDriversPoststrat) {
  std::vector<GroupCounts> strata(3);
  for (const auto& row : testing_support::synth_drivers()) {
    GroupCounts& stratum = strata[row.region == "CN" ? 0 : row.region == "DACH" ? 1 : 2];
    ++(row.group == 0 ? stratum.detractors : row.group == 1 ? stratum.passives : stratum.promoters);
  }
  const auto found = post_stratify(strata, std::vector{500.0, 300.0, 200.0}, 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->estimate.nps, -0.069026350941105, 1e-12);
  EXPECT_NEAR(*found->estimate.standard_error, 0.0515693724895757, 1e-12);
  // 240 x .5 / 61 and so on.
  EXPECT_NEAR(found->weights[0], 120.0 / 61, 1e-12);
  EXPECT_NEAR(found->weights[1], 72.0 / 125, 1e-12);
  EXPECT_NEAR(found->weights[2], 48.0 / 54, 1e-12);
  EXPECT_EQ(found->passes, 1);
}

/// Cells of synth_drivers.csv by region and by price up to 5 or more.
const std::vector<RakingCell> kRegionsByPrice = {{{13, 17, 7}, {0, 0}},  {{1, 17, 6}, {0, 1}}, {{30, 29, 10}, {1, 0}},
                                                 {{13, 23, 20}, {1, 1}}, {{15, 8, 6}, {2, 0}}, {{5, 14, 6}, {2, 1}}};
const std::vector<std::vector<double>> kRegionAndPriceTargets = {{500, 300, 200}, {0.6, 0.4}};

// Weights by 300 passes from the rows, the error by least squares of the rows on both margins.
TEST(Rake, RegionAndPriceOfSynthDriversAsFromTheRows) {
  std::vector<GroupCounts> counts(6);
  for (const auto& row : testing_support::synth_drivers()) {
    const size_t region = row.region == "CN" ? 0 : row.region == "DACH" ? 1 : 2;
    GroupCounts& cell = counts[2 * region + (row.price <= 5 ? 0 : 1)];
    ++(row.group == 0 ? cell.detractors : row.group == 1 ? cell.passives : cell.promoters);
  }
  for (size_t i = 0; i < 6; ++i) ASSERT_TRUE(counts[i] == kRegionsByPrice[i].counts);
  const auto found = rake(kRegionsByPrice, kRegionAndPriceTargets, 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->estimate.nps, -0.078035776315701632, 1e-10);
  EXPECT_NEAR(*found->estimate.standard_error, 0.050315093926447274, 1e-10);
  EXPECT_NEAR(found->kish_responses, 179.47502830259136, 1e-7);
  const std::vector<double> weights = {2.0424442496887982,  1.8512317817297694,  0.60121589964180239,
                                       0.54493040936992205, 0.92916088573207245, 0.84217337255079596};
  for (size_t i = 0; i < 6; ++i) EXPECT_NEAR(found->weights[i], weights[i], 1e-9) << i;
  EXPECT_NEAR(found->largest_weight, weights[0], 1e-9);
  EXPECT_NEAR(found->least_weight, weights[3], 1e-9);
}

TEST(Rake, ReachesItsTargetsAndKeepsOddsRatios) {
  std::mt19937 random(74);
  for (int i = 0; i < 100; ++i) {
    std::vector<RakingCell> cells;
    for (size_t a = 0; a < 3; ++a) {
      for (size_t b = 0; b < 4; ++b) cells.push_back({{random() % 20 + 1, random() % 20, random() % 20}, {a, b}});
    }
    std::vector<std::vector<double>> targets(2);
    for (int k = 0; k < 3; ++k) targets[0].push_back(static_cast<double>(random() % 50 + 1));
    for (int k = 0; k < 4; ++k) targets[1].push_back(static_cast<double>(random() % 50 + 1) / 100);
    const auto found = rake(cells, targets, 0.95);
    if (!found) {
      // A margin of one response is refused.
      ASSERT_EQ(found.error().reason, Unavailable::kOneResponse);
      continue;
    }
    double total = 0;
    for (size_t c = 0; c < cells.size(); ++c) total += found->weights[c] * static_cast<double>(cells[c].counts.responses());
    for (size_t margin = 0; margin < 2; ++margin) {
      double all = 0;
      for (const double target : targets[margin]) all += target;
      for (size_t stratum = 0; stratum < targets[margin].size(); ++stratum) {
        double sum = 0;
        for (size_t c = 0; c < cells.size(); ++c) {
          if (cells[c].strata[margin] == stratum) sum += found->weights[c] * static_cast<double>(cells[c].counts.responses());
        }
        ASSERT_NEAR(sum / total, targets[margin][stratum] / all, 1e-9);
      }
    }
    // Weights are a factor of the row times a factor of the column.
    ASSERT_NEAR(found->weights[0] * found->weights[5] / found->weights[1] / found->weights[4], 1, 1e-9);
  }
}

TEST(Rake, ToTheSharesThatAreThereChangesNothing) {
  const std::vector<RakingCell> cells = {{{20, 30, 50}, {0, 0}}, {{10, 10, 30}, {1, 0}}, {{5, 20, 25}, {1, 1}}};
  const auto found = rake(cells, std::vector<std::vector<double>>{{100, 100}, {150, 50}}, 0.95);
  ASSERT_TRUE(found);
  for (const double weight : found->weights) EXPECT_NEAR(weight, 1, 1e-10);
  EXPECT_NEAR(found->estimate.nps, 70.0 / 200, 1e-10);
  EXPECT_NEAR(found->kish_responses, 200, 1e-6);
}

RakingFault fault_of(const std::vector<RakingCell>& cells, const std::vector<std::vector<double>>& targets) {
  const auto found = rake(cells, targets, 0.95);
  return found ? RakingFault{Unavailable::kTooFewBuckets} : found.error();
}

TEST(Rake, RefusesAnEmptyStratumWithItsPlace) {
  const RakingFault fault = fault_of({{{5, 5, 5}, {0, 0}}, {{5, 5, 5}, {1, 0}}}, {{1, 1}, {1, 1}});
  EXPECT_EQ(fault.reason, Unavailable::kEmptyStratum);
  EXPECT_EQ(fault.margin, 1U);
  EXPECT_EQ(fault.stratum, 1U);
}

TEST(Rake, RefusesAStratumOfOneResponse) {
  const RakingFault fault = fault_of({{{5, 5, 5}, {0}}, {{5, 5, 5}, {1}}, {{0, 1, 0}, {2}}}, {{1, 1, 1}});
  EXPECT_EQ(fault.reason, Unavailable::kOneResponse);
  EXPECT_EQ(fault.stratum, 2U);
}

TEST(Rake, RefusesTargetsThatAreNotAboveZero) {
  for (const double target : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    const RakingFault fault = fault_of({{{5, 5, 5}, {0}}, {{5, 5, 5}, {1}}}, {{1, target}});
    EXPECT_EQ(fault.reason, Unavailable::kTargetNotPositive);
    EXPECT_EQ(fault.stratum, 1U);
  }
}

// All responses lie on the diagonal, so both margins have the same shares whatever the weights are.
TEST(Rake, SaysWhenMarginsContradictEachOther) {
  EXPECT_EQ(fault_of({{{5, 5, 5}, {0, 0}}, {{5, 5, 5}, {1, 1}}}, {{1, 1}, {1, 3}}).reason, Unavailable::kNotConverged);
}

TEST(Rake, OfNoneOrOneResponseIsNothing) {
  EXPECT_EQ(fault_of({}, {{1, 1}}).reason, Unavailable::kNoResponses);
  EXPECT_EQ(fault_of({{{}, {0}}}, {{1}}).reason, Unavailable::kNoResponses);
  EXPECT_EQ(fault_of({{{1, 0, 0}, {0}}}, {{1}}).reason, Unavailable::kOneResponse);
}

TEST(Rake, GivesCellsWithoutResponsesNoWeight) {
  const auto found = rake(std::vector<RakingCell>{{{5, 5, 5}, {0}}, {{}, {0}}, {{1, 2, 3}, {1}}},
                          std::vector<std::vector<double>>{{1, 1}}, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->weights[1], 0);
  EXPECT_NEAR(found->least_weight, 10.5 / 15, 1e-12);
}

TEST(PostStratify, OfEqualAnswersHasAWidth) {
  const auto found = post_stratify(std::vector{GroupCounts{0, 0, 5}, GroupCounts{0, 0, 5}}, std::vector{1.0, 3.0}, 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(*found->estimate.standard_error, 0);
  EXPECT_FALSE(found->estimate.design_effect);
  // Kish: 100 / (5 x .25 + 5 x 2.25).
  EXPECT_NEAR(found->estimate.effective_responses, 8, 1e-12);
  EXPECT_LT(found->estimate.limits->low, 0.9);
}

}  // namespace
}  // namespace npscope
