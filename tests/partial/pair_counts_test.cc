// SPDX-License-Identifier: MIT
// PairCounts: groups of both scores and the margins, by hand.
#include "core/partial/pair_counts.h"

#include <gtest/gtest.h>

namespace npscope {
namespace {

TEST(PairCounts, FallIntoTheGroupsOfBothScores) {
  PairCounts pairs;
  pairs.add(6, 7);
  pairs.add(0, 10, 2);
  pairs.add(8, 9);
  pairs.add(9, 6);
  pairs.add(10, 9);
  const GroupPairCounts groups = group_pairs(pairs);
  GroupPairCounts wanted;
  wanted.add(0, 1);
  wanted.add(0, 2, 2);
  wanted.add(1, 2);
  wanted.add(2, 0);
  wanted.add(2, 2);
  EXPECT_EQ(groups, wanted);
  EXPECT_EQ(counts_before(groups), (GroupCounts{3, 1, 2}));
  EXPECT_EQ(counts_after(groups), (GroupCounts{1, 1, 4}));
}

}  // namespace
}  // namespace npscope
