// SPDX-License-Identifier: MIT
// Cells of time and the second grouping are asked for as any query would; the frame's own are taken where they are just these.
#include "core/measures/time_series.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/base/codes.h"
#include "core/base/date.h"
#include "core/base/date_time.h"
#include "core/query/gather.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

using By = GroupingRequest::By;

std::vector<GroupingRequest>::const_iterator time_in(const std::vector<GroupingRequest>& groupings) {
  return std::ranges::find(groupings, By::kTime, &GroupingRequest::by);
}

/// Time first, then what else the query groups by.
Query by_time(const Query& query, const TimeBuckets& kind) {
  Query asked;
  asked.most_values = query.most_values;
  asked.group_by.push_back({By::kTime, {}, kind.unit, kind.first_month});
  const auto time = time_in(query.group_by);
  for (auto grouping = query.group_by.begin(); grouping != query.group_by.end(); ++grouping) {
    if (grouping != time) asked.group_by.push_back(*grouping);
  }
  return asked;
}

/// Without what it hides; nothing when all of it is hidden or empty.
std::optional<TimeSeries> series_at(const TimeCells& cells, std::span<const ResponseCounts> counts, const Shown& shown,
                                    size_t group) {
  TimeSeries series;
  series.group = group;
  series.undated.emplace();
  bool any = false;
  for (size_t time = 0; time < cells.times().size(); ++time) {
    const size_t cell = time * cells.groups() + group;
    const bool shows = shown.shows(cell);
    any = any || (shows && counts[cell] != ResponseCounts{});
    if (cells.times()[time].label) {
      series.counts.push_back(shows ? counts[cell] : ResponseCounts{});
    } else {
      series.undated = shows ? std::optional(counts[cell]) : std::nullopt;
    }
  }
  return any ? std::optional(std::move(series)) : std::nullopt;
}

/// Hides the buckets of small groups.
Shown shown_groups(const Query& query, const Cells& groups, std::span<const ResponseCounts> counts) {
  std::vector<ResponseCounts> totals(groups.count);
  for (size_t cell = 0; cell < counts.size(); ++cell) totals[cell % groups.count].merge(counts[cell]);
  Shown shown = shown_cells(query, groups, totals);
  if (shown.hidden.empty()) return shown;
  std::vector<bool> hidden(counts.size());
  for (size_t cell = 0; cell < counts.size(); ++cell) hidden[cell] = shown.hidden[cell % groups.count];
  shown.hidden = std::move(hidden);
  return shown;
}

void write_count(JsonWriter& out, std::optional<uint64_t> count) {
  out.key("undated");
  if (count) {
    out.value(*count);
  } else {
    out.null();
  }
}

/// Nothing when it is hidden, or too small to be told.
std::optional<uint64_t> undated_of(const TimeSeriesSet& set, const TimeSeries& series) {
  if (!series.undated) return std::nullopt;
  const uint64_t count = group_counts(*series.undated).responses();
  return count > 0 && count < set.shown.minimum ? std::nullopt : std::optional(count);
}

}  // namespace

std::optional<TimeBuckets> time_of(const Query& query) {
  const auto time = time_in(query.group_by);
  if (time == query.group_by.end()) return std::nullopt;
  return TimeBuckets{time->unit, time->first_month};
}

bool has_room_for_time(const Query& query) { return query.group_by.size() < Query::kMostGroupings || time_of(query); }

Result<TimeCells> time_cells(const Frame& frame, const TimeBuckets& kind) {
  NPS_CHECK(has_room_for_time(frame.query));
  // With other responses beside the selected ones the frame's axis of time may be longer.
  const bool same =
      !frame.query.with && time_of(frame.query) == kind && time_in(frame.query.group_by) == frame.query.group_by.begin();
  if (same) return TimeCells{frame.cells};
  Result<Cells> cells = cells_of(frame.parts, frame.selected, {}, by_time(frame.query, kind));
  if (!cells) return std::unexpected(std::move(cells.error()));
  return TimeCells{std::move(*cells)};
}

void write_no_times(JsonWriter& out, const Frame& frame, const Failure& failure) {
  // The other columns are known, or there would be no frame.
  if (failure.code != Code::kUnknownColumn) {
    write_unavailable(out, code_name(failure.code), failure.detail);
    return;
  }
  const uint64_t responses = group_counts(gather_scores(frame.parts, frame.selected)).responses();
  write_count(out, responses);
  write_unavailable(out, responses == 0 ? unavailable_name(Unavailable::kNoResponses) : "no-dates");
}

std::vector<Bucket> TimeSeries::buckets(const std::vector<AxisValue>& times) const {
  std::vector<Bucket> buckets;
  buckets.reserve(times.size());
  for (size_t i = 0; i < times.size(); ++i) buckets.push_back({times[i].position, group_counts(counts[i])});
  return buckets;
}

TimeSeriesSet time_series(const Frame& frame, const TimeCells& cells, HideSmall hide) {
  TimeSeriesSet set;
  for (const AxisValue& value : cells.times()) {
    if (value.label) set.times.push_back(value);
  }
  if (cells.cells.axes.size() == 2) set.groups.axes.push_back(cells.cells.axes[1]);
  set.groups.count = cells.groups();
  const std::vector<ResponseCounts> counts = gather_scores(frame.parts, frame.selected, cells.cells);
  set.shown = hide == HideSmall::kBuckets ? shown_cells(frame.query, cells.cells, counts)
                                          : shown_groups(frame.query, set.groups, counts);
  for (size_t group = 0; group < set.groups.count; ++group) {
    if (auto series = series_at(cells, counts, set.shown, group)) set.series.push_back(std::move(*series));
  }
  return set;
}

void write_undated(JsonWriter& out, const TimeSeriesSet& set, const TimeSeries& series) {
  write_count(out, undated_of(set, series));
}

void write_undated(JsonWriter& out, const TimeSeriesSet& set) {
  std::optional<uint64_t> all = 0;
  for (const TimeSeries& series : set.series) {
    const std::optional<uint64_t> one = undated_of(set, series);
    all = all && one ? std::optional(*all + *one) : std::nullopt;
  }
  write_count(out, all);
}

std::optional<uint64_t> whole_number(json::Node node, uint64_t least, uint64_t most) {
  const std::optional<double> number = node.number();
  if (!number || std::floor(*number) != *number) return std::nullopt;
  if (*number < static_cast<double>(least) || *number > static_cast<double>(most)) return std::nullopt;
  return static_cast<uint64_t>(*number);
}

}  // namespace npscope
