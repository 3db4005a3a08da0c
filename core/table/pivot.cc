// SPDX-License-Identifier: MIT
// The answers of a response stand in the order of the rows; they are put in the order of the columns when the record is written.
#include "core/table/pivot.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/format/table_source.h"

namespace npscope {
namespace {

constexpr size_t kTextBlock = 256 << 10;
/// Between several answers to one question, such as those of a multiple choice.
constexpr std::string_view kAnd = "; ";

Code broken_code(Code code) {
  const bool broken = code == Code::kUnclosedQuote || code == Code::kRecordTooLong || code == Code::kInvalidJsonRecord;
  return broken ? code : Code::kNone;
}

}  // namespace

Pivot::Pivot(LongFormat shape, const std::vector<std::string>& names, char quote) : shape_(std::move(shape)), quote_(quote) {
  for (size_t c = 0; c < names.size(); ++c) {
    const bool single = c == shape_.question || c == shape_.label || c == shape_.type ||
                        std::ranges::find(shape_.values, c) != shape_.values.end();
    if (single) continue;
    shared_.push_back(c);
    names_.push_back(names[c]);
  }
}

void Pivot::take(const RecordBatch& batch, size_t first) {
  uint64_t line = batch.first_line;
  size_t counted = 0;
  size_t remark = 0;
  for (size_t r = 0; r < batch.size() && !full_; ++r) {
    if (batch.lines.empty()) {
      const size_t position = batch.cell_count(r) == 0 ? counted : batch.position(r);
      line += count_line_ends(batch.text.substr(counted, position - counted));
      counted = position;
    } else {
      line = batch.lines[r];
    }
    Code broken = Code::kNone;
    for (; remark < batch.remarks.size() && batch.remarks[remark].record <= r; ++remark) {
      if (batch.remarks[remark].record != r || broken != Code::kNone) continue;
      broken = broken_code(batch.remarks[remark].code);
    }
    if (r < first) continue;
    ++rows_;
    if (broken == Code::kNone) {
      take_row(batch, r, line);
    } else {
      take_broken(batch, r);
      responses_.push_back({line, batch.number(r), broken, {}});
    }
  }
}

void Pivot::take_broken(const RecordBatch& batch, size_t record) {
  BrokenText found;
  if (batch.cell_count(record) > 0) {
    const std::string_view last = batch.raw_cell(record, batch.cell_count(record) - 1);
    const auto end = static_cast<size_t>(last.data() + last.size() - batch.text.data());
    found = broken_text(record, batch.text.substr(batch.position(record), end - batch.position(record)), true);
  } else {
    const auto known = std::ranges::lower_bound(batch.broken, record, {}, &BrokenText::record);
    if (known == batch.broken.end() || known->record != record) return;
    found = *known;
  }
  broken_.push_back({static_cast<uint32_t>(responses_.size()), kept(found.text), found.whole});
}

void Pivot::take_row(const RecordBatch& batch, size_t record, uint64_t line) {
  Response& of_row = response(batch, record, line);
  const std::optional<uint32_t> column = question(batch, record);
  if (!column) return;
  const std::string_view text = answer(batch, record);
  if (!text.empty()) of_row.cells.push_back({*column, text});
}

std::string_view Pivot::cell(const RecordBatch& batch, size_t record, size_t column) {
  if (column >= batch.cell_count(record)) return {};
  return trimmed(cell_text(batch.raw_cell(record, column), quote_, scratch_));
}

std::string_view Pivot::answer(const RecordBatch& batch, size_t record) {
  for (const size_t column : shape_.values) {
    const std::string_view text = cell(batch, record, column);
    if (!text.empty()) return kept(text);
  }
  return {};
}

Pivot::Response& Pivot::response(const RecordBatch& batch, size_t record, uint64_t line) {
  const std::string_view id = cell(batch, record, shape_.id);
  const auto known = ids_.find(id);
  if (known != ids_.end()) return responses_[known->second];
  if (!id.empty()) ids_.emplace(id, responses_.size());
  Response& added = responses_.emplace_back();
  added.line = line;
  added.record = batch.number(record);
  for (uint32_t c = 0; c < shared_.size(); ++c) {
    const std::string_view text = kept(cell(batch, record, shared_[c]));
    if (!text.empty()) added.cells.push_back({c, text});
  }
  return added;
}

std::optional<uint32_t> Pivot::question(const RecordBatch& batch, size_t record) {
  const std::string_view key = cell(batch, record, shape_.question);
  auto known = questions_.find(key);
  if (known == questions_.end()) {
    if (questions_.size() >= kMostQuestions) {
      full_ = true;
      return std::nullopt;
    }
    known = questions_.emplace(key, static_cast<uint32_t>(names_.size())).first;
    const std::string_view label = cell(batch, record, shape_.label);
    names_.emplace_back(label.empty() ? std::string_view(known->first) : label);
  }
  const uint32_t column = known->second;
  if (shape_.type && !nps_column_ && folded(cell(batch, record, *shape_.type)) == shape_.nps_type) nps_column_ = column;
  return column;
}

std::string_view Pivot::kept(std::string_view text) {
  if (text.empty()) return {};
  text_size_ += text.size();
  if (text_size_ > kMostText) {
    full_ = true;
    return {};
  }
  if (texts_.empty() || texts_.back().capacity() - texts_.back().size() < text.size()) {
    texts_.emplace_back().reserve(std::max(kTextBlock, text.size()));
  }
  std::string& block = texts_.back();
  const size_t at = block.size();
  block.append(text);
  return std::string_view(block).substr(at);
}

bool Pivot::next(RecordBatch& batch) {
  if (next_ >= responses_.size()) return false;
  builder_.start(batch, next_ + 1);
  while (next_ < responses_.size() && builder_.size() < kBatchText) {
    batch.numbers.push_back(responses_[next_].record);
    const auto broken = std::ranges::lower_bound(broken_, next_, {}, &BrokenText::record);
    if (broken != broken_.end() && broken->record == next_)
      batch.broken.push_back({static_cast<uint32_t>(batch.size()), broken->text, broken->whole});
    write(responses_[next_++]);
  }
  return true;
}

size_t Pivot::index_of(uint64_t record) const {
  const auto found = std::ranges::lower_bound(responses_, record, {}, &Response::record);
  return found == responses_.end() || found->record != record ? responses_.size()
                                                              : static_cast<size_t>(found - responses_.begin());
}

void Pivot::write(const Response& response) {
  std::vector<Cell> cells = response.cells;
  std::ranges::stable_sort(cells, {}, &Cell::column);
  builder_.begin_record(response.line);
  if (response.broken != Code::kNone) builder_.remark(response.broken, -1);
  for (size_t i = 0; i < cells.size();) {
    builder_.fill_to(cells[i].column);
    std::string& text = builder_.begin_cell();
    const uint32_t column = cells[i].column;
    for (bool more = false; i < cells.size() && cells[i].column == column; ++i, more = true) {
      if (more) text.append(kAnd);
      text.append(cells[i].text);
    }
    builder_.end_cell(CellKind::kText);
  }
  builder_.end_record();
}

}  // namespace npscope
