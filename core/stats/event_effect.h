// SPDX-License-Identifier: MIT
// Before and after an event (a release, an incident, a campaign): the difference of the NPS with its interval, and whether the score was
// already moving before. What else happened at that time nobody can tell from these counts.
//
// Difference: core/stats/difference.h, after minus before, in [-2, 2]. Pre-trend check: the inverse-variance slope of the buckets before
// (core/stats/trend_line.h); a slope whose p is below .05 means that the difference may be a trend that went on (statistics 1.5, 1.6).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "core/stats/buckets.h"
#include "core/stats/difference.h"
#include "core/stats/trend_line.h"
#include "core/stats/unavailable.h"

namespace npscope {

/// Fewer responses than this on either side, and nothing is compared.
inline constexpr uint64_t kLeastEventResponses = 30;
inline constexpr double kPreTrendLevel = 0.95;

/// Buckets are told by their position; what lies between `last_before` and `first_after` is left out: the bucket within which the event
/// falls, or a time to settle. REQUIRES: first_before <= last_before < first_after <= last_after.
struct EventSpans {
  int64_t first_before = std::numeric_limits<int64_t>::min();
  int64_t last_before = 0;
  int64_t first_after = 0;
  int64_t last_after = std::numeric_limits<int64_t>::max();
};

enum class PreTrend : uint8_t {
  /// Fewer than three buckets with responses before.
  kNotChecked,
  kNoneSeen,
  kRising,
  kFalling,
};

/// "not-checked", "none-seen", "rising", "falling".
[[nodiscard]] std::string_view pre_trend_name(PreTrend trend);

struct EventEffect {
  GroupCounts before;
  GroupCounts after;
  /// After minus before.
  Difference difference;
  PreTrend pre_trend = PreTrend::kNotChecked;
  /// Of the buckets before, where it was checked.
  std::optional<TrendLine> line_before;
  /// Where there is a pre-trend: the NPS that it alone would give at the mean time of the responses after, clamped to [-1, 1].
  std::optional<double> expected_by_trend;
};

/// No responses: none on one side. REQUIRES: buckets ascend, 0 < level < 1, least_responses > 0.
[[nodiscard]] Available<EventEffect> event_effect(std::span<const Bucket> buckets, const EventSpans& spans, double level,
                                                  uint64_t least_responses = kLeastEventResponses);

}  // namespace npscope
