// SPDX-License-Identifier: MIT
// Windows that fit the cache, grown only for a record that does not fit; the scalar scan wherever quotes are odd.
#include "core/format/csv/reader.h"

#include <algorithm>

namespace npscope::csv {
namespace {

constexpr size_t kWindow = 128 << 10;
/// No quoted cell that is too long fits into the largest SIMD window, so both scans see the same limit.
constexpr size_t kLargestWindow = kMaxQuotedCell;

}  // namespace

bool Reader::scan_window(std::string_view window, bool final, RecordBatch& batch) {
  ScanOutcome outcome;
  outcome.irregular = kernel_ == Kernel::kScalarOnly;
  if (!outcome.irregular) outcome = scan_simd(window, marks_, final, {batch.ends, stops_});
  window_lines_ = outcome.line_ends;
  const bool undecided = final && outcome.open_quote;
  if (outcome.irregular || undecided) {
    batch.remarks.clear();
    window_lines_.reset();
    scan_scalar(window, marks_, final, static_cast<size_t>(-1), {batch.ends, stops_}, batch.remarks);
  }
  return stops_.size() > 1;
}

bool Reader::scan_long_record(std::string_view text, bool final, RecordBatch& batch) {
  // One byte more than a record may have: the line feed of a carriage return at its end.
  const std::string_view view = text.substr(0, kMaxRecord + 1);
  const bool whole = view.size() == text.size();
  window_lines_.reset();
  scan_scalar(view, marks_, final && whole, 1, {batch.ends, stops_}, batch.remarks);
  const bool found = stops_.size() > 1;
  if (found && std::min<size_t>(batch.ends[stops_.back()], text.size()) <= kMaxRecord) return true;
  if (!found && whole) return false;
  batch.ends.assign(1, 0);
  stops_.assign(1, 0);
  batch.remarks.assign(1, {0, -1, Code::kRecordTooLong});
  batch.broken.assign(1, broken_text(0, view, false));
  skipping_ = true;
  return true;
}

void Reader::gather_records(RecordBatch& batch) {
  batch.records.clear();
  if (skipping_) {
    batch.records.push_back({0, 0});
    return;
  }
  size_t remark = 0;
  for (size_t i = 1; i < stops_.size(); ++i) {
    const RecordSpan span{stops_[i - 1], stops_[i]};
    const auto index = static_cast<uint32_t>(batch.records.size());
    for (; remark < batch.remarks.size() && batch.remarks[remark].record == i - 1; ++remark)
      batch.remarks[remark].record = index;
    batch.records.push_back(span);
    if (span.last - span.first == 1 && batch.raw_cell(index, 0).empty()) {
      batch.records.pop_back();
      ++batch.blank_lines;
    }
  }
}

/// The scan has counted the whole window; the part behind the last record is short and counted by hand.
uint64_t Reader::lines_in(std::string_view taken, std::string_view rest_of_window) const {
  if (!window_lines_) return count_line_ends(taken);
  // A carriage return at the very end was not scanned: its line feed may be still to come.
  const bool open_return = !rest_of_window.empty() && rest_of_window.back() == '\r';
  return *window_lines_ - count_line_ends(rest_of_window) + (open_return ? 1 : 0);
}

size_t Reader::skip_rest_of_line(std::string_view text, bool final) {
  size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) return text.size();
  if (text[end] == '\r') {
    if (end + 1 == text.size() && !final) return end;
    if (end + 1 < text.size() && text[end + 1] == '\n') ++end;
  }
  skipping_ = false;
  ++line_;
  return end + 1;
}

size_t Reader::next(std::string_view text, bool final, RecordBatch& batch) {
  batch.clear();
  batch.text = text;
  batch.first_line = line_;
  batch.first_record = record_;
  if (text.empty()) return 0;
  if (skipping_) return skip_rest_of_line(text, final);
  size_t window = kWindow;
  for (;;) {
    const bool whole = window >= text.size();
    if (scan_window(text.substr(0, window), final && whole, batch)) break;
    if (whole && text.size() <= kLargestWindow) return 0;
    if (window >= kLargestWindow) {
      if (!scan_long_record(text, final, batch)) return 0;
      break;
    }
    window = std::min(window * 4, kLargestWindow);
  }
  gather_records(batch);
  // A line end is never cut in two: what is skipped stops before its carriage return.
  const size_t skipped = text[std::min(text.size(), kMaxRecord) - 1] == '\r' ? kMaxRecord - 1 : kMaxRecord;
  const size_t taken = skipping_ ? skipped : std::min<size_t>(batch.ends[stops_.back()], text.size());
  record_ += batch.size();
  line_ += lines_in(text.substr(0, taken), text.substr(0, window).substr(std::min(taken, window)));
  return taken;
}

}  // namespace npscope::csv
