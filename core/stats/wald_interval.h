// SPDX-License-Identifier: MIT
// Wald's interval of one NPS, and the adjusted ones: the same formula on counts to which a few answers are added first.
//
// nps +- z sqrt(variance / n) (statistics 1.2, 1 and 4); the added answers pull small samples towards 0 and keep a width.
#pragma once

#include "core/stats/limits.h"
#include "core/stats/real_counts.h"

namespace npscope {

/// 3/4, 3/2, 3/4: Rocks, The American Statistician 70 (2016) 365-372; MeasuringU. The product's adjusted Wald.
inline constexpr RealCounts kTriangularThree{0.75, 1.5, 0.75};
/// 1/2, 1, 1/2: Agresti and Min, Statistics in Medicine 24 (2005) 729-740.
inline constexpr RealCounts kAgrestiMin{0.5, 1, 0.5};
/// 1, 0, 1: Bonett and Price, Journal of Educational and Behavioral Statistics 37 (2012) 479-488.
inline constexpr RealCounts kBonettPrice{1, 0, 1};
/// z squared over three for each group.
[[nodiscard]] inline RealCounts z_squared_uniform(double z) { return {z * z / 3, z * z / 3, z * z / 3}; }

[[nodiscard]] inline RealCounts sum_of(const RealCounts& a, const RealCounts& b) {
  return {a.detractors + b.detractors, a.passives + b.passives, a.promoters + b.promoters};
}

/// sqrt(variance / n), in [0, 1]. REQUIRES: counts.responses() > 0.
[[nodiscard]] double standard_error(const RealCounts& counts);

/// Clamped to [-1, 1]. REQUIRES: counts.responses() > 0.
[[nodiscard]] Limits wald_limits(const RealCounts& counts, double z);

}  // namespace npscope
