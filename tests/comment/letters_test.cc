// SPDX-License-Identifier: MIT
// The packed tables of letters against the files of the Unicode database (tests/data/letters.tsv), code point by code point.
#include "core/comment/letters.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/support/tsv.h"

namespace npscope {
namespace {

struct Facts {
  std::string category = "Cn";
  std::string script = "Unknown";
  bool ignorable = false;
  bool complex_context = false;
};

struct Database {
  std::vector<Facts> facts = std::vector<Facts>(0x110000);
  std::map<uint32_t, uint32_t> folds;
};

const Database& database() {
  static const Database kDatabase = [] {
    Database read;
    for (const std::vector<std::string>& cells : testing_support::tsv_rows("letters.tsv")) {
      const auto hex = [&](size_t i) { return static_cast<uint32_t>(std::stoul(cells[i], nullptr, 16)); };
      if (cells[0] == "F") {
        read.folds[hex(1)] = hex(2);
        continue;
      }
      if (cells.size() != 6) continue;
      for (uint32_t c = hex(0); c <= hex(1); ++c) {
        read.facts[c] = {cells[2], cells[3], cells[4] == "ignorable", cells[5] == "SA"};
      }
    }
    return read;
  }();
  return kDatabase;
}

TEST(Letters, TheKindOfEveryCodePointFollowsFromItsCategoryAndScript) {
  size_t letters = 0;
  for (uint32_t c = 0; c < 0x110000; ++c) {
    const Facts& facts = database().facts[c];
    const LetterKind kind = letter_of(c).kind;
    const bool is_letter = facts.category[0] == 'L' || facts.category == "Nl";
    if (facts.category == "Cn" || c == 0x200B) {
      ASSERT_EQ(kind, LetterKind::kOther) << std::hex << c;
    } else if (facts.ignorable) {
      ASSERT_EQ(kind, LetterKind::kIgnored) << std::hex << c;
    } else if (facts.category[0] == 'M' || c == 0xFF9E || c == 0xFF9F) {
      ASSERT_EQ(kind, LetterKind::kMark) << std::hex << c;
    } else if (facts.category == "Nd" || facts.category == "No") {
      ASSERT_EQ(kind, LetterKind::kDigit) << std::hex << c;
    } else if (!is_letter) {
      ASSERT_EQ(kind, LetterKind::kOther) << std::hex << c;
    } else if (facts.script == "Han" || facts.script == "Hiragana" || facts.script == "Katakana" || facts.complex_context) {
      ASSERT_EQ(kind, LetterKind::kUnspaced) << std::hex << c;
    } else if (facts.script != "Common") {
      ASSERT_EQ(kind, LetterKind::kLetter) << std::hex << c;
    } else {
      ASSERT_TRUE(kind == LetterKind::kLetter || kind == LetterKind::kUnspaced) << std::hex << c;
    }
    letters += is_letter ? 1 : 0;
  }
  // Unicode 15.0 has 136,477 letters (categories Lu, Ll, Lt, Lm, Lo) and 236 letter numbers.
  EXPECT_GT(letters, 136000U);
}

TEST(Letters, TheLongSignOfKanaIsWrittenWithoutBlanks) {
  EXPECT_EQ(letter_of(U'ー').kind, LetterKind::kUnspaced);
  EXPECT_EQ(letter_of(U'々').kind, LetterKind::kUnspaced);
}

TEST(Letters, ScriptsAreThoseOfTheDatabase) {
  const std::map<std::string, Script> scripts = {
      {"Latin", Script::kLatin},   {"Greek", Script::kGreek},       {"Cyrillic", Script::kCyrillic},
      {"Arabic", Script::kArabic}, {"Hebrew", Script::kHebrew},     {"Devanagari", Script::kDevanagari},
      {"Hangul", Script::kHangul}, {"Han", Script::kHan},           {"Hiragana", Script::kHiragana},
      {"Thai", Script::kThai},     {"Katakana", Script::kKatakana},
  };
  for (uint32_t c = 0; c < 0x110000; ++c) {
    const Letter letter = letter_of(c);
    const auto named = scripts.find(database().facts[c].script);
    if (letter.kind != LetterKind::kLetter && letter.kind != LetterKind::kUnspaced) {
      ASSERT_EQ(letter.script, Script::kOther) << std::hex << c;
    } else if (named != scripts.end()) {
      ASSERT_EQ(letter.script, named->second) << std::hex << c;
    }
  }
}

TEST(Letters, EveryCodePointFoldsAsCaseFoldingSays) {
  ASSERT_GT(database().folds.size(), 1400U);
  for (uint32_t c = 0; c < 0x110000; ++c) {
    const auto fold = database().folds.find(c);
    const bool folds = fold != database().folds.end();
    ASSERT_EQ(fold_case(c), folds ? fold->second : c) << std::hex << c;
    ASSERT_EQ(letter_of(c).folds, folds) << std::hex << c;
  }
}

TEST(Letters, SharpSStaysAndTurkishRulesDoNotApply) {
  EXPECT_EQ(fold_case(U'ß'), U'ß');
  EXPECT_EQ(fold_case(U'ẞ'), U'ß');
  EXPECT_EQ(fold_case(U'I'), U'i');
  EXPECT_EQ(fold_case(U'İ'), U'İ');
  EXPECT_EQ(fold_case(U'ı'), U'ı');
}

}  // namespace
}  // namespace npscope
