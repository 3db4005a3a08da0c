// SPDX-License-Identifier: MIT
// RowWriter: rows of a sheet, cell by cell at their columns, into batches of records. Gaps become empty cells, rows without
// content are blank lines, cells that stand out of order are put in order.
//
// Usage: open() a table; start() before the first row of a batch; begin_row(), per cell begin_cell() and end_cell(), end_row();
// when full() or at the end of the table give() the batch, which stays good until the next start().
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/format/record_batch.h"
#include "core/format/record_builder.h"
#include "core/format/table_source.h"

namespace npscope::sheet {

class RowWriter {
 public:
  /// Cells from `width` on are left out.
  void open(size_t width);
  /// Which columns' texts are needed: of the others skip_cell() may leave them out. From open() to open() none is left out.
  void want_columns(const std::vector<bool>& wanted);
  void start();
  /// The column, counting from 0, is hidden: told once, where it first holds something.
  void hide_column(size_t column);

  /// `line`: the sheet's row, counting from 1. `outside`: the sheet has no such row, all its cells are outside.
  void begin_row(uint64_t line, bool hidden, bool outside);
  /// Where the text of a cell goes; null when the cell is left out, and then there is no end_cell().
  [[nodiscard]] std::string* begin_cell(size_t column) {
    if (column < builder_.cells() || column >= row_width_ || loose_mode_ || overlong_) return begin_odd_cell(column);
    builder_.fill_to(column);
    target_ = &builder_.begin_cell();
    cell_start_ = target_->size();
    return target_;
  }
  [[nodiscard]] bool wants(size_t column) const { return column >= kMostSheetColumns || wanted_[column]; }
  /// A cell of so many bytes whose text is not needed. False: it is, or the cell is out of order; then it is written as others
  /// are.
  [[nodiscard]] bool skip_cell(size_t column, CellKind kind, size_t size) {
    if (column < builder_.cells() || column >= row_width_ || loose_mode_ || overlong_ || wanted_[column]) return false;
    builder_.fill_to(column);
    filled_ |= size > 0;
    skipped_ += size;
    overlong_ = builder_.size() - row_start_ + skipped_ > kLongestRow;
    builder_.end_cell(kind);
    return true;
  }
  void end_cell(CellKind kind) {
    if (loose_mode_) {
      end_loose_cell(kind);
      return;
    }
    filled_ |= target_->size() > cell_start_;
    overlong_ = target_->size() - row_start_ + skipped_ > kLongestRow;
    builder_.end_cell(kind);
  }
  /// On the row that is open. `column` -1: on the row as a whole.
  void remark(Code code, int32_t column);
  void end_row();
  /// Some cells of the sheet are merged: a remark on the last record, if that is still here.
  void note_merged_cells();

  /// The batch holds enough; never while a row is open.
  [[nodiscard]] bool full() const { return !in_row_ && holds_enough(); }
  /// The batch holds enough, perhaps with the row that is open.
  [[nodiscard]] bool holds_enough() const {
    return builder_.size() + outside_text_.size() >= kBatchText || batch_.size() >= kMostRecords;
  }
  [[nodiscard]] bool empty() const { return batch_.records.empty(); }
  void give(RecordBatch& batch);

 private:
  /// What is kept of a row that the sheet does not have.
  struct OutsideRow {
    uint32_t record = 0;
    size_t from = 0;
    size_t size = 0;
  };

  static constexpr size_t kLongestRow = 8 << 20;
  static constexpr size_t kMostRecords = 1 << 14;

  struct LooseCell {
    uint32_t column = 0;
    CellKind kind = CellKind::kEmpty;
    size_t from = 0;
    size_t size = 0;
  };

  [[nodiscard]] std::string* begin_odd_cell(size_t column);
  [[nodiscard]] std::string* begin_outside_cell();
  void end_outside_row();
  void end_loose_cell(CellKind kind);
  void loosen();
  void put_in_order();
  void note_hidden_columns();

  RecordBatch batch_;
  RecordBuilder builder_;
  std::string* target_ = nullptr;
  size_t cell_start_ = 0;
  size_t row_start_ = 0;  // in the text of the batch
  size_t skipped_ = 0;    // bytes of the row's cells that were left out
  size_t width_ = kMostSheetColumns;
  size_t row_width_ = 0;  // none where the row is outside
  bool in_row_ = false;
  bool filled_ = false;  // the row has something in it
  bool overlong_ = false;
  bool told_outside_ = false;  // the row has had a cell outside
  bool hidden_ = false;
  uint64_t line_ = 0;
  uint64_t last_line_ = 0;             // of the last record, 0: none yet
  uint64_t records_ = 0;               // in the batches before this one
  std::vector<RecordRemark> remarks_;  // of the open row

  std::bitset<kMostSheetColumns> wanted_;

  bool loose_mode_ = false;
  std::vector<LooseCell> loose_;
  std::string loose_text_;
  size_t loose_column_ = 0;

  bool outside_ = false;  // the open row
  std::string outside_text_;
  std::vector<OutsideRow> outside_rows_;

  std::bitset<kMostSheetColumns> hidden_columns_;
  size_t hidden_left_ = 0;
};

}  // namespace npscope::sheet
