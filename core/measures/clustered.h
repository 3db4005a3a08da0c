// SPDX-License-Identifier: MIT
// Measure `clustered`: the NPS of all responses with an error that knows that answers of one account (or person) belong together.
//
// Option `by`: "account" (default) or "respondent". Members:
//   by                as asked
//   nps … fewClusters as write_design() has them (core/measures/design_json.h)
//   withoutKey        integer  responses that name no account; each counts as one of its own
//   cells             with groupings: [{values, nps … fewClusters, withoutKey}] for cells with responses
//   hidden            cells that are not shown (core/measures/suppression.h)
//   unavailable       in place of figures: "no-responses", "too-few-to-share"; alone: "unknown-column"
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kClusteredMeasure;

}  // namespace npscope
