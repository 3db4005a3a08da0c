// SPDX-License-Identifier: MIT
// Two names are one column when in some file both lead to the same one.
#include "core/measures/asked_columns.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace npscope {
namespace {

/// Columns without a header are known by their number.
std::string shown_name(const Mapping& mapping, size_t column) {
  const std::string& name = mapping.columns[column].name;
  return name.empty() ? '#' + std::to_string(column + 1) : name;
}

std::optional<size_t> place_in(const Part& part, const ColumnRef& ref) {
  return part.mapping == nullptr ? std::nullopt : column_of(*part.mapping, ref);
}

bool same_column(std::span<const Part> parts, const ColumnRef& a, const ColumnRef& b) {
  return std::ranges::any_of(parts, [&](const Part& part) {
    const std::optional<size_t> place = place_in(part, a);
    return place && place == place_in(part, b);
  });
}

std::optional<AskedColumn> found(std::span<const Part> parts, const ColumnRef& ref) {
  std::optional<AskedColumn> first;
  for (const Part& part : parts) {
    const std::optional<size_t> place = place_in(part, ref);
    if (!place) continue;
    AskedColumn here{ref, shown_name(*part.mapping, *place), part.mapping->columns[*place].role};
    if (!first || std::pair(here.name, here.role) < std::pair(first->name, first->role)) first = std::move(here);
  }
  return first;
}

/// By place and name.
std::set<std::pair<size_t, std::string>> places_of(std::span<const Part> parts, Role role) {
  std::set<std::pair<size_t, std::string>> places;
  for (const Part& part : parts) {
    const size_t columns = part.mapping == nullptr ? 0 : part.mapping->columns.size();
    for (size_t c = 0; c < columns; ++c) {
      if (part.mapping->columns[c].role == role) places.emplace(c, shown_name(*part.mapping, c));
    }
  }
  return places;
}

}  // namespace

std::vector<AskedColumn> asked_columns(std::span<const Part> parts, std::span<const ColumnRef> refs) {
  std::vector<AskedColumn> columns;
  for (const ColumnRef& ref : refs) {
    const bool known =
        std::ranges::any_of(columns, [&](const AskedColumn& column) { return same_column(parts, column.ref, ref); });
    std::optional<AskedColumn> one = known ? std::nullopt : found(parts, ref);
    if (one) columns.push_back(*std::move(one));
  }
  return columns;
}

std::vector<AskedColumn> columns_of_roles(std::span<const Part> parts, std::span<const Role> roles) {
  std::vector<ColumnRef> refs;
  for (const Role role : roles) {
    if (!may_repeat(role)) {
      refs.push_back({{}, role});
      continue;
    }
    for (const auto& [place, name] : places_of(parts, role)) refs.push_back({name, Role::kNone});
  }
  return asked_columns(parts, refs);
}

}  // namespace npscope
