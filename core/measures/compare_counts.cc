// SPDX-License-Identifier: MIT
// Written like the measure "difference", so that one piece of a page can show both.
#include "core/measures/compare_counts.h"

#include "core/base/json_writer.h"
#include "core/measures/two_sides.h"
#include "core/stats/difference.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

bool is_counted(const GroupCounts& groups) {
  return groups.detractors <= kMostCounted && groups.passives <= kMostCounted && groups.promoters <= kMostCounted;
}

}  // namespace

std::string compare_counts(const GroupCounts& first, const GroupCounts& second, IntervalChoice choice) {
  JsonWriter out;
  out.begin_object();
  write_figure_member(out, "first", summarize(first, choice));
  write_figure_member(out, "second", summarize(second, choice));
  const double level = level_value(choice.level);
  if (!is_counted(first) || !is_counted(second)) {
    write_unavailable(out, "too-many-responses");
  } else if (const std::optional<Difference> found = difference(first, second, level)) {
    out.key("difference");
    out.begin_object();
    write_difference(out, *found, level);
    out.member("significant", found->p < 1 - level);
    out.end_object();
  } else {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
  }
  out.end_object();
  return out.take();
}

}  // namespace npscope
