// SPDX-License-Identifier: MIT
// The table of pairs says everything; figures before and after are its margins.
#include "core/measures/paired.h"

#include <utility>

#include "core/measures/design_json.h"
#include "core/measures/sharing.h"
#include "core/measures/two_sides.h"
#include "core/query/gather.h"
#include "core/stats/paired.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) {
  if (!selected_is_before(options.find("before"))) return "before";
  return std::string(unknown_member(options, {"measure", "before"}));
}

void needs(json::Node, const Query&, Needs& needs) { needs.respondents = true; }

void write_group_figure(JsonWriter& out, std::string_view key, const GroupCounts& counts, const Frame& frame) {
  ResponseCounts responses;
  responses.groups_only = counts;
  write_side(out, key, responses, frame);
}

void write_change(JsonWriter& out, const PairedDifference& change, double level) {
  out.key("change");
  out.begin_object();
  out.member("points", change.estimate * 100);
  out.member("standardError", change.standard_error * 100);
  write_limits(out, "mover", level, change.limits);
  out.member("p", change.p);
  out.member("test", change.test == PairedTest::kSignFlip ? "sign-flip" : "normal");
  out.end_object();
}

void write_table(JsonWriter& out, const GroupPairCounts& pairs) {
  out.key("table");
  out.begin_array();
  for (const auto& row : pairs.counts) {
    out.begin_array();
    for (const uint64_t count : row) out.value(count);
    out.end_array();
  }
  out.end_array();
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  if (refused_keys(frame, ClusterBy::kRespondent, out) || refused_overlap(frame, out)) return;
  std::span<const Selection> before = frame.selected;
  std::span<const Selection> after = frame.others;
  if (!*selected_is_before(options.find("before"))) std::swap(before, after);
  const GatheredPairs gathered = gather_pairs(frame.parts, before, after);
  const double level = level_value(frame.interval.level);
  const std::optional<PairedDifference> change = paired_difference(gathered.pairs, level);
  if (change && refused_few(frame.query, change->respondents, out)) return;
  out.member("respondents", change ? change->respondents : uint64_t{0});
  if (change) {
    write_group_figure(out, "before", counts_before(gathered.pairs), frame);
    write_group_figure(out, "after", counts_after(gathered.pairs), frame);
    write_change(out, *change, level);
    write_table(out, gathered.pairs);
    out.member("movedUp", change->moved_up);
    out.member("movedDown", change->moved_down);
  }
  out.member("onlyBefore", gathered.only_first);
  out.member("onlyAfter", gathered.only_second);
  out.member("withoutRespondent", gathered.without_key);
  if (!change) write_unavailable(out, "no-pairs");
}

}  // namespace

const Measure kPairedMeasure = {"paired", check, needs, answer};

}  // namespace npscope
