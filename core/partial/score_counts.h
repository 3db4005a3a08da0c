// SPDX-License-Identifier: MIT
// ScoreCounts: how many responses gave each score, 0 to 10.
//
// Every statistic about the score (NPS, shares, mean, interval) is computed from these eleven counts and from nothing else, so
// counting in one shard or in eight gives the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/check.h"

namespace npscope {

struct ScoreCounts {
  std::array<uint64_t, 11> counts{};

  /// REQUIRES: score <= 10.
  void add(unsigned score, uint64_t times = 1) {
    NPS_CHECK(score < counts.size());
    counts[score] += times;
  }

  void merge(const ScoreCounts& other) {
    for (size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
  }

  bool operator==(const ScoreCounts&) const = default;
};

/// Responses per group: detractors 0 to 6, passives 7 and 8, promoters 9 and 10.
struct GroupCounts {
  uint64_t detractors = 0;
  uint64_t passives = 0;
  uint64_t promoters = 0;

  [[nodiscard]] uint64_t responses() const { return detractors + passives + promoters; }

  void merge(const GroupCounts& other) {
    detractors += other.detractors;
    passives += other.passives;
    promoters += other.promoters;
  }

  bool operator==(const GroupCounts&) const = default;
};

[[nodiscard]] inline GroupCounts group_counts(const ScoreCounts& scores) {
  GroupCounts groups;
  for (size_t score = 0; score < scores.counts.size(); ++score) {
    uint64_t& group = score <= 6 ? groups.detractors : score <= 8 ? groups.passives : groups.promoters;
    group += scores.counts[score];
  }
  return groups;
}

}  // namespace npscope
