// SPDX-License-Identifier: MIT
// Limits and Level: what an interval is, and how sure one wants to be.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace npscope {

struct Limits {
  double low = 0;
  double high = 0;
};

[[nodiscard]] inline Limits clamped(Limits limits, double least, double most) {
  return {std::max(limits.low, least), std::min(limits.high, most)};
}

enum class Level : uint8_t { k80, k90, k95, k99 };

inline constexpr std::array kLevels = {Level::k80, Level::k90, Level::k95, Level::k99};

/// 0.8, 0.9, 0.95, 0.99; also reads "90%" and the like.
[[nodiscard]] double level_value(Level level);
[[nodiscard]] std::optional<Level> level_named(std::string_view text);

/// Standard normal quantile at (1 + level) / 2, exact to 20 digits.
[[nodiscard]] double normal_quantile(Level level);

}  // namespace npscope
