// SPDX-License-Identifier: MIT
// SheetReader: one worksheet part, token by token, into the rows of a RowWriter. Plain cells are read straight from the text; the
// tokens are for everything else, and both ways give the same.
//
// Dimensions and column counts that the sheet states are not believed. Cached values of formulas are values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/sheet/row_writer.h"
#include "core/format/xlsx/cell.h"
#include "core/format/xlsx/shared_strings.h"
#include "core/format/xlsx/workbook.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xlsx {

/// What the cells of all sheets refer to.
struct SheetContext {
  SharedStrings strings;
  Styles styles;
  bool date_1904 = false;
};

class SheetReader {
 public:
  /// Both must outlive this.
  SheetReader(const SheetContext& context, sheet::RowWriter& rows) : context_(&context), rows_(&rows) {}

  /// Takes a token, and the plain cells behind it. Fails with `damaged-file` ("worksheet") when the part is something else, or
  /// `limit-exceeded` ("xml-token").
  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take(const xml::Token& token, xml::Tokenizer& tokens);

 private:
  enum class Section : uint8_t { kOther, kColumns, kRows, kMerges };

  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take_start(const xml::Token& token, const xml::Tokenizer& tokens);
  [[nodiscard]] [[gnu::noinline]] bool take_content(const xml::Token& token, size_t depth);
  void take_end(const xml::Tokenizer& tokens);
  void note_hidden(const xml::Tokenizer& tokens);
  void hide_columns();
  void begin_row(const xml::Token& token, const xml::Tokenizer& tokens);
  void start_row(uint64_t number, bool hidden);
  [[nodiscard]] size_t take_plain_row_start(std::string_view text);
  void begin_cell(const xml::Tokenizer& tokens);
  void end_cell();
  [[gnu::noinline]] void put_cell(size_t column, uint32_t style, CellType type, std::string_view value);
  void put_shared(size_t column, std::string_view value);
  [[nodiscard]] [[gnu::noinline]] size_t take_plain_cells(std::string_view text);

  const SheetContext* context_;
  sheet::RowWriter* rows_;
  Section section_ = Section::kOther;
  bool merged_ = false;
  std::vector<int64_t> hidden_steps_;  // how many hidden ranges start at each column, less those that end before it

  bool in_row_ = false;
  bool plain_row_ = false;  // its element's name has no prefix
  uint64_t row_ = 0;        // number of the row that is open or was last
  std::string row_text_;

  bool in_cell_ = false;
  size_t next_column_ = 0;
  size_t column_ = 0;
  uint32_t style_ = 0;
  CellType type_ = CellType::kNumber;
  bool in_value_ = false;
  bool in_inline_ = false;
  std::string value_;
  RichText inline_;
};

}  // namespace npscope::xlsx
