// SPDX-License-Identifier: MIT
// Rolling windows for the measure `trend`: the NPS of the last so many days, or of the last so many responses, at the end of each day that
// has responses.
//
// Windows of days: {"from", "to", …figure} once so many days have passed since the first response of the query. Windows of responses: the
// latest ones by day and time of day, at least as many as asked for: what came at the same time (or on the same day, in files
// without times) has no order, so that it is in a window as a whole or not at all. Neighbouring windows share responses and must not be
// compared as if they were different ones (core/stats/rolling.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/measures/time_series.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// One of the two.
struct RollingSpan {
  std::optional<uint64_t> days;
  std::optional<uint64_t> responses;
};

/// {"days": n} or {"responses": n}; nothing for anything else.
[[nodiscard]] std::optional<RollingSpan> rolling_span(json::Node option);

struct RollingPoint {
  /// Days from 1970-01-01: the first of the window of days, or that of its first response; and its last.
  int64_t from = 0;
  int64_t to = 0;
  GroupCounts counts;
};

/// By the second grouping of the query, as TimeSeries::group has it. Failures are those of cells_of(). REQUIRES:
/// has_room_for_time(frame.query); for windows of responses, that moments were needed.
[[nodiscard]] Result<std::vector<std::vector<RollingPoint>>> rolling_points(const Frame& frame, const RollingSpan& span);

/// An object: {days | responses, points: [{from, to, …figure}]}; without points {unavailable}: "too-few-buckets" (fewer days), or
/// "too-few-responses".
void write_rolling(JsonWriter& out, const RollingSpan& span, const std::vector<RollingPoint>& points, IntervalChoice choice);

}  // namespace npscope
