// SPDX-License-Identifier: MIT
// Without weights the sum of squares stays in integers; with weights clusters are put in an order that owes nothing to their keys.
#include "core/stats/clustered_nps.h"

#include <algorithm>
#include <vector>

namespace npscope {
namespace {

/// sum z_g^2 for weights of 1.
double sum_of_squares(const ClusterShapes& shapes, const GroupCounts& groups) {
  const auto n = static_cast<Int128>(groups.responses());
  const Int128 sum = static_cast<Int128>(groups.promoters) - static_cast<Int128>(groups.detractors);
  Int128 squares = 0;
  Int128 products = 0;
  Int128 sizes = 0;
  for (const ClusterShapes::Entry& entry : shapes.entries) {
    const Int128 answers = entry.answers;
    squares += entry.squares;
    products += answers * (static_cast<Int128>(entry.groups.promoters) - static_cast<Int128>(entry.groups.detractors));
    sizes += answers * answers * entry.clusters;
  }
  const auto real = static_cast<double>(n);
  if (n <= Int128{1} << 31) {
    const Int128 exact = n * n * squares - 2 * sum * n * products + sum * sum * sizes;
    return static_cast<double>(exact) / (real * real) / (real * real);
  }
  const double nps = static_cast<double>(sum) / real;
  const double all =
      static_cast<double>(squares) - 2 * nps * static_cast<double>(products) + nps * nps * static_cast<double>(sizes);
  return std::max(all, 0.0) / real / real;
}

double least_effective(const ClusterShapes& shapes, double responses) {
  double sizes = 0;
  for (const ClusterShapes::Entry& entry : shapes.entries) {
    const auto answers = static_cast<double>(entry.answers);
    sizes += answers * answers * static_cast<double>(entry.clusters);
  }
  return responses / sizes * responses;
}

double bessel(uint64_t units) { return units < 2 ? 1 : static_cast<double>(units) / static_cast<double>(units - 1); }

}  // namespace

Available<DesignEstimate> clustered_nps(const ClusterShapes& shapes, double level) {
  const GroupCounts groups = shapes.groups();
  if (groups.responses() == 0) return std::unexpected(Unavailable::kNoResponses);
  DesignSums sums;
  sums.weights = real_counts(groups);
  sums.responses = groups.responses();
  sums.units = shapes.clusters();
  sums.clustered = true;
  sums.variance = bessel(sums.units) * sum_of_squares(shapes, groups);
  sums.least_effective = least_effective(shapes, sums.weights.responses());
  return design_estimate(sums, level);
}

Available<DesignEstimate> clustered_nps(const WeightedClusters& clusters, double level) {
  struct Shape {
    Uint128 weight;
    Int128 signed_weight;
    auto operator<=>(const Shape&) const = default;
  };
  std::vector<Shape> shapes;
  shapes.reserve(clusters.entries.size());
  std::array<Uint128, 3> weights{};
  DesignSums sums;
  sums.clustered = true;
  for (const WeightedClusters::Entry& entry : clusters.entries) {
    shapes.push_back({entry.weight(), entry.signed_weight()});
    for (size_t i = 0; i < weights.size(); ++i) weights[i] += entry.weights[i];
    sums.responses += entry.groups.responses();
  }
  std::ranges::sort(shapes);
  for (size_t i = 0; i < weights.size(); ++i) weights[i] += clusters.alone.groups[i].weights;
  const uint64_t alone = clusters.alone.responses().responses();
  sums.responses += alone;
  if (sums.responses == 0) return std::unexpected(Unavailable::kNoResponses);
  sums.units = shapes.size() + alone;
  sums.weights = {static_cast<double>(weights[0]), static_cast<double>(weights[1]), static_cast<double>(weights[2])};
  const double total = sums.weights.responses();
  const double nps = nps_of(sums.weights);
  double squares = 0;
  double sizes = 0;
  for (const Shape& shape : shapes) {
    const double size = static_cast<double>(shape.weight) / total;
    const double z = static_cast<double>(shape.signed_weight) / total - nps * size;
    squares += z * z;
    sizes += size * size;
  }
  for (int group = 0; group < 3; ++group) {
    const double size = static_cast<double>(clusters.alone.groups[static_cast<size_t>(group)].squares) / total / total;
    squares += size * ((group - 1) - nps) * ((group - 1) - nps);
    sizes += size;
  }
  sums.variance = bessel(sums.units) * squares;
  sums.least_effective = 1 / sizes;
  return design_estimate(sums, level);
}

}  // namespace npscope
