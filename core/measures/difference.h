// SPDX-License-Identifier: MIT
// Measure `difference`: the selected responses against the others (Query::with, or all that count and are not selected).
//
// No options. Members:
//   selected, others  figures as write_figure() has them; null without responses
//   difference        selected minus others: {points, interval, p, test}; points -200 to 200, `interval` MOVER on score limits,
//                     `test` "permutation" (exact: n1 + n2 <= 300, or n1 or n2 <= 30) or "adjusted-wald" (core/stats/difference.h)
//   unavailable       in place of `difference`: "no-responses" on a side, "too-few-to-share"; alone: "overlapping-sets", "query-too-large"
//   cells             with groupings: {values, selected, others, difference | unavailable} for each cell that has responses, the same
//                     values on both sides
//   hidden            cells that are not shown, on either side (core/measures/suppression.h)
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kDifferenceMeasure;

}  // namespace npscope
