// SPDX-License-Identifier: MIT
// Options first; then series by series, each from its buckets alone.
#include "core/measures/trend.h"

#include <algorithm>
#include <expected>
#include <limits>

#include "core/base/codes.h"
#include "core/measures/rolling.h"
#include "core/measures/time_series.h"
#include "core/measures/trend_json.h"
#include "core/query/time_buckets.h"

namespace npscope {
namespace {

/// Pairs of buckets that ranks and change points may look at, over all series: about a quarter of a second.
constexpr uint64_t kMostPairs = 8'000'000;

/// A bucket with more than one in so many days missing is partial.
constexpr int64_t kPartialShare = 10;

/// Both included.
struct DaySpan {
  int64_t first = 0;
  int64_t last = 0;
};

struct TrendOptions {
  TimeBuckets kind;
  bool slope = true;
  bool change_points = true;
  ControlKind control = ControlKind::kNone;
  std::optional<uint64_t> baseline;
  std::optional<RollingSpan> rolling;
};

/// False: the option is there and is no boolean.
bool read_flag(json::Node node, bool& flag) {
  if (!node.exists()) return true;
  const std::optional<bool> value = node.boolean();
  if (value) flag = *value;
  return value.has_value();
}

bool read_unit(json::Node node, TimeUnit& unit) {
  if (!node.exists()) return true;
  const std::optional<TimeUnit> named = node.text() ? time_unit_named(*node.text()) : std::nullopt;
  if (named) unit = *named;
  return named.has_value();
}

bool read_first_month(json::Node node, unsigned& month) {
  if (!node.exists()) return true;
  const std::optional<uint64_t> number = whole_number(node, 1, 12);
  if (number) month = static_cast<unsigned>(*number);
  return number.has_value();
}

bool read_control(json::Node node, ControlKind& control) {
  if (!node.exists()) return true;
  const std::optional<ControlKind> named = node.text() ? control_named(*node.text()) : std::nullopt;
  if (named) control = *named;
  return named.has_value();
}

/// Or the member that is not understood.
std::expected<TrendOptions, std::string> trend_options(json::Node options, const Query& query) {
  const std::string_view unknown =
      unknown_member(options, {"measure", "unit", "firstMonth", "slope", "changePoints", "control", "baseline", "rolling"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  if (!has_room_for_time(query)) return std::unexpected("groupBy");
  TrendOptions result;
  result.kind = time_of(query).value_or(TimeBuckets());
  if (!read_unit(options.find("unit"), result.kind.unit)) return std::unexpected("unit");
  if (!read_first_month(options.find("firstMonth"), result.kind.first_month)) return std::unexpected("firstMonth");
  if (!read_flag(options.find("slope"), result.slope)) return std::unexpected("slope");
  if (!read_flag(options.find("changePoints"), result.change_points)) return std::unexpected("changePoints");
  if (!read_control(options.find("control"), result.control)) return std::unexpected("control");
  if (options.find("baseline").exists()) {
    result.baseline = whole_number(options.find("baseline"), 1, kMostBuckets);
    if (!result.baseline) return std::unexpected("baseline");
  }
  if (options.find("rolling").exists()) {
    result.rolling = rolling_span(options.find("rolling"));
    if (!result.rolling) return std::unexpected("rolling");
  }
  return result;
}

std::string check(json::Node options, const Query& query) {
  const auto parsed = trend_options(options, query);
  return parsed ? std::string() : parsed.error();
}

void needs(json::Node options, const Query& query, Needs& needs) {
  const auto parsed = trend_options(options, query);
  if (parsed && parsed->rolling && parsed->rolling->responses) needs.moments = true;
}

/// What all series are written with.
struct Trend {
  const Frame& frame;
  const TrendOptions& options;
  const TimeSeriesSet& set;
  DaySpan all;
  /// Ranks and change points may be asked for.
  bool pairs = true;
  /// By group; nothing when they are not wanted or cannot be had.
  std::optional<std::vector<std::vector<RollingPoint>>> rolling;
  std::string_view no_rolling;
};

/// The first and the last day of all that count, whatever the filter. REQUIRES: some have a day.
DaySpan days_of_all(std::span<const Part> parts) {
  DaySpan span = {std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::min()};
  for (const Part& part : parts) {
    for (size_t i = 0; i < part.days.size(); ++i) {
      const int64_t day = part.days[i];
      if (day == kNoDay || part.counted[i] == 0 || part.times_of(i) == 0) continue;
      span.first = std::min(span.first, day);
      span.last = std::max(span.last, day);
    }
  }
  return span;
}

/// More than a tenth of its days are not among those of the responses.
bool is_partial(DaySpan bucket, DaySpan all) {
  const int64_t missing = std::max<int64_t>(all.first - bucket.first, 0) + std::max<int64_t>(bucket.last - all.last, 0);
  return missing * kPartialShare > bucket.last - bucket.first + 1;
}

void write_buckets(JsonWriter& out, const Trend& trend, const TimeSeries& series) {
  const TimeBuckets& kind = trend.options.kind;
  const auto start = [&](int64_t position) { return bucket_start(position, kind.unit, kind.first_month); };
  out.key("buckets");
  out.begin_array();
  for (size_t i = 0; i < trend.set.times.size(); ++i) {
    const AxisValue& time = trend.set.times[i];
    out.begin_object();
    out.member("label", *time.label);
    out.member("position", time.position);
    const DaySpan days = {start(time.position), start(time.position + 1) - 1};
    out.member("firstDay", day_text(days.first));
    out.member("lastDay", day_text(days.last));
    if (is_partial(days, trend.all)) out.member("partial", true);
    if (const std::optional<NpsSummary> summary = summarize(series.counts[i], trend.frame.interval)) {
      write_figure(out, *summary);
    } else if (trend.set.shown.hidden.empty()) {
      out.member("responses", 0);
    } else {
      // None, or too few to be told: both look alike.
      out.key("responses");
      out.null();
    }
    out.end_object();
  }
  out.end_array();
}

void write_course(JsonWriter& out, const Trend& trend, const TimeSeries& series) {
  const TrendOptions& options = trend.options;
  const double level = level_value(trend.frame.interval.level);
  Course course;
  course.buckets = series.buckets(trend.set.times);
  for (const AxisValue& time : trend.set.times) course.labels.push_back(*time.label);
  const std::string_view too_many = unavailable_name(Unavailable::kTooManyBuckets);
  if (options.slope) {
    write_slope(out, course, level);
    if (trend.pairs) {
      write_ranks(out, course, level);
    } else {
      write_without(out, "mannKendall", too_many);
      write_without(out, "sen", too_many);
    }
  }
  if (options.change_points) {
    if (trend.pairs) {
      write_change_points(out, course, trend.frame.interval);
    } else {
      write_without(out, "changePoints", too_many);
    }
  }
  if (options.control != ControlKind::kNone) write_control(out, course, options.control, options.baseline);
}

void write_series(JsonWriter& out, const Trend& trend, const TimeSeries& series) {
  out.begin_object();
  if (!trend.set.groups.axes.empty()) write_cell(out, trend.set.groups, series.group);
  write_undated(out, trend.set, series);
  write_buckets(out, trend, series);
  write_course(out, trend, series);
  if (trend.rolling) {
    out.key("rolling");
    write_rolling(out, *trend.options.rolling, (*trend.rolling)[series.group], trend.frame.interval);
  } else if (trend.options.rolling) {
    write_without(out, "rolling", trend.no_rolling);
  }
  out.end_object();
}

/// Why there is no series at all; empty: there is.
std::string_view missing(const TimeSeriesSet& set) {
  if (set.series.empty() && set.shown.hidden.empty()) return unavailable_name(Unavailable::kNoResponses);
  if (set.times.empty()) return "no-dates";
  if (set.times.size() > kMostBuckets) return unavailable_name(Unavailable::kTooManyBuckets);
  return {};
}

bool pairs_allowed(const TimeSeriesSet& set) {
  uint64_t pairs = 0;
  for (const TimeSeries& series : set.series) {
    const uint64_t buckets = answered(series.buckets(set.times)).size();
    pairs += buckets * buckets;
  }
  return pairs <= kMostPairs;
}

void add_rolling(Trend& trend) {
  // The windows of two days that follow each other tell what one day adds.
  if (trend.set.shown.minimum > 0) {
    trend.no_rolling = "too-few-to-share";
    return;
  }
  auto points = rolling_points(trend.frame, *trend.options.rolling);
  if (points) {
    trend.rolling = std::move(*points);
  } else {
    trend.no_rolling = code_name(points.error().code);
  }
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const TrendOptions options = trend_options(node, frame.query).value_or(TrendOptions());
  out.member("unit", time_unit_name(options.kind.unit));
  out.member("firstMonth", options.kind.first_month);
  const Result<TimeCells> cells = time_cells(frame, options.kind);
  if (!cells) {
    write_no_times(out, frame, cells.error());
    return;
  }
  const TimeSeriesSet set = time_series(frame, *cells, HideSmall::kBuckets);
  write_undated(out, set);
  write_hidden(out, set.shown);
  if (const std::string_view code = missing(set); !code.empty()) {
    write_unavailable(out, code);
    return;
  }
  Trend trend = {frame, options, set, days_of_all(frame.parts), pairs_allowed(set), std::nullopt, {}};
  if (options.rolling) add_rolling(trend);
  out.key("series");
  out.begin_array();
  for (const TimeSeries& series : set.series) write_series(out, trend, series);
  out.end_array();
}

}  // namespace

const Measure kTrendMeasure = {"trend", check, needs, answer};

}  // namespace npscope
