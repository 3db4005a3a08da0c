// SPDX-License-Identifier: MIT
// A group column proves what the numbers beside it mean: those groups are either those of the numbers, or of the numbers less one.
#include "core/survey/answer_rules.h"

#include <algorithm>
#include <string_view>

#include "core/base/text.h"
#include "core/survey/score_weight.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Row = std::vector<std::string>;

/// Rows that must have both a score and a group before their agreement says anything.
constexpr uint64_t kEnoughRows = 3;
/// Columns compared with the score: those of a wide file are looked at from the left.
constexpr size_t kMostCompared = 64;

std::string_view cell_of(const Row& row, size_t column) {
  return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

struct Agreement {
  uint64_t rows = 0;
  uint64_t same = 0;
  [[nodiscard]] bool at_least(uint64_t tenths) const { return rows >= kEnoughRows && same * 10 >= rows * tenths; }
};

Agreement agreement(const std::vector<Row>& sample, size_t score, ScoreKind kind, GroupCheck check,
                    const MissingCodes& missing) {
  Agreement found;
  for (const Row& row : sample) {
    const ScoreReading reading = read_answer(cell_of(row, score), kind, check.style, missing);
    const std::optional<Group> group = read_group(cell_of(row, check.column), check.style);
    if (reading.reason != Code::kNone || !group) continue;
    ++found.rows;
    if (group_of_score(reading.score) == *group) ++found.same;
  }
  return found;
}

class RuleFinder {
 public:
  RuleFinder(const Header& header, const std::vector<ColumnProfile>& profiles, const std::vector<Row>& sample, size_t score,
             const MissingCodes& missing)
      : header_(header), profiles_(profiles), sample_(sample), score_(score), missing_(missing) {}

  AnswerRules run() {
    const ColumnProfile& values = profiles_[score_];
    const std::optional<GroupStyle> style = group_style(values, header_.words[score_].ends_with("nps group"));
    if (style) return {ScoreKind::kGroups, *style, std::nullopt};
    AnswerRules rules;
    const bool may_be_positions = is_position_scale(values);
    if (may_be_positions && header_.preset && header_.preset->positions) rules.kind = ScoreKind::kPositions;
    size_t compared = 0;
    for (size_t c = 0; c < profiles_.size() && compared < kMostCompared; ++c) {
      const bool named = is_named_group(c) || says_group(c);
      const std::optional<GroupStyle> beside = c == score_ ? std::nullopt : group_style(profiles_[c], named);
      if (!beside) continue;
      ++compared;
      const GroupCheck check{c, *beside};
      if (may_be_positions && agreement(sample_, score_, ScoreKind::kPositions, check, missing_).at_least(9)) {
        rules.kind = ScoreKind::kPositions;
      }
      if (!rules.check && belongs(check, rules.kind)) rules.check = check;
    }
    return rules;
  }

 private:
  /// `Q23` and `Q23_NPS_GROUP`, or the preset's own group column.
  [[nodiscard]] bool is_named_group(size_t c) const {
    const std::string own = header_words(header_.names[score_]);
    const std::string words = header_words(header_.names[c]);
    if (!own.empty() && words.size() > own.size() && words.starts_with(own)) {
      const std::string_view rest = std::string_view(words).substr(own.size());
      if (rest == " nps group" || rest == " nps dpp" || rest == " nps score") return true;
    }
    if (!header_.preset) return false;
    const std::vector<std::string_view> groups = header_.preset->texts(TextKind::kGroupColumn);
    return std::ranges::find(groups, preset_header(header_.names[c])) != groups.end();
  }

  /// "NPS category": the group of an NPS answer, most likely of this one.
  [[nodiscard]] bool says_group(size_t c) const {
    const std::string words = header_words(header_.names[c]);
    return is_about_score(words) && strong_score_word(words).has_value();
  }

  /// By its name a group column belongs to the score whatever it says; without one it must agree. The numbers of groups are no
  /// standard, so they must agree, too.
  [[nodiscard]] bool belongs(GroupCheck check, ScoreKind kind) const {
    if (check.style != GroupStyle::kPositions && is_named_group(check.column)) return true;
    const bool words = check.style == GroupStyle::kWords;
    if (says_group(check.column)) return agreement(sample_, score_, kind, check, missing_).at_least(6);
    return agreement(sample_, score_, kind, check, missing_).at_least(words ? 9 : 5) && (words || is_named_group(check.column));
  }

  const Header& header_;
  const std::vector<ColumnProfile>& profiles_;
  const std::vector<Row>& sample_;
  size_t score_;
  const MissingCodes& missing_;
};

/// The text of member `timeZone` of the small JSON objects in the third header record of Qualtrics.
std::string zone_in(std::string_view cell) {
  constexpr std::string_view kKey = "\"timeZone\":\"";
  constexpr size_t kLongest = 48;
  const size_t at = cell.find(kKey);
  if (at == std::string_view::npos) return {};
  cell.remove_prefix(at + kKey.size());
  const size_t end = cell.find('"');
  if (end == std::string_view::npos || end > kLongest) return {};
  const std::string_view zone = cell.substr(0, end);
  const bool plain = std::ranges::all_of(
      zone, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
  return plain ? std::string(zone) : std::string();
}

}  // namespace

AnswerRules answer_rules(const Header& header, const std::vector<ColumnProfile>& profiles, const std::vector<Row>& sample,
                         size_t score, const MissingCodes& missing) {
  return RuleFinder(header, profiles, sample, score, missing).run();
}

std::string stated_zone(const Header& header, const std::vector<Row>& records, std::optional<size_t> date) {
  const size_t third = header.row + 2;
  if (header.preset && header.preset->header_records == 3 && third < records.size()) {
    for (const std::string& cell : records[third]) {
      std::string zone = zone_in(cell);
      if (!zone.empty()) return zone;
    }
  }
  if (header.preset && !header.preset->zone.empty()) return std::string(header.preset->zone);
  if (date && folded(header.names[*date]).ends_with("(utc)")) return "UTC";
  return {};
}

}  // namespace npscope
