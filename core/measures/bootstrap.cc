// SPDX-License-Identifier: MIT
// The bootstrap interval of each cell.
#include "core/stats/bootstrap.h"

#include "core/measures/bootstrap.h"
#include "core/measures/by_cell.h"
#include "core/measures/two_sides.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) {
  const std::string_view unknown = unknown_member(options, {"measure", "level"});
  if (!unknown.empty()) return std::string(unknown);
  return level_option(options, "level", Level::k95) ? "" : "level";
}

void needs(json::Node, const Query&, Needs&) {}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const double level = level_value(level_option(options, "level", frame.interval.level).value_or(frame.interval.level));
  write_cells(out, frame, [&](size_t, const ResponseCounts& counts) {
    const GroupCounts groups = group_counts(counts);
    write_counts(out, groups);
    if (const std::optional<Limits> limits = bootstrap_limits(groups, level)) {
      write_limits(out, "bootstrap", level, *limits);
    } else {
      write_unavailable(out, "too-many-responses");
    }
  });
}

}  // namespace

const Measure kBootstrapMeasure = {.name = "bootstrap", .check = check, .needs = needs, .answer = answer};

}  // namespace npscope
