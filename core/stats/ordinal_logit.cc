// SPDX-License-Identifier: MIT
// A fit of a part of many cases gives the start for all of them, so most passes are short; where the fit ends does not depend on it.
#include "core/stats/ordinal_logit.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/stats/distributions.h"
#include "core/stats/importance.h"
#include "core/stats/ordinal_newton.h"

namespace npscope {
namespace {

constexpr size_t kMany = 65'536;

/// In units of a standard error the estimates are this near, squared; and how near a likelihood ratio is, as a share of it, before the
/// rest is estimated. Standard errors of many responses are small.
double estimate_tolerance(const OrdinalCases& cases) { return cases.entries.size() >= kMany ? 1e-12 : 1e-16; }
double ratio_tolerance(const OrdinalCases& cases) { return cases.entries.size() >= kMany ? 1e-4 : 1e-9; }

std::optional<NoFit> obstacle(const OrdinalCases& cases, const Moments& sums) {
  if (cases.classes < 2) return NoFit{NoFitReason::kOneClass};
  if (cases.responses <= cases.drivers + cases.classes - 1) return NoFit{NoFitReason::kTooFewResponses};
  const auto factor = cholesky(correlations(sums).drivers, kLeastLeftOver);
  if (!factor) return NoFit{NoFitReason::kCollinear, factor.error()};
  return std::nullopt;
}

/// From every 16th of many cases, else from the null model.
OrdinalParameters start_of(const OrdinalCases& cases) {
  constexpr size_t kPart = 16;
  if (cases.entries.size() >= kMany) {
    const OrdinalCases sample = thinned(cases, kPart);
    const auto optimum = greatest_likelihood(sample, {null_parameters(sample)}, 1e-4);
    if (optimum) return optimum->parameters;
  }
  return null_parameters(cases);
}

std::vector<Coefficient> coefficients(const OrdinalParameters& parameters, const Matrix& covariance) {
  std::vector<Coefficient> result;
  result.reserve(parameters.size());
  for (const double threshold : parameters.thresholds) result.push_back({threshold});
  for (const double slope : parameters.slopes) result.push_back({slope});
  for (size_t i = 0; i < result.size(); ++i) {
    result[i].model_error = std::sqrt(covariance(i, i));
    result[i].p = normal_two_sided(result[i].estimate / result[i].model_error);
  }
  return result;
}

/// Replaces the p values where there are accounts.
Fitted<uint64_t> add_account_errors(const CompleteCases& all, const OrdinalCases& cases, const OrdinalParameters& parameters,
                                    const Matrix& covariance, std::vector<Coefficient>& coefficients) {
  if (all.entries.back().account == 0) return no_fit(NoFitReason::kNoAccounts);
  const AccountScores scores = account_scores(cases, parameters, all.entries);
  if (scores.accounts < 2) return no_fit(NoFitReason::kOneAccount);
  const auto accounts = static_cast<double>(scores.accounts);
  const Matrix robust = congruent(covariance, scores.outer);
  for (size_t i = 0; i < coefficients.size(); ++i) {
    Coefficient& one = coefficients[i];
    one.account_error = std::sqrt(std::max(robust(i, i), 0.0) * (accounts / (accounts - 1)));
    one.p = *one.account_error > 0 ? student_two_sided(one.estimate / *one.account_error, accounts - 1) : 1;
  }
  return scores.accounts;
}

Fitted<ProportionalityCheck> check(const OrdinalCases& cases, const OrdinalOptimum& optimum, const OrdinalInformation& sums,
                                   size_t driver) {
  OrdinalStart start{optimum.parameters, optimum.evaluation, std::nullopt};
  start.parameters.free_driver = driver;
  start.evaluation->gradient.push_back(free_gradient(cases, start.parameters, sums));
  start.information = information_matrix(cases, start.parameters, sums);
  const double element = start.evaluation->gradient.back();
  const double scale = element * element / (*start.information)(optimum.parameters.size(), optimum.parameters.size());
  const auto freed = greatest_likelihood(cases, std::move(start), ratio_tolerance(cases) * (1 + scale));
  if (!freed) return std::unexpected(freed.error());
  const double gain = freed->evaluation.log_likelihood - optimum.evaluation.log_likelihood;
  const double ratio = std::max(2 * gain + freed->left, 0.0);
  return ProportionalityCheck{ratio, chi_square_upper(ratio, 1), freed->parameters.free_slope};
}

}  // namespace

Fitted<OrdinalLogit> ordinal_logit(const CompleteCases& cases, const Moments& sums, OrdinalScale scale,
                                   bool check_proportionality) {
  const OrdinalCases sorted = ordinal_cases(cases, scale);
  if (const auto found = obstacle(sorted, sums)) return std::unexpected(*found);
  const auto optimum = greatest_likelihood(sorted, {start_of(sorted)}, estimate_tolerance(sorted));
  if (!optimum) return std::unexpected(optimum.error());
  const OrdinalInformation there = information(sorted, optimum->parameters);
  const auto factor = cholesky(information_matrix(sorted, optimum->parameters, there));
  if (!factor) return no_fit(NoFitReason::kSeparation);
  const Matrix covariance = factor->inverse();

  OrdinalLogit result;
  std::vector<Coefficient> all = coefficients(optimum->parameters, covariance);
  result.accounts = add_account_errors(cases, sorted, optimum->parameters, covariance, all);
  const auto slopes = all.begin() + static_cast<ptrdiff_t>(sorted.classes - 1);
  result.thresholds.assign(all.begin(), slopes);
  result.slopes.assign(slopes, all.end());
  result.log_likelihood = optimum->evaluation.log_likelihood;
  result.null_log_likelihood = null_log_likelihood(sorted);
  result.responses = cases.responses;
  const uint64_t fewest =
      *std::min_element(sorted.responses_of.begin(), sorted.responses_of.begin() + static_cast<ptrdiff_t>(sorted.classes));
  result.events_per_driver = static_cast<double>(fewest) / static_cast<double>(cases.drivers);
  if (check_proportionality && sorted.classes == 3) {
    for (size_t i = 0; i < cases.drivers; ++i) result.proportionality.push_back(check(sorted, *optimum, there, i));
  }
  return result;
}

}  // namespace npscope
