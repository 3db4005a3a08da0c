// SPDX-License-Identifier: MIT
// Two surveys of which only the counts are known: `npscope compare --counts 20,30,50 --with 35,30,35`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/partial/score_counts.h"
#include "core/stats/summary.h"

namespace npscope {

/// No more of each group, so that no sum overflows.
inline constexpr uint64_t kMostCounted = 1'000'000'000'000;

/// "20,30,50": detractors, passives, promoters, whole numbers up to kMostCounted, spaces around them; nothing for any other text.
[[nodiscard]] std::optional<GroupCounts> parse_counts(std::string_view text);

/// JSON with `first` and `second`: the figures with the interval of `choice`, and `difference`, first less second: `points` (-200 to 200),
/// `interval` (method "mover": Zou and Donner on score intervals), `p`, `test` ("permutation", exact, up to 300 responses together, else
/// "adjusted-wald"), `significant`: p is below 1 - level. A side without responses is null, and `unavailable` says so. REQUIRES: no count
/// above kMostCounted.
[[nodiscard]] std::string compare_counts(const GroupCounts& first, const GroupCounts& second, IntervalChoice choice);

}  // namespace npscope
