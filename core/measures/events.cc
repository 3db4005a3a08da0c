// SPDX-License-Identifier: MIT
// Each event is compared for itself; only the adjusted p and the overlaps know the others.
#include "core/measures/events.h"

#include <algorithm>

#include "core/measures/event_list.h"
#include "core/measures/event_windows.h"
#include "core/measures/time_series.h"
#include "core/measures/two_sides.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query& query) {
  const auto parsed = event_options(options, query);
  return parsed ? std::string() : parsed.error();
}

void needs(json::Node, const Query&, Needs&) {}

void write_window(JsonWriter& out, std::string_view name, int64_t from, int64_t to, const GroupCounts& counts, bool hidden,
                  IntervalChoice choice) {
  out.key(name);
  out.begin_object();
  out.member("from", day_text(from));
  out.member("to", day_text(to));
  if (hidden) {
    out.key("responses");
    out.null();
  } else if (const std::optional<NpsSummary> summary = summarize(counts, choice)) {
    write_figure(out, *summary);
  } else {
    out.member("responses", 0);
  }
  out.end_object();
}

void write_overlaps(JsonWriter& out, const EventOptions& options, size_t index) {
  out.key("overlaps");
  out.begin_array();
  for (size_t other = 0; other < options.events.size(); ++other) {
    const Event& event = options.events[other];
    const int64_t distance = event.day - options.events[index].day;
    if (other == index || distance > options.window || distance < -options.window) continue;
    out.begin_object();
    out.member("day", day_text(event.day));
    out.member("name", event.name);
    out.end_object();
  }
  out.end_array();
}

void write_effect(JsonWriter& out, const EventComparison& comparison, double level) {
  const EventEffect& effect = *comparison.effect;
  out.key("difference");
  out.begin_object();
  write_difference(out, effect.difference, level);
  out.member("adjustedP", comparison.adjusted_p);
  out.end_object();
  out.key("preTrend");
  out.begin_object();
  out.member("found", pre_trend_name(effect.pre_trend));
  if (effect.line_before) {
    out.member("slope", effect.line_before->slope * 100);
    write_limits(out, "inverse-variance", level, effect.line_before->limits);
    out.member("p", effect.line_before->p);
  }
  if (effect.expected_by_trend) out.member("expected", *effect.expected_by_trend * 100);
  out.end_object();
}

void write_event(JsonWriter& out, const Frame& frame, const EventOptions& options, size_t index,
                 const EventComparison& comparison) {
  const Event& event = options.events[index];
  out.begin_object();
  out.member("day", day_text(event.day));
  out.member("name", event.name);
  out.key("kind");
  if (event.kind) {
    out.value(*event.kind);
  } else {
    out.null();
  }
  write_window(out, "before", comparison.spans.first_before, comparison.spans.last_before, comparison.before, comparison.hidden,
               frame.interval);
  write_window(out, "after", comparison.spans.first_after, comparison.spans.last_after, comparison.after, comparison.hidden,
               frame.interval);
  write_overlaps(out, options, index);
  if (comparison.effect) {
    write_effect(out, comparison, level_value(frame.interval.level));
  } else {
    write_unavailable(out,
                      comparison.hidden ? std::string_view("too-few-to-share") : unavailable_name(comparison.effect.error()));
  }
  out.end_object();
}

void write_series(JsonWriter& out, const Frame& frame, const EventOptions& options, const TimeSeriesSet& set) {
  out.key("series");
  out.begin_array();
  for (const TimeSeries& series : set.series) {
    out.begin_object();
    if (!set.groups.axes.empty()) write_cell(out, set.groups, series.group);
    write_undated(out, set, series);
    const std::vector<EventComparison> found =
        compare_events(series.buckets(set.times), options, set.shown.minimum, level_value(frame.interval.level));
    out.key("events");
    out.begin_array();
    for (size_t i = 0; i < found.size(); ++i) write_event(out, frame, options, i, found[i]);
    out.end_array();
    out.end_object();
  }
  out.end_array();
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const EventOptions options = event_options(node, frame.query).value_or(EventOptions());
  out.key("window");
  out.begin_object();
  out.member("days", options.window);
  out.end_object();
  const Result<TimeCells> cells = time_cells(frame, {.unit = TimeUnit::kDay});
  if (!cells) {
    write_no_times(out, frame, cells.error());
    return;
  }
  const TimeSeriesSet set = time_series(frame, *cells, HideSmall::kGroups);
  out.member("minimum", std::max(options.minimum, set.shown.minimum));
  write_undated(out, set);
  write_hidden(out, set.shown);
  if (set.series.empty() && set.shown.hidden.empty()) {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
  } else if (set.times.empty()) {
    write_unavailable(out, "no-dates");
  } else {
    write_series(out, frame, options, set);
  }
}

}  // namespace

const Measure kEventsMeasure = {"events", check, needs, answer};

}  // namespace npscope
