// SPDX-License-Identifier: MIT
// TimeSeries: the selected responses by time bucket, as a whole or for each value of a second grouping, for measures about time.
//
// Buckets run without gaps from the first that has responses to the last; all series share them. Responses without a date are counted
// beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day_text.h"
#include "core/measures/frame.h"
#include "core/measures/suppression.h"
#include "core/stats/buckets.h"

namespace npscope {

struct TimeBuckets {
  TimeUnit unit = TimeUnit::kMonth;
  /// The month in which quarters and years begin, 1 to 12.
  unsigned first_month = 1;
  bool operator==(const TimeBuckets&) const = default;
};

/// The time that a query groups by; nothing when it does not.
[[nodiscard]] std::optional<TimeBuckets> time_of(const Query& query);

/// True when besides its time the query has at most one grouping.
[[nodiscard]] bool has_room_for_time(const Query& query);

/// Cells whose first axis is time; the second is what else the query groups by, if anything.
struct TimeCells {
  Cells cells;

  [[nodiscard]] const std::vector<AxisValue>& times() const { return cells.axes[0].values; }
  [[nodiscard]] size_t groups() const { return cells.axes.size() < 2 ? 1 : cells.axes[1].values.size(); }
};

/// Failures are those of cells_of(). REQUIRES: has_room_for_time(frame.query).
[[nodiscard]] Result<TimeCells> time_cells(const Frame& frame, const TimeBuckets& kind);

/// `unavailable` in place of all series: "no-dates" (and `undated`) where no file has a column of dates.
void write_no_times(JsonWriter& out, const Frame& frame, const Failure& failure);

struct TimeSeries {
  /// The cell in TimeSeriesSet::groups.
  size_t group = 0;
  /// By time; nothing where it is hidden.
  std::vector<ResponseCounts> counts;
  /// Nothing where it is hidden.
  std::optional<ResponseCounts> undated;

  /// As statistics take them, positions and all.
  [[nodiscard]] std::vector<Bucket> buckets(const std::vector<AxisValue>& times) const;
};

struct TimeSeriesSet {
  std::vector<AxisValue> times;
  /// One axis, the second grouping, or none.
  Cells groups;
  /// Those that have responses to show, dated or not, in the order of the axis.
  std::vector<TimeSeries> series;
  Shown shown;
};

/// kBuckets: small buckets are hidden by the rule of core/measures/suppression.h, and nothing that is worked out of the rest can tell
/// them. kGroups: only groups that are small as a whole; for measures that show no single bucket, and keep to Shown::minimum themselves.
enum class HideSmall : uint8_t { kBuckets, kGroups };

[[nodiscard]] TimeSeriesSet time_series(const Frame& frame, const TimeCells& cells, HideSmall hide);

/// `"undated": 3`: responses without a date; null where that is hidden.
void write_undated(JsonWriter& out, const TimeSeriesSet& set);
void write_undated(JsonWriter& out, const TimeSeriesSet& set, const TimeSeries& series);

/// For options: a whole number within [least, most]; nothing for anything else.
[[nodiscard]] std::optional<uint64_t> whole_number(json::Node node, uint64_t least, uint64_t most);

}  // namespace npscope
