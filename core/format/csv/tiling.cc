// SPDX-License-Identifier: MIT
// Records follow each other directly nearly always, so that this costs a comparison for each.
#include "core/format/csv/tiling.h"

#include <algorithm>

namespace npscope::csv {
namespace {

bool is_blank(std::string_view gap) { return gap.find_first_not_of("\r\n") == std::string_view::npos; }

}  // namespace

bool tiles(const RecordBatch& batch, size_t taken) {
  // The rest of a record that is too long.
  if (batch.ends.empty()) return batch.records.empty();
  uint64_t blank_lines = 0;
  size_t at = 0;
  for (const RecordSpan& record : batch.records) {
    if (record.first == record.last) return batch.size() == 1;
    const size_t start = batch.ends[record.first];
    if (start != at) {
      if (start < at || !is_blank(batch.text.substr(at, start - at))) return false;
      blank_lines += count_line_ends(batch.text.substr(at, start - at));
    }
    at = std::min<size_t>(batch.ends[record.last], batch.text.size());
  }
  if (at > taken) return false;
  const std::string_view rest = batch.text.substr(at, taken - at);
  return is_blank(rest) && blank_lines + count_line_ends(rest) == batch.blank_lines;
}

}  // namespace npscope::csv
