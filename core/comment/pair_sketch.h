// SPDX-License-Identifier: MIT
// PairSketch: at most how many comments each pair of words is in, in a table of small counters that pairs share. Most pairs of a survey
// come once or twice; only those that may reach the support that a list asks for get a number and are counted exactly.
//
// Counters are added up over shards before anyone asks (merge()): a pair is judged by all comments.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace npscope {

class PairSketch {
 public:
  /// A counter goes no higher.
  static constexpr uint8_t kMost = 255;

  PairSketch() : counters_(kCounters, 0) {}

  /// Adds a comment with the pair of this hash; twice when two pairs of a comment share a hash.
  void add(uint64_t hash) {
    uint8_t& counter = counters_[hash % kCounters];
    counter = static_cast<uint8_t>(counter + (counter < kMost ? 1 : 0));
  }
  /// Never less than the true number, up to kMost.
  [[nodiscard]] uint8_t most(uint64_t hash) const { return counters_[hash % kCounters]; }

  void merge(const PairSketch& other) {
    for (size_t i = 0; i < kCounters; ++i) {
      counters_[i] = static_cast<uint8_t>(std::min<unsigned>(kMost, counters_[i] + unsigned{other.counters_[i]}));
    }
  }
  bool operator==(const PairSketch&) const = default;

 private:
  static constexpr size_t kCounters = size_t{1} << 24;

  std::vector<uint8_t> counters_;
};

}  // namespace npscope
