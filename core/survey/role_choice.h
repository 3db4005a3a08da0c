// SPDX-License-Identifier: MIT
// The roles of the columns beside the score: found by themselves, then changed by a person's word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/survey/mapping.h"
#include "core/survey/sample_table.h"

namespace npscope {

/// Gives a column a role; the words for it replace those it had.
void take_role(Mapping& mapping, Role role, size_t column, double confidence, std::vector<std::string> evidence);

/// The first column with the role.
[[nodiscard]] std::optional<size_t> column_with(const Mapping& mapping, Role role);

/// Gives roles to columns without one.
[[gnu::noinline]] void choose_roles(const SampleTable& table, Mapping& mapping);

/// Puts the choices of the request over what was found. With a closed request nothing that was found stays. `score_evidence`: one
/// for each column.
[[nodiscard]] [[gnu::noinline]] std::optional<Failure> apply_choices(
    const MappingRequest& request, const std::vector<std::vector<std::string>>& score_evidence, Mapping& mapping);

}  // namespace npscope
