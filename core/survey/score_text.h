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

namespace npscope {

struct ScoreReading {
  /// kNone: `score` is one (or a Group). kScoreEmpty and kScoreMissingCode: nothing was answered. Else: something is there that is no score.
  Code reason = Code::kNone;
  uint8_t score = 0;
};

/// Texts that the plan declares to mean "no answer", folded; known words such as `n/a` always do.
struct MissingCodes {
  std::vector<std::string> declared;
};

[[nodiscard]] [[gnu::noinline]] ScoreReading read_score(std::string_view cell, const MissingCodes& missing);

/// The same for a column of another kind: positions become scores, groups stay groups (`style` is used for them only).
[[nodiscard]] [[gnu::noinline]] ScoreReading read_answer(std::string_view cell, ScoreKind kind, GroupStyle style,
                                                         const MissingCodes& missing);

}  // namespace npscope
