// SPDX-License-Identifier: MIT
// Groups as tools write them (shared/reference/nps-exports.md, section 2), word by word.
#include "core/survey/group_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

struct GroupRow {
  Group group;
  std::vector<std::string> words;
};

TEST(GroupText, KnowsTheWordsOfManyLanguages) {
  const std::vector<GroupRow> rows = {
      {Group::kDetractor,
       {"Detractor", "DETRACTORS", " detractor ", "Demoter", "Kritiker", "Detraktor", "贬损者", "Détracteur", "detractores",
        "Detrattore", "Detrator", "Criticaster", "批判者"}},
      {Group::kPassive,
       {"Passive", "Neutral", "Passiv", "Indifferente", "Passiv Zufriedene", "被动者", "中立者", "Passif", "pasivo", "Passivo",
        "Passief", "中立者"}},
      {Group::kPromoter,
       {"Promoter", "promoters", "Promotor", "Befürworter", "推荐者", "Promoteur", "promotores", "Promotore", "推奨者"}}};
  for (const GroupRow& row : rows) {
    for (const std::string& word : row.words) EXPECT_EQ(read_group(word, GroupStyle::kWords), row.group) << word;
  }
}

TEST(GroupText, NothingIsGuessedFromAPart) {
  for (const std::string text : {"", "9", "promoter of events", "pro", "not a detractor", "passive income", "1", "100"})
    EXPECT_EQ(read_group(text, GroupStyle::kWords), std::nullopt) << text;
}

TEST(GroupText, NumbersMeanWhatTheStyleSays) {
  EXPECT_EQ(read_group("1", GroupStyle::kPositions), Group::kDetractor);
  EXPECT_EQ(read_group("2.0", GroupStyle::kPositions), Group::kPassive);
  EXPECT_EQ(read_group(" 3 ", GroupStyle::kPositions), Group::kPromoter);
  EXPECT_EQ(read_group("0", GroupStyle::kPositions), std::nullopt);
  EXPECT_EQ(read_group("-100", GroupStyle::kWeights), Group::kDetractor);
  EXPECT_EQ(read_group("0", GroupStyle::kWeights), Group::kPassive);
  EXPECT_EQ(read_group("100.0", GroupStyle::kWeights), Group::kPromoter);
  EXPECT_EQ(read_group("1", GroupStyle::kWeights), std::nullopt);
  EXPECT_EQ(read_group("Promoter", GroupStyle::kWeights), std::nullopt);
}

TEST(GroupText, ScoresFallIntoGroupsBySixAndEight) {
  for (unsigned score = 0; score <= 10; ++score) {
    const Group expected = score >= 9 ? Group::kPromoter : score >= 7 ? Group::kPassive : Group::kDetractor;
    EXPECT_EQ(group_of_score(score), expected) << score;
  }
}

}  // namespace
}  // namespace npscope
