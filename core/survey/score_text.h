// SPDX-License-Identifier: MIT
// Reading a score out of a cell: "9", " 10 ", "9.0", "Extremely likely - 10". What is no whole number from 0 to 10 is never
// rounded, shifted or counted; it gets the reason why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/survey/answer.h"
#include "core/survey/rules.h"

namespace npscope {

struct ScoreReading {
  /// kNone: `score` is one (or a Group). kScoreEmpty and kScoreMissingCode: nothing was answered. Else: something is there that is no score.
  Code reason = Code::kNone;
  uint8_t score = 0;
  /// The rules that had a part in a score or in "no answer": trim, invisible, apostrophe, missing-words, labels, numbers. Without any
  /// one of them the cell would be rejected. Empty for cells that are rejected.
  CleaningSet rules = {};
};

/// Texts that the plan declares to mean "no answer", folded; known words such as `n/a` do by themselves.
struct MissingCodes {
  std::vector<std::string> declared;
};

/// `on`: the rules that are switched on. What needs another one is `score-not-a-number`, but a number that is declared to mean "no
/// answer" is what it is without that. Letter case and blanks between words never matter.
[[nodiscard]] [[gnu::noinline]] ScoreReading read_score(std::string_view cell, const MissingCodes& missing,
                                                        CleaningSet on = CleaningSet().set());

/// The same for a column of another kind: positions become scores, groups stay groups (`style` is used for them only).
[[nodiscard]] [[gnu::noinline]] ScoreReading read_answer(std::string_view cell, ScoreKind kind, GroupStyle style,
                                                         const MissingCodes& missing, CleaningSet on = CleaningSet().set());

}  // namespace npscope
