// SPDX-License-Identifier: MIT
// What the measure `trend` writes about the course of one series: line, ranks, possible changes, control chart. The members are described
// in core/measures/trend.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/measures/frame.h"
#include "core/stats/buckets.h"

namespace npscope {

/// One series with the names of its buckets.
struct Course {
  std::vector<Bucket> buckets;
  /// By bucket.
  std::vector<std::string> labels;
};

enum class ControlKind : uint8_t { kNone, kShewhart, kLaney };

/// "none", "shewhart", "laney".
[[nodiscard]] std::string_view control_name(ControlKind kind);
[[nodiscard]] std::optional<ControlKind> control_named(std::string_view name);

/// Member `slope`.
void write_slope(JsonWriter& out, const Course& course, double level);
/// Members `mannKendall` and `sen`.
void write_ranks(JsonWriter& out, const Course& course, double level);
/// Member `changePoints`.
void write_change_points(JsonWriter& out, const Course& course, IntervalChoice choice);
/// Member `control`; `baseline`: the first so many buckets, nothing for all. REQUIRES: kind is not kNone.
void write_control(JsonWriter& out, const Course& course, ControlKind kind, std::optional<uint64_t> baseline);
/// `"NAME": {"unavailable": {"code"}}`.
void write_without(JsonWriter& out, std::string_view name, std::string_view code);

}  // namespace npscope
