// SPDX-License-Identifier: MIT
// The rules of a mapping that its columns do not say: what the cells of the score hold, which group column it is compared with, and
// the zone of the dates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/survey/answer.h"
#include "core/survey/column_profile.h"
#include "core/survey/header.h"

namespace npscope {

/// What the cells of column `score` hold, told from a sample of the records that stay; `profiles` are those of the sample.
[[nodiscard]] [[gnu::noinline]] AnswerRules answer_rules(const Header& header, const std::vector<ColumnProfile>& profiles,
                                                         const std::vector<std::vector<std::string>>& sample, size_t score,
                                                         const MissingCodes& missing);

/// The zone of the dates: as the file says, else as the preset knows, else as the name of the date column says; empty: unknown.
[[nodiscard]] [[gnu::noinline]] std::string stated_zone(const Header& header,
                                                        const std::vector<std::vector<std::string>>& records,
                                                        std::optional<size_t> date);

}  // namespace npscope
