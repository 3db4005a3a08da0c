// SPDX-License-Identifier: MIT
// TableReader: the tokens of an HTML document into the names of its tables or the rows of one of them. A table within a table is
// text of the cell it stands in.
//
// After the HTML standard, 4.9 and 13.2.6: end tags may be missing. Cells that span several columns or rows leave the places
// they cover empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/format/html/tokenizer.h"
#include "core/format/sheet/row_writer.h"
#include "core/format/table_source.h"

namespace npscope::html {

class TableReader {
 public:
  /// Gathers the tables only.
  TableReader() = default;
  /// Gives the rows of one table to `rows`, which must outlive this.
  TableReader(size_t table, sheet::RowWriter& rows) : wanted_(table), rows_(&rows) {}

  /// The end of the document is a token too.
  void take(const xml::Token& token, const Tokenizer& tokens);
  /// The wanted table is behind us.
  [[nodiscard]] bool done() const { return done_; }
  [[nodiscard]] std::vector<TableInfo>& tables() { return tables_; }

 private:
  void take_start(std::string_view name, const Tokenizer& tokens);
  void take_end(std::string_view name);
  void start_inside(std::string_view name);
  void begin_table();
  void end_table();
  void begin_row(const Tokenizer& tokens);
  void write_row_start();
  void end_row();
  void begin_cell(const Tokenizer& tokens);
  void end_cell();
  void end_caption();
  void take_text(std::string_view raw);
  void break_line();
  [[nodiscard]] bool is_spanned(size_t column) const { return column < spans_.size() && spans_[column] >= row_; }

  size_t wanted_ = SIZE_MAX;
  sheet::RowWriter* rows_ = nullptr;
  bool done_ = false;
  std::vector<TableInfo> tables_;
  size_t table_count_ = 0;

  size_t depth_ = 0;  // of tables
  bool in_caption_ = false;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool written_ = false;         // the row that is open was begun in the writer
  bool hidden_ = false;          // that row
  uint64_t row_ = 0;             // that is open or was last, counting from 1
  size_t column_ = 0;            // of the next cell
  size_t cell_column_ = 0;       // of the cell that is open
  std::vector<uint64_t> spans_;  // for each column the last row that a cell from above covers
  bool told_merged_ = false;

  std::string text_;  // of the cell or caption that is open, or of nothing
  std::string raw_;
};

}  // namespace npscope::html
