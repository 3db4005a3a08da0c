// SPDX-License-Identifier: MIT
// RecordBuilder: makes a RecordBatch out of cells that do not stand in one text as they are, such as those of a spreadsheet.
//
// Usage: start() a batch, then for each record begin_record(), cells in order, end_record(); the batch is good after each
// end_record(). The builder owns the text of the batch: its views live until the next start(). Cells are separated by one byte
// that is never looked at; nothing is quoted, so readers use a quote of 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/record_batch.h"

namespace npscope {

class RecordBuilder {
 public:
  /// Empties the batch; `first_record` is the number of its first record.
  void start(RecordBatch& batch, uint64_t first_record);

  /// `line`: physical line or sheet row, counting from 1.
  void begin_record(uint64_t line);
  /// Appends a cell.
  void cell(CellKind kind, std::string_view text);
  /// Appends empty cells until the record has `count` of them; nothing when it has as many.
  void fill_to(size_t count) {
    if (cells() < count) fill_gap(count);
  }
  /// A cell written in place: append to the text that begin_cell() gives, then end_cell().
  [[nodiscard]] std::string& begin_cell() { return text_; }
  void end_cell(CellKind kind);
  /// A remark on the record that is open. `column` -1: the record as a whole.
  void remark(Code code, int32_t column);
  void end_record();
  /// Takes back the record that is open: a row without any cell is a blank line.
  void drop_record();

  [[nodiscard]] size_t cells() const { return batch_->ends.size() - 1 - first_end_; }
  /// Bytes of text so far.
  [[nodiscard]] size_t size() const { return text_.size(); }

 private:
  [[gnu::noinline]] void fill_gap(size_t count);

  RecordBatch* batch_ = nullptr;
  std::string text_;
  size_t first_end_ = 0;  // index in ends of the open record's start
};

}  // namespace npscope
