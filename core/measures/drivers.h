// SPDX-License-Identifier: MIT
// Measure `drivers`: what ratings of single aspects are associated with, of all selected responses together (groupings make no difference).
// Formulas, choices and sources: core/stats/drivers.h and what it includes (statistics 3). Associations among those who answered, never
// effects.
//
// Options (all may be left out):
//   columns         1 to 15 columns of ratings; otherwise all of role driver, at most the first 15
//   bands           {"lowMost": 6, "highLeast": 9} for all, or an array of such objects or nulls, one for each of `columns`; otherwise by
//                   the greatest rating of the column (core/stats/driver_bands.h)
//   cluster         "account" (errors of the logits by account, where the files have accounts) | "none"; "account"
//   outcome         "score" | "group": what importance and contrasts explain; "score" where all scores are known
//   proportionality boolean, true: the check of proportional odds is wanted
//   binary          boolean, false: `promoters` and `nonDetractors` are wanted
//
// Members of the answer. A model that cannot be had is {unavailable: {code, detail}}: code as in core/stats/no_fit.h ("no-drivers",
// "no-responses", "one-class", "constant-driver", "collinear", "separation", "too-few-responses", "not-converged"), detail the name of the
// driver where there is one.
//   unavailable     alone: "no-responses"; "no-drivers": there is no such column; "too-few-to-share"
//   responses       integer   selected
//   outcome         "score" | "group"
//   drivers         array, one object for each column:
//     name          string    header
//     rated, missing, notARating  integers; their sum is `responses`. notARating: something else than a whole number 0 to 14
//     scale         {least, greatest} of all ratings of the column, filtered or not; null without any
//     bands         {lowMost, highLeast}
//     byBand        array of {band "low" | "middle" | "high" | "missing", …figure (write_figure, without mean and histogram)}; bands without
//                   responses are absent; "missing": neither rated
//     hidden        {minimum} when bands are hidden for sharing; then ranks are not told and the models go without the driver
//     ranks         {responses, spearman, kendall} with the score (kendall: tau-b), or {unavailable: {code}}: "no-responses", "no-variance",
//                   "groups-only", "too-few-to-share"
//     leftOut       {code}    only when the models go without it: "constant-driver", "mostly-missing", "collinear" (with those before it),
//                   "too-few-to-share"
//   modelled        array of names: the drivers of all models, in the order of their lists
//   complete, incomplete  integers: responses with a rating of every modelled driver, and the others, which the models leave out
//   importance      {rSquared, drivers [{name, pearson, johnson, johnsonShare, lmg, lmgShare, alone, added, inflation}], correlations}:
//                   johnson and lmg each sum up to rSquared, the shares up to 1 (null when rSquared is 0); `alone`: R squared of the driver
//                   by itself, `added`: what it adds to all others; `inflation`: VIF; `correlations`: array of rows, drivers with each other
//   map             {middleImportance, middleHighShare, points [{name, mean, highShare, importance, quadrant}]} or null: quadrant is
//                   "concentrate", "keep-up", "low-priority", "possible-overkill"
//   contrasts       {unit, responses, rSquared, intercept {estimate, standardError}, drivers [{name, penalty, reward, asymmetryP, kind}]}:
//                   unit "score" (0 to 10) or "points" (of the NPS, outcome "group"); penalty and reward {estimate, standardError} of a
//                   low or high rating against a middle one, or null; asymmetryP number or null; kind "none", "performance", "basic",
//                   "excitement" or null
//   logit           {responses, errors, accounts, logLikelihood, nullLogLikelihood, eventsPerDriver, thresholds, drivers}: of the three
//                   groups, proportional odds
//     errors        "account" | "model": which the p and intervals are made of; accounts: integer or null
//     thresholds    array of {estimate, error}
//     drivers       array of {name, estimate, error, modelError, p, oddsRatio {ratio, interval {level, low, high}} or null,
//                   proportionality}; a positive estimate: higher ratings come with higher groups; oddsRatio: by one rating point
//     proportionality {likelihoodRatio, p, difference} (by how much the slope at passive/promoter is larger), or {unavailable: {code}};
//                   null when it was not asked for or there are two groups only
//   promoters, nonDetractors  as `logit`, of "promoter or not" and of "detractor or not" (higher: not); only when asked for
//   caveats         array of {code, …}, to be shown beside the result (core/measures/driver_caveats.h)
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kDriversMeasure;

}  // namespace npscope
