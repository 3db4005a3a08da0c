// SPDX-License-Identifier: MIT
// CleaningCounts: how many cells each cleaning rule changed, where the first of them stand, and which scores would be lost without it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/partial/issue_counts.h"
#include "core/partial/response_counts.h"

namespace npscope {

/// As many as core/survey/rules.h has; that file may not be included here.
inline constexpr size_t kCleaningCounts = 12;

struct CleaningCounts {
  static constexpr size_t kMostExamples = 3;

  struct Entry {
    uint64_t cells = 0;
    /// The first places by record and column, at most kMostExamples.
    std::vector<IssuePlace> examples;
    /// Accepted responses whose score was understood by this rule.
    ResponseCounts scores;
    bool operator==(const Entry&) const = default;
  };
  std::array<Entry, kCleaningCounts> rules;

  /// True when a place in this record would be kept as an example.
  [[nodiscard]] bool wants_example(size_t rule) const { return rules[rule].examples.size() < kMostExamples; }
  void merge(const CleaningCounts& other);
  bool operator==(const CleaningCounts&) const = default;
};

}  // namespace npscope
