// SPDX-License-Identifier: MIT
// Sums of integers on both sides; the rest is what two groups and a line already know.
#include "core/stats/event_effect.h"

#include <algorithm>
#include <vector>

#include "core/base/check.h"

namespace npscope {

std::string_view pre_trend_name(PreTrend trend) {
  switch (trend) {
    case PreTrend::kNotChecked:
      return "not-checked";
    case PreTrend::kNoneSeen:
      return "none-seen";
    case PreTrend::kRising:
      return "rising";
    case PreTrend::kFalling:
      return "falling";
  }
  return "not-checked";
}

Available<EventEffect> event_effect(std::span<const Bucket> buckets, const EventSpans& spans, double level,
                                    uint64_t least_responses) {
  NPS_CHECK(ascend(buckets) && least_responses > 0);
  NPS_CHECK(spans.first_before <= spans.last_before && spans.last_before < spans.first_after &&
            spans.first_after <= spans.last_after);
  EventEffect effect;
  std::vector<Bucket> earlier;
  double time_after = 0;
  for (const Bucket& bucket : buckets) {
    if (bucket.position >= spans.first_before && bucket.position <= spans.last_before) {
      effect.before.merge(bucket.counts);
      earlier.push_back(bucket);
    } else if (bucket.position >= spans.first_after && bucket.position <= spans.last_after) {
      effect.after.merge(bucket.counts);
      time_after += static_cast<double>(bucket.position) * static_cast<double>(bucket.counts.responses());
    }
  }
  const uint64_t least = std::min(effect.before.responses(), effect.after.responses());
  if (least == 0) return std::unexpected(Unavailable::kNoResponses);
  if (least < least_responses) return std::unexpected(Unavailable::kTooFewResponses);
  effect.difference = *difference(effect.after, effect.before, level);
  if (answered(earlier).size() < 3) return effect;
  effect.line_before = *trend_line(earlier, level);
  effect.pre_trend = PreTrend::kNoneSeen;
  if (effect.line_before->p < 1 - kPreTrendLevel) {
    effect.pre_trend = effect.line_before->slope > 0 ? PreTrend::kRising : PreTrend::kFalling;
    const double when = time_after / static_cast<double>(effect.after.responses());
    effect.expected_by_trend = std::clamp(effect.line_before->value_at(when), -1.0, 1.0);
  }
  return effect;
}

}  // namespace npscope
