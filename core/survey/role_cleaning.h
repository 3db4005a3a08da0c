// SPDX-License-Identifier: MIT
// How the cells of a column are cleaned follows from its role.
#pragma once

#include "core/survey/cleaning.h"
#include "core/survey/role.h"

namespace npscope {

[[nodiscard]] constexpr TextUse text_use(Role role) {
  switch (role) {
    case Role::kComment:
      return TextUse::kComment;
    case Role::kRespondent:
    case Role::kResponseId:
    case Role::kAccount:
    case Role::kWave:
      return TextUse::kKey;
    default:
      return TextUse::kValue;
  }
}

/// Ids of responses tell upper and lower case apart: "R_1aB" and "R_1Ab" are two responses.
[[nodiscard]] inline CleaningSet rules_for(Role role, CleaningSet on) {
  if (role == Role::kResponseId) on.reset(rule_index(CleaningRule::kKeyCase));
  return on;
}

}  // namespace npscope
