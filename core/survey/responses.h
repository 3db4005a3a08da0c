// SPDX-License-Identifier: MIT
// ResponseReader: records to responses. Each record gets its score, or the one reason why it has none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/codes.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/survey/score_text.h"
#include "core/table/dictionary.h"

namespace npscope {

/// One entry for each record of a batch.
struct ResponseBatch {
  /// The score; meaningless where `reasons` is not kNone.
  std::vector<uint8_t> scores;
  /// kNone: the response is accepted.
  std::vector<Code> reasons;
  /// Accepted records with fewer cells than the header, by index.
  std::vector<uint32_t> short_records;
};

class ResponseReader {
 public:
  /// `score`: the column's index. `width`: columns of the header.
  ResponseReader(size_t score, size_t width, csv::Punctuation marks, MissingCodes missing)
      : score_(score), width_(width), marks_(marks), missing_(std::move(missing)) {}

  /// Reads the records from `first` on.
  void read(const RecordBatch& batch, size_t first, ResponseBatch& out);

 private:
  ScoreReading reading(std::string_view raw);
  [[nodiscard]] bool has_surplus(const RecordBatch& batch, size_t record) const;
  static void apply_remarks(const RecordBatch& batch, size_t first, ResponseBatch& out);

  size_t score_;
  size_t width_;
  csv::Punctuation marks_;
  MissingCodes missing_;
  Dictionary texts_;
  std::vector<ScoreReading> readings_;  // by code of texts_
  std::string scratch_;
};

}  // namespace npscope
