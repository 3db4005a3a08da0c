// SPDX-License-Identifier: MIT
// Cells to scores, one row a cell: numbers, the labels of five languages, and everything that must never be counted as a score.
#include "core/survey/score_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/codes.h"

namespace npscope {
namespace {

struct ScoreRow {
  std::string cell;
  /// The score as a number, or the reason why there is none.
  std::string reading;
};

void PrintTo(const ScoreRow& row, std::ostream* out) { *out << "[" << row.cell << "] -> " << row.reading; }

std::string reading_of(std::string_view cell, const MissingCodes& missing = {}) {
  const ScoreReading reading = read_score(cell, missing);
  return reading.reason == Code::kNone ? std::to_string(reading.score) : std::string(code_name(reading.reason));
}

class ScoreText : public testing::TestWithParam<ScoreRow> {};

TEST_P(ScoreText, IsReadOrRefusedWithItsReason) { EXPECT_EQ(reading_of(GetParam().cell), GetParam().reading); }

/// Rows with the same outcome.
std::vector<ScoreRow> all(const std::string& reading, const std::vector<std::string>& cells) {
  std::vector<ScoreRow> rows;
  rows.reserve(cells.size());
  for (const std::string& cell : cells) rows.push_back({cell, reading});
  return rows;
}

INSTANTIATE_TEST_SUITE_P(WholeNumbers, ScoreText,
                         testing::Values(ScoreRow{"0", "0"}, ScoreRow{"1", "1"}, ScoreRow{"2", "2"}, ScoreRow{"3", "3"},
                                         ScoreRow{"4", "4"}, ScoreRow{"5", "5"}, ScoreRow{"6", "6"}, ScoreRow{"7", "7"},
                                         ScoreRow{"8", "8"}, ScoreRow{"9", "9"}, ScoreRow{"10", "10"}));

INSTANTIATE_TEST_SUITE_P(NineInOtherClothes, ScoreText,
                         testing::ValuesIn(all("9",
                                               {" 9 ", "\t9\n", "\u00A09\u00A0", "\u30009", "\uFEFF9", "9\u200B", "'9", "'+9",
                                                "+9", "09", "009", "9.0", "9.00", "9,0", "9.0000", "９", "９．０"})));

INSTANTIATE_TEST_SUITE_P(TenInOtherClothes, ScoreText,
                         testing::ValuesIn(all("10",
                                               {" 10 ", "10.0", "10,0", "'10", "+10", "010", "１０", "10.", "10分", "10 分"})));

INSTANTIATE_TEST_SUITE_P(ZeroInOtherClothes, ScoreText, testing::ValuesIn(all("0", {"00", "0.0", "0,0", "+0", "000", "０"})));

INSTANTIATE_TEST_SUITE_P(SpreadsheetErrors, ScoreText,
                         testing::ValuesIn(all("score-not-a-number",
                                               {"#DIV/0!", "#div/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"})));

INSTANTIATE_TEST_SUITE_P(
    Labels, ScoreText,
    testing::Values(ScoreRow{"Extremely likely - 10", "10"}, ScoreRow{"Not at all likely - 0", "0"},
                    ScoreRow{"EXTREMELY LIKELY – 10", "10"}, ScoreRow{"10 - Extremely likely", "10"},
                    ScoreRow{"10 (Extremely likely)", "10"}, ScoreRow{"(10) Extremely likely", "10"}, ScoreRow{"(10) x", "10"},
                    ScoreRow{"[10] x", "10"}, ScoreRow{"0 = not likely at all", "0"}, ScoreRow{"10: Absolutely", "10"},
                    ScoreRow{"7.", "7"}, ScoreRow{"Likely (8)", "8"}, ScoreRow{"9 - sehr wahrscheinlich", "9"},
                    ScoreRow{"sehr wahrscheinlich (10)", "10"}, ScoreRow{"0 – überhaupt nicht wahrscheinlich", "0"},
                    ScoreRow{"äußerst wahrscheinlich – 10", "10"}, ScoreRow{"10 - Extrêmement probable", "10"},
                    ScoreRow{"Pas du tout probable — 0", "0"}, ScoreRow{"10 – Très probable", "10"},
                    ScoreRow{"Muy probable: 10", "10"}, ScoreRow{"0 - Nada probable", "0"}, ScoreRow{"¡Muy probable! 9", "9"},
                    ScoreRow{"10 非常可能", "10"}, ScoreRow{"非常愿意 - 10", "10"}, ScoreRow{"完全不可能 0", "0"},
                    ScoreRow{"9分", "9"}, ScoreRow{"＂１０＂", "10"}));

INSTANTIATE_TEST_SUITE_P(NotWhole, ScoreText,
                         testing::ValuesIn(all("score-not-integer", {"9.5", "9,5", "0.1", "8.99", "6.5", "8,5", "9.50", "+7.5",
                                                                     "10.0001", "10.5", "9.5 - likely"})));

INSTANTIATE_TEST_SUITE_P(OutOfRange, ScoreText,
                         testing::ValuesIn(all("score-out-of-range",
                                               {"11", "12", "100", "-2", "-5", "−5", "11.5", "11.0", "1000000", "-100", "-0.5",
                                                "99999999999999999999", "11 - likely", "50", "-1.5", "00011"})));

// Codes that exporters write for "no answer": a number may be a typing error, so it is refused until it is declared.
INSTANTIATE_TEST_SUITE_P(Sentinels, ScoreText,
                         testing::ValuesIn(all("score-sentinel", {"-99", "-1", "-999", "999", "99", " -99 ", "'-99"})));

INSTANTIATE_TEST_SUITE_P(NoAnswer, ScoreText,
                         testing::ValuesIn(all("score-empty", {"", " ", "\t", "\u00A0", "\uFEFF", "'", "\u3000 \n"})));

INSTANTIATE_TEST_SUITE_P(
    NoAnswerInWords, ScoreText,
    testing::ValuesIn(
        all("score-missing-code",
            {"n/a",    "N/A",          "NA",           "#N/A",          "-",     "--",           "—",          "null",
             "NaN",    "No score",     "Not answered", "Keine Antwort", "k.A.",  "keine Angabe", "weiß nicht", "未回答",
             "不适用", "sans réponse", "s/o",          "sin respuesta", "NS/NC", "don't know",   "-oth-"})));

INSTANTIATE_TEST_SUITE_P(Words, ScoreText,
                         testing::ValuesIn(all("score-not-a-number",
                                               {"eleven",    "nine",  "zehn", "十",          "Promoter",
                                                "Detractor", "Yes",   "true", "Q10",         "9th",
                                                "10x",       "x10",   "v9",   "1e1",         "0x9",
                                                "⑨",         "Ⅸ",     "٩",    "९",           "five stars",
                                                "★★★★★",     "=9+1a", "😀",   "Very likely", "I gave 9 of my friends the link",
                                                "q 10 b"})));

INSTANTIATE_TEST_SUITE_P(TwoMeanings, ScoreText,
                         testing::ValuesIn(all("score-ambiguous", {"10/10", "9/10", "4 / 5", "9 - 10", "7-8", "7 or 8", "1.000",
                                                                   "1,000", "9 out of 10", "10:30", "2024-05-01", "1 000",
                                                                   "10;9", "9 9", "10.000", "0.000"})));

// None of these is 9: a point before it, a half behind it, a minus with other characters, a percentage.
TEST(ScoreText, PartOfANumberIsNeverTheNumber) {
  for (const std::string cell :
       {".9", ",9", "-.9", "+.9", "0.9", "9½", "9¾ - likely", "-9", "−9", "9.9", "9%", "9 %", "90%", "9‰"}) {
    const ScoreReading reading = read_score(cell, {});
    EXPECT_NE(reading.reason, Code::kNone) << cell << " is read as " << int{reading.score};
    EXPECT_FALSE(is_unscored_reason(reading.reason)) << cell;
  }
}

TEST(ScoreText, ADeclaredMissingCodeIsNoAnswer) {
  const MissingCodes missing{{"-99", "999", "refused", "0"}};
  EXPECT_EQ(reading_of("-99", missing), "score-missing-code");
  EXPECT_EQ(reading_of(" 999 ", missing), "score-missing-code");
  EXPECT_EQ(reading_of("Refused", missing), "score-missing-code");
  EXPECT_EQ(reading_of("0", missing), "score-missing-code");
  EXPECT_EQ(reading_of("-999", missing), "score-sentinel");
  EXPECT_EQ(reading_of("10", missing), "10");
  EXPECT_EQ(reading_of("n/a", missing), "score-missing-code");
}

TEST(ScoreText, ACommentIsNoLabelWhateverItEndsIn) {
  std::string comment = "The support team always helped me within a very short time; keep up the good work. ";
  comment += comment;
  EXPECT_EQ(reading_of(comment + "My answer: 9"), "score-not-a-number");
  EXPECT_EQ(reading_of(std::string(500, ' ') + "9" + std::string(500, ' ')), "9");
  EXPECT_EQ(reading_of("10 - would recommend to all of my friends and colleagues at any time without a second thought"), "10");
}

TEST(ScoreText, InvalidBytesAreNoScore) {
  EXPECT_EQ(reading_of("\xFF"), "score-not-a-number");
  EXPECT_EQ(reading_of("\xED\xA0\x80"), "score-not-a-number");
  EXPECT_EQ(reading_of("e\xFF"), "score-not-a-number");
}

}  // namespace
}  // namespace npscope
