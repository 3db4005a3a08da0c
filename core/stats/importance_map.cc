// SPDX-License-Identifier: MIT
// Ties with the middle go to the side of less to do.
#include "core/stats/importance_map.h"

#include "core/base/check.h"

namespace npscope {
namespace {

Quadrant quadrant_of(const MapPoint& point, const ImportanceMap& map) {
  const bool important = point.importance > map.middle_importance;
  const bool well = point.high_share >= map.middle_high_share;
  if (important) return well ? Quadrant::kKeepUp : Quadrant::kConcentrate;
  return well ? Quadrant::kPossibleOverkill : Quadrant::kLowPriority;
}

}  // namespace

std::string_view quadrant_name(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::kConcentrate:
      return "concentrate";
    case Quadrant::kKeepUp:
      return "keep-up";
    case Quadrant::kLowPriority:
      return "low-priority";
    case Quadrant::kPossibleOverkill:
      return "possible-overkill";
  }
  return {};
}

std::optional<ImportanceMap> importance_map(std::span<const JointCounts> joints, std::span<const Bands> bands,
                                            const Importance& importance) {
  NPS_CHECK(bands.size() == joints.size() && importance.johnson.size() == joints.size());
  if (joints.empty() || importance.r_squared <= 0) return std::nullopt;
  ImportanceMap map;
  for (size_t i = 0; i < joints.size(); ++i) {
    uint64_t n = 0;
    uint64_t sum = 0;
    uint64_t high = 0;
    for (unsigned value = 0; value <= Pattern::kMostValue; ++value) {
      const uint64_t count = joints[i].groups(value).responses();
      n += count;
      sum += count * value;
      if (bands[i].band(value) == 2) high += count;
    }
    if (n == 0) return std::nullopt;
    const auto ratings = static_cast<double>(n);
    map.points.push_back({static_cast<double>(sum) / ratings, static_cast<double>(high) / ratings,
                          importance.johnson[i] / importance.r_squared, Quadrant::kLowPriority});
    map.middle_high_share += map.points.back().high_share;
    map.middle_importance += map.points.back().importance;
  }
  map.middle_high_share /= static_cast<double>(map.points.size());
  map.middle_importance /= static_cast<double>(map.points.size());
  for (MapPoint& point : map.points) point.quadrant = quadrant_of(point, map);
  return map;
}

}  // namespace npscope
