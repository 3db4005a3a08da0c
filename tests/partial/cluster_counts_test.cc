// SPDX-License-Identifier: MIT
// ClusterCounts and ClusterShapes: clusters come together however the responses are dealt to shards, and shapes say the same as keys.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "core/partial/cluster_counts.h"

namespace npscope {
namespace {

struct Response {
  uint64_t key;
  unsigned group;
};

ClusterCounts counted(const std::vector<Response>& responses, size_t from, size_t to) {
  ClusterCounts counts;
  for (size_t i = from; i < to; ++i) {
    if (responses[i].key == 0) {
      counts.add_alone(responses[i].group);
    } else {
      counts.add(responses[i].key, responses[i].group);
    }
  }
  return counts;
}

TEST(ClusterCounts, AreTheSameWhereverResponsesAreCutAndInWhateverOrder) {
  std::mt19937 random(61);
  std::vector<Response> responses(60);
  for (Response& one : responses) one = {random() % 8, static_cast<unsigned>(random() % 3)};
  const ClusterCounts whole = counted(responses, 0, responses.size());
  for (size_t cut = 0; cut <= responses.size(); ++cut) {
    ClusterCounts first = counted(responses, 0, cut);
    first.merge(counted(responses, cut, responses.size()));
    ASSERT_TRUE(first == whole) << cut;
  }
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(responses, random);
    ASSERT_TRUE(counted(responses, 0, responses.size()) == whole);
  }
}

TEST(ClusterCounts, OfAnUnorderedListAreThoseOfAddingOneByOne) {
  std::mt19937 random(62);
  std::vector<ClusterCounts::Entry> list;
  ClusterCounts one_by_one;
  for (int i = 0; i < 200; ++i) {
    const uint64_t key = random() % 40;
    const unsigned group = random() % 3;
    list.push_back({key, {group == 0 ? 1U : 0U, group == 1 ? 1U : 0U, group == 2 ? 1U : 0U}});
    one_by_one.add(key, group);
  }
  list.push_back({99, {}});
  EXPECT_TRUE(cluster_counts(list) == one_by_one);
}

// Two accounts with two answers each, one with three; two responses without an account.
TEST(ClusterShapes, HoldSumsAndSquaresBySize) {
  ClusterCounts counts;
  for (const auto& [key, group] : std::vector<Response>{{5, 2}, {5, 2}, {3, 0}, {3, 2}, {9, 0}, {9, 0}, {9, 1}})
    counts.add(key, group);
  counts.add_alone(1);
  counts.add_alone(0);
  const ClusterShapes keyed = keyed_shapes(counts);
  ASSERT_EQ(keyed.entries.size(), 2U);
  EXPECT_TRUE((keyed.entries[0] == ClusterShapes::Entry{2, 2, {1, 0, 3}, 4}));
  EXPECT_TRUE((keyed.entries[1] == ClusterShapes::Entry{3, 1, {2, 1, 0}, 4}));
  const ClusterShapes all = all_shapes(counts);
  EXPECT_TRUE((all.entries[0] == ClusterShapes::Entry{1, 2, {1, 1, 0}, 1}));
  EXPECT_EQ(keyed.clusters(), 3U);
  EXPECT_EQ(all.clusters(), 5U);
  EXPECT_TRUE((all.groups() == GroupCounts{4, 2, 3}));
}

TEST(ClusterShapes, AreTheSameWhateverTheKeysAre) {
  std::mt19937 random(63);
  for (int i = 0; i < 50; ++i) {
    std::vector<ClusterCounts::Entry> list;
    list.reserve(20);
    for (uint64_t key = 0; key < 20; ++key) list.push_back({key, {random() % 4, random() % 4, random() % 4}});
    const ClusterShapes shapes = keyed_shapes(cluster_counts(list));
    for (ClusterCounts::Entry& entry : list) entry.key = (entry.key * 7919 + 13) % 1009;
    ASSERT_TRUE(keyed_shapes(cluster_counts(list)) == shapes);
  }
}

}  // namespace
}  // namespace npscope
