// SPDX-License-Identifier: MIT
// OddsRatio: what a slope of a logit means, by which the odds of a higher group are multiplied where a rating is one point higher.
#pragma once

#include <cstdint>
#include <optional>

#include "core/stats/limits.h"
#include "core/stats/ordinal_logit.h"

namespace npscope {

struct OddsRatio {
  double ratio = 1;
  Limits limits;
};

/// exp(slope) and exp(slope +- quantile * error): the error by account and Student's quantile with accounts - 1 degrees where there is one,
/// else that of the model and the normal quantile. Nothing when one of them is beyond what a double holds.
/// REQUIRES: 0 < level < 1; with an error by account, at least two `accounts`.
[[nodiscard]] std::optional<OddsRatio> odds_ratio(const Coefficient& slope, const Fitted<uint64_t>& accounts, double level);

}  // namespace npscope
