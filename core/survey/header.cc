// SPDX-License-Identifier: MIT
// A preset knows its header; else titles are the short records above the first full record of words.
#include "core/survey/header.h"

#include <algorithm>
#include <string_view>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/survey/cleaning.h"
#include "core/survey/column_profile.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Row = std::vector<std::string>;

/// Records among which the header is looked for.
constexpr size_t kMostTitles = 20;

bool is_filled(const Row& row, size_t column) { return column < row.size() && !trimmed(row[column]).empty(); }

size_t filled_cells(const Row& row) {
  size_t count = 0;
  for (size_t c = 0; c < row.size(); ++c) count += is_filled(row, c) ? 1 : 0;
  return count;
}

/// The middle one of the numbers of filled cells: as many as a record of data has.
size_t usual_cells(const std::vector<Row>& records) {
  std::vector<size_t> counts;
  counts.reserve(records.size());
  for (const Row& record : records) counts.push_back(filled_cells(record));
  const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
  std::ranges::nth_element(counts, middle);
  return *middle;
}

bool is_value(std::string_view cell) {
  return looks_numeric(cell) || looks_like_email(cell) || parse_date(cell, DateOrder::kDayFirst).has_value();
}

bool has_value(const Row& row) {
  return std::ranges::any_of(row, [](const std::string& cell) { return !trimmed(cell).empty() && is_value(cell); });
}

/// Merged cells leave holes in the first of two records of words, which the second one fills: each text of the first either spans
/// several columns or stands alone. Words above values show that the second is none of the data; every column that holds data has
/// a name in one of the two. A single text above all columns is a title.
bool has_merged_header(const std::vector<Row>& records, size_t row) {
  if (row + 2 >= records.size()) return false;
  const Row& top = records[row];
  const Row& below = records[row + 1];
  const Row& data = records[row + 2];
  if (!is_filled(top, 0) || filled_cells(top) < 2 || has_value(top) || has_value(below)) return false;
  bool contrast = false;
  for (size_t c = 0; c < std::max(data.size(), below.size()); ++c) {
    const bool above = is_filled(top, c);
    const bool named = is_filled(below, c);
    const bool spans = named && !is_filled(top, c + 1) && is_filled(below, c + 1);
    if (above && named && !spans) return false;
    if (!above && !named && is_filled(data, c)) return false;
    contrast = contrast || (named && is_filled(data, c) && is_value(data[c]));
  }
  return contrast;
}

/// The record of names below titles, or 0: all records above it hold less than a record of data does.
size_t row_below_titles(const std::vector<Row>& records) {
  const size_t usual = usual_cells(records);
  if (usual < 2) return 0;
  for (size_t r = 0; r < records.size() && r < kMostTitles; ++r) {
    if (has_merged_header(records, r)) return r;
    const size_t filled = filled_cells(records[r]);
    if (filled * 2 <= usual) continue;
    const bool data_below = r == 0 || r + 1 == records.size() || filled_cells(records[r + 1]) * 2 > usual;
    if (data_below && filled * 5 >= usual * 3 && looks_like_header(records[r])) return r;
    if (filled >= usual || r == 0) return 0;
  }
  return 0;
}

class Finder {
  enum class Text : uint8_t { kOriginal, kCleaned };

 public:
  Finder(const std::vector<Row>& records, const MappingRequest& request) : records_(records), request_(request) {}

  Header run() {
    place();
    size_t width = 0;
    for (size_t r = header_.row; r < header_.records && r < records_.size(); ++r) width = std::max(width, records_[r].size());
    if (width == 0) {
      for (const Row& record : records_) width = std::max(width, record.size());
    }
    header_.names.resize(width);
    header_.originals.resize(width);
    header_.words.resize(width);
    clean();
    find_owners(width);
    for (size_t c = 0; c < width; ++c) name(c);
    if (request_.names_given) header_.records = 0;
    return std::move(header_);
  }

 private:
  void place() {
    header_.preset = match_preset(records_);
    if (request_.names_given) return;
    find_place();
    if (!request_.header_records || *request_.header_records == header_.records) return;
    header_.row = 0;
    header_.merged = false;
    header_.preset = match_preset(records_);
    header_.records = *request_.header_records;
  }

  void find_place() {
    if (!header_.preset && !records_.empty()) {
      header_.row = static_cast<uint32_t>(row_below_titles(records_));
      if (header_.row > 0) header_.preset = match_preset(records_, header_.row);
    }
    if (header_.preset) {
      header_.records = header_.row + preset_records(*header_.preset);
      header_.merged = header_.preset->forward_fill;
      return;
    }
    if (records_.empty()) {
      header_.records = 0;
    } else if (has_merged_header(records_, header_.row)) {
      header_.merged = true;
      header_.records = header_.row + 2;
    } else {
      header_.records = header_.row > 0 || looks_like_header(records_[0]) ? header_.row + 1 : 0;
    }
  }

  /// A tool whose second record holds the choices leaves its first cells empty; else that record is data already.
  [[nodiscard]] uint32_t preset_records(const PresetMatch& preset) const {
    const size_t second = header_.row + 1;
    if (!preset.forward_fill || second >= records_.size()) return preset.header_records;
    return is_filled(records_[second], 0) ? 1 : preset.header_records;
  }

  [[nodiscard]] bool in_header(size_t r) const { return r < header_.records && r < records_.size(); }

  /// The records with names once more, cleaned.
  void clean() {
    std::string scratch;
    for (size_t r = header_.row; in_header(r); ++r) {
      Row& row = cleaned_.emplace_back();
      for (size_t c = 0; c < records_[r].size(); ++c) {
        CleaningSet changed;
        const std::string_view text =
            trimmed(clean_text(records_[r][c], request_.cleaning, TextUse::kHeader, scratch, changed));
        // A name of nothing but markup is better than none.
        const bool kept = text.empty() && !trimmed(records_[r][c]).empty();
        row.emplace_back(kept ? trimmed(records_[r][c]) : text);
        if (changed.any() && !kept) note_changes(changed, r, c);
      }
    }
  }

  void note_changes(CleaningSet changed, size_t r, size_t c) {
    for (size_t rule = 0; rule < kCleaningRuleCount; ++rule) {
      if (!changed[rule]) continue;
      ++header_.cleaning.rules[rule].cells;
      const uint64_t record = r + 1;
      if (header_.cleaning.wants_example(rule))
        header_.cleaning.rules[rule].examples.push_back({record, record, static_cast<int32_t>(c)});
    }
  }

  /// A cell of the header, as the file has it or cleaned.
  [[nodiscard]] std::string_view cell(size_t r, size_t c, Text text = Text::kOriginal) const {
    if (!in_header(r) || c >= records_[r].size()) return {};
    return text == Text::kCleaned ? std::string_view(cleaned_[r - header_.row][c]) : trimmed(records_[r][c]);
  }

  /// For each column the nearest one, itself or to the left, with a text in the first header record.
  void find_owners(size_t width) {
    owners_.resize(width);
    for (size_t c = 0; c < width; ++c) owners_[c] = c == 0 || !cell(header_.row, c).empty() ? c : owners_[c - 1];
  }

  void name(size_t c) {
    for (size_t r = header_.row; in_header(r); ++r) {
      if (c >= records_[r].size()) continue;
      if (!header_.words[c].empty()) header_.words[c] += ' ';
      header_.words[c] += header_words(cell(r, c, Text::kCleaned));
    }
    header_.names[c] = name(c, Text::kCleaned);
    header_.originals[c] = name(c, Text::kOriginal);
    if (header_.merged && !is_filled(records_[header_.row], c) && !header_.names[c].empty()) {
      header_.words[c] = header_words(header_.names[c]);
    }
  }

  [[nodiscard]] std::string name(size_t c, Text text) const {
    return header_.merged ? merged_name(c, text) : plain_name(c, text);
  }

  /// The first text of the column, the preset's own record before the others.
  [[nodiscard]] std::string plain_name(size_t c, Text form) const {
    if (header_.preset && header_.preset->names_in_row > 1) {
      const std::string_view named = cell(header_.row + header_.preset->names_in_row - 1, c, form);
      if (!named.empty()) return std::string(named);
    }
    for (size_t r = header_.row; in_header(r); ++r) {
      const std::string_view text = cell(r, c, form);
      if (!text.empty() && !text.starts_with("{\"ImportId")) return std::string(text);
    }
    return {};
  }

  /// `Question [Choice]`, the question standing here or in a column to the left.
  [[nodiscard]] std::string merged_name(size_t c, Text form) const {
    const std::string_view below = cell(header_.row + 1, c, form);
    std::string name(cell(header_.row, below.empty() ? c : owners_[c], form));
    if (below.empty() || is_sub_header(below)) return name;
    if (name.empty()) return std::string(below);
    return name.append(" [").append(below).append("]");
  }

  /// Words that say of what kind the answers are, and nothing about the question.
  [[nodiscard]] bool is_sub_header(std::string_view text) const {
    if (!header_.preset) return false;
    const std::vector<std::string_view> words = header_.preset->texts(TextKind::kSubHeader);
    return std::ranges::find(words, folded(text)) != words.end();
  }

  const std::vector<Row>& records_;
  const MappingRequest& request_;
  Header header_;
  std::vector<size_t> owners_;
  /// From the first record with names on.
  std::vector<Row> cleaned_;
};

}  // namespace

Header find_header(const std::vector<Row>& records, const MappingRequest& request) { return Finder(records, request).run(); }

}  // namespace npscope
