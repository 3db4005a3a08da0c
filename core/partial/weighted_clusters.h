// SPDX-License-Identifier: MIT
// WeightedClusters: weighted answers by cluster, for errors that respect both weights and accounts, and for accounts that count with their
// revenue. Keys are opaque and never leave the tab.
//
// Where every row of an account carries the account's revenue as its weight, the mean weight of its rows is that revenue; `least` and
// `most` tell whether the rows agree about it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <expected>
#include <vector>

#include "core/partial/weighted_counts.h"

namespace npscope {

struct WeightedClusters {
  struct Entry {
    uint64_t key = 0;
    GroupCounts groups;
    /// Of each group's responses, in millionths.
    std::array<Uint128, 3> weights{};
    Weight least;
    Weight most;

    /// Sum of the weights, and of the weights times +1, 0 and -1.
    [[nodiscard]] Uint128 weight() const { return weights[0] + weights[1] + weights[2]; }
    [[nodiscard]] Int128 signed_weight() const { return static_cast<Int128>(weights[2]) - static_cast<Int128>(weights[0]); }
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by key, each key once, none without responses.
  std::vector<Entry> entries;
  /// Responses without a key, and everything that was refused.
  WeightedCounts alone;

  /// Adds one response. REQUIRES: group <= 2.
  void add(uint64_t key, unsigned group, const std::expected<Weight, WeightFault>& weight);
  void add_alone(unsigned group, const std::expected<Weight, WeightFault>& weight) { alone.add(group, weight); }
  void merge(const WeightedClusters& other);
  /// Clusters whose rows have different weights.
  [[nodiscard]] uint64_t disagreeing() const;
  bool operator==(const WeightedClusters&) const = default;
};

/// One response of a cluster. REQUIRES: group <= 2.
[[nodiscard]] WeightedClusters::Entry weighted_response(uint64_t key, unsigned group, Weight weight);

/// Entries in any order, keys as often as they come, sorted once.
[[nodiscard]] WeightedClusters weighted_clusters(std::vector<WeightedClusters::Entry> unordered);

}  // namespace npscope
