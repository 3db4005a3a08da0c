// SPDX-License-Identifier: MIT
// Everything is an integer as soon as a weight is one.
#include "core/partial/weighted_counts.h"

#include <cmath>

#include "core/base/check.h"

namespace npscope {

std::expected<Weight, WeightFault> weight_of(double value) {
  // Not a number compares with nothing; infinity minus itself is not one.
  if (!(value - value == 0)) return std::unexpected(WeightFault::kNotANumber);
  if (value <= 0) return std::unexpected(WeightFault::kNotPositive);
  const double scaled = value * static_cast<double>(kWeightOne);
  if (scaled > static_cast<double>(kLargestWeight)) return std::unexpected(WeightFault::kTooLarge);
  const auto millionths = static_cast<uint64_t>(std::llround(scaled));
  if (millionths == 0) return std::unexpected(WeightFault::kNotPositive);
  return Weight{millionths};
}

void WeightSums::add(Weight weight, uint64_t times) {
  NPS_CHECK(weight.millionths > 0 && weight.millionths <= kLargestWeight);
  const Uint128 one = weight.millionths;
  responses += times;
  weights += one * times;
  squares += one * one * times;
}

void WeightSums::merge(const WeightSums& other) {
  responses += other.responses;
  weights += other.weights;
  squares += other.squares;
}

void WeightedCounts::add(unsigned group, Weight weight, uint64_t times) {
  NPS_CHECK(group < groups.size());
  groups[group].add(weight, times);
}

void WeightedCounts::refuse(WeightFault fault, uint64_t times) { refused[static_cast<size_t>(fault)] += times; }

void WeightedCounts::add(unsigned group, const std::expected<Weight, WeightFault>& weight) {
  if (weight) {
    add(group, *weight);
  } else {
    refuse(weight.error());
  }
}

void WeightedCounts::merge(const WeightedCounts& other) {
  for (size_t i = 0; i < groups.size(); ++i) groups[i].merge(other.groups[i]);
  for (size_t i = 0; i < refused.size(); ++i) refused[i] += other.refused[i];
}

uint64_t WeightedCounts::all_refused() const {
  uint64_t sum = 0;
  for (const uint64_t count : refused) sum += count;
  return sum;
}

GroupCounts WeightedCounts::responses() const { return {groups[0].responses, groups[1].responses, groups[2].responses}; }

}  // namespace npscope
