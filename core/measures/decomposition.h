// SPDX-License-Identifier: MIT
// Measure `decomposition`: why the score moved between two sets of responses: because groups became larger or smaller (mix), or because
// they answer differently (rate).
//
// Option `before`: "with" (default: a change has the sign of measure difference) or "selected", which set is the earlier one. The query needs a grouping (else it is refused for
// `groupBy`). Members:
//   before, after     figures as write_figure() has them; null without responses
//   change            after minus before: {points, interval, p, test} as in measure difference
//   mix, rate         points; they add up to change.points (Kitagawa 1955, core/stats/decomposition.h)
//   cells             [{values, before, after, mix, rate}]: both sides {share, nps, responses, …}, the share 0 to 1 of all responses of
//                     that side, null where the cell has no responses; such a cell contributes to mix alone, with the NPS of the other
//                     side. Mix and rate of the cells add up to those above.
//   hidden            cells that are not shown, on either side (core/measures/suppression.h); all of them count as one group
//   unavailable       in place of change to cells: "no-responses", "too-few-to-share"; alone: "overlapping-sets", "query-too-large"
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kDecompositionMeasure;

}  // namespace npscope
