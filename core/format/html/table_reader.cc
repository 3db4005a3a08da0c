// SPDX-License-Identifier: MIT
// Blanks are as a browser shows them: runs are one, those at the ends of a line none; blocks and <br> begin a line.
#include "core/format/html/table_reader.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/format/html/entities.h"
#include "core/format/sheet/cell_value.h"

namespace npscope::html {
namespace {

constexpr size_t kMostColumnSpan = 1000;
constexpr uint64_t kMostRowSpan = 65534;
/// Cells behind this column do not reach into the rows below: each row looks at all that do.
constexpr size_t kMostSpannedColumns = 1024;
/// A cell's text beyond this is not kept; RowWriter finds such a row too long.
constexpr size_t kLongestText = 9 << 20;
constexpr size_t kLongestTableName = 256;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

uint64_t number_of(const std::string& attribute, uint64_t most) {
  return std::clamp<uint64_t>(sheet::whole_number(trimmed(attribute)).value_or(1), 1, most);
}

bool is_undisplayed(std::string style) {
  std::erase_if(style, is_blank);
  std::ranges::transform(style, style.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
  return style.find("display:none") != std::string::npos;
}

}  // namespace

void TableReader::take(const xml::Token& token, const Tokenizer& tokens) {
  switch (token.kind) {
    case xml::TokenKind::kText:
      if (in_cell_ || in_caption_) take_text(token.text);
      break;
    case xml::TokenKind::kStart:
      take_start(token.local, tokens);
      break;
    case xml::TokenKind::kEnd:
      take_end(token.local);
      break;
    default:
      if (depth_ > 0) end_table();
  }
}

void TableReader::take_start(std::string_view name, const Tokenizer& tokens) {
  if (name == "table") {
    // A table that begins outside of a cell ends the one before.
    if (depth_ == 1 && !in_cell_) end_table();
    if (depth_++ == 0) begin_table();
  } else if (depth_ != 1) {
    if (depth_ > 1) start_inside(name);
  } else if (name == "tr") {
    begin_row(tokens);
  } else if (name == "td" || name == "th") {
    if (!in_row_) begin_row(tokens);
    begin_cell(tokens);
  } else if (name == "caption") {
    end_row();
    in_caption_ = true;
    text_.clear();
  } else if (is_one_of(name, {"thead", "tbody", "tfoot"})) {
    end_row();
    spans_.clear();
  } else {
    start_inside(name);
  }
}

/// Elements within a cell.
void TableReader::start_inside(std::string_view name) {
  if (!in_cell_ && !in_caption_) return;
  if (name == "br") {
    while (text_.ends_with(' ')) text_.pop_back();
    if (text_.size() < kLongestText) text_.push_back('\n');
  } else if (is_one_of(name, {"p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})) {
    break_line();
  } else if (name == "td" || name == "th") {
    take_text(" ");
  }
}

void TableReader::take_end(std::string_view name) {
  if (name == "table" && depth_ > 0) {
    if (depth_ == 1) {
      end_table();
    } else {
      --depth_;
      break_line();
    }
  } else if (depth_ == 1 && (name == "tr" || is_one_of(name, {"thead", "tbody", "tfoot"}))) {
    end_row();
  } else if (depth_ == 1 && (name == "td" || name == "th")) {
    end_cell();
  } else if (depth_ == 1 && name == "caption") {
    end_caption();
  } else if (is_one_of(name, {"p", "div", "li", "ul", "ol"})) {
    break_line();
  }
}

void TableReader::begin_table() {
  done_ = false;
  row_ = 0;
  spans_.clear();
  if (rows_ == nullptr) tables_.push_back({.name = "Table " + std::to_string(tables_.size() + 1), .hidden = false});
  ++table_count_;
}

void TableReader::end_table() {
  end_row();
  depth_ = 0;
  done_ = table_count_ - 1 == wanted_;
}

void TableReader::end_caption() {
  in_caption_ = false;
  const std::string_view name = trimmed(text_);
  if (rows_ == nullptr && !name.empty() && name.size() <= kLongestTableName) tables_.back().name = name;
  text_.clear();
}

void TableReader::begin_row(const Tokenizer& tokens) {
  end_row();
  in_row_ = true;
  ++row_;
  column_ = 0;
  written_ = false;
  hidden_ = is_undisplayed(tokens.attribute("style"));
}

/// A row is begun with its first cell: between its tag and the one before, a batch may end.
void TableReader::write_row_start() {
  if (!written_) rows_->begin_row(row_, hidden_, false);
  written_ = true;
}

void TableReader::end_row() {
  end_cell();
  if (in_caption_) end_caption();
  if (in_row_ && written_) rows_->end_row();
  in_row_ = false;
  written_ = false;
}

void TableReader::begin_cell(const Tokenizer& tokens) {
  end_cell();
  in_cell_ = true;
  text_.clear();
  while (is_spanned(column_)) ++column_;
  cell_column_ = column_;
  const uint64_t columns = number_of(tokens.attribute("colspan"), kMostColumnSpan);
  const std::string row_span = tokens.attribute("rowspan");
  const uint64_t rows = row_span == "0" ? kMostRowSpan : number_of(row_span, kMostRowSpan);
  column_ = std::min<size_t>(column_ + columns, kMostSheetColumns);
  if (rows > 1 && column_ <= kMostSpannedColumns) {
    if (spans_.size() < column_) spans_.resize(column_);
    for (size_t i = cell_column_; i < column_; ++i) spans_[i] = row_ + rows - 1;
  }
  if (table_count_ - 1 != wanted_) return;
  write_row_start();
  if (columns * rows == 1 || told_merged_) return;
  rows_->remark(Code::kMergedCells, -1);
  told_merged_ = true;
}

void TableReader::end_cell() {
  if (!in_cell_) return;
  in_cell_ = false;
  if (table_count_ - 1 != wanted_) return;
  // A cell of nothing but a no-break space is how HTML writes an empty one.
  if (trimmed(text_).empty()) return;
  std::string* const out = rows_->begin_cell(cell_column_);
  if (out == nullptr) return;
  const auto first = std::ranges::find_if_not(text_, is_blank);
  const auto last = std::ranges::find_if_not(text_.rbegin(), text_.rend(), is_blank);
  out->append(first, last.base());
  rows_->end_cell(CellKind::kText);
}

void TableReader::break_line() {
  if (!in_cell_ && !in_caption_) return;
  while (text_.ends_with(' ')) text_.pop_back();
  if (!text_.empty() && text_.back() != '\n') text_.push_back('\n');
}

void TableReader::take_text(std::string_view raw) {
  if (text_.size() > kLongestText) return;
  raw_.clear();
  append_text(raw, raw_);
  for (const char c : raw_) {
    if (!is_blank(c)) {
      text_.push_back(c);
    } else if (!text_.empty() && !is_blank(text_.back())) {
      text_.push_back(' ');
    }
  }
}

}  // namespace npscope::html
