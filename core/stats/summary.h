// SPDX-License-Identifier: MIT
// NpsSummary: the figures about one set of scores. No responses, no summary: never 0, never NaN.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/partial/response_counts.h"
#include "core/partial/unit_means.h"
#include "core/stats/interval.h"

namespace npscope {

struct IntervalChoice {
  IntervalMethod method = IntervalMethod::kScore;
  Level level = Level::k95;
};

struct NpsSummary {
  GroupCounts groups;
  /// -100 to 100: (promoters - detractors) * 100 / responses; where units count, the mean over them.
  double nps = 0;
  /// Respondents or accounts, when each of them counts once with the mean of its answers.
  std::optional<uint64_t> units;
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

/// Each unit counts once. Groups, mean and histogram are those of all answers. The interval is nps +- z * sd / sqrt(units), the
/// linearised one for a mean of unit means (Lohr, Sampling: Design and Analysis, chapter 5), `kWald`; when every unit has one answer,
/// it is the one of `choice`.
[[nodiscard]] std::optional<NpsSummary> summarize(const ResponseCounts& responses, const UnitMeans& means,
                                                  IntervalChoice choice);

}  // namespace npscope
