// SPDX-License-Identifier: MIT
// Each segment against all others together: disjoint groups, so the tests of two groups hold, with p adjusted for the number of
// segments.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/partial/score_counts.h"
#include "core/stats/difference.h"
#include "core/stats/multiplicity.h"

namespace npscope {

struct SegmentDifference {
  /// The segment's NPS minus that of the rest, in [-2, 2].
  Difference difference;
  double adjusted_p = 1;
};

/// One entry per segment in their order; nothing for a segment without responses, or that has them all. Only those that are
/// compared count for the adjustment. REQUIRES: 0 < level < 1.
[[nodiscard]] std::vector<std::optional<SegmentDifference>> each_against_rest(
    std::span<const GroupCounts> segments, double level, Adjustment adjustment = Adjustment::kBenjaminiHochberg);

}  // namespace npscope
