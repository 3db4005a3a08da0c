// SPDX-License-Identifier: MIT
// Control chart: which periods differ from a baseline by more than chance does. Limits at three standard errors for the period's own number
// of responses; on demand widened after Laney, for periods so large that each of them would alarm.
//
// Centre = NPS of all baseline responses, sigma^2 = p + d - (p - d)^2 of them, limits = centre -+ 3 sqrt(sigma^2 / n), z = (t - centre) /
// sqrt(sigma^2 / n). Laney, Quality Engineering 14 (2002) 531-537: limits times mean |z_i - z_(i-1)| / 1.128 over the baseline (statistics
// 1.8). Two signals: beyond the limits, and eight in a row on one side; more rules would mean more false alarms. In [-1, 1].
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "core/stats/buckets.h"
#include "core/stats/limits.h"
#include "core/stats/real_counts.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// So many baseline periods with responses are needed; twelve are better.
inline constexpr size_t kLeastBaselinePeriods = 8;
inline constexpr size_t kRunLength = 8;

/// Periods [from, to) by their index.
struct Baseline {
  size_t from = 0;
  size_t to = 0;
};

enum class LimitWidth : uint8_t { kThreeSigma, kLaney };

struct ChartPoint {
  /// Index of the period.
  size_t period = 0;
  double nps = 0;
  double z = 0;
  /// Clamped to [-1, 1].
  Limits limits;
  bool beyond = false;
  /// The eighth or a later one in a row on the same side of the centre.
  bool run = false;
};

struct ControlChart {
  double centre = 0;
  /// Standard deviation of one baseline answer.
  double deviation = 0;
  /// Laney's factor, or 1.
  double widening = 1;
  /// The periods that have responses.
  std::vector<ChartPoint> points;
};

/// mean |z_i - z_(i-1)| / 1.128. Nothing for fewer than two, or when all are equal.
[[nodiscard]] std::optional<double> laney_factor(std::span<const double> z);

/// Too few buckets: the baseline has fewer than kLeastBaselinePeriods with responses. No variance: all its answers are the same, or, after
/// Laney, all its z. REQUIRES: the baseline is within the periods.
[[nodiscard]] Available<ControlChart> control_chart(std::span<const RealCounts> periods, Baseline baseline, LimitWidth width);

/// REQUIRES: buckets ascend.
[[nodiscard]] Available<ControlChart> control_chart(std::span<const Bucket> buckets, Baseline baseline, LimitWidth width);

}  // namespace npscope
