// SPDX-License-Identifier: MIT
// The measure "nps": the score of each cell with its interval.
//
// Options: none. The interval is that of the query.
// Answer: `cells`: `values`, the figure (`responses`, `detractors`, `passives`, `promoters`, `nps`, `mean` and `histogram` or null,
// `interval`), `margin`: half the width of the interval in points, and `small`: true below 30 responses, where a score says little
// (statistics 0). `hidden` when cells may not be seen (core/measures/suppression.h).
// Under the policy `mean` each respondent or account (in a wave) counts once in each cell, with the mean of its answers there as -100, 0
// and 100: `units` says how many there are, `nps` and `interval` are theirs (core/stats/summary.h), `small` is below 30 of them; the other
// members are of all responses. Without filter and groupings that is the figure of a report under this policy.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

/// Cells with fewer responses are marked as small.
inline constexpr uint64_t kFewResponses = 30;

extern const Measure kNpsMeasure;

}  // namespace npscope
