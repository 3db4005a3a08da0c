// SPDX-License-Identifier: MIT
// Two ends that only move forward: what enters is added, what leaves is taken away.
#include "core/stats/rolling.h"

#include "core/base/check.h"

namespace npscope {
namespace {

GroupCounts without(const GroupCounts& all, const GroupCounts& part) {
  return {all.detractors - part.detractors, all.passives - part.passives, all.promoters - part.promoters};
}

}  // namespace

std::vector<Window> rolling_by_position(std::span<const Bucket> buckets, int64_t span) {
  NPS_CHECK(ascend(buckets) && span > 0);
  const std::vector<size_t> indices = answered(buckets);
  std::vector<Window> windows;
  GroupCounts counts;
  size_t first = 0;
  for (const size_t last : indices) {
    counts.merge(buckets[last].counts);
    while (buckets[last].position - buckets[indices[first]].position >= span) {
      counts = without(counts, buckets[indices[first++]].counts);
    }
    if (buckets[last].position - buckets.front().position + 1 >= span) windows.push_back({indices[first], last, counts});
  }
  return windows;
}

std::vector<Window> rolling_by_responses(std::span<const Bucket> buckets, uint64_t responses) {
  NPS_CHECK(ascend(buckets) && responses > 0);
  const std::vector<size_t> indices = answered(buckets);
  std::vector<Window> windows;
  GroupCounts counts;
  size_t first = 0;
  for (const size_t last : indices) {
    counts.merge(buckets[last].counts);
    while (without(counts, buckets[indices[first]].counts).responses() >= responses) {
      counts = without(counts, buckets[indices[first++]].counts);
    }
    if (counts.responses() >= responses) windows.push_back({indices[first], last, counts});
  }
  return windows;
}

}  // namespace npscope
