// SPDX-License-Identifier: MIT
// RecordText: records as they were read, written out again as CSV or as lines of JSON, so that people can see what the reader saw.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/record_batch.h"
#include "core/shard/options.h"

namespace npscope {

class RecordText {
 public:
  /// `quote`: that of the batches' cells, 0 when nothing is quoted. REQUIRES: is_conversion(mode).
  RecordText(Mode mode, char quote) : mode_(mode), quote_(quote) {}

  /// Names for the cells of lines of JSON, and how many records at the start are no data (CSV and raw write them too). Names
  /// that come twice get a number behind them.
  void set_names(std::vector<std::string> names, uint64_t header_records);
  /// The names stand in no record (JSON): CSV gets them as its first line, and raw rows are numbered by record.
  void write_names();

  void add(const RecordBatch& batch);

  [[nodiscard]] std::string& text() { return text_; }
  /// Records given so far, those that had nothing to show included.
  [[nodiscard]] uint64_t records() const { return records_; }

 private:
  void add_csv(const RecordBatch& batch, size_t record);
  void add_object(const RecordBatch& batch, size_t record);
  void add_raw(const RecordBatch& batch, size_t record);
  void add_csv_cell(std::string_view cell);
  std::string_view cell(const RecordBatch& batch, size_t record, size_t column);

  Mode mode_;
  char quote_;
  std::vector<std::string> names_;
  uint64_t header_records_ = 1;
  bool by_record_ = false;
  uint64_t records_ = 0;
  std::string text_;
  std::string scratch_;
};

}  // namespace npscope
