// SPDX-License-Identifier: MIT
// Detection on texts of many languages in all their encodings: the right text, or doubt, but never another text with confidence.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "core/base/utf8.h"
#include "core/cli/code_pages.h"
#include "core/format/double_byte.h"
#include "core/format/encoding.h"

namespace npscope {
namespace {

using namespace std::string_literals;

const DoubleByteTables& all_tables() {
  static const DoubleByteTables kTables = [] {
    DoubleByteTables made;
    for (const std::string_view label : {"gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"})
      EXPECT_TRUE(made.set(label, code_page_table(label)));
    return made;
  }();
  return kTables;
}

std::string decoded(Encoding encoding, std::string_view bytes) {
  std::string text;
  Decoder(encoding, &all_tables()).decode(bytes, true, text);
  return text;
}

/// From characters to bytes: every byte and every pair, decoded one by one. The first bytes of a character win.
const std::map<std::string, std::string>& bytes_of(Encoding encoding) {
  static std::map<Encoding, std::map<std::string, std::string>> known;
  std::map<std::string, std::string>& bytes = known[encoding];
  if (!bytes.empty()) return bytes;
  for (int lead = 0; lead < 256; ++lead) {
    const std::string one(1, static_cast<char>(lead));
    bytes.try_emplace(decoded(encoding, one), one);
    for (int trail = 0x40; needs_table(encoding) && lead > 0x80 && trail < 0xFF; ++trail) {
      const std::string two = one + static_cast<char>(trail);
      bytes.try_emplace(decoded(encoding, two), two);
    }
  }
  return bytes;
}

std::string encoded(std::string_view text, Encoding encoding) {
  std::string bytes;
  while (!text.empty()) {
    const std::string character(text.substr(0, utf8_sequence_length(text)));
    const auto found = bytes_of(encoding).find(character);
    if (found == bytes_of(encoding).end()) {
      ADD_FAILURE() << encoding_name(encoding) << " has no " << character;
      return bytes;
    }
    bytes += found->second;
    text.remove_prefix(character.size());
  }
  return bytes;
}

struct Sentence {
  std::string language;
  Encoding encoding;
  std::string text;
};

std::vector<Sentence> sentences() {
  std::ifstream file(NPSCOPE_TEST_FILES "/encodings/sentences.tsv");
  std::vector<Sentence> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    std::string text = line.substr(second + 1) + "\n";
    std::ranges::replace(text, '|', '\n');
    std::istringstream labels(line.substr(first + 1, second - first - 1));
    for (std::string label; labels >> label;) rows.push_back({line.substr(0, first), encoding_named(label).value(), text});
  }
  return rows;
}

TEST(GuessEncoding, FindsTheTextOfShortTablesInManyLanguages) {
  size_t unsure = 0;
  const std::vector<Sentence> rows = sentences();
  ASSERT_GT(rows.size(), 70U);
  for (const auto& [language, encoding, text] : rows) {
    const std::string bytes = encoded(text, encoding);
    const EncodingGuess guess = guess_encoding(bytes, true);
    EXPECT_TRUE(decoded(guess.encoding, bytes) == text)
        << language << " in " << encoding_name(encoding) << " taken for " << encoding_name(guess.encoding);
    unsure += guess.confidence < 0.6 ? 1 : 0;
  }
  // Slovene in ISO-8859-2 and Estonian in windows-1257 differ from other encodings in a letter or two.
  EXPECT_LE(unsure, 2U);
}

TEST(GuessEncoding, IsNeverSureOfAnotherTextForASingleWord) {
  size_t sure = 0;
  size_t words = 0;
  for (const auto& [language, encoding, text] : sentences()) {
    for (size_t at = 0; at < text.size();) {
      const size_t start = std::min(text.find_first_not_of(" \n;,.?:", at), text.size());
      const size_t end = std::min(text.find_first_of(" \n;,.?:", start), text.size());
      at = end;
      const std::string word = text.substr(start, end - start);
      const std::string bytes = "id,name,score\n1," + encoded(word, encoding) + ",9\n";
      if (std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) continue;
      ++words;
      const EncodingGuess guess = guess_encoding(bytes, true);
      const bool right = decoded(guess.encoding, bytes) == decoded(encoding, bytes);
      sure += right && guess.confidence >= 0.6 ? 1 : 0;
      EXPECT_TRUE(right || guess.confidence < 0.6) << language << ' ' << word << " in " << encoding_name(encoding)
                                                   << " taken for " << encoding_name(guess.encoding) << ' ' << guess.confidence;
    }
  }
  EXPECT_GT(sure * 4, words) << "or the confidence says nothing";
}

/// Folders of the corpus that are named after none of our encodings must end in doubt.
TEST(GuessEncoding, IsRightOrInDoubtOnTheStoredCorpus) {
  const char* corpora = std::getenv("NPSCOPE_CORPORA");
  const std::filesystem::path folder =
      std::filesystem::path(corpora != nullptr ? corpora : NPSCOPE_TEST_FILES "/../../../shared/corpora") / "encoding/chardet";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no corpora: set NPSCOPE_CORPORA";
  const std::map<std::string, std::string> names = {
      {"CP932", "shift_jis"}, {"CP949", "euc-kr"},    {"MacCyrillic", "x-mac-cyrillic"},
      {"utf-8-sig", "utf-8"}, {"UTF-32", "utf-32le"}, {"UTF-32LE", "utf-32le"}};
  size_t files = 0;
  size_t right = 0;
  size_t doubtful = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::string label = entry.path().parent_path().filename().string();
    if (const auto known = names.find(label); known != names.end()) label = known->second;
    // "iso-8859-2-czech" names a language too.
    std::optional<Encoding> encoding = encoding_named(label);
    if (!encoding) encoding = encoding_named(label.substr(0, label.rfind('-')));
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const EncodingGuess guess = guess_encoding(std::string_view(bytes).substr(0, 1 << 20), bytes.size() <= 1 << 20);
    doubtful += guess.confidence < kUnknownEncoding ? 1 : 0;
    if (!encoding) {
      EXPECT_LT(guess.confidence, kUnknownEncoding) << entry.path();
      continue;
    }
    ++files;
    const auto text = [&bytes](Encoding of) { return decoded(of, std::string_view(bytes).substr(mark_size(bytes, of))); };
    // The folders UTF-16 and UTF-32 leave the order of the bytes to the mark.
    const bool same = guess.mark_size > 0 || guess.encoding == *encoding || text(guess.encoding) == text(*encoding);
    right += same ? 1 : 0;
    EXPECT_TRUE(same || guess.confidence < kUnknownEncoding) << entry.path() << " taken for " << encoding_name(guess.encoding);
  }
  std::cout << right << " of " << files << " stored files right, " << doubtful << " of all in doubt\n";
  EXPECT_GE(right * 100, files * 95);
}

TEST(GuessEncoding, OffersOtherTextsAsAlternatives) {
  const EncodingGuess guess = guess_encoding(encoded("Имя,Балл\nАнна,9\n", Encoding::kWindows1251), true);
  EXPECT_EQ(guess.encoding, Encoding::kWindows1251);
  ASSERT_FALSE(guess.alternatives.empty());
  EXPECT_LE(guess.alternatives.size(), 5U);
  for (const EncodingChoice& choice : guess.alternatives) {
    EXPECT_NE(choice.encoding, guess.encoding);
    EXPECT_LE(choice.confidence, guess.confidence);
  }
}

TEST(GuessEncoding, IsUnknownWhereNoEncodingGivesText) {
  // What DOS code page 437 and random bytes look like.
  EXPECT_LT(guess_encoding("Name;Ort\nJ\x81rgen;M\x81nchen\nG\x94tz;K\x94ln\n\x8Enne;Gr\xE1n\n", true).confidence,
            kUnknownEncoding);
  std::string noise;
  uint32_t state = 7;
  for (int i = 0; i < 2000; ++i) {
    state = state * 1664525 + 1013904223;
    noise += static_cast<char>(state >> 24 | 1);
  }
  EXPECT_LT(guess_encoding(noise, true).confidence, kUnknownEncoding);
}

TEST(GuessEncoding, KnowsTheEscapesOfIso2022) {
  EXPECT_EQ(guess_encoding("a,\x1B$B\x46\x7C\x4B\x5C\x1B(B,9\n", true).encoding, Encoding::kIso2022Jp);
  EXPECT_LT(guess_encoding("\x1B$)C\n\x0E\x21\x22\x0F,9\n", true).confidence, kUnknownEncoding);
  EXPECT_EQ(guess_encoding("a \x1B[1m bold\n", true).encoding, Encoding::kUtf8);
}

TEST(GuessEncoding, BelievesADeclaration) {
  EXPECT_EQ(guess_encoding("<?xml version='1.0' encoding='ISO-8859-15'?><a>10 \xA4</a>", true).encoding,
            Encoding::kIso8859Part15);
  EXPECT_EQ(guess_encoding("<meta charset=windows-1253><p>\xC1\xE2</p>", true).encoding, Encoding::kWindows1253);
  EXPECT_EQ(guess_encoding("<meta charset=koi8-r><p>Gr\xC3\xBC\xC3\x9F\x65</p>", true).encoding, Encoding::kUtf8);
}

TEST(GuessEncoding, KnowsUtf32WithAndWithoutAMark) {
  for (const bool little : {true, false}) {
    std::string bytes;
    for (const char32_t c : U"id,score\n姓名,9\n"s) {
      for (int i = 0; i < 4; ++i) bytes += static_cast<char>(c >> 8 * (little ? i : 3 - i));
    }
    const Encoding encoding = little ? Encoding::kUtf32le : Encoding::kUtf32be;
    EXPECT_EQ(guess_encoding(bytes, true).encoding, encoding);
    const EncodingGuess marked = guess_encoding((little ? "\xFF\xFE\0\0"s : "\0\0\xFE\xFF"s) + bytes, true);
    EXPECT_EQ(marked.encoding, encoding);
    EXPECT_EQ(marked.mark_size, 4U);
  }
}

TEST(GuessEncoding, ACutSampleGivesTheSameGuess) {
  const std::string bytes = encoded("姓名,评分\n王伟,9,客服回复很快\n", Encoding::kGb18030);
  for (size_t size = 12; size < bytes.size(); ++size)
    EXPECT_EQ(guess_encoding(std::string_view(bytes).substr(0, size), false).encoding, Encoding::kGb18030) << size;
}

TEST(EncodingPreview, ShowsTheFirstTextThatIsNotAscii) {
  const std::string bytes = "id,name,score\n" + std::string(5000, '1') + "\nlong line before it, " + "M\xFCller\n";
  EXPECT_EQ(encoding_preview(bytes, Encoding::kWindows1252), "ng line before it, Müller ");
  EXPECT_EQ(encoding_preview("a,\xB5\xC4,9\n", Encoding::kGb18030, &all_tables()), "a,的,9 ");
  EXPECT_EQ(encoding_preview("a,\xB5\xC4,9\n", Encoding::kGb18030), "") << "without the table";
  EXPECT_EQ(encoding_preview("", Encoding::kWindows1252), "");
  std::string many;
  for (int i = 0; i < 200; ++i) many += "\xB5\xC4";
  EXPECT_EQ(encoding_preview(many, Encoding::kGbk, &all_tables()).size(), 60U * 3);
}

}  // namespace
}  // namespace npscope
