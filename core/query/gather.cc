// SPDX-License-Identifier: MIT
// One pass over the responses for each kind of count. What needs keys is in gather_keys.cc.
#include "core/query/gather.h"

#include "core/query/response_weights.h"

namespace npscope {

std::vector<ResponseCounts> gather_scores(std::span<const Part> parts, std::span<const Selection> selected,
                                          const Cells& cells) {
  std::vector<ResponseCounts> counts(cells.count);
  for (size_t p = 0; p < parts.size(); ++p) {
    const Part& part = parts[p];
    const Selection& mask = selected[p];
    for (size_t i = 0; i < mask.size(); ++i) {
      if (mask[i] != 0) counts[cells.cell(p, i)].add_answer(part.groups_only, part.answers[i], part.times_of(i));
    }
  }
  return counts;
}

ResponseCounts gather_scores(std::span<const Part> parts, std::span<const Selection> selected) {
  ResponseCounts all;
  for (size_t p = 0; p < parts.size(); ++p) {
    const Part& part = parts[p];
    for (size_t i = 0; i < part.size(); ++i) {
      if (selected[p][i] != 0) all.add_answer(part.groups_only, part.answers[i], part.times_of(i));
    }
  }
  return all;
}

std::vector<WeightedCounts> gather_weights(std::span<const Part> parts, std::span<const Selection> selected, const Cells& cells,
                                           const ColumnRef& weight) {
  std::vector<WeightedCounts> counts(cells.count);
  for (size_t p = 0; p < parts.size(); ++p) {
    const Part& part = parts[p];
    const ResponseWeights weights(part, weight);
    for (size_t i = 0; i < part.size(); ++i) {
      if (selected[p][i] == 0) continue;
      WeightedCounts& of_cell = counts[cells.cell(p, i)];
      const std::expected<Weight, WeightFault>& found = weights.of(i);
      if (found) {
        of_cell.add(part.group_of(i), *found, part.times_of(i));
      } else {
        of_cell.refuse(found.error(), part.times_of(i));
      }
    }
  }
  return counts;
}

}  // namespace npscope
