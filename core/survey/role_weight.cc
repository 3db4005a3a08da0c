// SPDX-License-Identifier: MIT
// Each role asks for a kind of values; a name without such values is nothing.
#include "core/survey/role_weight.h"

#include <string>

#include "core/survey/words.h"

namespace npscope {
namespace {

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
  return named && values.share(values.distinct) > 0.3 ? name + 0.3 : 0;
}

double weigh_response_id(const ColumnProfile& values, double name, std::vector<std::string>& evidence) {
  const double distinct = values.share(values.distinct);
  if (name == 0 || distinct < 0.9) return 0;
  evidence.push_back(evidence_fraction("distinct", values.distinct, values.filled));
  return name + 0.4 * distinct;
}

double weigh_date(const ColumnProfile& values, std::string_view words, double name, std::vector<std::string>& evidence) {
  const double dates = values.share(values.dates);
  if (dates < 0.6) return 0;
  evidence.push_back(evidence_fraction("dates", values.dates, values.filled));
  return 0.55 * dates + name + (is_answer_date(words) ? 0.05 : 0);
}

}  // namespace

Weight weigh_role(Role role, const ColumnProfile& values, std::string_view words, const RoleHints& hints) {
  Weight weight;
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
      weight.confidence = weigh_response_id(values, name, weight.evidence);
      break;
    case Role::kDate:
      weight.confidence = weigh_date(values, words, name, weight.evidence);
      break;
    default:
      weight.confidence = weigh_comment(values, word.has_value(), name, weight.evidence);
  }
  return weight;
}

}  // namespace npscope
