// SPDX-License-Identifier: MIT
// Beyond some 700 errors the exponential is no number any more, which happens where groups are all but separated.
#include "core/stats/odds_ratio.h"

#include <cmath>

#include "core/base/elementary.h"
#include "core/stats/distributions.h"

namespace npscope {

std::optional<OddsRatio> odds_ratio(const Coefficient& slope, const Fitted<uint64_t>& accounts, double level) {
  const bool by_account = slope.account_error && accounts;
  const double quantile =
      by_account ? student_quantile((1 - level) / 2, static_cast<double>(*accounts - 1)) : normal_two_sided_quantile(level);
  const double margin = quantile * (by_account ? *slope.account_error : slope.model_error);
  const OddsRatio result = {math::exp(slope.estimate),
                            {math::exp(slope.estimate - margin), math::exp(slope.estimate + margin)}};
  const bool finite = std::isfinite(result.ratio) && std::isfinite(result.limits.low) && std::isfinite(result.limits.high);
  return finite ? std::optional(result) : std::nullopt;
}

}  // namespace npscope
