// SPDX-License-Identifier: MIT
// How much speaks for a column in one of the roles beside the score. Each role asks for a name and for a kind of values; a name
// without such values is nothing.
#pragma once

#include <string_view>

#include "core/survey/column_profile.h"
#include "core/survey/evidence.h"
#include "core/survey/number_profile.h"
#include "core/survey/role.h"

namespace npscope {

/// What a preset says about a column.
struct RoleHints {
  bool preset = false;
  std::string_view preset_name;
  /// 0 for the preset's first choice, rising by a hundredth for each later one.
  double rank = 0;
};

/// For kRespondent, kResponseId, kDate and kComment; `words` are those of all the column's header cells.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_role(Role role, const ColumnProfile& values, std::string_view words,
                                                    const RoleHints& hints);

/// For comments that are shorter than weigh_role() asks for, in columns that nothing else claims.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_short_comment(const ColumnProfile& values, std::string_view words,
                                                             const RoleHints& hints);

/// For kName, kAccount, kEmployee, kStartDate, kLanguage, kChannel, kTouchpoint, kSurvey and kWave; `name` is header_words() of the
/// column's name alone.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_named_role(Role role, const ColumnProfile& values, std::string_view name,
                                                          const RoleHints& hints);

/// True when a header is short enough to name a thing and asks nothing.
[[nodiscard]] bool may_name_a_role(std::string_view name);

/// For kWeight and kRevenue, whose names have been found already.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_number_role(Role role, const NumberProfile& numbers, uint64_t distinct,
                                                           std::string_view word);

/// Few whole numbers from 0 to 10, as a rating has.
[[nodiscard]] bool is_rating(const ColumnProfile& values);
/// The weight of a rating of what `word` names.
[[nodiscard]] [[gnu::noinline]] Evidence weigh_driver(const ColumnProfile& values, std::string_view word);

/// Values that repeat, so that groups can be made of them.
[[nodiscard]] bool has_few_values(const ColumnProfile& values);

}  // namespace npscope
