// SPDX-License-Identifier: MIT
// Rolling windows over buckets: the counts of the last so many days (or other units of position), or of the last so many responses.
//
// Sums of integers only; NPS and interval of a window are those of its counts (core/stats/interval.h). Neighbouring windows share
// responses, so they must not be compared as if they were different ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/stats/buckets.h"

namespace npscope {

struct Window {
  /// Indices of the first and the last of its buckets that have responses.
  size_t first = 0;
  size_t last = 0;
  GroupCounts counts;
};

/// For each bucket with responses, the positions (its own - span, its own], once so many have passed since the first bucket.
/// REQUIRES: buckets ascend, span > 0.
[[nodiscard]] std::vector<Window> rolling_by_position(std::span<const Bucket> buckets, int64_t span);

/// For each bucket with responses, it and as many whole buckets before as are needed for `responses`, once there are so many. A bucket is
/// not cut, for within it there is no order. REQUIRES: buckets ascend, responses > 0.
[[nodiscard]] std::vector<Window> rolling_by_responses(std::span<const Bucket> buckets, uint64_t responses);

}  // namespace npscope
