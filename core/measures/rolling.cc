// SPDX-License-Identifier: MIT
// Windows of days come from days; windows of responses from moments within days, of which each day keeps its last window.
#include "core/measures/rolling.h"

#include <algorithm>
#include <compare>

#include "core/query/gather.h"
#include "core/stats/rolling.h"

namespace npscope {
namespace {

constexpr uint64_t kMostDays = 3660;
constexpr uint64_t kMostResponses = 1'000'000'000;

/// Responses of one group that came at the same time.
struct Moment {
  /// Day and group.
  uint32_t cell = 0;
  int64_t when = 0;
  GroupCounts counts;
  auto operator<=>(const Moment& other) const { return std::pair(cell, when) <=> std::pair(other.cell, other.when); }
  bool operator==(const Moment& other) const { return cell == other.cell && when == other.when; }
};

/// In ascending order, no two alike.
std::vector<Moment> moments_of(const Frame& frame, const TimeCells& cells) {
  std::vector<Moment> moments;
  for (size_t p = 0; p < frame.parts.size(); ++p) {
    const Part& part = frame.parts[p];
    for (size_t i = 0; i < part.size(); ++i) {
      if (frame.selected[p][i] == 0 || part.days.empty() || part.days[i] == kNoDay) continue;
      Moment moment;
      moment.cell = cells.cells.cell(p, i);
      if (moment.cell == kNoCell) continue;
      moment.when = part.moments.empty() ? kNoTime : part.moments[i];
      const uint64_t times = part.times_of(i);
      const unsigned group = part.group_of(i);
      (group == 0 ? moment.counts.detractors : group == 1 ? moment.counts.passives : moment.counts.promoters) = times;
      moments.push_back(moment);
    }
  }
  std::ranges::sort(moments, {}, [](const Moment& moment) { return std::pair(moment.cell, moment.when); });
  size_t kept = 0;
  for (const Moment& moment : moments) {
    if (kept > 0 && moments[kept - 1] == moment) {
      moments[kept - 1].counts.merge(moment.counts);
    } else {
      moments[kept++] = moment;
    }
  }
  moments.resize(kept);
  return moments;
}

std::vector<std::vector<RollingPoint>> by_responses(const Frame& frame, const TimeCells& cells, uint64_t responses) {
  const size_t groups = cells.groups();
  std::vector<std::vector<Bucket>> buckets(groups);
  std::vector<std::vector<int64_t>> days(groups);
  for (const Moment& moment : moments_of(frame, cells)) {
    const size_t group = moment.cell % groups;
    buckets[group].push_back({static_cast<int64_t>(buckets[group].size()), moment.counts});
    days[group].push_back(cells.times()[moment.cell / groups].position);
  }
  std::vector<std::vector<RollingPoint>> points(groups);
  for (size_t group = 0; group < groups; ++group) {
    for (const Window& window : rolling_by_responses(buckets[group], responses)) {
      const RollingPoint point = {days[group][window.first], days[group][window.last], window.counts};
      if (!points[group].empty() && points[group].back().to == point.to) points[group].pop_back();
      points[group].push_back(point);
    }
  }
  return points;
}

std::vector<std::vector<RollingPoint>> by_days(const Frame& frame, const TimeCells& cells, uint64_t days) {
  const TimeSeriesSet set = time_series(frame, cells, HideSmall::kGroups);
  std::vector<std::vector<RollingPoint>> points(cells.groups());
  for (const TimeSeries& series : set.series) {
    for (const Window& window : rolling_by_position(series.buckets(set.times), static_cast<int64_t>(days))) {
      const int64_t last = set.times[window.last].position;
      points[series.group].push_back({last - static_cast<int64_t>(days) + 1, last, window.counts});
    }
  }
  return points;
}

}  // namespace

std::optional<RollingSpan> rolling_span(json::Node option) {
  if (!option.is_object() || option.size() != 1) return std::nullopt;
  const RollingSpan span = {whole_number(option.find("days"), 1, kMostDays),
                            whole_number(option.find("responses"), 1, kMostResponses)};
  return span.days || span.responses ? std::optional(span) : std::nullopt;
}

Result<std::vector<std::vector<RollingPoint>>> rolling_points(const Frame& frame, const RollingSpan& span) {
  const Result<TimeCells> cells = time_cells(frame, {.unit = TimeUnit::kDay});
  if (!cells) return std::unexpected(cells.error());
  return span.days ? by_days(frame, *cells, *span.days) : by_responses(frame, *cells, *span.responses);
}

void write_rolling(JsonWriter& out, const RollingSpan& span, const std::vector<RollingPoint>& points, IntervalChoice choice) {
  out.begin_object();
  out.member(span.days ? "days" : "responses", span.days ? *span.days : *span.responses);
  if (points.empty()) {
    write_unavailable(out, unavailable_name(span.days ? Unavailable::kTooFewBuckets : Unavailable::kTooFewResponses));
  } else {
    out.key("points");
    out.begin_array();
    for (const RollingPoint& point : points) {
      out.begin_object();
      out.member("from", day_text(point.from));
      out.member("to", day_text(point.to));
      write_figure(out, *summarize(point.counts, choice));
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace npscope
