// SPDX-License-Identifier: MIT
// Bucket: the group counts of one day, week, month, … with its place in time. Everything about time starts from an ordered list of these.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/partial/score_counts.h"

namespace npscope {

struct Bucket {
  /// Days, or the number of the month, quarter, …: whatever a slope is to be per one of.
  int64_t position = 0;
  GroupCounts counts;
};

/// Work grows with the square of the number of buckets; beyond this, longer buckets are to be chosen.
inline constexpr size_t kMostBuckets = 2000;

/// True when each bucket is later than the one before, as every function on buckets requires.
[[nodiscard]] inline bool ascend(std::span<const Bucket> buckets) {
  for (size_t i = 1; i < buckets.size(); ++i) {
    if (buckets[i].position <= buckets[i - 1].position) return false;
  }
  return true;
}

/// The indices of the buckets that have responses.
[[nodiscard]] inline std::vector<size_t> answered(std::span<const Bucket> buckets) {
  std::vector<size_t> indices;
  for (size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i].counts.responses() > 0) indices.push_back(i);
  }
  return indices;
}

}  // namespace npscope
