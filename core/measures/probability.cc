// SPDX-License-Identifier: MIT
// The posterior of each cell.
#include "core/measures/probability.h"

#include "core/measures/by_cell.h"
#include "core/measures/two_sides.h"
#include "core/stats/posterior.h"
#include "core/stats/real_counts.h"
#include "core/stats/wald_interval.h"

namespace npscope {
namespace {

std::optional<double> threshold_of(json::Node options) { return number_option(options, "threshold", 0, -100, 100); }

std::string check(json::Node options, const Query&) {
  const std::string_view unknown = unknown_member(options, {"measure", "threshold", "level"});
  if (!unknown.empty()) return std::string(unknown);
  if (!threshold_of(options)) return "threshold";
  return level_option(options, "level", Level::k95) ? "" : "level";
}

void needs(json::Node, const Query&, Needs&) {}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const double threshold = threshold_of(options).value_or(0);
  const double level = level_value(level_option(options, "level", frame.interval.level).value_or(frame.interval.level));
  out.member("method", method_name(IntervalMethod::kJeffreys));
  out.member("threshold", threshold);
  out.member("level", level);
  write_cells(out, frame, [&](size_t, const ResponseCounts& counts) {
    const GroupCounts groups = group_counts(counts);
    const std::optional<Posterior> found = posterior(groups, level);
    if (!found) return;
    write_counts(out, groups);
    const RealCounts parameters = sum_of(real_counts(groups), kJeffreysPrior);
    out.member("probability", threshold == 0 ? found->above_zero : posterior_above(parameters, threshold / 100));
    out.member("expected", found->mean * 100);
    out.member("deviation", found->deviation * 100);
    write_limits(out, method_name(IntervalMethod::kJeffreys), level, found->limits);
  });
}

}  // namespace

const Measure kProbabilityMeasure = {.name = "probability", .check = check, .needs = needs, .answer = answer};

}  // namespace npscope
