// SPDX-License-Identifier: MIT
// Numbers that are written as number_text.h writes them, which are nearly all, pass without being parsed.
#include "core/format/sheet/cell_value.h"

#include <algorithm>
#include <utility>

#include "core/base/number_parse.h"
#include "core/base/short_copy.h"
#include "core/base/text.h"

namespace npscope::sheet {
namespace {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

CellKind append_as(CellKind kind, std::string_view text, std::string& out) {
  append_short(out, text);
  return kind;
}

/// True when `text` starts with digits where `shape` has 0 and with the same character elsewhere.
bool has_shape(std::string_view text, std::string_view shape) {
  return text.size() >= shape.size() && std::ranges::equal(text.substr(0, shape.size()), shape,
                                                           [](char c, char s) { return s == '0' ? is_digit(c) : c == s; });
}

/// `hh:mm:ss`, a fraction and a zone behind it; nothing when there is no time or something else behind it.
std::optional<std::string> clock_text(std::string_view text) {
  if (!has_shape(text, "00:00")) return std::nullopt;
  std::string clock(text.substr(0, 5));
  text.remove_prefix(5);
  if (has_shape(text, ":00")) {
    clock.append(text.substr(0, 3));
    text.remove_prefix(3);
  } else {
    clock.append(":00");
  }
  if (text.starts_with('.')) {
    std::string fraction;
    text.remove_prefix(1);
    for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1))
      if (fraction.size() < 3) fraction.push_back(text.front());
    fraction.resize(3, '0');
    if (fraction != "000") clock.append(".").append(fraction);
  }
  const bool ends = text.empty() || text == "Z" || has_shape(text, "+00:00") || has_shape(text, "-00:00");
  return ends ? std::optional(std::move(clock)) : std::nullopt;
}

}  // namespace

std::optional<uint64_t> whole_number(std::string_view text) {
  constexpr uint64_t kMost = UINT64_MAX / 10 - 1;
  uint64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = number > kMost ? UINT64_MAX : number * 10 + static_cast<uint64_t>(c - '0');
  }
  return text.empty() ? std::nullopt : std::optional(number);
}

/// A decimal of at most 15 significant digits is what its double is written as, if it has no digits too many: two of them never
/// share a double.
bool is_canonical_number(std::string_view text) {
  constexpr size_t kExactDigits = 15;
  if (text.starts_with('-')) {
    text.remove_prefix(1);
    if (text == "0") return false;
  }
  if (text.empty() || text.size() > kExactDigits + 1) return false;
  size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || (at > 1 && text[0] == '0')) return false;
  if (at == text.size()) return at <= kExactDigits;
  if (text[at] != '.' || at + 1 == text.size() || text.back() == '0') return false;
  if (!std::ranges::all_of(text.substr(at + 1), is_digit)) return false;
  // Small fractions are written with an exponent.
  return text[0] != '0' || text.substr(at + 1, 6).find_first_not_of('0') != std::string_view::npos;
}

CellKind append_number_text(std::string_view value, NumberFormat format, bool date_1904, std::string& out) {
  value = without_blanks(value);
  if (value.empty()) return CellKind::kEmpty;
  if (format == NumberFormat::kNumber && is_canonical_number(value)) return append_as(CellKind::kNumber, value, out);
  const std::optional<double> number = parse_number(value);
  if (!number) return append_as(CellKind::kText, value, out);
  return append_number(*number, format, date_1904, out);
}

CellKind append_boolean(std::string_view value, std::string& out) {
  value = without_blanks(value);
  if (value == "1" || value == "true") return append_as(CellKind::kBoolean, "true", out);
  if (value == "0" || value == "false") return append_as(CellKind::kBoolean, "false", out);
  return append_as(value.empty() ? CellKind::kEmpty : CellKind::kText, value, out);
}

CellKind append_iso_date(std::string_view value, std::string& out) {
  constexpr std::string_view kDate = "0000-00-00";
  value = without_blanks(value);
  if (value.empty()) return CellKind::kEmpty;
  if (has_shape(value, kDate)) {
    const std::string_view date = value.substr(0, kDate.size());
    const std::string_view rest = value.substr(kDate.size());
    if (rest.empty() || rest == "Z") return append_as(CellKind::kDate, date, out);
    const std::optional<std::string> clock = clock_text(rest.substr(1));
    if (clock && (rest.front() == 'T' || rest.front() == ' ')) {
      out.append(date);
      if (*clock != "00:00:00") out.append("T").append(*clock);
      return CellKind::kDate;
    }
  } else if (const std::optional<std::string> clock = clock_text(value)) {
    return append_as(CellKind::kTime, *clock, out);
  }
  return append_as(CellKind::kText, value, out);
}

}  // namespace npscope::sheet
