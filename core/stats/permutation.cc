// SPDX-License-Identifier: MIT
// Binomial coefficients up to C(300, 150) = 9.4e88 fit a double, so the sum needs no logarithms.
#include "core/stats/permutation.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace npscope {

namespace {

/// C(n, k) for k from 0 to n.
std::vector<double> binomials(uint64_t n) {
  std::vector<double> row(n + 1, 1);
  for (uint64_t k = 1; k <= n / 2; ++k) {
    row[k] = row[k - 1] * static_cast<double>(n - k + 1) / static_cast<double>(k);
    row[n - k] = row[k];
  }
  return row;
}

}  // namespace

std::optional<double> permutation_p(const GroupCounts& first, const GroupCounts& second) {
  const uint64_t n1 = first.responses();
  const uint64_t n2 = second.responses();
  if (n1 == 0 || n2 == 0 || n1 > kMostPermutedResponses || n2 > kMostPermutedResponses - n1) return std::nullopt;
  GroupCounts all = first;
  all.merge(second);
  const auto size1 = static_cast<int64_t>(n1);
  const auto size2 = static_cast<int64_t>(n2);
  const int64_t difference = static_cast<int64_t>(all.promoters) - static_cast<int64_t>(all.detractors);
  // n1 n2 (nps1 - nps2) when the first group's promoters less detractors are `net`.
  const auto distance = [&](int64_t net) { return std::abs(net * size2 - (difference - net) * size1); };
  const int64_t observed = distance(static_cast<int64_t>(first.promoters) - static_cast<int64_t>(first.detractors));
  const std::vector<double> detractors = binomials(all.detractors);
  const std::vector<double> passives = binomials(all.passives);
  const std::vector<double> promoters = binomials(all.promoters);
  double extreme = 0;
  double whole = 0;
  for (uint64_t d = 0; d <= std::min(all.detractors, n1); ++d) {
    for (uint64_t p = 0; p <= std::min(all.promoters, n1 - d); ++p) {
      const uint64_t s = n1 - d - p;
      if (s > all.passives) continue;
      const double ways = detractors[d] * passives[s] * promoters[p];
      whole += ways;
      if (distance(static_cast<int64_t>(p) - static_cast<int64_t>(d)) >= observed) extreme += ways;
    }
  }
  return std::min(extreme / whole, 1.0);
}

}  // namespace npscope
