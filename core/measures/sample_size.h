// SPDX-License-Identifier: MIT
// The measure "sample-size": how many responses a margin or a difference needs, and what those at hand can tell (statistics 1.4,
// core/stats/sample_size.h), with the correction for a finite population where it is known.
//
// Options, all in points: `margin` (5): half the width of the interval aimed at, above 0 to 100; `difference` (10): of two groups, above 0
// to 200; `power` (0.8): how often that difference is to be found, 0.01 to 0.999; without groupings `population`: how many people could
// have answered; with groupings `populations`: [{"value": "EMEA", "population": 1200}, ...] by the value of the first grouping (null:
// no value), which holds for a cell only when there is no second grouping.
// Answer: `margin`, `difference`, `power`, `level`, `cells`: `values`, `responses`, `detractors`, `passives`, `promoters`, `nps`, with a
// population `population` and `interval`: the score interval within it, or `unavailable` ("population-too-small") when more answered;
// `observed` and `worst` (half promoters, half detractors), each with
//   `variance`: of one answer, 0 to 1
//   `margin`: z times the standard error with the responses at hand
//   `required`: responses for the margin aimed at
//   `requiredPerGroup`: responses in each of two groups for the difference aimed at
//   `detectable`: the least difference between two groups of as many responses as are at hand.
// `observed` has `unavailable` alone where all answers are of one group ("no-variance", "one-response"): such a sample says nothing about
// how much answers vary. A number is null when it would be above 1e15. `hidden` when cells may not be seen.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kSampleSizeMeasure;

}  // namespace npscope
