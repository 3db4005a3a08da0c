// SPDX-License-Identifier: MIT
// integrate: the integral of a smooth function over a finite range, also when it has a root or a pole of order below one at an
// end.
//
// Tanh-sinh quadrature (Takahasi and Mori 1974) with a fixed number of points, so that the order of the sum never changes.
#pragma once

#include <cmath>

#include "core/base/elementary.h"

namespace npscope {

/// `f(x, above, below)` with above = x - low and below = high - x, both exact near their end. Good to about 1e-13 of the
/// largest part when `f` changes over no less than a thirtieth of the range. REQUIRES: low < high.
template <typename Function>
[[nodiscard]] double integrate(const Function& f, double low, double high) {
  constexpr int kPoints = 90;
  constexpr double kStep = 1.0 / 24;
  constexpr double kHalfPi = 1.57079632679489661923;
  const double range = high - low;
  double sum = f(low + range / 2, range / 2, range / 2) * kHalfPi / 4;
  for (int i = 1; i <= kPoints; ++i) {
    const double t = i * kStep;
    const double grown = math::exp(t);
    const double sinh = (grown - 1 / grown) / 2;
    const double cosh = (grown + 1 / grown) / 2;
    // The distance from the nearer end as a share of the range: 1 / (1 + exp(pi sinh t)).
    const double e = math::exp(2 * kHalfPi * sinh);
    const double share = 1 / (1 + e);
    const double weight = kHalfPi * cosh * share * (e / (1 + e));
    const double near = range * share;
    const double far = range - near;
    if (near <= 0) break;
    sum += weight * (f(low + near, near, far) + f(high - near, far, near));
  }
  // dx = range * pi cosh t * share * (1 - share) dt
  return 2 * sum * kStep * range;
}

}  // namespace npscope
