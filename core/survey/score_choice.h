// SPDX-License-Identifier: MIT
// Which columns can be the score, best first, and why.
#pragma once

#include <string>
#include <vector>

#include "core/survey/mapping.h"
#include "core/survey/preset.h"
#include "core/survey/sample_table.h"

namespace npscope {

struct ScoreRanking {
  std::vector<ScoreCandidate> candidates;
  /// One for each column of the file.
  std::vector<std::vector<std::string>> evidence;
};

[[nodiscard]] [[gnu::noinline]] ScoreRanking rank_scores(const SampleTable& table, const MappingRequest& request,
                                                         const std::optional<LongFormat>& shape);

/// Where the file's preset lists a column for a role, or null.
[[nodiscard]] const PresetMatch::Column* preset_column(const Header& header, size_t column, Role role);

}  // namespace npscope
