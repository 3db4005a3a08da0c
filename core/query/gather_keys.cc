// SPDX-License-Identifier: MIT
// Counts by account or respondent: keys are numbered as they come, counted in a list, and ordered at the end.
#include <array>
#include <utility>

#include "core/query/gather.h"
#include "core/query/key_numbers.h"
#include "core/query/response_weights.h"

namespace npscope {
namespace {

uint64_t key_of(const Part& part, ClusterBy by, size_t response) {
  const std::vector<uint64_t>& keys = by == ClusterBy::kAccount ? part.accounts : part.respondents;
  return keys.empty() ? 0 : keys[response];
}

void add_to(GroupCounts& counts, unsigned group, uint64_t times) {
  (group == 0 ? counts.detractors : group == 1 ? counts.passives : counts.promoters) += times;
}

template <class Act>
void for_each_selected(std::span<const Part> parts, std::span<const Selection> selected, const Act& act) {
  for (size_t p = 0; p < parts.size(); ++p) {
    for (size_t i = 0; i < parts[p].size(); ++i) {
      if (selected[p][i] != 0) act(p, parts[p], i);
    }
  }
}

/// The responses of one respondent: of each set the one that counts.
struct Answers {
  struct One {
    bool there = false;
    uint8_t group = 0;
    int32_t day = kNoDay;
  };
  std::array<One, 2> sets;

  void add(size_t set, int32_t day, unsigned group) {
    One& one = sets[set];
    if (one.there && (day < one.day || (day == one.day && group >= one.group))) return;
    one = {true, static_cast<uint8_t>(group), day};
  }
};

}  // namespace

std::vector<ClusterCounts> gather_clusters(std::span<const Part> parts, std::span<const Selection> selected, const Cells& cells,
                                           ClusterBy by) {
  std::vector<ClusterCounts> counts(cells.count);
  KeyNumbers numbers;
  struct Entry {
    size_t cell = 0;
    ClusterCounts::Entry cluster;
  };
  std::vector<Entry> entries;
  for_each_selected(parts, selected, [&](size_t p, const Part& part, size_t i) {
    const uint32_t cell = cells.cell(p, i);
    const uint64_t key = key_of(part, by, i);
    if (key == 0) return add_to(counts[cell].alone, part.group_of(i), part.times_of(i));
    const size_t number = numbers.number(key, cell);
    if (number == entries.size()) entries.push_back({cell, {key, {}}});
    add_to(entries[number].cluster.groups, part.group_of(i), part.times_of(i));
  });
  std::vector<std::vector<ClusterCounts::Entry>> by_cell(cells.count);
  for (const Entry& entry : entries) by_cell[entry.cell].push_back(entry.cluster);
  for (size_t cell = 0; cell < counts.size(); ++cell) counts[cell].entries = cluster_counts(std::move(by_cell[cell])).entries;
  return counts;
}

std::vector<UnitMeans> gather_unit_means(std::span<const Part> parts, std::span<const Selection> selected, const Cells& cells) {
  std::vector<UnitMeans> means(cells.count);
  KeyNumbers numbers;
  struct Unit {
    uint32_t cell = 0;
    uint32_t answers = 0;
    int64_t sum = 0;
  };
  std::vector<Unit> units;
  for_each_selected(parts, selected, [&](size_t p, const Part& part, size_t i) {
    const uint32_t cell = cells.cell(p, i);
    const int64_t sign = int64_t{part.group_of(i)} - 1;
    const uint64_t key = part.units.empty() ? 0 : part.units[i];
    if (key == 0) return means[cell].add(1, sign, part.times_of(i));
    const size_t number = numbers.number(key, cell);
    if (number == units.size()) units.push_back({.cell = cell});
    ++units[number].answers;
    units[number].sum += sign;
  });
  for (const Unit& unit : units) means[unit.cell].add(unit.answers, unit.sum);
  return means;
}

WeightedClusters gather_weighted_clusters(std::span<const Part> parts, std::span<const Selection> selected,
                                          const ColumnRef& weight, ClusterBy by) {
  std::vector<ResponseWeights> weights;
  for (const Part& part : parts) weights.emplace_back(part, weight);
  WeightedCounts alone;
  KeyNumbers numbers;
  std::vector<WeightedClusters::Entry> entries;
  for_each_selected(parts, selected, [&](size_t p, const Part& part, size_t i) {
    const std::expected<Weight, WeightFault>& found = weights[p].of(i);
    const uint64_t times = part.times_of(i);
    const unsigned group = part.group_of(i);
    if (!found) return alone.refuse(found.error(), times);
    const uint64_t key = key_of(part, by, i);
    if (key == 0) return alone.add(group, *found, times);
    const size_t number = numbers.number(key);
    if (number == entries.size()) entries.push_back({key, {}, {}, *found, *found});
    WeightedClusters::Entry& entry = entries[number];
    add_to(entry.groups, group, times);
    entry.weights[group] += Uint128{found->millionths} * times;
    entry.least = std::min(entry.least, *found);
    entry.most = std::max(entry.most, *found);
  });
  WeightedClusters clusters = weighted_clusters(std::move(entries));
  clusters.alone = alone;
  return clusters;
}

GatheredPairs gather_pairs(std::span<const Part> parts, std::span<const Selection> first, std::span<const Selection> second) {
  GatheredPairs gathered;
  KeyNumbers numbers;
  std::vector<Answers> respondents;
  for (size_t set = 0; set < 2; ++set) {
    const std::span<const Selection> own = set == 0 ? first : second;
    const std::span<const Selection> other = set == 0 ? second : first;
    for_each_selected(parts, own, [&](size_t p, const Part& part, size_t i) {
      if (other[p][i] != 0) {
        gathered.in_both += set == 0 ? part.times_of(i) : 0;
        return;
      }
      const uint64_t key = key_of(part, ClusterBy::kRespondent, i);
      if (key == 0) {
        gathered.without_key += part.times_of(i);
        return;
      }
      const size_t number = numbers.number(key);
      if (number == respondents.size()) respondents.emplace_back();
      respondents[number].add(set, part.days.empty() ? kNoDay : part.days[i], part.group_of(i));
    });
  }
  for (const Answers& answers : respondents) {
    const auto& [before, after] = answers.sets;
    if (before.there && after.there) gathered.pairs.add(before.group, after.group);
    if (before.there && !after.there) ++gathered.only_first;
    if (!before.there && after.there) ++gathered.only_second;
  }
  return gathered;
}

}  // namespace npscope
