// SPDX-License-Identifier: MIT
// Textbook loops (Golub and Van Loan, Matrix Computations, 4.2 and 8.5).
#include "core/stats/matrix.h"

#include <cmath>

namespace npscope {
namespace {

/// Turns the plane of p and q so that a(p, q) becomes 0.
void rotate(Matrix& a, Matrix& vectors, size_t p, size_t q) {
  if (a(p, q) == 0) return;
  const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double root = std::sqrt(theta * theta + 1);
  const double t = theta >= 0 ? 1 / (theta + root) : 1 / (theta - root);
  const double c = 1 / std::sqrt(t * t + 1);
  const double s = t * c;
  const size_t n = a.size();
  for (size_t i = 0; i < n; ++i) {
    const double ip = a(i, p);
    const double iq = a(i, q);
    a(i, p) = c * ip - s * iq;
    a(i, q) = s * ip + c * iq;
  }
  for (size_t i = 0; i < n; ++i) {
    const double pi = a(p, i);
    const double qi = a(q, i);
    a(p, i) = c * pi - s * qi;
    a(q, i) = s * pi + c * qi;
    const double vp = vectors(i, p);
    const double vq = vectors(i, q);
    vectors(i, p) = c * vp - s * vq;
    vectors(i, q) = s * vp + c * vq;
  }
}

}  // namespace

std::expected<Cholesky, size_t> cholesky(const Matrix& a, double tolerance) {
  const size_t n = a.size();
  Cholesky result{Matrix(n)};
  Matrix& lower = result.lower;
  for (size_t j = 0; j < n; ++j) {
    double left = a(j, j);
    for (size_t k = 0; k < j; ++k) left -= lower(j, k) * lower(j, k);
    // Written so that a NaN fails too.
    if (!(left > tolerance * a(j, j)) || !(left > 0)) return std::unexpected(j);
    const double pivot = std::sqrt(left);
    lower(j, j) = pivot;
    for (size_t i = j + 1; i < n; ++i) {
      double sum = a(i, j);
      for (size_t k = 0; k < j; ++k) sum -= lower(i, k) * lower(j, k);
      lower(i, j) = sum / pivot;
    }
  }
  return result;
}

std::vector<double> Cholesky::solve(std::span<const double> b) const {
  const size_t n = lower.size();
  std::vector<double> x(b.begin(), b.end());
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < i; ++k) x[i] -= lower(i, k) * x[k];
    x[i] /= lower(i, i);
  }
  for (size_t i = n; i-- > 0;) {
    for (size_t k = i + 1; k < n; ++k) x[i] -= lower(k, i) * x[k];
    x[i] /= lower(i, i);
  }
  return x;
}

Matrix Cholesky::inverse() const {
  const size_t n = lower.size();
  Matrix result(n);
  std::vector<double> unit(n, 0.0);
  for (size_t j = 0; j < n; ++j) {
    unit[j] = 1;
    const std::vector<double> column = solve(unit);
    unit[j] = 0;
    for (size_t i = 0; i < n; ++i) result(i, j) = column[i];
  }
  return result;
}

Eigen symmetric_eigen(Matrix a) {
  constexpr int kMostSweeps = 60;
  const size_t n = a.size();
  Matrix vectors(n);
  double whole = 0;
  for (size_t i = 0; i < n; ++i) {
    vectors(i, i) = 1;
    for (size_t j = 0; j < n; ++j) whole += a(i, j) * a(i, j);
  }
  for (int sweep = 0; sweep < kMostSweeps; ++sweep) {
    double off = 0;
    for (size_t p = 0; p < n; ++p) {
      for (size_t q = p + 1; q < n; ++q) off += a(p, q) * a(p, q);
    }
    if (off <= 1e-34 * whole) break;
    for (size_t p = 0; p < n; ++p) {
      for (size_t q = p + 1; q < n; ++q) rotate(a, vectors, p, q);
    }
  }
  Eigen result{std::vector<double>(n), std::move(vectors)};
  for (size_t i = 0; i < n; ++i) result.values[i] = a(i, i);
  return result;
}

Matrix congruent(const Matrix& b, const Matrix& a) {
  const size_t n = a.size();
  Matrix half(n);
  Matrix result(n);
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      for (size_t k = 0; k < n; ++k) half(i, j) += b(i, k) * a(k, j);
    }
  }
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j < n; ++j) {
      for (size_t k = 0; k < n; ++k) result(i, j) += half(i, k) * b(j, k);
    }
  }
  return result;
}

}  // namespace npscope
