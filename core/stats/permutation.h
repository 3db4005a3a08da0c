// SPDX-License-Identifier: MIT
// The exact permutation test of two NPS: given all answers of both groups, how often does dealing them out at random give a
// difference at least as large as the one found? Two-sided, by |nps1 - nps2| (statistics 1.5).
//
// The sum runs over the multivariate hypergeometric distribution of one group's detractors and promoters: of the first, or
// beyond kMostPermutedResponses of the smaller, whose 496 possible sums at most take about two microseconds. Ties are decided in
// integers. It tests that both groups answer alike.
#pragma once

#include <cstdint>
#include <optional>

#include "core/partial/score_counts.h"

namespace npscope {

/// Beyond this many responses in both groups together the normal test takes over, unless the smaller group has at most
/// kMostPermutedOfSmaller: no normal test says anything about one response beside thousands.
inline constexpr uint64_t kMostPermutedResponses = 300;
inline constexpr uint64_t kMostPermutedOfSmaller = 30;
/// And neither group has more than this.
inline constexpr uint64_t kMostPermutedBeside = 99'999'999'970;

/// In (0, 1]. Nothing when a group is empty or there are too many. Relative error below 1e-12.
[[nodiscard]] std::optional<double> permutation_p(const GroupCounts& first, const GroupCounts& second);

}  // namespace npscope
