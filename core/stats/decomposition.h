// SPDX-License-Identifier: MIT
// Why the total moved: how much because segments became larger or smaller (mix), and how much because they answer differently
// (rate).
//
// E. Kitagawa, Journal of the American Statistical Association 50 (1955) 1168-1194: mix = (w2 - w1)(t1 + t2)/2, rate = (w1 +
// w2)/2 (t2 - t1) for each segment; all of them add up to the change exactly up to rounding (statistics 1.5). Shares in [0, 1],
// NPS in [-1, 1].
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/partial/score_counts.h"

namespace npscope {

struct SegmentChange {
  double share_before = 0;
  double share_after = 0;
  double nps_before = 0;
  double nps_after = 0;
};

struct Contribution {
  double mix = 0;
  double rate = 0;
};

struct Decomposition {
  double before = 0;
  double after = 0;
  /// Sums over the segments; mix + rate = after - before.
  double mix = 0;
  double rate = 0;
  /// One per segment in their order.
  std::vector<Contribution> segments;
};

[[nodiscard]] Decomposition decompose(std::span<const SegmentChange> segments);

/// The same segments in the same order before and after. A segment that has responses only once keeps its NPS of that time for
/// the other, so that it contributes to mix alone. Nothing when there are no responses before, or none after. REQUIRES: both of
/// the same length.
[[nodiscard]] std::optional<Decomposition> decompose(std::span<const GroupCounts> before, std::span<const GroupCounts> after);

}  // namespace npscope
