// SPDX-License-Identifier: MIT
// A score column has few distinct texts, so each is understood once and then looked up. Delimited text and tables are read in
// loops of their own: in text a cell too many means that something has shifted, in a table it means nothing.
#include "core/survey/responses.h"

#include <algorithm>

namespace npscope {
namespace {

bool declares_a_score(const MissingCodes& missing) {
  return std::ranges::any_of(
      missing.declared, [](const std::string& code) { return code.size() <= 2 && read_score(code, {}).reason == Code::kNone; });
}

}  // namespace

bool breaks_record(Code code) {
  return code == Code::kUnclosedQuote || code == Code::kRecordTooLong || code == Code::kInvalidJsonRecord;
}

ResponseReader::ResponseReader(const Mapping& mapping, csv::Punctuation marks, const Rules& rules)
    : mapping_(mapping),
      marks_(marks),
      cleaning_(rules.cleaning),
      digits_are_scores_(mapping.score_kind == ScoreKind::kScores && !declares_a_score(mapping.missing)),
      groups_(mapping.group_check.value_or(GroupCheck{}), marks.quote) {
  for (const Exclusion& exclusion : mapping.exclusions) {
    if (!rules.policy.included[static_cast<size_t>(exclusion.code)]) filters_.emplace_back(exclusion, marks.quote);
  }
  const auto counts = std::ranges::find(mapping.columns, Role::kCount, &Column::role);
  if (counts != mapping.columns.end()) counts_.emplace(static_cast<size_t>(counts - mapping.columns.begin()), marks.quote);
}

ScoreReading ResponseReader::reading(std::string_view raw) {
  // Nearly every score is one digit, or ten.
  if (digits_are_scores_) {
    if (raw.size() == 1 && raw[0] >= '0' && raw[0] <= '9') return {Code::kNone, static_cast<uint8_t>(raw[0] - '0')};
    if (raw.size() == 2 && raw[0] == '1' && raw[1] == '0') return {Code::kNone, 10};
  }
  const std::string_view text = cell_text(raw, marks_.quote, scratch_);
  const uint32_t code = texts_.code(text);
  if (code == Dictionary::kNoCode)
    return read_answer(text, mapping_.score_kind, mapping_.score_groups, mapping_.missing, cleaning_);
  if (code == readings_.size()) {
    readings_.push_back(read_answer(text, mapping_.score_kind, mapping_.score_groups, mapping_.missing, cleaning_));
  }
  return readings_[code];
}

void ResponseReader::take(const ScoreReading& found, size_t response, ResponseBatch& out) const {
  out.scores[response] = found.score;
  out.reasons[response] = found.reason;
  if (found.rules.none()) [[likely]]
    return;
  if (!out.any_rules) out.rules.assign(out.reasons.size(), {});
  out.any_rules = true;
  out.rules[response] = found.rules;
}

bool ResponseReader::has_surplus(const RecordBatch& batch, size_t record) const {
  for (size_t c = mapping_.columns.size(); c < batch.cell_count(record); ++c) {
    if (!batch.raw_cell(record, c).empty()) return true;
  }
  return false;
}

void ResponseReader::read(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  const size_t count = batch.size() - first;
  out.scores.assign(count, 0);
  out.reasons.assign(count, Code::kNone);
  out.remarks.clear();
  out.any_rules = false;
  if (!batch.open_ended) {
    read_text(batch, first, out);
  } else {
    read_table(batch, first, out);
  }
  apply_remarks(batch, first, out);
  if (!filters_.empty()) exclude(batch, first, out);
  if (mapping_.group_check) compare_groups(batch, first, out);
  if (counts_) counts_->read(batch, first, out.reasons, out.times);
}

void ResponseReader::read_text(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  const size_t width = mapping_.columns.size();
  const size_t score = mapping_.score;
  for (size_t i = 0; i < out.reasons.size(); ++i) {
    const size_t record = first + i;
    const size_t cells = batch.cell_count(record);
    if (cells != width) {
      if (cells > width && has_surplus(batch, record)) {
        out.reasons[i] = Code::kTooManyCells;
        continue;
      }
      if (cells <= score) {
        out.reasons[i] = Code::kTooFewCells;
        continue;
      }
      if (cells < width) out.remarks.push_back({static_cast<uint32_t>(i), -1, Code::kTooFewCells});
    }
    take(reading(batch.raw_cell(record, score)), i, out);
  }
}

void ResponseReader::read_table(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  const size_t score = mapping_.score;
  for (size_t i = 0; i < out.reasons.size(); ++i) {
    const size_t record = first + i;
    // A row ends with its last cell: one that ends before the score has none.
    const bool present = score < batch.cell_count(record);
    take(reading(present ? batch.raw_cell(record, score) : std::string_view()), i, out);
  }
}

void ResponseReader::apply_remarks(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  for (const RecordRemark& remark : batch.remarks) {
    if (breaks_record(remark.code) && remark.record >= first) out.reasons[remark.record - first] = remark.code;
  }
}

void ResponseReader::exclude(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  out.has_score.assign(out.reasons.size(), false);
  for (size_t i = 0; i < out.reasons.size(); ++i) {
    const Code reason = out.reasons[i];
    out.has_score[i] = reason == Code::kNone;
    if (reason == Code::kTooManyCells || reason == Code::kTooFewCells || breaks_record(reason)) continue;
    for (RecordFilter& filter : filters_) {
      if (!filter.leaves_out(batch, first + i)) continue;
      out.reasons[i] = filter.code();
      break;
    }
  }
}

void ResponseReader::compare_groups(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  for (size_t i = 0; i < out.reasons.size(); ++i) {
    if (out.reasons[i] != Code::kNone) continue;
    const std::optional<Group> stated = groups_.group(batch, first + i);
    if (!stated || *stated == group_of_score(out.scores[i])) continue;
    out.remarks.push_back({static_cast<uint32_t>(i), static_cast<int32_t>(mapping_.group_check->column), Code::kGroupMismatch});
  }
}

}  // namespace npscope
