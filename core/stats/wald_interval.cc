// SPDX-License-Identifier: MIT
// One formula; which answers are added is the caller's choice.
#include "core/stats/wald_interval.h"

#include <cmath>

#include "core/base/check.h"

namespace npscope {

double standard_error(const RealCounts& counts) {
  NPS_CHECK(counts.responses() > 0);
  return std::sqrt(variance_of(counts) / counts.responses());
}

Limits wald_limits(const RealCounts& counts, double z) {
  const double margin = z * standard_error(counts);
  const double estimate = nps_of(counts);
  return clamped({estimate - margin, estimate + margin}, -1, 1);
}

}  // namespace npscope
