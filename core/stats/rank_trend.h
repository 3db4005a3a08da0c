// SPDX-License-Identifier: MIT
// Mann and Kendall's test for a trend and Sen's slope: descriptions by ranks that know neither how many responses a bucket has nor how
// uncertain its NPS is, and that dependence between buckets makes too sure.
//
// S = sum of signs of all later minus earlier values; variance [n(n-1)(2n+5) - sum t(t-1)(2t+5)]/18 over ties of t; z = (S -+ 1)/sd; tau is
// Kendall's with ties. Slope: median over all pairs; its interval by the ranks (pairs -+ z sd)/2 (Kendall 1975; Sen, Journal of the American
// Statistical Association 63 (1968) 1379-1389; as R's package trend has them; statistics 1.6). Slope per unit of position, NPS in [-1, 1].
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/stats/buckets.h"
#include "core/stats/limits.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// A value at a place.
struct RankPoint {
  double at = 0;
  double value = 0;
};

struct RankTrend {
  int64_t s = 0;
  double variance = 0;
  double tau = 0;
  double z = 0;
  double p = 1;
  double slope = 0;
  /// Absent where there are too few pairs for the level.
  std::optional<Limits> limits;
  size_t buckets = 0;
};

/// Three points are needed, not all alike. REQUIRES: places ascend, 0 < level < 1.
[[nodiscard]] Available<RankTrend> rank_trend(std::span<const RankPoint> points, double level);

/// Buckets without responses do not count. Equal NPS of different counts (1 of 3, 2 of 6) are ties. REQUIRES: buckets ascend.
[[nodiscard]] Available<RankTrend> rank_trend(std::span<const Bucket> buckets, double level);

}  // namespace npscope
