// SPDX-License-Identifier: MIT
// Sums over terms are integers, so that their numbering cannot show in the last bit.
#include "core/stats/log_odds.h"

#include <cmath>

#include "core/base/check.h"
#include "core/base/elementary.h"

namespace npscope {
namespace {

uint64_t count_of(const TermCounts::Entry& entry, TermBasis basis) {
  return basis == TermBasis::kComments ? entry.comments : entry.times;
}

}  // namespace

std::vector<TermContrast> log_odds(const TermCounts& first, const TermCounts& second, const LogOddsOptions& options) {
  NPS_CHECK(options.prior > 0 && options.prior_of_each.value_or(1) > 0);
  std::vector<TermContrast> result;
  const uint64_t n1 = count_of(first.total(), options.basis);
  const uint64_t n2 = count_of(second.total(), options.basis);
  if (n1 == 0 || n2 == 0) return result;
  const size_t terms = std::max(first.entries.size(), second.entries.size());
  uint64_t used = 0;
  for (uint32_t term = 0; term < terms; ++term) {
    used += first.of(term).comments + second.of(term).comments > 0 ? 1 : 0;
  }
  const double prior = options.prior_of_each ? *options.prior_of_each * static_cast<double>(used) : options.prior;
  const auto both = static_cast<double>(n1 + n2);
  for (uint32_t term = 0; term < terms; ++term) {
    const TermCounts::Entry one = first.of(term);
    const TermCounts::Entry two = second.of(term);
    const uint64_t comments = one.comments + two.comments;
    if (comments == 0 || comments < options.min_comments) continue;
    const uint64_t y1 = count_of(one, options.basis);
    const uint64_t y2 = count_of(two, options.basis);
    if (y1 + y2 == n1 + n2) continue;
    const double a = options.prior_of_each ? *options.prior_of_each : prior * (static_cast<double>(y1 + y2) / both);
    const double with1 = static_cast<double>(y1) + a;
    const double with2 = static_cast<double>(y2) + a;
    // What is not the term: of the counts exactly, of the prior above 0 as another term is there.
    const double without1 = static_cast<double>(n1 - y1) + (prior - a);
    const double without2 = static_cast<double>(n2 - y2) + (prior - a);
    const double delta = math::log(with1 / without1) - math::log(with2 / without2);
    result.push_back({term, one.comments, two.comments, delta, delta / std::sqrt(1 / with1 + 1 / with2)});
  }
  return result;
}

}  // namespace npscope
