// SPDX-License-Identifier: MIT
// Pivot: rows that hold one answer each become records that hold one response each, with a column per question.
//
// Usage: take() every batch of the file; then names(), and next() until it gives nothing, as often as wanted after rewind().
// Responses and questions keep the order in which they first came. Memory is what is kept: the texts of the cells. One thread.
//
// No row is lost: one without an id is a response of its own, and one that could not be read becomes a record with nothing but
// its remark.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/record_batch.h"
#include "core/format/record_builder.h"

namespace npscope {

/// Where a file with one row per answer has what.
struct LongFormat {
  size_t id = 0;
  /// The column that tells the questions apart, and the one that names them.
  size_t question = 0;
  size_t label = 0;
  /// A row's answer is in the first of these with something in it.
  std::vector<size_t> values;
  /// The column that says what kind of question it is, and its value for NPS (folded).
  std::optional<size_t> type;
  std::string nps_type;
};

class Pivot {
 public:
  /// Questions and bytes of text beyond these are not taken.
  static constexpr size_t kMostQuestions = 4096;
  static constexpr uint64_t kMostText = uint64_t{1} << 30;

  /// `names`: those of the columns of the rows. `quote`: of delimited text, 0 for other formats.
  Pivot(LongFormat shape, const std::vector<std::string>& names, char quote);

  /// Adds the rows of the batch from `first` on; does nothing when full().
  void take(const RecordBatch& batch, size_t first);

  /// A limit is reached: the file cannot be read this way.
  [[nodiscard]] bool full() const { return full_; }
  /// Rows taken.
  [[nodiscard]] uint64_t rows() const { return rows_; }
  /// Responses.
  [[nodiscard]] size_t size() const { return responses_.size(); }

  /// The columns of the records: those of the rows that say nothing about the single answer (of a response's first row), then
  /// the questions.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The column of the first question that is declared to be an NPS question.
  [[nodiscard]] std::optional<size_t> nps_column() const { return nps_column_; }

  /// Fills `batch` with the next records, numbered as their first rows, about kBatchText bytes of them; false when there are none. The views
  /// live until the next call.
  [[nodiscard]] bool next(RecordBatch& batch);
  void rewind() { next_ = 0; }
  /// Which response has this number, from 0; size() when none has.
  [[nodiscard]] size_t index_of(uint64_t record) const;

 private:
  struct Cell {
    uint32_t column = 0;
    std::string_view text;
  };
  struct Response {
    uint64_t line = 0;
    /// That of its first row.
    uint64_t record = 0;
    Code broken = Code::kNone;
    std::vector<Cell> cells;
  };

  void take_broken(const RecordBatch& batch, size_t record);
  void take_row(const RecordBatch& batch, size_t record, uint64_t line);
  [[nodiscard]] std::string_view cell(const RecordBatch& batch, size_t record, size_t column);
  /// The answer of a row, kept; empty when there is none.
  [[nodiscard]] std::string_view answer(const RecordBatch& batch, size_t record);
  Response& response(const RecordBatch& batch, size_t record, uint64_t line);
  [[nodiscard]] std::optional<uint32_t> question(const RecordBatch& batch, size_t record);
  [[nodiscard]] std::string_view kept(std::string_view text);
  void write(const Response& response);

  LongFormat shape_;
  char quote_;
  std::vector<size_t> shared_;  // columns of the rows that are columns of the records, in their order
  std::vector<std::string> names_;
  std::optional<size_t> nps_column_;
  std::map<std::string, uint32_t, std::less<>> questions_;  // to the column
  std::map<std::string, size_t, std::less<>> ids_;          // to the index in responses_
  std::vector<Response> responses_;
  /// The rows that are broken, as far as they are kept; `record` counts the responses.
  std::vector<BrokenText> broken_;
  std::vector<std::string> texts_;  // never grown beyond their capacity, so that views stay good
  uint64_t text_size_ = 0;
  uint64_t rows_ = 0;
  bool full_ = false;
  size_t next_ = 0;
  RecordBuilder builder_;
  std::string scratch_;
};

}  // namespace npscope
