// SPDX-License-Identifier: MIT
// Writer: rows of texts as an XLSX workbook, streamed. Every cell is an inline string in the number format "text" (`@`), so that
// nothing is a formula, and what a person types into a cell stays as it was typed.
//
// Cells come back exactly (ECMA-376 part 1, 18.3.1.53, 22.9.2.19): characters that XML does not allow are written as `_xHHHH_`,
// and so is the `_` of texts that look like that. Only bytes that are no UTF-8 become U+FFFD. Texts longer than Excel shows are
// written whole and counted: Excel offers to repair such a file and cuts them, other readers do not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/format/table_source.h"
#include "core/format/zip/writer.h"

namespace npscope::xlsx {

/// UTF-16 units that a cell of Excel holds.
inline constexpr size_t kLongestCell = 32767;

/// When a sheet is full. Tests make it smaller.
struct SheetLimits {
  uint64_t rows = 1 << 20;
  size_t columns = kMostSheetColumns;
  /// Bytes of XML behind which a new sheet begins, well below the 4 GiB of a ZIP entry.
  uint64_t bytes = uint64_t{3} << 30;
};

class Writer {
 public:
  /// Sheets are called `name`, `name 2` and so on. `name`: ASCII without `<>&"'*?/\:[]`, at most 20 characters.
  explicit Writer(std::string name, SheetLimits limits = {});

  void begin_row();
  void cell(std::string_view text);
  void end_row();
  /// The row that is open is a header: it stands at the top of each further sheet again. REQUIRES: only header rows before it.
  void end_header_row();
  void finish();

  /// What was written since it was last emptied.
  [[nodiscard]] std::string& text() { return zip_.text(); }
  /// `limit-exceeded` ("columns") when a row is wider than a sheet; else as zip::Writer says. Nothing is written from then on.
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_ ? failure_ : zip_.failure(); }
  /// Cells so far that are longer than Excel shows.
  [[nodiscard]] uint64_t long_cells() const { return long_cells_; }
  [[nodiscard]] size_t sheets() const { return sheets_; }

 private:
  void begin_sheet();
  void end_sheet();
  void put_row();
  void put_part(std::string_view name, std::string_view content);

  zip::Writer zip_;
  std::string name_;
  SheetLimits limits_;
  std::string row_;
  std::string row_number_;
  std::string header_;  // as it stands in the XML
  uint64_t header_rows_ = 0;
  size_t sheets_ = 0;
  uint64_t rows_ = 0;   // of the open sheet
  uint64_t bytes_ = 0;  // of the open sheet
  size_t column_ = 0;
  uint64_t long_cells_ = 0;
  std::optional<Failure> failure_;
};

/// Appends `text` as it stands within `<t>`.
void append_cell_text(std::string_view text, std::string& out);

}  // namespace npscope::xlsx
