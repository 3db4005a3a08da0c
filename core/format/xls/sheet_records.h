// SPDX-License-Identifier: MIT
// SheetRecords: the cells of a sheet as batches of records, with what a person should know about them as remarks.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/format/record_batch.h"
#include "core/format/record_builder.h"
#include "core/format/xls/sheet_cells.h"
#include "core/format/xls/workbook.h"

namespace npscope::xls {

class SheetRecords {
 public:
  /// From the first record on; `workbook` and `cells` must stay. Cells from `width` on are left out, and told once a row.
  void start(const Workbook& workbook, const SheetCells& cells, size_t width, const std::vector<bool>& wanted);
  /// The next records. False: there are none left.
  bool write(RecordBatch& batch);

 private:
  [[nodiscard]] bool holds_something(std::span<const Cell> row) const;
  void write_row(std::span<const Cell> row);
  void write_cell(const Cell& cell);
  [[nodiscard]] size_t skip_cell(const Cell& cell);

  const Workbook* workbook_ = nullptr;
  const SheetCells* cells_ = nullptr;
  size_t width_ = 0;
  std::bitset<kMostColumns> wanted_;
  bool skips_texts_ = false;
  RecordBuilder builder_;
  size_t next_cell_ = 0;
  uint64_t next_record_ = 1;
  uint32_t last_row_ = 0;                     // of the last record
  std::bitset<kMostColumns> hidden_columns_;  // not told yet
};

}  // namespace npscope::xls
