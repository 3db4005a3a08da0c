// SPDX-License-Identifier: MIT
// XXH3 128 bit: values of the reference implementation (libxxhash 0.8.3, seed 0), one for each of its length classes.
#include "core/base/content_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace npscope {
namespace {

std::string hash_of(std::string_view bytes) {
  ContentHash hash;
  hash.add(bytes);
  return hash.hex();
}

struct HashRow {
  std::string bytes;
  std::string hex;
};

TEST(ContentHash, IsTheReferenceXxh3) {
  const std::vector<HashRow> rows = {{"", "99aa06d3014798d86001c324468d497f"},
                                     {"a", "a96faf705af16834e6c632b61e964e1f"},
                                     {"abc", "06b05ab6733a618578af5f94892f3950"},
                                     {"abcdef", "389197a55db2b2e4da35a6714d34f8a2"},
                                     {"hello world", "df8d09e93f874900a99b8775cc15b6c7"},
                                     {"0123456789abcdef", "ccba8085a0434e9e0befb4873dbe58f8"},
                                     {"The quick brown fox jumps over the lazy dog", "ddd650205ca3e7fa24a1cc2e3a8a7651"},
                                     {std::string(100, 'x'), "add9998d55ed3962e18dc405a95cc094"},
                                     {std::string(200, 'y'), "833cf59a501ae2a8661514be62296c9c"},
                                     {std::string(1000, 'z'), "66a9b2d587876ce7cd3a574700eddf41"}};
  for (const HashRow& row : rows) EXPECT_EQ(hash_of(row.bytes), row.hex) << row.bytes.size() << " bytes";
}

TEST(ContentHash, NothingAddedIsTheHashOfNothing) { EXPECT_EQ(ContentHash().hex(), hash_of("")); }

TEST(ContentHash, FedInPiecesEqualsAtOnce) {
  std::mt19937 random(3);
  std::string bytes(300000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  const std::string expected = hash_of(bytes);
  for (const size_t most : {1U, 7U, 64U, 255U, 257U, 4096U, 100000U}) {
    ContentHash hash;
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const size_t size = std::min<size_t>(rest.size(), most <= 7 ? most : 1 + random() % most);
      hash.add(rest.substr(0, size));
      rest.remove_prefix(size);
    }
    EXPECT_EQ(hash.hex(), expected) << most;
  }
}

TEST(ContentHash, ResetForgets) {
  ContentHash hash;
  hash.add("something else");
  hash.reset();
  hash.add("abc");
  EXPECT_EQ(hash.hex(), "06b05ab6733a618578af5f94892f3950");
}

TEST(ContentHash, CanBeAskedInBetween) {
  ContentHash hash;
  hash.add("abc");
  EXPECT_EQ(hash.hex(), "06b05ab6733a618578af5f94892f3950");
  hash.add("def");
  EXPECT_EQ(hash.hex(), "389197a55db2b2e4da35a6714d34f8a2");
}

}  // namespace
}  // namespace npscope
