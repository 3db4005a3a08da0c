// SPDX-License-Identifier: MIT
// Each question has its own proof in the sample; what something else in the file already proves is not asked.
#include "core/survey/questions.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/base/check.h"
#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/survey/answer_rules.h"
#include "core/survey/number_profile.h"
#include "core/survey/score_choice.h"
#include "core/survey/score_weight.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

/// Another column is asked about when it is hardly worse than the best: a weaker kind of name costs more than this. In the golden
/// files and the stored real ones with one plain score the next candidate is at least 0.4 away.
constexpr double kCloseCandidate = 0.1;
constexpr size_t kMostCandidates = 5;
/// So many answers of 1 and none of 0: were 0 offered, it would be about as frequent.
constexpr uint64_t kEnoughOnes = 5;
constexpr size_t kMostCodes = 8;
/// A number beyond the scale may be a slip once.
constexpr uint64_t kEnoughCodes = 2;
constexpr size_t kMostProof = 3;

/// Numbers that surveys use for "no answer", beside those that no scale holds (is_sentinel_number).
constexpr std::array<std::string_view, 24> kCodes = {"-2",  "-3",  "-5",  "-6",  "-7",   "-8",    "-9",   "77",
                                                     "88",  "97",  "98",  "-77", "-88",  "-97",   "-98",  "777",
                                                     "888", "977", "988", "998", "9999", "-9999", "9998", "-998"};

std::string_view cell_of(const std::vector<std::string>& record, size_t column) {
  return column < record.size() ? trimmed(record[column]) : std::string_view();
}

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
  return std::ranges::find(range, value) != std::ranges::end(range);
}

std::string column_text(size_t column) {
  std::string text;
  append_unsigned(text, column);
  return text;
}

bool has_offset(std::string_view stamp) {
  stamp = trimmed(stamp);
  if (stamp.ends_with('Z') || stamp.ends_with('z')) return true;
  const size_t time = stamp.find(':');
  return time != std::string_view::npos && stamp.find_first_of("+-", time) != std::string_view::npos;
}

bool has_time(std::string_view stamp) { return stamp.find(':') != std::string_view::npos; }

class QuestionFinder {
 public:
  QuestionFinder(const SampleTable& table, const MappingRequest& request, Mapping& mapping)
      : table_(table), request_(request), mapping_(mapping) {}

  void ask_about_score() {
    ask_column();
    ask_scale();
    ask_missing();
  }

  void ask_about_the_rest() {
    ask_date_order();
    ask_decimal();
    ask_zone();
  }

 private:
  OpenQuestion& add(QuestionCode code, size_t column, bool settled) {
    OpenQuestion question;
    question.code = code;
    question.column = static_cast<int32_t>(column);
    question.settled = settled;
    return mapping_.questions.emplace_back(std::move(question));
  }

  /// The first records of the sample for which `shows` holds.
  template <class Shows>
  void prove(OpenQuestion& question, Shows shows) const {
    const uint64_t counted_from = request_.names_given ? 0 : 1;
    for (size_t i = 0; i < table_.records.size() && question.proof.size() < kMostProof; ++i) {
      if (shows(table_.records[i])) question.proof.push_back(table_.places[i] + counted_from);
    }
  }

  [[nodiscard]] AnswerRules rules_of(size_t column) const {
    return answer_rules(table_.header, table_.profiles, table_.records, column, mapping_.missing);
  }

  [[nodiscard]] ScoreReading read(const std::vector<std::string>& record, size_t column, const AnswerRules& rules) const {
    return read_answer(cell_of(record, column), rules.kind, rules.groups, mapping_.missing);
  }

  /// Two columns that say the same in every record are no question.
  [[nodiscard]] bool differ(const std::vector<std::string>& record, size_t one, size_t other) const {
    const ScoreReading a = read_score(cell_of(record, one), mapping_.missing);
    const ScoreReading b = read_score(cell_of(record, other), mapping_.missing);
    return a.reason != b.reason || a.score != b.score;
  }

  /// The file or its tool says which column it is.
  [[nodiscard]] bool is_declared(size_t column) const {
    return request_.nps_column == column || preset_column(table_.header, column, Role::kScore) != nullptr;
  }

  void ask_column() {
    const std::vector<ScoreCandidate>& found = mapping_.candidates;
    if (found.empty() || is_declared(found[0].column)) return;
    std::vector<size_t> columns;
    for (const ScoreCandidate& candidate : found) {
      const bool close = found[0].confidence - candidate.confidence < kCloseCandidate;
      const auto differs = [&](const auto& record) { return differ(record, found[0].column, candidate.column); };
      const bool other = columns.empty() || std::ranges::any_of(table_.records, differs);
      if (close && other && columns.size() < kMostCandidates) columns.push_back(candidate.column);
    }
    if (columns.size() < 2) return;
    const bool settled = std::ranges::count(request_.choices, Role::kScore, &MappingRequest::Choice::role) > 0;
    if (!contains(columns, mapping_.score)) columns.push_back(mapping_.score);
    OpenQuestion& question = add(QuestionCode::kScoreColumn, mapping_.score, settled);
    for (const size_t column : columns) {
      const bool chosen = column == mapping_.score;
      const AnswerRules rules =
          chosen ? AnswerRules{mapping_.score_kind, mapping_.score_groups, mapping_.group_check} : rules_of(column);
      question.answers.push_back({column_text(column), chosen, rules});
    }
    prove(question, [&](const auto& record) { return differ(record, columns[0], columns[1]); });
  }

  void ask_scale() {
    const ColumnProfile& values = table_.profiles[mapping_.score];
    const AnswerRules told = rules_of(mapping_.score);
    const auto value = [&](const std::vector<std::string>& record) {
      return read_score(cell_of(record, mapping_.score), mapping_.missing);
    };
    if (told.kind != ScoreKind::kGroups && !told.check && is_position_scale(values)) {
      add_scales({ScoreScale::kPositions, ScoreScale::kScores});
      prove(mapping_.questions.back(), [&](const auto& record) { return folded(cell_of(record, mapping_.score)) == "11"; });
    } else if (told.kind == ScoreKind::kScores && may_be_group_numbers(values)) {
      add_scales({ScoreScale::kScores, ScoreScale::kGroups});
      prove(mapping_.questions.back(), [&](const auto& record) { return value(record).reason == Code::kNone; });
    } else if (told.kind == ScoreKind::kScores && !told.check && values.by_score[0] == 0 && values.by_score[1] >= kEnoughOnes) {
      add_scales({ScoreScale::kScores, ScoreScale::kFrom1});
      prove(mapping_.questions.back(), [&](const auto& record) {
        const ScoreReading reading = value(record);
        return reading.reason == Code::kNone && reading.score == 1;
      });
    }
  }

  /// 1, 2 and 3, each of them often: the groups, or the lowest answers of a scale.
  [[nodiscard]] static bool may_be_group_numbers(const ColumnProfile& values) {
    return group_style(values, true) == GroupStyle::kPositions && values.distinct_scores == 3 && values.scores >= 10;
  }

  void add_scales(std::array<ScoreScale, 2> scales) {
    OpenQuestion& question = add(QuestionCode::kScale, mapping_.score, request_.scale.has_value());
    const AnswerRules now{mapping_.score_kind, mapping_.score_groups, mapping_.group_check};
    for (const ScoreScale scale : scales) {
      AnswerRules rules = now;
      rules.kind = scale == ScoreScale::kPositions ? ScoreKind::kPositions
                   : scale == ScoreScale::kGroups  ? ScoreKind::kGroups
                                                   : ScoreKind::kScores;
      if (scale == ScoreScale::kGroups) rules = {ScoreKind::kGroups, GroupStyle::kPositions, std::nullopt};
      question.answers.push_back({std::string(scale_word(scale)), scale == mapping_.scale, rules});
    }
    const bool other = std::ranges::none_of(question.answers, &OpenQuestion::Answer::chosen);
    if (other) question.answers.push_back({std::string(scale_word(mapping_.scale)), true, now});
  }

  void ask_missing() {
    if (mapping_.score_kind == ScoreKind::kGroups) return;
    std::vector<std::pair<std::string, uint64_t>> codes;
    for (const auto& record : table_.records) {
      const std::string text = folded(cell_of(record, mapping_.score));
      const bool known = is_sentinel_number(text);
      if (!known && !contains(kCodes, text)) continue;
      const auto found = std::ranges::find(codes, text, &std::pair<std::string, uint64_t>::first);
      if (found != codes.end()) {
        ++found->second;
      } else {
        codes.emplace_back(text, known ? kEnoughCodes : 1);
      }
    }
    std::erase_if(codes, [&](const auto& code) { return code.second < kEnoughCodes || is_of_preset(code.first); });
    std::ranges::sort(codes);
    if (codes.size() > kMostCodes) codes.resize(kMostCodes);
    for (const auto& [text, count] : codes) {
      const bool declared = contains(mapping_.missing.declared, text);
      OpenQuestion& question = add(QuestionCode::kMissing, mapping_.score, declared || request_.closed);
      question.answers = {{text, declared, {}}, {std::string(kReject), !declared, {}}};
      prove(question, [&](const auto& record) { return folded(cell_of(record, mapping_.score)) == text; });
    }
  }

  /// The tool says what its code means.
  [[nodiscard]] bool is_of_preset(std::string_view code) const {
    return table_.header.preset && contains(table_.header.preset->texts(TextKind::kMissing), code);
  }

  void ask_date_order() {
    if (!mapping_.date || !table_.profiles[*mapping_.date].is_date_order_unclear()) return;
    OpenQuestion& question = add(QuestionCode::kDateOrder, *mapping_.date, request_.date_order.has_value());
    const bool day_first = mapping_.date_order == DateOrder::kDayFirst;
    question.answers = {{"day-first", day_first, {}}, {"month-first", !day_first, {}}};
    prove(question, [&](const auto& record) {
      const std::optional<DatePair> pair = ambiguous_pair(cell_of(record, *mapping_.date));
      return pair && pair->first <= 12 && pair->second <= 12 && pair->first != pair->second;
    });
  }

  /// One mark serves all columns of numbers: a tool writes them alike.
  void ask_decimal() {
    NumberProfile seen;
    std::optional<size_t> unclear;
    for (size_t c = 0; c < table_.width(); ++c) {
      const Role role = mapping_.columns[c].role;
      if (role != Role::kWeight && role != Role::kRevenue && role != Role::kDriver) continue;
      const NumberProfile numbers = profile_numbers(table_.records, c);
      seen.points += numbers.points;
      seen.commas += numbers.commas;
      if (numbers.unclear > 0 && !unclear) unclear = c;
    }
    mapping_.decimal = request_.decimal.value_or(seen.commas > seen.points ? ',' : '.');
    if (!unclear || (seen.points > 0) != (seen.commas > 0)) return;
    OpenQuestion& question = add(QuestionCode::kDecimal, *unclear, request_.decimal.has_value());
    question.answers = {{".", mapping_.decimal == '.', {}}, {",", mapping_.decimal == ',', {}}};
    prove(question, [&](const auto& record) { return number_shape(cell_of(record, *unclear)) == NumberShape::kUnclear; });
    if (!question.settled) mapping_.remarks.push_back({Code::kDecimalUnclear, question.column});
  }

  void ask_zone() {
    if (!mapping_.date) return;
    const size_t date = *mapping_.date;
    uint64_t with = 0;
    uint64_t without = 0;
    for (const auto& record : table_.records) {
      const std::string_view stamp = cell_of(record, date);
      if (has_time(stamp)) ++(has_offset(stamp) ? with : without);
    }
    const bool unstated = table_.header.preset && table_.header.preset->zone_unstated && with == 0 && without > 0;
    const bool mixed = with > 0 && without > 0;
    if (!unstated && !mixed) return;
    const std::string told = stated_zone(table_.header, {}, date);
    OpenQuestion& question = add(QuestionCode::kZone, date, request_.zone.has_value());
    add_zone(question, kAsWritten);
    add_zone(question, told.empty() ? "UTC" : std::string_view(told));
    if (std::ranges::none_of(question.answers, &OpenQuestion::Answer::chosen)) add_zone(question, mapping_.zone);
    prove(question, [&](const auto& record) {
      const std::string_view stamp = cell_of(record, date);
      return has_time(stamp) && !has_offset(stamp);
    });
    if (mixed && !question.settled) mapping_.remarks.push_back({Code::kZoneUnknown, question.column});
  }

  void add_zone(OpenQuestion& question, std::string_view zone) const {
    const bool chosen = zone == kAsWritten ? mapping_.zone.empty() : zone == mapping_.zone;
    question.answers.push_back({std::string(zone), chosen, {}});
  }

  const SampleTable& table_;
  const MappingRequest& request_;
  Mapping& mapping_;
};

void set_rules(Mapping& mapping, const AnswerRules& rules) {
  mapping.score_kind = rules.kind;
  mapping.score_groups = rules.groups;
  mapping.group_check = rules.check;
}

void choose_score(Mapping& mapping, size_t column, const AnswerRules& rules) {
  for (Column& other : mapping.columns) {
    if (other.role == Role::kScore || other.role == Role::kGroup) other.role = Role::kNone;
  }
  mapping.score = column;
  mapping.columns[column].role = Role::kScore;
  if (rules.check) mapping.columns[rules.check->column].role = Role::kGroup;
  mapping.scale = scale_of(rules.kind);
  set_rules(mapping, rules);
}

ScoreScale scale_of_answer(std::string_view word, ScoreKind kind) {
  return word == scale_word(ScoreScale::kFrom1) ? ScoreScale::kFrom1 : scale_of(kind);
}

}  // namespace

std::string_view scale_word(ScoreScale scale) {
  constexpr std::array<std::string_view, 4> kWords = {"scores", "from-1", "positions", "groups"};
  return kWords[static_cast<size_t>(scale)];
}

void find_questions(const SampleTable& table, const MappingRequest& request, bool has_score, Mapping& mapping) {
  QuestionFinder finder(table, request, mapping);
  if (has_score) finder.ask_about_score();
  finder.ask_about_the_rest();
}

Mapping with_answer(const Mapping& mapping, const OpenQuestion& question, size_t answer) {
  NPS_CHECK(answer < question.answers.size());
  const OpenQuestion::Answer& given = question.answers[answer];
  Mapping changed = mapping;
  std::vector<std::string>& missing = changed.missing.declared;
  switch (question.code) {
    case QuestionCode::kScoreColumn:
      for (size_t c = 0; c < mapping.columns.size(); ++c) {
        if (column_text(c) == given.value) choose_score(changed, c, given.rules);
      }
      break;
    case QuestionCode::kScale:
      set_rules(changed, given.rules);
      changed.scale = scale_of_answer(given.value, given.rules.kind);
      break;
    case QuestionCode::kMissing:
      for (const OpenQuestion::Answer& code : question.answers) {
        if (code.value != kReject) std::erase(missing, code.value);
      }
      if (given.value != kReject) missing.push_back(given.value);
      break;
    case QuestionCode::kDateOrder:
      changed.date_order = given.value == "day-first" ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
      changed.date_order_unclear = false;
      break;
    case QuestionCode::kDecimal:
      changed.decimal = given.value[0];
      break;
    case QuestionCode::kZone:
      changed.zone = given.value == kAsWritten ? std::string() : given.value;
      break;
    case QuestionCode::kSameFile:
      break;
  }
  return changed;
}

}  // namespace npscope
