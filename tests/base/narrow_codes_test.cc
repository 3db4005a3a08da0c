// SPDX-License-Identifier: MIT
// Codes come back as they went in, whatever their size and whenever the first large one comes.
#include "core/base/narrow_codes.h"

#include <gtest/gtest.h>

#include <vector>

namespace npscope {
namespace {

void expect_back(const std::vector<uint32_t>& codes) {
  NarrowCodes row;
  for (const uint32_t code : codes) row.push_back(code);
  ASSERT_EQ(row.size(), codes.size());
  for (size_t i = 0; i < codes.size(); ++i) ASSERT_EQ(row[i], codes[i]) << i;
}

TEST(NarrowCodes, KeepsSmallOnesAndNone) { expect_back({0, 254, NarrowCodes::kNone, 1, NarrowCodes::kNone}); }
TEST(NarrowCodes, WidensForTheFirstLargeOne) { expect_back({3, NarrowCodes::kNone, 254, 255, 2, 65'535, 70'000}); }
TEST(NarrowCodes, StartsWide) { expect_back({255, 0, NarrowCodes::kNone}); }

TEST(NarrowCodes, WidensAcrossBlocks) {
  std::vector<uint32_t> codes;
  for (uint32_t i = 0; i < 200'000; ++i) codes.push_back(i < 150'000 ? i % 200 : i);
  expect_back(codes);
}

}  // namespace
}  // namespace npscope
