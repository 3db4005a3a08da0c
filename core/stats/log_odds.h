// SPDX-License-Identifier: MIT
// Which terms one group writes more than another: log-odds with an informative Dirichlet prior, after Monroe, Colaresi and Quinn,
// "Fightin' Words", Political Analysis 16 (2008), equations 15 and 19 to 22 (statistics 4.1).
//
//   delta = ln((y1 + a) / (n1 + a0 - y1 - a)) - ln((y2 + a) / (n2 + a0 - y2 - a)),  z = delta / sqrt(1/(y1 + a) + 1/(y2 + a))
//
// y: the term's count in a group, n: the sum over all terms; a: its share in both groups together times a0. The z ranks; words of one
// comment depend on each other, so it is no test of one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/partial/term_counts.h"

namespace npscope {

/// What y counts.
enum class TermBasis : uint8_t {
  /// Comments with the term: one person who writes a word ten times is one.
  kComments,
  kTokens,
};

struct LogOddsOptions {
  TermBasis basis = TermBasis::kComments;
  /// a0: the weight of the prior in tokens, 100 to 1000 in the literature. REQUIRES: > 0.
  double prior = 100;
  /// Every term with a number has this a instead, as with an uninformative prior. REQUIRES: > 0.
  std::optional<double> prior_of_each = std::nullopt;
  /// A term in fewer comments of both groups together is not reported; it counts for n and a0 all the same.
  uint64_t min_comments = 5;
};

struct TermContrast {
  uint32_t term = 0;
  /// Comments with the term in the first and in the second group.
  uint64_t first = 0;
  uint64_t second = 0;
  /// Above 0: the first group writes it more.
  double delta = 0;
  double z = 0;
};

/// By term. Empty when a group has no terms. A term that is all there is has nothing to be compared with and is left out.
[[nodiscard]] std::vector<TermContrast> log_odds(const TermCounts& first, const TermCounts& second,
                                                 const LogOddsOptions& options = {});

/// What the first group writes more comes first, then what the second does; `before(a, b)` orders terms of equal z and must not depend on
/// their numbers, which shards give in the order of what they read.
template <class Before>
void rank_terms(std::vector<TermContrast>& contrasts, Before&& before) {
  std::ranges::sort(
      contrasts, [&](const TermContrast& a, const TermContrast& b) { return a.z != b.z ? a.z > b.z : before(a.term, b.term); });
}

}  // namespace npscope
