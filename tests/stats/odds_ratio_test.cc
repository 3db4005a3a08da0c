// SPDX-License-Identifier: MIT
// Odds ratios of slopes by hand.
#include "core/stats/odds_ratio.h"

#include <gtest/gtest.h>

#include <cmath>

namespace npscope {
namespace {

const Fitted<uint64_t> kNoAccounts = no_fit(NoFitReason::kNoAccounts);

TEST(OddsRatio, OfTheModelUsesTheNormalQuantile) {
  const auto found = odds_ratio({std::log(2.0), 0.1}, kNoAccounts, 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->ratio, 2, 1e-15);
  EXPECT_NEAR(found->limits.low, 2 * std::exp(-0.1959963984540054), 1e-14);
  EXPECT_NEAR(found->limits.high, 2 * std::exp(0.1959963984540054), 1e-14);
}

TEST(OddsRatio, ByAccountUsesStudentsQuantileAndThatError) {
  // Student's two-sided 90 % quantile with two degrees of freedom: 2.919985580353724.
  const auto found = odds_ratio({0, 0.1, 0.2}, Fitted<uint64_t>(3), 0.9);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->ratio, 1);
  EXPECT_NEAR(std::log(found->limits.high), 0.2 * 2.919985580353724, 1e-13);
  EXPECT_NEAR(std::log(found->limits.low), -0.2 * 2.919985580353724, 1e-13);
}

TEST(OddsRatio, BeyondADoubleThereIsNone) {
  EXPECT_FALSE(odds_ratio({3, 400}, kNoAccounts, 0.95));
  EXPECT_FALSE(odds_ratio({710, 1}, kNoAccounts, 0.95));
  EXPECT_EQ(odds_ratio({-300, 1}, kNoAccounts, 0.95)->ratio, std::exp(-300));
}

}  // namespace
}  // namespace npscope
