// SPDX-License-Identifier: MIT
// The machine words of the reasons.
#include "core/stats/no_fit.h"

namespace npscope {

std::string_view reason_name(NoFitReason reason) {
  switch (reason) {
    case NoFitReason::kNoResponses:
      return "no-responses";
    case NoFitReason::kTooFewResponses:
      return "too-few-responses";
    case NoFitReason::kNoDrivers:
      return "no-drivers";
    case NoFitReason::kOneClass:
      return "one-class";
    case NoFitReason::kConstantDriver:
      return "constant-driver";
    case NoFitReason::kMostlyMissing:
      return "mostly-missing";
    case NoFitReason::kCollinear:
      return "collinear";
    case NoFitReason::kSeparation:
      return "separation";
    case NoFitReason::kNotConverged:
      return "not-converged";
    case NoFitReason::kNoAccounts:
      return "no-accounts";
    case NoFitReason::kOneAccount:
      return "one-account";
    case NoFitReason::kOneCategory:
      return "one-category";
  }
  return {};
}

}  // namespace npscope
