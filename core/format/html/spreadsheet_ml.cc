// SPDX-License-Identifier: MIT
// Places that an attribute names count from 1; without one a row or a cell follows the one before.
#include "core/format/html/spreadsheet_ml.h"

#include <algorithm>
#include <optional>

#include "core/format/sheet/cell_value.h"

namespace npscope::html {
namespace {

constexpr uint64_t kMostRows = 1048576;
/// A cell's text beyond this is not kept; RowWriter finds such a row too long.
constexpr size_t kLongestText = 9 << 20;

/// A number in an attribute, at most a little more than any sheet has; nothing where there is none.
std::optional<uint64_t> number_of(const xml::Tokenizer& tokens, std::string_view local) {
  const std::optional<uint64_t> number = sheet::whole_number(tokens.attribute(local));
  return number ? std::optional(std::min(*number, kMostRows + 1)) : std::nullopt;
}

}  // namespace

void WorksheetReader::enter(Place place, size_t depth) {
  place_ = place;
  depths_[static_cast<size_t>(place)] = depth;
}

void WorksheetReader::take(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.kind == xml::TokenKind::kStart) {
    if (skip_depth_ == 0) take_start(token, tokens);
  } else if (token.kind == xml::TokenKind::kEnd) {
    take_end(tokens.depth());
  } else if (token.kind == xml::TokenKind::kText && skip_depth_ == 0) {
    if (place_ == Place::kValue && value_.size() <= kLongestText) xml::append_text(token.text, token.cdata, value_);
    if (in_visible_ && rows_ == nullptr) tables_.back().hidden = token.text != "SheetVisible";
  }
}

void WorksheetReader::take_start(const xml::Token& token, const xml::Tokenizer& tokens) {
  switch (place_) {
    case Place::kWorkbook:
      if (token.local == "Worksheet") begin_worksheet(tokens);
      break;
    case Place::kWorksheet:
      start_in_worksheet(token, tokens);
      break;
    case Place::kTable:
      start_in_table(token, tokens);
      break;
    case Place::kRow:
      if (token.local == "Cell") {
        begin_cell(tokens);
      } else {
        skip_depth_ = tokens.depth();
      }
      break;
    case Place::kCell:
      if (token.local == "Data") {
        enter(Place::kValue, tokens.depth());
        const std::string_view type = tokens.attribute("Type");
        type_ = type == "Number"     ? Type::kNumber
                : type == "DateTime" ? Type::kDateTime
                : type == "Boolean"  ? Type::kBoolean
                : type == "Error"    ? Type::kError
                                     : Type::kString;
      } else {
        // Comments have data too.
        skip_depth_ = tokens.depth();
      }
      break;
    case Place::kValue:
      break;
  }
}

void WorksheetReader::take_end(size_t depth) {
  in_visible_ = false;
  if (skip_depth_ != 0) {
    if (depth == skip_depth_) skip_depth_ = 0;
    return;
  }
  if (place_ == Place::kWorkbook || depth != depths_[static_cast<size_t>(place_)]) return;
  const Place ended = place_;
  place_ = static_cast<Place>(static_cast<size_t>(place_) - 1);
  if (ended == Place::kCell) end_cell();
  if (ended == Place::kRow) rows_->end_row();
  if (ended == Place::kWorksheet) done_ = table_count_ - 1 == wanted_;
}

void WorksheetReader::begin_worksheet(const xml::Tokenizer& tokens) {
  enter(Place::kWorksheet, tokens.depth());
  ++table_count_;
  if (rows_ == nullptr) xml::append_text(tokens.attribute("Name"), false, tables_.emplace_back().name);
}

void WorksheetReader::start_in_worksheet(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.local == "Table" && table_count_ - 1 == wanted_) {
    enter(Place::kTable, tokens.depth());
  } else if (token.local == "Visible") {
    in_visible_ = true;
  } else if (token.local != "WorksheetOptions") {
    skip_depth_ = tokens.depth();
  }
}

void WorksheetReader::start_in_table(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.local == "Row") {
    begin_row(tokens);
  } else {
    if (token.local == "Column") hide_columns(tokens);
    skip_depth_ = tokens.depth();
  }
}

void WorksheetReader::hide_columns(const xml::Tokenizer& tokens) {
  // Columns come in order; those before were told.
  if (const auto index = number_of(tokens, "Index"))
    next_column_ = std::max<size_t>(next_column_, *index - (*index > 0 ? 1 : 0));
  const bool hidden = tokens.attribute("Hidden") == "1";
  const uint64_t end = next_column_ + number_of(tokens, "Span").value_or(0) + 1;
  for (; next_column_ < std::min<uint64_t>(end, kMostSheetColumns); ++next_column_)
    if (hidden) rows_->hide_column(next_column_);
}

void WorksheetReader::begin_row(const xml::Tokenizer& tokens) {
  enter(Place::kRow, tokens.depth());
  const uint64_t row = number_of(tokens, "Index").value_or(next_row_);
  // A span repeats the format of a row, not its cells.
  next_row_ = row + 1 + number_of(tokens, "Span").value_or(0);
  column_ = 0;
  merged_across_ = 0;
  rows_->begin_row(row, tokens.attribute("Hidden") == "1", row > kMostRows);
}

void WorksheetReader::begin_cell(const xml::Tokenizer& tokens) {
  enter(Place::kCell, tokens.depth());
  if (const auto index = number_of(tokens, "Index"); index && *index > 0) column_ = static_cast<size_t>(*index - 1);
  merged_across_ = static_cast<size_t>(number_of(tokens, "MergeAcross").value_or(0));
  const bool merged = merged_across_ > 0 || number_of(tokens, "MergeDown").value_or(0) > 0;
  if (merged && !told_merged_) rows_->remark(Code::kMergedCells, -1);
  told_merged_ |= merged;
  value_.clear();
}

void WorksheetReader::end_cell() {
  const size_t column = column_;
  column_ = std::min(column_ + merged_across_ + 1, kMostSheetColumns);
  if (value_.empty()) return;
  std::string* const out = rows_->begin_cell(column);
  if (out != nullptr) rows_->end_cell(append_value(*out));
}

CellKind WorksheetReader::append_value(std::string& out) const {
  switch (type_) {
    case Type::kNumber:
      return sheet::append_number_text(value_, sheet::NumberFormat::kNumber, false, out);
    case Type::kBoolean:
      return sheet::append_boolean(value_, out);
    case Type::kDateTime: {
      // Day 0 is how a time of day is written.
      const std::string_view value = value_;
      const bool is_time = value.starts_with("1899-12-31T") || value.starts_with("1899-12-30T");
      return sheet::append_iso_date(is_time ? value.substr(11) : value, out);
    }
    case Type::kError:
    case Type::kString:
      break;
  }
  out.append(value_);
  return type_ == Type::kError ? CellKind::kError : CellKind::kText;
}

}  // namespace npscope::html
