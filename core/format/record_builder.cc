// SPDX-License-Identifier: MIT
// Each cell is followed by one separator byte, so that the positions are those of a delimited text.
#include "core/format/record_builder.h"

#include "core/base/short_copy.h"

namespace npscope {
namespace {

constexpr char kSeparator = '\x1F';

}  // namespace

void RecordBuilder::start(RecordBatch& batch, uint64_t first_record) {
  batch_ = &batch;
  batch.clear();
  batch.open_ended = true;
  batch.first_record = first_record;
  batch.ends.assign(1, 0);
  text_.clear();
  batch.text = {};
}

void RecordBuilder::begin_record(uint64_t line) {
  first_end_ = batch_->ends.size() - 1;
  batch_->lines.push_back(line);
}

void RecordBuilder::cell(CellKind kind, std::string_view text) {
  append_short(text_, text);
  end_cell(kind);
}

void RecordBuilder::fill_gap(size_t count) {
  for (size_t i = cells(); i < count; ++i) end_cell(CellKind::kEmpty);
}

void RecordBuilder::end_cell(CellKind kind) {
  text_.push_back(kSeparator);
  batch_->ends.push_back(static_cast<uint32_t>(text_.size()));
  batch_->kinds.push_back(kind);
}

void RecordBuilder::remark(Code code, int32_t column) {
  batch_->remarks.push_back({static_cast<uint32_t>(batch_->records.size()), column, code});
}

void RecordBuilder::end_record() {
  batch_->records.push_back({static_cast<uint32_t>(first_end_), static_cast<uint32_t>(batch_->ends.size() - 1)});
  batch_->text = text_;
}

void RecordBuilder::drop_record() {
  batch_->ends.resize(first_end_ + 1);
  batch_->kinds.resize(first_end_);
  batch_->lines.pop_back();
  text_.resize(batch_->ends.back());
  batch_->text = text_;
  const auto open = static_cast<uint32_t>(batch_->records.size());
  std::erase_if(batch_->remarks, [open](const RecordRemark& remark) { return remark.record == open; });
}

}  // namespace npscope
