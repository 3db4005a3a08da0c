// SPDX-License-Identifier: MIT
// Role: what a column is used for. A column without a role is read past and never kept.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace npscope {

enum class Role : uint8_t {
  kNone,
  kScore,
  kGroup,  // promoter, passive, detractor as the tool worked them out
  kComment,
  kResponseId,
  kRespondent,  // what tells respondents apart: an e-mail address, a customer's number
  kName,
  kAccount,
  kEmployee,  // agent or advisor: never a segment unless a person switches it on
  kDate,
  kStartDate,
  kLanguage,
  kChannel,
  kTouchpoint,
  kSurvey,
  kWave,
  kCount,  // how many responses a row stands for: a table of counts per score
  kWeight,
  kRevenue,
  kDriver,  // a rating of one aspect
  kSegment,
  kMetric,  // which question a row answers: NPS, CSAT, CES
  kIgnore,  // a person said that the column is not used
};

inline constexpr size_t kRoleCount = static_cast<size_t>(Role::kIgnore) + 1;

/// The words of the report, in the order of the enum.
inline constexpr std::array<std::string_view, kRoleCount> kRoleNames = {
    "none",     "score",  "group",      "comment",  "response-id", "respondent", "name",   "account",
    "employee", "date",   "start-date", "language", "channel",     "touchpoint", "survey", "wave",
    "count",    "weight", "revenue",    "driver",   "segment",     "metric",     "ignore"};

[[nodiscard]] constexpr std::string_view role_name(Role role) { return kRoleNames[static_cast<size_t>(role)]; }

[[nodiscard]] constexpr std::optional<Role> role_named(std::string_view name) {
  for (size_t i = 0; i < kRoleCount; ++i) {
    if (kRoleNames[i] == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

/// The column is looked at.
[[nodiscard]] constexpr bool is_used(Role role) { return role != Role::kNone && role != Role::kIgnore; }

/// Roles that several columns of a file may have.
[[nodiscard]] constexpr bool may_repeat(Role role) {
  return role == Role::kNone || role == Role::kIgnore || role == Role::kComment || role == Role::kDriver ||
         role == Role::kSegment || role == Role::kName || role == Role::kEmployee;
}

}  // namespace npscope
