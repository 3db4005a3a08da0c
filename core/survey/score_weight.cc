// SPDX-License-Identifier: MIT
// Name times values; a name alone or values alone make a weak candidate, and some words and values exclude each other.
#include "core/survey/score_weight.h"

#include <algorithm>

#include "core/survey/words.h"

namespace npscope {
namespace {

constexpr double kSureName = 0.6;
constexpr double kSureValues = 0.4;

std::string range_of(const ColumnProfile& values) {
  std::string range = "range:";
  append_unsigned(range, values.lowest_score);
  range += '-';
  append_unsigned(range, values.highest_score);
  return range;
}

double weigh_name(std::string_view words, const ScoreHints& hints, std::vector<std::string>& evidence) {
  double name = 0;
  if (hints.has_group_column) {
    name = 1;
    evidence.push_back(evidence_detail("name", "nps group"));
  } else if (const auto strong = strong_score_word(words)) {
    name = 1;
    evidence.push_back(evidence_detail("name", *strong));
  } else if (const auto weak = weak_score_word(words)) {
    name = words == *weak ? 0.8 : 0.5;
    evidence.push_back(evidence_detail("name", *weak));
  }
  if (word_against_score(words)) name -= name == 1 ? 0.5 : 0.6;
  if (hints.preset) evidence.push_back(evidence_detail("preset", hints.preset_name));
  if (hints.declared) evidence.emplace_back("name:nps");
  return hints.preset || hints.declared ? 1 : name;
}

}  // namespace

Evidence weigh_score(const ColumnProfile& values, std::string_view words, const ScoreHints& hints) {
  Evidence weight;
  const double name = weigh_name(words, hints, weight.evidence);
  if (is_about_score(words)) return {};
  const bool positions = is_position_scale(values);
  const uint64_t beyond = positions ? 0 : values.beyond;
  if (beyond * (name >= 1 ? 2 : 5) > values.filled || values.hundreds * 5 > values.filled) return {};
  const uint64_t answered = values.filled - values.sentinels;
  // Nothing to see, but the name is plain: say that there are no scores, not that there is no column.
  if (answered == 0) {
    if (name >= 1 || (name >= 0.5 && values.sentinels > 0)) weight.confidence = kLeastConfidence;
    return weight;
  }
  const uint64_t answers = values.scores + (positions ? values.elevens : 0);
  const double share = static_cast<double>(answers) / static_cast<double>(answered);
  if (share < (name >= 0.8 ? 0.1 : 0.5) || name < 0) return {};
  weight.evidence.push_back(evidence_fraction("values", values.scores, values.filled));
  weight.evidence.push_back(range_of(values));
  const bool wide = values.highest_score >= 7;
  // Ten answers and none above 5: stars, most likely.
  const bool stars = values.scores >= 10 && values.lowest_score >= 1 && values.highest_score <= 5;
  if (stars && name < 1) return {};
  if (name == 0 && (!wide || values.distinct_scores < 4 || share < 0.9)) return {};
  const double enough = values.scores >= 10 ? 1 : 0.8;
  const double confidence = kSureName * std::min(name, 1.0) + kSureValues * share * enough * (wide || name >= 1 ? 1 : 0.4);
  weight.confidence = stars ? confidence / 2 : hints.preset || hints.declared ? std::max(confidence, 0.9) : confidence;
  return weight;
}

std::optional<GroupStyle> group_style(const ColumnProfile& values, bool numbered) {
  if (values.filled == 0) return std::nullopt;
  if (values.outer_group_seen && values.group_words * 5 >= values.filled * 4) return GroupStyle::kWords;
  const bool weights = values.hundreds > 0 && values.hundreds + values.scores == values.filled && values.highest_score == 0;
  if (weights) return GroupStyle::kWeights;
  const bool positions = values.scores == values.filled && values.lowest_score >= 1 && values.highest_score <= 3;
  if (numbered && positions) return GroupStyle::kPositions;
  return std::nullopt;
}

GroupWeight weigh_groups(const ColumnProfile& values, std::string_view words) {
  const bool named = words.ends_with("nps group");
  const std::optional<GroupStyle> style = group_style(values, named);
  if (!style) return {};
  GroupWeight found{{}, *style};
  const auto strong = strong_score_word(words);
  const auto weak = weak_score_word(words);
  // Weights are numbers like others: the name must say what they are.
  if (*style == GroupStyle::kWeights && !strong && !weak) return {};
  if (strong || weak) found.weight.evidence.push_back(evidence_detail("name", strong ? *strong : *weak));
  const uint64_t groups = *style == GroupStyle::kWords ? values.group_words : values.filled;
  found.weight.evidence.push_back(evidence_fraction("groups", groups, values.filled));
  found.weight.confidence = *style == GroupStyle::kWords ? (strong ? 0.9 : 0.8) : (strong ? 0.7 : 0.5);
  return found;
}

}  // namespace npscope
