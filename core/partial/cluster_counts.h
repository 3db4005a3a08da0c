// SPDX-License-Identifier: MIT
// ClusterCounts: the answers of each cluster (account, respondent) by an opaque key, so that clusters whose responses lie in several shards
// come together. ClusterShapes: the same without keys, which is all that statistics needs.
//
// An answer y is +1 (promoter), 0 or -1 (detractor). Three group counts say n, the sum of y and the sum of y^2 of a cluster. Keys never
// leave the tab; shapes know only how many clusters there are of each size, and no order of reading shows in either.
#pragma once

#include <cstdint>
#include <vector>

#include "core/partial/score_counts.h"

namespace npscope {

struct ClusterCounts {
  struct Entry {
    uint64_t key = 0;
    GroupCounts groups;
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by key, each key once, none without responses.
  std::vector<Entry> entries;
  /// Responses without a key.
  GroupCounts alone;

  /// Adds one response. `group`: 0 detractor, 1 passive, 2 promoter. REQUIRES: group <= 2.
  void add(uint64_t key, unsigned group);
  void add_alone(unsigned group);
  void merge(const ClusterCounts& other);
  bool operator==(const ClusterCounts&) const = default;
};

/// Entries in any order, keys as often as they come, sorted once.
[[nodiscard]] ClusterCounts cluster_counts(std::vector<ClusterCounts::Entry> unordered);

struct ClusterShapes {
  /// All clusters with `answers` responses each.
  struct Entry {
    uint64_t answers = 0;
    uint64_t clusters = 0;
    /// Of all their responses.
    GroupCounts groups;
    /// Of the clusters' sums of y, the sum of squares.
    uint64_t squares = 0;
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by `answers`.
  std::vector<Entry> entries;

  /// Adds clusters that are each made of these responses; none are made of no responses.
  void add(const GroupCounts& cluster, uint64_t clusters = 1);
  /// REQUIRES: no cluster is on both sides in part (merge ClusterCounts then).
  void merge(const ClusterShapes& other);
  [[nodiscard]] uint64_t clusters() const;
  [[nodiscard]] GroupCounts groups() const;
  bool operator==(const ClusterShapes&) const = default;
};

/// The clusters that have a key; responses without one are left out.
[[nodiscard]] ClusterShapes keyed_shapes(const ClusterCounts& counts);
/// The clusters that have a key, and each response without one as a cluster of its own.
[[nodiscard]] ClusterShapes all_shapes(const ClusterCounts& counts);

}  // namespace npscope
