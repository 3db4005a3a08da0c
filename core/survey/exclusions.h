// SPDX-License-Identifier: MIT
// Which records of a file are left out although nothing is wrong with them: as the preset says, as a person says, and those that
// answer another question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/survey/answer.h"
#include "core/survey/header.h"
#include "core/survey/mapping.h"

namespace npscope {

/// The preset's exclusions for the columns that the file has, in the preset's order.
[[nodiscard]] [[gnu::noinline]] std::vector<Exclusion> preset_exclusions(const Header& header);

/// Those of the request. REQUIRES: request.exclusions
[[nodiscard]] Result<std::vector<Exclusion>> chosen_exclusions(const MappingRequest& request,
                                                               const std::vector<Column>& columns);

/// Keeps the rows of NPS when column `chosen`, or else any, says of each row which question it answers.
[[nodiscard]] [[gnu::noinline]] std::optional<Exclusion> metric_exclusion(const std::vector<std::vector<std::string>>& records,
                                                                          size_t first, const std::vector<Column>& columns,
                                                                          std::optional<size_t> chosen);

/// Indices of the records from `first` on that no exclusion leaves out.
[[nodiscard]] [[gnu::noinline]] std::vector<size_t> kept_records(const std::vector<std::vector<std::string>>& records,
                                                                 size_t first, const std::vector<Exclusion>& exclusions);

}  // namespace npscope
