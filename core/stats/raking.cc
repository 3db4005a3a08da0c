// SPDX-License-Identifier: MIT
// Works on cells: all responses of a cell share one weight, so a million of them cost no more than the number of different cells.
#include "core/stats/raking.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr double kCloseEnough = 1e-10;

using Cells = std::span<const RakingCell>;
using Margins = std::span<const std::vector<double>>;

double size_of(const RakingCell& cell) { return static_cast<double>(cell.counts.responses()); }

/// Targets that add up to the number of responses, or what is wrong with them.
std::expected<std::vector<std::vector<double>>, RakingFault> usable_targets(Cells cells, Margins targets, uint64_t responses) {
  std::vector<std::vector<double>> result(targets.begin(), targets.end());
  for (size_t margin = 0; margin < targets.size(); ++margin) {
    std::vector<uint64_t> counts(targets[margin].size());
    for (const RakingCell& cell : cells) {
      NPS_CHECK(cell.strata.size() == targets.size() && cell.strata[margin] < counts.size());
      counts[cell.strata[margin]] += cell.counts.responses();
    }
    double total = 0;
    for (size_t stratum = 0; stratum < counts.size(); ++stratum) {
      const double target = targets[margin][stratum];
      if (!(target > 0) || target - target != 0)
        return std::unexpected(RakingFault{Unavailable::kTargetNotPositive, margin, stratum});
      if (counts[stratum] == 0) return std::unexpected(RakingFault{Unavailable::kEmptyStratum, margin, stratum});
      if (counts[stratum] == 1) return std::unexpected(RakingFault{Unavailable::kOneResponse, margin, stratum});
      total += target;
    }
    for (double& target : result[margin]) target *= static_cast<double>(responses) / total;
  }
  return result;
}

/// Sum over the cells of each stratum of what `of` says of a cell.
template <class Of>
std::vector<double> stratum_sums(Cells cells, size_t margin, size_t strata, const Of& of) {
  std::vector<double> sums(strata);
  for (size_t i = 0; i < cells.size(); ++i) sums[cells[i].strata[margin]] += of(i);
  return sums;
}

/// The largest relative distance to a target before each margin was fitted.
double fit_once(Cells cells, Margins targets, std::vector<double>& weights) {
  double farthest = 0;
  for (size_t margin = 0; margin < targets.size(); ++margin) {
    const std::vector<double>& wanted = targets[margin];
    std::vector<double> current =
        stratum_sums(cells, margin, wanted.size(), [&](size_t i) { return weights[i] * size_of(cells[i]); });
    for (size_t stratum = 0; stratum < wanted.size(); ++stratum) {
      // Weights that have vanished cannot come back.
      current[stratum] = current[stratum] > 0 ? wanted[stratum] / current[stratum] : 1e300;
      farthest = std::max(farthest, std::abs(current[stratum] - 1));
    }
    for (size_t i = 0; i < cells.size(); ++i) weights[i] *= current[cells[i].strata[margin]];
  }
  return farthest;
}

/// The fitted answer of each cell: weighted least squares on the strata of all margins, by backfitting.
std::vector<double> fitted_answers(Cells cells, Margins targets, const std::vector<double>& weights) {
  std::vector<double> fitted(cells.size());
  for (int pass = 0; pass < kMostRakingPasses; ++pass) {
    double farthest = 0;
    for (size_t margin = 0; margin < targets.size(); ++margin) {
      const size_t strata = targets[margin].size();
      std::vector<double> step = stratum_sums(cells, margin, strata, [&](size_t i) {
        const double n = size_of(cells[i]);
        return n == 0 ? 0 : weights[i] * n * (nps_of(real_counts(cells[i].counts)) - fitted[i]);
      });
      const std::vector<double> sizes =
          stratum_sums(cells, margin, strata, [&](size_t i) { return weights[i] * size_of(cells[i]); });
      for (size_t stratum = 0; stratum < strata; ++stratum) {
        step[stratum] /= sizes[stratum];
        farthest = std::max(farthest, std::abs(step[stratum]));
      }
      for (size_t i = 0; i < cells.size(); ++i) fitted[i] += step[cells[i].strata[margin]];
    }
    if (farthest < 1e-13 || targets.size() == 1) break;
  }
  return fitted;
}

Raked estimated(Cells cells, Margins targets, std::vector<double> weights, uint64_t responses, double level) {
  const std::vector<double> fitted = fitted_answers(cells, targets, weights);
  const auto n = static_cast<double>(responses);
  DesignSums sums;
  sums.responses = responses;
  sums.units = responses;
  Raked result;
  result.least_weight = 1e300;
  result.largest_weight = 0;
  double total = 0;
  double squares = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    const RealCounts counts = real_counts(cells[i].counts);
    if (counts.responses() == 0) {
      weights[i] = 0;
      continue;
    }
    const double w = weights[i];
    sums.weights.detractors += w * counts.detractors;
    sums.weights.passives += w * counts.passives;
    sums.weights.promoters += w * counts.promoters;
    total += w * counts.responses();
    squares += w * w * counts.responses();
    const double low = -1 - fitted[i];
    const double high = 1 - fitted[i];
    sums.variance +=
        w * w * (counts.detractors * low * low + counts.passives * fitted[i] * fitted[i] + counts.promoters * high * high);
    result.least_weight = std::min(result.least_weight, w);
    result.largest_weight = std::max(result.largest_weight, w);
  }
  sums.variance *= n / (n - 1) / total / total;
  sums.least_effective = total / squares * total;
  result.kish_responses = std::min(sums.least_effective, n);
  result.estimate = design_estimate(sums, level);
  result.weights = std::move(weights);
  return result;
}

}  // namespace

std::expected<Raked, RakingFault> rake(Cells cells, Margins targets, double level) {
  uint64_t responses = 0;
  for (const RakingCell& cell : cells) responses += cell.counts.responses();
  if (responses == 0) return std::unexpected(RakingFault{Unavailable::kNoResponses});
  if (responses == 1) return std::unexpected(RakingFault{Unavailable::kOneResponse});
  const auto usable = usable_targets(cells, targets, responses);
  if (!usable) return std::unexpected(usable.error());
  std::vector<double> weights(cells.size(), 1);
  int passes = 0;
  while (passes < kMostRakingPasses) {
    ++passes;
    const double farthest = fit_once(cells, *usable, weights);
    if (farthest <= kCloseEnough || usable->size() <= 1) {
      Raked result = estimated(cells, *usable, std::move(weights), responses, level);
      result.passes = passes;
      return result;
    }
  }
  return std::unexpected(RakingFault{Unavailable::kNotConverged});
}

std::expected<Raked, RakingFault> post_stratify(std::span<const GroupCounts> strata, std::span<const double> targets,
                                                double level) {
  NPS_CHECK(strata.size() == targets.size());
  std::vector<RakingCell> cells(strata.size());
  for (size_t i = 0; i < strata.size(); ++i) cells[i] = {strata[i], {i}};
  const std::vector<std::vector<double>> margins = {std::vector<double>(targets.begin(), targets.end())};
  return rake(cells, margins, level);
}

}  // namespace npscope
