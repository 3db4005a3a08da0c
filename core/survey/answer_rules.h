// SPDX-License-Identifier: MIT
// The rules of a mapping that its columns do not say: which records are left out, what the cells of the score hold, which group
// column it is compared with, and the zone of the dates.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/survey/answer.h"
#include "core/survey/column_profile.h"
#include "core/survey/header.h"

namespace npscope {

/// The preset's exclusions for the columns that the file has, in the preset's order.
[[nodiscard]] [[gnu::noinline]] std::vector<Exclusion> preset_exclusions(const Header& header);

/// The records behind the header that no exclusion leaves out.
[[nodiscard]] [[gnu::noinline]] std::vector<std::vector<std::string>> kept_records(
    const std::vector<std::vector<std::string>>& records, size_t first, const std::vector<Exclusion>& exclusions);

struct AnswerRules {
  ScoreKind kind = ScoreKind::kScores;
  GroupStyle groups = GroupStyle::kWords;
  std::optional<GroupCheck> check;
};

/// What the cells of column `score` hold, told from a sample of the records that stay; `profiles` are those of the sample.
[[nodiscard]] [[gnu::noinline]] AnswerRules answer_rules(const Header& header, const std::vector<ColumnProfile>& profiles,
                                                         const std::vector<std::vector<std::string>>& sample, size_t score,
                                                         const MissingCodes& missing);

/// The zone of the dates: as the file says, else as the preset knows, else as the name of the date column says; empty: unknown.
[[nodiscard]] [[gnu::noinline]] std::string stated_zone(const Header& header,
                                                        const std::vector<std::vector<std::string>>& records,
                                                        std::optional<size_t> date);

}  // namespace npscope
