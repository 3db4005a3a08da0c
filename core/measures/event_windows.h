// SPDX-License-Identifier: MIT
// The days before and after each event of a list: how many responses they have, what may be told of them, and how they differ.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/measures/event_list.h"
#include "core/stats/event_effect.h"

namespace npscope {

struct EventComparison {
  EventSpans spans;
  GroupCounts before;
  GroupCounts after;
  /// For sharing: the counts may not be told.
  bool hidden = false;
  Available<EventEffect> effect = std::unexpected(Unavailable::kNoResponses);
  /// Holm's, for all events that have a p.
  double adjusted_p = 1;
};

/// In the order of the events. `minimum_shown` above 0: windows with fewer responses are hidden, and so are those that differ from a window
/// of an earlier event by fewer, for then the few could be worked out. REQUIRES: days are without gaps.
[[nodiscard]] std::vector<EventComparison> compare_events(std::span<const Bucket> days, const EventOptions& options,
                                                          uint64_t minimum_shown, double level);

}  // namespace npscope
