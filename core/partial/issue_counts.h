// SPDX-License-Identifier: MIT
// IssueCounts: how often each issue occurred, exactly, and where the first few stand. Ledger: what became of every record.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/codes.h"

namespace npscope {

/// Where an issue stands: record from 1 with header records included, physical line from 1, column from 0 or -1 for the record.
struct IssuePlace {
  uint64_t record = 0;
  uint64_t line = 0;
  int32_t column = -1;
  auto operator<=>(const IssuePlace&) const = default;
};

class IssueCounts {
 public:
  static constexpr size_t kMostExamples = 5;

  struct Entry {
    uint64_t count = 0;
    /// The first places by position, at most kMostExamples.
    std::vector<IssuePlace> examples;
    bool operator==(const Entry&) const = default;
  };

  /// True when a place in this record would be kept as an example; saves working out its line.
  [[nodiscard]] bool wants_example(Code code, uint64_t record) const;

  /// Counts one, in any order of places.
  void add(Code code, const IssuePlace& place);
  /// Counts without places.
  void add(Code code, uint64_t count);
  void merge(const IssueCounts& other);

  [[nodiscard]] const Entry& entry(Code code) const { return entries_[static_cast<size_t>(code)]; }
  bool operator==(const IssueCounts&) const = default;

 private:
  std::array<Entry, kCodeCount> entries_;
};

/// read = accepted + rejected + duplicate + excluded + unscored.
struct Ledger {
  uint64_t accepted = 0;
  /// Records not accepted, per reason.
  std::array<uint64_t, kCodeCount> reasons{};
  uint64_t blank_lines = 0;

  [[nodiscard]] uint64_t unscored() const { return count(is_unscored_reason); }
  [[nodiscard]] uint64_t excluded() const { return count(is_excluded_reason); }
  [[nodiscard]] uint64_t duplicate() const { return count(is_duplicate_reason); }
  [[nodiscard]] uint64_t rejected() const;
  [[nodiscard]] uint64_t read() const { return accepted + unscored() + excluded() + duplicate() + rejected(); }
  void merge(const Ledger& other);
  bool operator==(const Ledger&) const = default;

 private:
  [[nodiscard]] uint64_t count(bool (*is_one)(Code)) const;
};

}  // namespace npscope
