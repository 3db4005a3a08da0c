// SPDX-License-Identifier: MIT
// PairCounts: respondents who answered in two waves, by the score they gave in the first and in the second.
//
// 11 x 11 integers say everything about how those people moved; the NPS needs only the 3 x 3 table of their groups.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/check.h"
#include "core/partial/score_counts.h"

namespace npscope {

/// counts[before][after], each 0 detractor, 1 passive, 2 promoter.
struct GroupPairCounts {
  std::array<std::array<uint64_t, 3>, 3> counts{};

  /// REQUIRES: before <= 2, after <= 2.
  void add(unsigned before, unsigned after, uint64_t times = 1) {
    NPS_CHECK(before < counts.size() && after < counts.size());
    counts[before][after] += times;
  }

  void merge(const GroupPairCounts& other) {
    for (size_t i = 0; i < counts.size(); ++i) {
      for (size_t j = 0; j < counts.size(); ++j) counts[i][j] += other.counts[i][j];
    }
  }

  bool operator==(const GroupPairCounts&) const = default;
};

/// counts[before][after], scores 0 to 10.
struct PairCounts {
  std::array<std::array<uint64_t, 11>, 11> counts{};

  /// REQUIRES: before <= 10, after <= 10.
  void add(unsigned before, unsigned after, uint64_t times = 1) {
    NPS_CHECK(before < counts.size() && after < counts.size());
    counts[before][after] += times;
  }

  void merge(const PairCounts& other) {
    for (size_t i = 0; i < counts.size(); ++i) {
      for (size_t j = 0; j < counts.size(); ++j) counts[i][j] += other.counts[i][j];
    }
  }

  bool operator==(const PairCounts&) const = default;
};

[[nodiscard]] inline GroupPairCounts group_pairs(const PairCounts& pairs) {
  const auto group = [](size_t score) { return score <= 6 ? 0U : score <= 8 ? 1U : 2U; };
  GroupPairCounts groups;
  for (size_t i = 0; i < pairs.counts.size(); ++i) {
    for (size_t j = 0; j < pairs.counts.size(); ++j) groups.add(group(i), group(j), pairs.counts[i][j]);
  }
  return groups;
}

/// What all of them answered the first time, and the second.
[[nodiscard]] inline GroupCounts counts_before(const GroupPairCounts& pairs) {
  const auto sum = [&](size_t i) { return pairs.counts[i][0] + pairs.counts[i][1] + pairs.counts[i][2]; };
  return {sum(0), sum(1), sum(2)};
}
[[nodiscard]] inline GroupCounts counts_after(const GroupPairCounts& pairs) {
  const auto sum = [&](size_t j) { return pairs.counts[0][j] + pairs.counts[1][j] + pairs.counts[2][j]; };
  return {sum(0), sum(1), sum(2)};
}

}  // namespace npscope
