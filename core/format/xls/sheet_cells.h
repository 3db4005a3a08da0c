// SPDX-License-Identifier: MIT
// SheetCells: the cells of one sheet, collected from its records, twelve bytes each and their texts in one piece.
//
// Writers need not keep the order of the rows, and a cell may be written twice (the later one counts), so that no row is known
// before the end of the sheet. Memory grows with what the file holds only: empty cells are not kept.
//
// Fails with `damaged-file` ("sheet"), `limit-exceeded` ("strings") and `encoding-unknown`.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/xls/record_reader.h"
#include "core/format/xls/text.h"
#include "core/format/xls/workbook.h"

namespace npscope::xls {

inline constexpr size_t kMostRows = 65536;
inline constexpr size_t kMostColumns = 256;

/// What a cell holds; numbers as sheet::NumberFormat counts them. kLostText: it has a text, but not one that can be found.
enum class Holds : uint8_t {
  kNumber,
  kDate,
  kTime,
  kDuration,
  kSharedText,
  kOwnText,
  kDamagedText,
  kLostText,
  kBoolean,
  kError
};

struct Cell {
  /// Row and column; orders cells as they are read.
  [[nodiscard]] uint32_t place() const { return what & 0xFFFFFF; }
  [[nodiscard]] uint32_t row() const { return place() >> 8; }
  [[nodiscard]] uint32_t column() const { return what & 0xFF; }
  [[nodiscard]] Holds holds() const { return static_cast<Holds>(what >> 24); }

  uint32_t what = 0;
  uint32_t low = 0;   // of the double; index of the shared text; start of the own text; value
  uint32_t high = 0;  // of the double; length of the own text
};

class SheetCells {
 public:
  /// `workbook` must outlive this.
  explicit SheetCells(const Workbook& workbook) : workbook_(&workbook) {}

  /// Takes the records of a worksheet's substream in order, the BOF first. False: it is over, or failed.
  [[gnu::noinline]] bool take(const Record& record);
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

  /// Ordered by place, one a place. REQUIRES: the substream is over.
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] std::string_view own_text(const Cell& cell) const {
    return std::string_view(text_).substr(cell.low, cell.high);
  }
  [[nodiscard]] bool has_merged_cells() const { return has_merged_cells_; }
  [[nodiscard]] bool is_hidden_row(size_t row) const { return hidden_rows_[row]; }
  [[nodiscard]] const std::bitset<kMostColumns>& hidden_columns() const { return hidden_columns_; }
  /// A cell stands where no sheet has one.
  [[nodiscard]] bool has_cells_outside() const { return has_cells_outside_; }

 private:
  bool fail(Code code, std::string_view detail);
  std::optional<uint32_t> place_of(std::string_view body);
  void add(Holds holds, uint32_t place, uint32_t low, uint32_t high);
  void add_number(uint32_t place, uint16_t xf, double value);
  bool take_number(std::string_view body);
  bool take_rk(std::string_view body);
  [[gnu::noinline]] bool take_many_rk(std::string_view body);
  bool take_shared_text(std::string_view body);
  bool take_value(std::string_view body);
  [[gnu::noinline]] bool take_formula(std::string_view body);
  [[gnu::noinline]] bool take_label(std::string_view body);
  [[gnu::noinline]] bool take_formula_text(std::string_view body);
  bool take_text(std::string_view body);
  bool set_text(bool damaged);
  [[gnu::noinline]] bool take_other(const Record& record);
  void end();

  const Workbook* workbook_;
  std::optional<Failure> failure_;
  size_t depth_ = 0;  // of substreams; charts stand within a sheet
  bool ordered_ = true;
  std::vector<Cell> cells_;
  std::string text_;
  bool has_merged_cells_ = false;
  bool has_cells_outside_ = false;
  std::bitset<kMostRows> hidden_rows_;
  std::bitset<kMostColumns> hidden_columns_;
  bool awaits_text_ = false;  // the last cell is a formula whose text comes
  /// The text of the last cell, which may go on in a CONTINUE record, and where it starts.
  UnicodeText open_;
  size_t open_start_ = 0;
};

}  // namespace npscope::xls
