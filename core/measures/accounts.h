// SPDX-License-Identifier: MIT
// Measure `accounts`: the NPS by account, under each of the definitions that this can mean, each with its name; they differ.
//
// Options: `definition` "mean-of-accounts", "respondents", "by-revenue" or an array of these (default: the first two, and the third when
// `weight` is there); `weight` the column of an account's revenue (default {"role": "revenue"}). Members:
//   definitions       in the order of the names above: [{definition, nps … fewClusters, withoutAccount, …}], figures as write_design() has
//                     them (core/measures/design_json.h), `clusters` are accounts, shares those over accounts, respondents or revenue
//     withoutAccount  integer  responses that name no account: under "respondents" each counts as an account of its own, else left out
//     weight          by revenue: the column
//     refused         by revenue: {responses, notPositive, notANumber, tooLarge}, responses left out for it
//     disagreeing     by revenue: integer, accounts whose rows name several revenues; they count with the mean of these
//     unavailable     in place of figures: "no-responses" (none with an account, or a usable revenue), "unknown-column" (revenue),
//                     "too-few-to-share"
//   cells             with groupings: [{values, definitions}] without the one by revenue, for cells with responses
//   hidden            cells that are not shown (core/measures/suppression.h)
//   unavailable       alone: "unknown-column" (account)
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kAccountsMeasure;

}  // namespace npscope
