// SPDX-License-Identifier: MIT
// RejectedRows: the records of a file that were not used, as a file of their own: the cells as the source has them, and in front
// of them five columns that say where a record comes from and why it was not used.
//
// A sixth column, where the file has records without cells, holds what stands there in the source: a broken line as it is, the start
// of a record that is too long. Its other cells are empty, for a person to fill in.
//
// corrections.h reads such a file again. Header records stand first; the one with the names has the five names in front, others
// have five empty cells. Records keep the number of cells they have. CSV is UTF-8 with a mark, RFC 4180, CR LF; cells that a
// spreadsheet would calculate are guarded (formula_guard.h) and quoted. Bytes that are no UTF-8 stay in CSV and are U+FFFD in
// XLSX. XLSX has texts only, so nothing in it needs a guard. A cell beyond 1 MiB (kMaxQuotedCell) that has to be quoted is the one
// thing our own reader does not read back.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/base/result.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/format/xlsx/writer.h"

namespace npscope {

/// The names of the five columns, as they stand in the file.
inline constexpr std::array<std::string_view, 5> kRejectNames = {"npscope file", "npscope record", "npscope code",
                                                                 "npscope reason", "npscope source"};
/// The name of the sixth.
inline constexpr std::string_view kRejectTextName = "npscope text";
/// Stands before the content hash, which could pass for a number without it: "1234e5678…" in a spreadsheet.
inline constexpr std::string_view kSourceMark = "xxh3-128:";

enum class RejectKind : uint8_t {
  kCsv,        // commas, whatever the source has
  kSourceCsv,  // the source's delimiter; commas where it has none
  kXlsx,
};

struct RejectForm {
  RejectKind kind = RejectKind::kCsv;
  /// Off: cells that a spreadsheet would calculate stay as they are.
  bool guard = true;
};

/// What the host says about each reason, for people to read. The core has no sentences.
class ReasonTexts {
 public:
  /// False when there is no such code.
  bool set(std::string_view code_name, std::string_view text);
  /// The name of the code when nothing was set.
  [[nodiscard]] std::string_view of(Code code) const;

 private:
  std::array<std::string, kCodeCount> texts_;
};

/// Where the records come from.
struct RejectSource {
  std::string file;
  /// Content hash, 32 hex digits.
  std::string hash;
  /// Of the batches' cells; a quote of 0: nothing is quoted.
  csv::Punctuation marks;
  /// Column names, when the source has them in no record.
  std::vector<std::string> names;
  /// There is the sixth column.
  bool has_broken = false;
};

class RejectedRows {
 public:
  /// `reasons` must outlive this.
  RejectedRows(RejectSource source, RejectForm form, const ReasonTexts& reasons);

  /// A header record; all of them come before the first add(). `names`: the record whose cells are the column names.
  void add_header(const RecordBatch& batch, size_t record, bool names);
  void add(const RecordBatch& batch, size_t record, Code reason);
  /// Nothing comes after it. A file without records still has its header.
  void finish();

  /// What was written since it was last emptied: the owner takes it and clears it whenever it likes.
  [[nodiscard]] std::string& text() { return sheet_ == nullptr ? text_ : sheet_->text(); }
  /// Records given to add().
  [[nodiscard]] uint64_t records() const { return records_; }
  /// Records without cells of which only the start was kept.
  [[nodiscard]] uint64_t cut_records() const { return cut_records_; }
  /// XLSX: cells that are longer than Excel shows (it cuts them on opening; CSV has no such limit).
  [[nodiscard]] uint64_t long_cells() const { return sheet_ == nullptr ? 0 : sheet_->long_cells(); }
  /// XLSX only, see xlsx::Writer: the file cannot be written in this form, CSV can.
  [[nodiscard]] std::optional<Failure> failure() const { return sheet_ == nullptr ? std::nullopt : sheet_->failure(); }

 private:
  void put_names(const RecordBatch* batch, size_t record);
  void begin_record();
  void cell(std::string_view text);
  void own_names(bool header_of_names);
  void put_broken(const RecordBatch& batch, size_t record);
  void cells_of(const RecordBatch& batch, size_t record);
  void end_record(bool header);
  void put_own_cells(uint64_t number, Code reason);
  void own_cells_behind(Code reason);
  [[nodiscard]] std::string written(const auto& write);

  RejectSource source_;
  const ReasonTexts& reasons_;
  bool guard_;
  char delimiter_ = ',';
  bool named_ = false;
  bool first_cell_ = true;
  uint64_t records_ = 0;
  uint64_t cut_records_ = 0;
  std::string text_;
  std::string guarded_;
  std::string unquoted_;
  /// The cells in front as they are written; empty: not yet.
  std::string before_number_;
  std::array<std::string, kCodeCount> behind_number_;
  std::unique_ptr<xlsx::Writer> sheet_;
};

}  // namespace npscope
