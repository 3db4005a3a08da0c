// SPDX-License-Identifier: MIT
// All statistics of drivers from one partial: what each rating goes with by itself, and what with the others held.
//
// Everything is an association among those who answered. A driver that no model can use is left out of the models with its reason,
// and the others go on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/stats/driver_bands.h"
#include "core/stats/importance.h"
#include "core/stats/importance_map.h"
#include "core/stats/joint_counts.h"
#include "core/stats/ordinal_logit.h"
#include "core/stats/penalty_reward.h"

namespace npscope {

struct DriverQuestion {
  /// One for each driver, in the order of the patterns.
  std::vector<Bands> bands;
  IntervalMethod method = IntervalMethod::kScore;
  double level = 0.95;
  bool check_proportionality = true;
  /// The outcome is the group although the scores are known: coefficients times 100 are points of the NPS.
  bool by_group = false;
  /// The two ordinary logits are wanted: what to show where odds are not proportional.
  bool binary = false;
};

struct DriverSummary {
  DriverBands bands;
  std::optional<RankCorrelation> ranks;
  uint64_t rated = 0;
  uint64_t missing = 0;
  /// Why the models go without it: kConstantDriver, kMostlyMissing, kCollinear.
  std::optional<NoFitReason> left_out;
};

struct DriverAnswer {
  std::vector<DriverSummary> drivers;
  /// The drivers in the models; the elements of all models are in this order.
  std::vector<size_t> modelled;
  /// kGroup when asked for, or when of some responses only the group is known.
  Outcome outcome = Outcome::kScore;
  /// Responses with and without values of all modelled drivers: the models leave the latter out.
  uint64_t complete = 0;
  uint64_t incomplete = 0;
  Fitted<Importance> importance = no_fit(NoFitReason::kNoResponses);
  std::optional<ImportanceMap> map;
  Fitted<PenaltyRewards> contrasts = no_fit(NoFitReason::kNoResponses);
  /// Of the three groups.
  Fitted<OrdinalLogit> logit = no_fit(NoFitReason::kNoResponses);
  /// Promoters against all others, and all others against detractors, when asked for.
  std::optional<Fitted<OrdinalLogit>> promoters;
  std::optional<Fitted<OrdinalLogit>> non_detractors;
};

/// REQUIRES: question.bands.size() <= Pattern::kMostDrivers, 0 < question.level < 1.
[[nodiscard]] DriverAnswer analyse_drivers(const PatternCounts& patterns, const DriverQuestion& question);

}  // namespace npscope
