// SPDX-License-Identifier: MIT
// One pass over the cells of a column, then one sort to count the distinct ones.
#include "core/survey/column_profile.h"

#include <algorithm>
#include <bit>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

void look_at_date(std::string_view cell, ColumnProfile& profile) {
  if (!parse_date(cell, DateOrder::kDayFirst) && !parse_date(cell, DateOrder::kMonthFirst)) return;
  ++profile.dates;
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

}  // namespace

ColumnProfile profile_column(const std::vector<std::vector<std::string>>& records, size_t first, size_t column,
                             const MissingCodes& missing) {
  ColumnProfile profile;
  std::vector<std::string_view> texts;
  uint64_t characters = 0;
  uint32_t seen_scores = 0;
  for (size_t r = first; r < records.size(); ++r) {
    if (column >= records[r].size()) continue;
    const std::string_view cell = trimmed(records[r][column]);
    const ScoreReading reading = read_score(cell, missing);
    if (is_unscored_reason(reading.reason)) continue;
    ++profile.filled;
    texts.push_back(cell);
    characters += code_point_count(cell);
    if (reading.reason == Code::kNone) {
      ++profile.scores;
      seen_scores |= 1U << reading.score;
      profile.lowest_score = std::min<unsigned>(profile.lowest_score, reading.score);
      profile.highest_score = std::max<unsigned>(profile.highest_score, reading.score);
      continue;
    }
    if (reading.reason == Code::kScoreSentinel) ++profile.sentinels;
    if (cell == "11") ++profile.elevens;
    if (cell == "100" || cell == "-100") ++profile.hundreds;
    if (reading.reason == Code::kScoreOutOfRange && looks_numeric(cell)) ++profile.beyond;
    if (looks_like_email(cell)) ++profile.emails;
    look_at_date(cell, profile);
  }
  std::ranges::sort(texts);
  profile.distinct = static_cast<uint64_t>(std::ranges::unique(texts).begin() - texts.begin());
  profile.distinct_scores = static_cast<uint64_t>(std::popcount(seen_scores));
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
