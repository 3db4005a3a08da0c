// SPDX-License-Identifier: MIT
// The native half of "native and WebAssembly give the same bits": hashes over many results are those of
// tests/data/stats/bits.tsv, which tests/node/bits.test.mjs compares with the module's. Whoever changes a formula takes the new
// hashes from this test's output.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "tests/bits/bits.h"
#include "tests/support/tsv.h"

namespace npscope {
namespace {

TEST(Bits, AreThoseOfTheTable) {
  const auto rows = testing_support::tsv_rows("stats/bits.tsv");
  ASSERT_EQ(rows.size(), static_cast<size_t>(npscope_bits_kinds()));
  for (int kind = 0; kind < npscope_bits_kinds(); ++kind) {
    const auto& row = rows[static_cast<size_t>(kind)];
    ASSERT_EQ(row.size(), 3U);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx",
                  static_cast<unsigned long long>(npscope_bits(kind, static_cast<uint32_t>(std::stoul(row[1])))));
    EXPECT_EQ(text, row[2]) << row[0];
  }
}

}  // namespace
}  // namespace npscope
