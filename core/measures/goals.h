// SPDX-License-Identifier: MIT
// The measure "goals": targets that are met, missed or not decided by so many responses, and thresholds beyond which something is to be
// looked at.
//
// Options, at least one of the first three: `targets`: [{"value": "EMEA", "nps": 40}, {"value": null, ...}, {"nps": 35}]: by the value of
// the first grouping (null: responses without one), or without `value` for all responses together; `default`: the target of every cell
// that is not named (without groupings: of all responses together); `thresholds`: {"below": 10, "above": 70}, one or both.
// Points from -100 to 100. The interval is that of the query, of each cell by itself.
//
// Answer: `overall` when it has a target, `cells`: `values` and what is said of it, for each cell with a target (with groupings only):
//   `target`, `status`: "met" (the whole interval is at or above the target), "missed" (it is below) or "not-decided"; `gap`: nps less
//   target; the figure as in measure "nps". Of `overall` without responses (or with too few to be shown): `unavailable`.
// `met`, `missed`, `notDecided`: how many of these there are. `unmatched`: values of targets that no cell has, or none that may be seen.
// `alerts`: cells, or without groupings the whole, beyond a threshold: `values`, `bound` ("below" or "above"), `threshold`, `certain`:
// the whole interval is beyond it, else the score alone; the figure as in measure "nps". Those below come first, each in the order of the
// cells. `certainAlerts`: how many are certain. `hidden` when cells may not be seen.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kGoalsMeasure;

}  // namespace npscope
