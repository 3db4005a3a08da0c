// SPDX-License-Identifier: MIT
// Numbers, booleans and dates are written as in XLSX; durations are OpenDocument's own.
#include "core/format/ods/cell_value.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/format/sheet/cell_value.h"

namespace npscope::ods {
namespace {

/// The number at the start of `text`, which ends with `unit`; both are taken off. Nothing else is touched.
std::optional<uint64_t> take_unit(std::string_view& text, char unit) {
  constexpr size_t kMostDigits = 9;
  uint64_t number = 0;
  size_t at = 0;
  for (; at < text.size() && at < kMostDigits && is_digit(text[at]); ++at)
    number = number * 10 + static_cast<uint64_t>(text[at] - '0');
  if (at == 0 || at == text.size() || text[at] != unit) return std::nullopt;
  text.remove_prefix(at + 1);
  return number;
}

/// The fraction of a second at the start of `text` in milliseconds, rounded; taken off with the unit behind it.
std::optional<uint64_t> take_fraction(std::string_view& text) {
  uint64_t milliseconds = 0;
  size_t at = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    const auto digit = static_cast<uint64_t>(text[at] - '0');
    if (at < 3) milliseconds = milliseconds * 10 + digit;
    if (at == 3 && digit >= 5) ++milliseconds;
  }
  for (size_t i = at; i < 3; ++i) milliseconds *= 10;
  if (at == 0 || at == text.size() || text[at] != 'S') return std::nullopt;
  text.remove_prefix(at + 1);
  return milliseconds;
}

void append_padded(uint64_t number, uint64_t least, std::string& out) {
  for (uint64_t limit = least; limit > 1 && number < limit; limit /= 10) out.push_back('0');
  append_unsigned(out, number);
}

/// Writers give a formula's error as a number, Excel as 0 and old ones as "NaN"; only what is shown tells.
bool is_error(std::string_view text) {
  constexpr std::string_view kErrors[] = {"#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"};
  return text.starts_with("Err:") || std::ranges::find(kErrors, text) != std::end(kErrors);
}

/// Appends a value that is no text; kText when it is one or means nothing.
CellKind append_typed(ValueType type, std::string_view value, std::string& out) {
  const auto only = [](CellKind meant, CellKind kind) { return kind == meant ? kind : CellKind::kText; };
  switch (type) {
    case ValueType::kNumber:
      return only(CellKind::kNumber, sheet::append_number_text(value, sheet::NumberFormat::kNumber, false, out));
    case ValueType::kDate:
      return only(CellKind::kDate, sheet::append_iso_date(value, out));
    case ValueType::kBoolean:
      return only(CellKind::kBoolean, sheet::append_boolean(value, out));
    case ValueType::kTime:
      return append_duration(value, out) ? CellKind::kTime : CellKind::kText;
    case ValueType::kNone:
    case ValueType::kString:
    case ValueType::kError:
      break;
  }
  return CellKind::kText;
}

}  // namespace

ValueType value_type_of(std::string_view name) {
  constexpr std::pair<std::string_view, ValueType> kTypes[] = {
      {"float", ValueType::kNumber},  {"percentage", ValueType::kNumber}, {"currency", ValueType::kNumber},
      {"date", ValueType::kDate},     {"time", ValueType::kTime},         {"boolean", ValueType::kBoolean},
      {"string", ValueType::kString}, {"error", ValueType::kError}};
  for (const auto& [known, type] : kTypes)
    if (known == name) return type;
  return ValueType::kNone;
}

bool append_duration(std::string_view duration, std::string& out) {
  if (!duration.starts_with("PT")) return false;
  duration.remove_prefix(2);
  if (duration.empty()) return false;
  const uint64_t hours = take_unit(duration, 'H').value_or(0);
  const uint64_t minutes = take_unit(duration, 'M').value_or(0);
  uint64_t seconds = 0;
  uint64_t milliseconds = 0;
  if (const std::optional<uint64_t> whole = take_unit(duration, 'S')) {
    seconds = *whole;
  } else if (const std::optional<uint64_t> before_point = take_unit(duration, '.')) {
    const std::optional<uint64_t> fraction = take_fraction(duration);
    if (!fraction) return false;
    seconds = *before_point;
    milliseconds = *fraction;
  }
  if (!duration.empty()) return false;
  const uint64_t total = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  append_padded(total / 3600000, 10, out);
  out.push_back(':');
  append_padded(total / 60000 % 60, 10, out);
  out.push_back(':');
  append_padded(total / 1000 % 60, 10, out);
  if (total % 1000 != 0) {
    out.push_back('.');
    append_padded(total % 1000, 100, out);
  }
  return true;
}

CellKind append_value(ValueType type, std::string_view value, std::string_view text, std::string& out) {
  if (type == ValueType::kString && !value.empty()) text = value;
  if (type == ValueType::kError || (type == ValueType::kNumber && is_error(text))) {
    out.append(text);
    return text.empty() ? CellKind::kEmpty : CellKind::kError;
  }
  const size_t before = out.size();
  const CellKind kind = append_typed(type, value, out);
  if (kind != CellKind::kText) return kind;
  out.resize(before);
  out.append(text);
  return text.empty() ? CellKind::kEmpty : CellKind::kText;
}

}  // namespace npscope::ods
