// SPDX-License-Identifier: MIT
// The measure "probability": how probable it is that the NPS of all who might have answered lies above a threshold, by the posterior of
// the three shares under Jeffreys' prior (core/stats/posterior.h).
//
// Options: `threshold`: points from -100 to 100, 0 when not given; `level`: 0.8, 0.9, 0.95 or 0.99, that of the query when not given.
// Answer: `method` ("jeffreys"), `threshold`, `level`, `cells`: `values`, `responses`, `detractors`, `passives`, `promoters`, `nps`,
// `probability` (0 to 1) that the NPS is above the threshold, and of the posterior in points `expected` (its mean), `deviation` and
// `interval` (equal tails). `hidden` when cells may not be seen.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kProbabilityMeasure;

}  // namespace npscope
