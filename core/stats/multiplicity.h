// SPDX-License-Identifier: MIT
// p values of several tests adjusted for their number, as R's p.adjust() does.
//
// Benjamini and Hochberg (1995) bound the share of false findings among those found; Benjamini and Yekutieli (2001) the same
// under any dependence; Holm (1979) and Bonferroni the chance of a single false one (statistics 1.5).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace npscope {

enum class Adjustment : uint8_t { kBenjaminiHochberg, kBenjaminiYekutieli, kHolm, kBonferroni, kNone };

/// "benjamini-hochberg", "benjamini-yekutieli", "holm", "bonferroni", "none".
[[nodiscard]] std::string_view adjustment_name(Adjustment adjustment);
[[nodiscard]] std::optional<Adjustment> adjustment_named(std::string_view name);

/// In the order of `p`, each at most 1 and at least its p. REQUIRES: all of `p` in [0, 1].
[[nodiscard]] std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment);

}  // namespace npscope
