// SPDX-License-Identifier: MIT
// Both sides are gathered over the same cells, so that a value that only one of them has is an empty cell of the other.
#include "core/measures/two_sides.h"

#include <utility>

#include "core/base/codes.h"
#include "core/measures/sharing.h"
#include "core/query/gather.h"

namespace npscope {
namespace {

ResponseCounts sum_of(const std::vector<ResponseCounts>& cells) {
  ResponseCounts all;
  for (const ResponseCounts& one : cells) all.merge(one);
  return all;
}

bool overlap(const Frame& frame) {
  for (size_t part = 0; part < frame.parts.size(); ++part) {
    const Selection& selected = frame.selected[part];
    const Selection& others = frame.others[part];
    for (size_t i = 0; i < selected.size(); ++i) {
      if ((selected[i] & others[i]) != 0) return true;
    }
  }
  return false;
}

}  // namespace

bool TwoSides::writes(size_t cell) const {
  return shown.shows(cell) && (selected[cell] != ResponseCounts{} || others[cell] != ResponseCounts{});
}

void TwoSides::swap() {
  std::swap(selected, others);
  std::swap(all_selected, all_others);
}

bool refused_overlap(const Frame& frame, JsonWriter& out) {
  if (!frame.query.with || !overlap(frame)) return false;
  write_unavailable(out, "overlapping-sets");
  return true;
}

std::optional<TwoSides> two_sides(const Frame& frame, JsonWriter& out) {
  if (refused_overlap(frame, out)) return std::nullopt;
  TwoSides result;
  if (frame.query.with || frame.cells.axes.empty()) {
    result.cells = frame.cells;
  } else {
    // The frame's cells know the selected responses only.
    Result<Cells> both = cells_of(frame.parts, frame.selected, frame.others, frame.query);
    if (!both) {
      write_unavailable(out, code_name(both.error().code), both.error().detail);
      return std::nullopt;
    }
    result.cells = std::move(*both);
  }
  result.selected = gather_scores(frame.parts, frame.selected, result.cells);
  result.others = gather_scores(frame.parts, frame.others, result.cells);
  result.all_selected = sum_of(result.selected);
  result.all_others = sum_of(result.others);
  result.shown = shown_cells(frame.query, result.cells, result.selected);
  result.shown.hide_too(shown_cells(frame.query, result.cells, result.others));
  return result;
}

void write_side(JsonWriter& out, std::string_view key, const ResponseCounts& counts, const Frame& frame) {
  const bool hidden = too_few_to_share(frame.query, group_counts(counts).responses());
  write_figure_member(out, key, hidden ? std::nullopt : summarize(counts, frame.interval));
}

void write_limits(JsonWriter& out, std::string_view method, double level, const Limits& limits) {
  out.key("interval");
  out.begin_object();
  out.member("method", method);
  out.member("level", level);
  out.member("low", limits.low * 100);
  out.member("high", limits.high * 100);
  out.end_object();
}

void write_difference(JsonWriter& out, const Difference& difference, double level) {
  out.member("points", difference.estimate * 100);
  write_limits(out, "mover", level, difference.limits);
  out.member("p", difference.p);
  out.member("test", test_name(difference.test));
}

std::optional<bool> selected_is_before(json::Node option) {
  if (!option.exists() || option.text() == "with") return false;
  if (option.text() == "selected") return true;
  return std::nullopt;
}

}  // namespace npscope
