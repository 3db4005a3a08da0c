// SPDX-License-Identifier: MIT
// Small matrices whose factors and eigenvalues are known by hand, and random ones put together again from their parts.
#include "core/stats/matrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace npscope {
namespace {

Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) {
  Matrix result(rows.size());
  size_t i = 0;
  for (const auto& row : rows) {
    size_t j = 0;
    for (const double cell : row) result(i, j++) = cell;
    ++i;
  }
  return result;
}

TEST(Matrix, CholeskyOfAnExampleByHand) {
  const auto factor = cholesky(matrix({{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}}));
  ASSERT_TRUE(factor);
  EXPECT_EQ(factor->lower, matrix({{2, 0, 0}, {6, 1, 0}, {-8, 5, 3}}));
  // 4x + 12y - 16z = -20 and so on, at (1, 2, 3).
  EXPECT_EQ(factor->solve(std::vector<double>{-20, -43, 192}), (std::vector<double>{1, 2, 3}));
}

TEST(Matrix, CholeskyNamesTheFirstColumnThatTheOthersDetermine) {
  // The third is the sum of the first two.
  EXPECT_EQ(cholesky(matrix({{2, 1, 3, 0}, {1, 2, 3, 0}, {3, 3, 6, 0}, {0, 0, 0, 1}})).error(), 2U);
  EXPECT_EQ(cholesky(matrix({{1, 0}, {0, 0}})).error(), 1U);
  EXPECT_EQ(cholesky(matrix({{1, 2}, {2, 1}})).error(), 1U);
  EXPECT_EQ(cholesky(matrix({{NAN}})).error(), 0U);
}

TEST(Matrix, EigenvaluesOfAnExampleByHand) {
  Eigen eigen = symmetric_eigen(matrix({{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}}));
  std::ranges::sort(eigen.values);
  EXPECT_NEAR(eigen.values[0], 2 - std::sqrt(2.0), 1e-15);
  EXPECT_NEAR(eigen.values[1], 2, 1e-15);
  EXPECT_NEAR(eigen.values[2], 2 + std::sqrt(2.0), 1e-15);
}

TEST(Matrix, RandomOnesComeTogetherAgain) {
  std::mt19937 random(71);
  std::uniform_real_distribution<double> uniform(-1, 1);
  for (size_t size = 1; size <= 15; ++size) {
    Matrix root(size);
    for (size_t i = 0; i < size; ++i) {
      for (size_t j = 0; j < size; ++j) root(i, j) = uniform(random);
    }
    Matrix unit(size);
    for (size_t i = 0; i < size; ++i) unit(i, i) = 1;
    const Matrix a = congruent(root, unit);
    const auto factor = cholesky(a);
    ASSERT_TRUE(factor);
    const Eigen eigen = symmetric_eigen(a);
    Matrix diagonal(size);
    for (size_t i = 0; i < size; ++i) diagonal(i, i) = eigen.values[i];
    const Matrix from_factor = congruent(factor->lower, unit);
    const Matrix from_eigen = congruent(eigen.vectors, diagonal);
    const Matrix lengths = congruent(eigen.vectors, unit);
    const Matrix inverse = factor->inverse();
    for (size_t i = 0; i < size; ++i) {
      for (size_t j = 0; j < size; ++j) {
        EXPECT_NEAR(from_factor(i, j), a(i, j), 1e-13);
        EXPECT_NEAR(from_eigen(i, j), a(i, j), 1e-13);
        EXPECT_NEAR(lengths(i, j), unit(i, j), 1e-13);
        double product = 0;
        for (size_t k = 0; k < size; ++k) product += a(i, k) * inverse(k, j);
        EXPECT_NEAR(product, unit(i, j), 1e-8);
      }
    }
  }
}

}  // namespace
}  // namespace npscope
