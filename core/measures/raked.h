// SPDX-License-Identifier: MIT
// Measure `raked`: the NPS that the responses would show if the shares of regions, plans, … among them were those of the population.
// One margin is post-stratification, several are raking.
//
// Option `margins` (needed): [{"column": "Region" | "role": "channel", "shares": {"EMEA": 0.5, "US": 0.5}}, …], at most 8, each column
// once; shares are numbers on any scale, of the cleaned texts as the file has them. Groupings do not split this answer. Members:
//   margins           [{column, strata: [{value, target, share, responses}]}] in the order of the question; target 0 to 1 of the population,
//                     share 0 to 1 of the responses that count; share and responses are absent where a stratum has too few to share
//   leftOut           integer  responses with a value that some margin does not name, or none; the figure is not about these
//   nps … interval    as write_design() has them (core/measures/design_json.h)
//   weights           {least, largest}: of a response, 1 on the average
//   kish              {responses, designEffect}: what the weights cost if they had nothing to do with the score
//   passes            integer  over all margins until every share was reached (core/stats/raking.h)
//   unavailable       in place of nps to passes: "no-responses", "one-response", "empty-stratum", "target-not-positive", "not-converged"; its
//                     detail is the value; alone: "unknown-column", "too-few-to-share"
//   at                {column, value}: the stratum that is meant, where it is one
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kRakedMeasure;

}  // namespace npscope
