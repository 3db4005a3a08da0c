// SPDX-License-Identifier: MIT
// All tails are incomplete gamma or beta functions; quantiles without a formula are searched for in a bracket that doubles.
#include "core/stats/distributions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/check.h"
#include "core/base/elementary.h"
#include "core/stats/incomplete.h"
#include "core/stats/root.h"

namespace npscope {

namespace {

constexpr double kRootHalf = 0.707106781186547524401;

struct Ratio {
  std::array<double, 8> above;
  std::array<double, 8> below;
};

// The three rational functions of AS 241 (PPND16), lowest power first.
constexpr Ratio kCentre = {
    {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
    {1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
     3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3}};
constexpr Ratio kNear = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
constexpr Ratio kFar = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};

double polynomial(const std::array<double, 8>& powers, double x) {
  double value = 0;
  for (size_t i = powers.size(); i-- > 0;) value = value * x + powers[i];
  return value;
}

double ratio(const Ratio& one, double x) { return polynomial(one.above, x) / polynomial(one.below, x); }

/// The x > 0 at which `upper`, which falls, is `tail`.
template <typename Function>
double falls_to(const Function& upper, double tail) {
  double low = 0;
  double high = 1;
  while (upper(high) > tail && high < 1e300) low = std::exchange(high, high * 2);
  return find_root([&](double x) { return upper(x) - tail; }, low, high, 0);
}

}  // namespace

double normal_lower(double z) { return math::erfc(-z * kRootHalf) / 2; }
double normal_upper(double z) { return math::erfc(z * kRootHalf) / 2; }
double normal_two_sided(double z) { return math::erfc(std::abs(z) * kRootHalf); }

double normal_quantile(double p) {
  NPS_CHECK(p > 0 && p < 1);
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) return q * ratio(kCentre, 0.180625 - q * q);
  const double r = std::sqrt(-math::log(std::min(p, 1 - p)));
  const double z = r <= 5 ? ratio(kNear, r - 1.6) : ratio(kFar, r - 5);
  return q < 0 ? -z : z;
}

double normal_two_sided_quantile(double level) {
  NPS_CHECK(level > 0 && level < 1);
  return -normal_quantile((1 - level) / 2);
}

double chi_square_upper(double x, double degrees) {
  NPS_CHECK(degrees > 0);
  return incomplete_gamma(degrees / 2, x / 2).upper;
}

double chi_square_quantile(double tail, double degrees) {
  NPS_CHECK(tail > 0 && tail < 1 && degrees > 0);
  return falls_to([&](double x) { return chi_square_upper(x, degrees); }, tail);
}

double student_two_sided(double t, double degrees) {
  NPS_CHECK(degrees > 0);
  const double square = t * t;
  return incomplete_beta(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square)).lower;
}

double student_upper(double t, double degrees) {
  const double half = student_two_sided(t, degrees) / 2;
  return t < 0 ? 1 - half : half;
}

double student_quantile(double tail, double degrees) {
  NPS_CHECK(tail > 0 && tail < 1 && degrees > 0);
  if (tail == 0.5) return 0;
  if (tail > 0.5) return -student_quantile(1 - tail, degrees);
  return falls_to([&](double t) { return student_upper(t, degrees); }, tail);
}

double f_upper(double f, double numerator_degrees, double denominator_degrees) {
  NPS_CHECK(f >= 0 && numerator_degrees > 0 && denominator_degrees > 0);
  const double scaled = numerator_degrees * f;
  const double all = denominator_degrees + scaled;
  return incomplete_beta(denominator_degrees / 2, numerator_degrees / 2, denominator_degrees / all, scaled / all).lower;
}

}  // namespace npscope
