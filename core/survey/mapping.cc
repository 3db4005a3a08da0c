// SPDX-License-Identifier: MIT
// The order of the choice: header, the records that stay, the score by name times values, the other roles one after the other,
// a person's word over all of it, what the chosen score column holds, and at last what nobody can tell from the file.
#include "core/survey/mapping.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/survey/answer_rules.h"
#include "core/survey/evidence.h"
#include "core/survey/exclusions.h"
#include "core/survey/header.h"
#include "core/survey/long_format.h"
#include "core/survey/questions.h"
#include "core/survey/role_choice.h"
#include "core/survey/sample_table.h"
#include "core/survey/score_choice.h"
#include "core/survey/score_weight.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Records = std::vector<std::vector<std::string>>;

class Chooser {
 public:
  Chooser(const Records& records, const MappingRequest& request) : records_(records), request_(request) {}

  MappingOutcome run() {
    read_header();
    look_at_shape();
    std::optional<Failure> failure = leave_out();
    for (size_t c = 0; c < width(); ++c) table_.profiles.push_back(profile_column(table_.records, c, mapping_.missing));
    ScoreRanking ranking = rank_scores(table_, request_, mapping_.long_format);
    mapping_.candidates = std::move(ranking.candidates);
    if (!mapping_.candidates.empty()) {
      const ScoreCandidate& best = mapping_.candidates[0];
      take_role(mapping_, Role::kScore, best.column, best.confidence, ranking.evidence[best.column]);
    }
    choose_roles(table_, mapping_);
    if (!failure) failure = apply_choices(request_, ranking.evidence, mapping_);
    if (!failure && (!column_with(mapping_, Role::kScore) || no_nps_)) failure = Failure{Code::kNoScoreColumn, {}};
    if (!failure) look_at_score();
    find_date();
    remark_roles();
    find_questions(table_, request_, !failure, mapping_);
    return {std::move(mapping_), std::move(failure)};
  }

 private:
  [[nodiscard]] size_t width() const { return mapping_.columns.size(); }
  /// Index of the first record that holds data.
  [[nodiscard]] size_t first() const { return request_.names_given ? 1 : table_.header.records; }

  void read_header() {
    table_.header = find_header(records_, request_);
    const Header& header = table_.header;
    mapping_.header_records = header.records;
    mapping_.header_row = header.row;
    mapping_.missing = request_.missing;
    mapping_.columns.resize(header.names.size());
    for (size_t c = 0; c < width(); ++c) {
      mapping_.columns[c].name = header.names[c];
      mapping_.columns[c].header = header.originals[c];
    }
    mapping_.header_cleaning = header.cleaning;
    if (header.preset) {
      mapping_.preset = header.preset->id;
      if (!request_.closed) {
        for (const std::string_view code : header.preset->texts(TextKind::kMissing)) {
          const auto known = std::ranges::find(mapping_.missing.declared, code);
          if (known == mapping_.missing.declared.end()) mapping_.missing.declared.emplace_back(code);
        }
      }
      for (const std::string_view date : header.preset->texts(TextKind::kDateSentinel)) {
        mapping_.date_sentinels.emplace_back(date);
      }
    }
    remark_header();
  }

  void remark_header() {
    if (mapping_.header_records == 0 && !request_.names_given) {
      mapping_.remarks.push_back({Code::kHeaderMissing, -1});
      return;
    }
    std::vector<size_t> by_name;
    for (size_t c = 0; c < width(); ++c) {
      if (mapping_.columns[c].name.empty()) {
        mapping_.remarks.push_back({Code::kEmptyHeader, static_cast<int32_t>(c)});
      } else {
        by_name.push_back(c);
      }
    }
    std::ranges::stable_sort(by_name, {}, [this](size_t c) -> const std::string& { return mapping_.columns[c].name; });
    for (size_t i = 1; i < by_name.size(); ++i) {
      const bool same = mapping_.columns[by_name[i]].name == mapping_.columns[by_name[i - 1]].name;
      if (same) mapping_.remarks.push_back({Code::kDuplicateHeader, static_cast<int32_t>(by_name[i])});
    }
    if (width() == 1) mapping_.remarks.push_back({Code::kOneColumn, -1});
    if (table_.header.merged && !table_.header.preset) mapping_.remarks.push_back({Code::kMergedCells, -1});
  }

  void look_at_shape() {
    mapping_.long_format = find_long_format(table_.header, records_, first());
    if (mapping_.long_format) mapping_.remarks.push_back({Code::kLongFormat, -1});
  }

  /// The records that stay decide about the columns: the others answer something else.
  std::optional<Failure> leave_out() {
    std::optional<Failure> failure;
    if (request_.exclusions) {
      Result<std::vector<Exclusion>> chosen = chosen_exclusions(request_, mapping_.columns);
      if (chosen) {
        mapping_.exclusions = *std::move(chosen);
      } else {
        failure = std::move(chosen).error();
      }
    } else if (!request_.closed) {
      find_exclusions();
    }
    table_.places = kept_records(records_, first(), mapping_.exclusions);
    if (table_.places.empty()) {
      no_nps_ = request_.whole && records_.size() > first() && all_of_another_metric();
      table_.places = kept_records(records_, first(), {});
    }
    table_.records.reserve(table_.places.size());
    for (const size_t r : table_.places) table_.records.push_back(records_[r]);
    return failure;
  }

  void find_exclusions() {
    mapping_.exclusions = preset_exclusions(table_.header);
    const bool filtered = std::ranges::count(mapping_.exclusions, Code::kExcludedMetric, &Exclusion::code) > 0;
    if (filtered) return;
    if (mapping_.long_format) return keep_nps_rows(*mapping_.long_format);
    std::optional<size_t> chosen;
    for (const MappingRequest::Choice& choice : request_.choices) {
      if (choice.role == Role::kMetric) chosen = find_column(mapping_.columns, choice.column);
    }
    std::optional<Exclusion> rows = metric_exclusion(records_, first(), mapping_.columns, chosen);
    if (!rows) return;
    if (kept_records(records_, first(), {*rows}).size() + first() < records_.size())
      mapping_.remarks.push_back({Code::kMixedMetrics, static_cast<int32_t>(rows->column)});
    mapping_.exclusions.push_back(*std::move(rows));
  }

  /// Without a pivot only the rows of the NPS question are responses.
  void keep_nps_rows(const LongFormat& shape) {
    Exclusion rows{shape.question, true, {}, Code::kExcludedMetric};
    for (size_t r = first(); r < records_.size(); ++r) {
      const auto& row = records_[r];
      if (std::max(shape.label, shape.question) >= row.size()) continue;
      const bool typed = shape.type && *shape.type < row.size() && folded(row[*shape.type]) == shape.nps_type;
      if (!typed && !strong_score_word(header_words(row[shape.label]))) continue;
      std::string question = folded(row[shape.question]);
      if (std::ranges::find(rows.values, question) == rows.values.end()) rows.values.push_back(std::move(question));
    }
    mapping_.exclusions.push_back(std::move(rows));
  }

  [[nodiscard]] bool all_of_another_metric() const {
    std::vector<Exclusion> metrics = mapping_.exclusions;
    std::erase_if(metrics, [](const Exclusion& found) { return found.code != Code::kExcludedMetric; });
    return !metrics.empty() && kept_records(records_, first(), metrics).empty();
  }

  void look_at_score() {
    const ColumnProfile& values = table_.profiles[mapping_.score];
    const auto column = static_cast<int32_t>(mapping_.score);
    AnswerRules rules = answer_rules(table_.header, table_.profiles, table_.records, mapping_.score, mapping_.missing);
    if (request_.scale) rules = asked_rules(*request_.scale, values, rules);
    read_groups_as_chosen(rules);
    mapping_.score_kind = rules.kind;
    mapping_.score_groups = rules.groups;
    mapping_.group_check = rules.check;
    mapping_.scale = request_.scale.value_or(scale_of(rules.kind));
    if (rules.kind == ScoreKind::kGroups) {
      mapping_.remarks.push_back({Code::kGroupsOnly, column});
    } else if (rules.kind == ScoreKind::kPositions) {
      mapping_.columns[mapping_.score].evidence.emplace_back("positions:1-11");
    } else if (is_position_scale(values)) {
      mapping_.remarks.push_back({Code::kScale1To11, column});
    } else if (values.scores >= 100 && values.lowest_score >= 1 && !request_.scale) {
      mapping_.remarks.push_back({Code::kScaleNoZero, column});
    }
  }

  /// The scale that a person or a recipe gives, over what the cells say.
  [[nodiscard]] AnswerRules asked_rules(ScoreScale scale, const ColumnProfile& values, AnswerRules rules) const {
    if (scale == ScoreScale::kGroups) {
      const GroupStyle told = group_style(values, true).value_or(rules.groups);
      return {ScoreKind::kGroups, request_.groups.value_or(told), std::nullopt};
    }
    rules.kind = scale == ScoreScale::kPositions ? ScoreKind::kPositions : ScoreKind::kScores;
    return rules;
  }

  /// A group column that a person chose is compared with the score, and one that got another role is not; the column that is
  /// compared has the role.
  void read_groups_as_chosen(AnswerRules& rules) {
    const std::optional<size_t> chosen = column_with(mapping_, Role::kGroup);
    if (chosen) {
      const std::optional<GroupStyle> style = group_style(table_.profiles[*chosen], true);
      rules.check.reset();
      if (style && rules.kind != ScoreKind::kGroups) rules.check = GroupCheck{*chosen, *style};
      return;
    }
    if (!rules.check) return;
    Column& column = mapping_.columns[rules.check->column];
    if (request_.closed || std::ranges::count(column.evidence, "chosen") > 0) {
      rules.check.reset();
      return;
    }
    const ColumnProfile& values = table_.profiles[rules.check->column];
    const bool words = rules.check->style == GroupStyle::kWords;
    take_role(mapping_, Role::kGroup, rules.check->column, 0.9,
              {evidence_fraction("groups", words ? values.group_words : values.filled, values.filled)});
  }

  void find_date() {
    if (const std::optional<size_t> c = column_with(mapping_, Role::kDate)) {
      mapping_.date = c;
      const ColumnProfile& values = table_.profiles[*c];
      if (values.month_first_seen && !values.day_first_seen) mapping_.date_order = DateOrder::kMonthFirst;
      mapping_.date_order = request_.date_order.value_or(mapping_.date_order);
      mapping_.date_order_unclear = values.is_date_order_unclear() && !request_.date_order;
      if (mapping_.date_order_unclear) mapping_.remarks.push_back({Code::kDateOrderUnclear, static_cast<int32_t>(*c)});
    }
    mapping_.zone = request_.zone.value_or(stated_zone(table_.header, records_, mapping_.date));
    if (mapping_.zone == kAsWritten) mapping_.zone.clear();
  }

  void remark_roles() {
    for (size_t c = 0; c < width(); ++c) {
      if (mapping_.columns[c].role == Role::kEmployee)
        mapping_.remarks.push_back({Code::kEmployeeColumn, static_cast<int32_t>(c)});
      if (mapping_.columns[c].role == Role::kCount) mapping_.remarks.push_back({Code::kCountsOnly, static_cast<int32_t>(c)});
    }
  }

  const Records& records_;
  const MappingRequest& request_;
  Mapping mapping_;
  SampleTable table_;
  /// The file asks other questions only.
  bool no_nps_ = false;
};

}  // namespace

std::optional<size_t> find_column(const std::vector<Column>& columns, std::string_view wanted) {
  if (wanted.size() > 1 && wanted[0] == '#' && std::ranges::all_of(wanted.substr(1), is_digit) && wanted.size() < 8) {
    size_t number = 0;
    for (const char c : wanted.substr(1)) number = number * 10 + static_cast<size_t>(c - '0');
    if (number >= 1 && number <= columns.size()) return number - 1;
  }
  const auto position = [&columns](auto&& fits) -> std::optional<size_t> {
    const auto found = std::ranges::find_if(columns, fits);
    if (found == columns.end()) return std::nullopt;
    return static_cast<size_t>(found - columns.begin());
  };
  if (const auto exact = position([&](const Column& column) { return column.header == wanted; })) return exact;
  if (const auto shown = position([&](const Column& column) { return column.name == wanted; })) return shown;
  const std::string words = header_words(wanted);
  if (const auto alike = position([&](const Column& column) { return header_words(column.name) == words; })) return alike;
  return position([&](const Column& column) { return header_words(column.header) == words; });
}

MappingOutcome choose_mapping(const Records& records, const MappingRequest& request) { return Chooser(records, request).run(); }

}  // namespace npscope
