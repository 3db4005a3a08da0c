// SPDX-License-Identifier: MIT
// The codes that selected responses have are found first, so that a column of a million texts needs no table of counts.
#include "core/query/gather_joint.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/base/check.h"

namespace npscope {
namespace {

/// A code that no selected response has.
constexpr uint32_t kUnused = UINT32_MAX;

/// By code: its place among those that are used; the last is that of empty cells.
struct Places {
  std::vector<uint32_t> of_code;
  std::vector<uint32_t> codes;
};

Places used_places(const CodeColumn& column, const Selection& selected, size_t most_values) {
  Places places{std::vector<uint32_t>(column.texts.size(), kUnused), {}};
  for (size_t i = 0; i < selected.size(); ++i) {
    const uint32_t code = column.codes[i];
    if (selected[i] == 0 || code == CodeColumn::kNone || places.of_code[code] != kUnused) continue;
    places.of_code[code] = static_cast<uint32_t>(places.codes.size());
    places.codes.push_back(code);
    if (places.codes.size() > most_values) break;
  }
  return places;
}

/// False: too many values.
[[gnu::noinline]] bool add_part(const Part& part, const Selection& selected, const CodeColumn* column, size_t most_values,
                                std::vector<KeyedCounts::Entry>& entries) {
  const Places places = column == nullptr ? Places() : used_places(*column, selected, most_values);
  if (places.codes.size() > most_values) return false;
  std::vector<ResponseCounts> counts(places.codes.size() + 1);
  for (size_t i = 0; i < part.size(); ++i) {
    if (selected[i] == 0) continue;
    const uint32_t code = column == nullptr ? CodeColumn::kNone : column->codes[i];
    const size_t place = code == CodeColumn::kNone ? places.codes.size() : places.of_code[code];
    counts[place].add_answer(part.groups_only, part.answers[i], part.times_of(i));
  }
  for (size_t i = 0; i < places.codes.size(); ++i) entries.push_back({true, column->texts[places.codes[i]], counts[i]});
  if (counts.back() != ResponseCounts{}) entries.push_back({false, {}, counts.back()});
  return true;
}

}  // namespace

std::optional<KeyedCounts> gather_joint(std::span<const Part> parts, std::span<const Selection> selected,
                                        const ColumnRef& column, size_t most_values) {
  NPS_CHECK(parts.size() == selected.size());
  std::vector<KeyedCounts::Entry> entries;
  for (size_t p = 0; p < parts.size(); ++p) {
    if (!add_part(parts[p], selected[p], codes_of(parts[p], column), most_values, entries)) return std::nullopt;
  }
  KeyedCounts joint = keyed_counts(std::move(entries));
  const auto values = static_cast<size_t>(std::ranges::count_if(joint.entries, &KeyedCounts::Entry::has_value));
  return values > most_values ? std::nullopt : std::optional(std::move(joint));
}

}  // namespace npscope
