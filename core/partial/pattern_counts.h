// SPDX-License-Identifier: MIT
// PatternCounts: how often each combination of driver values and answer was given, apart for each account.
//
// Everything about drivers is computed from these integers in the order in which they stand here, so neither the order of reading nor the
// number of shards shows. Partials with accounts never leave the tab.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace npscope {

/// Fifteen driver values of four bits each and, above them, the answer. A value is 0 to 14; kMissing where the cell was empty and
/// where there is no such driver. The answer is a score 0 to 10, or kGroupOnly + 0, 1, 2 where only the group is known.
class Pattern {
 public:
  static constexpr size_t kMostDrivers = 15;
  static constexpr unsigned kMostValue = 14;
  static constexpr unsigned kMissing = 15;
  static constexpr unsigned kGroupOnly = 11;
  static constexpr unsigned kAnswers = 14;

  Pattern() = default;
  explicit Pattern(uint64_t bits) : bits_(bits) {}

  [[nodiscard]] uint64_t bits() const { return bits_; }
  /// REQUIRES: driver < kMostDrivers.
  [[nodiscard]] unsigned value(size_t driver) const { return bits_ >> 4 * driver & 15; }
  [[nodiscard]] unsigned answer() const { return static_cast<unsigned>(bits_ >> kAnswerShift); }

  /// REQUIRES: driver < kMostDrivers, value <= kMissing.
  void set_value(size_t driver, unsigned value);
  /// REQUIRES: answer < kAnswers.
  void set_answer(unsigned answer);

  auto operator<=>(const Pattern&) const = default;

 private:
  static constexpr unsigned kAnswerShift = 60;
  uint64_t bits_ = (uint64_t{1} << kAnswerShift) - 1;
};

struct PatternCounts {
  struct Entry {
    /// The same number for an account in every shard (a hash, or an index given after all keys are known); 0: no account.
    uint64_t account = 0;
    Pattern pattern;
    uint64_t count = 0;
    bool operator==(const Entry&) const = default;
  };
  /// Ordered by account, then by pattern, each pair once, none with a count of 0.
  std::vector<Entry> entries;

  void merge(const PatternCounts& other);
  bool operator==(const PatternCounts&) const = default;
};

/// Entries in any order and repeated, sorted once.
[[nodiscard]] PatternCounts pattern_counts(std::vector<PatternCounts::Entry> unordered);

}  // namespace npscope
