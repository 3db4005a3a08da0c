// SPDX-License-Identifier: MIT
// The regularised incomplete gamma and beta functions, both tails at once so that neither loses digits to 1 - x.
//
// Series and continued fractions of the NIST Digital Library of Mathematical Functions (8.11.4, 8.9.2, 8.17.22), fronted by
// Loader's terms. Relative error of the smaller tail below 1e-13 for parameters up to 1e3 and 1e-12 up to 1e6; the work grows
// with the root of the parameters.
#pragma once

namespace npscope {

/// Shares of probability at or below a point and above it; they add up to 1.
struct Tails {
  double lower = 0;
  double upper = 1;
};

/// P(a, x) and Q(a, x). REQUIRES: a > 0, x >= 0.
[[nodiscard]] Tails incomplete_gamma(double a, double x);

/// I_x(a, b) and I_y(b, a). REQUIRES: a > 0, b > 0, x >= 0, y >= 0, and y = 1 - x as exactly as the caller knows it.
[[nodiscard]] Tails incomplete_beta(double a, double b, double x, double y);

}  // namespace npscope
