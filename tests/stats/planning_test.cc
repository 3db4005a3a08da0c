// SPDX-License-Identifier: MIT
// Shares, sample sizes and detectable differences: closed forms and inputs that make no sense. The vectors are checked in
// vectors_test.cc.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/stats/sample_size.h"
#include "core/stats/share_intervals.h"

namespace npscope {
namespace {

TEST(MarginOfError, IsZTimesTheStandardError) {
  // 20, 30, 50: variance 0.61.
  EXPECT_NEAR(*margin_of_error(0.61, 100, 0.95), 1.959963984540054 * std::sqrt(0.0061), 1e-14);
  // sqrt((400 - 100) / 399)
  EXPECT_NEAR(*margin_of_error(0.61, 100, 0.95, 400), 1.959963984540054 * std::sqrt(0.0061 * 300 / 399), 1e-14);
  EXPECT_EQ(margin_of_error(0.61, 100, 0.95, 100), 0);
  EXPECT_EQ(margin_of_error(0.61, 1, 0.95, 1), 0);
  EXPECT_FALSE(margin_of_error(0.61, 0, 0.95));
  EXPECT_FALSE(margin_of_error(0.61, 100, 0.95, 99));
}

TEST(RequiredResponses, AreTheLeastThatMeetTheMargin) {
  for (const double variance : {0.1, 0.61, 1.0}) {
    for (const double margin : {0.3, 0.1, 0.03, 0.001}) {
      for (const double level : {0.8, 0.9, 0.95, 0.99}) {
        const uint64_t n = *required_responses(variance, margin, level);
        EXPECT_LE(*margin_of_error(variance, n, level), margin * (1 + 1e-12));
        if (n > 1) EXPECT_GT(*margin_of_error(variance, n - 1, level), margin * (1 - 1e-12));
      }
    }
  }
}

TEST(RequiredResponses, NeverExceedThePopulation) {
  EXPECT_EQ(required_responses(1, 0.001, 0.99, 250), 250U);
  EXPECT_EQ(required_responses(1, 0.1, 0.95, 1), 1U);
  EXPECT_LT(*required_responses(1, 0.1, 0.95, 1000), *required_responses(1, 0.1, 0.95));
  EXPECT_EQ(required_responses(0, 0.1, 0.95), 1U);
}

TEST(RequiredResponses, OfSenselessInputAreNothing) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(required_responses(1, 0, 0.95));
  EXPECT_FALSE(required_responses(1, -0.1, 0.95));
  EXPECT_FALSE(required_responses(1, kNan, 0.95));
  EXPECT_FALSE(required_responses(kNan, 0.1, 0.95));
  EXPECT_FALSE(required_responses(1, 0.1, 1));
  EXPECT_FALSE(required_responses(1, 0.1, 0.95, 0));
  EXPECT_FALSE(required_responses(1, 1e-9, 0.95));
  EXPECT_FALSE(required_per_group(1, 1, 0, 0.95, 0.8));
  EXPECT_FALSE(required_per_group(1, 1, kNan, 0.95, 0.8));
  EXPECT_FALSE(required_per_group(1, 1, 0.1, 0.95, 1));
  EXPECT_FALSE(detectable_difference({1, 0, {}}, {1, 10, {}}, 0.95, 0.8));
  EXPECT_FALSE(detectable_difference({1, 10, 9}, {1, 10, {}}, 0.95, 0.8));
  EXPECT_FALSE(detectable_difference({1, 10, {}}, {1, 10, {}}, 0.95, 0));
}

TEST(DetectableDifference, UndoesTheRequiredSize) {
  const uint64_t n = *required_per_group(0.61, 0.66, 0.1, 0.95, 0.8);
  const double found = *detectable_difference({0.61, n, {}}, {0.66, n, {}}, 0.95, 0.8);
  EXPECT_LE(found, 0.1);
  EXPECT_GT(found, 0.0999);
  EXPECT_LT(*detectable_difference({0.61, n, n * 2}, {0.66, n, n * 2}, 0.95, 0.8), found);
  // (1.959964 + 0.841621) sqrt(2 / 100)
  EXPECT_NEAR(*detectable_difference({1, 100, {}}, {1, 100, {}}, 0.95, 0.8), 2.801585 * std::sqrt(0.02), 1e-6);
}

TEST(ShareIntervals, ContainTheSharesWithinZeroAndOne) {
  EXPECT_FALSE(share_intervals({}, 0.95));
  for (const GroupCounts& counts :
       {GroupCounts{1, 0, 0}, GroupCounts{0, 0, 40}, GroupCounts{3, 0, 5}, GroupCounts{200, 300, 500}}) {
    const auto found = share_intervals(counts, 0.95);
    ASSERT_TRUE(found);
    const auto n = static_cast<double>(counts.responses());
    const auto holds = [&](const Limits& limits, uint64_t count) {
      const double share = static_cast<double>(count) / n;
      return limits.low >= 0 && limits.high <= 1 && limits.low <= share && limits.high >= share && limits.low < limits.high;
    };
    EXPECT_TRUE(holds(found->detractors, counts.detractors));
    EXPECT_TRUE(holds(found->passives, counts.passives));
    EXPECT_TRUE(holds(found->promoters, counts.promoters));
  }
  // All in one group: low = n / (n + q), q the chi-square quantile at 1 - 0.05 / 3 (5.731).
  EXPECT_NEAR(share_intervals({0, 0, 40}, 0.95)->promoters.low, 40 / 45.731, 1e-4);
}

}  // namespace
}  // namespace npscope
