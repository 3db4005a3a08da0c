// SPDX-License-Identifier: MIT
// What the conditions on employees leave out is what the other conditions select, less what all of them do.
#include "core/measures/singled_out.h"

#include <algorithm>

namespace npscope {
namespace {

bool is_of_employees(std::span<const Part> parts, const Condition& condition) {
  const ColumnRef& column = condition.column;
  if (column.name.empty()) return column.role == Role::kEmployee;
  return std::ranges::any_of(parts, [&](const Part& part) {
    const std::optional<size_t> index = column_of(*part.mapping, column);
    return index && part.mapping->columns[*index].role == Role::kEmployee;
  });
}

uint64_t responses_in(std::span<const Part> parts, std::span<const Selection> selections) {
  uint64_t responses = 0;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i < parts[p].size(); ++i) responses += selections[p][i] != 0 ? parts[p].times_of(i) : 0;
  }
  return responses;
}

bool is_few(uint64_t responses, uint64_t minimum) { return responses > 0 && responses < minimum; }

}  // namespace

bool names_employees(std::span<const Part> parts, const Filter& filter) {
  return std::ranges::any_of(filter, [&](const Condition& condition) { return is_of_employees(parts, condition); });
}

bool singles_out(std::span<const Part> parts, const Filter& filter, std::span<const Selection> selected, uint64_t minimum) {
  if (!names_employees(parts, filter)) return false;
  const uint64_t chosen = responses_in(parts, selected);
  if (is_few(chosen, minimum)) return true;
  Filter rest = filter;
  std::erase_if(rest, [&](const Condition& condition) { return is_of_employees(parts, condition); });
  const Result<std::vector<Selection>> all = select(parts, rest, "filter");
  return all && is_few(responses_in(parts, *all) - chosen, minimum);
}

}  // namespace npscope
