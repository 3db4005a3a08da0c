// SPDX-License-Identifier: MIT
// Two surveys of which only the counts are known: `npscope compare --counts 20,30,50 --with 35,30,35`.
#pragma once

#include <cstdint>
#include <string>

#include "core/partial/score_counts.h"
#include "core/stats/summary.h"

namespace npscope {

/// No more of each group, so that no product of sums overflows.
inline constexpr uint64_t kMostCounted = 1'000'000'000'000;

/// JSON with `first` and `second`: the figures with the interval of `choice`, and `difference`, first less second: `points` (-200 to 200),
/// `interval` (method "mover": Zou and Donner on score intervals), `p`, `test` ("permutation", exact, up to 300 responses together or
/// 30 on one side, else "adjusted-wald"), `significant`: p is below 1 - level. A side without responses is null, and `unavailable` stands in place of
/// `difference`: "no-responses", or "too-many-responses" for a count above kMostCounted.
[[nodiscard]] std::string compare_counts(const GroupCounts& first, const GroupCounts& second, IntervalChoice choice);

}  // namespace npscope
