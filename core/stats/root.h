// SPDX-License-Identifier: MIT
// find_root: where a function crosses zero between two points, by Brent's method (Algorithms for Minimization Without
// Derivatives, 1973).
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

namespace npscope {

/// A point within `tolerance` (and the spacing of doubles) of a sign change of `f` between `low` and `high`. Deterministic;
/// calls `f` at most 200 times. REQUIRES: f(low) and f(high) do not have the same sign; either may be zero.
template <typename Function>
[[nodiscard]] double find_root(const Function& f, double low, double high, double tolerance) {
  double a = low;
  double b = high;
  double fa = f(a);
  double fb = f(b);
  double c = a;
  double fc = fa;
  double step = b - a;
  double before = step;
  for (int i = 0; i < 200; ++i) {
    if (std::abs(fc) < std::abs(fb)) {
      a = std::exchange(b, c);
      c = a;
      fa = std::exchange(fb, fc);
      fc = fa;
    }
    const double enough = 2.3e-16 * std::abs(b) + tolerance / 2;
    const double half = (c - b) / 2;
    if (std::abs(half) <= enough || fb == 0) break;
    bool bisect = std::abs(before) < enough || std::abs(fa) <= std::abs(fb);
    if (!bisect) {
      const double s = fb / fa;
      double p = 2 * half * s;
      double q = 1 - s;
      if (a != c) {
        q = fa / fc;
        const double r = fb / fc;
        p = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
        q = (q - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = std::abs(p);
      bisect = 2 * p >= std::min(3 * half * q - std::abs(enough * q), std::abs(before * q));
      if (!bisect) {
        before = step;
        step = p / q;
      }
    }
    if (bisect) before = step = half;
    a = std::exchange(b, b + (std::abs(step) > enough ? step : half > 0 ? enough : -enough));
    fa = std::exchange(fb, f(b));
    if ((fb > 0) == (fc > 0)) {
      c = a;
      fc = fa;
      before = step = b - a;
    }
  }
  return b;
}

}  // namespace npscope
