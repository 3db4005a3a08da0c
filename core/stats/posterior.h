// SPDX-License-Identifier: MIT
// The posterior of the NPS under a Dirichlet prior of the three shares: mean, spread, equal-tailed interval and P(NPS > 0),
// worked out by quadrature, without drawing random numbers.
//
// With S = promoters + detractors and U = promoters / S the two are independent, S ~ Beta(a_P + a_D, a_S) and U ~ Beta(a_P,
// a_D), and NPS = S (2U - 1), so P(NPS > x) is the integral of P(U > (1 + x/s) / 2) over the density of S (statistics 1.2, 8;
// model as in Costa and Ponte, An. Acad. Bras. Cienc.), or the other way round. Accurate to 1e-11.
#pragma once

#include <optional>

#include "core/stats/limits.h"
#include "core/stats/real_counts.h"

namespace npscope {

/// Jeffreys' prior for three shares, and the uniform one.
inline constexpr RealCounts kJeffreysPrior{0.5, 0.5, 0.5};
inline constexpr RealCounts kUniformPrior{1, 1, 1};

struct Posterior {
  /// In [-1, 1]; the deviation is that of the NPS.
  double mean = 0;
  double deviation = 0;
  Limits limits;
  /// P(NPS > 0).
  double above_zero = 0;
};

/// Nothing when there are no responses: a prior alone says nothing about a survey. REQUIRES: 0 < level < 1, prior above 0.
[[nodiscard]] std::optional<Posterior> posterior(const GroupCounts& counts, double level,
                                                 const RealCounts& prior = kJeffreysPrior);

/// P(NPS > x) when the shares are Dirichlet with `parameters`. REQUIRES: all three above 0, -1 <= x <= 1.
[[nodiscard]] double posterior_above(const RealCounts& parameters, double x);

/// The limits that leave (1 - level) / 2 on either side. REQUIRES: as above.
[[nodiscard]] Limits posterior_limits(const RealCounts& parameters, double level);

}  // namespace npscope
