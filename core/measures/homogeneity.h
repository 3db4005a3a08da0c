// SPDX-License-Identifier: MIT
// Measure `homogeneity`: do the cells of the groupings have one NPS in common? The question before any of them is looked at alone.
//
// No options; the query needs a grouping (else it is refused for `groupBy`). Members:
//   groups            integer  cells with responses; hidden ones (core/measures/suppression.h) are left out of all of this
//   responses         integer  in them
//   pooled            number   points: inverse-variance mean of the cells
//   q, degrees, p     statistic, its degrees of freedom and chance under chi-square (core/stats/homogeneity.h)
//   smoothed          boolean  some cell does not vary, so all variances are those of counts with 3/4, 3/2 and 3/4 added
//   unavailable       in place of pooled to smoothed: "no-responses", "one-group"
#pragma once

#include "core/measures/frame.h"
#include "core/partial/score_counts.h"

namespace npscope {

extern const Measure kHomogeneityMeasure;

/// The members above, of these cells.
void write_homogeneity(JsonWriter& out, std::span<const GroupCounts> cells);

/// For check(): "groupBy" when the query splits nothing.
[[nodiscard]] std::string missing_grouping(const Query& query);

}  // namespace npscope
