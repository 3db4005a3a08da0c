// SPDX-License-Identifier: MIT
// The elementary functions that statistics may use, from one source: the musl files that come with Emscripten, compiled into
// every build without contraction of a*b+c. So native and WebAssembly give the same bits; the functions of <cmath> do not.
//
// Errors in units in the last place, as musl states them: exp, log, pow below 0.6; expm1, log1p, erfc below 1; lgamma below 1
// away from its zeros at 1 and 2 of which it keeps the absolute error. Domains are those of the C standard.
#pragma once

extern "C" {
double npscope_musl_exp(double x);
double npscope_musl_expm1(double x);
double npscope_musl_log(double x);
double npscope_musl_log1p(double x);
double npscope_musl_pow(double x, double y);
double npscope_musl_erfc(double x);
double npscope_musl_lgamma_r(double x, int* sign);
}

namespace npscope::math {

[[nodiscard]] inline double exp(double x) { return npscope_musl_exp(x); }
/// exp(x) - 1 without loss near 0.
[[nodiscard]] inline double expm1(double x) { return npscope_musl_expm1(x); }
[[nodiscard]] inline double log(double x) { return npscope_musl_log(x); }
/// log(1 + x) without loss near 0.
[[nodiscard]] inline double log1p(double x) { return npscope_musl_log1p(x); }
[[nodiscard]] inline double pow(double x, double y) { return npscope_musl_pow(x, y); }
/// 1 - erf(x) without loss for large x.
[[nodiscard]] inline double erfc(double x) { return npscope_musl_erfc(x); }

/// log |gamma(x)|.
[[nodiscard]] inline double lgamma(double x) {
  int sign = 0;
  return npscope_musl_lgamma_r(x, &sign);
}

}  // namespace npscope::math
