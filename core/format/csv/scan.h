// SPDX-License-Identifier: MIT
// Finding delimiters and line ends outside quotes: one small interface, a SIMD way and a scalar way.
//
// The SIMD way (prefix-xor of the quotes over 64 bytes, after Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019)
// is right wherever quotes open only at the start of a cell and close only at its end. It says so when that does not hold; the
// scalar way then decides. Both agree on every text that the SIMD way accepts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/format/record_batch.h"

namespace npscope::csv {

using npscope::kMaxQuotedCell;

struct Punctuation {
  char delimiter = ',';
  char quote = '"';
};

/// Where cells and records end: `ends` as in RecordBatch, `stops` the index in `ends` of each record's own end. Both start with
/// an entry 0 for the start of the text.
struct Separators {
  std::vector<uint32_t>& ends;
  std::vector<uint32_t>& stops;
};

/// What a scan over a text that starts at a record's start found out.
struct ScanOutcome {
  /// The text after the last whole record is inside an open quote.
  bool open_quote = false;
  /// SIMD only: a quote stands where it should not; nothing written can be used.
  bool irregular = false;
  /// SIMD only: line ends in the whole text, those inside quotes too.
  uint64_t line_ends = 0;
};

/// Writes the separators of all whole records of `text`. With `final` the end of the text ends the last record.
/// REQUIRES: text.size() < 2^31 - 64.
ScanOutcome scan_simd(std::string_view text, Punctuation marks, bool final, Separators out);

/// The same, for any text, with remarks: `kStrayQuote` for a quote inside an unquoted cell or text after a closing quote,
/// `kUnclosedQuote` for a cell whose opening quote has no proper end (then it is read as plain text, so that the lines after it
/// are records again). Stops after `most_records`.
[[gnu::noinline]] ScanOutcome scan_scalar(std::string_view text, Punctuation marks, bool final, size_t most_records,
                                          Separators out, std::vector<RecordRemark>& remarks);

/// True when scan_simd is more than a call of scan_scalar.
[[nodiscard]] bool has_simd();

}  // namespace npscope::csv
