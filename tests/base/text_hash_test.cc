// SPDX-License-Identifier: MIT
// text_hash: the values that xxhsum -H3 prints.
#include "core/base/text_hash.h"

#include <gtest/gtest.h>

namespace npscope {
namespace {

TEST(TextHash, IsXxh3Of64Bits) {
  EXPECT_EQ(text_hash(""), 0x2d06800538d394c2U);
  EXPECT_EQ(text_hash("a"), 0xe6c632b61e964e1fU);
  EXPECT_EQ(text_hash("abc"), 0x78af5f94892f3950U);
}

}  // namespace
}  // namespace npscope
