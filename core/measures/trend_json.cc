// SPDX-License-Identifier: MIT
// Statistics are in [-1, 1]; here they become points.
#include "core/measures/trend_json.h"

#include <algorithm>
#include <array>

#include "core/measures/two_sides.h"
#include "core/stats/change_points.h"
#include "core/stats/control_chart.h"
#include "core/stats/rank_trend.h"
#include "core/stats/trend_line.h"

namespace npscope {
namespace {

constexpr std::array<std::string_view, 3> kControlNames = {"none", "shewhart", "laney"};

void write_without(JsonWriter& out, std::string_view name, Unavailable reason) {
  write_without(out, name, unavailable_name(reason));
}

void write_end(JsonWriter& out, const Course& course, const TrendLine& line, size_t bucket) {
  const int64_t position = course.buckets[bucket].position;
  out.begin_object();
  out.member("label", course.labels[bucket]);
  out.member("position", position);
  out.member("nps", line.value_at(static_cast<double>(position)) * 100);
  out.end_object();
}

void write_boundary(JsonWriter& out, std::string_view name, const Course& course, const Boundary& boundary) {
  out.key(name);
  out.begin_array();
  out.value(course.labels[boundary.before]);
  out.value(course.labels[boundary.after]);
  out.end_array();
}

void write_stretch(JsonWriter& out, std::string_view name, const Course& course, const ChangeSegment& stretch,
                   IntervalChoice choice) {
  out.key(name);
  out.begin_object();
  out.member("from", course.labels[stretch.first]);
  out.member("to", course.labels[stretch.last]);
  write_figure(out, *summarize(stretch.counts, choice));
  out.end_object();
}

void write_chart_point(JsonWriter& out, const Course& course, const ChartPoint& point) {
  const Bucket& bucket = course.buckets[point.period];
  out.begin_object();
  out.member("label", course.labels[point.period]);
  out.member("position", bucket.position);
  out.member("responses", bucket.counts.responses());
  out.member("nps", point.nps * 100);
  out.member("low", point.limits.low * 100);
  out.member("high", point.limits.high * 100);
  out.member("z", point.z);
  out.member("beyond", point.beyond);
  out.member("run", point.run);
  out.end_object();
}

}  // namespace

std::string_view control_name(ControlKind kind) { return kControlNames[static_cast<size_t>(kind)]; }

std::optional<ControlKind> control_named(std::string_view name) {
  for (const ControlKind kind : {ControlKind::kNone, ControlKind::kShewhart, ControlKind::kLaney}) {
    if (control_name(kind) == name) return kind;
  }
  return std::nullopt;
}

void write_without(JsonWriter& out, std::string_view name, std::string_view code) {
  out.key(name);
  out.begin_object();
  write_unavailable(out, code);
  out.end_object();
}

void write_slope(JsonWriter& out, const Course& course, double level) {
  const Available<TrendLine> line = trend_line(course.buckets, level);
  if (!line) {
    write_without(out, "slope", line.error());
    return;
  }
  out.key("slope");
  out.begin_object();
  out.member("slope", line->slope * 100);
  write_limits(out, "inverse-variance", level, line->limits);
  out.member("standardError", line->standard_error * 100);
  out.member("knownError", line->known_error * 100);
  out.member("z", line->z);
  out.member("p", line->p);
  out.member("buckets", static_cast<uint64_t>(line->buckets));
  const std::vector<size_t> known = answered(course.buckets);
  out.key("line");
  out.begin_array();
  write_end(out, course, *line, known.front());
  write_end(out, course, *line, known.back());
  out.end_array();
  if (line->lack_of_fit) {
    out.key("lackOfFit");
    out.begin_object();
    out.member("q", line->lack_of_fit->q);
    out.member("degrees", line->lack_of_fit->degrees);
    out.member("p", line->lack_of_fit->p);
    out.end_object();
  }
  out.end_object();
}

void write_ranks(JsonWriter& out, const Course& course, double level) {
  const Available<RankTrend> ranks = rank_trend(course.buckets, level);
  if (!ranks) {
    write_without(out, "mannKendall", ranks.error());
    write_without(out, "sen", ranks.error());
    return;
  }
  out.key("mannKendall");
  out.begin_object();
  out.member("s", ranks->s);
  out.member("variance", ranks->variance);
  out.member("tau", ranks->tau);
  out.member("z", ranks->z);
  out.member("p", ranks->p);
  out.member("buckets", static_cast<uint64_t>(ranks->buckets));
  out.end_object();
  out.key("sen");
  out.begin_object();
  out.member("slope", ranks->slope * 100);
  if (ranks->limits) {
    write_limits(out, "ranks", level, *ranks->limits);
  } else {
    out.key("interval");
    out.null();
  }
  out.end_object();
}

void write_change_points(JsonWriter& out, const Course& course, IntervalChoice choice) {
  const Available<ChangePoints> found = change_points(course.buckets);
  if (!found) {
    write_without(out, "changePoints", found.error());
    return;
  }
  out.key("changePoints");
  out.begin_object();
  out.member("penalty", found->penalty);
  out.key("changes");
  out.begin_array();
  for (size_t i = 0; i < found->changes.size(); ++i) {
    const PossibleChange& change = found->changes[i];
    out.begin_object();
    write_boundary(out, "between", course, change.place);
    write_boundary(out, "earliest", course, change.earliest);
    write_boundary(out, "latest", course, change.latest);
    out.member("improvement", change.improvement);
    write_stretch(out, "before", course, found->segments[i], choice);
    write_stretch(out, "after", course, found->segments[i + 1], choice);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_control(JsonWriter& out, const Course& course, ControlKind kind, std::optional<uint64_t> baseline) {
  const size_t buckets = course.buckets.size();
  const Baseline base = {0, baseline && *baseline < buckets ? static_cast<size_t>(*baseline) : buckets};
  const LimitWidth width = kind == ControlKind::kLaney ? LimitWidth::kLaney : LimitWidth::kThreeSigma;
  const Available<ControlChart> chart = control_chart(course.buckets, base, width);
  if (!chart) {
    write_without(out, "control", chart.error());
    return;
  }
  out.key("control");
  out.begin_object();
  out.member("kind", control_name(kind));
  out.key("baseline");
  out.begin_object();
  out.member("from", course.labels.front());
  out.member("to", course.labels[base.to - 1]);
  out.member("buckets", static_cast<uint64_t>(answered(std::span(course.buckets).first(base.to)).size()));
  out.end_object();
  out.member("centre", chart->centre * 100);
  out.member("deviation", chart->deviation * 100);
  if (kind == ControlKind::kLaney) out.member("sigmaZ", chart->widening);
  out.key("points");
  out.begin_array();
  for (const ChartPoint& point : chart->points) write_chart_point(out, course, point);
  out.end_array();
  out.key("out");
  out.begin_array();
  for (const ChartPoint& point : chart->points) {
    if (point.beyond || point.run) out.value(course.labels[point.period]);
  }
  out.end_array();
  out.end_object();
}

}  // namespace npscope
