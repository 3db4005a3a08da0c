// SPDX-License-Identifier: MIT
// Text search against its plain definition: fold both, code point by code point, and look for one list in the other. Letters that fold to
// each other were taken from Unicode's CaseFolding.txt.
#include "core/query/text_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/comment/letters.h"

namespace npscope {
namespace {

std::vector<uint32_t> folded_points(std::string_view text) {
  std::vector<uint32_t> points;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    points.push_back(fold_case(c.value));
    text.remove_prefix(c.size);
  }
  return points;
}

bool contains_plainly(std::string_view text, std::string_view needle) {
  const std::vector<uint32_t> in = folded_points(text);
  const std::vector<uint32_t> of = folded_points(needle);
  return std::ranges::search(in, of).begin() != in.end() || of.empty();
}

bool found(std::string_view text, std::string_view needle) { return TextSearch(needle).first_in(text).has_value(); }

std::string utf8(uint32_t c) {
  std::string text;
  const auto add = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
  }
  if (c >= 0x80) add(0x80 | (c & 0x3F));
  return text;
}

TEST(TextSearch, FindsWhateverTheCase) {
  EXPECT_TRUE(found("The App is VERY SLOW today", "very slow"));
  EXPECT_TRUE(found("very slow", "Very Slow"));
  EXPECT_FALSE(found("very  slow", "very slow"));
  EXPECT_TRUE(found("DIE GRÖSSE UND DIE GRÖẞE", "größe")) << "capital sharp s is the small one's";
  EXPECT_FALSE(found("DIE GRÖSSE", "größe")) << "ss is not ß";
  EXPECT_FALSE(found("die größe", "grösse"));
  EXPECT_TRUE(found("c'était en été", "ÉTÉ"));
  EXPECT_FALSE(found("c'etait en ete", "ÉTÉ")) << "accents count";
  EXPECT_TRUE(found("服务好评如潮", "好评"));
  EXPECT_FALSE(found("服务好，评价差", "好评"));
}

TEST(TextSearch, TurkishLettersStay) {
  EXPECT_TRUE(found("İstanbul", "İSTANBUL"));
  EXPECT_FALSE(found("İstanbul", "istanbul"));
  EXPECT_FALSE(found("ışık", "ISIK"));
  EXPECT_TRUE(found("ISTANBUL", "istanbul"));
}

TEST(TextSearch, FinalSigmaIsSigma) {
  EXPECT_TRUE(found("ΟΔΟΣ", "οδος"));
  EXPECT_TRUE(found("οδος", "ΟΔΟΣ"));
  EXPECT_TRUE(found("ο δρόμος", "δρόμοσ"));
}

TEST(TextSearch, SignsThatAreLettersOfAnotherSize) {
  EXPECT_TRUE(found("300 \u212A hot", "300 k hot")) << "the Kelvin sign is three bytes";
  EXPECT_TRUE(found("hou\u017Fe", "house")) << "the long s is two";
  EXPECT_TRUE(found("HOUSE", "hou\u017Fe"));
  EXPECT_TRUE(found("5 \u2126", "5 ω"));
  EXPECT_TRUE(found("\u212Bngström", "ångstrÖm"));
  EXPECT_TRUE(found("\u017F\u212A\u017F", "sks"));
  EXPECT_TRUE(found("a\u212A", "k"));
  EXPECT_TRUE(found("SS", "\u017Fs"));
}

TEST(TextSearch, SaysWhereAndHowLong) {
  const TextSearch search("k\u00F6");
  EXPECT_EQ(search.first_in("abc K\u00D6ln k\u00F6ln"), (TextSearch::Found{4, 3}));
  EXPECT_EQ(search.first_in("abc K\u00D6ln k\u00F6ln", 5), (TextSearch::Found{10, 3}));
  EXPECT_EQ(search.first_in("\u212A\u00F6ln"), (TextSearch::Found{0, 5}));
  EXPECT_EQ(search.first_in("kln"), std::nullopt);
  EXPECT_EQ(search.first_in(""), std::nullopt);
  EXPECT_EQ(TextSearch("").first_in("abc", 2), (TextSearch::Found{2, 0}));
  EXPECT_EQ(TextSearch("abcd").first_in("abc"), std::nullopt);
  EXPECT_EQ(TextSearch("abc").first_in("ABC"), (TextSearch::Found{0, 3}));
}

TEST(TextSearch, BytesThatAreNoUtf8AreReplacementCharacters) {
  EXPECT_TRUE(found("a\xFF z", "\uFFFD z"));
  EXPECT_FALSE(found("a\xFF z", "a z"));
  EXPECT_FALSE(found("\xC3x", "\u00C3")) << "half of a letter is none";
  EXPECT_TRUE(found("\xE2gr\u00F6\u00DFe\xC3", "gr\u00F6\u00DFe"));
}

TEST(TextSearch, EveryLetterFindsAllItsForms) {
  // What folds to the same code point, by looking at all of them.
  std::vector<std::vector<uint32_t>> classes(0x20000);
  for (uint32_t c = 0; c < 0x110000; ++c) {
    if (!letter_of(c).folds) continue;
    ASSERT_LT(c, classes.size()) << "the search does not look for forms this far";
    classes[fold_case(c)].push_back(c);
  }
  size_t letters = 0;
  for (uint32_t base = 0; base < classes.size(); ++base) {
    if (classes[base].empty()) continue;
    std::vector<uint32_t>& forms = classes[base];
    forms.push_back(base);
    for (const uint32_t needle : forms) {
      const TextSearch search("x" + utf8(needle) + "y");
      const TextSearch alone(utf8(needle));
      for (const uint32_t form : forms) {
        const std::string text = std::string(40, '.') + "X" + utf8(form) + "Y" + std::string(40, '.');
        ASSERT_TRUE(search.first_in(text)) << std::hex << needle << " in " << form;
        ASSERT_TRUE(alone.first_in(text)) << std::hex << needle << " in " << form;
      }
    }
    letters += forms.size();
  }
  EXPECT_GT(letters, 2500U) << "CaseFolding.txt has some 1,500 lines of statuses C and S";
}

/// A text of letters that fold to each other in odd ways, of ASCII, and now and then of broken bytes.
std::string random_text(std::mt19937& random, size_t most) {
  static const std::vector<std::string> kPieces = {
      "a",      "A",      "b",      "s",      "S",      "k", "K",      "\u017F", "\u212A", "\u00DF", "\u1E9E",
      "i",      "I",      "\u0130", "\u0131", "\u03C3", " ", "\u03C2", "\u03A3", "\u03B9", "\u0345", "\u1FBE",
      "\u0399", "\u00E5", "\u212B", "\u597D", "\u8BC4", "o", "O",      "\xC3",   "\xE2",   "\xBF"};
  std::string text;
  for (size_t n = random() % (most + 1); n > 0; --n) text += kPieces[random() % kPieces.size()];
  return text;
}

TEST(TextSearch, AgreesWithThePlainDefinition) {
  std::mt19937 random(7);
  int hits = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string text = random_text(random, 60);
    std::string needle = random_text(random, 3);
    if (round % 3 == 0 && text.size() > 8) needle = text.substr(random() % 8, 1 + random() % 8);
    const bool expected = contains_plainly(text, needle);
    ASSERT_EQ(found(text, needle), expected) << testing::PrintToString(text) << " " << testing::PrintToString(needle);
    hits += expected ? 1 : 0;
  }
  EXPECT_GT(hits, 2000);
}

TEST(TextSearch, InAColumnEachTextIsLookedAtForItself) {
  std::mt19937 random(8);
  for (int round = 0; round < 100; ++round) {
    TextColumn column;
    Selection among;
    std::vector<std::string> texts;
    for (size_t i = 0; i < 200; ++i) {
      texts.push_back(random() % 5 == 0 ? "" : random_text(random, 30));
      column.add(texts.back());
      among.push_back(random() % (round % 4 + 1) == 0 ? 1 : 0);
    }
    const std::string needle = random_text(random, 2) + (round % 2 == 0 ? "a" : "\u03C3");
    const Selection hits = TextSearch(needle).in_texts(column, among);
    for (size_t i = 0; i < texts.size(); ++i) {
      const bool expected = among[i] != 0 && contains_plainly(texts[i], needle);
      ASSERT_EQ(hits[i], expected ? 1 : 0) << testing::PrintToString(texts[i]) << " " << testing::PrintToString(needle);
    }
  }
}

TEST(TextSearch, NothingIsFoundAcrossTheEndOfAText) {
  TextColumn column;
  for (const std::string_view text : {"very", " slow", "", "slo", "w", "very slow"}) column.add(text);
  EXPECT_EQ(TextSearch("very slow").in_texts(column, Selection(6, 1)), (Selection{0, 0, 0, 0, 0, 1}));
  EXPECT_EQ(TextSearch("slow").in_texts(column, Selection(6, 1)), (Selection{0, 1, 0, 0, 0, 1}));
  EXPECT_EQ(TextSearch("slow").in_texts(column, {0, 0, 1, 1, 1, 0}), Selection(6, 0));
}

TEST(TextSearch, BlocksAndTextsLongerThanABlock) {
  TextColumn column;
  const std::string half(TextColumn::kBlock / 2 + 10, 'x');
  const std::string huge = std::string(TextColumn::kBlock + 100, 'y') + " Slow " + std::string(50, 'y');
  for (const std::string& text : {half, std::string("slow"), half, std::string(), huge, std::string("SLOW"), half})
    column.add(text);
  EXPECT_EQ(column.text(4), huge);
  EXPECT_EQ(column.text(6), half);
  EXPECT_EQ(column.bytes(), 3 * half.size() + huge.size() + 8);
  EXPECT_EQ(TextSearch("slow").in_texts(column, Selection(7, 1)), (Selection{0, 1, 0, 0, 1, 1, 0}));
}

}  // namespace
}  // namespace npscope
