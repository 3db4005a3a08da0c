// SPDX-License-Identifier: MIT
// Merging two ordered lists, entry by entry.
#include "core/partial/keyed_counts.h"

#include <algorithm>

namespace npscope {
namespace {

bool comes_before(const KeyedCounts::Entry& a, const KeyedCounts::Entry& b) {
  if (a.has_value != b.has_value) return a.has_value;
  return a.value < b.value;
}

}  // namespace

void KeyedCounts::add(const Entry& entry) {
  const auto at = std::ranges::lower_bound(entries, entry, comes_before);
  if (at != entries.end() && !comes_before(entry, *at)) {
    at->scores.merge(entry.scores);
  } else {
    entries.insert(at, entry);
  }
}

void KeyedCounts::merge(const KeyedCounts& other) {
  for (const Entry& entry : other.entries) add(entry);
}

}  // namespace npscope
