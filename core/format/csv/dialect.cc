// SPDX-License-Identifier: MIT
// Consistency of the number of cells, not counting of characters: a comma in a comment or a decimal comma must not win.
#include "core/format/csv/dialect.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/format/csv/reader.h"

namespace npscope::csv {
namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
constexpr size_t kSniffRecords = 500;

struct Consistency {
  double score = 0;
  size_t columns = 1;
};

struct WidthCount {
  size_t width;
  size_t records;
};

Consistency judge(const std::vector<WidthCount>& widths, size_t records, size_t odd_quotes) {
  if (records == 0) return {};
  // The widest of the most frequent widths; trailing empty cells may be missing in some exports.
  WidthCount best{1, 0};
  for (const WidthCount& entry : widths) {
    if (entry.records > best.records || (entry.records == best.records && entry.width > best.width)) best = entry;
  }
  if (best.width < 2) return {0, 1};
  const double share = static_cast<double>(best.records) / static_cast<double>(records);
  const double width = static_cast<double>(best.width);
  const double quote_penalty = 1 + 4 * static_cast<double>(odd_quotes) / static_cast<double>(records);
  return {share * share * (width - 1) / width / quote_penalty, best.width};
}

Consistency measure(std::string_view text, bool whole, char delimiter) {
  Reader reader({.delimiter = delimiter});
  RecordBatch batch;
  std::vector<WidthCount> widths;
  size_t records = 0;
  size_t odd_quotes = 0;
  while (records < kSniffRecords) {
    const size_t taken = reader.next(text, whole, batch);
    if (taken == 0) break;
    for (size_t r = 0; r < batch.size(); ++r) {
      const size_t width = batch.cell_count(r);
      const auto known = std::ranges::find(widths, width, &WidthCount::width);
      if (known == widths.end()) {
        widths.push_back({width, 1});
      } else {
        ++known->records;
      }
    }
    records += batch.size();
    odd_quotes += batch.remarks.size();
    text.remove_prefix(taken);
  }
  return judge(widths, records, odd_quotes);
}

/// Excel's `sep=;` line: its bytes with the line end, and the delimiter it names.
size_t separator_line(std::string_view text, char& delimiter) {
  std::string_view rest = text;
  const bool quoted = rest.starts_with('"');
  if (quoted) rest.remove_prefix(1);
  if (rest.size() < 5 || folded(rest.substr(0, 4)) != "sep=") return 0;
  const char named = rest[4];
  rest.remove_prefix(5);
  if (quoted && rest.starts_with('"')) rest.remove_prefix(1);
  size_t end = 0;
  if (rest.starts_with("\r\n")) {
    end = 2;
  } else if (rest.starts_with('\n') || rest.starts_with('\r')) {
    end = 1;
  } else if (!rest.empty()) {
    return 0;
  }
  delimiter = named;
  return text.size() - rest.size() + end;
}

}  // namespace

Dialect sniff_dialect(std::string_view text, bool whole, std::optional<char> forced) {
  Dialect dialect;
  char named = '\0';
  dialect.separator_line = separator_line(text, named);
  text.remove_prefix(dialect.separator_line);
  if (forced) named = *forced;
  if (named != '\0' && named != '"' && named != '\n' && named != '\r') {
    dialect.marks.delimiter = named;
    dialect.columns = measure(text, whole, named).columns;
    return dialect;
  }
  Consistency best;
  for (const char delimiter : kDelimiters) {
    const Consistency here = measure(text, whole, delimiter);
    if (here.score > best.score) {
      best = here;
      dialect.marks.delimiter = delimiter;
    }
  }
  dialect.columns = best.columns;
  return dialect;
}

Sample read_sample(std::string_view text, bool whole, const Dialect& dialect, size_t most) {
  Sample sample;
  Reader reader(dialect.marks);
  RecordBatch batch;
  std::string scratch;
  text.remove_prefix(std::min(text.size(), dialect.separator_line));
  while (sample.records.size() < most) {
    const size_t taken = reader.next(text, whole, batch);
    if (taken == 0) break;
    for (size_t r = 0; r < batch.size() && sample.records.size() < most; ++r) {
      std::vector<std::string>& cells = sample.records.emplace_back();
      cells.reserve(batch.cell_count(r));
      for (size_t c = 0; c < batch.cell_count(r); ++c) {
        cells.emplace_back(cell_text(batch.raw_cell(r, c), dialect.marks.quote, scratch));
      }
    }
    text.remove_prefix(taken);
  }
  return sample;
}

}  // namespace npscope::csv
