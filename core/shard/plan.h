// SPDX-License-Identifier: MIT
// Plan: everything that is decided about a file from its start, before a single record is counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/csv/dialect.h"
#include "core/format/encoding.h"
#include "core/format/table_source.h"
#include "core/partial/issue_counts.h"
#include "core/shard/grouped_counts.h"
#include "core/shard/options.h"
#include "core/survey/mapping.h"

namespace npscope {

/// Bytes at the start of a file that decide; the same whatever blocks they come in.
inline constexpr size_t kSampleSize = 1 << 20;
/// Records that decide about columns.
inline constexpr size_t kSampleRecords = 600;

/// How one more encoding would read, for a person to compare.
struct EncodingPreview {
  Encoding encoding = Encoding::kUtf8;
  double confidence = 0;
  std::string preview;
};

/// What a person sees of a column before anything is counted.
struct ColumnSample {
  std::vector<std::string> values;
  double filled = 0;
};

struct TablePlan {
  TableInfo info;
  /// Rows with something in them; nothing until the table was read to its end.
  std::optional<uint64_t> rows;
};

struct Plan {
  /// As detect_format says.
  std::string_view format;
  EncodingGuess encoding;
  std::vector<EncodingPreview> alternatives;
  /// Of delimited text; for other formats the marks say that nothing is quoted.
  csv::Dialect dialect;
  /// Sheets or arrays, and which is read.
  std::vector<TablePlan> tables;
  size_t table = 0;
  Mapping mapping;
  std::vector<GroupedCounts::Plan> groups;
  /// By column; only when a person wants to look.
  std::vector<ColumnSample> samples;

  /// The file's bytes are text in `encoding`.
  [[nodiscard]] bool is_text() const;
};

using MaybeFailure = std::optional<Failure>;

/// Format and encoding, from the first bytes of a file; `whole`: the sample is all of it.
[[nodiscard]] [[gnu::noinline]] MaybeFailure plan_content(std::string_view sample, bool whole, const ReadOptions& options,
                                                          const DoubleByteTables* tables, Plan& plan);

/// The sample as UTF-8 behind its mark. The view is into `sample` or `scratch`.
[[nodiscard]] std::string_view decoded_sample(std::string_view sample, bool whole, const EncodingGuess& encoding,
                                              const DoubleByteTables* tables, std::string& scratch);

/// Dialect and columns of delimited text, from its first mebibyte in UTF-8.
[[nodiscard]] [[gnu::noinline]] MaybeFailure plan_text(std::string_view text, bool whole, const ReadOptions& options,
                                                       Plan& plan);

/// Columns and groupings, from the first records. `whole`: there are no others. `names`: where the column names are.
[[nodiscard]] [[gnu::noinline]] MaybeFailure plan_records(const std::vector<std::vector<std::string>>& records, bool whole,
                                                          NamesFrom names, const ReadOptions& options, Plan& plan);

/// Remarks on the file and its columns, before a record is counted.
[[nodiscard]] IssueCounts plan_issues(const Plan& plan);

}  // namespace npscope
