// SPDX-License-Identifier: MIT
// Runs csv::Reader over a text that comes in pieces, as a host would, and gives what it found as a naive::Table, so that the two
// can be compared field by field.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/csv/reader.h"
#include "core/format/csv/tiling.h"
#include "tests/support/naive_csv.h"

namespace npscope::testing_support {

/// Adds the records of one batch; `line` is kept from record to record.
inline void append_batch(const RecordBatch& batch, char quote, naive::Table& table) {
  size_t counted = 0;
  uint64_t line = batch.first_line;
  std::string scratch;
  size_t remark = 0;
  for (size_t r = 0; r < batch.size(); ++r) {
    naive::Record& record = table.records.emplace_back();
    record.number = batch.first_record + r;
    const size_t position = batch.cell_count(r) == 0 ? counted : batch.position(r);
    for (; counted < position; ++counted) {
      const bool lone_return =
          batch.text[counted] == '\r' && (counted + 1 >= batch.text.size() || batch.text[counted + 1] != '\n');
      line += batch.text[counted] == '\n' || lone_return ? 1 : 0;
    }
    record.line = line;
    for (size_t c = 0; c < batch.cell_count(r); ++c) record.cells.emplace_back(cell_text(batch.raw_cell(r, c), quote, scratch));
    for (; remark < batch.remarks.size() && batch.remarks[remark].record == r; ++remark)
      record.remarks.push_back({batch.remarks[remark].column, std::string(code_name(batch.remarks[remark].code))});
  }
  // A remark that no record owns must not get lost in the comparison.
  if (remark != batch.remarks.size()) table.records.push_back({0, 0, {"remark without a record"}, {}});
  table.blank_lines += batch.blank_lines;
}

/// Reads `text` as it arrives: first up to cuts[0], then up to cuts[1], …, at last all of it. Cuts are ascending.
inline naive::Table read_in_pieces(std::string_view text, char delimiter, csv::Kernel kernel, const std::vector<size_t>& cuts) {
  naive::Table table;
  csv::Reader reader({.delimiter = delimiter, .quote = '"'}, kernel);
  RecordBatch batch;
  size_t begin = 0;
  const auto arrive = [&](size_t known, bool final) {
    while (const size_t taken = reader.next(text.substr(begin, known - begin), final, batch)) {
      append_batch(batch, '"', table);
      if (!csv::tiles(batch, taken)) table.records.push_back({0, 0, {"bytes between the records"}, {}});
      begin += taken;
    }
  };
  for (const size_t cut : cuts) arrive(cut, false);
  arrive(text.size(), true);
  if (begin != text.size()) table.records.push_back({0, 0, {"text left unread"}, {}});
  return table;
}

inline naive::Table read_whole(std::string_view text, char delimiter, csv::Kernel kernel) {
  return read_in_pieces(text, delimiter, kernel, {});
}

/// Cuts after every `size` bytes.
inline std::vector<size_t> cuts_every(size_t size, std::string_view text) {
  std::vector<size_t> cuts;
  for (size_t at = size; at < text.size(); at += size) cuts.push_back(at);
  return cuts;
}

/// A text with its odd bytes visible, for messages.
inline std::string visible(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 400)) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (byte < 0x20 || byte >= 0x7F) {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return text.size() > 400 ? out + "… (" + std::to_string(text.size()) + " bytes)" : out;
}

/// The first difference of two tables, or "same".
inline std::string difference(const naive::Table& expected, const naive::Table& found) {
  const auto shown = [](const naive::Record& record) {
    std::string out = "#" + std::to_string(record.number) + " line " + std::to_string(record.line) + ":";
    for (const std::string& cell : record.cells) out += " [" + visible(cell) + "]";
    for (const naive::Remark& remark : record.remarks) out += " " + remark.code + "@" + std::to_string(remark.column);
    return out;
  };
  for (size_t i = 0; i < expected.records.size() || i < found.records.size(); ++i) {
    const bool both = i < expected.records.size() && i < found.records.size();
    if (both && expected.records[i] == found.records[i]) continue;
    return "expected " + (i < expected.records.size() ? shown(expected.records[i]) : "no more records") + "\n   found " +
           (i < found.records.size() ? shown(found.records[i]) : "no more records");
  }
  if (expected.blank_lines == found.blank_lines) return "same";
  return "expected " + std::to_string(expected.blank_lines) + " blank lines, found " + std::to_string(found.blank_lines);
}

/// A text of `size` characters out of `alphabet`.
inline std::string random_text(std::mt19937& random, size_t size, const std::vector<std::string>& alphabet) {
  std::string text;
  for (size_t i = 0; i < size; ++i) text += alphabet[random() % alphabet.size()];
  return text;
}

/// The characters that mean something to a CSV reader, and some that do not.
inline const std::vector<std::string>& csv_alphabet() {
  static const std::vector<std::string> kAlphabet = {"a", ",", ";", "\"", "\n", "\r", "é", std::string(1, '\0'), "\t"};
  return kAlphabet;
}

}  // namespace npscope::testing_support
