// SPDX-License-Identifier: MIT
// RecordCounts: what becomes of the records of one file that has a plan. Batches in; scores, groups, issues and the ledger out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/format/csv/reader.h"
#include "core/partial/issue_counts.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/response_counts.h"
#include "core/shard/grouped_counts.h"
#include "core/shard/options.h"
#include "core/shard/plan.h"
#include "core/survey/responses.h"
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

  /// Records so far, header records included.
  [[nodiscard]] uint64_t records() const { return records_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const IssueCounts& issues() const { return issues_; }
  [[nodiscard]] const ResponseCounts& scores() const { return counted_; }
  /// One for each grouping of the plan, in order.
  [[nodiscard]] std::vector<KeyedCounts> groups() const;

 private:
  void count(const RecordBatch& batch);
  void count_responses(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void count_reason(const RecordBatch& batch, size_t record, Code reason);
  [[gnu::noinline]] void count_group_answers(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void remark_records(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void remark_batch(const RecordBatch& batch, size_t first);
  [[gnu::noinline]] void remark_error_cells(const RecordBatch& batch, size_t first);
  void count_groupings(const RecordBatch& batch, size_t first);
  void look_at_text(const RecordBatch& batch, std::string_view text);
  [[gnu::noinline]] void remark(const RecordBatch& batch, Code code, size_t record, int32_t column);

  const Plan& plan_;
  csv::Reader reader_;
  ResponseReader responses_;
  std::vector<GroupedCounts> groups_;
  RecordBatch batch_;
  ResponseBatch response_batch_;
  std::vector<GroupedCounts::Odd> odd_;
  uint64_t records_ = 0;
  Ledger ledger_;
  IssueCounts issues_;
  ResponseCounts counted_;
};

}  // namespace npscope
