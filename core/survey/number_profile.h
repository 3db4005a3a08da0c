// SPDX-License-Identifier: MIT
// NumberProfile: what the numbers of a column of a sample look like, and which decimal mark they show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

/// What one text says about the decimal mark of its column.
enum class NumberShape : uint8_t {
  kNone,     // no number
  kWhole,    // digits only
  kPoint,    // 0.5 or 1,234.50 or 1,234,567
  kComma,    // 0,5 or 1.234,50 or 1.234.567
  kUnclear,  // 1,234 or 1.234: a fraction here, a thousand there
};

/// Blanks, currency signs and codes (`EUR`) around the number are passed over.
[[nodiscard]] NumberShape number_shape(std::string_view text);

struct NumberProfile {
  uint64_t filled = 0;
  uint64_t numbers = 0;
  /// Of texts with a mark.
  uint64_t points = 0;
  uint64_t commas = 0;
  uint64_t unclear = 0;
  /// Of the numbers; the unclear ones have the mark that the others show, a point when these show none.
  double lowest = 0;
  double highest = 0;
  double mean = 0;
};

[[nodiscard]] [[gnu::noinline]] NumberProfile profile_numbers(const std::vector<std::vector<std::string>>& records,
                                                              size_t column);

}  // namespace npscope
