// SPDX-License-Identifier: MIT
// Elements are told by their depth and local name: worksheet, sheetData, row, c, v stand at 1 to 5.
#include "core/format/xlsx/sheet_reader.h"

#include <algorithm>

#include "core/base/number_text.h"
#include "core/base/short_copy.h"
#include "core/format/sheet/cell_value.h"
#include "core/format/xlsx/package.h"

namespace npscope::xlsx {
namespace {

constexpr uint64_t kMostSheetRows = 1 << 20;

using xml::Token;
using xml::Tokenizer;
using xml::TokenKind;

}  // namespace

std::optional<Failure> SheetReader::take(const Token& token, Tokenizer& tokens) {
  if (in_cell_ && tokens.depth() >= 5) {
    if (take_content(token, tokens.depth())) return std::nullopt;
    return Failure{Code::kLimitExceeded, "xml-token"};
  }
  if (token.kind == TokenKind::kStart) {
    std::optional<Failure> failure = take_start(token, tokens);
    if (failure || !in_row_ || in_cell_ || tokens.at_empty_element()) return failure;
  } else if (token.kind == TokenKind::kEnd) {
    take_end(tokens);
  }
  if (in_row_ && plain_row_ && !in_cell_) tokens.skip(take_plain_cells(tokens.rest()));
  return std::nullopt;
}

std::optional<Failure> SheetReader::take_start(const Token& token, const Tokenizer& tokens) {
  switch (tokens.depth()) {
    case 1:
      if (token.local != "worksheet") return Failure{Code::kDamagedFile, "worksheet"};
      break;
    case 2:
      section_ = token.local == "sheetData"    ? Section::kRows
                 : token.local == "cols"       ? Section::kColumns
                 : token.local == "mergeCells" ? Section::kMerges
                                               : Section::kOther;
      hide_columns();
      break;
    case 3:
      if (section_ == Section::kRows && token.local == "row") begin_row(token, tokens);
      if (section_ == Section::kColumns && token.local == "col") note_hidden(tokens);
      if (section_ == Section::kMerges && token.local == "mergeCell" && !merged_) {
        merged_ = true;
        rows_->note_merged_cells();
      }
      break;
    case 4:
      if (in_row_ && token.local == "c") begin_cell(tokens);
      break;
    default:
      break;
  }
  return std::nullopt;
}

/// What stands inside of a cell. False: it is too long.
bool SheetReader::take_content(const Token& token, size_t depth) {
  if (token.kind == TokenKind::kText) {
    if (in_inline_) return inline_.take(token);
    if (in_value_ && depth == 5) xml::append_text(token.text, token.cdata, value_);
    return value_.size() <= xml::kLongestToken;
  }
  if (depth > 5) return !in_inline_ || inline_.take(token);
  const bool start = token.kind == TokenKind::kStart;
  in_value_ = start && token.local == "v";
  in_inline_ = start && token.local == "is";
  return true;
}

void SheetReader::take_end(const Tokenizer& tokens) {
  if (tokens.depth() == 4 && in_cell_) end_cell();
  if (tokens.depth() == 3 && in_row_) {
    in_row_ = false;
    rows_->end_row();
  }
}

/// Ranges may overlap as often as the part is long, so only their ends are noted.
void SheetReader::note_hidden(const Tokenizer& tokens) {
  if (!attribute_flag(tokens, "hidden")) return;
  const uint64_t first = sheet::whole_number(tokens.attribute("min")).value_or(0);
  const uint64_t last = std::min<uint64_t>(sheet::whole_number(tokens.attribute("max")).value_or(0), kMostSheetColumns);
  if (first == 0 || last < first) return;
  hidden_steps_.resize(kMostSheetColumns + 1);
  ++hidden_steps_[static_cast<size_t>(first) - 1];
  --hidden_steps_[static_cast<size_t>(last)];
}

void SheetReader::hide_columns() {
  int64_t depth = 0;
  for (size_t i = 0; i < hidden_steps_.size(); ++i) {
    depth += hidden_steps_[i];
    if (depth > 0) rows_->hide_column(i);
  }
  hidden_steps_.clear();
}

void SheetReader::begin_row(const Token& token, const Tokenizer& tokens) {
  const uint64_t number = sheet::whole_number(tokens.attribute("r")).value_or(row_ + 1);
  plain_row_ = token.name == "row";
  start_row(number, attribute_flag(tokens, "hidden"));
}

void SheetReader::start_row(uint64_t number, bool hidden) {
  const bool outside = number == 0 || number > kMostSheetRows;
  if (!outside) row_ = number;
  in_row_ = true;
  next_column_ = 0;
  row_text_.clear();
  append_unsigned(row_text_, number);
  rows_->begin_row(number, hidden, outside);
}

void SheetReader::begin_cell(const Tokenizer& tokens) {
  column_ = column_of(tokens.attribute("r")).value_or(next_column_);
  style_ = static_cast<uint32_t>(std::min<uint64_t>(sheet::whole_number(tokens.attribute("s")).value_or(0), UINT32_MAX));
  type_ = cell_type_of(tokens.attribute("t"));
  in_cell_ = true;
  in_value_ = false;
  in_inline_ = false;
  value_.clear();
  inline_.clear();
}

void SheetReader::end_cell() {
  in_cell_ = false;
  next_column_ = column_ + 1;
  if (type_ == CellType::kInline) {
    // Escapes are undone already, run by run.
    std::string* out = inline_.text().empty() ? nullptr : rows_->begin_cell(column_);
    if (out == nullptr) return;
    out->append(inline_.text());
    rows_->end_cell(CellKind::kText);
  } else if (!value_.empty()) {
    put_cell(column_, style_, type_, value_);
  }
}

void SheetReader::put_cell(size_t column, uint32_t style, CellType type, std::string_view value) {
  if (type == CellType::kShared) {
    put_shared(column, value);
    return;
  }
  if (type == CellType::kNumber && !rows_->wants(column) && sheet::is_canonical_number(value) &&
      rows_->skip_cell(column, CellKind::kNumber, value.size()))
    return;
  std::string* out = rows_->begin_cell(column);
  if (out == nullptr) return;
  rows_->end_cell(append_cell_value(type, value, context_->styles.format_of(style), context_->date_1904, *out));
}

void SheetReader::put_shared(size_t column, std::string_view value) {
  const uint64_t index = sheet::whole_number(value).value_or(UINT64_MAX);
  const bool known = index < context_->strings.size();
  const std::string_view text = known ? context_->strings[static_cast<size_t>(index)] : std::string_view();
  // A text that is not sound must be seen, whether it is wanted or not.
  if (known && context_->strings.are_sound() && rows_->skip_cell(column, CellKind::kText, text.size())) return;
  std::string* out = rows_->begin_cell(column);
  if (out == nullptr) return;
  if (known) {
    append_short(*out, text);
    rows_->end_cell(CellKind::kText);
  } else {
    rows_->end_cell(CellKind::kEmpty);
    rows_->remark(Code::kCellWithoutText, static_cast<int32_t>(column));
  }
}

size_t SheetReader::take_plain_cells(std::string_view text) {
  size_t used = 0;
  PlainCell cell;
  for (;;) {
    while (read_plain_cell(text.substr(used), row_text_, cell)) {
      const size_t column = cell.column == PlainCell::kFollows ? next_column_ : cell.column;
      next_column_ = column + 1;
      if (!cell.value.empty()) put_cell(column, cell.style, cell.type, cell.value);
      used += cell.length;
    }
    const size_t length = take_plain_row_start(text.substr(used));
    if (length == 0) return used;
    used += length;
  }
}

/// To the tokenizer the next row looks like the one before; it sees the end of the last one of a batch.
size_t SheetReader::take_plain_row_start(std::string_view text) {
  uint64_t number = 0;
  const size_t length = rows_->holds_enough() ? 0 : read_plain_row_start(text, number);
  if (length == 0) return 0;
  rows_->end_row();
  start_row(number, false);
  return length;
}

}  // namespace npscope::xlsx
