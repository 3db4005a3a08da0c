// SPDX-License-Identifier: MIT
// Cells and the total are written by the same lines.
#include "core/measures/difference.h"

#include <algorithm>

#include "core/measures/sharing.h"
#include "core/measures/two_sides.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) { return std::string(unknown_member(options, {"measure"})); }

void needs(json::Node, const Query&, Needs&) {}

void write_comparison(JsonWriter& out, const ResponseCounts& selected, const ResponseCounts& others, const Frame& frame) {
  write_side(out, "selected", selected, frame);
  write_side(out, "others", others, frame);
  const GroupCounts first = group_counts(selected);
  const GroupCounts second = group_counts(others);
  const double level = level_value(frame.interval.level);
  const std::optional<Difference> found = difference(first, second, level);
  if (!found) {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
    return;
  }
  if (refused_few(frame.query, std::min(first.responses(), second.responses()), out)) return;
  out.key("difference");
  out.begin_object();
  write_difference(out, *found, level);
  out.end_object();
}

void answer(const Frame& frame, json::Node, JsonWriter& out) {
  const std::optional<TwoSides> sides = two_sides(frame, out);
  if (!sides) return;
  write_comparison(out, sides->all_selected, sides->all_others, frame);
  if (sides->cells.axes.empty()) return;
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < sides->cells.count; ++cell) {
    if (!sides->writes(cell)) continue;
    out.begin_object();
    write_cell(out, sides->cells, cell);
    write_comparison(out, sides->selected[cell], sides->others[cell], frame);
    out.end_object();
  }
  out.end_array();
  write_hidden(out, sides->shown);
}

}  // namespace

const Measure kDifferenceMeasure = {"difference", check, needs, answer};

}  // namespace npscope
