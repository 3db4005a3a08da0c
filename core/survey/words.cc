// SPDX-License-Identifier: MIT
// Looking words up. A short word must stand alone ("nps" is not in "unpsycho"); a long one may be part of a compound.
#include "core/survey/words.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "core/base/text.h"
#include "core/survey/preset_tables.h"

namespace npscope {
namespace {

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

bool is_comment_name(std::string_view words) { return std::ranges::find(kCommentNames, words) != std::end(kCommentNames); }

std::optional<std::string_view> role_word(Role role, std::string_view words) {
  std::optional<std::string_view> found;
  for (const RoleWord& word : kRoleWords) {
    if (word.role != role) continue;
    if (word.whole ? words != word.text : !contains_word(words, word.text)) continue;
    if (word.against) return std::nullopt;
    if (!found || word.text.size() > found->size()) found = word.text;
  }
  return found;
}

std::optional<std::string_view> aspect_word(std::string_view words) { return longest_word(kAspectWords, words); }

bool is_missing_text(std::string_view text) { return std::ranges::find(kMissingTexts, text) != std::end(kMissingTexts); }
std::span<const std::string_view> missing_texts() { return kMissingTexts; }
bool is_sentinel_number(std::string_view text) {
  return std::ranges::find(kSentinelNumbers, text) != std::end(kSentinelNumbers);
}

bool is_metric_header(std::string_view words) { return longest_word(kMetricHeaders, words).has_value(); }
bool is_nps_metric(std::string_view text) { return std::ranges::find(kNpsMetrics, text) != std::end(kNpsMetrics); }
bool is_other_metric(std::string_view text) { return std::ranges::find(kOtherMetrics, text) != std::end(kOtherMetrics); }

std::optional<Group> group_word(std::string_view text) {
  const auto* const found = std::ranges::find(kGroupWords, text, &GroupWord::text);
  if (found == std::end(kGroupWords)) return std::nullopt;
  return found->group;
}

}  // namespace npscope
