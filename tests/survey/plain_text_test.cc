// SPDX-License-Identifier: MIT
// is_plain_text: whatever it calls plain, cleaning leaves as it is; and what most cells hold is called plain.
#include "core/survey/plain_text.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "core/base/utf8.h"

namespace npscope {
namespace {

bool is_plain(std::string_view text, TextUse use) {
  bool ascii = false;
  return is_plain_text(text, use, ascii);
}

TEST(PlainText, MostCellsArePlain) {
  for (const std::string_view text :
       {"", "a", "Fine.", "Great product, really easy to use.", "Käthe Größl-Żółć", "很好用，推荐。", "Всё хорошо",
        "とてもよい", "좋아요", "Nguyễn", "“Good” – 5 €…", "Danke 🙂"}) {
    EXPECT_TRUE(is_plain(text, TextUse::kComment)) << text;
    EXPECT_TRUE(is_plain(text, TextUse::kValue)) << text;
  }
  EXPECT_TRUE(is_plain("One line,\nand the next.", TextUse::kComment));
}

TEST(PlainText, WhatARuleMayConcernIsNot) {
  for (const std::string_view text : {" a", "a ", "a  b", "'a", "a&amp;b", "<b>", "a\tb", "a\u00A0z", "e\u0301", "\uFEFFa",
                                      "a\u200B", "a\n", "a\n\nb", "a\u00ADz", "\xE9", "fifteen letters\xC3"}) {
    EXPECT_FALSE(is_plain(text, TextUse::kComment)) << text;
    EXPECT_FALSE(is_plain(text, TextUse::kValue)) << text;
  }
  EXPECT_FALSE(is_plain("One line,\nand the next.", TextUse::kValue));
}

TEST(PlainText, SaysWhetherAllOfItIsAscii) {
  bool ascii = false;
  EXPECT_TRUE(is_plain_text("plain old text, longer than sixteen", TextUse::kValue, ascii));
  EXPECT_TRUE(ascii);
  EXPECT_TRUE(is_plain_text("plain old text, longer than sixteeñ", TextUse::kValue, ascii));
  EXPECT_FALSE(ascii);
}

TEST(PlainText, CleaningLeavesItAsItIs) {
  constexpr std::string_view kParts[] = {"a",    "Word",      " ", "\n",   "\t", "&",  "<",        "'",
                                         "é",    "e\xCC\x81", "ǆ", "ʰ",    "推", "龥", "\xC2\xA0", "\xE2\x80\x8B",
                                         "\xC3", "\x80",      "ﬁ", "\x7F", "Å",  "𝒳",  "，",       "가"};
  std::mt19937 random(5);  // NOLINT(bugprone-random-generator-seed): the same texts every time
  size_t plain = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    for (size_t parts = random() % 12; parts > 0; --parts) text += kParts[random() % (i % 2 == 0 ? 2 : std::size(kParts))];
    for (const TextUse use : {TextUse::kValue, TextUse::kComment, TextUse::kHeader}) {
      if (!is_plain(text, use)) continue;
      ++plain;
      std::string scratch;
      CleaningSet changed;
      ASSERT_EQ(clean_text(text, CleaningSet().set(), use, scratch, changed), text);
      ASSERT_TRUE(changed.none()) << text;
    }
  }
  EXPECT_GT(plain, 200'000U);
}

// Every character alone, between letters and behind one that marks combine with.
TEST(PlainText, HoldsForEveryCharacterOfUnicode) {
  size_t plain = 0;
  size_t plain_keys = 0;
  for (uint32_t c = 0x80; c < 0x110000; ++c) {
    for (const std::string_view before : {"", "か", "a"}) {
      std::string text(before);
      append_code_point(text, c);
      if (before == "a") text += "b";
      std::string scratch;
      CleaningSet changed;
      if (is_plain(text, TextUse::kValue)) {
        ++plain;
        ASSERT_EQ(clean_text(text, CleaningSet().set(), TextUse::kValue, scratch, changed), text) << std::hex << c;
      }
      if (is_plain_key(text)) {
        ++plain_keys;
        ASSERT_EQ(clean_text(text, CleaningSet().set(), TextUse::kKey, scratch, changed), text) << std::hex << c;
      }
      ASSERT_TRUE(changed.none()) << std::hex << c;
    }
  }
  EXPECT_GT(plain, 3 * 33'000U);
  EXPECT_GT(plain_keys, 3 * 32'000U);
}

}  // namespace
}  // namespace npscope
