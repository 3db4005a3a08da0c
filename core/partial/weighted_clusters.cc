// SPDX-License-Identifier: MIT
// Merging is one walk over two ordered lists.
#include "core/partial/weighted_clusters.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {
namespace {

using Entry = WeightedClusters::Entry;

void join(Entry& entry, const Entry& other) {
  entry.groups.merge(other.groups);
  for (size_t i = 0; i < entry.weights.size(); ++i) entry.weights[i] += other.weights[i];
  entry.least = std::min(entry.least, other.least);
  entry.most = std::max(entry.most, other.most);
}

/// Joins neighbours with one key.
std::vector<Entry> joined(const std::vector<Entry>& ordered) {
  std::vector<Entry> result;
  result.reserve(ordered.size());
  for (const Entry& entry : ordered) {
    if (entry.groups.responses() == 0) continue;
    if (!result.empty() && result.back().key == entry.key) {
      join(result.back(), entry);
    } else {
      result.push_back(entry);
    }
  }
  return result;
}

}  // namespace

Entry weighted_response(uint64_t key, unsigned group, Weight weight) {
  NPS_CHECK(group <= 2 && weight.millionths > 0 && weight.millionths <= kLargestWeight);
  Entry entry;
  entry.key = key;
  entry.groups = {group == 0 ? 1U : 0U, group == 1 ? 1U : 0U, group == 2 ? 1U : 0U};
  entry.weights[group] = weight.millionths;
  entry.least = weight;
  entry.most = weight;
  return entry;
}

void WeightedClusters::add(uint64_t key, unsigned group, const std::expected<Weight, WeightFault>& weight) {
  if (!weight) {
    alone.refuse(weight.error());
    return;
  }
  const Entry added = weighted_response(key, group, *weight);
  const auto at = std::ranges::lower_bound(entries, key, {}, &Entry::key);
  if (at != entries.end() && at->key == key) {
    join(*at, added);
  } else {
    entries.insert(at, added);
  }
}

void WeightedClusters::merge(const WeightedClusters& other) {
  std::vector<Entry> both(entries.size() + other.entries.size());
  std::ranges::merge(entries, other.entries, both.begin(), {}, &Entry::key, &Entry::key);
  entries = joined(both);
  alone.merge(other.alone);
}

uint64_t WeightedClusters::disagreeing() const {
  return static_cast<uint64_t>(std::ranges::count_if(entries, [](const Entry& entry) { return entry.least != entry.most; }));
}

WeightedClusters weighted_clusters(std::vector<Entry> unordered) {
  std::ranges::sort(unordered, {}, &Entry::key);
  WeightedClusters clusters;
  clusters.entries = joined(unordered);
  return clusters;
}

}  // namespace npscope
