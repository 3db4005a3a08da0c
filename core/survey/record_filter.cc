// SPDX-License-Identifier: MIT
// The raw cell is the key of the dictionary, so that quotes are undone once for each distinct text.
#include "core/survey/record_filter.h"

#include <algorithm>

#include "core/base/text.h"

namespace npscope {
namespace {

std::string_view cell_or_nothing(const RecordBatch& batch, size_t record, size_t column) {
  return column < batch.cell_count(record) ? batch.raw_cell(record, column) : std::string_view();
}

}  // namespace

bool RecordFilter::decide(std::string_view raw) {
  const std::string text = folded(cell_text(raw, quote_, scratch_));
  const bool listed = std::ranges::find(exclusion_.values, text) != exclusion_.values.end();
  return listed != exclusion_.keep;
}

bool RecordFilter::leaves_out(const RecordBatch& batch, size_t record) {
  const std::string_view raw = cell_or_nothing(batch, record, exclusion_.column);
  const uint32_t code = texts_.code(raw);
  if (code == Dictionary::kNoCode) return decide(raw);
  if (code == left_out_.size()) left_out_.push_back(decide(raw));
  return left_out_[code];
}

std::optional<Group> GroupColumn::decide(std::string_view raw) {
  return read_group(cell_text(raw, quote_, scratch_), check_.style);
}

std::optional<Group> GroupColumn::group(const RecordBatch& batch, size_t record) {
  const std::string_view raw = cell_or_nothing(batch, record, check_.column);
  const uint32_t code = texts_.code(raw);
  if (code == Dictionary::kNoCode) return decide(raw);
  if (code == groups_.size()) groups_.push_back(decide(raw));
  return groups_[code];
}

}  // namespace npscope
