// SPDX-License-Identifier: MIT
// The figure of each cell.
#include "core/measures/nps.h"

#include "core/measures/by_cell.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) { return std::string(unknown_member(options, {"measure"})); }

void needs(json::Node, const Query&, Needs&) {}

void answer(const Frame& frame, json::Node, JsonWriter& out) {
  std::vector<UnitMeans> means;
  if (frame.by_unit) means = gather_unit_means(frame.parts, frame.selected, frame.cells);
  write_cells(out, frame, [&](size_t cell, const ResponseCounts& counts) {
    const std::optional<NpsSummary> summary =
        frame.by_unit ? summarize(counts, means[cell], frame.interval) : summarize(counts, frame.interval);
    if (!summary) return;
    write_figure(out, *summary);
    out.member("margin", (summary->limits.high - summary->limits.low) / 2);
    out.member("small", summary->units.value_or(summary->groups.responses()) < kFewResponses);
  });
}

}  // namespace

const Measure kNpsMeasure = {.name = "nps", .check = check, .needs = needs, .answer = answer, .counts_units = true};

}  // namespace npscope
