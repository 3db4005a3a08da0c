// SPDX-License-Identifier: MIT
// NFC against what another program says: tests/data/nfc.tsv has every code point that normalization touches and many sequences, as Node
// normalizes them; all other code points must stay.
#include "core/base/nfc.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

struct Row {
  std::string text;
  std::string nfd;
  std::string nfc;
};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at != std::string_view::npos;) {
    const size_t end = text.find(by, at);
    parts.push_back(text.substr(at, end - at));
    at = end == std::string_view::npos ? end : end + 1;
  }
  return parts;
}

std::string characters(std::string_view hex) {
  std::string out;
  for (const std::string_view word : split(hex, ' ')) {
    uint32_t c = 0;
    std::from_chars(word.data(), word.data() + word.size(), c, 16);
    append_code_point(out, c);
  }
  return out;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = [] {
    std::vector<Row> read;
    const std::string file = testing_support::read_file(NPSCOPE_TEST_FILES "/nfc.tsv");
    for (const std::string_view line : split(file, '\n')) {
      const std::vector<std::string_view> cells = split(line, '\t');
      if (cells.size() != 3) continue;
      const std::string text = characters(cells[0]);
      read.push_back({text, characters(cells[1]), cells[2] == "=" ? text : characters(cells[2])});
    }
    return read;
  }();
  return kRows;
}

std::string in_nfc(std::string_view text) {
  std::string scratch;
  return std::string(nfc(text, scratch));
}

TEST(Nfc, TextsAndWhatTheyDecomposeIntoBecomeTheSame) {
  ASSERT_GT(rows().size(), 3000U);
  for (const Row& row : rows()) {
    EXPECT_EQ(in_nfc(row.text), row.nfc) << row.text;
    EXPECT_EQ(in_nfc(row.nfd), row.nfc) << row.text;
    EXPECT_EQ(in_nfc(row.nfc), row.nfc) << row.text;
    EXPECT_EQ(is_nfc(row.text), row.text == row.nfc) << row.text;
    EXPECT_EQ(is_nfc(row.nfd), row.nfd == row.nfc) << row.text;
  }
}

TEST(Nfc, EveryOtherCodePointStays) {
  std::set<std::string> touched;
  for (const Row& row : rows()) touched.insert(row.text);
  for (uint32_t c = 0; c < 0x110000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_code_point(text, c);
    if (!touched.contains(text)) ASSERT_EQ(in_nfc(text), text) << std::hex << c;
  }
}

TEST(Nfc, EveryHangulSyllableIsPutTogetherOfItsLetters) {
  for (uint32_t c = 0xAC00; c <= 0xD7A3; ++c) {
    const uint32_t index = c - 0xAC00;
    std::string letters;
    append_code_point(letters, 0x1100 + index / 588);
    append_code_point(letters, 0x1161 + index % 588 / 28);
    if (index % 28 != 0) append_code_point(letters, 0x11A7 + index % 28);
    std::string syllable;
    append_code_point(syllable, c);
    ASSERT_EQ(in_nfc(letters), syllable) << std::hex << c;
  }
}

TEST(Nfc, TextsBesideEachOtherOnlyTouchWithoutALetterBetween) {
  for (size_t i = 1; i < rows().size(); ++i) {
    const Row& before = rows()[i - 1];
    const Row& row = rows()[i];
    for (const std::string_view between :
         {"x", " ", "—", "漢字", "это ", "plain text of more than sixteen bytes\n", "\xFF", "\xE2\x82"}) {
      const std::string text = before.text + std::string(between) + row.text;
      // A letter may take up the marks behind it, so it is looked at together with them.
      std::string scratch;
      ASSERT_EQ(in_nfc(text), before.nfc + std::string(nfc(std::string(between) + row.text, scratch))) << text;
    }
  }
}

TEST(Nfc, LatinTextIsTheViewItself) {
  for (const std::string_view text : {"", "plain", "Grüße aus Köln, señor", "Ēģļš žluťoučký kůň", "„Quotes“ – and € signs…",
                                      "Привет, мир", "こんにちは世界", "你好，世界", "안녕하세요", "สวัสดีครับ", "नमस्ते", "שָׁלוֹם"}) {
    std::string scratch;
    const std::string_view result = nfc(text, scratch);
    EXPECT_EQ(result.data() == text.data(), is_nfc(text)) << text;
    if (text.size() < 8 || text.starts_with("Gr")) EXPECT_TRUE(is_nfc(text)) << text;
  }
  EXPECT_TRUE(is_nfc("สวัสดีครับ"));
  EXPECT_TRUE(is_nfc("नमस्ते"));
}

TEST(Nfc, InvalidBytesStayAndDivide) {
  for (const std::string_view text : {"\xFF", "\xCC", "a\xCC", "\xED\xA0\x80", "\xF5\x80", "\x80\x81", "e\xCC\xFF\xCC\x81"}) {
    EXPECT_EQ(in_nfc(text), text);
  }
  EXPECT_EQ(in_nfc("e\xFF\xCC\x81"), "e\xFF\xCC\x81");
  EXPECT_EQ(in_nfc("\xFF"
                   "e\xCC\x81\xFF"),
            "\xFF\xC3\xA9\xFF");
}

TEST(Nfc, ALettersMarksAreManyAndTakeNoQuadraticTime) {
  std::string text = "a";
  std::string expected = "a";
  for (int i = 0; i < 200000; ++i) text += i % 2 == 0 ? "\u0327" : "\u0323";
  for (int i = 0; i < 100000; ++i) expected += "\u0327";
  // The first dot below joins the letter: only the hooks of a lower class stand between.
  for (int i = 1; i < 100000; ++i) expected += "\u0323";
  expected.replace(0, 1, "\u1EA1");
  EXPECT_EQ(in_nfc(text), expected);
}

}  // namespace
}  // namespace npscope
