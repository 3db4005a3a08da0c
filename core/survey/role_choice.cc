// SPDX-License-Identifier: MIT
// Keys, dates and comments come first, then what a header names, then ratings; what is left and repeats is a segment.
#include "core/survey/role_choice.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/survey/count_column.h"
#include "core/survey/role_weight.h"
#include "core/survey/score_choice.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

/// Roles that a file has once and that a header names, the more telling before the others.
constexpr std::array kNamedRoles = {Role::kAccount, Role::kLanguage, Role::kChannel,  Role::kTouchpoint,
                                    Role::kWave,    Role::kSurvey,   Role::kStartDate};

class RoleChooser {
 public:
  RoleChooser(const SampleTable& table, Mapping& mapping) : table_(table), mapping_(mapping) {
    for (const std::string& name : table.header.names) names_.push_back(header_words(name));
  }

  void run() {
    choose_counts();
    choose_one(Role::kRespondent);
    choose_one(Role::kResponseId);
    choose_one(Role::kDate);
    choose_all(Role::kComment);
    choose_metric();
    choose_all(Role::kEmployee);
    choose_all(Role::kName);
    for (const Role role : kNamedRoles) choose_one(role);
    choose_numbers(Role::kWeight);
    choose_numbers(Role::kRevenue);
    choose_drivers();
    choose_short_comments();
    for (size_t c = 0; c < table_.width(); ++c) {
      if (is_free(c)) choose_segment(c);
    }
  }

 private:
  [[nodiscard]] bool is_free(size_t c) const { return mapping_.columns[c].role == Role::kNone; }

  [[nodiscard]] RoleHints hints_for(Role role, size_t c) const {
    RoleHints hints;
    if (const PresetMatch::Column* known = preset_column(table_.header, c, role); known != nullptr) {
      hints.preset = true;
      hints.preset_name = mapping_.preset;
      hints.rank = static_cast<double>(known - table_.header.preset->columns.data()) / 100;
    }
    return hints;
  }

  [[nodiscard]] Evidence weigh(Role role, size_t c) const {
    const RoleHints hints = hints_for(role, c);
    const ColumnProfile& values = table_.profiles[c];
    switch (role) {
      case Role::kRespondent:
        // The address of the person who served a respondent is no key of respondents.
        if (!hints.preset && role_word(Role::kEmployee, names_[c])) return {};
        [[fallthrough]];
      case Role::kResponseId:
      case Role::kDate:
      case Role::kComment:
        return weigh_role(role, values, table_.header.words[c], hints);
      default:
        if (role == Role::kName && role_word(Role::kEmployee, names_[c])) return {};
        return weigh_named_role(role, values, names_[c], hints);
    }
  }

  void choose_all(Role role) {
    for (size_t c = 0; c < table_.width(); ++c) {
      if (!is_free(c)) continue;
      Evidence weight = weigh(role, c);
      if (weight.confidence > 0) take_role(mapping_, role, c, weight.confidence, std::move(weight.evidence));
    }
  }

  /// The best column for a role of which a file has one.
  void choose_one(Role role) {
    Evidence best;
    size_t chosen = 0;
    for (size_t c = 0; c < table_.width(); ++c) {
      if (!is_free(c)) continue;
      Evidence weight = weigh(role, c);
      if (weight.confidence <= best.confidence) continue;
      best = std::move(weight);
      chosen = c;
    }
    if (best.confidence > 0) take_role(mapping_, role, chosen, best.confidence, std::move(best.evidence));
  }

  void choose_metric() {
    for (const Exclusion& exclusion : mapping_.exclusions) {
      if (exclusion.code != Code::kExcludedMetric || !is_free(exclusion.column)) continue;
      const ColumnProfile& values = table_.profiles[exclusion.column];
      std::vector<std::string> evidence;
      if (!mapping_.preset.empty()) evidence.push_back(evidence_detail("preset", mapping_.preset));
      evidence.push_back(evidence_fraction("distinct", values.distinct, values.filled));
      return take_role(mapping_, Role::kMetric, exclusion.column, 0.9, std::move(evidence));
    }
  }

  void choose_counts() {
    for (size_t c = 0; c < table_.width(); ++c) {
      const auto word = is_free(c) ? role_word(Role::kCount, names_[c]) : std::nullopt;
      if (!word) continue;
      Evidence weight = weigh_counts(table_, mapping_, c, *word);
      if (weight.confidence > 0) return take_role(mapping_, Role::kCount, c, weight.confidence, std::move(weight.evidence));
    }
  }

  void choose_numbers(Role role) {
    for (size_t c = 0; c < table_.width(); ++c) {
      const auto word = is_free(c) && may_name_a_role(names_[c]) ? role_word(role, names_[c]) : std::nullopt;
      if (!word) continue;
      const NumberProfile numbers = profile_numbers(table_.records, c);
      Evidence weight = weigh_number_role(role, numbers, table_.profiles[c].distinct, *word);
      if (weight.confidence > 0) return take_role(mapping_, role, c, weight.confidence, std::move(weight.evidence));
    }
  }

  /// Ratings whose header says so, and ratings of aspects when there are several of them.
  void choose_drivers() {
    std::vector<std::pair<size_t, std::string_view>> aspects;
    for (size_t c = 0; c < table_.width(); ++c) {
      const std::string& words = table_.header.words[c];
      if (!is_free(c) || !is_rating(table_.profiles[c]) || strong_score_word(words)) continue;
      const auto word = role_word(Role::kDriver, words);
      // "Rating" alone does not say of what.
      if (word && names_[c] != "rating" && names_[c] != "bewertung") {
        take_driver(c, *word);
      } else if (const auto aspect = may_name_a_role(names_[c]) ? aspect_word(names_[c]) : std::nullopt;
                 aspect && table_.profiles[c].distinct_scores >= 4) {
        aspects.emplace_back(c, *aspect);
      }
    }
    if (aspects.size() < 2 && !column_with(mapping_, Role::kDriver)) return;
    for (const auto& [column, word] : aspects) take_driver(column, word);
  }

  void take_driver(size_t c, std::string_view word) {
    Evidence weight = weigh_driver(table_.profiles[c], word);
    take_role(mapping_, Role::kDriver, c, weight.confidence, std::move(weight.evidence));
  }

  void choose_short_comments() {
    for (size_t c = 0; c < table_.width(); ++c) {
      if (!is_free(c)) continue;
      Evidence weight = weigh_short_comment(table_.profiles[c], table_.header.words[c], hints_for(Role::kComment, c));
      if (weight.confidence > 0) take_role(mapping_, Role::kComment, c, weight.confidence, std::move(weight.evidence));
    }
  }

  void choose_segment(size_t c) {
    const ColumnProfile& values = table_.profiles[c];
    if (values.distinct < 2 || !has_few_values(values) || values.mean_characters > 60) return;
    if (values.share(values.dates) > 0.5) return;
    take_role(mapping_, Role::kSegment, c, values.distinct * 5 <= values.filled ? 0.8 : 0.5,
              {evidence_fraction("distinct", values.distinct, values.filled)});
  }

  const SampleTable& table_;
  Mapping& mapping_;
  std::vector<std::string> names_;  // header_words() of each column's name
};

}  // namespace

void take_role(Mapping& mapping, Role role, size_t column, double confidence, std::vector<std::string> evidence) {
  Column& taken = mapping.columns[column];
  taken.role = role;
  taken.confidence = rounded_confidence(confidence);
  taken.evidence = std::move(evidence);
  if (role == Role::kScore) mapping.score = column;
}

std::optional<size_t> column_with(const Mapping& mapping, Role role) {
  const auto found = std::ranges::find(mapping.columns, role, &Column::role);
  if (found == mapping.columns.end()) return std::nullopt;
  return static_cast<size_t>(found - mapping.columns.begin());
}

void choose_roles(const SampleTable& table, Mapping& mapping) { RoleChooser(table, mapping).run(); }

std::optional<Failure> apply_choices(const MappingRequest& request, const std::vector<std::vector<std::string>>& score_evidence,
                                     Mapping& mapping) {
  std::vector<std::pair<size_t, Role>> chosen;
  for (const MappingRequest::Choice& choice : request.choices) {
    const std::optional<size_t> c = find_column(mapping.columns, choice.column);
    const std::string word(role_name(choice.role));
    if (!c) return Failure{request.closed ? Code::kRecipeMismatch : Code::kUnknownColumn, word};
    for (const auto& [column, role] : chosen) {
      const bool two_columns = role == choice.role && column != *c && !may_repeat(role);
      const bool two_roles = column == *c && role != choice.role;
      if (two_columns || two_roles) return Failure{Code::kMappingConflict, word};
    }
    chosen.emplace_back(*c, choice.role);
  }
  const auto forget = [](Column& column) { column = {column.name, Role::kNone, 0, {}, column.header}; };
  if (request.closed) std::ranges::for_each(mapping.columns, forget);
  for (const auto& [c, role] : chosen) {
    for (Column& column : mapping.columns) {
      if (!may_repeat(role) && column.role == role) forget(column);
    }
    std::vector<std::string> evidence = {"chosen"};
    if (role == Role::kScore) evidence.insert(evidence.end(), score_evidence[c].begin(), score_evidence[c].end());
    take_role(mapping, role, c, 1, std::move(evidence));
  }
  if (request.closed && !column_with(mapping, Role::kScore)) return Failure{Code::kRecipeMismatch, "score"};
  return std::nullopt;
}

}  // namespace npscope
