// SPDX-License-Identifier: MIT
// WeightedCounts: for each group the number of responses, the sum of their weights and the sum of the squares of these, as integers. Weights
// that cannot count (not a number, not above 0, out of range) are refused, and how many were is counted.
//
// A weight is kept in millionths, so that weights with up to six decimals are exact, as people write them; NPS, its error and the
// effective sample size depend on ratios of weights only. The three sums are all that the linearised variance needs (statistics 2).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <expected>

#include "core/partial/score_counts.h"

namespace npscope {

using Uint128 = unsigned __int128;
using Int128 = __int128;

/// A weight of 1. Powers of two would not hold 0.1 exactly.
inline constexpr uint64_t kWeightOne = 1000000;
/// 4.3e9 as a weight: the squares of 16 million of the largest still have a sum.
inline constexpr uint64_t kLargestWeight = uint64_t{1} << 52;

/// A weight above 0 and at most kLargestWeight, in millionths.
struct Weight {
  uint64_t millionths = kWeightOne;
  auto operator<=>(const Weight&) const = default;
};

enum class WeightFault : uint8_t {
  /// 0 or below, or so little that it is nothing in millionths.
  kNotPositive,
  /// No weight in the cell, or not a finite number.
  kNotANumber,
  kTooLarge,
};
inline constexpr size_t kWeightFaults = 3;

/// Rounded to the next millionth, halves up.
[[nodiscard]] std::expected<Weight, WeightFault> weight_of(double value);

/// Responses of one kind and their weights.
struct WeightSums {
  uint64_t responses = 0;
  Uint128 weights = 0;
  Uint128 squares = 0;

  void add(Weight weight, uint64_t times = 1);
  void merge(const WeightSums& other);
  bool operator==(const WeightSums&) const = default;
};

struct WeightedCounts {
  /// Detractors, passives, promoters.
  std::array<WeightSums, 3> groups;
  /// Responses whose weight was refused, by WeightFault; they are in no group.
  std::array<uint64_t, kWeightFaults> refused{};

  /// REQUIRES: group <= 2.
  void add(unsigned group, Weight weight, uint64_t times = 1);
  void refuse(WeightFault fault, uint64_t times = 1);
  /// Adds the response, or counts why it cannot be.
  void add(unsigned group, const std::expected<Weight, WeightFault>& weight);
  void merge(const WeightedCounts& other);

  [[nodiscard]] uint64_t all_refused() const;
  /// Responses with a weight, per group.
  [[nodiscard]] GroupCounts responses() const;
  bool operator==(const WeightedCounts&) const = default;
};

}  // namespace npscope
