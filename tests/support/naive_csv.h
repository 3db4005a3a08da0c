// SPDX-License-Identifier: MIT
// naive::read: a CSV reader that looks at one byte after the other and holds everything in memory. It is the reference for the
// fast one and follows the rules as scan.h, reader.h and core/README.md state them; it shares no code with core/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace npscope::naive {

struct Remark {
  int column = -1;
  std::string code;
  bool operator==(const Remark&) const = default;
};

struct Record {
  uint64_t number = 0;  // from 1, without blank lines
  uint64_t line = 0;    // physical line on which it starts, from 1
  std::vector<std::string> cells;
  std::vector<Remark> remarks;
  bool operator==(const Record&) const = default;
};

struct Limits {
  size_t quoted_cell = 1 << 20;
  size_t record = 8 << 20;
};

struct Table {
  std::vector<Record> records;
  uint64_t blank_lines = 0;
  bool operator==(const Table&) const = default;
};

class Reader {
 public:
  Reader(std::string_view text, char delimiter, Limits limits) : text_(text), delimiter_(delimiter), limits_(limits) {}

  Table read() {
    while (at_ < text_.size()) record();
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool is(size_t at, char c) const { return at < text_.size() && text_[at] == c; }
  [[nodiscard]] bool ends_line(size_t at) const { return is(at, '\n') || is(at, '\r'); }
  [[nodiscard]] bool ends_cell(size_t at) const { return at >= text_.size() || is(at, delimiter_) || ends_line(at); }
  [[nodiscard]] size_t behind_line_end(size_t at) const { return at + (is(at, '\r') && is(at + 1, '\n') ? 2 : 1); }

  [[nodiscard]] uint64_t lines_between(size_t from, size_t to) const {
    uint64_t lines = 0;
    for (size_t i = from; i < to; ++i) lines += is(i, '\n') || (is(i, '\r') && !is(i + 1, '\n')) ? 1 : 0;
    return lines;
  }

  void record() {
    const size_t from = at_;
    Record record{next_number_, line_, {}, {}};
    bool blank = ends_line(at_);
    for (;;) {
      cell(record);
      if (!is(at_, delimiter_)) break;
      ++at_;
    }
    if (at_ < text_.size()) at_ = behind_line_end(at_);
    if (at_ - from > limits_.record) {
      // Skipped up to the first line end behind the limit.
      record = {next_number_, line_, {}, {{-1, "record-too-long"}}};
      blank = false;
      at_ = from + limits_.record;
      while (at_ < text_.size() && !ends_line(at_)) ++at_;
      if (at_ < text_.size()) at_ = behind_line_end(at_);
    }
    line_ += lines_between(from, at_);
    if (blank) {
      ++table_.blank_lines;
      return;
    }
    ++next_number_;
    table_.records.push_back(std::move(record));
  }

  static void remark(Record& record, const std::string& code) {
    // Only the first of several equal remarks in a row is kept.
    if (record.remarks.empty() || record.remarks.back().code != code)
      record.remarks.push_back({static_cast<int>(record.cells.size()), code});
  }

  void cell(Record& record) {
    std::string content;
    bool may_remark = true;
    if (is(at_, '"')) {
      may_remark = false;
      if (const size_t close = closing_quote(at_); close == std::string_view::npos) {
        remark(record, "unclosed-quote");
        content += text_[at_++];
      } else {
        if (!ends_cell(close + 1)) remark(record, "stray-quote");
        for (size_t i = at_ + 1; i < close; i += is(i, '"') ? 2 : 1) content += text_[i];
        at_ = close + 1;
      }
    }
    for (; !ends_cell(at_); ++at_) {
      if (is(at_, '"') && may_remark) {
        remark(record, "stray-quote");
        may_remark = false;
      }
      content += text_[at_];
    }
    record.cells.push_back(std::move(content));
  }

  /// The quote that closes the one at `open`, or npos when the quote must be read as text: there is none, the content is too
  /// long, or the content spans lines and more text follows in the cell.
  [[nodiscard]] size_t closing_quote(size_t open) const {
    bool spans_lines = false;
    for (size_t i = open + 1; i < text_.size(); ++i) {
      if (i - open - 1 > limits_.quoted_cell) break;
      spans_lines = spans_lines || ends_line(i);
      if (text_[i] != '"') continue;
      if (is(i + 1, '"')) {
        ++i;
        continue;
      }
      return spans_lines && !ends_cell(i + 1) ? std::string_view::npos : i;
    }
    return std::string_view::npos;
  }

  std::string_view text_;
  char delimiter_;
  Limits limits_;
  Table table_;
  size_t at_ = 0;
  uint64_t line_ = 1;
  uint64_t next_number_ = 1;
};

inline Table read(std::string_view text, char delimiter = ',', Limits limits = {}) {
  return Reader(text, delimiter, limits).read();
}

}  // namespace npscope::naive
