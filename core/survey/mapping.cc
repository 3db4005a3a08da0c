// SPDX-License-Identifier: MIT
// The order of the choice: header, the records that stay, the score by name times values, the other roles one after the other,
// a person's word over all of it, and at last what the chosen score column holds.
#include "core/survey/mapping.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/survey/answer_rules.h"
#include "core/survey/evidence.h"
#include "core/survey/header.h"
#include "core/survey/long_format.h"
#include "core/survey/role_weight.h"
#include "core/survey/score_weight.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Records = std::vector<std::vector<std::string>>;

constexpr uint64_t kMostSegmentValues = 50;
constexpr size_t kMostGroupColumns = 64;

class Chooser {
 public:
  Chooser(const Records& records, const MappingRequest& request) : records_(records), request_(request) {}

  MappingOutcome run() {
    read_header();
    look_at_shape();
    leave_out();
    for (size_t c = 0; c < width(); ++c) profiles_.push_back(profile_column(sample_, c, mapping_.missing));
    rank_scores();
    if (!candidates().empty()) take(Role::kScore, candidates()[0].column, candidates()[0].confidence);
    choose_other_roles();
    std::optional<Failure> failure = apply_choices();
    if (!failure && (!has_score() || no_nps_)) failure = Failure{Code::kNoScoreColumn, {}};
    if (!failure) look_at_score();
    find_date();
    return {std::move(mapping_), std::move(failure)};
  }

 private:
  std::vector<ScoreCandidate>& candidates() { return mapping_.candidates; }
  [[nodiscard]] size_t width() const { return mapping_.columns.size(); }
  /// Index of the first record that holds data.
  [[nodiscard]] size_t first() const { return request_.names_given ? 1 : header_.records; }

  void read_header() {
    header_ = find_header(records_, request_);
    mapping_.header_records = header_.records;
    mapping_.header_row = header_.row;
    mapping_.missing = request_.missing;
    mapping_.columns.resize(header_.names.size());
    for (size_t c = 0; c < width(); ++c) mapping_.columns[c].name = header_.names[c];
    if (header_.preset) {
      mapping_.preset = header_.preset->id;
      for (const std::string_view code : header_.preset->texts(TextKind::kMissing)) {
        mapping_.missing.declared.emplace_back(code);
      }
      for (const std::string_view date : header_.preset->texts(TextKind::kDateSentinel)) {
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
    if (header_.merged && !header_.preset) mapping_.remarks.push_back({Code::kMergedCells, -1});
  }

  void look_at_shape() {
    mapping_.long_format = find_long_format(header_, records_, first());
    if (mapping_.long_format) mapping_.remarks.push_back({Code::kLongFormat, -1});
  }

  /// The records that stay decide about the columns: the others answer something else.
  void leave_out() {
    mapping_.exclusions = preset_exclusions(header_);
    const bool filtered =
        std::ranges::any_of(mapping_.exclusions, [](const Exclusion& found) { return found.code == Code::kExcludedMetric; });
    if (mapping_.long_format && !filtered) keep_nps_rows(*mapping_.long_format);
    sample_ = kept_records(records_, first(), mapping_.exclusions);
    if (!sample_.empty()) return;
    no_nps_ = request_.whole && records_.size() > first() && all_of_another_metric();
    sample_ = kept_records(records_, first(), {});
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

  void rank_scores() {
    score_evidence_.resize(width());
    if (header_.preset && header_.preset->not_nps) return;
    const std::vector<std::string> bases = group_bases();
    for (size_t c = 0; c < width(); ++c) {
      const std::string own = header_words(mapping_.columns[c].name);
      ScoreHints hints;
      hints.has_group_column = !own.empty() && std::ranges::find(bases, own) != bases.end();
      hints.preset = preset_role(c) == Role::kScore;
      hints.preset_name = mapping_.preset;
      hints.declared = request_.nps_column == c || is_long_value(c);
      add_candidate(c, weigh_score(profiles_[c], header_.words[c], hints));
    }
    if (candidates().empty()) {
      for (size_t c = 0; c < width(); ++c) add_candidate(c, weigh_groups(profiles_[c], header_.words[c]).weight);
    }
    std::ranges::stable_sort(candidates(), std::ranges::greater{}, &ScoreCandidate::confidence);
  }

  void add_candidate(size_t c, Weight weight) {
    const double confidence = rounded_confidence(weight.confidence);
    if (confidence < kLeastConfidence) return;
    candidates().push_back({c, confidence});
    score_evidence_[c] = std::move(weight.evidence);
  }

  /// Qualtrics and others put the group beside the score: `Q23` and `Q23_NPS_GROUP`.
  [[nodiscard]] std::vector<std::string> group_bases() const {
    constexpr std::string_view kSuffix = " nps group";
    std::vector<std::string> bases;
    for (const Column& column : mapping_.columns) {
      std::string words = header_words(column.name);
      if (!words.ends_with(kSuffix) || bases.size() >= kMostGroupColumns) continue;
      words.resize(words.size() - kSuffix.size());
      bases.push_back(std::move(words));
    }
    return bases;
  }

  [[nodiscard]] bool is_long_value(size_t c) const {
    return mapping_.long_format && !mapping_.long_format->values.empty() && mapping_.long_format->values[0] == c;
  }

  [[nodiscard]] const PresetMatch::Column* preset_column(size_t c) const {
    if (!header_.preset) return nullptr;
    const std::string name = preset_header(mapping_.columns[c].name);
    const auto found = std::ranges::find(header_.preset->columns, name, &PresetMatch::Column::header);
    return found == header_.preset->columns.end() ? nullptr : &*found;
  }

  [[nodiscard]] Role preset_role(size_t c) const {
    const PresetMatch::Column* column = preset_column(c);
    return column == nullptr ? Role::kNone : column->role;
  }

  void take(Role role, size_t c, double confidence) {
    Column& column = mapping_.columns[c];
    column.role = role;
    column.confidence = rounded_confidence(confidence);
    if (role == Role::kScore) {
      column.evidence = score_evidence_[c];
      mapping_.score = c;
    }
  }

  [[nodiscard]] bool has_score() const {
    return std::ranges::any_of(mapping_.columns, [](const Column& column) { return column.role == Role::kScore; });
  }

  void choose_other_roles() {
    choose_one(Role::kRespondent);
    choose_one(Role::kResponseId);
    choose_one(Role::kDate);
    for (size_t c = 0; c < width(); ++c) {
      if (mapping_.columns[c].role != Role::kNone) continue;
      Weight comment = weigh(Role::kComment, c);
      if (comment.confidence > 0) {
        mapping_.columns[c].evidence = std::move(comment.evidence);
        take(Role::kComment, c, comment.confidence);
      } else {
        choose_segment(c);
      }
    }
  }

  [[nodiscard]] Weight weigh(Role role, size_t c) const {
    RoleHints hints;
    if (const PresetMatch::Column* column = preset_column(c); column != nullptr && column->role == role) {
      hints.preset = true;
      hints.preset_name = mapping_.preset;
      hints.rank = static_cast<double>(column - header_.preset->columns.data()) / 100;
    }
    return weigh_role(role, profiles_[c], header_.words[c], hints);
  }

  void choose_segment(size_t c) {
    const ColumnProfile& values = profiles_[c];
    const uint64_t most = std::min<uint64_t>(kMostSegmentValues, std::max<uint64_t>(2, values.filled / 2));
    if (values.distinct < 2 || values.distinct > most || values.mean_characters > 60) return;
    if (values.share(values.dates) > 0.5) return;
    mapping_.columns[c].evidence.push_back(evidence_fraction("distinct", values.distinct, values.filled));
    take(Role::kSegment, c, values.distinct * 5 <= values.filled ? 0.8 : 0.5);
  }

  /// The best column for a role of which a file has one.
  void choose_one(Role role) {
    Weight best;
    size_t chosen = 0;
    for (size_t c = 0; c < width(); ++c) {
      if (mapping_.columns[c].role != Role::kNone) continue;
      Weight weight = weigh(role, c);
      if (weight.confidence <= best.confidence) continue;
      best = std::move(weight);
      chosen = c;
    }
    if (best.confidence == 0) return;
    mapping_.columns[chosen].evidence = std::move(best.evidence);
    take(role, chosen, best.confidence);
  }

  std::optional<Failure> apply_choices() {
    for (const MappingRequest::Choice& choice : request_.choices) {
      const std::optional<size_t> c = find_column(mapping_.columns, choice.column);
      if (!c) return Failure{Code::kUnknownColumn, std::string(role_name(choice.role))};
      if (choice.role != Role::kSegment && choice.role != Role::kComment) {
        for (Column& column : mapping_.columns) {
          if (column.role == choice.role) column = {column.name, Role::kNone, 0, {}};
        }
      }
      mapping_.columns[*c].evidence.clear();
      take(choice.role, *c, 1);
      mapping_.columns[*c].evidence.insert(mapping_.columns[*c].evidence.begin(), "chosen");
    }
    return std::nullopt;
  }

  void look_at_score() {
    const ColumnProfile& values = profiles_[mapping_.score];
    const auto column = static_cast<int32_t>(mapping_.score);
    const AnswerRules rules = answer_rules(header_, profiles_, sample_, mapping_.score, mapping_.missing);
    mapping_.score_kind = rules.kind;
    mapping_.score_groups = rules.groups;
    mapping_.group_check = rules.check;
    if (rules.kind == ScoreKind::kGroups) {
      mapping_.remarks.push_back({Code::kGroupsOnly, column});
    } else if (rules.kind == ScoreKind::kPositions) {
      mapping_.columns[mapping_.score].evidence.emplace_back("positions:1-11");
    } else if (is_position_scale(values)) {
      mapping_.remarks.push_back({Code::kScale1To11, column});
    } else if (values.scores >= 100 && values.lowest_score >= 1) {
      mapping_.remarks.push_back({Code::kScaleNoZero, column});
    }
  }

  void find_date() {
    for (size_t c = 0; c < width(); ++c) {
      if (mapping_.columns[c].role != Role::kDate) continue;
      mapping_.date = c;
      const ColumnProfile& values = profiles_[c];
      if (values.month_first_seen && !values.day_first_seen) mapping_.date_order = DateOrder::kMonthFirst;
      const bool unclear = values.day_first_seen == values.month_first_seen && values.ambiguous_dates_seen;
      if (unclear) mapping_.remarks.push_back({Code::kDateOrderUnclear, static_cast<int32_t>(c)});
      break;
    }
    mapping_.zone = stated_zone(header_, records_, mapping_.date);
  }

  const Records& records_;
  const MappingRequest& request_;
  Mapping mapping_;
  Header header_;
  Records sample_;
  /// The file asks other questions only.
  bool no_nps_ = false;
  std::vector<ColumnProfile> profiles_;
  std::vector<std::vector<std::string>> score_evidence_;
};

}  // namespace

std::optional<size_t> find_column(const std::vector<Column>& columns, std::string_view wanted) {
  if (wanted.size() > 1 && wanted[0] == '#' && std::ranges::all_of(wanted.substr(1), is_digit) && wanted.size() < 8) {
    size_t number = 0;
    for (const char c : wanted.substr(1)) number = number * 10 + static_cast<size_t>(c - '0');
    if (number >= 1 && number <= columns.size()) return number - 1;
  }
  for (size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].name == wanted) return c;
  }
  const std::string words = header_words(wanted);
  for (size_t c = 0; c < columns.size(); ++c) {
    if (header_words(columns[c].name) == words) return c;
  }
  return std::nullopt;
}

MappingOutcome choose_mapping(const Records& records, const MappingRequest& request) { return Chooser(records, request).run(); }

}  // namespace npscope
