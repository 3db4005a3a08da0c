// SPDX-License-Identifier: MIT
// SHA-256 against the examples of NIST (FIPS 180-4 and the long message) and against Python's hashlib at every length around blocks.
#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace npscope {
namespace {

std::string sha256(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.hex();
}

std::string pattern(size_t size) {
  std::string bytes(size, '\0');
  for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>((i * 7 + 3) % 256);
  return bytes;
}

TEST(Sha256, TheExamplesOfNist) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                   "nopqrstu"),
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// Python: sha256 of the hex digests of the first 0 to 300 bytes of the pattern, one after the other.
TEST(Sha256, EveryLengthAroundTheBlocks) {
  const std::string bytes = pattern(300);
  std::string digests;
  for (size_t size = 0; size <= 300; ++size) digests += sha256(std::string_view(bytes).substr(0, size));
  EXPECT_EQ(sha256(digests), "9ab015b3431ba48c0f99e81c5bb7d903f6bfea343d7d7b190120d07cc51e653b");
  const std::pair<size_t, std::string_view> some[] = {
      {55, "e7313d333c272e639f790978283f9eb392e843d0f29b7016828bb1daa4aac70b"},
      {56, "4324d65f3c103567f5589c710bc08f8523f929a9272e3af36fc968e52abc6c27"},
      {63, "81c80242132f230c3bd41b3e63bbcff16107339549214a99614ff26664625055"},
      {64, "39e3d7b6b5d075d37d053ad89b24b41bef4f3c29760c84447cab3f3be1882241"},
      {65, "aacca6ff74fdbb296d165a45cecfa04e5127bc008770fbbdd48006f2d2fae95e"},
      {119, "9ce7368e4daf32341631b492e80359dc9f594b48453cd0dd5bf0b19279cc177e"},
      {120, "7836b787757e95e58b3ca5aec90b1b004e8deba1e50e9675af9cabf1a13a04b5"},
      {128, "d2742f1f4ac6bb7ca2b239ee18402ba8b3f9f8e652d2a72973c2b9ba11c08cf6"},
  };
  for (const auto& [size, digest] : some) EXPECT_EQ(sha256(std::string_view(bytes).substr(0, size)), digest) << size;
}

TEST(Sha256, TheSameHoweverItIsCut) {
  const std::string bytes = pattern(200);
  const std::string_view all = bytes;
  const std::string whole = sha256(all);
  for (size_t first = 0; first <= 200; ++first) {
    for (size_t second = first; second <= 200; second += 7) {
      Sha256 hash;
      hash.add(all.substr(0, first));
      hash.add(all.substr(first, second - first));
      hash.add(all.substr(second));
      ASSERT_EQ(hash.hex(), whole) << first << " " << second;
    }
  }
  Sha256 single;
  for (const char& c : bytes) single.add({&c, 1});
  EXPECT_EQ(single.hex(), whole);
}

TEST(Sha256, AskingChangesNothing) {
  Sha256 hash;
  EXPECT_EQ(hash.hex(), sha256(""));
  hash.add("ab");
  EXPECT_EQ(hash.hex(), sha256("ab"));
  hash.add("c");
  EXPECT_EQ(hash.hex(), sha256("abc"));
}

}  // namespace
}  // namespace npscope
