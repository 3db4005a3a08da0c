// SPDX-License-Identifier: MIT
// The rest is the total less the segment, in integers.
#include "core/stats/segments.h"

namespace npscope {

std::vector<std::optional<SegmentDifference>> each_against_rest(std::span<const GroupCounts> segments, double level,
                                                                Adjustment adjustment) {
  GroupCounts total;
  for (const GroupCounts& segment : segments) total.merge(segment);
  std::vector<std::optional<SegmentDifference>> result(segments.size());
  std::vector<double> p;
  for (size_t i = 0; i < segments.size(); ++i) {
    const GroupCounts rest{total.detractors - segments[i].detractors, total.passives - segments[i].passives,
                           total.promoters - segments[i].promoters};
    const std::optional<Difference> found = difference(segments[i], rest, level);
    if (!found) continue;
    result[i] = SegmentDifference{*found};
    p.push_back(found->p);
  }
  const std::vector<double> all = adjusted(p, adjustment);
  size_t next = 0;
  for (std::optional<SegmentDifference>& one : result) {
    if (one) one->adjusted_p = all[next++];
  }
  return result;
}

}  // namespace npscope
