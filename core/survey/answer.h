// SPDX-License-Identifier: MIT
// What a mapping says about the cells of a record beyond which column is the score: how the score is written, which records are
// left out, and what the score is compared with. All of it is plain data that a person can look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/codes.h"
#include "core/survey/group_text.h"

namespace npscope {

/// What the cells of the score column hold.
enum class ScoreKind : uint8_t {
  kScores,     // 0 to 10, as a number or in a label
  kPositions,  // 1 to 11: where the answer stands on the scale, one more than the score
  kGroups,     // only the group, in the mapping's style
};

/// Leaves out records whose cell in a column is one of some values, or is none of them. An absent cell is an empty one.
struct Exclusion {
  size_t column = 0;
  /// false: the values are those left out. true: they are the only ones that stay.
  bool keep = false;
  /// Folded.
  std::vector<std::string> values;
  /// Why; is_excluded_reason() holds.
  Code code = Code::kExcludedFlag;
};

/// The tool's own group column beside the score.
struct GroupCheck {
  size_t column = 0;
  GroupStyle style = GroupStyle::kWords;
};

/// How the cells of a score column are read, and what they are compared with.
struct AnswerRules {
  ScoreKind kind = ScoreKind::kScores;
  GroupStyle groups = GroupStyle::kWords;
  std::optional<GroupCheck> check;
};

}  // namespace npscope
