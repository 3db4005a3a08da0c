// SPDX-License-Identifier: MIT
// All from the correlation matrix, so the time does not depend on the number of responses.
#include "core/stats/importance.h"

#include <array>
#include <bit>
#include <cmath>

#include "core/partial/pattern_counts.h"

namespace npscope {
namespace {

/// R squared of every subset of drivers. Counting up, a subset shares all drivers above its lowest one with the subset before it, so one
/// row of the Cholesky factor changes at a time.
std::vector<double> r_squared_of_subsets(const Correlations& pearson) {
  const size_t k = pearson.with_outcome.size();
  std::vector<double> result(size_t{1} << k, 0.0);
  constexpr size_t kMost = Pattern::kMostDrivers;
  std::array<std::array<double, kMost>, kMost> rows{};
  std::array<size_t, kMost> chosen{};
  std::array<double, kMost> projected{};
  std::array<double, kMost + 1> explained{};
  for (size_t subset = 1; subset < result.size(); ++subset) {
    const auto added = static_cast<size_t>(std::countr_zero(subset));
    const auto depth = static_cast<size_t>(std::popcount(subset >> (added + 1)));
    double left = 1;
    double target = pearson.with_outcome[added];
    for (size_t i = 0; i < depth; ++i) {
      double sum = pearson.drivers(added, chosen[i]);
      for (size_t j = 0; j < i; ++j) sum -= rows[depth][j] * rows[i][j];
      rows[depth][i] = sum / rows[i][i];
      left -= rows[depth][i] * rows[depth][i];
      target -= rows[depth][i] * projected[i];
    }
    chosen[depth] = added;
    rows[depth][depth] = std::sqrt(left);
    projected[depth] = target / rows[depth][depth];
    explained[depth + 1] = explained[depth] + projected[depth] * projected[depth];
    result[subset] = explained[depth + 1];
  }
  return result;
}

/// Mean gain of each driver over all orders: a subset of s others comes before it in s! (k - s - 1)! of k! orders.
std::vector<double> mean_gains(const std::vector<double>& r_squared, size_t k) {
  std::vector<double> weights(k);
  weights[0] = 1 / static_cast<double>(k);
  for (size_t s = 1; s < k; ++s) weights[s] = weights[s - 1] * static_cast<double>(s) / static_cast<double>(k - s);
  std::vector<double> gains(k, 0.0);
  for (size_t driver = 0; driver < k; ++driver) {
    const size_t bit = size_t{1} << driver;
    for (size_t subset = 0; subset < r_squared.size(); ++subset) {
      if ((subset & bit) != 0) continue;
      gains[driver] += weights[static_cast<size_t>(std::popcount(subset))] * (r_squared[subset | bit] - r_squared[subset]);
    }
  }
  return gains;
}

/// With R = U diag(e) U', the uncorrelated variables closest to the drivers have loadings U diag(sqrt e) U'.
std::vector<double> relative_weights(const Correlations& pearson) {
  const size_t k = pearson.with_outcome.size();
  const Eigen eigen = symmetric_eigen(pearson.drivers);
  std::vector<double> slopes(k, 0.0);
  Matrix loadings(k);
  for (size_t e = 0; e < k; ++e) {
    const double root = std::sqrt(eigen.values[e]);
    double along = 0;
    for (size_t i = 0; i < k; ++i) along += eigen.vectors(i, e) * pearson.with_outcome[i];
    for (size_t i = 0; i < k; ++i) {
      slopes[i] += eigen.vectors(i, e) * (along / root);
      for (size_t j = 0; j < k; ++j) loadings(i, j) += eigen.vectors(i, e) * root * eigen.vectors(j, e);
    }
  }
  std::vector<double> weights(k, 0.0);
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j < k; ++j) weights[i] += loadings(i, j) * loadings(i, j) * slopes[j] * slopes[j];
  }
  return weights;
}

}  // namespace

Correlations correlations(const Moments& moments) {
  const size_t k = moments.means.size();
  Correlations result{Matrix(k), std::vector<double>(k)};
  const double outcome_root = std::sqrt(moments.outcome_squares);
  for (size_t i = 0; i < k; ++i) {
    const double root = std::sqrt(moments.products(i, i));
    result.with_outcome[i] = moments.with_outcome[i] / (root * outcome_root);
    for (size_t j = 0; j < i; ++j) {
      result.drivers(i, j) = result.drivers(j, i) = moments.products(i, j) / (root * std::sqrt(moments.products(j, j)));
    }
    result.drivers(i, i) = 1;
  }
  return result;
}

Fitted<Importance> importance(const Moments& moments) {
  const size_t k = moments.means.size();
  if (moments.responses <= k + 1) return no_fit(NoFitReason::kTooFewResponses);
  Importance result;
  result.pearson = correlations(moments);
  const auto factor = cholesky(result.pearson.drivers, kLeastLeftOver);
  if (!factor) return no_fit(NoFitReason::kCollinear, factor.error());
  const Matrix inverse = factor->inverse();
  const std::vector<double> r_squared = r_squared_of_subsets(result.pearson);
  const size_t all = r_squared.size() - 1;
  result.r_squared = r_squared[all];
  result.johnson = relative_weights(result.pearson);
  result.lmg = mean_gains(r_squared, k);
  for (size_t i = 0; i < k; ++i) {
    const size_t bit = size_t{1} << i;
    result.first.push_back(r_squared[bit]);
    result.last.push_back(r_squared[all] - r_squared[all & ~bit]);
    result.inflation.push_back(inverse(i, i));
  }
  return result;
}

}  // namespace npscope
