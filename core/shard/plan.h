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
#include "core/shard/corrections.h"
#include "core/shard/grouping.h"
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

/// A cell of the sample that a cleaning rule changes.
struct SampleChange {
  CleaningRule rule = CleaningRule::kTrim;
  uint64_t record = 0;
  size_t column = 0;
  std::string before;
  std::string after;
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
  /// Of the column names as they were found before a recipe said anything.
  std::string fingerprint;
  /// That of the rows of single answers, when the table was made of those.
  std::string rows_fingerprint;
  /// The part of the recipe that is followed; null: none.
  const SourceRecipe* source = nullptr;
  /// Set when the file holds rows of another one that a person has corrected; the rest of the plan is about what is left of them.
  std::optional<Corrections> corrections;
  Mapping mapping;
  std::vector<PlannedGrouping> groups;
  /// By column.
  std::vector<ColumnSample> samples;
  /// By question of the mapping: the cells of the records that show it, shortened.
  std::vector<std::vector<std::vector<std::string>>> proofs;
  std::vector<SampleChange> changes;

  /// How the cells of the records are written that are counted: those of a reject file have lost their quotes by then.
  [[nodiscard]] csv::Punctuation cell_marks() const { return corrections ? csv::Punctuation{'\x1F', '\0'} : dialect.marks; }
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
