// SPDX-License-Identifier: MIT
// The order of the choice: headers, the score by name times values, then the other roles one after the other, then a person's
// word over all of it.
#include "core/survey/mapping.h"

#include <algorithm>

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Records = std::vector<std::vector<std::string>>;

constexpr double kSureName = 0.6;
constexpr double kSureValues = 0.4;
constexpr double kLeastConfidence = 0.25;
constexpr uint64_t kMostSegmentValues = 50;

std::string detail(std::string_view code, std::string_view text) { return std::string(code) + ":" + std::string(text); }

std::string fraction(std::string_view code, uint64_t part, uint64_t whole) {
  std::string text = std::string(code) + ":";
  append_unsigned(text, part);
  text += '/';
  append_unsigned(text, whole);
  return text;
}

/// The whole number next to a small positive one; floor and compare, so that no library's rounding mode matters.
uint64_t nearest(double number) {
  const auto below = static_cast<uint64_t>(number);
  return number - static_cast<double>(below) < 0.5 ? below : below + 1;
}

/// Two decimals are all that a weighing of words can be trusted with, and read better.
double rounded(double confidence) { return static_cast<double>(nearest(std::clamp(confidence, 0.0, 1.0) * 100)) / 100; }

class Chooser {
 public:
  Chooser(const Records& records, const MappingRequest& request) : records_(records), request_(request) {}

  MappingOutcome run() {
    read_headers();
    profile();
    rank_scores();
    if (!candidates().empty()) take(Role::kScore, candidates()[0].column, candidates()[0].confidence);
    choose_other_roles();
    std::optional<Failure> failure = apply_choices();
    if (!failure && !has_score()) failure = Failure{Code::kNoScoreColumn, {}};
    if (!failure) look_at_scale();
    find_date();
    return {std::move(mapping_), std::move(failure)};
  }

 private:
  std::vector<ScoreCandidate>& candidates() { return mapping_.candidates; }

  void read_headers() {
    preset_ = match_preset(records_);
    size_t width = 0;
    for (const auto& record : records_) width = std::max(width, record.size());
    if (request_.header_records) {
      mapping_.header_records = *request_.header_records;
    } else if (preset_) {
      mapping_.header_records = preset_->header_records;
    } else {
      mapping_.header_records = !records_.empty() && looks_like_header(records_[0]) ? 1 : 0;
    }
    if (preset_) mapping_.preset = preset_->id;
    if (mapping_.header_records > 0 && !records_.empty()) width = header_width(width);
    mapping_.columns.resize(width);
    words_.resize(width);
    for (size_t c = 0; c < width; ++c) name_column(c);
    remark_headers();
  }

  /// Columns are those of the header; only empty cells may stand beyond it.
  [[nodiscard]] size_t header_width(size_t widest) const {
    size_t width = 0;
    for (size_t r = 0; r < mapping_.header_records && r < records_.size(); ++r) width = std::max(width, records_[r].size());
    return width == 0 ? widest : width;
  }

  void name_column(size_t c) {
    for (size_t r = 0; r < mapping_.header_records && r < records_.size(); ++r) {
      if (c >= records_[r].size()) continue;
      const std::string_view cell = trimmed(records_[r][c]);
      const bool legacy = preset_ && preset_->id == "qualtrics_legacy";
      std::string& name = mapping_.columns[c].name;
      if ((name.empty() || (legacy && r == 1)) && !cell.empty() && !cell.starts_with("{\"ImportId")) name = cell;
      if (!words_[c].empty()) words_[c] += ' ';
      words_[c] += header_words(cell);
    }
  }

  void remark_headers() {
    if (mapping_.header_records == 0) {
      mapping_.remarks.push_back({Code::kHeaderMissing, -1});
      return;
    }
    std::vector<size_t> by_name;
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
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
    if (mapping_.columns.size() == 1) mapping_.remarks.push_back({Code::kOneColumn, -1});
  }

  void profile() {
    profiles_.reserve(mapping_.columns.size());
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
      profiles_.push_back(profile_column(records_, mapping_.header_records, c, request_.missing));
    }
  }

  /// What speaks for column `c` as the score; its confidence, 0 when it cannot be one.
  double weigh_score(size_t c, std::vector<std::string>& evidence) {
    const ColumnProfile& values = profiles_[c];
    double name = 0;
    if (has_group_column(c)) {
      name = 1;
      evidence.push_back(detail("name", "nps group"));
    } else if (const auto strong = strong_score_word(words_[c])) {
      name = 1;
      evidence.push_back(detail("name", *strong));
    } else if (const auto weak = weak_score_word(words_[c])) {
      name = words_[c] == *weak ? 0.8 : 0.5;
      evidence.push_back(detail("name", *weak));
    }
    if (word_against_score(words_[c])) name -= name == 1 ? 0.5 : 0.6;
    const bool preset = preset_role(c) == Role::kScore;
    if (preset) {
      name = 1;
      evidence.push_back(detail("preset", mapping_.preset));
    }
    if (is_about_score(words_[c]) || (preset_ && preset_->not_nps)) return 0;
    const uint64_t beyond = is_position_scale(values) ? 0 : values.beyond;
    if (beyond * (name >= 1 ? 2 : 5) > values.filled || values.hundreds * 5 > values.filled) return 0;
    const uint64_t answered = values.filled - values.sentinels;
    // Nothing to see, but the name is plain: say that there are no scores, not that there is no column.
    if (answered == 0) return name >= 1 || (name >= 0.5 && values.sentinels > 0) ? kLeastConfidence : 0;
    const double share = static_cast<double>(values.scores) / static_cast<double>(answered);
    if (share < (name >= 0.8 ? 0.1 : 0.5)) return 0;
    evidence.push_back(fraction("values", values.scores, values.filled));
    std::string range = "range:";
    append_unsigned(range, values.lowest_score);
    range += '-';
    append_unsigned(range, values.highest_score);
    evidence.push_back(range);
    if (name < 0) return 0;
    const bool wide = values.highest_score >= 7;
    // Ten answers and none above 5: stars, most likely.
    const bool stars = values.scores >= 10 && values.lowest_score >= 1 && values.highest_score <= 5;
    if (stars && name < 1) return 0;
    if (name == 0 && (!wide || values.distinct_scores < 4 || share < 0.9)) return 0;
    const double enough = values.scores >= 10 ? 1 : 0.8;
    const double confidence = kSureName * std::min(name, 1.0) + kSureValues * share * enough * (wide || name >= 1 ? 1 : 0.4);
    if (stars) return confidence / 2;
    return preset ? std::max(confidence, 0.9) : confidence;
  }

  /// Exporters that write the position of the answer, 1 to 11, instead of the score.
  static bool is_position_scale(const ColumnProfile& values) {
    return values.elevens > 0 && values.lowest_score >= 1 && values.beyond == values.elevens;
  }

  /// Qualtrics and others put the group beside the score: `Q23` and `Q23_NPS_GROUP`.
  [[nodiscard]] bool has_group_column(size_t c) const {
    const std::string own = header_words(mapping_.columns[c].name);
    return !own.empty() && std::ranges::find(group_bases_, own) != group_bases_.end();
  }

  void find_group_columns() {
    constexpr std::string_view kSuffix = " nps group";
    for (const Column& column : mapping_.columns) {
      std::string words = header_words(column.name);
      if (!words.ends_with(kSuffix) || group_bases_.size() >= 64) continue;
      words.resize(words.size() - kSuffix.size());
      group_bases_.push_back(std::move(words));
    }
  }

  void rank_scores() {
    find_group_columns();
    score_evidence_.resize(mapping_.columns.size());
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
      const double confidence = rounded(weigh_score(c, score_evidence_[c]));
      if (confidence >= kLeastConfidence) candidates().push_back({c, confidence});
    }
    std::ranges::stable_sort(candidates(), std::ranges::greater{}, &ScoreCandidate::confidence);
  }

  [[nodiscard]] Role preset_role(size_t c) const {
    const PresetMatch::Column* column = preset_column(c);
    return column == nullptr ? Role::kNone : column->role;
  }

  [[nodiscard]] const PresetMatch::Column* preset_column(size_t c) const {
    if (!preset_) return nullptr;
    const std::string name = folded(mapping_.columns[c].name);
    const auto found = std::ranges::find(preset_->columns, name, &PresetMatch::Column::header);
    return found == preset_->columns.end() ? nullptr : &*found;
  }

  /// 0 for the preset's first choice, rising by a hundredth for each later one.
  [[nodiscard]] double preset_rank(size_t c) const {
    const PresetMatch::Column* column = preset_column(c);
    return column == nullptr ? 0 : static_cast<double>(column - preset_->columns.data()) / 100;
  }

  void take(Role role, size_t c, double confidence) {
    Column& column = mapping_.columns[c];
    column.role = role;
    column.confidence = rounded(confidence);
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
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
      if (mapping_.columns[c].role != Role::kNone) continue;
      std::vector<std::string> evidence;
      const double comment = weigh(Role::kComment, c, evidence);
      if (comment > 0) {
        mapping_.columns[c].evidence = std::move(evidence);
        take(Role::kComment, c, comment);
        continue;
      }
      choose_segment(c);
    }
  }

  void choose_segment(size_t c) {
    const ColumnProfile& values = profiles_[c];
    const uint64_t most = std::min<uint64_t>(kMostSegmentValues, std::max<uint64_t>(2, values.filled / 2));
    if (values.distinct < 2 || values.distinct > most || values.mean_characters > 60) return;
    if (values.share(values.dates) > 0.5) return;
    mapping_.columns[c].evidence.push_back(fraction("distinct", values.distinct, values.filled));
    take(Role::kSegment, c, values.distinct * 5 <= values.filled ? 0.8 : 0.5);
  }

  /// The best column for a role of which a file has one.
  void choose_one(Role role) {
    double best = 0;
    size_t chosen = 0;
    std::vector<std::string> best_evidence;
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
      if (mapping_.columns[c].role != Role::kNone) continue;
      std::vector<std::string> evidence;
      const double confidence = weigh(role, c, evidence);
      if (confidence > best) {
        best = confidence;
        chosen = c;
        best_evidence = std::move(evidence);
      }
    }
    if (best == 0) return;
    mapping_.columns[chosen].evidence = std::move(best_evidence);
    take(role, chosen, best);
  }

  /// What speaks for column `c` in one of the other roles; 0: nothing.
  double weigh(Role role, size_t c, std::vector<std::string>& evidence) {
    const ColumnProfile& values = profiles_[c];
    if (values.filled == 0) return 0;
    const auto word = role_word(role, words_[c]);
    if (word) evidence.push_back(detail("name", *word));
    const bool preset = preset_role(c) == role;
    if (preset) evidence.push_back(detail("preset", mapping_.preset));
    const double name = preset ? 0.6 - preset_rank(c) : word ? 0.4 : 0;
    const double distinct = values.share(values.distinct);
    switch (role) {
      case Role::kRespondent: {
        const double emails = values.share(values.emails);
        if (emails >= 0.5) evidence.push_back(fraction("emails", values.emails, values.filled));
        return emails >= 0.5 ? 0.6 * emails + name : word && distinct > 0.3 ? name + 0.3 : 0;
      }
      case Role::kResponseId:
        if (name == 0 || distinct < 0.9) return 0;
        evidence.push_back(fraction("distinct", values.distinct, values.filled));
        return name + 0.4 * distinct;
      case Role::kDate: {
        const double dates = values.share(values.dates);
        if (dates < 0.6) return 0;
        evidence.push_back(fraction("dates", values.dates, values.filled));
        return 0.55 * dates + name + (is_answer_date(words_[c]) ? 0.05 : 0);
      }
      default:
        return weigh_comment(values, word.has_value(), name, evidence);
    }
  }

  static double weigh_comment(const ColumnProfile& values, bool named, double name, std::vector<std::string>& evidence) {
    const bool wordy = values.mean_characters >= 12 && values.share(values.distinct) > 0.3;
    const bool long_text = values.mean_characters >= 30 && values.share(values.distinct) > 0.5;
    if (values.share(values.dates + values.emails + values.scores) > 0.3) return 0;
    if (!(named && wordy) && !long_text) return 0;
    std::string length = "long-text:";
    append_unsigned(length, nearest(values.mean_characters));
    evidence.push_back(length);
    return (long_text ? 0.5 : 0.3) + name;
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

  void look_at_scale() {
    const ColumnProfile& values = profiles_[mapping_.score];
    const auto column = static_cast<int32_t>(mapping_.score);
    if (is_position_scale(values)) {
      mapping_.remarks.push_back({Code::kScale1To11, column});
    } else if (values.scores >= 100 && values.lowest_score >= 1) {
      mapping_.remarks.push_back({Code::kScaleNoZero, column});
    }
  }

  void find_date() {
    for (size_t c = 0; c < mapping_.columns.size(); ++c) {
      if (mapping_.columns[c].role != Role::kDate) continue;
      mapping_.date = c;
      const ColumnProfile& values = profiles_[c];
      if (values.month_first_seen && !values.day_first_seen) mapping_.date_order = DateOrder::kMonthFirst;
      const bool unclear = values.day_first_seen == values.month_first_seen && values.ambiguous_dates_seen;
      if (unclear) mapping_.remarks.push_back({Code::kDateOrderUnclear, static_cast<int32_t>(c)});
      return;
    }
  }

  const Records& records_;
  const MappingRequest& request_;
  Mapping mapping_;
  std::optional<PresetMatch> preset_;
  std::vector<std::string> words_;
  std::vector<std::string> group_bases_;
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
