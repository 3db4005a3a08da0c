// SPDX-License-Identifier: MIT
// KeyedCounts: ResponseCounts for each value of one attribute, kept in the order of the values so that no order of reading shows.
#pragma once

#include <string>
#include <vector>

#include "core/partial/response_counts.h"
#include "core/partial/unit_means.h"

namespace npscope {

struct KeyedCounts {
  struct Entry {
    /// The responses without a value come last.
    bool has_value = true;
    std::string value;
    ResponseCounts scores;
    /// Only where each unit counts once.
    UnitMeans means = {};
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by value (bytes), each value once.
  std::vector<Entry> entries;

  void add(const Entry& entry);
  /// Adds an entry that comes last or has the value of the last one. REQUIRES: not before the last entry.
  void append(Entry entry);
  void merge(const KeyedCounts& other);
  bool operator==(const KeyedCounts&) const = default;
};

/// Entries in any order, sorted once.
[[nodiscard]] KeyedCounts keyed_counts(std::vector<KeyedCounts::Entry> unordered);

}  // namespace npscope
