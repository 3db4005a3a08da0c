// SPDX-License-Identifier: MIT
// The state machine, one cell at a time: it decides what every odd quote means, and is the reference for the SIMD scan.
#include <algorithm>

#include "core/format/csv/scan.h"

namespace npscope::csv {
namespace {

enum class QuotedEnd : uint8_t {
  kClosed,      // followed by a separator, a line end or the end of the text
  kThenText,    // closed, and more text follows in the same cell
  kUnclosed,    // no proper end: read the quote as text
  kUnfinished,  // the text ends before this can be known
};

class Scanner {
 public:
  Scanner(std::string_view text, Punctuation marks, bool final, Separators out, std::vector<RecordRemark>& remarks)
      : text_(text), marks_(marks), final_(final), out_(out), remarks_(remarks) {}

  ScanOutcome run(size_t most_records) {
    out_.ends.assign(1, 0);
    out_.stops.assign(1, 0);
    while (records_ < most_records && at_ < text_.size()) {
      const size_t whole_cells = out_.ends.size();
      const size_t whole_remarks = remarks_.size();
      if (!record()) {
        out_.ends.resize(whole_cells);
        remarks_.resize(whole_remarks);
        return {.open_quote = open_quote_};
      }
      out_.stops.push_back(static_cast<uint32_t>(out_.ends.size()) - 1);
      ++records_;
    }
    return {};
  }

 private:
  /// Reads cells up to a line end; false when the text ends first and more may come.
  bool record() {
    for (;;) {
      bool ends_record = false;
      if (!cell(ends_record)) return false;
      if (ends_record) return true;
    }
  }

  bool cell(bool& ends_record) {
    const size_t from = at_;
    bool plain = true;
    if (at_ < text_.size() && text_[at_] == marks_.quote) {
      switch (quoted()) {
        case QuotedEnd::kUnfinished:
          open_quote_ = true;
          return false;
        case QuotedEnd::kUnclosed:
          remark(Code::kUnclosedQuote);
          at_ = from + 1;
          plain = false;
          break;
        case QuotedEnd::kThenText:
          remark(Code::kStrayQuote);
          plain = false;
          break;
        case QuotedEnd::kClosed:
          plain = false;
          break;
      }
    }
    return unquoted(plain, ends_record);
  }

  /// From an opening quote to behind its end.
  QuotedEnd quoted() {
    const size_t open = at_;
    const std::string_view reach = text_.substr(0, open + 1 + kMaxQuotedCell + 1);
    size_t next = open + 1;
    for (;;) {
      next = reach.find(marks_.quote, next);
      if (next == std::string_view::npos) {
        const bool too_long = text_.size() - open > kMaxQuotedCell + 1;
        return too_long || final_ ? QuotedEnd::kUnclosed : QuotedEnd::kUnfinished;
      }
      if (next + 1 >= text_.size()) {
        if (!final_) return QuotedEnd::kUnfinished;
        break;
      }
      if (text_[next + 1] != marks_.quote) break;
      next += 2;
    }
    at_ = next + 1;
    if (at_ >= text_.size() || is_separator(text_[at_])) return QuotedEnd::kClosed;
    // More text in the cell: if the quote spans lines it most likely never was an opening one.
    const std::string_view content = text_.substr(open, next - open);
    return content.find_first_of("\r\n") == std::string_view::npos ? QuotedEnd::kThenText : QuotedEnd::kUnclosed;
  }

  /// Up to the separator; `plain` while no quote has been seen in this cell.
  bool unquoted(bool plain, bool& ends_record) {
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == marks_.delimiter) return end_cell(at_ + 1);
      if (c == '\n') {
        ends_record = true;
        return end_cell(at_ + 1);
      }
      if (c == '\r') {
        if (at_ + 1 >= text_.size() && !final_) return false;
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '\n') continue;
        ends_record = true;
        return end_cell(at_ + 1);
      }
      if (c == marks_.quote && plain) {
        remark(Code::kStrayQuote);
        plain = false;
      }
    }
    if (!final_) return false;
    ends_record = true;
    return end_cell(text_.size() + 1);
  }

  bool end_cell(size_t end) {
    out_.ends.push_back(static_cast<uint32_t>(end));
    at_ = end;
    return true;
  }

  void remark(Code code) {
    const bool same_record = !remarks_.empty() && remarks_.back().record == records_;
    if (same_record && remarks_.back().code == code) return;
    remarks_.push_back({static_cast<uint32_t>(records_), static_cast<int32_t>(out_.ends.size() - 1 - out_.stops.back()), code});
  }

  [[nodiscard]] bool is_separator(char c) const { return c == marks_.delimiter || c == '\n' || c == '\r'; }

  std::string_view text_;
  Punctuation marks_;
  bool final_;
  Separators out_;
  std::vector<RecordRemark>& remarks_;
  size_t at_ = 0;
  size_t records_ = 0;
  bool open_quote_ = false;
};

}  // namespace

ScanOutcome scan_scalar(std::string_view text, Punctuation marks, bool final, size_t most_records, Separators out,
                        std::vector<RecordRemark>& remarks) {
  return Scanner(text, marks, final, out, remarks).run(most_records);
}

}  // namespace npscope::csv
