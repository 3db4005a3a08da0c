// SPDX-License-Identifier: MIT
// How much speaks for a column as the score: its name, its values, and what stands beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/survey/answer.h"
#include "core/survey/column_profile.h"
#include "core/survey/evidence.h"

namespace npscope {

/// Less is no candidate.
inline constexpr double kLeastConfidence = 0.25;

/// What is known about a column beyond its words and values.
struct ScoreHints {
  /// A column with its name and "nps group" stands beside it.
  bool has_group_column = false;
  /// Its preset says so; the preset's name is the evidence.
  bool preset = false;
  std::string_view preset_name;
  /// The file declares it to hold the answers to an NPS question.
  bool declared = false;
};

/// For scores of 0 to 10, or positions 1 to 11. `words` is the column's header_words().
[[nodiscard]] [[gnu::noinline]] Evidence weigh_score(const ColumnProfile& values, std::string_view words,
                                                     const ScoreHints& hints);

/// For a column that holds groups and no scores.
struct GroupWeight {
  Evidence weight;
  GroupStyle style = GroupStyle::kWords;
};
[[nodiscard]] [[gnu::noinline]] GroupWeight weigh_groups(const ColumnProfile& values, std::string_view words);

/// The style in which a column writes groups, when all it holds are groups. 1, 2, 3 count only with `numbered`: they may mean
/// anything.
[[nodiscard]] std::optional<GroupStyle> group_style(const ColumnProfile& values, bool numbered);

/// Exporters that write the position of the answer, 1 to 11, instead of the score.
[[nodiscard]] inline bool is_position_scale(const ColumnProfile& values) {
  return values.elevens > 0 && values.lowest_score >= 1 && values.beyond == values.elevens;
}

}  // namespace npscope
