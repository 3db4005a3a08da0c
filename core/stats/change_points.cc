// SPDX-License-Identifier: MIT
// Costs come from running integer sums, so each of the m^2 / 2 segments costs three logarithms. Of two equal partitions the one whose
// last segment begins earlier is taken.
#include "core/stats/change_points.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"
#include "core/base/elementary.h"
#include "core/stats/real_counts.h"

namespace npscope {
namespace {

/// Nearly as likely: a twentieth of the likelihood.
constexpr double kNearlyAsLikely = 2 * 2.995732273553990993;

class SegmentCosts {
 public:
  SegmentCosts(std::span<const Bucket> buckets, std::span<const size_t> indices) : sums_(indices.size() + 1) {
    for (size_t i = 0; i < indices.size(); ++i) {
      sums_[i + 1] = sums_[i];
      sums_[i + 1].merge(buckets[indices[i]].counts);
    }
  }

  [[nodiscard]] GroupCounts counts(size_t from, size_t to) const {
    const GroupCounts& low = sums_[from];
    const GroupCounts& high = sums_[to];
    return {high.detractors - low.detractors, high.passives - low.passives, high.promoters - low.promoters};
  }

  /// Twice the negative log-likelihood at its best.
  [[nodiscard]] double operator()(size_t from, size_t to) const {
    const RealCounts all = real_counts(counts(from, to));
    const double n = all.responses();
    double cost = 0;
    for (const double count : {all.detractors, all.passives, all.promoters}) {
      if (count > 0) cost -= 2 * count * math::log(count / n);
    }
    return cost;
  }

 private:
  std::vector<GroupCounts> sums_;
};

/// Where the segments of the best partition begin, and the end.
std::vector<size_t> best_cuts(const SegmentCosts& cost, size_t count, double penalty) {
  std::vector<double> best(count + 1);
  std::vector<size_t> begin(count + 1);
  best[0] = -penalty;
  for (size_t to = 1; to <= count; ++to) {
    best[to] = best[0] + cost(0, to) + penalty;
    for (size_t from = 1; from < to; ++from) {
      const double candidate = best[from] + cost(from, to) + penalty;
      if (candidate < best[to]) {
        best[to] = candidate;
        begin[to] = from;
      }
    }
  }
  std::vector<size_t> cuts = {count};
  while (cuts.back() > 0) cuts.push_back(begin[cuts.back()]);
  std::ranges::reverse(cuts);
  return cuts;
}

PossibleChange change_at(const SegmentCosts& cost, std::span<const size_t> indices, size_t from, size_t cut, size_t to) {
  const auto boundary = [&](size_t at) { return Boundary{indices[at - 1], indices[at]}; };
  const auto apart = [&](size_t at) { return cost(from, at) + cost(at, to); };
  const double here = apart(cut);
  PossibleChange change;
  change.place = boundary(cut);
  change.improvement = cost(from, to) - here;
  size_t earliest = cut;
  size_t latest = cut;
  for (size_t at = from + 1; at < to; ++at) {
    if (apart(at) > here + kNearlyAsLikely) continue;
    earliest = std::min(earliest, at);
    latest = std::max(latest, at);
  }
  change.earliest = boundary(earliest);
  change.latest = boundary(latest);
  return change;
}

}  // namespace

Available<ChangePoints> change_points(std::span<const Bucket> buckets) {
  NPS_CHECK(ascend(buckets));
  const std::vector<size_t> indices = answered(buckets);
  if (indices.empty()) return std::unexpected(Unavailable::kNoResponses);
  if (indices.size() < 2) return std::unexpected(Unavailable::kTooFewBuckets);
  if (indices.size() > kMostBuckets) return std::unexpected(Unavailable::kTooManyBuckets);
  const SegmentCosts cost(buckets, indices);
  ChangePoints result;
  result.penalty = 3 * math::log(static_cast<double>(indices.size()));
  const std::vector<size_t> cuts = best_cuts(cost, indices.size(), result.penalty);
  for (size_t i = 1; i < cuts.size(); ++i) {
    const GroupCounts counts = cost.counts(cuts[i - 1], cuts[i]);
    result.segments.push_back({indices[cuts[i - 1]], indices[cuts[i] - 1], counts, nps_of(real_counts(counts))});
    if (i + 1 < cuts.size()) result.changes.push_back(change_at(cost, indices, cuts[i - 1], cuts[i], cuts[i + 1]));
  }
  return result;
}

}  // namespace npscope
