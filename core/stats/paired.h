// SPDX-License-Identifier: MIT
// The change of the NPS of the same respondents between two waves: second minus first. Answers of one person are no independent
// evidence, so the formulas for two groups do not apply (statistics 1.5).
//
// Interval: MOVER for correlated values (Zou and Donner 2008; Newcombe, Statistics in Medicine 17 (1998) 2635-2650) on Tango's
// limits, with the correlation of both answers from the table with 1/9 added to each cell, so that it never is 1. Exact
// coverage at 95 % with ten people is .938 or more over seven tables (tests/stats/paired_test.cc), where Wald on the
// differences and Student's t fall to .60 when few people change.
//
// p: the exact sign-flip test: if nothing has changed, each person's two answers might as well have come in the other order. It
// is the permutation test of pairs; in the large, z on the mean of squares.
#pragma once

#include <cstdint>
#include <optional>

#include "core/partial/pair_counts.h"
#include "core/stats/limits.h"

namespace npscope {

enum class PairedTest : uint8_t { kSignFlip, kNormal };

struct PairedDifference {
  /// In [-2, 2].
  double estimate = 0;
  Limits limits;
  /// Root of the variance of one person's change over the number of people.
  double standard_error = 0;
  double p = 1;
  PairedTest test = PairedTest::kSignFlip;
  uint64_t respondents = 0;
  /// Those whose group changed.
  uint64_t moved_up = 0;
  uint64_t moved_down = 0;
};

/// Sign flips are worked out exactly for at most this many people who changed.
inline constexpr uint64_t kMostFlippedRespondents = 1000;

/// Nothing when nobody answered twice. REQUIRES: 0 < level < 1.
[[nodiscard]] std::optional<PairedDifference> paired_difference(const GroupPairCounts& pairs, double level);

}  // namespace npscope
