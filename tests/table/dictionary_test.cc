// SPDX-License-Identifier: MIT
// Dictionary: the same codes as a std::map that remembers the order of arrival, for texts of every length and up to its limit.
#include "core/table/dictionary.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace npscope {
namespace {

using namespace std::string_literals;

TEST(Dictionary, GivesCodesInTheOrderOfArrival) {
  Dictionary dictionary;
  EXPECT_EQ(dictionary.size(), 0U);
  EXPECT_EQ(dictionary.code("b"), 0U);
  EXPECT_EQ(dictionary.code(""), 1U);
  EXPECT_EQ(dictionary.code("a"), 2U);
  EXPECT_EQ(dictionary.code("b"), 0U);
  EXPECT_EQ(dictionary.code(""), 1U);
  EXPECT_EQ(dictionary.size(), 3U);
  EXPECT_EQ(dictionary.text(0), "b");
  EXPECT_EQ(dictionary.text(2), "a");
}

TEST(Dictionary, TellsApartTextsThatDifferInOneByteOrInLength) {
  Dictionary dictionary;
  uint32_t next = 0;
  for (size_t length = 0; length <= 40; ++length) {
    EXPECT_EQ(dictionary.code(std::string(length, 'x')), next++) << length;
    EXPECT_EQ(dictionary.code(std::string(length, '\0') + "\1"), next++) << length;
    for (size_t at = 0; at < length; ++at) {
      std::string text(length, 'x');
      text[at] = 'y';
      EXPECT_EQ(dictionary.code(text), next++) << length << " " << at;
    }
  }
  EXPECT_EQ(dictionary.size(), next);
}

TEST(Dictionary, FindsEveryTextAgainAfterItHasGrown) {
  std::mt19937 random(41);
  Dictionary dictionary;
  std::map<std::string, uint32_t> expected;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = std::to_string(random() % 9000) + std::string(random() % 3, ' ');
    const auto [known, added] = expected.try_emplace(text, static_cast<uint32_t>(expected.size()));
    ASSERT_EQ(dictionary.code(text), known->second) << text;
  }
  EXPECT_EQ(dictionary.size(), expected.size());
  for (const auto& [text, code] : expected) ASSERT_EQ(dictionary.text(code), text);
}

TEST(Dictionary, KeepsNoMoreThanItsLimitButStillFindsThose) {
  Dictionary dictionary;
  for (uint32_t i = 0; i < Dictionary::kMost; ++i) ASSERT_EQ(dictionary.code(std::to_string(i)), i);
  EXPECT_EQ(dictionary.code("one more"), Dictionary::kNoCode);
  EXPECT_EQ(dictionary.size(), Dictionary::kMost);
  EXPECT_EQ(dictionary.code("0"), 0U);
  EXPECT_EQ(dictionary.code(std::to_string(Dictionary::kMost - 1)), Dictionary::kMost - 1);
  EXPECT_EQ(dictionary.code("one more"), Dictionary::kNoCode);
}

}  // namespace
}  // namespace npscope
