// SPDX-License-Identifier: MIT
// Measure `paired`: how the NPS of the same respondents changed between two sets, the selected responses and those of Query::with.
//
// Option `before`: "with" (default: a change has the sign of measure difference) or "selected", which set is the earlier one. Members:
//   respondents       integer  who answered in both; of several answers in one set the latest counts, then the lower
//   before, after     figures of these respondents
//   change            after minus before: {points, standardError, interval, p, test}; points -200 to 200, `interval` MOVER for
//                     correlated values, `test` "sign-flip" (exact) or "normal" (core/stats/paired.h)
//   table             3 arrays of 3 integers: by the group before (detractors, passives, promoters) and the group after
//   movedUp, movedDown  integers: respondents whose group changed
//   onlyBefore, onlyAfter  integers: respondents who answered in one set only
//   withoutRespondent integer  responses of both sets that name no respondent
//   unavailable       in place of figures, change and table: "unknown-column" (respondent), "overlapping-sets", "no-pairs", "too-few-to-share"
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kPairedMeasure;

}  // namespace npscope
