// SPDX-License-Identifier: MIT
// WorksheetReader: the tokens of a SpreadsheetML 2003 workbook into the names of its worksheets or the rows of one of them.
//
// After Microsoft's "XML Spreadsheet Reference" (Office XP and 2003). Prefixes are not looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/format/sheet/row_writer.h"
#include "core/format/table_source.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::html {

class WorksheetReader {
 public:
  /// Gathers the worksheets only.
  WorksheetReader() = default;
  /// Gives the rows of one worksheet to `rows`, which must outlive this.
  WorksheetReader(size_t table, sheet::RowWriter& rows) : wanted_(table), rows_(&rows) {}

  void take(const xml::Token& token, const xml::Tokenizer& tokens);
  /// The wanted worksheet is behind us.
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] std::vector<TableInfo>& tables() { return tables_; }

 private:
  /// What the innermost element that matters is; in the order of nesting.
  enum class Place : uint8_t { kWorkbook, kWorksheet, kTable, kRow, kCell, kValue };
  enum class Type : uint8_t { kString, kNumber, kDateTime, kBoolean, kError };

  void take_start(const xml::Token& token, const xml::Tokenizer& tokens);
  void take_end(size_t depth);
  void start_in_worksheet(const xml::Token& token, const xml::Tokenizer& tokens);
  void start_in_table(const xml::Token& token, const xml::Tokenizer& tokens);
  void begin_worksheet(const xml::Tokenizer& tokens);
  void hide_columns(const xml::Tokenizer& tokens);
  void begin_row(const xml::Tokenizer& tokens);
  void begin_cell(const xml::Tokenizer& tokens);
  void end_cell();
  [[nodiscard]] CellKind append_value(std::string& out) const;
  void enter(Place place, size_t depth);

  size_t wanted_ = SIZE_MAX;
  sheet::RowWriter* rows_ = nullptr;
  bool done_ = false;
  std::vector<TableInfo> tables_;
  size_t table_count_ = 0;

  Place place_ = Place::kWorkbook;
  size_t depths_[6] = {};  // of the element that began each place
  size_t skip_depth_ = 0;  // of an element that does not matter with all within it; 0: none
  bool in_visible_ = false;

  size_t next_column_ = 0;  // of the table's columns
  uint64_t next_row_ = 1;
  size_t column_ = 0;  // of the cell that is open or comes next
  size_t merged_across_ = 0;
  bool told_merged_ = false;
  Type type_ = Type::kString;
  std::string value_;
};

}  // namespace npscope::html
