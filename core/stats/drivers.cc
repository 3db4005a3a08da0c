// SPDX-License-Identifier: MIT
// Drivers are taken out one by one until the correlation matrix has an inverse; then every model sees the same responses.
#include "core/stats/drivers.h"

#include "core/base/check.h"

namespace npscope {
namespace {

bool has_groups_only(const std::vector<JointCounts>& joints) {
  // Every response is in each of the tables.
  for (const auto& row : joints.front().counts) {
    for (unsigned answer = Pattern::kGroupOnly; answer < Pattern::kAnswers; ++answer) {
      if (row[answer] > 0) return true;
    }
  }
  return false;
}

std::optional<NoFitReason> unusable(const JointCounts& joint) {
  int values = 0;
  for (unsigned value = 0; value <= Pattern::kMostValue; ++value) values += joint.groups(value).responses() > 0 ? 1 : 0;
  if (joint.missing() > joint.responses()) return NoFitReason::kMostlyMissing;
  if (values < 2) return NoFitReason::kConstantDriver;
  return std::nullopt;
}

struct Chosen {
  CompleteCases cases;
  Fitted<Moments> sums = no_fit(NoFitReason::kNoDrivers);
  Fitted<Importance> importance = no_fit(NoFitReason::kNoDrivers);
};

Chosen choose(const PatternCounts& patterns, DriverAnswer& answer) {
  while (true) {
    Chosen chosen{complete_cases(patterns, answer.modelled, answer.outcome)};
    chosen.sums = moments(chosen.cases, answer.outcome);
    chosen.importance = chosen.sums ? importance(*chosen.sums) : Fitted<Importance>(std::unexpected(chosen.sums.error()));
    if (chosen.importance || !chosen.importance.error().driver) return chosen;
    const auto at = answer.modelled.begin() + static_cast<ptrdiff_t>(*chosen.importance.error().driver);
    answer.drivers[*at].left_out = chosen.importance.error().reason;
    answer.modelled.erase(at);
  }
}

Fitted<OrdinalLogit> fit(const Chosen& chosen, OrdinalScale scale, bool check_proportionality) {
  if (!chosen.sums) return std::unexpected(chosen.sums.error());
  return ordinal_logit(chosen.cases, *chosen.sums, scale, check_proportionality);
}

}  // namespace

DriverAnswer analyse_drivers(const PatternCounts& patterns, const DriverQuestion& question) {
  NPS_CHECK(question.bands.size() <= Pattern::kMostDrivers);
  DriverAnswer answer;
  const std::vector<JointCounts> joints = joint_counts(patterns, question.bands.size());
  for (size_t i = 0; i < joints.size(); ++i) {
    answer.drivers.push_back({driver_bands(joints[i], question.bands[i], question.method, question.level),
                              rank_correlation(joints[i]), joints[i].responses(), joints[i].missing(), unusable(joints[i])});
    if (!answer.drivers[i].left_out) answer.modelled.push_back(i);
  }
  if (question.by_group || (!joints.empty() && has_groups_only(joints))) answer.outcome = Outcome::kGroup;

  const Chosen chosen = choose(patterns, answer);
  answer.complete = chosen.cases.responses;
  answer.incomplete = chosen.cases.incomplete;
  answer.importance = chosen.importance;
  std::vector<Bands> bands;
  std::vector<JointCounts> modelled;
  for (const size_t driver : answer.modelled) {
    bands.push_back(question.bands[driver]);
    modelled.push_back(joints[driver]);
  }
  if (answer.importance) answer.map = importance_map(modelled, bands, *answer.importance);
  answer.contrasts = penalty_reward(chosen.cases, bands, answer.outcome);
  answer.logit = fit(chosen, OrdinalScale::kGroups, question.check_proportionality);
  if (question.binary) {
    answer.promoters = fit(chosen, OrdinalScale::kPromoters, false);
    answer.non_detractors = fit(chosen, OrdinalScale::kDetractors, false);
  }
  return answer;
}

}  // namespace npscope
