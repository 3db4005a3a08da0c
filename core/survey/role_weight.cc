// SPDX-License-Identifier: MIT
// The limits were set by looking at exports of many tools: what is unsure stays a segment.
#include "core/survey/role_weight.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

constexpr uint64_t kMostGroups = 50;
/// Code points.
constexpr size_t kLongestName = 40;
constexpr double kLongestValue = 60;
constexpr double kLongestWave = 24;

double weigh_comment(const ColumnProfile& values, bool named, double name, std::vector<std::string>& evidence) {
  const bool wordy = values.mean_characters >= 12 && values.share(values.distinct) > 0.3;
  const bool long_text = values.mean_characters >= 30 && values.share(values.distinct) > 0.5;
  if (values.share(values.dates + values.emails + values.scores) > 0.3) return 0;
  if (!(named && wordy) && !long_text) return 0;
  std::string length = "long-text:";
  append_unsigned(length, nearest(values.mean_characters));
  evidence.push_back(length);
  return (long_text ? 0.5 : 0.3) + name;
}

double weigh_respondent(const ColumnProfile& values, bool named, double name, std::vector<std::string>& evidence) {
  const double emails = values.share(values.emails);
  if (emails >= 0.5) {
    evidence.push_back(evidence_fraction("emails", values.emails, values.filled));
    return 0.6 * emails + name;
  }
  return named && values.rounded == 0 && values.share(values.distinct) > 0.3 ? name + 0.3 : 0;
}

/// A response that is in the file twice keeps its id: where the tool says that the column holds ids, a quarter of them may repeat.
double weigh_response_id(const ColumnProfile& values, bool preset, double name, std::vector<std::string>& evidence) {
  const double distinct = values.share(values.distinct);
  if (name == 0 || values.rounded > 0 || distinct < (preset ? 0.75 : 0.9)) return 0;
  evidence.push_back(evidence_fraction("distinct", values.distinct, values.filled));
  return name + 0.4 * distinct;
}

double weigh_date(const ColumnProfile& values, std::string_view words, double name, std::vector<std::string>& evidence) {
  const double dates = values.share(values.dates);
  if (dates < 0.6) return 0;
  evidence.push_back(evidence_fraction("dates", values.dates, values.filled));
  return 0.55 * dates + name + (is_answer_date(words) ? 0.05 : 0);
}

bool is_dated(const ColumnProfile& values) { return values.share(values.dates) > 0.5; }
bool is_wordy(const ColumnProfile& values, double share) { return values.share(values.plain_words) >= share; }

/// Names, addresses or numbers of persons or firms: neither ratings nor dates, and not only yes and no.
bool tells_apart(const ColumnProfile& values) {
  const bool yes_and_no = values.distinct <= 2 && values.mean_characters < 4;
  return values.share(values.scores) < 0.9 && !is_dated(values) && !yes_and_no && values.mean_characters <= kLongestValue;
}

bool fits(Role role, const ColumnProfile& values) {
  switch (role) {
    case Role::kName:
      return is_wordy(values, 0.7) && values.share(values.distinct) > 0.1 && values.mean_characters >= 2 && !is_dated(values);
    case Role::kAccount:
      return tells_apart(values) && values.distinct >= 2 && values.share(values.emails) < 0.5;
    case Role::kEmployee:
      return tells_apart(values);
    case Role::kStartDate:
      return values.share(values.dates) >= 0.6;
    case Role::kLanguage:
      return is_wordy(values, 0.9) && has_few_values(values) && values.mean_characters <= kLongestWave;
    case Role::kChannel:
    case Role::kTouchpoint:
      return is_wordy(values, 0.5) && has_few_values(values) && values.mean_characters <= kLongestValue;
    case Role::kSurvey:
      return has_few_values(values) && values.mean_characters <= kLongestValue && !is_dated(values);
    default:
      return role == Role::kWave && has_few_values(values) && values.mean_characters <= kLongestWave;
  }
}

}  // namespace

Evidence weigh_role(Role role, const ColumnProfile& values, std::string_view words, const RoleHints& hints) {
  Evidence weight;
  if (values.filled == 0) return weight;
  const auto word = role_word(role, words);
  if (word) weight.evidence.push_back(evidence_detail("name", *word));
  if (hints.preset) weight.evidence.push_back(evidence_detail("preset", hints.preset_name));
  const double name = hints.preset ? 0.6 - hints.rank : word ? 0.4 : 0;
  switch (role) {
    case Role::kRespondent:
      weight.confidence = weigh_respondent(values, word.has_value() || hints.preset, name, weight.evidence);
      break;
    case Role::kResponseId:
      weight.confidence = weigh_response_id(values, hints.preset, name, weight.evidence);
      break;
    case Role::kDate:
      weight.confidence = weigh_date(values, words, name, weight.evidence);
      break;
    default:
      weight.confidence = weigh_comment(values, word.has_value(), name, weight.evidence);
  }
  return weight;
}

Evidence weigh_short_comment(const ColumnProfile& values, std::string_view words, const RoleHints& hints) {
  Evidence weight;
  if (values.filled == 0 || values.share(values.dates + values.emails + values.scores + values.lists) > 0.3) return weight;
  const auto word = role_word(Role::kComment, words);
  const double distinct = values.share(values.distinct);
  const bool named = (word || hints.preset) && values.mean_characters >= 6 && (distinct > 0.5 || is_comment_name(words));
  const bool prose = values.share(values.prose) >= 0.4 && values.mean_characters >= 10 && distinct > 0.8;
  if (!named && !prose) return weight;
  if (word) weight.evidence.push_back(evidence_detail("name", *word));
  if (hints.preset) weight.evidence.push_back(evidence_detail("preset", hints.preset_name));
  std::string length = "long-text:";
  append_unsigned(length, nearest(values.mean_characters));
  weight.evidence.push_back(std::move(length));
  weight.confidence = named && prose ? 0.7 : named ? 0.6 : 0.4;
  return weight;
}

bool has_few_values(const ColumnProfile& values) {
  return values.distinct >= 1 && values.distinct <= std::min<uint64_t>(kMostGroups, std::max<uint64_t>(2, values.filled / 2));
}

bool may_name_a_role(std::string_view name) {
  return code_point_count(name) <= kLongestName && name.find('?') == std::string_view::npos &&
         name.find("？") == std::string_view::npos;
}

Evidence weigh_named_role(Role role, const ColumnProfile& values, std::string_view name, const RoleHints& hints) {
  Evidence weight;
  if (values.filled == 0) return weight;
  const auto word = may_name_a_role(name) ? role_word(role, name) : std::nullopt;
  if ((!word && !hints.preset) || !fits(role, values)) return weight;
  if (word) weight.evidence.push_back(evidence_detail("name", *word));
  if (hints.preset) weight.evidence.push_back(evidence_detail("preset", hints.preset_name));
  const bool date = role == Role::kStartDate;
  weight.evidence.push_back(
      evidence_fraction(date ? "dates" : "distinct", date ? values.dates : values.distinct, values.filled));
  weight.confidence = hints.preset ? 0.9 - hints.rank : name == *word ? 0.8 : 0.7;
  return weight;
}

Evidence weigh_number_role(Role role, const NumberProfile& numbers, uint64_t distinct, std::string_view word) {
  if (numbers.filled == 0) return {};
  const double share = static_cast<double>(numbers.numbers) / static_cast<double>(numbers.filled);
  // Weights of responses are about one; pounds and kilograms are not.
  const bool weights = share >= 0.95 && numbers.lowest >= 0 && numbers.mean >= 0.25 && numbers.mean <= 4 &&
                       numbers.highest <= 100 &&
                       (numbers.points + numbers.commas + numbers.unclear > 0 || numbers.lowest == numbers.highest);
  // Ten numbers or less may be the codes of bands.
  const bool amounts = share >= 0.8 && numbers.highest > 10 && distinct >= 3;
  if (role == Role::kWeight ? !weights : !amounts) return {};
  return {0.8, {evidence_detail("name", word), evidence_fraction("distinct", distinct, numbers.filled)}};
}

bool is_rating(const ColumnProfile& values) {
  return values.filled > 0 && values.share(values.scores) >= 0.9 && values.beyond == 0 && values.distinct_scores >= 3 &&
         values.highest_score >= 3;
}

Evidence weigh_driver(const ColumnProfile& values, std::string_view word) {
  std::string range = "range:";
  append_unsigned(range, values.lowest_score);
  range += '-';
  append_unsigned(range, values.highest_score);
  return {0.7, {evidence_detail("name", word), evidence_fraction("values", values.scores, values.filled), std::move(range)}};
}

}  // namespace npscope
