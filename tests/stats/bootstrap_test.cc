// SPDX-License-Identifier: MIT
// The exact bootstrap against the convolution written out, against the normal limit, and at its ends.
#include "core/stats/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace npscope {
namespace {

/// The definition: convolve n times, then the least values whose distribution function reaches the quantiles.
Limits written_out(const GroupCounts& counts, double level) {
  const auto n = static_cast<size_t>(counts.responses());
  const double size = static_cast<double>(n);
  const double d = static_cast<double>(counts.detractors) / size;
  const double s = static_cast<double>(counts.passives) / size;
  const double p = static_cast<double>(counts.promoters) / size;
  std::vector<double> sums(1, 1);
  for (size_t i = 0; i < n; ++i) {
    std::vector<double> next(sums.size() + 2, 0);
    for (size_t k = 0; k < sums.size(); ++k) {
      next[k] += sums[k] * d;
      next[k + 1] += sums[k] * s;
      next[k + 2] += sums[k] * p;
    }
    sums = next;
  }
  const auto at = [&](double q) {
    double sum = 0;
    for (size_t k = 0; k < sums.size(); ++k) {
      sum += sums[k];
      // A hair of room: no quantile of these tests falls on a step.
      if (sum >= q - 1e-13) return (static_cast<double>(k) - size) / size;
    }
    return 1.0;
  };
  return {at((1 - level) / 2), at((1 + level) / 2)};
}

TEST(Bootstrap, IsTheConvolutionWrittenOut) {
  for (uint64_t d = 0; d <= 6; ++d) {
    for (uint64_t s = 0; s <= 6; ++s) {
      for (uint64_t p = 0; p <= 6; ++p) {
        if (d + s + p == 0) continue;
        for (const double level : {0.8, 0.9, 0.95, 0.99}) {
          const auto found = bootstrap_limits({d, s, p}, level);
          const Limits wanted = written_out({d, s, p}, level);
          ASSERT_TRUE(found);
          ASSERT_NEAR(found->low, wanted.low, 1e-12) << d << " " << s << " " << p << " " << level;
          ASSERT_NEAR(found->high, wanted.high, 1e-12) << d << " " << s << " " << p << " " << level;
        }
      }
    }
  }
  for (const GroupCounts& counts : {GroupCounts{100, 1, 100}, GroupCounts{1, 400, 1}, GroupCounts{300, 20, 3}}) {
    const auto found = bootstrap_limits(counts, 0.95);
    const Limits wanted = written_out(counts, 0.95);
    EXPECT_NEAR(found->low, wanted.low, 1e-12);
    EXPECT_NEAR(found->high, wanted.high, 1e-12);
  }
}

TEST(Bootstrap, OfAMillionIsNormal) {
  // 200,000 / 300,000 / 500,000: nps 0.3, variance 0.61.
  const auto found = bootstrap_limits({200000, 300000, 500000}, 0.95);
  ASSERT_TRUE(found);
  const double margin = 1.959964 * std::sqrt(0.61 / 1e6);
  EXPECT_NEAR(found->low, 0.3 - margin, 2e-6);
  EXPECT_NEAR(found->high, 0.3 + margin, 2e-6);
}

TEST(Bootstrap, OfEqualAnswersHasNoWidth) {
  for (const uint64_t n : {1U, 7U, 100000U}) {
    EXPECT_EQ(bootstrap_limits({0, 0, n}, 0.95)->low, 1);
    EXPECT_EQ(bootstrap_limits({0, n, 0}, 0.95)->high, 0);
    EXPECT_EQ(bootstrap_limits({n, 0, 0}, 0.95)->high, -1);
  }
}

TEST(Bootstrap, OfNothingOrTooMuchIsNothing) {
  EXPECT_FALSE(bootstrap_limits({}, 0.95));
  EXPECT_FALSE(bootstrap_limits({0, 1, kMostBootstrapResponses}, 0.95));
}

}  // namespace
}  // namespace npscope
