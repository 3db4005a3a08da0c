// SPDX-License-Identifier: MIT
// Encodings: names after the WHATWG Encoding Standard, detection, and decoding in pieces of every size.
#include "core/format/encoding.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "core/base/utf8.h"

namespace npscope {
namespace {

using namespace std::string_literals;

std::string decoded(Encoding encoding, std::string_view bytes, size_t piece) {
  Decoder decoder(encoding);
  std::string out;
  while (bytes.size() > piece) {
    decoder.decode(bytes.substr(0, piece), false, out);
    bytes.remove_prefix(piece);
  }
  decoder.decode(bytes, true, out);
  return out;
}

/// UTF-16 of a text, by the definition.
std::string utf16(const std::vector<uint32_t>& code_points, bool little) {
  std::string bytes;
  const auto unit = [&](uint32_t value) {
    const char high = static_cast<char>(value >> 8);
    const char low = static_cast<char>(value & 0xFF);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  for (const uint32_t code_point : code_points) {
    if (code_point >= 0x10000) {
      unit(0xD800 + ((code_point - 0x10000) >> 10));
      unit(0xDC00 + ((code_point - 0x10000) & 0x3FF));
    } else {
      unit(code_point);
    }
  }
  return bytes;
}

std::string ascii16(std::string_view text, bool little) {
  std::vector<uint32_t> code_points;
  for (const char c : text) code_points.push_back(static_cast<unsigned char>(c));
  return utf16(code_points, little);
}

TEST(EncodingNames, AreThoseOfTheStandardAndFoundByTheirLabels) {
  for (size_t i = 0; i < kEncodings; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    EXPECT_EQ(encoding_named(encoding_name(encoding)), encoding);
  }
  // tests/node/encodings.test.mjs asks Chromium about every label.
  for (const std::string_view label : {"latin1", "ISO-8859-1", "cp1252", "ascii", "us-ascii", " windows-1252\n"})
    EXPECT_EQ(encoding_named(label), Encoding::kWindows1252) << label;
  EXPECT_EQ(encoding_named("UTF8"), Encoding::kUtf8);
  EXPECT_EQ(encoding_named("utf-16"), Encoding::kUtf16le);
  EXPECT_EQ(encoding_named("gb2312"), Encoding::kGbk);
  EXPECT_EQ(encoding_named("cp936"), Encoding::kGbk);
  EXPECT_EQ(encoding_named("CP932"), Encoding::kShiftJis);
  for (const std::string_view label : {"", " ", "utf-7", "iso-2022-kr", "hz-gb-2312", "cp", "cp850", "cp99999999999", "cp12x"})
    EXPECT_EQ(encoding_named(label), std::nullopt) << label;
}

TEST(EncodingNames, TellCodePagesOfWorkbooks) {
  const std::vector<std::pair<uint32_t, Encoding>> rows = {
      {1250, Encoding::kWindows1250}, {1252, Encoding::kWindows1252},  {1258, Encoding::kWindows1258},
      {874, Encoding::kWindows874},   {932, Encoding::kShiftJis},      {936, Encoding::kGbk},
      {949, Encoding::kEucKr},        {950, Encoding::kBig5},          {1200, Encoding::kUtf16le},
      {10000, Encoding::kMacintosh},  {10007, Encoding::kMacCyrillic}, {65001, Encoding::kUtf8}};
  for (const auto& [number, encoding] : rows) EXPECT_EQ(encoding_of_code_page(number), encoding) << number;
  for (const uint32_t number : {0U, 437U, 850U, 1249U, 1259U, 1361U, 65000U})
    EXPECT_EQ(encoding_of_code_page(number), std::nullopt) << number;
}

TEST(Windows1252, IsTheIndexOfTheEncodingStandard) {
  // index-windows-1252.txt, pointers 0 to 31; the five bytes without a character stay C1 controls.
  constexpr std::array<uint32_t, 32> kIndex = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                               0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  for (uint32_t byte = 0; byte < 256; ++byte) {
    std::string expected;
    append_code_point(expected, byte >= 0x80 && byte < 0xA0 ? kIndex[byte - 0x80] : byte);
    EXPECT_EQ(decoded(Encoding::kWindows1252, std::string(1, static_cast<char>(byte)), 1), expected) << byte;
  }
  EXPECT_EQ(decoded(Encoding::kWindows1252, "M\xFCller, \x84gut\x93 \x96 10 \x80", 3), "Müller, „gut“ – 10 €");
}

class Utf16 : public testing::TestWithParam<bool> {
 protected:
  [[nodiscard]] static bool little() { return GetParam(); }
  [[nodiscard]] static Encoding encoding() { return little() ? Encoding::kUtf16le : Encoding::kUtf16be; }
};

TEST_P(Utf16, IsDecodedTheSameInPiecesOfEverySize) {
  const std::string bytes = utf16({'A', 0xE9, 0x63A8, 0x1F600, '\n', 0x10FFFF, 0xFFFF, 0x10000, 'z'}, little());
  const std::string expected = "A\u00E9\u63A8\U0001F600\n\U0010FFFF\uFFFF\U00010000z";
  for (size_t piece = 1; piece <= bytes.size(); ++piece) EXPECT_EQ(decoded(encoding(), bytes, piece), expected) << piece;
}

TEST_P(Utf16, LoneSurrogatesBecomeInvalidTextAndNothingElseIsLost) {
  const std::vector<std::vector<uint32_t>> rows = {
      {'a', 0xD83D, 'b'},         {'a', 0xDE00, 'b'}, {0xD83D, 0xD83D, 0xDE00, 'b'},
      {'a', 0xDE00, 0xD83D, 'b'}, {'a', 0xD83D},      {0xDBFF, '\n'}};
  for (const std::vector<uint32_t>& units : rows) {
    const std::string bytes = utf16(units, little());
    const std::string text = decoded(encoding(), bytes, bytes.size());
    EXPECT_TRUE(find_text_faults(text).invalid);
    for (size_t piece = 1; piece < bytes.size(); ++piece) EXPECT_EQ(decoded(encoding(), bytes, piece), text) << piece;
    for (const uint32_t unit : units) {
      if (unit < 0x80) EXPECT_NE(text.find(static_cast<char>(unit)), std::string::npos);
    }
  }
}

TEST_P(Utf16, HalfAUnitAtTheEndIsInvalidText) {
  const std::string bytes = ascii16("a,9", little()) + "\x39";
  for (const size_t piece : {1U, 2U, 3U, 7U}) {
    const std::string text = decoded(encoding(), bytes, piece);
    EXPECT_TRUE(text.starts_with("a,9"));
    EXPECT_TRUE(find_text_faults(text).invalid);
  }
}

TEST_P(Utf16, IsRecognisedWithAndWithoutAMark) {
  const std::string table = "id,score,comment\n1,9,good\n2,10,bad\n";
  const std::string mark = little() ? "\xFF\xFE" : "\xFE\xFF";
  const EncodingGuess marked = guess_encoding(mark + ascii16(table, little()), true);
  EXPECT_EQ(marked.encoding, encoding());
  EXPECT_EQ(marked.mark_size, 2U);
  EXPECT_EQ(marked.confidence, 1);
  EXPECT_EQ(mark_size(mark + "x", encoding()), 2U);
  const EncodingGuess bare = guess_encoding(ascii16(table, little()), true);
  EXPECT_EQ(bare.encoding, encoding());
  EXPECT_EQ(bare.mark_size, 0U);
}

TEST_P(Utf16, IsRecognisedWhereOnlyPunctuationAndDigitsAreAscii) {
  std::vector<uint32_t> text;
  for (uint32_t i = 0; i < 40; ++i) {
    for (const uint32_t c : {0x63A8U + i, 0x8350U, 0x610FU, 0x613FU, uint32_t{','}, uint32_t{'9'}, uint32_t{'\n'}})
      text.push_back(c);
  }
  EXPECT_EQ(guess_encoding(utf16(text, little()), true).encoding, encoding());
}

INSTANTIATE_TEST_SUITE_P(ByteOrder, Utf16, testing::Bool(), [](const auto& row) { return row.param ? "Little" : "Big"; });

TEST_P(Utf16, IsNotTakenForUtf32) {
  const std::string bytes = ascii16("a,b\n1,2\n\n\n\n3,4\n", little());
  EXPECT_EQ(guess_encoding(bytes, true).encoding, encoding());
}

struct GuessRow {
  std::string what;
  std::string bytes;
  bool whole;
  Encoding encoding;
};

TEST(GuessEncoding, OrdersByCertainty) {
  const std::vector<GuessRow> rows = {
      {"plain ASCII", "id,score\n1,9\n", true, Encoding::kUtf8},
      {"a UTF-8 mark", "\xEF\xBB\xBFid,score\n", true, Encoding::kUtf8},
      {"valid UTF-8", "id,Gr\xC3\xBC\xC3\x9F\x65\n", true, Encoding::kUtf8},
      {"a sample that ends within a character", "id,Gr\xC3\xBC\xC3", false, Encoding::kUtf8},
      {"one damaged character among many", "\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xFF,9\n", true,
       Encoding::kUtf8},
      {"western letters", "Name,Gr\xF6\xDF\x65\nM\xFCller,9\n", true, Encoding::kWindows1252},
      {"a western dash", "a \x96 b\n", true, Encoding::kWindows1252},
      {"a NUL in ASCII", "id,score\n1,\x00\n2,9\n3,10\n4,9\n5,10\n"s, true, Encoding::kUtf8},
      {"nothing", "", true, Encoding::kUtf8}};
  for (const GuessRow& row : rows) EXPECT_EQ(guess_encoding(row.bytes, row.whole).encoding, row.encoding) << row.what;
}

}  // namespace
}  // namespace npscope
