// SPDX-License-Identifier: MIT
// Writing: the values that were noted while a record was read become the texts of its cells.
#include <algorithm>
#include <cstring>

#include "core/format/json/record_reader.h"
#include "core/format/json/value.h"

namespace npscope::json {
namespace {

struct Written {
  size_t size = 0;
  bool lone_surrogate = false;
};

/// The text of a plain value; nothing for null. `out` has room for the value as it stands in the text.
Written write_plain(const Tokens& tokens, uint32_t i, char* out) {
  if (tokens.first(i) == '"') {
    const Unescaped text = unescape(string_content(tokens, i), out);
    return {.size = text.size, .lone_surrogate = text.lone_surrogate};
  }
  if (tokens.first(i) == 'n') return {};
  const std::string_view text = scalar_text(tokens, i);
  std::memcpy(out, text.data(), text.size());
  return {.size = text.size()};
}

}  // namespace

void RecordReader::write(const Tokens& tokens, Rows& rows, uint64_t line) {
  columns_.keep();
  rows.begin(line);
  for (const uint32_t column : columns_.wanted()) {
    if (column >= width_) break;
    const Slot& slot = slots_[column];
    if (slot.record != record_) continue;
    rows.fill_to(column);
    write_cell(tokens, rows, column, slot);
  }
  if (late_) rows.remark(Code::kLateColumn, -1);
  for (const int32_t column : repeated_) rows.remark(Code::kDuplicateKey, column);
  rows.end();
}

void RecordReader::write_cell(const Tokens& tokens, Rows& rows, uint32_t column, const Slot& slot) {
  if (slot.form == Form::kNull) return rows.end_cell((void(rows.room(0)), CellKind::kEmpty), 0);
  if (slot.form == Form::kJoined || slot.form == Form::kEscapedString) return write_joined(tokens, rows, column, slot);
  std::string_view text;
  if (slot.form == Form::kString) {
    text = string_content(tokens, slot.token);
  } else if (slot.form == Form::kScalar) {
    text = scalar_text(tokens, slot.token);
  } else {
    const uint32_t from = tokens.at(slot.token);
    text = tokens.text().substr(from, tokens.at(slot.end - 1) + 1 - from);
    if (column >= nested_told_.size()) nested_told_.resize(column + 1);
    if (!nested_told_[column]) rows.remark(Code::kNestedValue, static_cast<int32_t>(column));
    nested_told_[column] = true;
  }
  rows.cell(text);
}

void RecordReader::write_joined(const Tokens& tokens, Rows& rows, uint32_t column, const Slot& slot) {
  constexpr std::string_view kBetween = "; ";
  const bool joined = slot.form == Form::kJoined;
  const uint32_t behind = joined ? slot.end : slot.token + 1;
  // Between two values stands at least a comma in the text and two bytes in the cell.
  char* const start = rows.room(size_t{2} * (tokens.at(behind) - tokens.at(slot.token)));
  char* out = start;
  Written written;
  for (uint32_t i = joined ? slot.token + 1 : slot.token; i < behind; i += 2) {
    if (tokens.first(i) == ']' || tokens.first(i) == 'n') continue;
    if (out != start) out = std::copy(kBetween.begin(), kBetween.end(), out);
    const Written one = write_plain(tokens, i, out);
    out += one.size;
    written.lone_surrogate = written.lone_surrogate || one.lone_surrogate;
  }
  written.size = static_cast<size_t>(out - start);
  const bool none = joined && slot.end == slot.token + 2;
  if (written.lone_surrogate) rows.remark(Code::kInvalidText, static_cast<int32_t>(column));
  rows.end_cell(none ? CellKind::kEmpty : CellKind::kText, written.size);
}

}  // namespace npscope::json
