// SPDX-License-Identifier: MIT
// Keys: the fast way gives what cleaning and looks_like_email give, for texts made of the characters that matter to them.
#include "core/survey/key_cell.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "core/base/text.h"
#include "core/base/text_hash.h"
#include "core/survey/cleaning.h"

namespace npscope {
namespace {

TEST(KeyCell, TheFastWayAgreesWithTheOtherOne) {
  const MissingTexts missing(nullptr);
  std::mt19937 random(9);  // NOLINT(bugprone-random-generator-seed): the same texts every time
  constexpr std::string_view kCharacters = "abcXYZ019-_@@..,;  '#&<~\xC3\x09";
  constexpr std::string_view kWide[] = {"ü", "Ü", "无", "公司", "ß", "Я", "я", "é", "İ", "한"};
  size_t fast = 0;
  for (int i = 0; i < 300'000; ++i) {
    const size_t kinds = i % 3 == 0 ? kCharacters.size() : i % 3 == 1 ? 16 : 9;
    std::string text;
    for (size_t size = random() % (i % 10 == 0 ? 70 : 20); size > 0; --size) text += kCharacters[random() % kinds];
    if (i % 4 == 0) text += kWide[random() % std::size(kWide)];
    KeyRules rules{random() % 2 == 0 ? Role::kResponseId : Role::kRespondent, CleaningSet().set(), random() % 2 == 0};
    if (random() % 4 == 0) rules.cleaning.reset();
    // What stands behind a cell in the file is none of it.
    const std::string more = text + std::string(random() % 100, kCharacters[random() % kCharacters.size()]);
    const bool at_the_end = random() % 2 == 0;
    CellFacts found;
    if (!read_plain_key(std::string_view(more).substr(0, text.size()), at_the_end ? text.size() : more.size(), rules, missing,
                        found))
      continue;
    ++fast;
    CellFacts expected;
    std::string scratch;
    const std::string cleaned(clean_text(text, rules.cleaning, TextUse::kKey, scratch, expected.changed));
    read_key(cleaned, rules, expected);
    ASSERT_EQ(found.hash, expected.hash) << text;
    ASSERT_EQ(found.remark, expected.remark) << text;
    ASSERT_EQ(found.valid, expected.valid) << text;
    ASSERT_EQ(found.changed, expected.changed) << text;
    ASSERT_EQ(found.valid, !rules.emails || looks_like_email(cleaned)) << text;
    ASSERT_FALSE(missing.has(text)) << text;
  }
  EXPECT_GT(fast, 100'000U);
}

TEST(KeyCell, WordsForNoAnswerAreNeverReadFast) {
  const MissingTexts missing(nullptr);
  for (const std::string_view text : {"n/a", "N/A", "null", "None", "-", "keine Angabe", "NaN", "Not Applicable", "#N/A"}) {
    CellFacts facts;
    EXPECT_FALSE(read_plain_key(text, text.size(), {}, missing, facts)) << text;
    EXPECT_TRUE(missing.has(text)) << text;
  }
  for (const std::string_view text : {"n/b", "nobody", "--x", "keine Angaben", "kéine Angabe", "无人"})
    EXPECT_FALSE(missing.has(text)) << text;
}

TEST(KeyCell, AKeyIsNeverZero) {
  EXPECT_EQ(key_of_text("abc", Role::kRespondent), text_hash("abc"));
  EXPECT_EQ(key_of_text("abc", Role::kResponseId), text_hash("abc") & ~uint64_t{1});
  EXPECT_EQ(key_of_text("123e4567-e89b-12d3-a456-426614174000", Role::kResponseId),
            text_hash("123e4567-e89b-12d3-a456-426614174000") | 1);
}

}  // namespace
}  // namespace npscope
