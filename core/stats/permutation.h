// SPDX-License-Identifier: MIT
// The exact permutation test of two NPS: given all answers of both groups, how often does dealing them out at random give a
// difference at least as large as the one found? Two-sided, by |nps1 - nps2| (statistics 1.5).
//
// The sum runs over the multivariate hypergeometric distribution of the first group's detractors and promoters; ties are
// decided in integers. It tests that both groups answer alike.
#pragma once

#include <cstdint>
#include <optional>

#include "core/partial/score_counts.h"

namespace npscope {

/// Beyond this many responses in both groups together the normal test takes over.
inline constexpr uint64_t kMostPermutedResponses = 300;

/// In (0, 1]. Nothing when a group is empty or both together have more than kMostPermutedResponses. Relative error below 1e-12.
[[nodiscard]] std::optional<double> permutation_p(const GroupCounts& first, const GroupCounts& second);

}  // namespace npscope
