// SPDX-License-Identifier: MIT
// KeyColumn against a plain list of the same keys, with as many different ones as fit into two bytes, and with one more.
#include "core/base/key_column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace npscope {
namespace {

/// Every third key is none; keys come again after `different` others.
std::vector<uint64_t> keys_of(size_t count, uint64_t different) {
  std::vector<uint64_t> keys;
  for (uint64_t i = 0; i < count; ++i) keys.push_back(i % 3 == 0 ? 0 : (i * 7 % different + 1) * 0x9E3779B97F4A7C15U);
  return keys;
}

void expect_same(const std::vector<uint64_t>& keys) {
  KeyColumn column;
  EXPECT_TRUE(column.empty());
  for (const uint64_t key : keys) column.push_back(key);
  ASSERT_EQ(column.size(), keys.size());
  for (size_t i = 0; i < keys.size(); ++i) ASSERT_EQ(column[i], keys[i]) << i;
  for (size_t from = 0; from < keys.size();) {
    const size_t block = Chunked<uint8_t>::kBlock;
    std::vector<uint64_t> some(std::min({size_t{512}, keys.size() - from, block - from % block}));
    column.copy(from, some);
    ASSERT_TRUE(std::equal(some.begin(), some.end(), keys.begin() + static_cast<std::ptrdiff_t>(from))) << from;
    from += some.size();
  }
}

TEST(KeyColumn, GivesBackAFewKeysThatComeAgainAndAgain) { expect_same(keys_of(200'000, 5)); }

TEST(KeyColumn, GivesBackAsManyKeysAsTwoBytesTellApart) {
  // With 0 there are 65,536.
  expect_same(keys_of(300'000, 65'535));
}

TEST(KeyColumn, GivesBackMoreKeysThanTwoBytesTellApart) {
  expect_same(keys_of(300'000, 65'536));
  expect_same(keys_of(300'000, 300'000));
}

TEST(KeyColumn, KeysThatDifferInTheLowestBitOnlyAreTwo) { expect_same({2, 3, 2, 3, 0, 1, 0, UINT64_MAX, UINT64_MAX - 1}); }

}  // namespace
}  // namespace npscope
