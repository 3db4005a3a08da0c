// SPDX-License-Identifier: MIT
// RowKeys: one hash for all cells of a record that make up a row, so that equal rows can be found. Cells that are quoted count like
// those that are not, cells that a record lacks like empty ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/format/record_batch.h"

namespace npscope {

class RowKeys {
 public:
  /// `quote`: of delimited text, 0 for other formats.
  RowKeys(std::vector<size_t> columns, char quote) : columns_(std::move(columns)), quote_(quote) {}

  /// Rows are not asked for.
  [[nodiscard]] bool empty() const { return columns_.empty(); }
  [[nodiscard]] [[gnu::noinline]] uint64_t key(const RecordBatch& batch, size_t record);

 private:
  char* add_cell(std::string_view raw, const char* end, char* to);

  std::vector<size_t> columns_;
  char quote_;
  std::vector<char> row_;
  std::string scratch_;
};

}  // namespace npscope
