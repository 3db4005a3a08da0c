// SPDX-License-Identifier: MIT
// CSV after RFC 4180; JSON through JsonWriter, so that every line is valid UTF-8 whatever the file held.
#include "core/shard/record_text.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/json_writer.h"
#include "core/base/number_parse.h"
#include "core/base/utf8.h"

namespace npscope {
namespace {

/// A record without cells that has a remark is a broken line or a row beyond the sheet: there is nothing to show of it. Without one
/// it is an empty object.
bool is_remarked(const RecordBatch& batch, size_t record) {
  return std::ranges::any_of(batch.remarks, [record](const RecordRemark& remark) { return remark.record == record; });
}

CellKind kind_of(const RecordBatch& batch, size_t record, size_t column) {
  return batch.kinds.empty() ? CellKind::kText : batch.kinds[batch.records[record].first + column];
}

/// "hh:mm:ss.mmm" in seconds; the form is the one of CellKind::kTime.
double seconds_of(std::string_view time) {
  const bool negative = time.starts_with('-');
  if (negative) time.remove_prefix(1);
  double seconds = 0;
  while (!time.empty()) {
    const size_t colon = time.find(':');
    seconds = seconds * 60 + parse_number(time.substr(0, colon)).value_or(0);
    time.remove_prefix(colon == std::string_view::npos ? time.size() : colon + 1);
  }
  return negative ? -seconds : seconds;
}

void write_raw_cell(JsonWriter& json, CellKind kind, std::string_view text) {
  if (kind == CellKind::kEmpty) return json.null();
  json.begin_object();
  switch (kind) {
    case CellKind::kNumber:
      json.member("n", parse_number(text).value_or(0));
      break;
    case CellKind::kBoolean:
      json.member("b", text == "true");
      break;
    case CellKind::kDate:
      json.member("d", text.size() == 10 ? std::string(text) + "T00:00:00" : std::string(text));
      break;
    case CellKind::kTime:
      json.member("t", seconds_of(text));
      break;
    case CellKind::kError:
      json.member("e", text);
      break;
    case CellKind::kText:
    case CellKind::kEmpty:
      json.member("s", text);
      break;
  }
  json.end_object();
}

void append_valid(std::string& out, std::string_view text) {
  if (is_valid_utf8(text)) {
    out.append(text);
  } else {
    out.append(repaired_utf8(text));
  }
}

void write_value(JsonWriter& json, CellKind kind, std::string_view text) {
  if (kind == CellKind::kEmpty) {
    json.null();
  } else if (kind == CellKind::kNumber) {
    json.value(parse_number(text).value_or(0));
  } else if (kind == CellKind::kBoolean) {
    json.value(text == "true");
  } else {
    json.value(text);
  }
}

}  // namespace

void RecordText::set_names(std::vector<std::string> names, uint64_t header_records) {
  names_ = std::move(names);
  header_records_ = header_records;
  std::unordered_map<std::string, int> seen;
  for (std::string& name : names_) {
    const int count = ++seen[name];
    if (count > 1) name += " (" + std::to_string(count) + ")";
  }
}

void RecordText::write_names() {
  by_record_ = true;
  if (mode_ != Mode::kConvertCsv) return;
  for (size_t i = 0; i < names_.size(); ++i) {
    if (i > 0) text_.push_back(',');
    add_csv_cell(names_[i]);
  }
  text_.append("\r\n");
}

void RecordText::add(const RecordBatch& batch) {
  records_ += batch.size();
  for (size_t r = 0; r < batch.size(); ++r) {
    if (batch.cell_count(r) == 0 && is_remarked(batch, r)) continue;
    if (mode_ == Mode::kConvertCsv) {
      add_csv(batch, r);
    } else if (mode_ == Mode::kConvertRaw) {
      add_raw(batch, r);
    } else if (batch.first_record + r > header_records_) {
      add_object(batch, r);
    }
  }
}

std::string_view RecordText::cell(const RecordBatch& batch, size_t record, size_t column) {
  return cell_text(batch.raw_cell(record, column), quote_, scratch_);
}

void RecordText::add_csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    append_valid(text_, cell);
    return;
  }
  text_.push_back('"');
  while (!cell.empty()) {
    const size_t quote = cell.find('"');
    append_valid(text_, cell.substr(0, quote));
    if (quote == std::string_view::npos) break;
    text_.append("\"\"");
    cell.remove_prefix(quote + 1);
  }
  text_.push_back('"');
}

void RecordText::add_csv(const RecordBatch& batch, size_t record) {
  const size_t count = batch.cell_count(record);
  // A record of one empty cell, or of none, must not look like a blank line.
  if (count == 0 || (count == 1 && batch.raw_cell(record, 0).empty())) text_.append("\"\"");
  for (size_t c = 0; c < count; ++c) {
    if (c > 0) text_.push_back(',');
    add_csv_cell(cell(batch, record, c));
  }
  text_.append("\r\n");
}

void RecordText::add_object(const RecordBatch& batch, size_t record) {
  JsonWriter json;
  json.begin_object();
  const size_t count = std::max(batch.cell_count(record), names_.size());
  for (size_t c = 0; c < count; ++c) {
    json.key(c < names_.size() ? names_[c] : "column " + std::to_string(c + 1));
    if (c < batch.cell_count(record)) {
      write_value(json, kind_of(batch, record, c), cell(batch, record, c));
    } else {
      json.null();
    }
  }
  json.end_object();
  text_.append(json.text());
  text_.push_back('\n');
}

void RecordText::add_raw(const RecordBatch& batch, size_t record) {
  JsonWriter json;
  json.begin_object();
  json.member("row", batch.lines.empty() || by_record_ ? batch.first_record + record - 1 : batch.lines[record] - 1);
  json.key("cells");
  json.begin_array();
  for (size_t c = 0; c < batch.cell_count(record); ++c) write_raw_cell(json, kind_of(batch, record, c), cell(batch, record, c));
  json.end_array();
  json.end_object();
  text_.append(json.text());
  text_.push_back('\n');
}

}  // namespace npscope
