// SPDX-License-Identifier: MIT
// One pass over the responses for each kind of count. What needs keys is in gather_keys.cc.
#include "core/query/gather.h"

#include "core/query/response_weights.h"

namespace npscope {
namespace {

/// More cells are counted one response after the other.
constexpr size_t kMostInTable = 1024;
/// One byte's worth.
constexpr size_t kAnswers = 256;

void add_one_by_one(const Part& part, std::span<const uint8_t> used, std::span<const uint32_t> cells,
                    std::vector<ResponseCounts>& counts) {
  for (size_t i = 0; i < used.size(); ++i) {
    if (used[i] == 0) continue;
    counts[cells.empty() ? 0 : cells[i]].add_answer(part.groups_only, part.answers[i], part.times_of(i));
  }
}

/// The same by a table of cells and answers, with one more cell for those that are not used: no branch, no surprise.
void add_by_table(const Part& part, std::span<const uint8_t> used, std::span<const uint32_t> cells,
                  std::vector<ResponseCounts>& counts) {
  const auto unused = static_cast<uint32_t>(counts.size());
  std::vector<uint32_t> table((size_t{unused} + 1) * kAnswers);
  const std::span<const uint8_t> answers = part.answers;
  const auto add = [&](const auto& cell_of) {
    for (size_t i = 0; i < used.size(); ++i) {
      const uint32_t cell = cell_of(i);
      ++table[(used[i] != 0 ? cell : unused) * kAnswers + answers[i]];
    }
  };
  if (cells.empty()) {
    add([](size_t) { return 0U; });
  } else {
    add([cells](size_t i) { return cells[i]; });
  }
  for (size_t cell = 0; cell < unused; ++cell) {
    for (unsigned answer = 0; answer < kAnswers; ++answer) {
      const uint32_t times = table[cell * kAnswers + answer];
      if (times != 0) counts[cell].add_answer(part.groups_only, answer, times);
    }
  }
}

void add_scores(const Part& part, std::span<const uint8_t> used, std::span<const uint32_t> cells,
                std::vector<ResponseCounts>& counts) {
  if (part.times.empty() && counts.size() <= kMostInTable) return add_by_table(part, used, cells, counts);
  add_one_by_one(part, used, cells, counts);
}

}  // namespace

std::vector<ResponseCounts> gather_scores(std::span<const Part> parts, std::span<const Selection> selected,
                                          const Cells& cells) {
  std::vector<ResponseCounts> counts(cells.count);
  for (size_t p = 0; p < parts.size(); ++p) {
    add_scores(parts[p], selected[p], cells.of.empty() ? std::span<const uint32_t>() : cells.of[p], counts);
  }
  return counts;
}

ResponseCounts gather_scores(std::span<const Part> parts, std::span<const Selection> selected) {
  std::vector<ResponseCounts> all(1);
  for (size_t p = 0; p < parts.size(); ++p) add_scores(parts[p], selected[p], {}, all);
  return all.front();
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
