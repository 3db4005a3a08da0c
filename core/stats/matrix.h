// SPDX-License-Identifier: MIT
// Small dense linear algebra for symmetric matrices: Cholesky factors and, by Jacobi's rotations, eigenvectors.
//
// Every loop runs in one fixed order and calls nothing but + - * / sqrt, so every build gives the same bits. Meant for sizes below 100.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <vector>

namespace npscope {

/// Square, row by row.
class Matrix {
 public:
  explicit Matrix(size_t size = 0) : size_(size), cells_(size * size, 0.0) {}

  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] double& operator()(size_t row, size_t column) { return cells_[row * size_ + column]; }
  [[nodiscard]] double operator()(size_t row, size_t column) const { return cells_[row * size_ + column]; }

  bool operator==(const Matrix&) const = default;

 private:
  size_t size_;
  std::vector<double> cells_;
};

/// A = L L', L lower triangular.
struct Cholesky {
  Matrix lower;

  /// The x with A x = b.
  [[nodiscard]] std::vector<double> solve(std::span<const double> b) const;
  [[nodiscard]] Matrix inverse() const;
};

/// Only the lower half of `a` is read. What fails is the first column that the columns before it determine: what they leave of its
/// square is at most `tolerance` times it, or is no number.
[[nodiscard]] std::expected<Cholesky, size_t> cholesky(const Matrix& a, double tolerance = 1e-12);

/// A = V diag(values) V'; column j of `vectors` belongs to values[j]. In the order in which the rotations leave them.
struct Eigen {
  std::vector<double> values;
  Matrix vectors;
};

/// Cyclic Jacobi rotations. REQUIRES: `a` symmetric and finite.
[[nodiscard]] Eigen symmetric_eigen(Matrix a);

/// B A B' for square matrices of one size.
[[nodiscard]] Matrix congruent(const Matrix& b, const Matrix& a);

}  // namespace npscope
