// SPDX-License-Identifier: MIT
// The measure "nps": the score of each cell with its interval.
//
// Options: none. The interval is that of the query.
// Answer: `cells`: `values`, the figure (`responses`, `detractors`, `passives`, `promoters`, `nps`, `mean` and `histogram` or null,
// `interval`), `margin`: half the width of the interval in points, and `small`: true below 30 responses, where a score says little
// (statistics 0). `hidden` when cells may not be seen (core/measures/suppression.h).
#pragma once

#include "core/measures/frame.h"

namespace npscope {

/// Cells with fewer responses are marked as small.
inline constexpr uint64_t kFewResponses = 30;

extern const Measure kNpsMeasure;

}  // namespace npscope
