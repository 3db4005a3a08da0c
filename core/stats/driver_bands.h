// SPDX-License-Identifier: MIT
// The NPS of those who rated a driver low, middle or high, with n and interval: what is there to see before any model (statistics 3.1).
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/partial/pattern_counts.h"
#include "core/partial/score_counts.h"
#include "core/stats/interval.h"
#include "core/stats/joint_counts.h"

namespace npscope {

/// Low: up to `low_most`; high: from `high_least`; middle: between, if anything is.
struct Bands {
  unsigned low_most = 6;
  unsigned high_least = 9;

  /// 0 low, 1 middle, 2 high.
  [[nodiscard]] unsigned band(unsigned value) const { return value <= low_most ? 0 : value < high_least ? 1 : 2; }
  bool operator==(const Bands&) const = default;
};

/// The bands of a scale by its greatest value: 0-6, 7-8, 9-10 up to 8, 9 and 10; -3, 4-5, 6-7 up to 7; -2, 3-4, 5-6 up to 6; -2, 3, 4-5
/// up to 5 (the usual "top two boxes"); -2, 3, 4 up to 4; -1, 2, 3 up to 3; 0, 1, 2 up to 2; 0 and 1. Greater ones are cut in thirds.
[[nodiscard]] Bands bands_of_scale(unsigned greatest);

struct BandSummary {
  GroupCounts counts;
  /// In [-1, 1]; nothing when nobody gave such a rating.
  std::optional<double> nps;
  std::optional<Limits> limits;
};

struct DriverBands {
  Bands bands;
  /// Low, middle, high.
  std::array<BandSummary, 3> summaries;
  /// Those without a rating, who may well be others than those with one.
  BandSummary missing;
};

[[nodiscard]] DriverBands driver_bands(const JointCounts& joint, Bands bands, IntervalMethod method, double level);

}  // namespace npscope
