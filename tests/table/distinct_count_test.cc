// SPDX-License-Identifier: MIT
// DistinctCount: exact up to its bound, nothing beyond, whatever the order and however often each comes.
#include "core/table/distinct_count.h"

#include <gtest/gtest.h>

namespace npscope {
namespace {

/// Spreads the numbers so that their low bits differ too.
uint64_t hash_of(uint64_t number) { return (number + 1) * 0x9E3779B97F4A7C15ULL; }

TEST(DistinctCount, CountsEachOnce) {
  DistinctCount count;
  EXPECT_EQ(count.count(), 0U);
  for (int round = 0; round < 3; ++round) {
    for (uint64_t i = 0; i < 1000; ++i) count.add(hash_of(i * i % 700));
  }
  // The squares below 700 of 0 to 999, modulo 700, counted with a set in Python.
  EXPECT_EQ(count.count(), 88U);
  EXPECT_TRUE(count.counting());
}

TEST(DistinctCount, EndsWithOneMoreThanItsBound) {
  DistinctCount count;
  for (uint64_t i = 0; i < 65'536; ++i) count.add(hash_of(i));
  EXPECT_EQ(count.count(), 65'536U);
  count.add(hash_of(77));
  EXPECT_EQ(count.count(), 65'536U);
  count.add(hash_of(65'536));
  EXPECT_EQ(count.count(), std::nullopt);
  EXPECT_FALSE(count.counting());
  count.add(hash_of(0));
  EXPECT_EQ(count.count(), std::nullopt);
}

TEST(DistinctCount, HashesInARowAndZeroAreHashesToo) {
  DistinctCount count;
  for (uint64_t i = 2; i < 200; i += 2) count.add(i);
  count.add(0);
  count.add(0);
  EXPECT_EQ(count.count(), 100U);
}

}  // namespace
}  // namespace npscope
