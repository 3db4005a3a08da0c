// SPDX-License-Identifier: MIT
// Confidence intervals of one NPS from the three group counts. All work in [-1, 1]; the summary turns them into points.
//
// Only + - * / and sqrt are used, so every build gives the same bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/partial/score_counts.h"

namespace npscope {

enum class IntervalMethod : uint8_t {
  /// Tango, Statistics in Medicine 17 (1998) 891-908: inverts the score test. Stays in [-1, 1] and contains the estimate.
  kScore,
  /// Wald on counts with 3/4, 3/2 and 3/4 added (Agresti and Min 2005; Rocks, The American Statistician 70 (2016) 365-372).
  kAdjustedWald,
  /// The textbook interval; too narrow for small samples and extreme scores.
  kWald,
};

enum class Level : uint8_t { k90, k95, k99 };

/// "score", "adjusted-wald", "wald".
[[nodiscard]] std::string_view method_name(IntervalMethod method);
[[nodiscard]] std::optional<IntervalMethod> method_named(std::string_view name);

/// 0.9, 0.95, 0.99; also reads "90%" and the like.
[[nodiscard]] double level_value(Level level);
[[nodiscard]] std::optional<Level> level_named(std::string_view text);

/// Standard normal quantile at (1 + level) / 2, exact to 20 digits.
[[nodiscard]] double normal_quantile(Level level);

struct Limits {
  double low = 0;
  double high = 0;
};

/// REQUIRES: counts.responses() > 0. Limits are clamped to [-1, 1].
[[nodiscard]] Limits interval(const GroupCounts& counts, IntervalMethod method, Level level);

}  // namespace npscope
