// SPDX-License-Identifier: MIT
// The measure `languages`, by hand counts.
#include "core/measures/languages.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/measures/comment_cases.h"

namespace npscope {
namespace {

using testing_support::ask_comments;
using testing_support::ask_cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

TestParts three_languages() {
  return PartBuilder()
      .scores({10, 9, 0, 7, 3, 10})
      .comments({"das ist sehr gut", "the app is very good", "das ist nicht gut", "很好", "12345", ""})
      .comments({"und der Preis ist auch gut", "", "", "", "", ""}, "More")
      .build();
}

TEST(LanguagesMeasure, MostCommentsFirstAndNotToldLast) {
  const std::string answer = ask_cut(three_languages(), kLanguagesMeasure, R"({"measures":["languages"]})");
  EXPECT_TRUE(answer.starts_with(
      R"({"measure":"languages","comments":6,"languages":[{"language":"de","comments":3,"share":0.5,"figure":{)"))
      << answer;
  const size_t en = answer.find(R"({"language":"en","comments":1,)");
  const size_t zh = answer.find(R"({"language":"zh","comments":1,)");
  const size_t not_told = answer.find(R"({"language":null,"comments":1,)");
  EXPECT_LT(en, zh);
  EXPECT_LT(zh, not_told);
  EXPECT_NE(not_told, std::string::npos);
  // Two comments of one promoter and one of a detractor: two responses, NPS 0.
  EXPECT_TRUE(answer.contains(R"("share":0.5,"figure":{"responses":2,"detractors":1,"passives":0,"promoters":1,"nps":0,)"))
      << answer;
}

TEST(LanguagesMeasure, OfSomeColumns) {
  const std::string answer =
      ask_cut(three_languages(), kLanguagesMeasure, R"({"measures":[{"measure":"languages","columns":["More"]}]})");
  EXPECT_TRUE(answer.contains(R"("comments":1,"languages":[{"language":"de","comments":1,"share":1,)")) << answer;
}

TEST(LanguagesMeasure, SharedHidesLanguagesOfFew) {
  std::vector<int> scores(40, 9);
  PartBuilder::Texts comments;
  for (size_t i = 0; i < scores.size(); ++i) comments.emplace_back(i < 18 ? "das ist gut" : i < 37 ? "this is good" : "很好");
  const TestParts parts = PartBuilder().scores(scores).comments(comments).build();
  const std::string answer = ask_cut(parts, kLanguagesMeasure, R"({"share":{"minimum":10},"measures":["languages"]})");
  EXPECT_FALSE(answer.contains("\"zh\"")) << answer;
  // Else the three would follow from the total.
  EXPECT_FALSE(answer.contains("\"de\"")) << answer;
  EXPECT_TRUE(answer.contains("\"en\"")) << answer;
  EXPECT_TRUE(answer.contains(R"("hidden":{"minimum":10,)")) << answer;
}

TEST(LanguagesMeasure, BadInputIsATypedOutcome) {
  EXPECT_TRUE(ask_comments(PartBuilder().scores({1}).comments({""}).build(), kLanguagesMeasure, R"({"measures":["languages"]})")
                  .contains(R"("unavailable":{"code":"no-comments"})"));
  EXPECT_EQ(ask_comments(three_languages(), kLanguagesMeasure, R"({"measures":[{"measure":"languages","limit":1}]})"),
            "option limit");
}

TEST(LanguagesMeasure, IsTheSameHoweverResponsesAreCut) {
  EXPECT_TRUE(
      ask_cut(testing_support::chance_comments(300), kLanguagesMeasure, R"({"measures":["languages"]})").contains("\"fr\""));
}

}  // namespace
}  // namespace npscope
