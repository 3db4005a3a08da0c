// SPDX-License-Identifier: MIT
// Measure `weighted`: the NPS in which each response counts with its weight, and what the weights cost in certainty.
//
// Options: `weight` a column of numbers (default {"role": "weight"}); `cluster` "account" or "respondent", whose answers are no
// independent evidence. Members:
//   weight            the column: its name, or {"role": …}
//   cluster           only when asked for
//   nps … interval    as write_design() has them (core/measures/design_json.h); linearised error, by clusters when asked for
//   kish              {responses, designEffect, standardError, interval}: what the weights cost if they had nothing to do with the score
//                     (core/stats/weighted_nps.h); standardError and interval in points
//   refused           {responses, notPositive, notANumber, tooLarge}: integers, responses left out for their weight
//   cells             with groupings and without `cluster`: [{values, nps … interval, kish, refused}] for cells with responses
//   hidden            cells that are not shown (core/measures/suppression.h)
//   unavailable       in place of figures: "no-responses" (none with a usable weight), "too-few-to-share"; alone: "unknown-column" (weight or cluster)
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kWeightedMeasure;

}  // namespace npscope
