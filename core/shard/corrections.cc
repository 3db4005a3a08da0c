// SPDX-License-Identifier: MIT
// Texts are copied into a batch of their own: what is taken off in front and from guarded cells leaves no one stretch of text.
#include "core/shard/corrections.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/base/text.h"
#include "core/shard/formula_guard.h"
#include "core/shard/rejected_rows.h"

namespace npscope {
namespace {

constexpr size_t kFive = kRejectNames.size();
constexpr size_t kRecordColumn = 1;
constexpr size_t kCodeColumn = 2;
constexpr size_t kSourceColumn = 4;
constexpr size_t kTextColumn = 5;

bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

bool has_names(const std::vector<std::string>& record) {
  if (record.size() < kFive) return false;
  for (size_t i = 0; i < kFive; ++i)
    if (folded(record[i]) != kRejectNames[i]) return false;
  return true;
}

/// The hash in a cell, with or without the mark in front.
std::string source_of(std::string_view cell) {
  std::string text = folded(cell);
  if (text.starts_with(kSourceMark)) text.erase(0, kSourceMark.size());
  constexpr size_t kDigits = 32;
  const bool hash = text.size() == kDigits && std::ranges::all_of(text, is_hex_digit);
  return hash ? text : std::string();
}

uint64_t number_of(std::string_view cell) {
  constexpr size_t kMostDigits = 15;
  const std::string_view digits = trimmed(cell);
  if (digits.empty() || digits.size() > kMostDigits) return 0;
  uint64_t number = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    number = number * 10 + static_cast<uint64_t>(c - '0');
  }
  return number;
}

/// True for reasons why a record has no cells; of single answers that are put together, one of an unclosed quote has none either.
bool leaves_no_cells(Code code) {
  return code == Code::kRecordTooLong || code == Code::kInvalidJsonRecord || code == Code::kUnclosedQuote;
}

/// Steps over the names of a header at `at`; the byte between all of them, or nothing.
std::optional<char> names_at(std::string_view text, size_t at) {
  std::optional<char> between;
  for (const std::string_view name : kRejectNames) {
    if (name != kRejectNames.front()) {
      if (at == text.size() || (between && text[at] != *between)) return std::nullopt;
      between = text[at++];
    }
    const bool quoted = at < text.size() && text[at] == '"';
    if (quoted) ++at;
    if (!text.substr(at).starts_with(name)) return std::nullopt;
    at += name.size();
    if (!quoted) continue;
    if (at == text.size() || text[at] != '"') return std::nullopt;
    ++at;
  }
  const bool letter = is_ascii_letter(*between) || is_digit(*between);
  return letter || *between == '"' || *between == '\n' || *between == '\r' ? std::nullopt : between;
}

}  // namespace

std::optional<char> corrections_delimiter(std::string_view text) {
  constexpr size_t kMostText = 64 << 10;
  const std::string_view start = text.substr(0, kMostText);
  for (size_t at = start.find(kRejectNames[0]); at != std::string_view::npos; at = start.find(kRejectNames[0], at + 1)) {
    const size_t from = at > 0 && text[at - 1] == '"' ? at - 1 : at;
    if (from > 0 && text[from - 1] != '\n' && text[from - 1] != '\r') continue;
    if (const std::optional<char> delimiter = names_at(text, from)) return delimiter;
  }
  return std::nullopt;
}

std::optional<Corrections> Corrections::of(const Sample& sample, char quote) {
  const auto end = sample.begin() + static_cast<std::ptrdiff_t>(std::min(sample.size(), kMostHeaderRecords));
  const auto names = std::find_if(sample.begin(), end, has_names);
  if (names == end) return std::nullopt;
  const size_t own = names->size() > kTextColumn && folded((*names)[kTextColumn]) == kRejectTextName ? kFive + 1 : kFive;
  const bool only_names = std::all_of(names->begin() + static_cast<std::ptrdiff_t>(own), names->end(),
                                      [](const std::string& cell) { return trimmed(cell).empty(); });
  Corrections found(static_cast<uint64_t>(names - sample.begin()) + 1, own, names->size() - own, only_names, quote);
  std::map<std::string, size_t> sources;
  size_t most = 0;
  for (auto record = names + 1; record != sample.end(); ++record) {
    if (record->size() <= kSourceColumn) continue;
    std::string source = source_of((*record)[kSourceColumn]);
    if (source.empty()) continue;
    const size_t count = ++sources[source];
    if (count <= most) continue;
    most = count;
    found.source_ = std::move(source);
  }
  return found;
}

void Corrections::strip(Sample& sample) const {
  for (std::vector<std::string>& record : sample) {
    record.erase(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(std::min(record.size(), own_)));
    for (std::string& cell : record) {
      if (unguarded(cell).size() != cell.size()) cell.erase(0, 1);
    }
  }
  if (only_names_ && sample.size() >= names_) sample.erase(sample.begin() + static_cast<std::ptrdiff_t>(names_) - 1);
}

std::string_view Corrections::cell(const RecordBatch& batch, size_t record, size_t column) {
  return cell_text(batch.raw_cell(record, column), quote_, scratch_);
}

void Corrections::note_origin(const RecordBatch& batch, size_t record) {
  CorrectedRecord& origin = records_.emplace_back();
  const size_t cells = batch.cell_count(record);
  if (cells > kRecordColumn) origin.record = number_of(cell(batch, record, kRecordColumn));
  if (cells > kCodeColumn) origin.code = code_named(folded(cell(batch, record, kCodeColumn)));
  if (cells > kSourceColumn) origin.source = source_of(cell(batch, record, kSourceColumn));
}

void Corrections::keep_broken(const RecordBatch& batch, size_t record, RecordBatch& out) {
  const size_t cells = batch.cell_count(record);
  bool empty = true;
  for (size_t c = own_; c < cells && empty; ++c) empty = trimmed(cell(batch, record, c)).empty();
  const auto index = static_cast<uint32_t>(out.size());
  if (empty && own_ > kTextColumn && cells > kTextColumn) {
    const std::string_view text = unguarded(cell(batch, record, kTextColumn));
    // The reason says that the rest is not here; a person is told of it once, with the file that was read.
    if (!text.empty()) out.broken.push_back({index, broken_texts_.emplace_back(text), true});
  }
  if (!empty || !leaves_no_cells(records_.back().code)) return copy_cells(batch, record);
  builder_.remark(records_.back().code, -1);
}

void Corrections::copy_cells(const RecordBatch& batch, size_t record) {
  for (size_t c = own_; c < batch.cell_count(record); ++c) {
    const CellKind kind = batch.kinds.empty() ? CellKind::kText : batch.kinds[batch.records[record].first + c];
    builder_.cell(kind, unguarded(cell(batch, record, c)));
  }
  if (batch.open_ended && !open_ended_.value_or(true)) builder_.fill_to(width_);
}

void Corrections::transform(const RecordBatch& in, RecordBatch& out) {
  records_.clear();
  broken_texts_.clear();
  const auto own = static_cast<int32_t>(own_);
  const auto is_left_out = [&](size_t r) { return only_names_ && in.first_record + r == names_; };
  builder_.start(out, in.size() > 0 && is_left_out(0) ? in.first_record + 1 : in.first_record);
  out.first_line = in.first_line;
  out.blank_lines = in.blank_lines;
  uint64_t line = in.first_line;
  size_t counted = 0;
  size_t remark = 0;
  for (size_t r = 0; r < in.size(); ++r) {
    if (in.lines.empty() && in.cell_count(r) > 0) {
      line += count_line_ends(in.text.substr(counted, in.position(r) - counted));
      counted = in.position(r);
    }
    const bool left_out = is_left_out(r);
    if (!left_out) {
      builder_.begin_record(in.lines.empty() ? line : in.lines[r]);
      note_origin(in, r);
      keep_broken(in, r, out);
    }
    for (; remark < in.remarks.size() && in.remarks[remark].record == r; ++remark) {
      const auto [record, column, code] = in.remarks[remark];
      if (!left_out) builder_.remark(code, column < own ? -1 : column - own);
    }
    if (!left_out) builder_.end_record();
  }
  if (in.kinds.empty()) out.kinds.clear();
  out.open_ended = open_ended_.value_or(in.open_ended);
}

}  // namespace npscope
