// SPDX-License-Identifier: MIT
// A record is read again from its block by the scalar scan, which gives the same cells as the read itself.
#include "core/table/row_store.h"

#include <algorithm>

#include "core/format/record_batch.h"

namespace npscope {

void RowStore::keep_block(std::unique_ptr<char[]> text, size_t size) {
  Block& block = blocks_.emplace_back();
  block.text = std::move(text);
  block.size = size;
  block.first_record = records_ + 1;
  block.positions = std::move(positions_);
  records_ += block.positions.size();
  positions_ = {};
  positions_.reserve(block.positions.size() + block.positions.size() / 8);
}

std::optional<std::vector<std::string>> RowStore::cells(uint64_t record, csv::Punctuation marks) const {
  if (record == 0 || record > records_) return std::nullopt;
  const auto after = std::ranges::upper_bound(blocks_, record, {}, &Block::first_record);
  const Block& block = *std::prev(after);
  const uint32_t from = block.positions[record - block.first_record];
  RecordBatch batch;
  std::vector<uint32_t> stops;
  batch.text = std::string_view(block.text.get() + from, block.size - from);
  csv::scan_scalar(batch.text, marks, true, 1, {batch.ends, stops}, batch.remarks);
  if (stops.size() < 2) return std::nullopt;
  batch.records.push_back({stops[0], stops[1]});
  std::vector<std::string> cells;
  std::string scratch;
  cells.reserve(batch.cell_count(0));
  for (size_t c = 0; c < batch.cell_count(0); ++c) cells.emplace_back(cell_text(batch.raw_cell(0, c), marks.quote, scratch));
  return cells;
}

}  // namespace npscope
