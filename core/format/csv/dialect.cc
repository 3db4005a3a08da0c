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
/// Of this many records at least one has a cell in apostrophes where they are the quotes of a file.
constexpr size_t kRecordsPerQuoted = 20;

/// How well one way of reading fits the sample.
struct Fit {
  Punctuation marks;
  double score = 0;
  /// Records with the most frequent number of cells, of all.
  double share = 0;
  size_t columns = 1;
  size_t records = 0;
  /// Cells that a quote opens and closes, and the records that have one.
  size_t quoted_cells = 0;
  size_t quoted_records = 0;
  /// Every cell of the first record is quoted.
  bool first_all_quoted = false;
  size_t odd_quotes = 0;
  size_t single_cells = 0;
  size_t cut_numbers = 0;
  /// A name of one cell and under it nothing but numbers, some of which the delimiter cuts.
  bool cuts_one_column = false;
};

struct WidthCount {
  size_t width;
  size_t records;
};

/// `widths`: in the order in which they appear.
void judge(const std::vector<WidthCount>& widths, Fit& fit) {
  size_t records = 0;
  // The widest of the most frequent widths; trailing empty cells may be missing in some exports.
  WidthCount best{1, 0};
  for (const WidthCount& entry : widths) {
    records += entry.records;
    if (entry.records > best.records || (entry.records == best.records && entry.width > best.width)) best = entry;
  }
  if (best.width < 2) return;
  fit.cuts_one_column = widths.front().width == 1 && fit.cut_numbers > 0 && fit.cut_numbers + fit.single_cells == records;
  if (fit.cuts_one_column) return;
  fit.share = static_cast<double>(best.records) / static_cast<double>(records);
  const double width = static_cast<double>(best.width);
  const double quote_penalty = 1 + 4 * static_cast<double>(fit.odd_quotes) / static_cast<double>(fit.records);
  fit.score = fit.share * fit.share * (width - 1) / width / quote_penalty;
  fit.columns = best.width;
}

/// A line of words behind a number sign has no cells that could tell something.
bool is_comment(const RecordBatch& batch, size_t record) {
  return batch.cell_count(record) == 1 && trimmed(batch.raw_cell(record, 0)).starts_with('#');
}

/// One number that the delimiter cuts, such as 68,527.00.
bool is_cut_number(const RecordBatch& batch, size_t record) {
  const std::string_view last = batch.raw_cell(record, batch.cell_count(record) - 1);
  const size_t from = batch.position(record);
  const auto end = static_cast<size_t>(last.data() - batch.text.data()) + last.size();
  return looks_numeric(batch.text.substr(from, end - from));
}

void count_quoted(const RecordBatch& batch, size_t record, bool first, Fit& fit) {
  size_t quoted = 0;
  for (size_t c = 0; c < batch.cell_count(record); ++c) {
    const std::string_view cell = batch.raw_cell(record, c);
    if (cell.size() >= 2 && cell.front() == fit.marks.quote && cell.back() == fit.marks.quote) ++quoted;
  }
  fit.quoted_cells += quoted;
  if (quoted > 0) ++fit.quoted_records;
  if (first) fit.first_all_quoted = quoted == batch.cell_count(record);
}

Fit measure(std::string_view text, bool whole, Punctuation marks) {
  Reader reader(marks);
  RecordBatch batch;
  std::vector<WidthCount> widths;
  Fit fit{.marks = marks};
  while (fit.records < kSniffRecords) {
    const size_t taken = reader.next(text, whole, batch);
    if (taken == 0) break;
    for (size_t r = 0; r < batch.size(); ++r) {
      count_quoted(batch, r, fit.records + r == 0, fit);
      if (is_comment(batch, r)) continue;
      const size_t width = batch.cell_count(r);
      if (width == 1) {
        ++fit.single_cells;
      } else if (marks.delimiter == ',' && is_cut_number(batch, r)) {
        ++fit.cut_numbers;
      }
      const auto known = std::ranges::find(widths, width, &WidthCount::width);
      if (known == widths.end()) {
        widths.push_back({width, 1});
      } else {
        ++known->records;
      }
    }
    fit.records += batch.size();
    fit.odd_quotes += batch.remarks.size();
    text.remove_prefix(taken);
  }
  judge(widths, fit);
  return fit;
}

/// The delimiter that fits best with `quote`, or how `forced` fits.
Fit best_fit(std::string_view text, bool whole, char quote, std::optional<char> forced) {
  if (forced) return measure(text, whole, {*forced, quote});
  Fit best{.marks = {.delimiter = kDelimiters.front(), .quote = quote}};
  for (const char delimiter : kDelimiters) {
    const Fit fit = measure(text, whole, {delimiter, quote});
    if (fit.score > best.score) best = fit;
    if (fit.cuts_one_column) best.marks.delimiter = ';';
  }
  return best;
}

/// Apostrophes stand in many comments. They are quotes only where no cell is quoted otherwise, where they open and close cells
/// again and again (or all names of the header), and where nothing fits worse for it.
bool quotes_with_apostrophes(const Fit& fit, const Fit& usual) {
  if (usual.quoted_cells > 0 || fit.quoted_cells < 2) return false;
  const bool often = fit.quoted_records * kRecordsPerQuoted >= fit.records;
  return (often || fit.first_all_quoted) && fit.odd_quotes < fit.quoted_cells && fit.share >= usual.share;
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
  const bool can_delimit = named != '\0' && named != '"' && named != '\n' && named != '\r';
  const std::optional<char> fixed = can_delimit ? std::optional(named) : std::nullopt;
  Fit best = best_fit(text, whole, '"', fixed);
  if (!forced && best.quoted_cells == 0 && text.contains('\'')) {
    const Fit other = best_fit(text, whole, '\'', fixed);
    if (quotes_with_apostrophes(other, best)) best = other;
  }
  dialect.marks = best.marks;
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
