// SPDX-License-Identifier: MIT
// Sums of counts are integers as long as they fit; products of pairs of responses may not, so they are doubles in a fixed order.
#include "core/stats/joint_counts.h"

#include <algorithm>
#include <cmath>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr size_t kValues = Pattern::kMissing;
constexpr size_t kScores = 11;

/// Twice the mid-rank, less the mean of all, of each of the ordered values.
template <size_t Size>
std::array<double, Size> centred_ranks(const std::array<uint64_t, Size>& counts, uint64_t n) {
  std::array<double, Size> ranks{};
  uint64_t before = 0;
  for (size_t i = 0; i < Size; ++i) {
    // 2 * (before + (count + 1) / 2) - (n + 1)
    ranks[i] = static_cast<double>(static_cast<int64_t>(2 * before + counts[i]) - static_cast<int64_t>(n));
    before += counts[i];
  }
  return ranks;
}

template <size_t Size>
double pairs_untied(const std::array<uint64_t, Size>& counts, uint64_t n) {
  double untied = 0;
  for (const uint64_t count : counts) untied += static_cast<double>(count) * static_cast<double>(n - count);
  return untied / 2;
}

/// Pairs of responses ordered the same way by both, less those ordered the other way.
double concordance(const JointCounts& joint) {
  std::array<uint64_t, kScores> below{};
  std::array<uint64_t, kScores> above{};
  double sum = 0;
  // For every cell: the responses with lower values, by score, are those of the rows before.
  for (size_t i = 0; i < kValues; ++i) {
    uint64_t less = 0;
    uint64_t more = 0;
    for (const uint64_t count : above) more += count;
    for (size_t j = 0; j < kScores; ++j) {
      more -= above[j];
      sum += static_cast<double>(joint.counts[i][j]) *
             static_cast<double>(static_cast<int64_t>(less) - static_cast<int64_t>(more));
      less += below[j];
    }
    for (size_t j = 0; j < kScores; ++j) {
      below[j] += joint.counts[i][j];
      above[j] += joint.counts[i][j];
    }
  }
  return sum;
}

}  // namespace

unsigned group_of_answer(unsigned answer) {
  NPS_CHECK(answer < Pattern::kAnswers);
  if (answer >= Pattern::kGroupOnly) return answer - Pattern::kGroupOnly;
  return answer <= 6 ? 0 : answer <= 8 ? 1 : 2;
}

GroupCounts JointCounts::groups(unsigned value) const {
  GroupCounts groups;
  for (unsigned answer = 0; answer < Pattern::kAnswers; ++answer) {
    const unsigned group = group_of_answer(answer);
    (group == 0 ? groups.detractors : group == 1 ? groups.passives : groups.promoters) += counts[value][answer];
  }
  return groups;
}

uint64_t JointCounts::responses() const {
  uint64_t sum = 0;
  for (unsigned value = 0; value < kValues; ++value) {
    for (const uint64_t count : counts[value]) sum += count;
  }
  return sum;
}

uint64_t JointCounts::missing() const {
  uint64_t sum = 0;
  for (const uint64_t count : counts[Pattern::kMissing]) sum += count;
  return sum;
}

std::vector<JointCounts> joint_counts(const PatternCounts& patterns, size_t drivers) {
  NPS_CHECK(drivers <= Pattern::kMostDrivers);
  std::vector<JointCounts> result(drivers);
  for (const PatternCounts::Entry& entry : patterns.entries) {
    const unsigned answer = entry.pattern.answer();
    for (size_t driver = 0; driver < drivers; ++driver) {
      result[driver].counts[entry.pattern.value(driver)][answer] += entry.count;
    }
  }
  return result;
}

std::optional<RankCorrelation> rank_correlation(const JointCounts& joint) {
  std::array<uint64_t, kValues> values{};
  std::array<uint64_t, kScores> scores{};
  uint64_t n = 0;
  for (size_t i = 0; i < kValues; ++i) {
    for (size_t j = 0; j < kScores; ++j) {
      values[i] += joint.counts[i][j];
      scores[j] += joint.counts[i][j];
      n += joint.counts[i][j];
    }
  }
  if (n == 0 || std::ranges::find(values, n) != values.end() || std::ranges::find(scores, n) != scores.end())
    return std::nullopt;
  const auto value_ranks = centred_ranks(values, n);
  const auto score_ranks = centred_ranks(scores, n);
  double products = 0;
  double value_squares = 0;
  double score_squares = 0;
  for (size_t i = 0; i < kValues; ++i) {
    for (size_t j = 0; j < kScores; ++j) products += static_cast<double>(joint.counts[i][j]) * value_ranks[i] * score_ranks[j];
    value_squares += static_cast<double>(values[i]) * value_ranks[i] * value_ranks[i];
  }
  for (size_t j = 0; j < kScores; ++j) score_squares += static_cast<double>(scores[j]) * score_ranks[j] * score_ranks[j];
  RankCorrelation result{n, products / std::sqrt(value_squares * score_squares), 0};
  result.kendall = concordance(joint) / std::sqrt(pairs_untied(values, n) * pairs_untied(scores, n));
  result.spearman = std::clamp(result.spearman, -1.0, 1.0);
  result.kendall = std::clamp(result.kendall, -1.0, 1.0);
  return result;
}

}  // namespace npscope
