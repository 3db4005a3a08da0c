// SPDX-License-Identifier: MIT
// Continued fractions are worked out by Lentz's method in the form of Thompson and Barnett, which needs no start from the far
// end.
#include "core/stats/incomplete.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"
#include "core/stats/deviance.h"

namespace npscope {

namespace {

constexpr double kTiny = 1e-300;
constexpr double kEnough = 1e-16;
constexpr int kMostTerms = 1'000'000;

double away_from_zero(double value) { return std::abs(value) < kTiny ? kTiny : value; }

/// sum of x^n / ((a+1) ... (a+n)), n from 0.
double gamma_series(double a, double x) {
  double term = 1;
  double sum = 1;
  for (int n = 1; n < kMostTerms && term > sum * kEnough; ++n) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/// Q(a, x) / (x^a e^-x / gamma(a)).
double gamma_fraction(double a, double x) {
  double b = x + 1 - a;
  double c = 1 / kTiny;
  double d = 1 / away_from_zero(b);
  double h = d;
  for (int n = 1; n < kMostTerms; ++n) {
    const double an = -n * (n - a);
    b += 2;
    d = 1 / away_from_zero(an * d + b);
    c = away_from_zero(b + an / c);
    const double factor = d * c;
    h *= factor;
    if (std::abs(factor - 1) < kEnough) break;
  }
  return h;
}

/// I_x(a, b) / (x^a y^b / (a B(a, b))). REQUIRES: x <= (a + 1) / (a + b + 2), where it converges fast.
double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double h = d;
  for (int n = 1; n < kMostTerms; ++n) {
    const double even = n * (b - n) * x / ((a + 2.0 * n - 1) * (a + 2.0 * n));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    h *= d * c;
    const double odd = -(a + n) * (a + b + n) * x / ((a + 2.0 * n) * (a + 2.0 * n + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    const double factor = d * c;
    h *= factor;
    if (std::abs(factor - 1) < kEnough) break;
  }
  return h;
}

double inside(double share) { return std::clamp(share, 0.0, 1.0); }

}  // namespace

Tails incomplete_gamma(double a, double x) {
  NPS_CHECK(a > 0 && x >= 0);
  if (x == 0) return {0, 1};
  const double front = poisson_term(a, x);
  if (x < a + 1) {
    const double lower = inside(front * gamma_series(a, x));
    return {lower, 1 - lower};
  }
  const double upper = inside(front == 0 ? 0 : front * a * gamma_fraction(a, x));
  return {1 - upper, upper};
}

Tails incomplete_beta(double a, double b, double x, double y) {
  NPS_CHECK(a > 0 && b > 0 && x >= 0 && y >= 0);
  if (x == 0) return {0, 1};
  if (y == 0) return {1, 0};
  const double front = binomial_term(a, b, x, y) / (a + b);
  if (x <= (a + 1) / (a + b + 2)) {
    const double lower = inside(front == 0 ? 0 : front * b * beta_fraction(a, b, x));
    return {lower, 1 - lower};
  }
  const double upper = inside(front == 0 ? 0 : front * a * beta_fraction(b, a, y));
  return {1 - upper, upper};
}

}  // namespace npscope
