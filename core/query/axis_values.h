// SPDX-License-Identifier: MIT
// TextAxis: the values of one column over all parts, whatever numbers each part's dictionary gave them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/query/cells.h"

namespace npscope {

struct TextAxis {
  /// As Axis::values of texts.
  std::vector<AxisValue> values;
  /// By part: the place among `values` of each code, and last that of "no value". What no used response has, has some place.
  std::vector<std::vector<uint32_t>> places;
};

/// Values of the responses in `used`. `columns` has one entry by part, null where the file has no such column. When there are more values
/// than `most`, those of fewest responses (then the greater by bytes) are one, `others`, whose position is how many they are.
[[nodiscard]] TextAxis text_axis(std::span<const Part> parts, std::span<const Selection> used,
                                 std::span<const CodeColumn* const> columns, size_t most);

}  // namespace npscope
