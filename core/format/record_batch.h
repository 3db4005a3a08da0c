// SPDX-License-Identifier: MIT
// RecordBatch: whole records found in a stretch of text, as positions into it. No cell is copied; a cell is cut out on demand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/check.h"
#include "core/base/codes.h"

namespace npscope {

/// A quoted cell that is longer counts as never closed: memory stays bounded whatever the file holds.
inline constexpr size_t kMaxQuotedCell = 1 << 20;

/// What a cell held before it became text. Delimited text and JSON have texts only; spreadsheets know more.
enum class CellKind : uint8_t {
  kEmpty,    // nothing there
  kText,     // any text, empty ones too
  kNumber,   // as number_text.h writes it
  kBoolean,  // "true" or "false"
  kDate,     // local "2024-01-02T03:04:05", ".678" behind it where there are milliseconds; no time at midnight: "2024-01-02"
  kTime,     // time of day or duration, "03:04:05", hours may exceed 24, ".678" behind it where there are milliseconds
  kError,    // "#N/A" and the like
};

/// A remark on one record of a batch, or on one of its cells.
struct RecordRemark {
  uint32_t record = 0;  // index in the batch
  int32_t column = -1;  // index of the cell, -1: the whole record
  Code code = Code::kNone;
};

/// The cells of one record: those between the separators `first` and `last` of its batch.
struct RecordSpan {
  uint32_t first = 0;
  uint32_t last = 0;
};

/// What the file has where a record has no cells: more than may be read, or what nobody can read.
struct BrokenText {
  uint32_t record = 0;    // index in the batch
  std::string_view text;  // at most kMostBrokenText bytes from its start, cut between characters
  bool whole = true;      // nothing was cut off
};

/// What one cell of a spreadsheet can hold for sure, so that a broken record fits into one.
inline constexpr size_t kMostBrokenText = 32767;

/// Records and cells as the separators between them. Cell k of record r lies between `ends[records[r].first + k]` and the next
/// end; `ends[0]` is the start of the text, so that every cell has a separator on both sides.
struct RecordBatch {
  std::string_view text;
  /// Text positions behind delimiters and line ends outside quotes.
  std::vector<uint32_t> ends;
  std::vector<RecordSpan> records;
  /// Ordered by record.
  std::vector<RecordRemark> remarks;
  /// Ordered by record; the views live as long as those of `text`.
  std::vector<BrokenText> broken;
  /// What the cell that starts at `ends[i]` held; empty when all cells are text.
  std::vector<CellKind> kinds;
  /// Physical line or sheet row of each record, counting from 1; empty: counted from `first_line` by the line ends of the text.
  std::vector<uint64_t> lines;
  /// Number of each record; empty: they count on from `first_record`.
  std::vector<uint64_t> numbers;
  /// Number of the first record, counting from 1 with header records included. Blank lines are not records.
  uint64_t first_record = 1;
  /// Physical line on which `text` starts, counting from 1.
  uint64_t first_line = 1;
  uint64_t blank_lines = 0;
  /// A record ends with its last cell that holds something, as the rows of a sheet do: how many cells it has says nothing.
  bool open_ended = false;

  [[nodiscard]] size_t size() const { return records.size(); }
  [[nodiscard]] uint64_t number(size_t record) const { return numbers.empty() ? first_record + record : numbers[record]; }
  [[nodiscard]] size_t cell_count(size_t record) const { return records[record].last - records[record].first; }
  [[nodiscard]] size_t position(size_t record) const { return ends[records[record].first]; }

  /// The cell as it stands in the text, quotes included, without the line end. REQUIRES: column < cell_count(record).
  [[nodiscard]] std::string_view raw_cell(size_t record, size_t column) const {
    const uint32_t* end = ends.data() + records[record].first + column;
    const uint32_t from = end[0];
    uint32_t to = end[1] - 1;
    if (to > from && text.data()[to - 1] == '\r' && to < text.size() && text.data()[to] == '\n') --to;
    return {text.data() + from, to - from};
  }

  void clear() {
    ends.clear();
    records.clear();
    remarks.clear();
    broken.clear();
    kinds.clear();
    lines.clear();
    numbers.clear();
    blank_lines = 0;
    open_ended = false;
  }
};

/// The start of a broken record's text, of which `complete` says whether all of it is here.
[[nodiscard]] BrokenText broken_text(size_t record, std::string_view text, bool complete);

/// Line ends in `text`: line feeds, and carriage returns that no line feed follows.
[[nodiscard]] uint64_t count_line_ends(std::string_view text);

/// The content of a raw cell (`quote` 0: nothing is quoted, the content is the cell): quotes taken off and doubled quotes undone; a cell whose opening quote has no end within
/// kMaxQuotedCell is plain text. The view is into `raw` or into `scratch`.
[[nodiscard]] std::string_view cell_text(std::string_view raw, char quote, std::string& scratch);

}  // namespace npscope
