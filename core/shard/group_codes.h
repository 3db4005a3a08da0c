// SPDX-License-Identifier: MIT
// GroupCodes: the value of one column for each response as a small number, so that responses can be counted by it later.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/narrow_codes.h"
#include "core/format/record_batch.h"
#include "core/shard/settlement.h"
#include "core/survey/cleaning.h"
#include "core/survey/responses.h"
#include "core/table/dictionary.h"

namespace npscope {

class GroupCodes {
 public:
  /// `quote`: of delimited text, 0 for other formats. Without a column no response has a value.
  GroupCodes(std::optional<size_t> column, char quote, CleaningSet cleaning)
      : column_(column), quote_(quote), cleaning_(cleaning) {}

  /// Appends the codes of the responses whose reason is kNone to `out`, kNoGroup for those without a value; `reasons` starts with
  /// record `first` of the batch. Responses whose value is one too many to be kept are appended to `odd`, as indices into `reasons`.
  void add(const RecordBatch& batch, size_t first, std::span<const Code> reasons, NarrowCodes& out, std::vector<uint32_t>& odd);

  /// How many values there are, and the cleaned text of one.
  [[nodiscard]] size_t size() const { return values_.size(); }
  [[nodiscard]] std::string_view text(uint32_t code) const { return values_.text(code); }

 private:
  uint32_t value_code(std::string_view raw, bool& kept);

  std::optional<size_t> column_;
  char quote_;
  CleaningSet cleaning_;
  Dictionary raw_;                      // cells as they stand in the text
  std::vector<uint32_t> value_of_raw_;  // by code of raw_: code of values_, or kNoGroup for an empty cell
  Dictionary values_;
  std::string scratch_;
  std::string cleaned_;
};

}  // namespace npscope
