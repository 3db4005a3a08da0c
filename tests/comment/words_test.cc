// SPDX-License-Identifier: MIT
// Words of comments: examples taken apart by hand, in many languages, and what must hold for every text.
#include "core/comment/words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/nfc.h"
#include "core/base/utf8.h"
#include "tests/support/tsv.h"

namespace npscope {
namespace {

/// The words with "|" between them, "+" where the second follows the first.
std::string words_of(std::string_view text) {
  WordReader reader;
  reader.start(text);
  std::string result;
  while (reader.next()) {
    if (!result.empty()) result += reader.word().follows ? '+' : '|';
    result += reader.word().text;
  }
  return result;
}

struct Row {
  std::string_view text;
  std::string_view words;
};

TEST(Words, AsTakenApartByHand) {
  const Row rows[] = {
      // English
      {"Don't buy it, it's TOO expensive!", "don't+buy+it|it's+too+expensive"},
      {"I can’t log-in since v2.0", "i+can't+log+in+since+v2.0"},
      {"The customers' favourite: 3.5 of 5", "the+customers+favourite|3.5+of+5"},
      {"rock'n'roll, c'mon, 90's", "rock'n'roll|c'mon|90's"},
      {"'quoted' \"words\"", "quoted+words"},
      // German
      {"Größe der Straße: ÜBERALL GROẞ", "größe+der+straße|überall+groß"},
      {"So geht's nicht! E-Mail-Antwort fehlt", "so+geht's+nicht|e+mail+antwort+fehlt"},
      {"1.000,50 Euro zu viel", "1.000,50+euro+zu+viel"},
      // French and Italian
      {"L'accueil n'est pas à la hauteur", "l'+accueil+n'+est+pas+à+la+hauteur"},
      {"Aujourd’hui j’ai attendu jusqu’à 18h", "aujourd'hui+j'+ai+attendu+jusqu'+à+18h"},
      {"Qu'il s'agisse de quelqu'un d'autre, presqu'île", "qu'+il+s'+agisse+de+quelqu'un+d'+autre|presqu'île"},
      {"L´ÉTÉ et l`hiver", "l'+été+et+l'+hiver"},
      {"dell'ordine un’ottima", "dell'+ordine+un'+ottima"},
      // Spanish
      {"¿Cuándo llegó? ¡NUNCA! El niño", "cuándo+llegó|nunca|el+niño"},
      // Chinese: pairs, across nothing but Han
      {"很方便", "很方+方便"},
      {"太贵了，不推荐", "太贵+贵了|不推+推荐"},
      {"好", "好"},
      {"APP很好用3次", "app+很好+好用+3+次"},
      // Japanese: Kana and Han together
      {"サポートが遅い。", "サポ+ポー+ート+トが+が遅+遅い"},
      {"ｶﾞ", "ｶﾞ"},  // half-width: the mark stays with its letter
      {"ﾊﾟｿｺﾝ", "ﾊﾟｿ+ｿｺ+ｺﾝ"},
      // Thai: marks stay with their letter
      {"ดีมาก ช้า", "ดีม+มา+าก+ช้า"},
      // Korean has blanks
      {"정말 좋아요", "정말+좋아요"},
      // Russian, Greek, Arabic
      {"НЕ РАБОТАЕТ, всё плохо", "не+работает|всё+плохо"},
      {"ΟΔΟΣ", "οδοσ"},
      {"جدا جيد", "جدا+جيد"},
      // What does not count
      {"Liefer\u00ADzeit und 👍🏽 gut\u200D", "lieferzeit+und|gut"},
      {"", ""},
      {" … — !?", ""},
      {"a\nb", "a|b"},
      {"tab\tund geschützt", "tab+und+geschützt"},
      {"\xFF\xC3 x\xFFy", "x|y"},
  };
  for (const Row& row : rows) EXPECT_EQ(words_of(row.text), row.words) << row.text;
}

TEST(Words, PlacesAreThoseOfTheText) {
  const std::string text = "Größe! L’accueil «très bien» 很方便 don't";
  WordReader reader;
  reader.start(text);
  std::vector<std::string> places;
  while (reader.next()) places.push_back(text.substr(reader.word().start, reader.word().end - reader.word().start));
  EXPECT_EQ(places, (std::vector<std::string>{"Größe", "L’", "accueil", "très", "bien", "很方", "方便", "don't"}));
}

TEST(Words, OverlapIsSaidOfTheSecondPairOnly) {
  WordReader reader;
  reader.start("很方便 好用");
  std::vector<bool> overlaps;
  while (reader.next()) overlaps.push_back(reader.word().overlaps);
  EXPECT_EQ(overlaps, (std::vector<bool>{false, true, false}));
}

TEST(Words, FoldedLettersAndTheirMarksBecomeOne) {
  // J and caron have no capital in one character, but the small letter.
  EXPECT_EQ(words_of("J\u030C"), "\u01F0");
  EXPECT_EQ(words_of("\u01F0"), "\u01F0");
}

std::string characters(const std::string& hex) {
  std::string out;
  for (size_t at = 0; at < hex.size();) {
    size_t used = 0;
    append_code_point(out, static_cast<uint32_t>(std::stoul(hex.substr(at), &used, 16)));
    at += used + 1;
  }
  return out;
}

TEST(Words, ATextAndItsDecompositionHaveTheSameWords) {
  size_t rows = 0;
  for (const std::vector<std::string>& cells : testing_support::tsv_rows("nfc.tsv")) {
    if (cells.size() != 3) continue;
    ++rows;
    const std::string text = "x" + characters(cells[0]) + " Y" + characters(cells[0]) + "z";
    const std::string decomposed = "x" + characters(cells[1]) + " Y" + characters(cells[1]) + "z";
    ASSERT_EQ(words_of(text), words_of(decomposed)) << cells[0];
  }
  EXPECT_GT(rows, 3000U);
}

/// Pieces of many languages, in an order that a generator chooses.
std::string some_text(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"a",  "B",  "ß",  "é",  "e\u0301", "'", "’",  " ",  "-",  ".", ",", "1",      "٢",
                                          "很", "方", "ー", "が", "ดี",       "ม", "한", "😀", "\n", "я", "Ω", "\u00AD", "\xFF"};
  std::string text;
  for (size_t i = random() % 30; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
  return text;
}

TEST(Words, WordsOfTwoLinesAreThoseOfEach) {
  std::mt19937 random(81);
  for (int i = 0; i < 20000; ++i) {
    const std::string a = some_text(random);
    const std::string b = some_text(random);
    std::string both = words_of(a);
    if (!both.empty() && !words_of(b).empty()) both += '|';
    both += words_of(b);
    ASSERT_EQ(words_of(std::string(a).append("\n").append(b)), both) << a << "\n" << b;
  }
}

TEST(Words, EveryWordIsNfcValidInsideTheTextAndReadsAsItself) {
  std::mt19937 random(82);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = some_text(random);
    WordReader reader;
    reader.start(text);
    size_t last = 0;
    while (reader.next()) {
      const Word& word = reader.word();
      ASSERT_FALSE(word.text.empty()) << text;
      ASSERT_TRUE(is_valid_utf8(word.text) && is_nfc(word.text)) << text;
      ASSERT_LT(word.start, word.end);
      ASSERT_LE(word.end, reader.text().size());
      ASSERT_TRUE(word.overlaps ? word.start < last : word.start >= last) << text;
      last = word.end;
      const std::string own(word.text);
      if (!own.ends_with('\'')) ASSERT_EQ(words_of(own), own) << text;
    }
  }
}

}  // namespace
}  // namespace npscope
