// SPDX-License-Identifier: MIT
// One pass over each batch for the scores, one for each grouping; everything that goes wrong is counted where it stands.
#include "core/shard/record_counts.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/base/utf8.h"
#include "core/format/csv/tiling.h"

namespace npscope {
namespace {

bool has_role(const Mapping& mapping, Role role) {
  return std::ranges::any_of(mapping.columns, [role](const Column& column) { return column.role == role; });
}

/// Equal rows are copies when they have a response id, or a date and a respondent; with a date alone they are worth a word.
bool needs_rows(const Mapping& mapping, const DuplicateRules& rules) {
  if (rules.rows == RowDuplicates::kAll) return true;
  if (rules.rows == RowDuplicates::kOff) return false;
  return has_role(mapping, Role::kResponseId) || mapping.date.has_value();
}

/// What makes up a row: the columns with a role, or all of them when every copy of a row is to count once.
std::vector<size_t> row_columns(const Mapping& mapping, const DuplicateRules& rules) {
  std::vector<size_t> columns;
  if (!needs_rows(mapping, rules)) return columns;
  for (size_t c = 0; c < mapping.columns.size(); ++c) {
    if (rules.rows == RowDuplicates::kAll || is_used(mapping.columns[c].role)) columns.push_back(c);
  }
  return columns;
}

/// Appends the values of the accepted responses.
template <class T>
[[gnu::noinline]] void append(const std::vector<T>& values, const std::vector<Code>& reasons, Chunked<T>& out) {
  out.append_if(std::span<const T>(values), [&reasons](size_t i) { return reasons[i] == Code::kNone; });
}

/// The same for columns that pack what they take.
template <class T, class Column>
[[gnu::noinline]] void push(const std::vector<T>& values, const std::vector<Code>& reasons, Column& out) {
  for (size_t i = 0; i < values.size(); ++i) {
    if (reasons[i] == Code::kNone) out.push_back(values[i]);
  }
}

}  // namespace

RecordCounts::RecordCounts(const Plan& plan, const ReadOptions& options)
    : plan_(plan),
      reader_(plan.dialect.marks, options.kernel),
      responses_(plan.mapping, plan.cell_marks(), options.rules),
      columns_(plan.mapping, options.rules, plan.cell_marks(), options.rules.policy.least_filled > 0),
      effects_(plan.mapping, options.rules, plan.cell_marks()),
      row_keys_(row_columns(plan.mapping, options.rules.duplicates), plan.cell_marks().quote),
      issues_(plan_issues(plan)),
      store_(plan.mapping.score_kind == ScoreKind::kGroups) {
  reader_.skip_lines(plan.dialect.separator_line > 0 ? 1 : 0);
  for (const PlannedGrouping& group : plan.groups)
    groups_.emplace_back(group.column, plan.cell_marks().quote, options.rules.cleaning);
  store_.columns().groups.resize(groups_.size());
}

size_t RecordCounts::read(std::string_view text, bool final, RowStore* rows, const char* base) {
  size_t at = 0;
  while (const size_t taken = reader_.next(text.substr(at), final, batch_)) {
    NPS_CHECK(csv::tiles(batch_, taken));
    if (rows != nullptr) {
      const auto start = static_cast<size_t>(text.data() - base) + at;
      for (size_t r = 0; r < batch_.size(); ++r) rows->note_record(static_cast<uint32_t>(start + batch_.position(r)));
    }
    look_at_text(batch_, text.substr(at, taken));
    count(batch_);
    at += taken;
  }
  return at;
}

void RecordCounts::take(const RecordBatch& batch) {
  look_at_text(batch, batch.text);
  count(batch);
}

void RecordCounts::count(const RecordBatch& batch) {
  records_ += batch.size();
  ledger_.blank_lines += batch.blank_lines;
  const uint64_t header = plan_.mapping.header_records;
  const uint64_t skipped = batch.first_record > header ? 0 : header - batch.first_record + 1;
  const size_t first = std::min<uint64_t>(skipped, batch.size());
  if (!batch.remarks.empty()) remark_batch(batch, first);
  if (first == batch.size()) return;
  responses_.read(batch, first, response_batch_);
  columns_.read(batch, first, values_, response_batch_.remarks);
  count_responses(batch, first);
  if (effects_.empty()) {
    store(batch, first, response_batch_.reasons);
  } else {
    stored_ = response_batch_.reasons;
    effects_.read(batch, first, stored_);
    effects_.keep(stored_);
    store(batch, first, stored_);
  }
  remark_records(batch, first);
  if (response_batch_.any_rules) count_rules(batch, first);
  if (!batch.kinds.empty()) remark_error_cells(batch, first);
}

void RecordCounts::count_responses(const RecordBatch& batch, size_t first) {
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code reason = response_batch_.reasons[i];
    if (reason == Code::kNone) [[likely]] {
      ++ledger_.accepted;
    } else {
      count_reason(batch, first + i, i, reason);
    }
  }
}

void RecordCounts::count_reason(const RecordBatch& batch, size_t record, size_t response, Code reason) {
  ++ledger_.reasons[static_cast<size_t>(reason)];
  // Broken records have a remark of their own, with the place of the fault.
  if (breaks_record(reason)) return;
  const bool excluded = is_excluded_reason(reason);
  if (excluded && response_batch_.has_score[response]) {
    excluded_[static_cast<size_t>(reason)].add_answer(store_.groups_only(), response_batch_.scores[response], times(response));
  }
  const bool whole_record = reason == Code::kTooFewCells || reason == Code::kTooManyCells || excluded;
  const size_t column = reason == Code::kCountInvalid ? *responses_.count_column() : plan_.mapping.score;
  remark(batch, reason, record, whole_record ? -1 : static_cast<int32_t>(column));
}

/// What the score cells were changed by before they were understood.
void RecordCounts::count_rules(const RecordBatch& batch, size_t first) {
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const CleaningSet rules = response_batch_.rules[i];
    if (rules.none()) continue;
    for (size_t r = 0; r < kCleaningRuleCount; ++r) {
      if (!rules[r]) continue;
      CleaningCounts::Entry& entry = score_cleaning_.rules[r];
      ++entry.cells;
      if (score_cleaning_.wants_example(r))
        entry.examples.push_back(place(batch, first + i, static_cast<int32_t>(plan_.mapping.score)));
      if (response_batch_.reasons[i] != Code::kNone) continue;
      entry.scores.add_answer(store_.groups_only(), response_batch_.scores[i], times(i));
    }
  }
}

void RecordCounts::store(const RecordBatch& batch, size_t first, const std::vector<Code>& reasons) {
  ResponseStore::Columns& columns = store_.columns();
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] == Code::kNone) columns.records.push_back(static_cast<uint32_t>(batch.number(first + i)));
  }
  store_answers(reasons);
  append(response_batch_.times, reasons, columns.times);
  push(values_.when, reasons, columns.when);
  append(values_.when_other, reasons, columns.when_other);
  append(values_.offsets, reasons, columns.offsets);
  push(values_.respondents, reasons, columns.respondents);
  push(values_.accounts, reasons, columns.accounts);
  push(values_.waves, reasons, columns.waves);
  append(values_.filled, reasons, columns.filled);
  if (!row_keys_.empty()) {
    store_rows(batch, first, reasons);
  } else {
    append(values_.response_ids, reasons, columns.response_ids);
  }
  for (size_t g = 0; g < groups_.size(); ++g) {
    if (plan_.groups[g].by != GroupBy::kColumn) continue;
    odd_.clear();
    groups_[g].add(batch, first, reasons, columns.groups[g], odd_);
    for (const uint32_t i : odd_) remark(batch, Code::kTooManyValues, first + i, static_cast<int32_t>(*plan_.groups[g].column));
  }
}

void RecordCounts::store_answers(const std::vector<Code>& reasons) {
  ResponseStore::Columns& columns = store_.columns();
  if (response_batch_.any_rules || !columns.rule_sets.empty()) store_rules(reasons);
  if (effects_.empty()) return append(response_batch_.scores, reasons, columns.answers);
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] == Code::kNone) columns.answers.push_back(answer_or_none(response_batch_, i));
  }
}

/// Before the answers of the same batch.
void RecordCounts::store_rules(const std::vector<Code>& reasons) {
  ResponseStore::Columns& columns = store_.columns();
  if (columns.rule_sets.empty()) {
    columns.rule_sets.emplace_back();
    for (size_t i = 0; i < columns.answers.size(); ++i) columns.score_rules.push_back(0);
  }
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] != Code::kNone) continue;
    const CleaningSet rules = response_batch_.any_rules ? response_batch_.rules[i] : CleaningSet{};
    const auto known = std::ranges::find(columns.rule_sets, rules);
    const auto code = static_cast<uint32_t>(known - columns.rule_sets.begin());
    if (known == columns.rule_sets.end()) columns.rule_sets.push_back(rules);
    columns.score_rules.push_back(code);
  }
}

void RecordCounts::store_rows(const RecordBatch& batch, size_t first, const std::vector<Code>& reasons) {
  ResponseStore::Columns& columns = store_.columns();
  const std::vector<uint64_t>& ids = values_.response_ids;
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] != Code::kNone) continue;
    const uint64_t key = row_keys_.key(batch, first + i);
    if (ids.empty()) {
      columns.rows.push_back(key);
    } else {
      columns.response_ids.push_back(ids[i] == 0 ? key : ids[i]);
      columns.row_marks.push_back(ids[i] == 0 ? 0 : mark_of_row(key));
    }
  }
}

void RecordCounts::close() {
  columns_.close();
  batch_ = {};
  response_batch_ = {};
  values_ = {};
  stored_ = {};
  odd_ = {};
}

CleaningCounts RecordCounts::cleaning() const {
  CleaningCounts all = score_cleaning_;
  all.merge(columns_.cleaning());
  all.merge(plan_.mapping.header_cleaning);
  return all;
}

void RecordCounts::remark_records(const RecordBatch& batch, size_t first) {
  for (const ResponseBatch::Remark& found : response_batch_.remarks)
    remark(batch, found.code, first + found.response, found.column);
}

void RecordCounts::remark_batch(const RecordBatch& batch, size_t first) {
  for (const RecordRemark& found : batch.remarks) {
    // A header record cannot be rejected, but what was found in it counts.
    if (found.record >= first || !breaks_record(found.code)) remark(batch, found.code, found.record, found.column);
  }
}

/// A formula that went wrong, where the score should be.
void RecordCounts::remark_error_cells(const RecordBatch& batch, size_t first) {
  const size_t score = plan_.mapping.score;
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    if (response_batch_.reasons[i] != Code::kScoreNotANumber) continue;
    const size_t record = first + i;
    const bool error = batch.kinds[batch.records[record].first + score] == CellKind::kError;
    if (error) remark(batch, Code::kCellError, record, static_cast<int32_t>(score));
  }
}

/// Counts cells with invalid bytes and NUL characters; the cells are searched only when the batch has any.
void RecordCounts::look_at_text(const RecordBatch& batch, std::string_view text) {
  const TextFaults faults = find_text_faults(text);
  if (!faults.invalid && !faults.nul) return;
  for (size_t r = 0; r < batch.size(); ++r) {
    for (size_t c = 0; c < batch.cell_count(r); ++c) {
      const TextFaults cell = find_text_faults(batch.raw_cell(r, c));
      if (cell.invalid) remark(batch, Code::kInvalidText, r, static_cast<int32_t>(c));
      if (cell.nul) remark(batch, Code::kNulCharacter, r, static_cast<int32_t>(c));
    }
  }
}

void RecordCounts::remark(const RecordBatch& batch, Code code, size_t record, int32_t column) {
  if (issues_.wants_example(code, batch.number(record))) {
    issues_.add(code, place(batch, record, column));
  } else {
    issues_.add(code, 1);
  }
}

IssuePlace RecordCounts::place(const RecordBatch& batch, size_t record, int32_t column) const {
  const uint64_t number = batch.number(record);
  if (!batch.lines.empty()) return {number, batch.lines[record], column};
  const size_t position = batch.cell_count(record) == 0 ? 0 : batch.position(record);
  return {number, batch.first_line + count_line_ends(batch.text.substr(0, position)), column};
}

}  // namespace npscope
