// SPDX-License-Identifier: MIT
// Trimming, folding and the shapes of text, row by row. Letters in lower case are those of the Unicode Character Database.
#include "core/base/text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"

namespace npscope {
namespace {

using namespace std::string_literals;

std::string character(uint32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

TEST(Trimmed, DropsEveryBlankOfExportsAtBothEnds) {
  // ASCII blanks, NBSP, narrow NBSP, ideographic space, zero-width space, non-joiner and joiner, and the byte order mark.
  for (const uint32_t blank : {0x20U, 0x09U, 0x0AU, 0x0DU, 0xA0U, 0x202FU, 0x3000U, 0x200BU, 0x200CU, 0x200DU, 0xFEFFU}) {
    const std::string around = character(blank);
    const auto between = [&around](const std::string& text) { return std::string(around).append(text).append(around); };
    const std::string inner = std::string("a").append(around).append("b");
    EXPECT_EQ(trimmed(between("9")), "9") << blank;
    EXPECT_EQ(trimmed(between(between(inner))), inner) << blank;
    EXPECT_EQ(trimmed(between("")), "") << blank;
  }
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed("\xC2\xA0 \t9\xE3\x80\x80 "), "9");
}

TEST(Trimmed, KeepsWhatOnlyLooksLikeABlankByItsBytes) {
  EXPECT_EQ(trimmed("\xC3\xA0"), "\xC3\xA0");          // à ends in the byte that NBSP ends in
  EXPECT_EQ(trimmed("\xE4\xB8\x80"), "\xE4\xB8\x80");  // 一
  EXPECT_EQ(trimmed("\xA0"), "\xA0");                  // an invalid byte is no blank
  EXPECT_EQ(trimmed("\0 "s), "\0"s);
}

struct FoldRow {
  std::string text;
  std::string folded;
};

TEST(Folded, ComparesHeadersAsPeopleReadThem) {
  const std::vector<FoldRow> rows = {{"  NPS\xC2\xA0Score ", "nps score"},
                                     {"Likely   To\tRecommend\n", "likely to recommend"},
                                     {"ÄÖÜß", "äöüß"},
                                     {"ÉVALUATION", "évaluation"},
                                     {"Ñ×Þ", "ñ×þ"},
                                     {"ＮＰＳ　１０", "nps 10"},
                                     {"'+9", "+9"},
                                     {"it's", "it's"},
                                     {"推荐意愿", "推荐意愿"},
                                     {"", ""},
                                     {" ", ""}};
  for (const FoldRow& row : rows) EXPECT_EQ(folded(row.text), row.folded) << row.text;
}

TEST(Folded, KnowsTheLowerCaseOfLatin1AndLatinExtendedA) {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (uint32_t c = 0xC0; c <= 0xDE; ++c) {
    if (c != 0xD7) pairs.emplace_back(c, c + 0x20);
  }
  // The lower case of U+0130 depends on the language and is left out; U+0138 and U+0149 have no upper case.
  for (uint32_t c = 0x100; c <= 0x136; c += 2) {
    if (c != 0x130) pairs.emplace_back(c, c + 1);
  }
  for (uint32_t c = 0x139; c <= 0x147; c += 2) pairs.emplace_back(c, c + 1);
  for (uint32_t c = 0x14A; c <= 0x176; c += 2) pairs.emplace_back(c, c + 1);
  pairs.emplace_back(0x178, 0xFF);
  for (uint32_t c = 0x179; c <= 0x17D; c += 2) pairs.emplace_back(c, c + 1);
  for (const auto& [upper, lower] : pairs) {
    EXPECT_EQ(folded(character(upper)), character(lower)) << "U+" << std::hex << upper;
    EXPECT_EQ(folded(character(lower)), character(lower)) << "U+" << std::hex << lower;
  }
}

TEST(Folded, GivesValidTextForInvalidBytes) {
  for (const std::string& text : {"a\xFFz"s, "\xC3"s, "\xE2\x80"s, "x \x80 y"s})
    EXPECT_TRUE(is_valid_utf8(folded(text))) << text;
  EXPECT_EQ(folded("A\xFFZ"), "a\xEF\xBF\xBDz");
}

TEST(CodePointCount, CountsCharactersNotBytes) {
  EXPECT_EQ(code_point_count(""), 0U);
  EXPECT_EQ(code_point_count("abc"), 3U);
  EXPECT_EQ(code_point_count("Größe"), 5U);
  EXPECT_EQ(code_point_count("推荐"), 2U);
  EXPECT_EQ(code_point_count("😀"), 1U);
}

TEST(LooksNumeric, IsTrueForNumbersOfAnyLocale) {
  for (const std::string_view text : {"0", "12", "-99", "+3", "1,234.50", "1.234,50", "0.5", "3,14", " 7 ", "5 %", "12.5%"})
    EXPECT_TRUE(looks_numeric(text)) << text;
  for (const std::string_view text : {"", " ", "-", "+", "%", "a1", "1a", "1-2", "12:30", "9 - sehr", "1e5", "n/a", "٣"})
    EXPECT_FALSE(looks_numeric(text)) << text;
}

TEST(LooksLikeEmail, NeedsANameAnAtAndADot) {
  for (const std::string_view text : {"a@example.test", " first.last@mail.example.test ", "a+b@example.test", "ü@example.test"})
    EXPECT_TRUE(looks_like_email(text)) << text;
  for (const std::string_view text :
       {"", "a@b", "@example.test", "a@.test", "a@example.", "a b@example.test", "a@@example.test",
        "a@example.test,b@example.test", "a@b@example.test", "example.test", "a;b@example.test"})
    EXPECT_FALSE(looks_like_email(text)) << text;
}

}  // namespace
}  // namespace npscope
