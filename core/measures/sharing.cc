// SPDX-License-Identifier: MIT
// One minimum for totals and cells: that of suppression.h.
#include "core/measures/sharing.h"

#include <array>

namespace npscope {
namespace {

std::vector<ResponseCounts> responses_of(std::span<const GroupCounts> groups) {
  std::vector<ResponseCounts> responses(groups.size());
  for (size_t i = 0; i < groups.size(); ++i) responses[i].groups_only = groups[i];
  return responses;
}

}  // namespace

bool too_few_to_share(const Query& query, uint64_t responses) {
  std::array<ResponseCounts, 1> total;
  total[0].groups_only.passives = responses;
  return !shown_cells(query, Cells{}, total).shows(0);
}

bool refused_few(const Query& query, uint64_t responses, JsonWriter& out) {
  if (!too_few_to_share(query, responses)) return false;
  write_unavailable(out, "too-few-to-share");
  return true;
}

std::vector<GroupCounts> groups_by_cell(std::span<const ResponseCounts> cells) {
  std::vector<GroupCounts> groups;
  groups.reserve(cells.size());
  for (const ResponseCounts& cell : cells) groups.push_back(group_counts(cell));
  return groups;
}

std::vector<GroupCounts> without_hidden(std::vector<GroupCounts> cells, const Shown& shown) {
  for (size_t cell = 0; cell < cells.size(); ++cell) {
    if (!shown.shows(cell)) cells[cell] = {};
  }
  return cells;
}

std::vector<GroupCounts> hidden_as_one(std::vector<GroupCounts> cells, const Shown& shown) {
  GroupCounts hidden;
  for (size_t cell = 0; cell < cells.size(); ++cell) {
    if (!shown.shows(cell)) hidden.merge(cells[cell]);
  }
  cells = without_hidden(std::move(cells), shown);
  cells.push_back(hidden);
  return cells;
}

Shown shown_of_both(const Frame& frame, std::span<const GroupCounts> all, std::span<const GroupCounts> usable) {
  Shown shown = shown_cells(frame, responses_of(all));
  shown.hide_too(shown_cells(frame, responses_of(usable)));
  return shown;
}

}  // namespace npscope
