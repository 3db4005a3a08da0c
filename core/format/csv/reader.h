// SPDX-License-Identifier: MIT
// Reader: a text that comes in pieces to batches of records. It keeps nothing but its place: the caller hands the unread rest
// again together with what came after it.
//
// How the text is cut into pieces never shows in the records, remarks, numbers or lines. One thread; no allocation per record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"

namespace npscope::csv {

/// A longer record is skipped up to the next line end and remarked as `kRecordTooLong`.
inline constexpr size_t kMaxRecord = 8 << 20;

/// Which scan is used; `kScalarOnly` is there for tests and for hosts without SIMD.
enum class Kernel : uint8_t { kFastest, kScalarOnly };

class Reader {
 public:
  explicit Reader(Punctuation marks, Kernel kernel = Kernel::kFastest) : marks_(marks), kernel_(kernel) {}

  /// Fills `batch` with whole records from the start of `text` and returns how many bytes they take; the batch's views live as
  /// long as `text`. Zero: more text is needed (or, with `final`, there is none left). A batch may be empty although bytes were
  /// taken. `final`: nothing comes after `text`.
  size_t next(std::string_view text, bool final, RecordBatch& batch);

  /// Counts `lines` that were taken before the first record (a `sep=` line).
  void skip_lines(uint64_t lines) { line_ += lines; }

  /// Number of the next record, counting from 1.
  [[nodiscard]] uint64_t next_record() const { return record_; }

 private:
  bool scan_window(std::string_view window, bool final, RecordBatch& batch);
  [[gnu::noinline]] bool scan_long_record(std::string_view text, bool final, RecordBatch& batch);
  void gather_records(RecordBatch& batch);
  [[nodiscard]] uint64_t lines_in(std::string_view taken, std::string_view rest_of_window) const;
  size_t skip_rest_of_line(std::string_view text, bool final);

  Punctuation marks_;
  Kernel kernel_;
  std::vector<uint32_t> stops_;
  /// Line ends in the window just scanned, or nothing when they are not known.
  std::optional<uint64_t> window_lines_;
  uint64_t record_ = 1;
  uint64_t line_ = 1;
  bool skipping_ = false;
};

}  // namespace npscope::csv
