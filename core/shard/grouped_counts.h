// SPDX-License-Identifier: MIT
// GroupedCounts: counts the scores of one shard by month or by the values of a column, as records come by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/score_counts.h"
#include "core/survey/responses.h"
#include "core/table/dictionary.h"

namespace npscope {

class GroupedCounts {
 public:
  struct Plan {
    bool by_month = false;
    size_t column = 0;
    DateOrder order = DateOrder::kDayFirst;
    csv::Punctuation marks;
  };
  explicit GroupedCounts(const Plan& plan) : plan_(plan) {}

  /// Adds the accepted responses; `responses` starts with record `first` of the batch. The records whose date cannot be read
  /// are appended to `bad_dates`, by index into `responses`.
  void add(const RecordBatch& batch, size_t first, const ResponseBatch& responses, std::vector<uint32_t>& bad_dates);

  /// Values beyond Dictionary::kMost were put together with the empty ones.
  [[nodiscard]] bool overflowed() const { return overflowed_; }
  [[nodiscard]] KeyedCounts counts() const;

 private:
  ScoreCounts& by_value(std::string_view raw);
  uint32_t value_code(std::string_view raw);
  ScoreCounts& by_month(std::string_view raw, bool& bad);

  Plan plan_;
  Dictionary raw_;                      // cells as they stand in the text
  std::vector<uint32_t> value_of_raw_;  // by code of raw_: code of values_, or Dictionary::kNoCode for an empty cell
  Dictionary values_;                   // trimmed values
  std::vector<ScoreCounts> scores_;     // by code of values_, or by month counted from kFirstYear
  ScoreCounts without_value_;
  bool overflowed_ = false;
  std::string scratch_;
};

}  // namespace npscope
