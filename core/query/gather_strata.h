// SPDX-License-Identifier: MIT
// From responses to counts by the strata of several columns at once, for weighting to the shares of a population.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/partial/score_counts.h"
#include "core/query/part.h"

namespace npscope {

/// The values of a column that a question names, each once; stratum i is the i-th.
struct StrataColumn {
  ColumnRef column;
  std::vector<std::string_view> values;
};

struct StrataCounts {
  /// By combination of strata: the last column's runs fastest.
  std::vector<GroupCounts> cells;
  /// Responses of which some column has no value, or one that is not named.
  GroupCounts left_out;
};

/// REQUIRES: the numbers of values multiply to at most kMostCells (core/query/cells.h).
[[nodiscard]] StrataCounts gather_strata(std::span<const Part> parts, std::span<const Selection> selected,
                                         std::span<const StrataColumn> columns);

}  // namespace npscope
