// SPDX-License-Identifier: MIT
// ResponseReader: records to responses. Each record gets its score, or the one reason why it has none.
//
// A broken record is rejected, whatever it says; else an exclusion of the mapping comes before anything about the score.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/codes.h"
#include "core/format/csv/scan.h"
#include "core/format/record_batch.h"
#include "core/survey/count_column.h"
#include "core/survey/mapping.h"
#include "core/survey/record_filter.h"
#include "core/survey/rules.h"
#include "core/survey/score_text.h"
#include "core/table/dictionary.h"

namespace npscope {

/// One entry for each record of a batch.
struct ResponseBatch {
  /// The score, or the Group where the mapping's kind is kGroups; meaningless where `reasons` is not kNone.
  std::vector<uint8_t> scores;
  /// kNone: the response is accepted.
  std::vector<Code> reasons;
  /// A score was there, whatever the reason says. Filled where something is excluded.
  std::vector<bool> has_score;
  /// What the score cell was changed by; filled only when `any_rules`.
  std::vector<CleaningSet> rules;
  /// How many responses each stands for; empty: one.
  std::vector<uint32_t> times;
  bool any_rules = false;
  struct Remark {
    uint32_t response = 0;  // index
    int32_t column = -1;
    Code code = Code::kNone;
  };
  /// What is remarkable although it is no reason: too few cells in a record that has its score, a group that differs.
  std::vector<Remark> remarks;
};

/// True for the remarks on a record of a batch after which nothing in it can be trusted.
[[nodiscard]] bool breaks_record(Code code);

class ResponseReader {
 public:
  /// `mapping` must outlive this.
  ResponseReader(const Mapping& mapping, csv::Punctuation marks, const Rules& rules = {});

  /// The column of counts, where there is one.
  [[nodiscard]] std::optional<size_t> count_column() const { return counts_ ? std::optional(counts_->column()) : std::nullopt; }

  /// Reads the records from `first` on.
  [[gnu::noinline]] void read(const RecordBatch& batch, size_t first, ResponseBatch& out);

 private:
  ScoreReading reading(std::string_view raw);
  void take(const ScoreReading& found, size_t response, ResponseBatch& out) const;
  [[nodiscard]] bool has_surplus(const RecordBatch& batch, size_t record) const;
  void read_text(const RecordBatch& batch, size_t first, ResponseBatch& out);
  [[gnu::noinline]] void read_table(const RecordBatch& batch, size_t first, ResponseBatch& out);
  static void apply_remarks(const RecordBatch& batch, size_t first, ResponseBatch& out);
  [[gnu::noinline]] void exclude(const RecordBatch& batch, size_t first, ResponseBatch& out);
  [[gnu::noinline]] void compare_groups(const RecordBatch& batch, size_t first, ResponseBatch& out);

  const Mapping& mapping_;
  csv::Punctuation marks_;
  CleaningSet cleaning_;
  /// A lone digit is a score: no value of 0 to 10 is declared to mean something else.
  bool digits_are_scores_ = false;
  Dictionary texts_;
  std::vector<ScoreReading> readings_;  // by code of texts_
  std::vector<RecordFilter> filters_;
  GroupColumn groups_;
  /// In a table of counts per score.
  std::optional<CountColumn> counts_;
  std::string scratch_;
};

}  // namespace npscope
