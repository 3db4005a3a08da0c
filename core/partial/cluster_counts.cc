// SPDX-License-Identifier: MIT
// Merging is one walk over two ordered lists.
#include "core/partial/cluster_counts.h"

#include <algorithm>

#include "core/base/check.h"

namespace npscope {
namespace {

GroupCounts one_response(unsigned group) {
  NPS_CHECK(group <= 2);
  return {group == 0 ? 1U : 0U, group == 1 ? 1U : 0U, group == 2 ? 1U : 0U};
}

ClusterShapes::Entry& entry_for(std::vector<ClusterShapes::Entry>& entries, uint64_t answers) {
  auto at = std::ranges::lower_bound(entries, answers, {}, &ClusterShapes::Entry::answers);
  if (at == entries.end() || at->answers != answers) at = entries.insert(at, {answers, 0, {}, 0});
  return *at;
}

/// Joins neighbours with one key.
std::vector<ClusterCounts::Entry> joined(const std::vector<ClusterCounts::Entry>& ordered) {
  std::vector<ClusterCounts::Entry> result;
  result.reserve(ordered.size());
  for (const ClusterCounts::Entry& entry : ordered) {
    if (entry.groups.responses() == 0) continue;
    if (!result.empty() && result.back().key == entry.key) {
      result.back().groups.merge(entry.groups);
    } else {
      result.push_back(entry);
    }
  }
  return result;
}

}  // namespace

void ClusterCounts::add(uint64_t key, unsigned group) {
  auto at = std::ranges::lower_bound(entries, key, {}, &Entry::key);
  if (at == entries.end() || at->key != key) at = entries.insert(at, {key, {}});
  at->groups.merge(one_response(group));
}

void ClusterCounts::add_alone(unsigned group) { alone.merge(one_response(group)); }

void ClusterCounts::merge(const ClusterCounts& other) {
  std::vector<Entry> both(entries.size() + other.entries.size());
  std::ranges::merge(entries, other.entries, both.begin(), {}, &Entry::key, &Entry::key);
  entries = joined(both);
  alone.merge(other.alone);
}

ClusterCounts cluster_counts(std::vector<ClusterCounts::Entry> unordered) {
  std::ranges::sort(unordered, {}, &ClusterCounts::Entry::key);
  ClusterCounts counts;
  counts.entries = joined(unordered);
  return counts;
}

void ClusterShapes::add(const GroupCounts& cluster, uint64_t clusters) {
  if (cluster.responses() == 0 || clusters == 0) return;
  Entry& entry = entry_for(entries, cluster.responses());
  const uint64_t sum =
      cluster.promoters > cluster.detractors ? cluster.promoters - cluster.detractors : cluster.detractors - cluster.promoters;
  entry.clusters += clusters;
  entry.groups.merge({cluster.detractors * clusters, cluster.passives * clusters, cluster.promoters * clusters});
  entry.squares += sum * sum * clusters;
}

void ClusterShapes::merge(const ClusterShapes& other) {
  for (const Entry& added : other.entries) {
    Entry& entry = entry_for(entries, added.answers);
    entry.clusters += added.clusters;
    entry.groups.merge(added.groups);
    entry.squares += added.squares;
  }
}

uint64_t ClusterShapes::clusters() const {
  uint64_t sum = 0;
  for (const Entry& entry : entries) sum += entry.clusters;
  return sum;
}

GroupCounts ClusterShapes::groups() const {
  GroupCounts sum;
  for (const Entry& entry : entries) sum.merge(entry.groups);
  return sum;
}

ClusterShapes keyed_shapes(const ClusterCounts& counts) {
  ClusterShapes shapes;
  for (const ClusterCounts::Entry& entry : counts.entries) shapes.add(entry.groups);
  return shapes;
}

ClusterShapes all_shapes(const ClusterCounts& counts) {
  ClusterShapes shapes = keyed_shapes(counts);
  shapes.add({1, 0, 0}, counts.alone.detractors);
  shapes.add({0, 1, 0}, counts.alone.passives);
  shapes.add({0, 0, 1}, counts.alone.promoters);
  return shapes;
}

}  // namespace npscope
