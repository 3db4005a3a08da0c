// SPDX-License-Identifier: MIT
// Whatever the counts are, a statistic is a number or nothing: no NaN and no infinity leaves core/stats, and p values are in
// [0, 1].
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "core/stats/bootstrap.h"
#include "core/stats/decomposition.h"
#include "core/stats/difference.h"
#include "core/stats/homogeneity.h"
#include "core/stats/interval.h"
#include "core/stats/paired.h"
#include "core/stats/posterior.h"
#include "core/stats/segments.h"
#include "core/stats/share_intervals.h"
#include "core/stats/wald_interval.h"

namespace npscope {
namespace {

/// Nobody, one, all alike, and counts that no survey has.
std::vector<GroupCounts> extreme_counts() {
  std::vector<GroupCounts> all;
  const std::array<uint64_t, 5> sizes = {0, 1, 2, 1000003, UINT64_C(1) << 40};
  for (const uint64_t d : sizes) {
    for (const uint64_t s : sizes) {
      for (const uint64_t p : sizes) all.push_back({d, s, p});
    }
  }
  return all;
}

void expect_within(const Limits& limits, double least, double most, const GroupCounts& counts) {
  EXPECT_TRUE(limits.low >= least && limits.low <= limits.high && limits.high <= most)
      << counts.detractors << " " << counts.passives << " " << counts.promoters << ": " << limits.low << " " << limits.high;
}

bool is_share(double value) { return value >= 0 && value <= 1; }

TEST(Finite, FiguresOfOneNps) {
  for (const GroupCounts& counts : extreme_counts()) {
    const bool none = counts.responses() == 0;
    EXPECT_EQ(share_intervals(counts, 0.95).has_value(), !none);
    EXPECT_EQ(interval_in_population(counts, UINT64_C(1) << 50, 0.95).has_value(), !none);
    if (none) continue;
    for (const IntervalMethod method : {IntervalMethod::kScore, IntervalMethod::kAdjustedWald, IntervalMethod::kWald}) {
      for (const double level : {0.01, 0.95, 0.999999}) expect_within(interval(counts, method, level), -1, 1, counts);
    }
    expect_within(*interval_in_population(counts, UINT64_C(1) << 50, 0.95), -1, 1, counts);
    const ShareIntervals shares = *share_intervals(counts, 0.95);
    for (const Limits& limits : {shares.detractors, shares.passives, shares.promoters}) expect_within(limits, 0, 1, counts);
    if (counts.responses() > 2000010) continue;
    const Posterior found = *posterior(counts, 0.95);
    expect_within(found.limits, -1, 1, counts);
    EXPECT_TRUE(is_share(found.above_zero) && is_share(found.deviation) && std::abs(found.mean) <= 1);
    expect_within(*bootstrap_limits(counts, 0.95), -1, 1, counts);
  }
}

TEST(Finite, FiguresOfTwoNps) {
  const std::vector<GroupCounts> all = extreme_counts();
  for (size_t i = 0; i < all.size(); ++i) {
    for (size_t j = 0; j < all.size(); j += 3) {
      const auto found = difference(all[i], all[j], 0.95);
      ASSERT_EQ(found.has_value(), all[i].responses() > 0 && all[j].responses() > 0);
      if (!found) continue;
      expect_within(found->limits, -2, 2, all[i]);
      EXPECT_TRUE(is_share(found->p) && std::abs(found->estimate) <= 2);
      const auto textbook = wald_difference(all[i], all[j], 0.95, {});
      if (textbook) EXPECT_TRUE(is_share(textbook->p) && std::isfinite(textbook->z));
      const auto moved = decompose(std::array{all[i], all[j]}, std::array{all[j], all[i]});
      ASSERT_TRUE(moved);
      EXPECT_TRUE(std::isfinite(moved->mix) && std::isfinite(moved->rate));
      const auto same = homogeneity(std::array{all[i], all[j]});
      ASSERT_TRUE(same);
      EXPECT_TRUE(is_share(same->p) && std::isfinite(same->q) && std::abs(same->pooled) <= 1);
    }
  }
}

TEST(Finite, FiguresOfSegmentsAndPairs) {
  const std::vector<GroupCounts> all = extreme_counts();
  for (const auto& segment : each_against_rest(all, 0.95)) {
    if (segment) EXPECT_TRUE(is_share(segment->adjusted_p) && std::isfinite(segment->difference.estimate));
  }
  for (const GroupCounts& up : all) {
    for (const uint64_t down : {UINT64_C(0), UINT64_C(1), UINT64_C(1) << 40}) {
      GroupPairCounts pairs;
      pairs.add(0, 2, up.promoters);
      pairs.add(0, 1, up.detractors);
      pairs.add(1, 1, up.passives);
      pairs.add(2, 0, down);
      const auto found = paired_difference(pairs, 0.95);
      if (!found) continue;
      expect_within(found->limits, -2, 2, up);
      EXPECT_TRUE(is_share(found->p) && std::isfinite(found->standard_error));
    }
  }
}

}  // namespace
}  // namespace npscope
