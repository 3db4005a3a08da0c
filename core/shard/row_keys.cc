// SPDX-License-Identifier: MIT
// Cells are copied sixteen bytes at a time, some bytes too many each, which the next cell writes over.
#include "core/shard/row_keys.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "core/base/text_hash.h"
#include "core/format/short_quoted.h"

namespace npscope {
namespace {

constexpr char kMark = '\x1F';
constexpr size_t kStep = 16;
constexpr size_t kShort = 256;

}  // namespace

/// Writes the text of a cell and its mark to `to`, and says where it ends.
char* RowKeys::add_cell(std::string_view raw, const char* end, char* to) {
  std::string_view text = raw;
  if (!raw.empty() && raw[0] == quote_ && quote_ != '\0') {
    const auto plain = plain_quoted(raw, quote_, end);
    text = plain ? *plain : cell_text(raw, quote_, scratch_);
  }
  const size_t size = text.size();
  const bool in_place = text.data() != scratch_.data();
  if (size <= kShort && in_place && static_cast<size_t>(end - text.data()) >= size + kStep) {
    for (size_t i = 0; i < size; i += kStep) std::memcpy(to + i, text.data() + i, kStep);
  } else {
    std::memcpy(to, text.data(), size);
  }
  to[size] = kMark;
  return to + size + 1;
}

uint64_t RowKeys::key(const RecordBatch& batch, size_t record) {
  const size_t cells = batch.cell_count(record);
  const RecordSpan& span = batch.records[record];
  const size_t length = cells == 0 ? 0 : batch.ends[span.last] - batch.ends[span.first];
  const size_t most = length + columns_.size() + 2 * kStep;
  if (row_.size() < most) row_.resize(most * 2);
  const char* const end = batch.text.data() + batch.text.size();
  char* to = row_.data();
  for (const size_t c : columns_) {
    if (c < cells) {
      to = add_cell(batch.raw_cell(record, c), end, to);
    } else {
      *to++ = kMark;
    }
  }
  return text_hash({row_.data(), static_cast<size_t>(to - row_.data())});
}

}  // namespace npscope
