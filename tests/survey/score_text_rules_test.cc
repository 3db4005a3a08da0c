// SPDX-License-Identifier: MIT
// Scores and the cleaning rules: which of them had a part in a reading, and that a cell which needs one that is off is rejected.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/survey/score_text.h"

namespace npscope {
namespace {

const CleaningSet kAll = CleaningSet().set();

std::string names(CleaningSet rules) {
  std::string out;
  for (size_t i = 0; i < kCleaningRuleCount; ++i) {
    if (rules[i]) out += (out.empty() ? "" : " ") + std::string(kCleaningRuleNames[i]);
  }
  return out;
}

std::string outcome(const ScoreReading& reading) {
  return reading.reason == Code::kNone ? std::to_string(reading.score) : std::string(code_name(reading.reason));
}

struct Row {
  std::string_view cell;
  std::string_view outcome;
  std::string_view rules;
};

const MissingCodes kDeclared{{"refused", "-77"}};

constexpr Row kRows[] = {
    {"9", "9", ""},
    {"10", "10", ""},
    {"0", "0", ""},
    {"", "score-empty", ""},
    {" 9", "9", "trim"},
    {"9\r\n", "9", "trim"},
    {"\u30009", "9", "trim"},
    {"  ", "score-empty", "trim"},
    {"\u200B9", "9", "invisible"},
    {"9\uFEFF", "9", "invisible"},
    {"\uFEFF", "score-empty", "invisible"},
    {"\u00A09", "9", "trim invisible"},
    {"9\u202F", "9", "trim invisible"},
    {"'9", "9", "apostrophe"},
    {" '9 ", "9", "trim apostrophe"},
    {"'", "score-empty", "apostrophe"},
    {"09", "9", "numbers"},
    {"9.0", "9", "numbers"},
    {"9,0", "9", "numbers"},
    {"+9", "9", "numbers"},
    {"00", "0", "numbers"},
    {"９", "9", "numbers"},
    {"１０", "10", "numbers"},
    {"'09 ", "9", "trim apostrophe numbers"},
    {"Extremely likely - 10", "10", "labels"},
    {"Likely  -  8", "8", "labels"},
    {"\u00A09 - likely", "9", "trim invisible labels"},
    {"9分", "9", "labels"},
    {"９分", "9", "labels numbers"},
    {"7.", "7", "labels"},
    {"n/a", "score-missing-code", "missing-words"},
    {"N/A ", "score-missing-code", "trim missing-words"},
    {"keine  Angabe", "score-missing-code", "missing-words"},
    {"Refused", "score-missing-code", "missing-words"},
    {"'-77", "score-missing-code", "apostrophe missing-words"},
};

TEST(ScoreTextRules, WhatHadAPartIsTold) {
  for (const Row& row : kRows) {
    const ScoreReading reading = read_score(row.cell, kDeclared);
    EXPECT_EQ(outcome(reading), row.outcome) << row.cell;
    EXPECT_EQ(names(reading.rules), row.rules) << row.cell;
  }
}

TEST(ScoreTextRules, WithoutARuleWhatNeedsItIsRejectedAndAllElseStays) {
  for (const Row& row : kRows) {
    for (size_t rule = 0; rule < kCleaningRuleCount; ++rule) {
      CleaningSet on = kAll;
      on.reset(rule);
      const ScoreReading full = read_score(row.cell, kDeclared);
      const ScoreReading reading = read_score(row.cell, kDeclared, on);
      const std::string_view expected = full.rules[rule] ? "score-not-a-number" : row.outcome;
      if (row.cell == "'-77" && full.rules[rule] && kCleaningRuleNames[rule] == "missing-words") {
        EXPECT_EQ(outcome(reading), "score-out-of-range");
        continue;
      }
      EXPECT_EQ(outcome(reading), expected) << row.cell << " without " << kCleaningRuleNames[rule];
      EXPECT_EQ(names(reading.rules), full.rules[rule] ? "" : row.rules) << row.cell;
    }
  }
}

TEST(ScoreTextRules, RejectedCellsHaveNone) {
  for (const std::string_view cell : {" 11 ", "'-99", "\u00A0x", "9.5 ", "9 - 10", " 12 - likely"}) {
    const ScoreReading reading = read_score(cell, kDeclared);
    EXPECT_FALSE(reading.reason == Code::kNone || is_unscored_reason(reading.reason)) << cell;
    EXPECT_EQ(names(reading.rules), "") << cell;
  }
}

TEST(ScoreTextRules, WithNoneAtAllOnlyPlainDigitsAreScores) {
  for (const Row& row : kRows) {
    const ScoreReading reading = read_score(row.cell, {}, {});
    EXPECT_EQ(reading.reason == Code::kNone, row.rules.empty() && row.outcome != "score-empty") << row.cell;
    EXPECT_EQ(names(reading.rules), "");
  }
}

TEST(ScoreTextRules, GroupsAndPositionsFollowTheRulesOfTheEnds) {
  const auto groups = [](std::string_view cell, CleaningSet on) {
    return read_answer(cell, ScoreKind::kGroups, GroupStyle::kWords, {}, on);
  };
  EXPECT_EQ(outcome(groups("Promoter", {})), "2");
  EXPECT_EQ(names(groups(" Promoter", kAll).rules), "trim");
  EXPECT_EQ(outcome(groups(" Promoter", {})), "score-not-a-number");
  EXPECT_EQ(outcome(groups("'Promoter", {})), "score-not-a-number");
  EXPECT_EQ(names(groups(" whatever", kAll).rules), "");
  const auto positions = [](std::string_view cell, CleaningSet on) {
    return read_answer(cell, ScoreKind::kPositions, GroupStyle::kWords, {}, on);
  };
  EXPECT_EQ(outcome(positions("11", {})), "10");
  EXPECT_EQ(names(positions(" 11", kAll).rules), "trim");
  EXPECT_EQ(outcome(positions(" 11", {})), "score-not-a-number");
  EXPECT_EQ(names(positions("11.0", kAll).rules), "numbers");
  EXPECT_EQ(outcome(positions("11.0", {})), "score-not-a-number");
  EXPECT_EQ(names(positions("'1.0", kAll).rules), "apostrophe numbers");
  EXPECT_EQ(outcome(positions("'1.0", kAll)), "0");
}

}  // namespace
}  // namespace npscope
