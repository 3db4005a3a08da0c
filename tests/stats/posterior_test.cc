// SPDX-License-Identifier: MIT
// The posterior against values worked out with 22 digits (tests/data/stats/expect.py), closed forms, and what must hold for all
// counts.
#include "core/stats/posterior.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/stats/incomplete.h"
#include "core/stats/interval.h"
#include "tests/support/tsv.h"

namespace npscope {
namespace {

using testing_support::number;

TEST(Posterior, ProbabilitiesOfManyDigitsAreMet) {
  int rows = 0;
  for (const auto& row : testing_support::tsv_rows("stats/posterior.tsv")) {
    ASSERT_EQ(row.size(), 5U);
    const RealCounts parameters{number(row[0]), number(row[1]), number(row[2])};
    EXPECT_NEAR(posterior_above(parameters, number(row[3])), number(row[4]), 1e-11)
        << row[0] << " " << row[1] << " " << row[2] << " " << row[3];
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

TEST(Posterior, LimitsLeaveEqualTails) {
  for (const GroupCounts& counts : {GroupCounts{1, 0, 0}, GroupCounts{0, 0, 1}, GroupCounts{0, 1, 0}, GroupCounts{0, 0, 500},
                                    GroupCounts{500, 0, 0}, GroupCounts{0, 300, 0}, GroupCounts{20, 30, 50},
                                    GroupCounts{100, 0, 100}, GroupCounts{100, 1000000, 1000000}, GroupCounts{3, 0, 200000}}) {
    for (const double level : {0.8, 0.95, 0.99}) {
      const auto found = posterior(counts, level);
      ASSERT_TRUE(found);
      const RealCounts parameters{static_cast<double>(counts.detractors) + 0.5, static_cast<double>(counts.passives) + 0.5,
                                  static_cast<double>(counts.promoters) + 0.5};
      EXPECT_NEAR(posterior_above(parameters, found->limits.low), (1 + level) / 2, 1e-9) << counts.promoters;
      EXPECT_NEAR(posterior_above(parameters, found->limits.high), (1 - level) / 2, 1e-9) << counts.promoters;
      EXPECT_LT(found->limits.low, found->mean);
      EXPECT_GT(found->limits.high, found->mean);
      EXPECT_GE(found->limits.low, -1);
      EXPECT_LE(found->limits.high, 1);
    }
  }
}

// With few passives against many, the middle of a large sample is normal: mean and deviation have closed forms.
TEST(Posterior, OfALargeSampleIsNormal) {
  for (const GroupCounts& counts :
       {GroupCounts{200000, 300000, 500000}, GroupCounts{2000000, 30, 2000000}, GroupCounts{100000000, 300000000, 600000000}}) {
    const auto found = posterior(counts, 0.95);
    ASSERT_TRUE(found);
    EXPECT_NEAR((found->limits.high - found->mean) / found->deviation, 1.959964, 2e-3);
    EXPECT_NEAR((found->mean - found->limits.low) / found->deviation, 1.959964, 2e-3);
  }
}

TEST(Posterior, ProbabilityAboveZeroIsABetaTail) {
  // Passives say nothing about the sign.
  EXPECT_NEAR(posterior({3, 4, 3}, 0.95)->above_zero, 0.5, 1e-14);
  EXPECT_EQ(posterior({1, 2, 3}, 0.95)->above_zero, posterior({1, 2000, 3}, 0.95)->above_zero);
  // Uniform prior, 0 of 5: P(U > 1/2) for U ~ Beta(6, 1) is 1 - 1/64.
  EXPECT_NEAR(posterior({0, 0, 5}, 0.95, kUniformPrior)->above_zero, 1 - 1.0 / 64, 1e-15);
}

TEST(Posterior, MirrorsAndFalls) {
  const RealCounts parameters{3.5, 12.5, 7.5};
  const RealCounts swapped{7.5, 12.5, 3.5};
  double before = 1;
  for (double x = -1; x <= 1; x += 0.0625) {
    const double above = posterior_above(parameters, x);
    EXPECT_NEAR(above, 1 - posterior_above(swapped, -x), 1e-12) << x;
    EXPECT_LE(above, before + 1e-12) << x;
    before = above;
  }
  EXPECT_EQ(posterior_above(parameters, 1), 0);
  EXPECT_EQ(posterior_above(parameters, -1), 1);
}

TEST(Posterior, OfNothingIsNothing) { EXPECT_FALSE(posterior({}, 0.95)); }

TEST(Posterior, IsTheMethodJeffreys) {
  const Limits limits = interval({8, 6, 22}, IntervalMethod::kJeffreys, Level::k90);
  const auto found = posterior({8, 6, 22}, 0.9);
  EXPECT_EQ(limits.low, found->limits.low);
  EXPECT_EQ(limits.high, found->limits.high);
}

}  // namespace
}  // namespace npscope
