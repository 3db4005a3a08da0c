// SPDX-License-Identifier: MIT
// Both sides stand over the same cells, so the statistics get two lists of equal length.
#include "core/measures/decomposition.h"

#include <algorithm>

#include "core/measures/homogeneity.h"
#include "core/measures/sharing.h"
#include "core/measures/two_sides.h"
#include "core/stats/decomposition.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query& query) {
  if (!selected_is_before(options.find("before"))) return "before";
  const std::string_view unknown = unknown_member(options, {"measure", "before"});
  return unknown.empty() ? missing_grouping(query) : std::string(unknown);
}

void needs(json::Node, const Query&, Needs&) {}

void write_share(JsonWriter& out, std::string_view key, const ResponseCounts& counts, uint64_t all, IntervalChoice choice) {
  out.key(key);
  const std::optional<NpsSummary> summary = summarize(counts, choice);
  if (!summary) {
    out.null();
    return;
  }
  out.begin_object();
  out.member("share", static_cast<double>(summary->groups.responses()) / static_cast<double>(all));
  write_figure(out, *summary);
  out.end_object();
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  std::optional<TwoSides> sides = two_sides(frame, out);
  if (!sides) return;
  if (!*selected_is_before(options.find("before"))) sides->swap();
  const GroupCounts before = group_counts(sides->all_selected);
  const GroupCounts after = group_counts(sides->all_others);
  write_side(out, "before", sides->all_selected, frame);
  write_side(out, "after", sides->all_others, frame);
  const std::optional<Decomposition> found = decompose(hidden_as_one(groups_by_cell(sides->selected), sides->shown),
                                                       hidden_as_one(groups_by_cell(sides->others), sides->shown));
  if (!found) {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
    return;
  }
  if (refused_few(frame.query, std::min(before.responses(), after.responses()), out)) return;
  const double level = level_value(frame.interval.level);
  out.key("change");
  out.begin_object();
  write_difference(out, *difference(after, before, level), level);
  out.end_object();
  out.member("mix", found->mix * 100);
  out.member("rate", found->rate * 100);
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < sides->cells.count; ++cell) {
    if (!sides->writes(cell)) continue;
    out.begin_object();
    write_cell(out, sides->cells, cell);
    write_share(out, "before", sides->selected[cell], before.responses(), frame.interval);
    write_share(out, "after", sides->others[cell], after.responses(), frame.interval);
    out.member("mix", found->segments[cell].mix * 100);
    out.member("rate", found->segments[cell].rate * 100);
    out.end_object();
  }
  out.end_array();
  write_hidden(out, sides->shown);
}

}  // namespace

const Measure kDecompositionMeasure = {"decomposition", check, needs, answer};

}  // namespace npscope
