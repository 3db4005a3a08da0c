// SPDX-License-Identifier: MIT
// Columns are looked up in the mapping of their own file; a name may stand for another index in each.
#include "core/query/part.h"

#include <algorithm>

#include "core/base/number_parse.h"
#include "core/survey/number_cell.h"

namespace npscope {
namespace {

template <class Loaded>
auto* loaded(const Loaded& columns, const Part& part, const ColumnRef& ref) {
  const std::optional<size_t> index = part.mapping == nullptr ? std::nullopt : column_of(*part.mapping, ref);
  const auto found = index ? columns.find(*index) : columns.end();
  return found == columns.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<size_t> column_of(const Mapping& mapping, const ColumnRef& ref) {
  if (!ref.name.empty()) return find_column(mapping.columns, ref.name);
  if (ref.role == Role::kNone) return std::nullopt;
  const auto found = std::ranges::find(mapping.columns, ref.role, &Column::role);
  if (found == mapping.columns.end()) return std::nullopt;
  return static_cast<size_t>(found - mapping.columns.begin());
}

const CodeColumn* codes_of(const Part& part, const ColumnRef& ref) {
  return part.columns == nullptr ? nullptr : loaded(part.columns->codes, part, ref);
}

const TextColumn* texts_of(const Part& part, const ColumnRef& ref) {
  return part.columns == nullptr ? nullptr : loaded(part.columns->texts, part, ref);
}

std::vector<double> numbers_of(const CodeColumn& column) {
  std::vector<double> numbers;
  numbers.reserve(column.texts.size());
  std::string scratch;
  for (const std::string& text : column.texts) {
    const std::optional<std::string_view> plain = plain_number(text, column.decimal, scratch);
    const std::optional<double> number = plain ? parse_number(*plain) : std::nullopt;
    numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  return numbers;
}

}  // namespace npscope
