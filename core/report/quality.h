// SPDX-License-Identifier: MIT
// Quality: how far the data of one file can be trusted, in one word, with the reasons for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/partial/issue_counts.h"

namespace npscope {

struct QualityFacts {
  struct Column {
    size_t index = 0;
    std::string_view role;
    uint64_t filled = 0;
    uint64_t valid = 0;
    std::optional<uint64_t> distinct;
  };
  /// "good", "fair" or "poor".
  std::string_view verdict;
  /// Issues that decided, worst first.
  std::vector<Code> reasons;
  /// Recommended roles that no column has.
  std::vector<std::string_view> missing;
  std::vector<Column> columns;
};

/// Sets verdict and reasons. Poor: nothing was accepted, or more than one record in twenty of those that could have been is rejected,
/// or duplicates of which the answers differ. Fair: anything else of severity warning or worse. Good: none of it.
void judge(const Ledger& ledger, const IssueCounts& issues, QualityFacts& quality);

}  // namespace npscope
