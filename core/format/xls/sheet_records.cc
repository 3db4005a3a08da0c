// SPDX-License-Identifier: MIT
// Cells come ordered by place, so a row is a stretch of them; what is told of a sheet once stands at its first record.
#include "core/format/xls/sheet_records.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "core/format/sheet/number_format.h"
#include "core/format/table_source.h"

namespace npscope::xls {
namespace {

/// Text of a row; what is behind it is left out.
constexpr size_t kLongestRow = 8 << 20;

/// Error values ([MS-XLS] 2.5.10).
std::string_view error_text(uint32_t value) {
  switch (value) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    case 0x2A:
      return "#N/A";
    case 0x2B:
      return "#GETTING_DATA";
    default:
      return "#ERROR!";
  }
}

}  // namespace

void SheetRecords::start(const Workbook& workbook, const SheetCells& cells, size_t width, const std::vector<bool>& wanted) {
  workbook_ = &workbook;
  cells_ = &cells;
  width_ = width;
  next_cell_ = 0;
  next_record_ = 1;
  hidden_columns_ = cells.hidden_columns();
  wanted_.set();
  for (size_t i = 0; i < std::min(wanted.size(), kMostColumns); ++i) wanted_.set(i, wanted[i]);
  skips_texts_ = !wanted_.all() && workbook.strings().are_sound();
}

bool SheetRecords::write(RecordBatch& batch) {
  const std::vector<Cell>& all = cells_->cells();
  if (next_cell_ == all.size()) return false;
  builder_.start(batch, next_record_);
  while (next_cell_ < all.size() && builder_.size() < kBatchText) {
    size_t end = next_cell_;
    while (end < all.size() && all[end].row() == all[next_cell_].row()) ++end;
    const std::span<const Cell> row(all.data() + next_cell_, end - next_cell_);
    next_cell_ = end;
    if (!holds_something(row)) continue;
    if (next_record_ > 1) batch.blank_lines += row.front().row() - last_row_ - 1;
    last_row_ = row.front().row();
    write_row(row);
    ++next_record_;
  }
  return true;
}

/// A row of empty texts is a blank line.
bool SheetRecords::holds_something(std::span<const Cell> row) const {
  return std::ranges::any_of(row, [this](const Cell& cell) {
    if (cell.holds() == Holds::kSharedText) return !workbook_->strings().text(cell.low).empty();
    return cell.holds() != Holds::kOwnText || cell.high != 0;
  });
}

void SheetRecords::write_row(std::span<const Cell> row) {
  const uint32_t number = row.front().row();
  const size_t longest = builder_.size() + kLongestRow;
  size_t skipped = 0;
  builder_.begin_record(uint64_t{number} + 1);
  if (cells_->is_hidden_row(number)) builder_.remark(Code::kHiddenRow, -1);
  if (next_record_ == 1 && cells_->has_merged_cells()) builder_.remark(Code::kMergedCells, -1);
  if (next_record_ == 1 && cells_->has_cells_outside()) builder_.remark(Code::kCellOutsideTable, -1);
  for (const Cell& cell : row) {
    const auto column = static_cast<int32_t>(cell.column());
    if (cell.column() >= width_) {
      builder_.remark(Code::kCellOutsideTable, column);
      break;
    }
    if (builder_.size() + skipped > longest) {
      builder_.remark(Code::kRecordTooLong, -1);
      break;
    }
    if (hidden_columns_[cell.column()]) {
      builder_.remark(Code::kHiddenColumn, column);
      hidden_columns_[cell.column()] = false;
    }
    builder_.fill_to(cell.column());
    if (wanted_[cell.column()]) {
      write_cell(cell);
    } else {
      skipped += skip_cell(cell);
    }
  }
  builder_.end_record();
}

/// Leaves out the text of a cell that is not wanted, if it could not be remarked on, and gives its length.
size_t SheetRecords::skip_cell(const Cell& cell) {
  if (cell.holds() == Holds::kSharedText && skips_texts_) {
    builder_.end_cell(CellKind::kText);
    return workbook_->strings().text(cell.low).size();
  }
  if (cell.holds() == Holds::kNumber || cell.holds() == Holds::kDate) {
    builder_.end_cell(CellKind::kNumber);
  } else {
    write_cell(cell);
  }
  return 0;
}

void SheetRecords::write_cell(const Cell& cell) {
  const auto column = static_cast<int32_t>(cell.column());
  switch (cell.holds()) {
    case Holds::kSharedText:
      if (workbook_->strings().is_damaged(cell.low)) builder_.remark(Code::kInvalidText, column);
      return builder_.cell(CellKind::kText, workbook_->strings().text(cell.low));
    case Holds::kDamagedText:
      builder_.remark(Code::kInvalidText, column);
      return builder_.cell(CellKind::kText, cells_->own_text(cell));
    case Holds::kOwnText:
      return builder_.cell(CellKind::kText, cells_->own_text(cell));
    case Holds::kLostText:
      builder_.remark(Code::kCellWithoutText, column);
      return builder_.cell(CellKind::kEmpty, {});
    case Holds::kBoolean:
      return builder_.cell(CellKind::kBoolean, cell.low != 0 ? "true" : "false");
    case Holds::kError:
      return builder_.cell(CellKind::kError, error_text(cell.low));
    default:
      break;
  }
  const auto value = std::bit_cast<double>(uint64_t{cell.high} << 32 | cell.low);
  const auto format = static_cast<sheet::NumberFormat>(cell.holds());
  builder_.end_cell(sheet::append_number(value, format, workbook_->date_1904(), builder_.begin_cell()));
}

}  // namespace npscope::xls
