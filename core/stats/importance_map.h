// SPDX-License-Identifier: MIT
// Importance-performance map: each driver by how well it is rated and by how much of the explained variance goes with it
// (statistics 3.6).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/stats/driver_bands.h"
#include "core/stats/importance.h"
#include "core/stats/joint_counts.h"

namespace npscope {

enum class Quadrant : uint8_t {
  /// Important and rated below the others' mean.
  kConcentrate,
  /// Important and rated well.
  kKeepUp,
  /// Less important, rated below the others.
  kLowPriority,
  /// Less important, rated well.
  kPossibleOverkill,
};
/// "concentrate", "keep-up", "low-priority", "possible-overkill".
[[nodiscard]] std::string_view quadrant_name(Quadrant quadrant);

struct MapPoint {
  /// Mean rating on the driver's own scale, and the share of ratings in the high band, which compares across scales.
  double mean = 0;
  double high_share = 0;
  /// Johnson's weight as a share of R squared.
  double importance = 0;
  Quadrant quadrant = Quadrant::kLowPriority;
};

struct ImportanceMap {
  std::vector<MapPoint> points;
  /// Where the quadrants meet: the means of the points.
  double middle_high_share = 0;
  double middle_importance = 0;
};

/// All ratings of a driver count for its performance, also of incomplete cases. The spans have one element for each driver. Nothing when
/// the drivers explain nothing, or nobody rated one of them.
[[nodiscard]] std::optional<ImportanceMap> importance_map(std::span<const JointCounts> joints, std::span<const Bands> bands,
                                                          const Importance& importance);

}  // namespace npscope
