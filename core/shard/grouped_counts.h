// SPDX-License-Identifier: MIT
// GroupedCounts: counts the responses of one shard by month or by the values of a column, as records come by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/response_counts.h"
#include "core/survey/mapping.h"
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
  /// `mapping` must outlive this.
  GroupedCounts(const Plan& plan, const Mapping& mapping) : plan_(plan), mapping_(mapping) {}

  /// A response that was counted without a value although its cell has one: `kDateInvalid`, `kDateSentinel` for a date that
  /// stands for "not known", or `kTooManyValues` when Dictionary::kMost different values were kept already.
  struct Odd {
    uint32_t response = 0;  // index into the batch of responses
    Code code = Code::kNone;
  };

  /// Adds the accepted responses; `responses` starts with record `first` of the batch. Appends to `odd`.
  void add(const RecordBatch& batch, size_t first, const ResponseBatch& responses, std::vector<Odd>& odd);

  [[nodiscard]] [[gnu::noinline]] KeyedCounts counts() const;

 private:
  ResponseCounts& by_value(std::string_view raw, Code& odd);
  uint32_t value_code(std::string_view raw, Code& odd);
  ResponseCounts& by_month(std::string_view raw, Code& odd);
  [[gnu::noinline]] [[nodiscard]] bool is_sentinel(std::string_view raw);

  Plan plan_;
  const Mapping& mapping_;
  Dictionary raw_;                      // cells as they stand in the text
  std::vector<uint32_t> value_of_raw_;  // by code of raw_: code of values_, or Dictionary::kNoCode for an empty cell
  Dictionary values_;                   // trimmed values
  std::vector<ResponseCounts> scores_;  // by code of values_, or by month counted from kFirstYear
  ResponseCounts without_value_;
  std::string scratch_;
};

}  // namespace npscope
