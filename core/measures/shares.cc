// SPDX-License-Identifier: MIT
// The three shares of each cell.
#include "core/measures/shares.h"

#include "core/measures/by_cell.h"
#include "core/stats/share_intervals.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) {
  const std::string_view unknown = unknown_member(options, {"measure", "level"});
  if (!unknown.empty()) return std::string(unknown);
  return level_option(options, "level", Level::k95) ? "" : "level";
}

void needs(json::Node, const Query&, Needs&) {}

void write_share(JsonWriter& out, std::string_view name, uint64_t count, uint64_t responses, const Limits& limits) {
  out.key(name);
  out.begin_object();
  out.member("share", static_cast<double>(count) / static_cast<double>(responses));
  out.member("low", limits.low);
  out.member("high", limits.high);
  out.end_object();
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const double level = level_value(level_option(options, "level", frame.interval.level).value_or(frame.interval.level));
  out.member("method", "goodman");
  out.member("level", level);
  write_cells(out, frame, [&](size_t, const ResponseCounts& counts) {
    const GroupCounts groups = group_counts(counts);
    const std::optional<ShareIntervals> shares = share_intervals(groups, level);
    if (!shares) return;
    write_counts(out, groups);
    out.key("shares");
    out.begin_object();
    write_share(out, "detractors", groups.detractors, groups.responses(), shares->detractors);
    write_share(out, "passives", groups.passives, groups.responses(), shares->passives);
    write_share(out, "promoters", groups.promoters, groups.responses(), shares->promoters);
    out.end_object();
  });
}

}  // namespace

const Measure kSharesMeasure = {.name = "shares", .check = check, .needs = needs, .answer = answer};

}  // namespace npscope
