// SPDX-License-Identifier: MIT
// Written like the measure "difference", so that one piece of a page can show both.
#include "core/measures/compare_counts.h"

#include <array>

#include "core/base/check.h"
#include "core/base/json_writer.h"
#include "core/measures/two_sides.h"
#include "core/stats/difference.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<uint64_t> count_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  uint64_t count = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + static_cast<uint64_t>(c - '0');
    if (count > kMostCounted) return std::nullopt;
  }
  return count;
}

void write_counted(JsonWriter& out, std::string_view name, const GroupCounts& groups, IntervalChoice choice) {
  out.key(name);
  const std::optional<NpsSummary> summary = summarize(groups, choice);
  if (!summary) {
    out.null();
    return;
  }
  out.begin_object();
  write_figure(out, *summary);
  out.end_object();
}

}  // namespace

std::optional<GroupCounts> parse_counts(std::string_view text) {
  std::array<uint64_t, 3> counts{};
  for (size_t i = 0; i < counts.size(); ++i) {
    const size_t end = i + 1 < counts.size() ? text.find(',') : text.size();
    if (end == std::string_view::npos) return std::nullopt;
    const std::optional<uint64_t> count = count_of(without_spaces(text.substr(0, end)));
    if (!count) return std::nullopt;
    counts[i] = *count;
    text.remove_prefix(i + 1 < counts.size() ? end + 1 : end);
  }
  return GroupCounts{counts[0], counts[1], counts[2]};
}

std::string compare_counts(const GroupCounts& first, const GroupCounts& second, IntervalChoice choice) {
  for (const GroupCounts& groups : {first, second}) {
    NPS_CHECK(groups.detractors <= kMostCounted && groups.passives <= kMostCounted && groups.promoters <= kMostCounted);
  }
  JsonWriter out;
  out.begin_object();
  write_counted(out, "first", first, choice);
  write_counted(out, "second", second, choice);
  const double level = level_value(choice.level);
  if (const std::optional<Difference> found = difference(first, second, level)) {
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
