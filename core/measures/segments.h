// SPDX-License-Identifier: MIT
// Measure `segments`: each cell of the groupings against all other selected responses, ranked by what the evidence says and never by the
// figure alone.
//
// Options: `adjust` "benjamini-hochberg" (default), "benjamini-yekutieli", "holm", "bonferroni" or "none"; `minimum` a whole number from
// 1 (default 30): cells with fewer responses are marked. The query needs a grouping (else it is refused for `groupBy`). Members:
//   adjust, minimum   as asked
//   homogeneity       the Q test over all cells, the question that comes first (measure homogeneity)
//   above, below, notDecided  integers: cells of each rank
//   cells             [{values, nps, responses, … (write_figure), small, rest, difference, rank}], ranked:
//     small           boolean  fewer than `minimum` responses
//     rest            {nps, responses} of the others
//     difference      cell minus rest: {points, interval, p, test, adjustedP}
//     rank            "above" or "below" when adjustedP <= 1 - level and the interval lies on that side of 0, else "not-decided"
//     unavailable     in place of rest and difference: "one-group", the cell has all responses
//   hidden            cells that are not shown (core/measures/suppression.h): in the rest of the others, but no tests of their own
//   unavailable       "no-responses"
// Order: above, by the lower limit of the difference, highest first; not decided, in the order of the values; below, by the upper limit,
// lowest last. So a small cell leads only when even its limit is far from 0 (statistics 0, 1.5).
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kSegmentsMeasure;

}  // namespace npscope
