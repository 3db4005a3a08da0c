// SPDX-License-Identifier: MIT
// How much speaks for a column in one of the roles beside the score: respondent, response, date, comment.
#pragma once

#include <string_view>

#include "core/survey/column_profile.h"
#include "core/survey/evidence.h"
#include "core/survey/role.h"

namespace npscope {

/// What a preset says about a column.
struct RoleHints {
  bool preset = false;
  std::string_view preset_name;
  /// 0 for the preset's first choice, rising by a hundredth for each later one.
  double rank = 0;
};

/// REQUIRES: role is kRespondent, kResponseId, kDate or kComment.
[[nodiscard]] [[gnu::noinline]] Weight weigh_role(Role role, const ColumnProfile& values, std::string_view words,
                                                  const RoleHints& hints);

}  // namespace npscope
