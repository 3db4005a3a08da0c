// SPDX-License-Identifier: MIT
// Counts per score: a table of few rows, each of which stands for as many responses as a column says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/format/record_batch.h"
#include "core/survey/evidence.h"
#include "core/survey/mapping.h"
#include "core/survey/sample_table.h"

namespace npscope {

/// The whole number of at least 0 that a cell of counts says ("1,234", "1.234", "12.0"); nothing for all else, shares like "12 %"
/// included.
[[nodiscard]] std::optional<uint32_t> count_in(std::string_view text, std::string& scratch);

/// What speaks for column `c`, whose header is `word`, as the counts of the scores in `mapping`: whole numbers, and no combination of
/// score and attributes comes twice. Single responses repeat their scores.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_counts(const SampleTable& table, const Mapping& mapping, size_t c,
                                                      std::string_view word);

/// Reads the counts of records.
class CountColumn {
 public:
  /// `quote`: of delimited text, 0 for other formats.
  CountColumn(size_t column, char quote) : column_(column), quote_(quote) {}

  /// How many responses each record from `first` on stands for; `reasons` has an entry for each of them. An accepted one whose cell is
  /// no count gets that as its reason.
  void read(const RecordBatch& batch, size_t first, std::vector<Code>& reasons, std::vector<uint32_t>& times);

  [[nodiscard]] size_t column() const { return column_; }

 private:
  size_t column_;
  char quote_;
  std::string unquoted_;
  std::string scratch_;
};

}  // namespace npscope
