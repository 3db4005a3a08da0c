// SPDX-License-Identifier: MIT
// The straight line through the NPS of buckets: how much it rises per unit of position, judged by the sampling error of each bucket.
//
// With W = 1/v: slope b = sum W (x - mean x) t / sum W (x - mean x)^2, error 1/sqrt(sum W (x - mean x)^2). v is the variance of a bucket's
// NPS with 3/4, 3/2 and 3/4 added to its counts, so that three promoters do not weigh without end; t is not smoothed. Lack of fit: Q = sum of
// squared residuals over v against chi-square with m - 2 degrees; where Q > m - 2, the error is widened by sqrt(Q / (m - 2)) (statistics
// 1.6). NPS in [-1, 1], slope in NPS per unit of position.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/stats/buckets.h"
#include "core/stats/limits.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// One point of a line: where, how high and how uncertain.
struct LinePoint {
  double at = 0;
  double value = 0;
  /// Above 0.
  double variance = 1;
};

struct LackOfFit {
  double q = 0;
  uint64_t degrees = 0;
  double p = 1;
};

struct TrendLine {
  double slope = 0;
  /// From the sampling variances alone.
  double known_error = 0;
  /// The same, widened where the points scatter more than that.
  double standard_error = 0;
  Limits limits;
  double z = 0;
  double p = 1;
  /// The line goes through this point: the weighted means.
  double centre_at = 0;
  double centre_value = 0;
  size_t buckets = 0;
  /// Absent for two buckets, through which every line fits.
  std::optional<LackOfFit> lack_of_fit;

  [[nodiscard]] double value_at(double position) const { return centre_value + slope * (position - centre_at); }
};

/// Too few buckets: all points are at one place. REQUIRES: every variance above 0, 0 < level < 1.
[[nodiscard]] Available<TrendLine> trend_line(std::span<const LinePoint> points, double level);

/// Buckets without responses do not count; two of the others are needed. REQUIRES: buckets ascend.
[[nodiscard]] Available<TrendLine> trend_line(std::span<const Bucket> buckets, double level);

}  // namespace npscope
