// SPDX-License-Identifier: MIT
// Simultaneous intervals of the three shares: all three hold together with the level asked for.
//
// L. Goodman, Technometrics 7 (1965) 247-254: (q + 2x -+ sqrt(q (q + 4x(n - x)/n))) / (2(n + q)) with q the chi-square quantile
// of one degree of freedom at 1 - alpha/3 (statistics 1.2, 3). Shares in [0, 1].
#pragma once

#include <optional>

#include "core/partial/score_counts.h"
#include "core/stats/limits.h"

namespace npscope {

struct ShareIntervals {
  Limits detractors;
  Limits passives;
  Limits promoters;
};

/// Nothing when there are no responses. REQUIRES: 0 < level < 1.
[[nodiscard]] std::optional<ShareIntervals> share_intervals(const GroupCounts& counts, double level);

}  // namespace npscope
