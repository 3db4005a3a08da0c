// SPDX-License-Identifier: MIT
// The percentile bootstrap of one NPS without resampling: the exact distribution of the mean of n draws from the sample, which
// is the n-fold convolution of the three shares.
//
// Percentiles are the least values x with F(x) >= q (statistics 1.2, 7). Too narrow for small samples like Wald's interval.
#pragma once

#include <cstdint>
#include <optional>

#include "core/partial/score_counts.h"
#include "core/stats/limits.h"

namespace npscope {

/// The distribution has 2n + 1 values and takes time and memory in proportion: some 50 ms and 16 MB per million responses.
inline constexpr uint64_t kMostBootstrapResponses = 5'000'000;

/// In [-1, 1]. Nothing when there are no responses, or more than kMostBootstrapResponses. REQUIRES: 0 < level < 1.
[[nodiscard]] std::optional<Limits> bootstrap_limits(const GroupCounts& counts, double level);

}  // namespace npscope
