// SPDX-License-Identifier: MIT
// From responses to PatternCounts: what each selected response says about every driver, beside its answer. Every text of a column is
// understood once, as the score of a response is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/partial/pattern_counts.h"
#include "core/query/part.h"

namespace npscope {

struct GatheredPatterns {
  struct Driver {
    /// Selected responses whose cell holds something, but no rating; in the patterns they are without a value.
    uint64_t not_a_rating = 0;
    /// Of the whole column, whatever is selected, so that a filter does not change the scale; nothing when it has no ratings.
    std::optional<unsigned> least;
    std::optional<unsigned> greatest;
  };
  PatternCounts patterns;
  /// In the order asked for.
  std::vector<Driver> drivers;
};

/// A rating is a whole number 0 to Pattern::kMostValue ("4", "4.0", "5 - very satisfied"); codes that the mapping declares to mean "no
/// answer" are none, as for scores. A part without the column has no ratings of it. `by_account`: apart for each account; without
/// account keys all responses are of account 0. REQUIRES: at most Pattern::kMostDrivers columns.
[[nodiscard]] GatheredPatterns gather_patterns(std::span<const Part> parts, std::span<const Selection> selected,
                                               std::span<const ColumnRef> drivers, bool by_account);

}  // namespace npscope
