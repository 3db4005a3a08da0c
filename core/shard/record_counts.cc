// SPDX-License-Identifier: MIT
// One pass over each batch for the scores, one for each grouping; everything that goes wrong is counted where it stands.
#include "core/shard/record_counts.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace npscope {

RecordCounts::RecordCounts(const Plan& plan, const ReadOptions& options)
    : plan_(plan),
      reader_(plan.dialect.marks, options.kernel),
      responses_(plan.mapping.score, plan.mapping.columns.size(), plan.dialect.marks, options.mapping.missing) {
  reader_.skip_lines(plan.dialect.separator_line > 0 ? 1 : 0);
  for (const GroupedCounts::Plan& group : plan.groups) groups_.emplace_back(group);
  for (const Mapping::Remark& remark : plan.mapping.remarks) issues_.add(remark.code, IssuePlace{1, 1, remark.column});
  if (plan.encoding.confidence < 0.6) issues_.add(Code::kEncodingUncertain, IssuePlace{1, 1, -1});
}

size_t RecordCounts::read(std::string_view text, bool final, RowStore* rows, const char* base) {
  size_t at = 0;
  while (const size_t taken = reader_.next(text.substr(at), final, batch_)) {
    if (rows != nullptr) {
      const auto start = static_cast<size_t>(text.data() - base) + at;
      for (size_t r = 0; r < batch_.size(); ++r) rows->note_record(static_cast<uint32_t>(start + batch_.position(r)));
    }
    look_at_text(text.substr(at, taken));
    take_batch();
    at += taken;
  }
  return at;
}

void RecordCounts::take_batch() {
  ledger_.blank_lines += batch_.blank_lines;
  const uint64_t header = plan_.mapping.header_records;
  const uint64_t skipped = batch_.first_record > header ? 0 : header - batch_.first_record + 1;
  const size_t first = std::min<uint64_t>(skipped, batch_.size());
  if (first == batch_.size()) return;
  responses_.read(batch_, first, response_batch_);
  count_responses(first);
  remark_records(first);
  count_groups(first);
}

void RecordCounts::count_responses(size_t first) {
  const auto score_column = static_cast<int32_t>(plan_.mapping.score);
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code reason = response_batch_.reasons[i];
    if (reason == Code::kNone) [[likely]] {
      scores_.add(response_batch_.scores[i]);
      ++ledger_.accepted;
      continue;
    }
    ++ledger_.reasons[static_cast<size_t>(reason)];
    // Broken records have a remark of their own, with the place of the fault.
    if (reason == Code::kUnclosedQuote || reason == Code::kRecordTooLong) continue;
    const bool whole_record = reason == Code::kTooFewCells || reason == Code::kTooManyCells;
    remark(reason, first + i, whole_record ? -1 : score_column);
  }
}

void RecordCounts::remark_records(size_t first) {
  for (const uint32_t i : response_batch_.short_records) remark(Code::kTooFewCells, first + i, -1);
  for (const RecordRemark& found : batch_.remarks) {
    if (found.record >= first) remark(found.code, found.record, found.column);
  }
}

void RecordCounts::count_groups(size_t first) {
  for (size_t g = 0; g < groups_.size(); ++g) {
    odd_.clear();
    groups_[g].add(batch_, first, response_batch_, odd_);
    for (const auto& [response, code] : odd_) remark(code, first + response, static_cast<int32_t>(plan_.groups[g].column));
  }
}

/// Counts cells with invalid bytes and NUL characters; the cells are searched only when the batch has any.
void RecordCounts::look_at_text(std::string_view taken) {
  const TextFaults faults = find_text_faults(taken);
  if (!faults.invalid && !faults.nul) return;
  for (size_t r = 0; r < batch_.size(); ++r) {
    for (size_t c = 0; c < batch_.cell_count(r); ++c) {
      const TextFaults cell = find_text_faults(batch_.raw_cell(r, c));
      if (cell.invalid) remark(Code::kInvalidText, r, static_cast<int32_t>(c));
      if (cell.nul) remark(Code::kNulCharacter, r, static_cast<int32_t>(c));
    }
  }
}

void RecordCounts::remark(Code code, size_t record, int32_t column) {
  const uint64_t number = batch_.first_record + record;
  if (!issues_.wants_example(code, number)) {
    issues_.add(code, 1);
    return;
  }
  const size_t position = batch_.cell_count(record) == 0 ? 0 : batch_.position(record);
  const uint64_t line = batch_.first_line + count_line_ends(batch_.text.substr(0, position));
  issues_.add(code, IssuePlace{number, line, column});
}

std::vector<KeyedCounts> RecordCounts::groups() const {
  std::vector<KeyedCounts> all;
  all.reserve(groups_.size());
  for (const GroupedCounts& group : groups_) all.push_back(group.counts());
  return all;
}

}  // namespace npscope
