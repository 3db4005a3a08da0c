// SPDX-License-Identifier: MIT
// Shares are taken of the integers of each time, then everything is one pass in the order of the segments.
#include "core/stats/decomposition.h"

#include "core/base/check.h"
#include "core/stats/real_counts.h"

namespace npscope {

Decomposition decompose(std::span<const SegmentChange> segments) {
  Decomposition result;
  result.segments.reserve(segments.size());
  for (const SegmentChange& one : segments) {
    const double mix = (one.share_after - one.share_before) * (one.nps_before + one.nps_after) / 2;
    const double rate = (one.share_before + one.share_after) / 2 * (one.nps_after - one.nps_before);
    result.before += one.share_before * one.nps_before;
    result.after += one.share_after * one.nps_after;
    result.mix += mix;
    result.rate += rate;
    result.segments.push_back({mix, rate});
  }
  return result;
}

std::optional<Decomposition> decompose(std::span<const GroupCounts> before, std::span<const GroupCounts> after) {
  NPS_CHECK(before.size() == after.size());
  uint64_t all_before = 0;
  uint64_t all_after = 0;
  for (const GroupCounts& one : before) all_before += one.responses();
  for (const GroupCounts& one : after) all_after += one.responses();
  if (all_before == 0 || all_after == 0) return std::nullopt;
  std::vector<SegmentChange> segments(before.size());
  for (size_t i = 0; i < before.size(); ++i) {
    const uint64_t n1 = before[i].responses();
    const uint64_t n2 = after[i].responses();
    if (n1 == 0 && n2 == 0) continue;
    SegmentChange& one = segments[i];
    one.share_before = static_cast<double>(n1) / static_cast<double>(all_before);
    one.share_after = static_cast<double>(n2) / static_cast<double>(all_after);
    one.nps_before = nps_of(real_counts(n1 > 0 ? before[i] : after[i]));
    one.nps_after = nps_of(real_counts(n2 > 0 ? after[i] : before[i]));
  }
  return decompose(segments);
}

}  // namespace npscope
