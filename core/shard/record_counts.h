// SPDX-License-Identifier: MIT
// RecordCounts: what becomes of the records of one file that has a plan. Batches in; accepted responses, issues, the ledger and what
// is known of the columns out. Which of the responses count is settled later, over all files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/csv/reader.h"
#include "core/partial/cleaning_counts.h"
#include "core/partial/issue_counts.h"
#include "core/partial/response_counts.h"
#include "core/shard/answer_effects.h"
#include "core/shard/group_codes.h"
#include "core/shard/options.h"
#include "core/shard/plan.h"
#include "core/shard/row_keys.h"
#include "core/survey/response_store.h"
#include "core/survey/responses.h"
#include "core/survey/role_columns.h"
#include "core/table/row_store.h"

namespace npscope {

class RecordCounts {
 public:
  /// `plan` must outlive this.
  RecordCounts(const Plan& plan, const ReadOptions& options);

  /// Delimited text: counts all whole records at the start of `text` and returns how many bytes they take. With `rows` the place
  /// of each record is noted there, counted from `base`. `final`: nothing comes after `text`.
  [[gnu::noinline]] size_t read(std::string_view text, bool final, RowStore* rows, const char* base);

  /// All other formats: counts the records of the next batch, which a source made.
  [[gnu::noinline]] void take(const RecordBatch& batch);

  /// No record comes any more: what only reading needs is given back.
  void close();

  /// Records so far, header records included.
  [[nodiscard]] uint64_t records() const { return records_; }
  /// Before anything is settled: every response that has a score is accepted.
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const IssueCounts& issues() const { return issues_; }
  [[nodiscard]] const ResponseStore& responses() const { return store_; }
  /// Scores of the records that are left out by a flag of the file, by reason.
  [[nodiscard]] const std::array<ResponseCounts, kCodeCount>& excluded() const { return excluded_; }
  [[nodiscard]] const std::vector<ColumnTally>& tallies() const { return columns_.tallies(); }
  [[nodiscard]] CleaningCounts cleaning() const;
  /// The responses under the other answers to the plan's questions.
  [[nodiscard]] const AnswerEffects& effects() const { return effects_; }
  /// One for each grouping of the plan; those by month have no values.
  [[nodiscard]] const std::vector<GroupCodes>& groups() const { return groups_; }

 private:
  [[gnu::noinline]] void count(const RecordBatch& batch);
  void count_responses(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void count_reason(const RecordBatch& batch, size_t record, size_t response, Code reason);
  [[gnu::noinline]] void count_rules(const RecordBatch& batch, size_t first);
  /// Keeps the responses whose entry in `reasons` is kNone.
  [[gnu::noinline]] void store(const RecordBatch& batch, size_t first, const std::vector<Code>& reasons);
  [[gnu::noinline]] void store_answers(const std::vector<Code>& reasons);
  [[gnu::noinline]] void store_rules(const std::vector<Code>& reasons);
  [[nodiscard]] uint64_t times(size_t response) const {
    return response_batch_.times.empty() ? 1 : response_batch_.times[response];
  }
  [[gnu::noinline]] void store_rows(const RecordBatch& batch, size_t first, const std::vector<Code>& reasons);
  [[gnu::noinline]] void remark_records(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void remark_batch(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void remark_error_cells(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void look_at_text(const RecordBatch& batch, std::string_view text);
  [[gnu::noinline]] void remark(const RecordBatch& batch, Code code, size_t record, int32_t column);
  [[nodiscard]] IssuePlace place(const RecordBatch& batch, size_t record, int32_t column) const;

  const Plan& plan_;
  csv::Reader reader_;
  ResponseReader responses_;
  RoleColumns columns_;
  std::vector<GroupCodes> groups_;
  AnswerEffects effects_;
  RowKeys row_keys_;
  RecordBatch batch_;
  ResponseBatch response_batch_;
  RecordValues values_;
  /// Reasons, with kNone for every record that is a response under any answer.
  std::vector<Code> stored_;
  std::vector<uint32_t> odd_;
  uint64_t records_ = 0;
  Ledger ledger_;
  IssueCounts issues_;
  ResponseStore store_;
  std::array<ResponseCounts, kCodeCount> excluded_;
  CleaningCounts score_cleaning_;
};

}  // namespace npscope
