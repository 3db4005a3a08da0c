// SPDX-License-Identifier: MIT
// What measures beyond plain tables ask before they write for sharing: whether a figure is of too few responses, and what is left of a
// table when its hidden cells are one group or none.
//
// A figure that is worked out of all cells is worked out of the table as it is shown; else hidden cells could be solved for.
#pragma once

#include <span>
#include <vector>

#include "core/measures/suppression.h"
#include "core/partial/score_counts.h"

namespace npscope {

/// Some, but fewer than may be shown.
[[nodiscard]] bool too_few_to_share(const Query& query, uint64_t responses);

/// Writes `unavailable` with `too-few-to-share` when they are.
[[nodiscard]] bool refused_few(const Query& query, uint64_t responses, JsonWriter& out);

/// By cell, all answers as groups.
[[nodiscard]] std::vector<GroupCounts> groups_by_cell(std::span<const ResponseCounts> cells);

/// The cells with nothing in the hidden ones.
[[nodiscard]] std::vector<GroupCounts> without_hidden(std::vector<GroupCounts> cells, const Shown& shown);

/// The same, and one more at the end with what was in them.
[[nodiscard]] std::vector<GroupCounts> hidden_as_one(std::vector<GroupCounts> cells, const Shown& shown);

/// What may be seen of a table of which some cells' figures are of fewer responses than are in the cell (those with a weight, with an
/// account): what is shown of both. REQUIRES: all of one length.
[[nodiscard]] Shown shown_of_both(const Frame& frame, std::span<const GroupCounts> all, std::span<const GroupCounts> usable);

}  // namespace npscope
