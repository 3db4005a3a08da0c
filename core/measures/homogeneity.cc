// SPDX-License-Identifier: MIT
// Cells stand in the order of the axes, which owes nothing to the order of the files.
#include "core/measures/homogeneity.h"

#include "core/measures/sharing.h"
#include "core/query/gather.h"
#include "core/stats/homogeneity.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query& query) {
  const std::string_view unknown = unknown_member(options, {"measure"});
  return unknown.empty() ? missing_grouping(query) : std::string(unknown);
}

void needs(json::Node, const Query&, Needs&) {}

void answer(const Frame& frame, json::Node, JsonWriter& out) {
  const std::vector<ResponseCounts> counts = gather_scores(frame.parts, frame.selected, frame.cells);
  const Shown shown = shown_cells(frame, counts);
  write_homogeneity(out, without_hidden(groups_by_cell(counts), shown));
  write_hidden(out, shown);
}

}  // namespace

std::string missing_grouping(const Query& query) { return query.group_by.empty() ? "groupBy" : std::string(); }

void write_homogeneity(JsonWriter& out, std::span<const GroupCounts> cells) {
  uint64_t groups = 0;
  uint64_t responses = 0;
  for (const GroupCounts& cell : cells) {
    groups += cell.responses() > 0 ? 1 : 0;
    responses += cell.responses();
  }
  out.member("groups", groups);
  out.member("responses", responses);
  const std::optional<Homogeneity> found = homogeneity(cells);
  if (!found) {
    write_unavailable(out, responses == 0 ? unavailable_name(Unavailable::kNoResponses) : "one-group");
    return;
  }
  out.member("pooled", found->pooled * 100);
  out.member("q", found->q);
  out.member("degrees", found->degrees);
  out.member("p", found->p);
  out.member("smoothed", found->smoothed);
}

const Measure kHomogeneityMeasure = {"homogeneity", check, needs, answer};

}  // namespace npscope
