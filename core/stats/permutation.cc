// SPDX-License-Identifier: MIT
// Binomial coefficients up to C(300, 150) = 9.4e88 and C(10^11, 30) = 4e297 fit a double, so the sum needs no logarithms.
#include "core/stats/permutation.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace npscope {

namespace {

/// C(n, k) for k from 0 to the lesser of n and `most`.
std::vector<double> binomials(uint64_t n, uint64_t most) {
  std::vector<double> row(std::min(n, most) + 1, 1);
  for (uint64_t k = 1; k < row.size(); ++k)
    row[k] = k > n / 2 ? row[n - k] : row[k - 1] * static_cast<double>(n - k + 1) / static_cast<double>(k);
  return row;
}

bool is_permuted(uint64_t n1, uint64_t n2) {
  if (n1 == 0 || n2 == 0 || n1 > kMostPermutedBeside || n2 > kMostPermutedBeside) return false;
  return n1 + n2 <= kMostPermutedResponses || std::min(n1, n2) <= kMostPermutedOfSmaller;
}

}  // namespace

std::optional<double> permutation_p(const GroupCounts& first, const GroupCounts& second) {
  const uint64_t n1 = first.responses();
  const uint64_t n2 = second.responses();
  if (!is_permuted(n1, n2)) return std::nullopt;
  // The sum runs over what the first group may have.
  if (n1 + n2 > kMostPermutedResponses && n1 > n2) return permutation_p(second, first);
  GroupCounts all = first;
  all.merge(second);
  const auto size1 = static_cast<int64_t>(n1);
  const auto size2 = static_cast<int64_t>(n2);
  const int64_t difference = static_cast<int64_t>(all.promoters) - static_cast<int64_t>(all.detractors);
  // n1 n2 (nps1 - nps2) when the first group's promoters less detractors are `net`.
  const auto distance = [&](int64_t net) { return std::abs(net * size2 - (difference - net) * size1); };
  const int64_t observed = distance(static_cast<int64_t>(first.promoters) - static_cast<int64_t>(first.detractors));
  const std::vector<double> detractors = binomials(all.detractors, n1);
  const std::vector<double> passives = binomials(all.passives, n1);
  const std::vector<double> promoters = binomials(all.promoters, n1);
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
