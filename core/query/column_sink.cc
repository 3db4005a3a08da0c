// SPDX-License-Identifier: MIT
// Records and responses both ascend, so that one walk over both finds the records that count.
#include "core/query/column_sink.h"

#include <utility>

#include "core/base/text.h"

namespace npscope {

ColumnSink::ColumnSink(const Mapping& mapping, char quote, const ColumnTask& task) : task_(task), quote_(quote) {
  for (const size_t column : task.codes) {
    Coding& coding = codings_.emplace_back();
    coding.column = column;
    coding.values.decimal = mapping.decimal;
    coding.values.codes.reserve(task.responses->size());
  }
  for (const size_t column : task.texts) {
    Writing& writing = writings_.emplace_back();
    writing.column = column;
    writing.values.reserve(task.responses->size());
  }
}

std::string_view ColumnSink::raw_cell(const RecordBatch& batch, size_t record, size_t column) const {
  return column < batch.cell_count(record) ? batch.raw_cell(record, column) : std::string_view();
}

std::string_view ColumnSink::cleaned_cell(std::string_view raw, TextUse use) {
  CleaningSet changed;
  return trimmed(clean_text(cell_text(raw, quote_, unquoted_), task_.cleaning, use, text_, changed));
}

/// Each text is unquoted and cleaned once.
uint32_t ColumnSink::code_of(Coding& coding, std::string_view raw) {
  const uint32_t known = coding.raw.code(raw);
  if (known < coding.value_of_raw.size()) return coding.value_of_raw[known];
  const std::string_view text = cleaned_cell(raw, TextUse::kValue);
  const uint32_t code = text.empty() ? CodeColumn::kNone : coding.cleaned.code(text);
  if (code == coding.values.texts.size()) coding.values.texts.emplace_back(text);
  coding.value_of_raw.push_back(code);
  return code;
}

void ColumnSink::take(const RecordBatch& batch) {
  const ResponseStore& responses = *task_.responses;
  for (size_t r = 0; r < batch.size() && next_ < responses.size(); ++r) {
    if (batch.number(r) != responses.record(next_)) continue;
    ++next_;
    for (Coding& coding : codings_) coding.values.codes.push_back(code_of(coding, raw_cell(batch, r, coding.column)));
    for (Writing& writing : writings_) writing.values.add(cleaned_cell(raw_cell(batch, r, writing.column), TextUse::kComment));
  }
}

bool ColumnSink::finish() {
  if (next_ != task_.responses->size()) return false;
  for (Coding& coding : codings_) task_.columns->codes.insert_or_assign(coding.column, std::move(coding.values));
  for (Writing& writing : writings_) task_.columns->texts.insert_or_assign(writing.column, std::move(writing.values));
  return true;
}

}  // namespace npscope
