// SPDX-License-Identifier: MIT
// Corrections: a reject file (rejected_rows.h) that comes back, corrected or not. The columns in front, five or six, are taken off,
// guards are undone, and what is left is an ordinary table; each record says which record of which file it stands for.
//
// A record that was broken and for which a person has filled in nothing is still broken, for the same reason.
//
// The file may have been edited and saved by a spreadsheet: as XLSX, or as CSV with another delimiter, quoting, encoding or line
// end, padded with empty cells, in another order, with records missing or new. What programs do to a guarded cell `'=1` of CSV:
// opened it shows the apostrophe, and saved it is the same; typed anew the apostrophe goes, and `=1` is read as it stands. Both
// mean `=1` here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/format/record_builder.h"

namespace npscope {

/// What the five cells of a record say; what cannot be read is empty, 0 or kNone, as in a record that a person added.
struct CorrectedRecord {
  /// Content hash of the source, 32 hex digits in lower case.
  std::string source;
  /// Number of the record in the source, counting from 1.
  uint64_t record = 0;
  Code code = Code::kNone;
  bool operator==(const CorrectedRecord&) const = default;
};

/// The delimiter of a text whose header has the five names; nothing for any other text. Better than a guess: a reject file may
/// hold a single record. `text` is the start of a file in UTF-8 without its mark.
[[nodiscard]] [[gnu::noinline]] std::optional<char> corrections_delimiter(std::string_view text);

class Corrections {
 public:
  /// Header records that a file may have in front of the one with names, that one included.
  static constexpr size_t kMostHeaderRecords = 16;
  using Sample = std::vector<std::vector<std::string>>;

  /// Nothing when the first records of a table have no record that starts with the five names. `quote`: that of the batches that
  /// come, 0 when nothing is quoted; the cells of the sample are without quotes.
  [[nodiscard]] [[gnu::noinline]] static std::optional<Corrections> of(const Sample& sample, char quote);

  /// Whether the records of the source are open-ended (RecordBatch), which those of a spreadsheet are and those of delimited text
  /// are not. Without it they are as in the file that is read. Where the file is a sheet and the source was none, records are
  /// filled up to the width of the header, because a sheet cannot say that empty cells were there.
  void set_open_ended(bool open_ended) { open_ended_ = open_ended; }

  /// The sample of the table without the columns in front.
  void strip(Sample& sample) const;

  /// `out`: the records of `in` without the columns in front and without guards, as cells that are not quoted (quote 0); numbers,
  /// lines, kinds and remarks stay those of the file. Columns of remarks count without those; remarks on those concern the
  /// record. The views of `out` live until the next call. A record of names with nothing behind the five, which stands in the
  /// reject file of a table without names, is left out.
  void transform(const RecordBatch& in, RecordBatch& out);
  /// One for each record of `out`.
  [[nodiscard]] const std::vector<CorrectedRecord>& records() const { return records_; }

  /// Records that stand before the data, in each sheet of a workbook. Only sheets that begin alike hold one table.
  [[nodiscard]] uint64_t header_records() const { return names_; }
  /// The reject file shows what stood in the place of broken records.
  [[nodiscard]] bool has_broken() const { return own_ > kFewestColumns; }
  /// The hash of the source most records of the sample name, the first of those; empty when none does.
  [[nodiscard]] const std::string& source() const { return source_; }

 private:
  static constexpr size_t kFewestColumns = 5;

  Corrections(uint64_t names, size_t own, size_t width, bool only_names, char quote)
      : names_(names), own_(own), width_(width), only_names_(only_names), quote_(quote) {}
  void note_origin(const RecordBatch& batch, size_t record);
  void keep_broken(const RecordBatch& batch, size_t record, RecordBatch& out);
  void copy_cells(const RecordBatch& batch, size_t record);
  [[nodiscard]] std::string_view cell(const RecordBatch& batch, size_t record, size_t column);

  uint64_t names_;   // number of the record with the names
  size_t own_;       // columns in front
  size_t width_;     // cells behind those in that record
  bool only_names_;  // nothing stands in them
  char quote_;
  std::optional<bool> open_ended_;
  std::string source_;
  RecordBuilder builder_;
  std::vector<CorrectedRecord> records_;
  std::string scratch_;
  std::deque<std::string> broken_texts_;
};

}  // namespace npscope
