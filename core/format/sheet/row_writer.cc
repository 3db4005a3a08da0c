// SPDX-License-Identifier: MIT
// The ordinary row is written straight into the batch; a row with cells out of order is gathered first and sorted at its end.
#include "core/format/sheet/row_writer.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace npscope::sheet {
namespace {

constexpr size_t kMostLooseCells = 2 * kMostSheetColumns;

}  // namespace

void RowWriter::open(size_t width) {
  width_ = std::min(width, kMostSheetColumns);
  last_line_ = 0;
  records_ = 0;
  in_row_ = false;
  loose_mode_ = false;
  hidden_columns_.reset();
  hidden_left_ = 0;
  wanted_.set();
  start();
}

void RowWriter::want_columns(const std::vector<bool>& wanted) {
  for (size_t i = 0; i < std::min(wanted.size(), kMostSheetColumns); ++i) wanted_.set(i, wanted[i]);
}

void RowWriter::start() {
  builder_.start(batch_, records_ + 1);
  outside_text_.clear();
  outside_rows_.clear();
}

void RowWriter::give(RecordBatch& batch) {
  records_ += batch_.size();
  // Views only now: the text has moved while it grew.
  for (const OutsideRow& row : outside_rows_)
    batch_.broken.push_back(broken_text(row.record, std::string_view(outside_text_).substr(row.from, row.size), true));
  std::swap(batch, batch_);
}

void RowWriter::hide_column(size_t column) {
  if (column >= kMostSheetColumns || hidden_columns_.test(column)) return;
  hidden_columns_.set(column);
  ++hidden_left_;
}

void RowWriter::begin_row(uint64_t line, bool hidden, bool outside) {
  in_row_ = true;
  line_ = line;
  hidden_ = hidden;
  row_width_ = outside ? 0 : width_;
  outside_ = outside;
  if (outside) outside_rows_.push_back({static_cast<uint32_t>(batch_.size()), outside_text_.size(), 0});
  filled_ = false;
  overlong_ = false;
  told_outside_ = false;
  remarks_.clear();
  builder_.begin_record(line);
  row_start_ = builder_.size();
  skipped_ = 0;
}

void RowWriter::remark(Code code, int32_t column) {
  remarks_.push_back({.record = static_cast<uint32_t>(batch_.size()), .column = column, .code = code});
  // What is told of a row must not be lost with it.
  filled_ = true;
}

std::string* RowWriter::begin_odd_cell(size_t column) {
  if (overlong_) return nullptr;
  if (column >= row_width_) {
    // Told once a row; there may be as many such cells as bytes.
    if (!told_outside_) remark(Code::kCellOutsideTable, row_width_ == 0 ? -1 : static_cast<int32_t>(column));
    told_outside_ = true;
    return outside_ ? begin_outside_cell() : nullptr;
  }
  if (!loose_mode_) loosen();
  loose_column_ = column;
  target_ = &loose_text_;
  cell_start_ = loose_text_.size();
  return target_;
}

/// Cells of a row that is no part of the table, one behind the other, until there is more than is kept.
std::string* RowWriter::begin_outside_cell() {
  const size_t from = outside_rows_.back().from;
  if (outside_text_.size() - from > kMostBrokenText) return nullptr;
  if (outside_text_.size() > from) outside_text_ += '\t';
  target_ = &outside_text_;
  cell_start_ = outside_text_.size();
  loose_mode_ = true;
  return target_;
}

void RowWriter::end_outside_row() {
  loose_mode_ = false;
  OutsideRow& row = outside_rows_.back();
  // One byte more shows that it is not all.
  row.size = std::min(outside_text_.size() - row.from, kMostBrokenText + 1);
  outside_text_.resize(row.from + row.size);
  row.record = static_cast<uint32_t>(batch_.size());
  if (!filled_) outside_rows_.pop_back();
}

/// The row turns out not to be in order: its cells so far are taken out of the batch.
void RowWriter::loosen() {
  loose_mode_ = true;
  loose_.clear();
  const std::string_view text = builder_.begin_cell();
  const size_t cells = builder_.cells();
  const size_t first = batch_.ends.size() - 1 - cells;
  for (size_t i = 0; i < cells; ++i) {
    const size_t from = batch_.ends[first + i] - row_start_;
    const size_t size = batch_.ends[first + i + 1] - 1 - batch_.ends[first + i];
    if (batch_.kinds[first + i] == CellKind::kEmpty) continue;
    loose_.push_back({static_cast<uint32_t>(i), batch_.kinds[first + i], from, size});
  }
  loose_text_ = text.substr(row_start_);
  builder_.drop_record();
  builder_.begin_record(line_);
}

void RowWriter::end_loose_cell(CellKind kind) {
  if (outside_) return;
  const size_t size = loose_text_.size() - cell_start_;
  filled_ |= size > 0;
  loose_.push_back({static_cast<uint32_t>(loose_column_), kind, cell_start_, size});
  overlong_ = loose_text_.size() + skipped_ > kLongestRow || loose_.size() >= kMostLooseCells;
}

/// Of several cells at one place the last counts.
void RowWriter::put_in_order() {
  loose_mode_ = false;
  std::ranges::stable_sort(loose_, {}, &LooseCell::column);
  for (size_t i = 0; i < loose_.size(); ++i) {
    const LooseCell& cell = loose_[i];
    if (i + 1 < loose_.size() && loose_[i + 1].column == cell.column) continue;
    builder_.fill_to(cell.column);
    builder_.cell(cell.kind, std::string_view(loose_text_).substr(cell.from, cell.size));
  }
  loose_text_.clear();
}

void RowWriter::end_row() {
  in_row_ = false;
  if (outside_) {
    end_outside_row();
  } else if (loose_mode_) {
    put_in_order();
  }
  if (!filled_) {
    builder_.drop_record();
    return;
  }
  if (hidden_) remark(Code::kHiddenRow, -1);
  if (overlong_) remark(Code::kRecordTooLong, -1);
  if (hidden_left_ > 0) note_hidden_columns();
  for (const RecordRemark& remark : remarks_) builder_.remark(remark.code, remark.column);
  builder_.end_record();
  if (row_width_ == 0) return;
  if (last_line_ != 0 && line_ > last_line_) batch_.blank_lines += line_ - last_line_ - 1;
  last_line_ = line_;
}

void RowWriter::note_hidden_columns() {
  const size_t cells = builder_.cells();
  const size_t first = batch_.kinds.size() - cells;
  for (size_t i = 0; i < cells; ++i) {
    if (!hidden_columns_.test(i) || batch_.kinds[first + i] == CellKind::kEmpty) continue;
    remark(Code::kHiddenColumn, static_cast<int32_t>(i));
    hidden_columns_.reset(i);
    --hidden_left_;
  }
}

void RowWriter::note_merged_cells() {
  if (batch_.records.empty()) return;
  batch_.remarks.push_back({.record = static_cast<uint32_t>(batch_.size() - 1), .column = -1, .code = Code::kMergedCells});
}

}  // namespace npscope::sheet
