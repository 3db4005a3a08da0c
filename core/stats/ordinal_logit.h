// SPDX-License-Identifier: MIT
// Proportional-odds logit of the groups on driver ratings, with errors that allow for several answers of one account, and a check of the
// assumption that each driver moves all thresholds alike.
//
// log odds of "class c or below" = threshold_c - slopes . ratings, so exp(slope) is the ratio of the odds of a higher class for one point
// more of that driver, the others being equal: an association, no effect (statistics 3.2).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/stats/complete_cases.h"
#include "core/stats/no_fit.h"
#include "core/stats/ordinal_cases.h"

namespace npscope {

struct Coefficient {
  double estimate = 0;
  /// From the information matrix: right when responses are independent.
  double model_error = 0;
  /// From the scores of accounts, times sqrt(G / (G - 1)) for G accounts.
  std::optional<double> account_error = std::nullopt;
  /// Two-sided, of "it is 0": Student's with G - 1 degrees where there are account errors, else normal.
  double p = 1;
};

/// Does a slope of its own for the second threshold fit better? Likelihood ratio with one degree of freedom.
struct ProportionalityCheck {
  double likelihood_ratio = 0;
  double p = 1;
  /// By how much the slope at the second threshold is larger.
  double difference = 0;
};

struct OrdinalLogit {
  std::vector<Coefficient> thresholds;
  std::vector<Coefficient> slopes;
  double log_likelihood = 0;
  /// Of the model without drivers.
  double null_log_likelihood = 0;
  uint64_t responses = 0;
  /// Responses of the smallest class for each driver: below kFewEvents the slopes are rough.
  double events_per_driver = 0;
  /// Accounts behind the account errors (a response without account is one of its own), or why there are none. Below kFewAccounts the
  /// account errors are rough.
  Fitted<uint64_t> accounts = no_fit(NoFitReason::kNoAccounts);
  /// One for each driver when asked for and there are three classes, else none.
  std::vector<Fitted<ProportionalityCheck>> proportionality;
};

inline constexpr double kFewEvents = 10;
inline constexpr uint64_t kFewAccounts = 10;

/// `sums`: moments of these cases, with either outcome. Fails with kOneClass, kTooFewResponses, kCollinear, kSeparation,
/// kNotConverged. With two classes it is the ordinary logit. For kScores the cases must have been chosen with Outcome::kScore.
[[nodiscard]] Fitted<OrdinalLogit> ordinal_logit(const CompleteCases& cases, const Moments& sums, OrdinalScale scale,
                                                 bool check_proportionality);

}  // namespace npscope
