// SPDX-License-Identifier: MIT
// A score column has few distinct texts, so each is understood once and then looked up.
#include "core/survey/responses.h"

namespace npscope {

ScoreReading ResponseReader::reading(std::string_view raw) {
  // Nearly every score is one digit, or ten.
  if (missing_.declared.empty()) {
    if (raw.size() == 1 && raw[0] >= '0' && raw[0] <= '9') return {Code::kNone, static_cast<uint8_t>(raw[0] - '0')};
    if (raw.size() == 2 && raw[0] == '1' && raw[1] == '0') return {Code::kNone, 10};
  }
  const std::string_view text = cell_text(raw, marks_.quote, scratch_);
  const uint32_t code = texts_.code(text);
  if (code == Dictionary::kNoCode) return read_score(text, missing_);
  if (code == readings_.size()) readings_.push_back(read_score(text, missing_));
  return readings_[code];
}

bool ResponseReader::has_surplus(const RecordBatch& batch, size_t record) const {
  for (size_t c = width_; c < batch.cell_count(record); ++c) {
    if (!batch.raw_cell(record, c).empty()) return true;
  }
  return false;
}

void ResponseReader::read(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  const size_t count = batch.size() - first;
  out.scores.assign(count, 0);
  out.reasons.assign(count, Code::kNone);
  out.short_records.clear();
  for (size_t i = 0; i < count; ++i) {
    const size_t record = first + i;
    const size_t cells = batch.cell_count(record);
    if (cells != width_) {
      if (cells > width_ && has_surplus(batch, record)) {
        out.reasons[i] = Code::kTooManyCells;
        continue;
      }
      if (cells <= score_) {
        out.reasons[i] = Code::kTooFewCells;
        continue;
      }
      if (cells < width_) out.short_records.push_back(static_cast<uint32_t>(i));
    }
    const ScoreReading found = reading(batch.raw_cell(record, score_));
    out.scores[i] = found.score;
    out.reasons[i] = found.reason;
  }
  apply_remarks(batch, first, out);
}

void ResponseReader::apply_remarks(const RecordBatch& batch, size_t first, ResponseBatch& out) {
  for (const RecordRemark& remark : batch.remarks) {
    const bool broken = remark.code == Code::kUnclosedQuote || remark.code == Code::kRecordTooLong;
    if (broken && remark.record >= first) out.reasons[remark.record - first] = remark.code;
  }
}

}  // namespace npscope
