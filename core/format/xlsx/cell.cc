// SPDX-License-Identifier: MIT
// Numbers that are written as number_text.h writes them, which are nearly all, pass without being parsed.
#include "core/format/xlsx/cell.h"

#include <algorithm>
#include <cstring>

#include "core/base/number_parse.h"
#include "core/base/short_copy.h"
#include "core/format/table_source.h"
#include "core/format/xlsx/shared_strings.h"
#include "core/format/xml/find.h"

namespace npscope::xlsx {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

CellKind append_number_text(std::string_view value, sheet::NumberFormat format, bool date_1904, std::string& out) {
  value = without_blanks(value);
  if (value.empty()) return CellKind::kEmpty;
  if (format == sheet::NumberFormat::kNumber && is_canonical_number(value)) return append_as(CellKind::kNumber, value, out);
  const std::optional<double> number = parse_number(value);
  if (!number) return append_as(CellKind::kText, value, out);
  return sheet::append_number(*number, format, date_1904, out);
}

CellKind append_boolean(std::string_view value, std::string& out) {
  value = without_blanks(value);
  if (value == "1" || value == "true") return append_as(CellKind::kBoolean, "true", out);
  if (value == "0" || value == "false") return append_as(CellKind::kBoolean, "false", out);
  return append_as(value.empty() ? CellKind::kEmpty : CellKind::kText, value, out);
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

/// The local date and time as they are written; a zone is dropped as spreadsheets know none.
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

}  // namespace

CellType cell_type_of(std::string_view t) {
  constexpr std::pair<std::string_view, CellType> kTypes[] = {{"s", CellType::kShared},         {"str", CellType::kText},
                                                              {"inlineStr", CellType::kInline}, {"b", CellType::kBoolean},
                                                              {"e", CellType::kError},          {"d", CellType::kDate}};
  for (const auto& [name, type] : kTypes)
    if (name == t) return type;
  return CellType::kNumber;
}

std::optional<size_t> column_of(std::string_view reference) {
  size_t column = 0;
  size_t letters = 0;
  for (; letters < reference.size() && !is_digit(reference[letters]); ++letters) {
    const char upper = static_cast<char>(reference[letters] & ~32);
    if (upper < 'A' || upper > 'Z') return std::nullopt;
    column = std::min(column * 26 + static_cast<size_t>(upper - 'A') + 1, size_t{2} * kMostSheetColumns);
  }
  if (letters == 0 || letters == reference.size()) return std::nullopt;
  return column - 1;
}

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

CellKind append_cell_value(CellType type, std::string_view value, sheet::NumberFormat format, bool date_1904,
                           std::string& out) {
  switch (type) {
    case CellType::kBoolean:
      return append_boolean(value, out);
    case CellType::kError:
      return append_as(value.empty() ? CellKind::kEmpty : CellKind::kError, value, out);
    case CellType::kDate:
      return append_iso_date(value, out);
    case CellType::kText:
    case CellType::kInline: {
      const size_t from = out.size();
      out.append(value);
      undo_escapes(out, from);
      return CellKind::kText;
    }
    case CellType::kNumber:
    case CellType::kShared:
      break;
  }
  return append_number_text(value, format, date_1904, out);
}

namespace {

/// Steps over `word` where it stands.
bool take_word(std::string_view text, size_t& at, std::string_view word) {
  const bool found = xml::stands_at(text, at, word);
  if (found) at += word.size();
  return found;
}

/// The reference's column, when its row is `row`; behind its closing quote.
bool take_reference(std::string_view text, size_t& at, std::string_view row, size_t& column) {
  size_t number = 0;
  for (size_t i = 0; i < 3 && text[at] >= 'A' && text[at] <= 'Z'; ++i, ++at)
    number = number * 26 + static_cast<size_t>(text[at] - 'A') + 1;
  if (number == 0 || !take_word(text, at, row)) return false;
  column = number - 1;
  return text[at++] == '"';
}

bool take_style(std::string_view text, size_t& at, uint32_t& style) {
  style = 0;
  for (size_t i = 0; i < 6 && is_digit(text[at]); ++i, ++at) style = style * 10 + static_cast<uint32_t>(text[at] - '0');
  return text[at++] == '"';
}

bool take_type(std::string_view text, size_t& at, CellType& type) {
  if (text[at] == 's' && text[at + 1] == '"') {
    type = CellType::kShared;
    at += 2;
    return true;
  }
  const size_t end = text.substr(at, 12).find('"');
  if (end == std::string_view::npos) return false;
  type = cell_type_of(text.substr(at, end));
  at += end + 1;
  return true;
}

}  // namespace

bool read_plain_cell(std::string_view text, std::string_view row, PlainCell& cell) {
  // Longer than a plain start tag, so that the steps below need not look for the end each.
  constexpr size_t kRoom = 96;
  if (text.size() < kRoom || text[0] != '<' || text[1] != 'c') return false;
  cell = {};
  size_t at = 2;
  for (size_t attributes = 0; text[at] == ' ' && attributes < 3; ++attributes) {
    const char name = text[at + 1];
    if (text[at + 2] != '=' || text[at + 3] != '"') return false;
    at += 4;
    const bool fine = name == 'r'   ? take_reference(text, at, row, cell.column)
                      : name == 's' ? take_style(text, at, cell.style)
                                    : name == 't' && take_type(text, at, cell.type);
    if (!fine) return false;
  }
  if (take_word(text, at, "/>")) {
    cell.length = at;
    return true;
  }
  const bool is_inline = cell.type == CellType::kInline;
  if (!take_word(text, at, is_inline ? "><is><t>" : "><v>")) return false;
  const size_t end = xml::find_any(text, at, '<', '&', '\r', '<');
  cell.value = text.substr(at, end - at);
  at = end;
  if (!take_word(text, at, is_inline ? "</t></is></c>" : "</v></c>")) return false;
  cell.length = at;
  return true;
}

size_t read_plain_row_start(std::string_view text, uint64_t& number) {
  constexpr size_t kMostDigits = 7;
  // Longer than any of it, so that the steps below need not look for the end each.
  constexpr size_t kRoom = 256;
  size_t at = 0;
  if (text.size() < kRoom || !take_word(text, at, "</row><row r=\"") || text[at] == '0') return 0;
  number = 0;
  for (size_t i = 0; i < kMostDigits && is_digit(text[at]); ++i, ++at)
    number = number * 10 + static_cast<uint64_t>(text[at] - '0');
  if (text[at++] != '"' || number == 0) return 0;
  // Others are read by the tokenizer, above all `hidden`.
  for (const std::string_view known : {std::string_view(" spans=\""), std::string_view(" x14ac:dyDescent=\"")}) {
    if (!take_word(text, at, known)) continue;
    for (size_t i = 0; i < 32 && (is_digit(text[at]) || text[at] == ':' || text[at] == '.'); ++i) ++at;
    if (text[at++] != '"') return 0;
  }
  return text[at] == '>' ? at + 1 : 0;
}

}  // namespace npscope::xlsx
