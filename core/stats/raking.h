// SPDX-License-Identifier: MIT
// Post-stratification and raking: responses are weighted so that the shares of regions, plans, … are those of the population.
//
// Raking is iterative proportional fitting: the weights of a stratum are multiplied by target / current, margin after margin, until every
// current share is within 1e-10 of its target (Deming and Stephan 1940; survey::rake). Post-stratification is raking to one margin and
// needs no iteration. Variance: linearised with the residuals of the answers after their regression on the margins, n/(n - 1) sum
// (w e / sum w)^2, as survey::postStratify and rake have it (statistics 2); for one margin it is n/(n - 1) sum W_h^2 sigma_h^2 / n_h.
// Targets are on any scale: counts or shares. NPS in [-1, 1].
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "core/partial/score_counts.h"
#include "core/stats/design_estimate.h"

namespace npscope {

/// Responses that are in the same stratum of every margin.
struct RakingCell {
  GroupCounts counts;
  /// The stratum in each margin, from 0.
  std::vector<size_t> strata;
};

struct RakingFault {
  Unavailable reason = Unavailable::kNoResponses;
  /// Where it is, for kEmptyStratum, kOneResponse and kTargetNotPositive.
  size_t margin = 0;
  size_t stratum = 0;
};

struct Raked {
  DesignEstimate estimate;
  /// The weight of a response in each cell, 1 on the average of all responses; 0 for a cell without any.
  std::vector<double> weights;
  double least_weight = 1;
  double largest_weight = 1;
  /// (sum w)^2 / sum w^2.
  double kish_responses = 0;
  /// Passes over all margins.
  int passes = 0;
};

/// After so many passes without reaching the targets, the margins are taken to contradict each other.
inline constexpr int kMostRakingPasses = 1000;

/// `targets[margin][stratum]` above 0. Refused: a stratum with fewer than two responses (collapse it), a target that is not above 0, margins
/// that cannot be reached. Sums run in the order of the cells. REQUIRES: each cell has a stratum for each margin, 0 < level < 1.
[[nodiscard]] std::expected<Raked, RakingFault> rake(std::span<const RakingCell> cells,
                                                     std::span<const std::vector<double>> targets, double level);

/// One stratum after the other with its share of the population. REQUIRES: as many targets as strata.
[[nodiscard]] std::expected<Raked, RakingFault> post_stratify(std::span<const GroupCounts> strata,
                                                              std::span<const double> targets, double level);

}  // namespace npscope
