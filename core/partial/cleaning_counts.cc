// SPDX-License-Identifier: MIT
// Cells and scores add up; of the examples of both the first ones stay, so that no order of merging shows.
#include "core/partial/cleaning_counts.h"

#include <algorithm>

namespace npscope {

void CleaningCounts::merge(const CleaningCounts& other) {
  for (size_t rule = 0; rule < kCleaningCounts; ++rule) {
    Entry& own = rules[rule];
    const Entry& more = other.rules[rule];
    own.cells += more.cells;
    own.scores.merge(more.scores);
    own.examples.insert(own.examples.end(), more.examples.begin(), more.examples.end());
    std::ranges::sort(own.examples);
    if (own.examples.size() > kMostExamples) own.examples.resize(kMostExamples);
  }
}

}  // namespace npscope
