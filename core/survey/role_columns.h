// SPDX-License-Identifier: MIT
// RoleColumns: the columns with a role beside the score, read for every record: keys, dates and numbers come out as values, what is
// wrong with them as remarks, and how well each column is filled as a tally.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/partial/cleaning_counts.h"
#include "core/survey/mapping.h"
#include "core/survey/responses.h"
#include "core/survey/rules.h"
#include "core/survey/time_column.h"

namespace npscope {

/// Values of the records of a batch, one entry each from `first` on; a vector is empty when the file has no such column. A key is the
/// XXH3 64 bits of the cleaned text, 0: the cell is empty.
struct RecordValues {
  /// Seconds from 1970-01-01T00:00:00 in the file's own zone, or kNoTime.
  std::vector<int64_t> when;
  /// The same under the other order of day and month; only where Mapping::date_order_unclear is set.
  std::vector<int64_t> when_other;
  /// As Moment::offset; only where times are brought into a zone.
  std::vector<int32_t> offsets;
  std::vector<uint64_t> response_ids;
  std::vector<uint64_t> respondents;
  std::vector<uint64_t> accounts;
  std::vector<uint64_t> waves;
  /// Share of the columns with a role (score included) that are filled, in percent.
  std::vector<uint8_t> filled;
};

/// What is known of one column after all records.
struct ColumnTally {
  size_t column = 0;
  Role role = Role::kNone;
  /// Records with something in the cell, and with something that the role can use.
  uint64_t filled = 0;
  uint64_t valid = 0;
  /// Different cleaned texts; nothing when there are more than are counted (65,536).
  std::optional<uint64_t> distinct;
  /// For dates written as two small numbers: how many say which order, and how many could be either.
  uint64_t day_first = 0;
  uint64_t month_first = 0;
  uint64_t either = 0;
  /// The first records that prove an order, at most three of each.
  std::vector<IssuePlace> day_first_proof;
  std::vector<IssuePlace> month_first_proof;
};

class RoleColumns {
 public:
  /// `mapping` must outlive this. `wants_filled`: RecordValues::filled is asked for.
  RoleColumns(const Mapping& mapping, const Rules& rules, csv::Punctuation marks, bool wants_filled);
  ~RoleColumns();
  RoleColumns(RoleColumns&&) noexcept;

  /// Reads the records from `first` on. Remarks (date-invalid, date-sentinel, date-in-future, date-too-early, dates-reversed,
  /// email-invalid, number-invalid) are appended with the record's index counted from `first`.
  [[gnu::noinline]] void read(const RecordBatch& batch, size_t first, RecordValues& out,
                              std::vector<ResponseBatch::Remark>& remarks);

  /// No record comes any more: the dictionaries of the columns are given back.
  void close();

  /// One for each column with a role but kScore, kNone and kIgnore, in the order of the file.
  [[nodiscard]] const std::vector<ColumnTally>& tallies() const;
  /// Without the rules that only concern scores.
  [[nodiscard]] const CleaningCounts& cleaning() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace npscope
