// SPDX-License-Identifier: MIT
// Elements are told by the place they stand in; whatever does not belong there is passed over with all within it.
#include "core/format/ods/content_reader.h"

#include <algorithm>

#include "core/format/sheet/cell_value.h"

namespace npscope::ods {
namespace {

constexpr uint64_t kMostRows = 1048576;
/// A cell's text beyond this is not kept; RowWriter finds such a row too long.
constexpr size_t kLongestText = 9 << 20;
constexpr uint64_t kMostBlanks = 32767;
constexpr size_t kMostHiddenStyles = 4096;
constexpr size_t kLongestStyleName = 256;

/// How often an element stands for itself; 1 where the attribute says nothing of use.
uint64_t repeat_of(const xml::Tokenizer& tokens, std::string_view attribute) {
  const std::optional<uint64_t> number = sheet::whole_number(tokens.attribute_named(attribute));
  return std::clamp<uint64_t>(number.value_or(1), 1, uint64_t{1} << 31);
}

bool is_hidden(const xml::Tokenizer& tokens) {
  const std::string_view visibility = tokens.attribute_named("table:visibility");
  return visibility == "collapse" || visibility == "filter";
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// The attribute that holds the value of a type.
std::string_view value_attribute(ValueType type) {
  switch (type) {
    case ValueType::kDate:
      return "office:date-value";
    case ValueType::kTime:
      return "office:time-value";
    case ValueType::kBoolean:
      return "office:boolean-value";
    case ValueType::kString:
      return "office:string-value";
    default:
      return "office:value";
  }
}

}  // namespace

void ContentReader::enter(Place place, size_t depth) {
  place_ = place;
  depths_[static_cast<size_t>(place)] = depth;
}

std::optional<Failure> ContentReader::take(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.kind == xml::TokenKind::kText) {
    if (place_ == Place::kParagraph && skip_depth_ == 0) take_text(token);
    return std::nullopt;
  }
  if (token.kind == xml::TokenKind::kEnd) return take_end(tokens.depth());
  if (skip_depth_ == 0) take_start(token, tokens);
  return std::nullopt;
}

void ContentReader::take_start(const xml::Token& token, const xml::Tokenizer& tokens) {
  switch (place_) {
    case Place::kDocument:
      start_in_document(token, tokens);
      break;
    case Place::kSpreadsheet:
      if (token.local == "table") {
        begin_table(tokens);
      } else {
        skip(tokens.depth());
      }
      break;
    case Place::kTable:
      start_in_table(token, tokens);
      break;
    case Place::kRow:
      start_in_row(token, tokens);
      break;
    case Place::kCell:
      if (is_one_of(token.name, {"text:p", "text:h"})) {
        enter(Place::kParagraph, tokens.depth());
        if (paragraphs_++ > 0) shown_.push_back('\n');
        after_blank_ = true;
      } else {
        skip(tokens.depth());
      }
      break;
    case Place::kParagraph:
      start_in_paragraph(token, tokens);
      break;
  }
}

std::optional<Failure> ContentReader::take_end(size_t depth) {
  if (skip_depth_ != 0) {
    if (depth == skip_depth_) skip_depth_ = 0;
    return std::nullopt;
  }
  if (place_ == Place::kDocument || depth != depths_[static_cast<size_t>(place_)]) return std::nullopt;
  const Place ended = place_;
  place_ = static_cast<Place>(static_cast<size_t>(place_) - 1);
  if (ended == Place::kCell) end_cell();
  if (ended == Place::kRow) return end_row();
  if (ended == Place::kTable) done_ = true;
  return std::nullopt;
}

/// Styles come before the tables that use them.
void ContentReader::start_in_document(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.name == "style:style") {
    style_ = tokens.attribute_named("style:name").substr(0, kLongestStyleName);
  } else if (token.name == "style:table-properties") {
    const bool hidden = tokens.attribute_named("table:display") == "false";
    if (hidden && hidden_styles_.size() < kMostHiddenStyles) hidden_styles_.push_back(style_);
  } else if (token.name == "office:spreadsheet") {
    enter(Place::kSpreadsheet, tokens.depth());
    is_spreadsheet_ = true;
  }
}

void ContentReader::begin_table(const xml::Tokenizer& tokens) {
  if (rows_ == nullptr) {
    TableInfo& table = tables_.emplace_back();
    xml::append_text(tokens.attribute_named("table:name"), false, table.name);
    const std::string_view style = tokens.attribute_named("table:style-name").substr(0, kLongestStyleName);
    table.hidden = std::ranges::find(hidden_styles_, style) != hidden_styles_.end();
  }
  if (table_count_++ == wanted_) {
    enter(Place::kTable, tokens.depth());
  } else {
    skip(tokens.depth());
  }
}

void ContentReader::start_in_table(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.local == "table-row") {
    enter(Place::kRow, tokens.depth());
    row_repeat_ = repeat_of(tokens, "table:number-rows-repeated");
    row_hidden_ = is_hidden(tokens);
    column_ = 0;
    cells_.clear();
    text_.clear();
  } else if (token.local == "table-column") {
    const uint64_t repeat = repeat_of(tokens, "table:number-columns-repeated");
    const size_t end = static_cast<size_t>(std::min<uint64_t>(next_column_ + repeat, kMostSheetColumns));
    const bool hidden = is_hidden(tokens);
    for (; next_column_ < end; ++next_column_)
      if (hidden) rows_->hide_column(next_column_);
  } else if (!is_one_of(token.local, {"table-rows", "table-row-group", "table-header-rows", "table-columns",
                                      "table-column-group", "table-header-columns"})) {
    skip(tokens.depth());
  }
}

void ContentReader::start_in_row(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.local == "table-cell") {
    enter(Place::kCell, tokens.depth());
    begin_cell(tokens);
  } else {
    if (token.local == "covered-table-cell") {
      // What a merged cell covers is not shown, so it is not there.
      pass_columns(repeat_of(tokens, "table:number-columns-repeated"));
      merged_ = true;
    }
    skip(tokens.depth());
  }
}

void ContentReader::begin_cell(const xml::Tokenizer& tokens) {
  cell_repeat_ = repeat_of(tokens, "table:number-columns-repeated");
  type_ = value_type_of(tokens.attribute_named("office:value-type"));
  value_.clear();
  xml::append_text(tokens.attribute_named(value_attribute(type_)), false, value_);
  // LibreOffice writes the errors of formulas as strings and says so in an attribute of its own.
  if (tokens.attribute_named("calcext:value-type") == "error") type_ = ValueType::kError;
  paragraphs_ = 0;
  shown_.clear();
}

void ContentReader::start_in_paragraph(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.name == "text:s") {
    const std::optional<uint64_t> count = sheet::whole_number(tokens.attribute_named("text:c"));
    if (shown_.size() < kLongestText) shown_.append(std::min(count.value_or(1), kMostBlanks), ' ');
    after_blank_ = false;
  } else if (token.name == "text:tab") {
    shown_.push_back('\t');
    after_blank_ = false;
  } else if (token.name == "text:line-break") {
    shown_.push_back('\n');
    after_blank_ = true;
  } else if (!token.name.starts_with("text:") || is_one_of(token.name, {"text:note", "text:ruby-text"})) {
    skip(tokens.depth());
  }
}

/// Runs of blanks are one blank, those at the start of a line none; those that are meant are written as elements. The one at the
/// end of a paragraph is kept: writers mean it, whatever the standard says.
void ContentReader::take_text(const xml::Token& token) {
  if (shown_.size() > kLongestText) return;
  raw_.clear();
  xml::append_text(token.text, token.cdata, raw_);
  for (const char c : raw_) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank || !after_blank_) shown_.push_back(is_blank ? ' ' : c);
    after_blank_ = is_blank;
  }
}

/// All columns beyond the last one are the same place.
void ContentReader::pass_columns(uint64_t count) {
  column_ = static_cast<size_t>(std::min<uint64_t>(column_ + count, kMostSheetColumns));
}

void ContentReader::end_cell() {
  const size_t from = text_.size();
  const size_t column = column_;
  pass_columns(cell_repeat_);
  if (text_.size() > kLongestText || cells_.size() > kMostSheetColumns) return;
  const CellKind kind = append_value(type_, value_, shown_, text_);
  if (kind == CellKind::kEmpty) return;
  const uint64_t repeat = std::min<uint64_t>(cell_repeat_, kMostSheetColumns);
  cells_.push_back({static_cast<uint32_t>(column), static_cast<uint32_t>(repeat), kind, from, text_.size() - from});
}

std::optional<Failure> ContentReader::end_row() {
  if (cells_.empty()) {
    line_ += row_repeat_;
    return std::nullopt;
  }
  if (line_ + row_repeat_ > kMostRows + 1) return Failure{Code::kLimitExceeded, "rows"};
  uint64_t work = 0;
  for (const Cell& cell : cells_) work += (1 + cell.size) * (cell.repeat * row_repeat_ - 1);
  if (work > repeated_left_) return Failure{Code::kLimitExceeded, "repeated-cells"};
  repeated_left_ -= work;
  rows_to_write_ = row_repeat_;
  return std::nullopt;
}

bool ContentReader::write_rows() {
  for (; rows_to_write_ > 0; --rows_to_write_) {
    if (rows_->full()) return false;
    rows_->begin_row(line_++, row_hidden_, false);
    if (merged_ && !told_merged_) rows_->remark(Code::kMergedCells, -1);
    told_merged_ = merged_;
    for (const Cell& cell : cells_) {
      for (uint32_t i = 0; i < cell.repeat; ++i) {
        std::string* const out = rows_->begin_cell(cell.column + i);
        if (out == nullptr) break;
        out->append(text_, cell.from, cell.size);
        rows_->end_cell(cell.kind);
      }
    }
    rows_->end_row();
  }
  return true;
}

}  // namespace npscope::ods
