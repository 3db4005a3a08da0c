// SPDX-License-Identifier: MIT
// From responses to KeyedCounts: how often each value of one attribute came with each answer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "core/partial/keyed_counts.h"
#include "core/query/part.h"

namespace npscope {

/// Of the selected responses, by the cleaned text of the column; those without a value are the last entry. Nothing when they have more
/// than `most_values` different texts. A part without the column has no values of it.
[[nodiscard]] std::optional<KeyedCounts> gather_joint(std::span<const Part> parts, std::span<const Selection> selected,
                                                      const ColumnRef& column, size_t most_values);

}  // namespace npscope
