// SPDX-License-Identifier: MIT
// A plain cell is read by fixed steps from attribute to attribute; whatever does not fit is left to the tokenizer.
#include "core/format/xlsx/cell.h"

#include <algorithm>
#include <utility>

#include "core/base/short_copy.h"
#include "core/base/text.h"
#include "core/format/sheet/cell_value.h"
#include "core/format/table_source.h"
#include "core/format/xlsx/shared_strings.h"
#include "core/format/xml/find.h"

namespace npscope::xlsx {

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

CellKind append_cell_value(CellType type, std::string_view value, sheet::NumberFormat format, bool date_1904,
                           std::string& out) {
  switch (type) {
    case CellType::kBoolean:
      return sheet::append_boolean(value, out);
    case CellType::kError:
      append_short(out, value);
      return value.empty() ? CellKind::kEmpty : CellKind::kError;
    case CellType::kDate:
      return sheet::append_iso_date(value, out);
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
  return sheet::append_number_text(value, format, date_1904, out);
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
