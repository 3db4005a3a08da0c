// SPDX-License-Identifier: MIT
// The measure "bootstrap": the percentile interval that resampling would give with endless patience, worked out exactly by convolution
// (core/stats/bootstrap.h).
//
// Options: `level`: 0.8, 0.9, 0.95 or 0.99; that of the query when not given.
// Answer: `cells`: `values`, `responses`, `detractors`, `passives`, `promoters`, `nps` and `interval` (method "bootstrap"), or
// `unavailable` ("too-many-responses") above 5,000,000 responses in a cell: it takes 50 ms and 16 MB per million. `hidden` when cells may
// not be seen.
#pragma once

#include "core/measures/frame.h"

namespace npscope {

extern const Measure kBootstrapMeasure;

}  // namespace npscope
