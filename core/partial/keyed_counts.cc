// SPDX-License-Identifier: MIT
// Merging two ordered lists, entry by entry.
#include "core/partial/keyed_counts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace npscope {
namespace {

bool comes_before(const KeyedCounts::Entry& a, const KeyedCounts::Entry& b) {
  if (a.has_value != b.has_value) return a.has_value;
  return a.value < b.value;
}

}  // namespace

void KeyedCounts::append(Entry entry) {
  if (!entries.empty() && !comes_before(entries.back(), entry)) {
    entries.back().scores.merge(entry.scores);
    entries.back().means.merge(entry.means);
  } else {
    entries.push_back(std::move(entry));
  }
}

void KeyedCounts::add(const Entry& entry) {
  const auto at = std::ranges::lower_bound(entries, entry, comes_before);
  if (at != entries.end() && !comes_before(entry, *at)) {
    at->scores.merge(entry.scores);
    at->means.merge(entry.means);
  } else {
    entries.insert(at, entry);
  }
}

void KeyedCounts::merge(const KeyedCounts& other) {
  std::vector<Entry> both;
  both.reserve(entries.size() + other.entries.size());
  std::ranges::merge(entries, other.entries, std::back_inserter(both), comes_before);
  entries.clear();
  for (Entry& entry : both) append(std::move(entry));
}

KeyedCounts keyed_counts(std::vector<KeyedCounts::Entry> unordered) {
  std::ranges::sort(unordered, comes_before);
  KeyedCounts counts;
  for (KeyedCounts::Entry& entry : unordered) counts.append(std::move(entry));
  return counts;
}

}  // namespace npscope
