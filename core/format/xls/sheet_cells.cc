// SPDX-License-Identifier: MIT
// Cell records ([MS-XLS] 2.1.7.20.6) start with row, column and XF; formulas give the value that was calculated last.
#include "core/format/xls/sheet_cells.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/little_endian.h"
#include "core/format/xls/records.h"

namespace npscope::xls {
namespace {

constexpr size_t kCellHead = 6;  // row, column, XF
constexpr size_t kRkSize = 6;    // XF and number
constexpr uint32_t kNumError = 0x24;

/// The packed number of [MS-XLS] 2.5.217: 30 bits of an integer or of a double, perhaps a hundred times too large.
double rk_value(uint32_t rk) {
  const double value = (rk & 2) != 0 ? static_cast<double>(static_cast<int32_t>(rk) >> 2)
                                     : std::bit_cast<double>(uint64_t{rk & 0xFFFFFFFC} << 32);
  return (rk & 1) != 0 ? value / 100 : value;
}

}  // namespace

bool SheetCells::fail(Code code, std::string_view detail) {
  failure_ = Failure{code, std::string(detail)};
  return false;
}

/// Row and column of a cell record; nothing for a column that no sheet has.
std::optional<uint32_t> SheetCells::place_of(std::string_view body) {
  const size_t column = load16(body, 2);
  if (column < kMostColumns) return uint32_t{load16(body, 0)} << 8 | static_cast<uint32_t>(column);
  has_cells_outside_ = true;
  return std::nullopt;
}

bool SheetCells::take(const Record& record) {
  const std::string_view body = record.body;
  if (!open_.done()) [[unlikely]] {
    if (record.type == kContinue) {
      open_.take(body, true, text_);
      return set_text(open_.damaged());
    }
    open_ = {};
  }
  if (depth_ != 1) return take_other(record);
  switch (record.type) {
    case kRk:
      return take_rk(body);
    case kMulRk:
      return take_many_rk(body);
    case kNumber:
      return take_number(body);
    case kLabelSst:
      return take_shared_text(body);
    case kFormula:
    case kFormulaBiff4:
      return take_formula(body);
    case kBoolErr:
      return take_value(body);
    case kLabel:
    case kRichString:
      return take_label(body);
    case kString:
      return take_formula_text(body);
    default:
      return take_other(record);
  }
}

bool SheetCells::take_other(const Record& record) {
  const std::string_view body = record.body;
  if (record.type == kBof) {
    ++depth_;
  } else if (depth_ == 0) {
    return fail(Code::kDamagedFile, "sheet");
  } else if (record.type == kEof) {
    if (--depth_ == 0) end();
    return depth_ != 0;
  } else if (depth_ > 1) {
    return true;
  } else if (record.type == kRow && body.size() >= 14) {
    constexpr unsigned kHidden = 0x20;
    if ((load8(body, 12) & kHidden) != 0) hidden_rows_[load16(body, 0)] = true;
  } else if (record.type == kColumnInfo && body.size() >= 10) {
    const size_t last = std::min<size_t>(load16(body, 2), kMostColumns - 1);
    for (size_t i = load16(body, 0); i <= last; ++i) hidden_columns_[i] = (load8(body, 8) & 1) != 0;
  } else if (record.type == kMergeCells && body.size() >= 2) {
    has_merged_cells_ |= load16(body, 0) > 0;
  }
  return true;
}

void SheetCells::add(Holds holds, uint32_t place, uint32_t low, uint32_t high) {
  ordered_ = ordered_ && (cells_.empty() || cells_.back().place() < place);
  awaits_text_ = false;
  cells_.push_back({static_cast<uint32_t>(holds) << 24 | place, low, high});
}

void SheetCells::add_number(uint32_t place, uint16_t xf, double value) {
  if (!std::isfinite(value)) return add(Holds::kError, place, kNumError, 0);
  const auto bits = std::bit_cast<uint64_t>(value);
  add(static_cast<Holds>(workbook_->format_of(xf)), place, static_cast<uint32_t>(bits), static_cast<uint32_t>(bits >> 32));
}

bool SheetCells::take_number(std::string_view body) {
  if (body.size() < kCellHead + 8) return fail(Code::kDamagedFile, "sheet");
  if (const auto place = place_of(body)) add_number(*place, load16(body, 4), load<double>(&body[kCellHead]));
  return true;
}

bool SheetCells::take_rk(std::string_view body) {
  if (body.size() < kCellHead + 4) return fail(Code::kDamagedFile, "sheet");
  if (const auto place = place_of(body)) add_number(*place, load16(body, 4), rk_value(load32(body, kCellHead)));
  return true;
}

bool SheetCells::take_many_rk(std::string_view body) {
  if (body.size() < 4 + kRkSize + 2) return fail(Code::kDamagedFile, "sheet");
  const auto first = place_of(body);
  if (!first) return true;
  const size_t stated = (body.size() - 6) / kRkSize;
  const size_t count = std::min(stated, kMostColumns - (*first & 0xFF));
  has_cells_outside_ |= count < stated;
  for (size_t i = 0; i < count; ++i) {
    const char* at = body.data() + 4 + i * kRkSize;
    add_number(*first + static_cast<uint32_t>(i), load16(at), rk_value(load32(at + 2)));
  }
  return true;
}

bool SheetCells::take_shared_text(std::string_view body) {
  if (body.size() < kCellHead + 4) return fail(Code::kDamagedFile, "sheet");
  const auto place = place_of(body);
  if (!place) return true;
  const uint32_t index = load32(body, kCellHead);
  add(index < workbook_->strings().size() ? Holds::kSharedText : Holds::kLostText, *place, index, 0);
  return true;
}

bool SheetCells::take_value(std::string_view body) {
  if (body.size() < kCellHead + 2) return fail(Code::kDamagedFile, "sheet");
  const bool is_error = load8(body, kCellHead + 1) != 0;
  if (const auto place = place_of(body)) add(is_error ? Holds::kError : Holds::kBoolean, *place, load8(body, kCellHead), 0);
  return true;
}

bool SheetCells::take_formula(std::string_view body) {
  if (body.size() < kCellHead + 8) return fail(Code::kDamagedFile, "sheet");
  awaits_text_ = false;
  const auto place = place_of(body);
  if (!place) return true;
  const char* result = body.data() + kCellHead;
  if (load16(result + 6) != 0xFFFF) {
    add_number(*place, load16(body, 4), load<double>(result));
    return true;
  }
  constexpr uint8_t kTextFollows = 0;
  constexpr uint8_t kTruth = 1;
  constexpr uint8_t kFault = 2;
  switch (load8(result)) {
    case kTextFollows:
      add(Holds::kLostText, *place, 0, 0);
      awaits_text_ = true;
      return true;
    case kTruth:
      add(Holds::kBoolean, *place, load8(result + 2), 0);
      return true;
    case kFault:
      add(Holds::kError, *place, load8(result + 2), 0);
      return true;
    default:
      add(Holds::kOwnText, *place, static_cast<uint32_t>(text_.size()), 0);
      return true;
  }
}

bool SheetCells::take_label(std::string_view body) {
  if (body.size() < kCellHead + 2) return fail(Code::kDamagedFile, "sheet");
  const auto place = place_of(body);
  if (!place) return true;
  add(Holds::kLostText, *place, 0, 0);
  return take_text(body.substr(kCellHead));
}

/// The text stands right behind its formula, or behind the shared formula or the array that comes with it.
bool SheetCells::take_formula_text(std::string_view body) {
  if (!awaits_text_) return true;
  awaits_text_ = false;
  return take_text(body);
}

/// Reads the text of the last cell.
bool SheetCells::take_text(std::string_view body) {
  open_start_ = text_.size();
  if (workbook_->is_biff8()) {
    open_.start(2);
    open_.take(body, false, text_);
    return set_text(open_.damaged());
  }
  if (body.size() < 2) return true;
  const size_t length = std::min<size_t>(load16(body, 0), body.size() - 2);
  const CodePage::Outcome outcome = workbook_->code_page().append(body.substr(2, length), text_);
  if (outcome == CodePage::Outcome::kUnknown)
    return fail(Code::kEncodingUnknown, "cp" + std::to_string(workbook_->code_page().number()));
  return set_text(outcome == CodePage::Outcome::kDamaged);
}

/// Gives the last cell what has come of its text. A text that ends early is damaged.
bool SheetCells::set_text(bool damaged) {
  Cell& cell = cells_.back();
  const Holds holds = damaged || !open_.done() ? Holds::kDamagedText : Holds::kOwnText;
  cell.what = static_cast<uint32_t>(holds) << 24 | cell.place();
  cell.low = static_cast<uint32_t>(open_start_);
  cell.high = static_cast<uint32_t>(text_.size() - open_start_);
  return text_.size() <= kMostText || fail(Code::kLimitExceeded, "strings");
}

/// Brings the cells into order; of two with one place the later one stays.
void SheetCells::end() {
  if (ordered_) return;
  std::ranges::stable_sort(cells_, {}, &Cell::place);
  const auto same = std::ranges::unique(cells_.rbegin(), cells_.rend(), {}, &Cell::place);
  cells_.erase(cells_.begin(), same.begin().base());
}

}  // namespace npscope::xls
