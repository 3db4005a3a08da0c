// SPDX-License-Identifier: MIT
// The options of the measure `events` (core/measures/events.h): which days a person named, how long before and after is looked at, and how
// many responses a comparison needs.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/measures/frame.h"
#include "core/stats/event_effect.h"

namespace npscope {

/// Texts are those of the query.
struct Event {
  /// From 1970-01-01.
  int64_t day = 0;
  std::string_view name;
  std::optional<std::string_view> kind;
};

struct EventOptions {
  /// By day, then name, then kind.
  std::vector<Event> events;
  /// Days on each side.
  int64_t window = 30;
  uint64_t minimum = kLeastEventResponses;
};

/// Or the member that is not understood.
[[nodiscard]] std::expected<EventOptions, std::string> event_options(json::Node options, const Query& query);

}  // namespace npscope
