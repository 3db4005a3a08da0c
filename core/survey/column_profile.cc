// SPDX-License-Identifier: MIT
// One pass over the cells of a column finds the distinct texts; each of these is looked at once.
#include "core/survey/column_profile.h"

#include <algorithm>
#include <bit>

#include "core/base/text.h"
#include "core/survey/words.h"
#include "core/table/dictionary.h"

namespace npscope {
namespace {

void look_at_date(std::string_view cell, uint64_t count, ColumnProfile& profile) {
  if (!parse_date(cell, DateOrder::kDayFirst) && !parse_date(cell, DateOrder::kMonthFirst)) return;
  profile.dates += count;
  const std::optional<DatePair> pair = ambiguous_pair(cell);
  if (!pair) return;
  // Dots are only written between day and month in this order.
  if (pair->first > 12 || cell.find('.') != std::string_view::npos) {
    profile.day_first_seen = true;
  } else if (pair->second > 12) {
    profile.month_first_seen = true;
  } else if (pair->first != pair->second) {
    profile.ambiguous_dates_seen = true;
  }
}

/// Code points; longer texts are no names, and no codes.
constexpr uint64_t kLongestName = 60;

bool is_plain_words(std::string_view cell, uint64_t characters) {
  const auto letter = [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; };
  return characters <= kLongestName && std::ranges::none_of(cell, is_digit) && std::ranges::any_of(cell, letter);
}

bool is_rounded(std::string_view cell) {
  const size_t at = cell.find("E+");
  return at != std::string_view::npos && at > 0 && is_digit(cell[at - 1]) && looks_numeric(cell.substr(0, at)) &&
         cell.size() > at + 2 && std::ranges::all_of(cell.substr(at + 2), is_digit);
}

bool is_prose(std::string_view cell) {
  return std::ranges::count(cell, ' ') >= 2 || cell.find("，") != std::string_view::npos ||
         cell.find("。") != std::string_view::npos;
}

void look_at_words(std::string_view cell, uint64_t characters, uint64_t count, ColumnProfile& profile) {
  if (is_prose(cell)) profile.prose += count;
  if (is_rounded(cell)) profile.rounded += count;
  if (cell.ends_with(';')) profile.lists += count;
  if (characters > kLongestName) return;
  if (is_plain_words(cell, characters)) profile.plain_words += count;
}

/// What a text that is no score looks like instead; it stands in `count` cells.
void look_at_text(std::string_view cell, Code reason, uint64_t count, ColumnProfile& profile) {
  if (reason == Code::kScoreSentinel) profile.sentinels += count;
  if (cell == "11") profile.elevens += count;
  if (cell == "100" || cell == "-100") profile.hundreds += count;
  if (reason == Code::kScoreOutOfRange && looks_numeric(cell)) profile.beyond += count;
  if (looks_like_email(cell)) profile.emails += count;
  if (const std::optional<Group> group = read_group(cell, GroupStyle::kWords)) {
    profile.group_words += count;
    profile.outer_group_seen = profile.outer_group_seen || *group != Group::kPassive;
  }
  look_at_date(cell, count, profile);
}

}  // namespace

ColumnProfile profile_column(const std::vector<std::vector<std::string>>& records, size_t column, const MissingCodes& missing) {
  Dictionary texts;
  std::vector<uint64_t> cells;  // by code of texts
  for (const std::vector<std::string>& record : records) {
    if (column >= record.size()) continue;
    const uint32_t code = texts.code(trimmed(record[column]));
    if (code == Dictionary::kNoCode) continue;
    if (code == cells.size()) cells.push_back(0);
    ++cells[code];
  }
  ColumnProfile profile;
  uint64_t characters = 0;
  uint32_t seen_scores = 0;
  for (uint32_t code = 0; code < cells.size(); ++code) {
    const ScoreReading reading = read_score(texts.text(code), missing);
    if (is_unscored_reason(reading.reason)) continue;
    profile.filled += cells[code];
    ++profile.distinct;
    const uint64_t length = code_point_count(texts.text(code));
    characters += cells[code] * length;
    look_at_words(texts.text(code), length, cells[code], profile);
    if (reading.reason == Code::kNone) {
      profile.scores += cells[code];
      profile.by_score[reading.score] += cells[code];
      seen_scores |= 1U << reading.score;
    } else {
      look_at_text(texts.text(code), reading.reason, cells[code], profile);
    }
  }
  profile.distinct_scores = static_cast<uint64_t>(std::popcount(seen_scores));
  if (seen_scores != 0) {
    profile.lowest_score = static_cast<unsigned>(std::countr_zero(seen_scores));
    profile.highest_score = static_cast<unsigned>(std::bit_width(seen_scores)) - 1;
  }
  if (profile.filled > 0) profile.mean_characters = static_cast<double>(characters) / static_cast<double>(profile.filled);
  return profile;
}

bool looks_like_header(const std::vector<std::string>& cells) {
  size_t filled = 0;
  size_t values = 0;
  bool speaks = false;
  for (const std::string& cell : cells) {
    if (trimmed(cell).empty()) continue;
    ++filled;
    if (looks_numeric(cell) || looks_like_email(cell) || parse_date(cell, DateOrder::kDayFirst)) ++values;
    const std::string words = header_words(cell);
    if (strong_score_word(words) || weak_score_word(words)) speaks = true;
  }
  if (filled == 0) return false;
  return values == 0 || (speaks && values * 2 < filled) || values * 5 <= filled;
}

}  // namespace npscope
