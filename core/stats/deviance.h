// SPDX-License-Identifier: MIT
// The two terms of Loader's saddle-point form of binomial and gamma densities: no cancellation, however large the counts are.
//
// C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), as in R's stirlerr() and bd0().
#pragma once

namespace npscope {

/// log(n!) - log(sqrt(2 pi n) (n/e)^n), absolute error below 2e-15. REQUIRES: n > 0.
[[nodiscard]] double stirling_error(double n);

/// x log(x/m) + m - x, never below 0. REQUIRES: x >= 0, m > 0.
[[nodiscard]] double deviance(double x, double m);

/// x^a e^-x / gamma(a + 1). REQUIRES: a > 0, x > 0.
[[nodiscard]] double poisson_term(double a, double x);

/// gamma(a + b + 1) / (gamma(a + 1) gamma(b + 1)) x^a y^b. REQUIRES: a, b, x, y > 0 and x + y = 1.
[[nodiscard]] double binomial_term(double a, double b, double x, double y);

}  // namespace npscope
