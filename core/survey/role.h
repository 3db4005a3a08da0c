// SPDX-License-Identifier: MIT
// Role: what a column is used for. A column without a role is read past and never kept.
#pragma once

#include <cstdint>
#include <string_view>

namespace npscope {

enum class Role : uint8_t { kNone, kScore, kRespondent, kResponseId, kDate, kComment, kSegment };

/// The word of the report: "score", "respondent", "response-id", "date", "comment", "segment", "none".
[[nodiscard]] constexpr std::string_view role_name(Role role) {
  switch (role) {
    case Role::kScore:
      return "score";
    case Role::kRespondent:
      return "respondent";
    case Role::kResponseId:
      return "response-id";
    case Role::kDate:
      return "date";
    case Role::kComment:
      return "comment";
    case Role::kSegment:
      return "segment";
    case Role::kNone:
      break;
  }
  return "none";
}

}  // namespace npscope
