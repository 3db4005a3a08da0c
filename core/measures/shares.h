// SPDX-License-Identifier: MIT
// The measure "shares": how many are detractors, passives and promoters, with intervals that hold for all three at once (Goodman 1965,
// core/stats/share_intervals.h).
//
// Options: `level`: 0.8, 0.9, 0.95 or 0.99; that of the query when not given.
// Answer: `method` ("goodman"), `level`, `cells`: `values`, `responses`, `detractors`, `passives`, `promoters`, `nps`, and `shares` with
// `detractors`, `passives` and `promoters`, each `share`, `low` and `high` from 0 to 1. `hidden` when cells may not be seen.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kSharesMeasure;

}  // namespace npscope
