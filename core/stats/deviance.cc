// SPDX-License-Identifier: MIT
// Below 16 Stirling's error is taken from lgamma, above from its series, of which the first term left out is 1e-18 at 16.
#include "core/stats/deviance.h"

#include <algorithm>
#include <cmath>

#include "core/base/elementary.h"

namespace npscope {

namespace {

constexpr double kTwoPi = 6.283185307179586476925;
constexpr double kHalfLogTwoPi = 0.918938533204672741780;

}  // namespace

double stirling_error(double n) {
  if (n < 16) return math::lgamma(n + 1) - (n + 0.5) * math::log(n) + n - kHalfLogTwoPi;
  const double s = 1 / (n * n);
  const double tail = 1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360));
  return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * tail))) / n;
}

double deviance(double x, double m) {
  if (x == 0) return m;
  if (std::abs(x - m) >= 0.1 * (x + m)) return std::max(x * math::log(x / m) + m - x, 0.0);
  const double v = (x - m) / (x + m);
  const double square = v * v;
  double sum = (x - m) * v;
  double term = 2 * x * v;
  for (int odd = 3; odd < 100; odd += 2) {
    term *= square;
    const double next = sum + term / odd;
    if (next == sum) break;
    sum = next;
  }
  return std::max(sum, 0.0);
}

double poisson_term(double a, double x) { return math::exp(-stirling_error(a) - deviance(a, x)) / std::sqrt(kTwoPi * a); }

double binomial_term(double a, double b, double x, double y) {
  const double n = a + b;
  const double exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) - deviance(b, n * y);
  return math::exp(exponent) * std::sqrt(n / (kTwoPi * a) / b);
}

}  // namespace npscope
