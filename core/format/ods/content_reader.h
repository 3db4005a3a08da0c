// SPDX-License-Identifier: MIT
// ContentReader: the tokens of an OpenDocument's content.xml, one by one, into the names of its tables or the rows of one of them.
// Runs of equal cells and rows stay runs until they are written; runs of nothing are never written.
//
// After ODF 1.3 part 3, chapters 6 (text) and 9 (tables). Prefixes are taken to be the usual ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/ods/cell_value.h"
#include "core/format/sheet/row_writer.h"
#include "core/format/table_source.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::ods {

class ContentReader {
 public:
  /// Gathers the tables of the document only.
  ContentReader() = default;
  /// Gives the rows of one table to `rows`, which must outlive this.
  ContentReader(size_t table, sheet::RowWriter& rows) : wanted_(table), rows_(&rows) {}

  /// Fails with `limit-exceeded` ("rows": content beyond the last row of a sheet; "repeated-cells": a small file that means a
  /// huge one).
  [[nodiscard]] std::optional<Failure> take(const xml::Token& token, const xml::Tokenizer& tokens);
  /// Writes what is left of the row that was read until the writer is full; true when nothing is left. No token may come before.
  [[nodiscard]] bool write_rows();
  /// The wanted table is behind us.
  [[nodiscard]] bool done() const { return done_; }

  /// Whether the document has a spreadsheet, as far as it was read.
  [[nodiscard]] bool is_spreadsheet() const { return is_spreadsheet_; }
  [[nodiscard]] std::vector<TableInfo>& tables() { return tables_; }

 private:
  /// What the innermost element that matters is; in the order of nesting.
  enum class Place : uint8_t { kDocument, kSpreadsheet, kTable, kRow, kCell, kParagraph };

  struct Cell {
    uint32_t column = 0;
    uint32_t repeat = 1;
    CellKind kind = CellKind::kEmpty;
    size_t from = 0;
    size_t size = 0;
  };

  void take_start(const xml::Token& token, const xml::Tokenizer& tokens);
  [[nodiscard]] std::optional<Failure> take_end(size_t depth);
  void start_in_document(const xml::Token& token, const xml::Tokenizer& tokens);
  void start_in_table(const xml::Token& token, const xml::Tokenizer& tokens);
  void start_in_row(const xml::Token& token, const xml::Tokenizer& tokens);
  void start_in_paragraph(const xml::Token& token, const xml::Tokenizer& tokens);
  void begin_table(const xml::Tokenizer& tokens);
  void begin_cell(const xml::Tokenizer& tokens);
  void take_text(const xml::Token& token);
  void pass_columns(uint64_t count);
  void end_cell();
  [[nodiscard]] std::optional<Failure> end_row();
  void enter(Place place, size_t depth);
  void skip(size_t depth) { skip_depth_ = depth; }

  size_t wanted_ = SIZE_MAX;
  sheet::RowWriter* rows_ = nullptr;
  bool done_ = false;
  bool is_spreadsheet_ = false;
  std::vector<TableInfo> tables_;
  size_t table_count_ = 0;

  Place place_ = Place::kDocument;
  size_t depths_[6] = {};  // of the element that began each place
  size_t skip_depth_ = 0;  // of an element that does not matter with all within it; 0: none

  std::string style_;  // the table style that is read
  std::vector<std::string> hidden_styles_;

  size_t next_column_ = 0;  // of the table's columns
  uint64_t line_ = 1;       // of the next row
  bool merged_ = false;     // the table has merged cells, as far as it was read
  bool told_merged_ = false;

  uint64_t row_repeat_ = 1;
  bool row_hidden_ = false;
  size_t column_ = 0;  // of the next cell
  std::vector<Cell> cells_;
  std::string text_;            // of the row's cells
  uint64_t rows_to_write_ = 0;  // of the row that was read
  uint64_t repeated_left_ = uint64_t{64} << 20;

  ValueType type_ = ValueType::kNone;
  uint64_t cell_repeat_ = 1;
  size_t paragraphs_ = 0;
  bool after_blank_ = false;  // a blank that follows is one too many
  std::string value_;
  std::string shown_;  // the cell's paragraphs
  std::string raw_;
};

}  // namespace npscope::ods
