// SPDX-License-Identifier: MIT
// NpsSummary: the figures about one set of scores. No responses, no summary: never 0, never NaN.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/partial/response_counts.h"
#include "core/stats/interval.h"

namespace npscope {

struct IntervalChoice {
  IntervalMethod method = IntervalMethod::kScore;
  Level level = Level::k95;
};

struct NpsSummary {
  GroupCounts groups;
  /// -100 to 100: (promoters - detractors) * 100 / responses.
  double nps = 0;
  /// Nothing when only the groups are known.
  std::optional<double> mean;
  std::optional<std::array<uint64_t, 11>> histogram;
  IntervalChoice interval;
  /// In points.
  Limits limits;
};

[[nodiscard]] std::optional<NpsSummary> summarize(const ScoreCounts& scores, IntervalChoice choice);
[[nodiscard]] std::optional<NpsSummary> summarize(const GroupCounts& groups, IntervalChoice choice);
/// Mean and histogram are there only when every response has a score.
[[nodiscard]] std::optional<NpsSummary> summarize(const ResponseCounts& responses, IntervalChoice choice);

}  // namespace npscope
