// SPDX-License-Identifier: MIT
// Tango's score interval of one NPS: the values of the NPS that the score test does not reject. In [-1, 1], contains the
// estimate and never has zero width.
//
// T. Tango, Statistics in Medicine 17 (1998) 891-908, with promoters and detractors as the discordant pairs (statistics 1.2,
// 6).
#pragma once

#include "core/stats/limits.h"
#include "core/stats/real_counts.h"

namespace npscope {

/// `z`: normal quantile at (1 + level) / 2. Only + - * / and sqrt. REQUIRES: counts.responses() > 0, z > 0.
[[nodiscard]] Limits score_limits(const RealCounts& counts, double z);

}  // namespace npscope
