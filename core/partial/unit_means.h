// SPDX-License-Identifier: MIT
// UnitMeans: units (respondents or accounts) by how many answers each gave, so that every unit counts once however often it answered.
//
// An answer is +1 (promoter), 0 or -1 (detractor); a unit's value is the mean of its answers. Sums are kept apart for each number of
// answers and stay integers until statistics divides them.
#pragma once

#include <cstdint>
#include <vector>

namespace npscope {

struct UnitMeans {
  struct Entry {
    uint32_t answers = 0;
    uint64_t units = 0;
    /// Of the units' sums of answers, and of the squares of these sums.
    int64_t sum = 0;
    uint64_t squares = 0;
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by `answers`, without entries that count nothing.
  std::vector<Entry> entries;

  /// Adds units whose `answers` (at least 1) sum up to `sum` each.
  void add(uint32_t answers, int64_t sum, uint64_t units = 1);
  /// Takes away what add() with the same values added.
  void remove(uint32_t answers, int64_t sum);
  void merge(const UnitMeans& other);
  [[nodiscard]] uint64_t units() const;
  bool operator==(const UnitMeans&) const = default;
};

}  // namespace npscope
