// SPDX-License-Identifier: MIT
// One word for each reason.
#include "core/stats/unavailable.h"

namespace npscope {

std::string_view unavailable_name(Unavailable reason) {
  switch (reason) {
    case Unavailable::kNoResponses:
      return "no-responses";
    case Unavailable::kOneResponse:
      return "one-response";
    case Unavailable::kOneCluster:
      return "one-cluster";
    case Unavailable::kTooFewResponses:
      return "too-few-responses";
    case Unavailable::kTooFewBuckets:
      return "too-few-buckets";
    case Unavailable::kTooManyBuckets:
      return "too-many-buckets";
    case Unavailable::kNoVariance:
      return "no-variance";
    case Unavailable::kEmptyStratum:
      return "empty-stratum";
    case Unavailable::kTargetNotPositive:
      return "target-not-positive";
    case Unavailable::kNotConverged:
      return "not-converged";
  }
  return "no-responses";
}

}  // namespace npscope
