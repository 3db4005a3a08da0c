// SPDX-License-Identifier: MIT
// Windows of days come from days; windows of responses from moments within days, of which each day keeps its last window.
#include "core/measures/rolling.h"

#include <algorithm>
#include <span>

#include "core/query/gather.h"
#include "core/stats/rolling.h"

namespace npscope {
namespace {

constexpr uint64_t kMostDays = 3660;
constexpr uint64_t kMostResponses = 1'000'000'000;

struct Answer {
  int64_t when = 0;
  uint32_t times = 0;
  /// 0 detractor, 1 passive, 2 promoter.
  uint32_t group = 0;
};

/// The selected responses with a day: those of a cell stand together, in the order of their moments.
struct DatedAnswers {
  std::vector<Answer> answers;
  /// By cell, where its answers end; those of the first begin at 0.
  std::vector<size_t> ends;

  [[nodiscard]] std::span<const Answer> of(size_t cell) const {
    const size_t start = cell == 0 ? 0 : ends[cell - 1];
    return std::span(answers).subspan(start, ends[cell] - start);
  }
};

template <class Take>
void for_each_dated(const Frame& frame, const TimeCells& cells, Take take) {
  for (size_t p = 0; p < frame.parts.size(); ++p) {
    const Part& part = frame.parts[p];
    if (part.days.empty()) continue;
    for (size_t i = 0; i < part.size(); ++i) {
      if (frame.selected[p][i] != 0 && part.days[i] != kNoDay) take(part, i, cells.cells.cell(p, i));
    }
  }
}

DatedAnswers dated_answers(const Frame& frame, const TimeCells& cells) {
  DatedAnswers dated;
  std::vector<size_t> next(cells.cells.count + 1);
  for_each_dated(frame, cells, [&](const Part&, size_t, uint32_t cell) { ++next[cell + 1]; });
  for (size_t cell = 1; cell < next.size(); ++cell) next[cell] += next[cell - 1];
  dated.ends.assign(next.begin() + 1, next.end());
  dated.answers.resize(next.back());
  for_each_dated(frame, cells, [&](const Part& part, size_t i, uint32_t cell) {
    const int64_t when = part.moments.empty() ? kNoTime : part.moments[i];
    dated.answers[next[cell]++] = {when, static_cast<uint32_t>(part.times_of(i)), part.group_of(i)};
  });
  size_t start = 0;
  for (const size_t end : dated.ends) {
    std::ranges::sort(std::span(dated.answers).subspan(start, end - start), {}, &Answer::when);
    start = end;
  }
  return dated;
}

/// What came at the same time on one day is one bucket.
struct Moments {
  std::vector<Bucket> buckets;
  /// By bucket.
  std::vector<int64_t> days;

  void add(int64_t day, std::span<const Answer> answers) {
    for (size_t i = 0; i < answers.size(); ++i) {
      if (i == 0 || answers[i].when != answers[i - 1].when) {
        buckets.push_back({static_cast<int64_t>(buckets.size()), {}});
        days.push_back(day);
      }
      GroupCounts& counts = buckets.back().counts;
      const unsigned group = answers[i].group;
      (group == 0 ? counts.detractors : group == 1 ? counts.passives : counts.promoters) += answers[i].times;
    }
  }
};

std::vector<std::vector<RollingPoint>> by_responses(const Frame& frame, const TimeCells& cells, uint64_t responses) {
  const DatedAnswers dated = dated_answers(frame, cells);
  std::vector<std::vector<RollingPoint>> points(cells.groups());
  for (size_t group = 0; group < points.size(); ++group) {
    Moments moments;
    for (size_t time = 0; time < cells.times().size(); ++time) {
      moments.add(cells.times()[time].position, dated.of(time * points.size() + group));
    }
    for (const Window& window : rolling_by_responses(moments.buckets, responses)) {
      const RollingPoint point = {moments.days[window.first], moments.days[window.last], window.counts};
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
