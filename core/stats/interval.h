// SPDX-License-Identifier: MIT
// Confidence intervals of one NPS from the three group counts. All work in [-1, 1]; the summary turns them into points.
//
// All arithmetic is IEEE's or comes from core/base/elementary.h, so every build gives the same bits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/partial/score_counts.h"
#include "core/stats/limits.h"

namespace npscope {

enum class IntervalMethod : uint8_t {
  /// Tango, Statistics in Medicine 17 (1998) 891-908: inverts the score test. Stays in [-1, 1] and contains the estimate.
  kScore,
  /// Wald on counts with 3/4, 3/2 and 3/4 added (Agresti and Min 2005; Rocks, The American Statistician 70 (2016) 365-372).
  kAdjustedWald,
  /// The textbook interval; too narrow for small samples and extreme scores.
  kWald,
  /// Equal-tailed interval of the Dirichlet posterior with Jeffreys' prior (core/stats/posterior.h).
  kJeffreys,
};

/// "score", "adjusted-wald", "wald", "jeffreys".
[[nodiscard]] std::string_view method_name(IntervalMethod method);
[[nodiscard]] std::optional<IntervalMethod> method_named(std::string_view name);

/// REQUIRES: counts.responses() > 0. Limits are clamped to [-1, 1].
[[nodiscard]] Limits interval(const GroupCounts& counts, IntervalMethod method, Level level);

/// The same at any level. REQUIRES: 0 < level < 1.
[[nodiscard]] Limits interval(const GroupCounts& counts, IntervalMethod method, double level);

/// The score interval when the counts are answers out of a `population` that is known: the variance shrinks by (population - n)
/// / (population - 1), as if there were more answers. All have answered: no width. Nothing when the population is smaller than
/// the number of responses, or there are none.
[[nodiscard]] std::optional<Limits> interval_in_population(const GroupCounts& counts, uint64_t population, double level);

}  // namespace npscope
