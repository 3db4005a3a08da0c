// SPDX-License-Identifier: MIT
// The measure `terms`: lists of the comment fixtures against those that a script works out without the core (tests/data/comments/
// expect.py), what is shown of whom, and that no cut into files shows.
#include "core/measures/terms.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "tests/measures/comment_cases.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using testing_support::ask_comments;
using testing_support::ask_cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

std::string path_of(const std::string& name) { return std::string(NPSCOPE_TEST_FILES "/comments/") + name; }

/// A fixture holds a score, a comma and a comment, which may stand in quotation marks but holds none.
TestParts fixture(const std::string& language) {
  const std::string file = testing_support::read_file(path_of(language + ".csv"));
  std::vector<int> scores;
  PartBuilder::Texts comments;
  for (size_t at = file.find('\n') + 1; at < file.size();) {
    const size_t end = std::min(file.find('\n', at), file.size());
    const size_t comma = file.find(',', at);
    std::string text = file.substr(comma + 1, end - comma - 1);
    std::erase(text, '"');
    scores.push_back(std::stoi(file.substr(at, comma - at)));
    comments.push_back(text);
    at = end + 1;
  }
  return PartBuilder().scores(scores).comments(comments).build();
}

json::Document read(const std::string& answer) {
  std::optional<json::Document> document = json::parse_document(answer);
  EXPECT_TRUE(document) << answer;
  return std::move(*document);
}

std::vector<std::string> texts_of(json::Node terms) {
  std::vector<std::string> texts;
  for (const json::Node term : terms.items()) texts.emplace_back(*term.find("text").text());
  return texts;
}

/// The term of that text, in either list.
json::Node term_of(const json::Document& answer, std::string_view text) {
  for (const char* side : {"first", "second"}) {
    for (const json::Node term : answer.root().find(side).items()) {
      if (term.find("text").text() == text) return term;
    }
  }
  return {};
}

class FixtureTerms : public testing::TestWithParam<std::string> {};

TEST_P(FixtureTerms, AreThoseOfAnIndependentScript) {
  const TestParts parts = fixture(GetParam());
  const json::Document answer =
      read(ask_cut(parts, kTermsMeasure, R"({"measures":[{"measure":"terms","minimum":3,"limit":25}]})"));
  const json::Document expected = read(testing_support::read_file(path_of(GetParam() + ".terms.json")));
  EXPECT_EQ(*answer.root().find("comments").find("first").number(), *expected.root().find("comments").item(0).number());
  EXPECT_EQ(*answer.root().find("comments").find("second").number(), *expected.root().find("comments").item(1).number());
  ASSERT_EQ(answer.root().find("languages").size(), 1U);
  EXPECT_EQ(*answer.root().find("languages").item(0).text(), GetParam());
  for (const char* side : {"first", "second"}) {
    const json::Node terms = answer.root().find(side);
    const json::Node right = expected.root().find(side);
    EXPECT_EQ(texts_of(terms), texts_of(right)) << side;
    for (size_t i = 0; i < std::min(terms.size(), right.size()); ++i) {
      for (const char* number : {"first", "second", "delta", "z"})
        EXPECT_NEAR(*terms.item(i).find(number).number(), *right.item(i).find(number).number(), 1e-12) << side << i;
      EXPECT_EQ(*terms.item(i).find("kind").text(), *right.item(i).find("kind").text());
    }
  }
}

TEST_P(FixtureTerms, OfDetractorsBeginWithANegation) {
  const std::map<std::string, std::string> negations = {{"fr", "pas"}, {"en", "not"}, {"de", "nicht"}, {"zh", "没有"}};
  const json::Document answer = read(ask_comments(fixture(GetParam()), kTermsMeasure, R"({"measures":["terms"]})"));
  EXPECT_EQ(texts_of(answer.root().find("second")).at(0), negations.at(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Measures, FixtureTerms, testing::Values("fr", "en", "de", "zh"),
                         [](const auto& one) { return one.param; });

/// Ten promoters and ten detractors; "nice" is in all comments, "good" in 8 and 3, "bad" in 0 and 6 (twice in each).
TestParts small() {
  std::vector<int> scores;
  PartBuilder::Texts comments;
  PartBuilder::Texts persons;
  for (int i = 0; i < 20; ++i) {
    const bool promoter = i < 10;
    scores.push_back(promoter ? 10 : 0);
    std::string text = "nice";
    if (promoter ? i < 8 : i < 13) text += " good";
    if (i >= 14) text += ", bad, bad";
    comments.push_back(text);
    persons.push_back(i >= 14 ? "one and the same" : "p" + std::to_string(i));
  }
  return PartBuilder().scores(scores).comments(comments).respondents(persons).build();
}

TEST(TermsMeasure, CountsCommentsOrTokens) {
  const json::Document comments =
      read(ask_cut(small(), kTermsMeasure, R"({"measures":[{"measure":"terms","hideCommon":false}]})"));
  EXPECT_EQ(*term_of(comments, "good").find("first").number(), 8);
  EXPECT_EQ(*term_of(comments, "good").find("second").number(), 3);
  EXPECT_EQ(*term_of(comments, "good").find("comments").number(), 11);
  EXPECT_EQ(*term_of(comments, "good").find("share").number(), 11.0 / 20);
  EXPECT_EQ(*term_of(comments, "bad").find("second").number(), 6);
  // 18 and 19 words of comments with a0 = 100: a = 100 * 6 / 37.
  const double a = 600.0 / 37;
  const double first = std::log(a / (18 + 100 - a));
  const double second = std::log((6 + a) / (19 + 100 - 6 - a));
  EXPECT_NEAR(*term_of(comments, "bad").find("delta").number(), first - second, 1e-12);
  EXPECT_NEAR(*term_of(comments, "bad").find("z").number(), (first - second) / std::sqrt(1 / a + 1 / (6 + a)), 1e-12);

  const json::Document tokens =
      read(ask_cut(small(), kTermsMeasure, R"({"measures":[{"measure":"terms","basis":"tokens","prior":500}]})"));
  // 18 and 25 tokens, 12 of them "bad", a0 = 500.
  const double b = 500.0 * 12 / 43;
  const double delta = std::log(b / (18 + 500 - b)) - std::log((12 + b) / (25 + 500 - 12 - b));
  EXPECT_NEAR(*term_of(tokens, "bad").find("delta").number(), delta, 1e-12);
  EXPECT_EQ(*term_of(tokens, "bad").find("comments").number(), 6);
}

TEST(TermsMeasure, TheMinimumIsOfBothSidesTogether) {
  const auto texts = [](std::string_view query) {
    const json::Document answer = read(ask_comments(small(), kTermsMeasure, query));
    return texts_of(answer.root().find("second"));
  };
  EXPECT_EQ(texts(R"({"measures":[{"measure":"terms","minimum":6}]})").at(0), "bad");
  for (const std::string& text : texts(R"({"measures":[{"measure":"terms","minimum":7}]})")) EXPECT_NE(text, "bad");
}

TEST(TermsMeasure, ComparesTheSelectedWithTheOthersOfTheQuery) {
  const TestParts parts = PartBuilder()
                              .scores({0, 0, 10, 10, 5})
                              .column("Plan", {"a", "b", "a", "b", "c"})
                              .comments({"cheap", "dear", "cheap", "dear", "neither"})
                              .build();
  const json::Document with = read(ask_cut(
      parts, kTermsMeasure,
      R"({"filter":[{"column":"Plan","equals":"a"}],"with":{"filter":[{"column":"Plan","equals":"b"}]},"measures":[{"measure":"terms","minimum":1}]})"));
  EXPECT_EQ(*with.root().find("of").find("second").text(), "others");
  EXPECT_EQ(*with.root().find("comments").find("second").number(), 2);
  EXPECT_EQ(texts_of(with.root().find("first")), std::vector<std::string>{"cheap"});
  EXPECT_EQ(texts_of(with.root().find("second")), std::vector<std::string>{"dear"});

  const json::Document rest = read(
      ask_cut(parts, kTermsMeasure,
              R"({"filter":[{"column":"Plan","equals":"a"}],"measures":[{"measure":"terms","minimum":1,"of":"selections"}]})"));
  EXPECT_EQ(*rest.root().find("comments").find("second").number(), 3);

  EXPECT_TRUE(ask_comments(parts, kTermsMeasure, R"({"with":{"filter":[{"column":"Plan","equals":"b"}]},"measures":["terms"]})")
                  .contains(R"("unavailable":{"code":"overlapping-sets"})"));
}

TEST(TermsMeasure, EvidenceIsMaskedAndOfTheSideThatWritesIt) {
  const TestParts parts = PartBuilder()
                              .scores({10, 10, 10, 0, 0})
                              .comments({"fine", "fine, call 0170 1234567", "fine", "broken since it came", "broken"})
                              .file("a.csv", 3)
                              .build();
  const json::Document answer = read(ask_cut(parts, kTermsMeasure, R"({"measures":[{"measure":"terms","minimum":2}]})"));
  const json::Node fine = term_of(answer, "fine").find("evidence");
  ASSERT_EQ(fine.size(), 2U) << "equal comments are one example";
  EXPECT_EQ(*fine.item(0).find("text").text(), "fine, call [phone]");
  EXPECT_EQ(*fine.item(0).find("file").number(), 3);
  EXPECT_EQ(*fine.item(0).find("record").number(), 3);
  EXPECT_EQ(*fine.item(0).find("column").number(), 0);
  EXPECT_EQ(*fine.item(1).find("record").number(), 2) << "the first of equal comments";
  EXPECT_EQ(*term_of(answer, "broken").find("evidence").item(0).find("text").text(), "broken since it came");
  EXPECT_FALSE(term_of(answer, "call").exists()) << "in one comment only";
  EXPECT_FALSE(term_of(answer, "0170").exists());

  const json::Document one =
      read(ask_comments(parts, kTermsMeasure, R"({"measures":[{"measure":"terms","minimum":2,"evidence":1}]})"));
  EXPECT_EQ(term_of(one, "fine").find("evidence").size(), 1U);
}

TEST(TermsMeasure, SharedWithoutTextsAndWithoutWhatFewPersonsWrote) {
  const std::string answer = ask_cut(small(), kTermsMeasure, R"({"measures":["terms"],"share":{"minimum":5}})");
  EXPECT_FALSE(answer.contains("evidence"));
  const json::Document shared = read(answer);
  EXPECT_TRUE(term_of(shared, "good").exists());
  // Six comments of one respondent.
  EXPECT_FALSE(term_of(shared, "bad").exists());
  EXPECT_TRUE(*shared.root().find("hidden").boolean());
  EXPECT_EQ(*shared.root().find("minimum").number(), 5);

  EXPECT_TRUE(ask_comments(small(), kTermsMeasure, R"({"measures":["terms"],"share":{"minimum":11}})")
                  .contains(R"("unavailable":{"code":"too-few-to-share"})"));
}

TEST(TermsMeasure, CommonWordsAreHiddenOnlyInTheLanguageOfTheComments) {
  std::vector<int> scores;
  PartBuilder::Texts comments;
  for (int i = 0; i < 12; ++i) {
    scores.push_back(i % 2 == 0 ? 10 : 0);
    comments.emplace_back(i % 2 == 0 ? "wir haben die beste App der Welt"
                                     : "das ist nicht die beste und auch nicht so gut wie");
  }
  const TestParts parts = PartBuilder().scores(scores).comments(comments).build();
  const json::Document answer = read(ask_comments(parts, kTermsMeasure, R"({"measures":[{"measure":"terms","limit":100}]})"));
  EXPECT_EQ(*answer.root().find("languages").item(0).text(), "de");
  EXPECT_TRUE(term_of(answer, "nicht").exists());
  EXPECT_FALSE(term_of(answer, "der").exists());
  const json::Document all =
      read(ask_comments(parts, kTermsMeasure, R"({"measures":[{"measure":"terms","limit":100,"hideCommon":false}]})"));
  EXPECT_TRUE(term_of(all, "der").exists());
  EXPECT_EQ(all.root().find("languages").size(), 0U);
}

TEST(TermsMeasure, BadInputIsATypedOutcome) {
  const auto code = [](const TestParts& parts, std::string_view query) {
    const json::Document answer = read(ask_comments(parts, kTermsMeasure, query));
    return std::string(answer.root().find("unavailable").find("code").text().value_or(""));
  };
  const std::string query = R"({"measures":["terms"]})";
  EXPECT_EQ(code(PartBuilder().scores({}).comments({}).build(), query), "no-comments");
  EXPECT_EQ(code(PartBuilder().scores({0, 10}).build(), query), "no-comments");
  EXPECT_EQ(code(PartBuilder().scores({0, 10}).comments({"", ""}).build(), query), "no-comments");
  EXPECT_EQ(code(PartBuilder().scores({10, 10, 0}).comments({"good", "good", ""}).build(), query), "one-side-empty");
  // All the same, no words at all, and a minimum that nothing reaches: nothing is wrong, and nothing tells the sides apart.
  for (const std::string text : {"good", "very good", "!!!"}) {
    const std::string answer = ask_comments(PartBuilder().scores({0, 10, 0}).comments({text, text, text}).build(),
                                            kTermsMeasure, R"({"measures":[{"measure":"terms","minimum":1}]})");
    EXPECT_TRUE(answer.ends_with(R"("first":[],"second":[]})")) << answer;
  }
  EXPECT_TRUE(ask_comments(small(), kTermsMeasure, R"({"measures":[{"measure":"terms","minimum":1000000}]})")
                  .ends_with(R"("first":[],"second":[]})"));
}

TEST(TermsMeasure, OptionsAreStrict) {
  for (const std::string option :
       {R"("minimum":0)", R"("minimum":2.5)", R"("limit":501)", R"("evidence":-1)", R"("basis":"words")", R"("prior":0)",
        R"("hideCommon":1)", R"("columns":"Comment")", R"("columns":[])", R"("of":"all")", R"("typo":1)"}) {
    const std::string name = option.substr(1, option.find('"', 1) - 1);
    EXPECT_EQ(ask_comments(small(), kTermsMeasure, R"({"measures":[{"measure":"terms",)" + option + "}]}"), "option " + name);
  }
}

TEST(TermsMeasure, IsTheSameHoweverResponsesAreCut) {
  const TestParts parts = testing_support::chance_comments(400);
  for (const char* query :
       {R"({"measures":["terms"]})",
        R"({"measures":[{"measure":"terms","basis":"tokens","minimum":1,"limit":500,"hideCommon":false}]})",
        R"({"filter":[{"column":"Region","equals":"EMEA"}],"measures":[{"measure":"terms","of":"selections"}]})",
        R"({"measures":[{"measure":"terms","columns":["Reason"]}],"share":{"minimum":10}})"}) {
    const json::Document answer = read(ask_cut(parts, kTermsMeasure, query));
    EXPECT_GT(answer.root().find("first").size() + answer.root().find("second").size(), 3U) << query;
  }
}

}  // namespace
}  // namespace npscope
