// SPDX-License-Identifier: MIT
// ResponseStore: the responses of one file, column by column: just what is needed to find duplicates, to apply a policy and
// to count by group. Keys are hashes; no text of a cell is in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/chunked.h"
#include "core/base/codes.h"
#include "core/base/key_column.h"
#include "core/base/narrow_codes.h"
#include "core/base/rising_numbers.h"
#include "core/survey/responses.h"
#include "core/survey/role_columns.h"
#include "core/survey/rules.h"
#include "core/survey/time_column.h"

namespace npscope {

/// In a column of answers: the record is no response as it is read now; it would be one under another answer to an open question.
inline constexpr uint8_t kNoAnswer = UINT8_MAX;

/// Of a response with an id: tells its row from other rows with that id, and orders them.
[[nodiscard]] inline uint32_t mark_of_row(uint64_t key) { return std::max(static_cast<uint32_t>(key >> 32), uint32_t{1}); }

class ResponseStore {
 public:
  /// Which columns the file has decides which of these grow; the others stay empty.
  struct Columns {
    RisingNumbers records;
    /// A score, or a Group in a file of groups, or kNoAnswer.
    Chunked<uint8_t> answers;
    /// What the score cell was changed by, as an index of `rule_sets`; empty: nothing in any of them.
    NarrowCodes score_rules;
    std::vector<CleaningSet> rule_sets;
    /// How many responses each stands for; empty: one.
    Chunked<uint32_t> times;
    TimeColumn when;
    /// The time under the other order of day and month, where the plan is not sure.
    Chunked<int64_t> when_other;
    /// As RecordValues::offsets.
    Chunked<int32_t> offsets;
    /// Where there are `row_marks` too, a response without an id has the key of its row here instead.
    Chunked<uint64_t> response_ids;
    KeyColumn respondents;
    KeyColumn accounts;
    KeyColumn waves;
    /// Keys of whole rows, where the file has no ids: a row is only ever compared with rows of the same id.
    Chunked<uint64_t> rows;
    /// Beside ids: half of the row's key (mark_of_row); 0: the response has no id.
    Chunked<uint32_t> row_marks;
    Chunked<uint8_t> filled;
    /// By grouping: a code of the file's own.
    std::vector<NarrowCodes> groups;
  };

  explicit ResponseStore(bool groups_only) : groups_only_(groups_only) {}

  [[nodiscard]] size_t size() const { return columns_.answers.size(); }
  /// The answers are groups, not scores.
  [[nodiscard]] bool groups_only() const { return groups_only_; }

  // One response, REQUIRES: i < size(). Whoever does not fill the store reads it through these only: how the columns are packed may
  // change.

  /// The number of its record; ascending with i.
  [[nodiscard]] uint32_t record(size_t i) const { return columns_.records[i]; }
  /// A score, or a Group where groups_only(), or kNoAnswer.
  [[nodiscard]] uint8_t answer(size_t i) const { return columns_.answers[i]; }
  /// A bit for each answer that any response has; kNoAnswer has none.
  [[nodiscard]] [[gnu::noinline]] uint32_t seen_answers() const {
    uint32_t seen = 0;
    for (size_t i = 0; i < size(); ++i) seen |= columns_.answers[i] == kNoAnswer ? 0 : 1U << columns_.answers[i];
    return seen;
  }
  /// How many responses it stands for.
  [[nodiscard]] uint32_t times(size_t i) const { return columns_.times.empty() ? 1 : columns_.times[i]; }
  /// As RecordValues::when; kNoTime also where the file has no dates.
  [[nodiscard]] int64_t when(size_t i) const { return columns_.when.empty() ? kNoTime : columns_.when[i]; }
  /// Which of the responses has this record; a record gives one at most.
  [[nodiscard]] std::optional<size_t> find(uint32_t record) const { return columns_.records.find(record); }
  /// Keys as in RecordValues; 0: the cell is empty or the file has no such column.
  [[nodiscard]] uint64_t response_id(size_t i) const {
    const bool none = columns_.response_ids.empty() || (!columns_.row_marks.empty() && columns_.row_marks[i] == 0);
    return none ? 0 : columns_.response_ids[i];
  }
  [[nodiscard]] uint64_t respondent(size_t i) const { return columns_.respondents.empty() ? 0 : columns_.respondents[i]; }
  [[nodiscard]] uint64_t account(size_t i) const { return columns_.accounts.empty() ? 0 : columns_.accounts[i]; }

  [[nodiscard]] Columns& columns() { return columns_; }
  [[nodiscard]] const Columns& columns() const { return columns_; }

 private:
  bool groups_only_;
  Columns columns_;
};

}  // namespace npscope
