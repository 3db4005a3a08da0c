// SPDX-License-Identifier: MIT
// One pass over each batch for the scores, one for each grouping; everything that goes wrong is counted where it stands.
#include "core/shard/record_counts.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace npscope {

RecordCounts::RecordCounts(const Plan& plan, const ReadOptions& options)
    : plan_(plan),
      reader_(plan.dialect.marks, options.kernel),
      responses_(plan.mapping, plan.dialect.marks),
      issues_(plan_issues(plan)) {
  reader_.skip_lines(plan.dialect.separator_line > 0 ? 1 : 0);
  for (const GroupedCounts::Plan& group : plan.groups) groups_.emplace_back(group, plan.mapping);
}

size_t RecordCounts::read(std::string_view text, bool final, RowStore* rows, const char* base) {
  size_t at = 0;
  while (const size_t taken = reader_.next(text.substr(at), final, batch_)) {
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
  if (plan_.mapping.score_kind == ScoreKind::kGroups) {
    count_group_answers(batch, first);
  } else {
    count_responses(batch, first);
  }
  remark_records(batch, first);
  if (!batch.kinds.empty()) remark_error_cells(batch, first);
  count_groupings(batch, first);
}

void RecordCounts::count_responses(const RecordBatch& batch, size_t first) {
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code reason = response_batch_.reasons[i];
    if (reason == Code::kNone) [[likely]] {
      counted_.add(response_batch_.scores[i]);
      ++ledger_.accepted;
    } else {
      count_reason(batch, first + i, reason);
    }
  }
}

void RecordCounts::count_group_answers(const RecordBatch& batch, size_t first) {
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code reason = response_batch_.reasons[i];
    if (reason == Code::kNone) {
      counted_.add_group(response_batch_.scores[i]);
      ++ledger_.accepted;
    } else {
      count_reason(batch, first + i, reason);
    }
  }
}

void RecordCounts::count_reason(const RecordBatch& batch, size_t record, Code reason) {
  ++ledger_.reasons[static_cast<size_t>(reason)];
  // Broken records have a remark of their own, with the place of the fault.
  if (breaks_record(reason)) return;
  const bool whole_record = reason == Code::kTooFewCells || reason == Code::kTooManyCells || is_excluded_reason(reason);
  remark(batch, reason, record, whole_record ? -1 : static_cast<int32_t>(plan_.mapping.score));
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

void RecordCounts::count_groupings(const RecordBatch& batch, size_t first) {
  for (size_t g = 0; g < groups_.size(); ++g) {
    odd_.clear();
    groups_[g].add(batch, first, response_batch_, odd_);
    for (const auto& [response, code] : odd_) {
      remark(batch, code, first + response, static_cast<int32_t>(plan_.groups[g].column));
    }
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
  const uint64_t number = batch.first_record + record;
  if (!issues_.wants_example(code, number)) {
    issues_.add(code, 1);
    return;
  }
  if (!batch.lines.empty()) {
    issues_.add(code, IssuePlace{number, batch.lines[record], column});
    return;
  }
  const size_t position = batch.cell_count(record) == 0 ? 0 : batch.position(record);
  const uint64_t line = batch.first_line + count_line_ends(batch.text.substr(0, position));
  issues_.add(code, IssuePlace{number, line, column});
}

std::vector<KeyedCounts> RecordCounts::groups() const {
  std::vector<KeyedCounts> all;
  all.reserve(groups_.size());
  for (const GroupedCounts& group : groups_) all.push_back(group.counts());
  return all;
}

}  // namespace npscope
