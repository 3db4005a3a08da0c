// SPDX-License-Identifier: MIT
// Looking words up. A short word must stand alone ("nps" is not in "unpsycho"); a long one may be part of a compound.
#include "core/survey/words.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "core/base/check.h"
#include "core/base/text.h"

namespace npscope {
namespace {

enum class RuleKind : uint8_t { kAll, kAlternativeAll, kAny, kNone, kFirstHeader, kRow1, kRow2Any, kRow3 };

struct PresetRow {
  std::string_view id;
  uint32_t header_records;
  uint32_t min_any;
  bool not_nps;
};

struct PresetRule {
  size_t preset;
  RuleKind kind;
  std::string_view text;
  bool at_start;
  bool at_end;
};

struct PresetColumn {
  size_t preset;
  Role role;
  std::string_view header;
};

#include "core/survey/presets.inc"

bool is_word_character(std::string_view text, size_t at) {
  return at < text.size() && (is_ascii_letter(text[at]) || is_digit(text[at]));
}

bool contains_word(std::string_view text, std::string_view word) {
  const bool whole = word.size() <= 4 && std::ranges::all_of(word, is_ascii_letter);
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (!whole) return true;
    if ((at == 0 || !is_word_character(text, at - 1)) && !is_word_character(text, at + word.size())) return true;
  }
  return false;
}

std::optional<std::string_view> longest_word(std::span<const std::string_view> list, std::string_view words) {
  std::optional<std::string_view> found;
  for (const std::string_view word : list) {
    if ((!found || word.size() > found->size()) && contains_word(words, word)) found = word;
  }
  return found;
}

using Row = std::vector<std::string>;

bool fits(const PresetRule& rule, std::string_view cell) {
  if (rule.at_start && rule.at_end) return cell == rule.text;
  if (rule.at_start) return cell.starts_with(rule.text);
  if (rule.at_end) return cell.ends_with(rule.text);
  return cell.find(rule.text) != std::string_view::npos;
}

bool any_fits(const PresetRule& rule, const Row& row) {
  return std::ranges::any_of(row, [&rule](const std::string& cell) { return fits(rule, cell); });
}

/// How many rules of one kind a preset has, and how many of them hold.
struct RuleCount {
  uint32_t rules = 0;
  uint32_t held = 0;
  [[nodiscard]] bool all() const { return held == rules; }
  [[nodiscard]] bool some_of_any() const { return rules == 0 || held > 0; }
};

RuleCount count_rules(size_t preset, RuleKind kind, const Row& row) {
  RuleCount count;
  for (const PresetRule& rule : kPresetRules) {
    if (rule.preset != preset || rule.kind != kind) continue;
    ++count.rules;
    const bool first_only = kind == RuleKind::kFirstHeader || kind == RuleKind::kRow1;
    if (first_only ? !row.empty() && fits(rule, row[0]) : any_fits(rule, row)) ++count.held;
  }
  return count;
}

bool matches(size_t preset, const std::vector<Row>& rows) {
  static const Row kNoRow;
  const Row& first = rows[0];
  const Row& second = rows.size() > 1 ? rows[1] : kNoRow;
  const Row& third = rows.size() > 2 ? rows[2] : kNoRow;
  const RuleCount all = count_rules(preset, RuleKind::kAll, first);
  const RuleCount alternative = count_rules(preset, RuleKind::kAlternativeAll, first);
  const RuleCount any = count_rules(preset, RuleKind::kAny, first);
  const RuleCount starts = count_rules(preset, RuleKind::kFirstHeader, first);
  const RuleCount row1 = count_rules(preset, RuleKind::kRow1, first);
  const bool has_rules = all.rules + any.rules + starts.rules + row1.rules > 0;
  const bool all_held = all.all() || (alternative.rules > 0 && alternative.all());
  return has_rules && all_held && (any.rules == 0 || any.held >= kPresetRows[preset].min_any) && starts.some_of_any() &&
         row1.some_of_any() && count_rules(preset, RuleKind::kNone, first).held == 0 &&
         count_rules(preset, RuleKind::kRow2Any, second).some_of_any() &&
         count_rules(preset, RuleKind::kRow3, third).some_of_any();
}

}  // namespace

std::string header_words(std::string_view header) {
  std::string words = folded(header);
  std::ranges::replace(words, '_', ' ');
  std::ranges::replace(words, '-', ' ');
  return words;
}

std::optional<std::string_view> strong_score_word(std::string_view words) { return longest_word(kScoreStrongWords, words); }
std::optional<std::string_view> weak_score_word(std::string_view words) { return longest_word(kScoreWeakWords, words); }
std::optional<std::string_view> word_against_score(std::string_view words) { return longest_word(kScoreAgainstWords, words); }

bool is_about_score(std::string_view words) {
  return std::ranges::any_of(kNeverScoreEndings, [words](std::string_view ending) { return words.ends_with(ending); });
}

bool is_answer_date(std::string_view words) { return longest_word(kAnsweredWords, words).has_value(); }

std::optional<std::string_view> role_word(Role role, std::string_view words) {
  switch (role) {
    case Role::kRespondent:
      return longest_word(kRespondentWords, words);
    case Role::kResponseId:
      return longest_word(kResponseIdWords, words);
    case Role::kDate:
      return longest_word(kDateWords, words);
    case Role::kComment:
      return longest_word(kCommentWords, words);
    default:
      NPS_CHECK(false);
  }
}

bool is_missing_text(std::string_view text) { return std::ranges::find(kMissingTexts, text) != std::end(kMissingTexts); }
bool is_sentinel_number(std::string_view text) {
  return std::ranges::find(kSentinelNumbers, text) != std::end(kSentinelNumbers);
}

std::optional<PresetMatch> match_preset(const std::vector<Row>& records) {
  if (records.empty()) return std::nullopt;
  std::vector<Row> rows;
  for (size_t i = 0; i < records.size() && i < 3; ++i) {
    Row& row = rows.emplace_back();
    for (const std::string& cell : records[i]) row.push_back(folded(cell));
  }
  for (size_t preset = 0; preset < std::size(kPresetRows); ++preset) {
    if (!matches(preset, rows)) continue;
    PresetMatch match{kPresetRows[preset].id, kPresetRows[preset].header_records, kPresetRows[preset].not_nps, {}};
    for (const PresetColumn& column : kPresetColumns) {
      if (column.preset == preset) match.columns.push_back({column.role, column.header});
    }
    return match;
  }
  return std::nullopt;
}

}  // namespace npscope
