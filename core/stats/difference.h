// SPDX-License-Identifier: MIT
// Two NPS of different respondents compared: first minus second, with its interval and how surprising it would be if both were
// alike.
//
// Interval: MOVER on Tango's limits (Zou and Donner, Statistics in Medicine 27 (2008) 1693-1702): d -+ the root of the sum of
// squared distances to the limits. p: the exact permutation test for up to 300 responses in both groups together or up to 30 in
// the smaller one (core/stats/permutation.h), else z on adjusted Wald (statistics 1.5). So near the border of a level the interval and p may disagree about 0. Differences are in
// [-2, 2].
#pragma once

#include <optional>
#include <string_view>

#include "core/partial/score_counts.h"
#include "core/stats/limits.h"
#include "core/stats/real_counts.h"

namespace npscope {

enum class DifferenceTest : uint8_t { kPermutation, kAdjustedWald };

/// "permutation", "adjusted-wald".
[[nodiscard]] std::string_view test_name(DifferenceTest test);

struct Difference {
  double estimate = 0;
  Limits limits;
  double p = 1;
  DifferenceTest test = DifferenceTest::kPermutation;
};

/// Nothing when either group has no responses. REQUIRES: 0 < level < 1.
[[nodiscard]] std::optional<Difference> difference(const GroupCounts& first, const GroupCounts& second, double level);

/// MOVER of any two values with their limits, first minus second, clamped to [-2, 2].
[[nodiscard]] Limits mover(double first, const Limits& first_limits, double second, const Limits& second_limits);

struct WaldDifference {
  /// Of the counts with what was added.
  double estimate = 0;
  double standard_error = 0;
  double z = 0;
  double p = 1;
  Limits limits;
};

/// z test with unpooled variances after `added` answers joined each group; none added is the textbook test. Nothing when a
/// group is empty or neither varies.
[[nodiscard]] std::optional<WaldDifference> wald_difference(const GroupCounts& first, const GroupCounts& second, double level,
                                                            const RealCounts& added);

}  // namespace npscope
