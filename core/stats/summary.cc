// SPDX-License-Identifier: MIT
// Sums stay integers up to the one division, so that no order of adding shows.
#include "core/stats/summary.h"

#include <algorithm>
#include <cmath>

namespace npscope {

std::optional<NpsSummary> summarize(const GroupCounts& groups, IntervalChoice choice) {
  if (groups.responses() == 0) return std::nullopt;
  NpsSummary summary;
  summary.groups = groups;
  const auto difference = static_cast<int64_t>(groups.promoters) - static_cast<int64_t>(groups.detractors);
  summary.nps = static_cast<double>(difference * 100) / static_cast<double>(groups.responses());
  summary.interval = choice;
  const Limits limits = interval(groups, choice.method, choice.level);
  summary.limits = {limits.low * 100, limits.high * 100};
  return summary;
}

std::optional<NpsSummary> summarize(const ScoreCounts& scores, IntervalChoice choice) {
  std::optional<NpsSummary> summary = summarize(group_counts(scores), choice);
  if (!summary) return std::nullopt;
  uint64_t sum = 0;
  for (size_t score = 0; score < scores.counts.size(); ++score) sum += score * scores.counts[score];
  summary->mean = static_cast<double>(sum) / static_cast<double>(summary->groups.responses());
  summary->histogram = scores.counts;
  return summary;
}

std::optional<NpsSummary> summarize(const ResponseCounts& responses, IntervalChoice choice) {
  if (responses.groups_only == GroupCounts{}) return summarize(responses.scores, choice);
  return summarize(group_counts(responses), choice);
}

std::optional<NpsSummary> summarize(const ResponseCounts& responses, const UnitMeans& means, IntervalChoice choice) {
  std::optional<NpsSummary> summary = summarize(responses, choice);
  if (!summary) return std::nullopt;
  const uint64_t units = means.units();
  summary->units = units;
  if (units == summary->groups.responses()) return summary;
  double sum = 0;
  double squares = 0;
  for (const UnitMeans::Entry& entry : means.entries) {
    const auto answers = static_cast<double>(entry.answers);
    sum += static_cast<double>(entry.sum) / answers;
    squares += static_cast<double>(entry.squares) / (answers * answers);
  }
  const auto count = static_cast<double>(units);
  const double mean = sum / count;
  summary->nps = mean * 100;
  summary->interval.method = IntervalMethod::kWald;
  const double spread = units < 2 ? 1 : (squares - count * mean * mean) / (count - 1);
  const double margin = normal_quantile(choice.level) * std::sqrt(std::max(spread, 0.0) / count);
  summary->limits = {std::max(mean - margin, -1.0) * 100, std::min(mean + margin, 1.0) * 100};
  return summary;
}

}  // namespace npscope
