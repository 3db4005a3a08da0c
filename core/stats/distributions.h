// SPDX-License-Identifier: MIT
// Tail probabilities and quantiles of the distributions that tests and intervals need, from the one source of elementary
// functions.
//
// Relative error of a tail below 1e-13 down to 1e-300, with thousands of degrees of freedom below 1e-12; of a normal quantile
// below 1e-15, of the others below 1e-12 (tests/stats compares with tables of 40 digits).
#pragma once

namespace npscope {

/// P(Z <= z) and P(Z > z) of the standard normal distribution.
[[nodiscard]] double normal_lower(double z);
[[nodiscard]] double normal_upper(double z);
/// P(|Z| > |z|).
[[nodiscard]] double normal_two_sided(double z);

/// The z with P(Z <= z) = p: Wichura's AS 241 (Applied Statistics 37 (1988) 477-484). REQUIRES: 0 < p < 1.
[[nodiscard]] double normal_quantile(double p);
/// The z with P(|Z| <= z) = level. REQUIRES: 0 < level < 1.
[[nodiscard]] double normal_two_sided_quantile(double level);

/// P(X > x) of chi-square with `degrees` of freedom, and the x with P(X > x) = `tail`.
/// REQUIRES: x >= 0, degrees > 0, 0 < tail < 1.
[[nodiscard]] double chi_square_upper(double x, double degrees);
[[nodiscard]] double chi_square_quantile(double tail, double degrees);

/// P(T > t) and P(|T| > |t|) of Student's distribution, and the t with P(T > t) = `tail`. REQUIRES: degrees > 0, 0 < tail < 1.
[[nodiscard]] double student_upper(double t, double degrees);
[[nodiscard]] double student_two_sided(double t, double degrees);
[[nodiscard]] double student_quantile(double tail, double degrees);

/// P(F > f) of the F distribution. REQUIRES: f >= 0, degrees > 0.
[[nodiscard]] double f_upper(double f, double numerator_degrees, double denominator_degrees);

}  // namespace npscope
