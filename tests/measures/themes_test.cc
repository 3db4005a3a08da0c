// SPDX-License-Identifier: MIT
// The measure `themes`, by hand counts; which texts a comment mentions, written out; and that no cut into files shows.
#include "core/measures/themes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "core/measures/theme_matcher.h"
#include "tests/measures/comment_cases.h"

namespace npscope {
namespace {

using testing_support::ask_comments;
using testing_support::ask_cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

json::Document read(const std::string& answer) {
  std::optional<json::Document> document = json::parse_document(answer);
  EXPECT_TRUE(document) << answer;
  return std::move(*document);
}

/// Whether a comment mentions a theme of one text.
bool mentions(const std::string& comment, const std::string& text) {
  CommentWords words;
  words.add(comment);
  const std::vector<Theme> themes = {{"theme", {text}}};
  ThemeMatcher matcher(words, themes);
  return matcher.themes_of(0) == 1;
}

TEST(ThemeMatcher, WholeWordsWhateverTheCase) {
  EXPECT_TRUE(mentions("The PRICE is high", "price"));
  EXPECT_TRUE(mentions("the price is high", "Price"));
  EXPECT_FALSE(mentions("overpriced", "price"));
  EXPECT_FALSE(mentions("prices", "price"));
  EXPECT_TRUE(mentions("Öffnung", "ÖFFNUNG"));
  EXPECT_TRUE(mentions("I don’t know", "don't"));
}

TEST(ThemeMatcher, PhrasesStandTogether) {
  EXPECT_TRUE(mentions("it is too expensive", "too expensive"));
  EXPECT_TRUE(mentions("too-expensive", "too expensive"));
  EXPECT_FALSE(mentions("too slow and expensive", "too expensive"));
  EXPECT_FALSE(mentions("slow too. Expensive", "too expensive"));
  EXPECT_TRUE(mentions("to too too expensive", "too expensive"));
  EXPECT_TRUE(mentions("it took way too long again", "way too long"));
  EXPECT_FALSE(mentions("too long", "way too long"));
  EXPECT_FALSE(mentions("too", "too expensive"));
}

TEST(ThemeMatcher, AStarIsTheRestOfAWord) {
  EXPECT_TRUE(mentions("the costs", "cost*"));
  EXPECT_TRUE(mentions("cost", "cost*"));
  EXPECT_FALSE(mentions("accost", "cost*"));
  EXPECT_TRUE(mentions("hidden costs", "hidden cost*"));
  EXPECT_TRUE(mentions("Preiserhöhung", "Preis*"));
  EXPECT_FALSE(mentions("costs hidden", "hidden cost*"));
}

TEST(ThemeMatcher, ChineseByCharacters) {
  EXPECT_TRUE(mentions("价格太贵了", "价格"));
  EXPECT_TRUE(mentions("价格太贵了", "太贵了"));
  EXPECT_FALSE(mentions("太好。贵了", "太贵"));
  EXPECT_TRUE(mentions("价格太贵了", "贵"));
  EXPECT_TRUE(mentions("贵！", "贵"));
  EXPECT_FALSE(mentions("便宜", "贵"));
}

TEST(ThemeMatcher, AddressesAreNoThemes) {
  EXPECT_FALSE(mentions("write to price@example.org", "price"));
  EXPECT_FALSE(mentions("price", "!!!"));
}

/// Detractors 1 to 3 mention the price; of the others with a comment, two promoters and a passive do not; one has no comment.
TestParts small() {
  return PartBuilder()
      .scores({0, 3, 6, 9, 10, 7, 10, 5})
      .times({1, 1, 2, 1, 1, 1, 1, 1})
      .column("Region", {"EMEA", "EMEA", "APAC", "EMEA", "APAC", "APAC", "EMEA", "LATAM"})
      .comments({"too expensive", "the price", "Price! price", "nice", "nice", "fine", "", ""})
      .comments({"price too", "", "", "", "", "", "", ""}, "More")
      .build();
}

constexpr std::string_view kThemes =
    R"("themes":{"Price":["price","expensive"],"Nice":["nice"],"None":["zebra*","nice zebra"]})";

TEST(ThemesMeasure, CountsResponsesThatMention) {
  const json::Document answer =
      read(ask_cut(small(), kThemesMeasure, R"({"measures":[{"measure":"themes",)" + std::string(kThemes) + "}]}"));
  const json::Node root = answer.root();
  EXPECT_EQ(*root.find("themes").item(0).find("name").text(), "Price");
  EXPECT_EQ(root.find("themes").item(0).find("unknown").size(), 0U);
  EXPECT_EQ(*root.find("themes").item(2).find("unknown").item(0).text(), "zebra*");
  EXPECT_EQ(*root.find("themes").item(2).find("unknown").item(1).text(), "nice zebra");
  ASSERT_EQ(root.find("cells").size(), 1U);
  const json::Node cell = root.find("cells").item(0);
  EXPECT_EQ(*cell.find("responses").number(), 7) << "six with a comment, one of them stands for two";
  const json::Node price = cell.find("themes").item(0);
  EXPECT_EQ(*price.find("responses").number(), 4);
  EXPECT_EQ(*price.find("share").number(), 4.0 / 7);
  EXPECT_EQ(*price.find("with").find("nps").number(), -100);
  EXPECT_EQ(*price.find("without").find("responses").number(), 3);
  EXPECT_NEAR(*price.find("without").find("nps").number(), 200.0 / 3, 1e-12);
  EXPECT_NEAR(*price.find("difference").find("points").number(), -100 - 200.0 / 3, 1e-12);
  const json::Node none = cell.find("themes").item(2);
  EXPECT_EQ(*none.find("responses").number(), 0);
  EXPECT_TRUE(none.find("with").is_null());
  EXPECT_TRUE(none.find("difference").is_null());
  EXPECT_EQ(*none.find("without").find("responses").number(), 7);
}

TEST(ThemesMeasure, ByCellWithoutCellsThatHaveNoComments) {
  const std::string query =
      R"({"groupBy":["Region"],"measures":[{"measure":"themes","columns":["Comment"],)" + std::string(kThemes) + "}]}";
  const json::Document answer = read(ask_cut(small(), kThemesMeasure, query));
  const json::Node cells = answer.root().find("cells");
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(*cells.item(0).find("values").item(0).text(), "APAC");
  EXPECT_EQ(*cells.item(0).find("responses").number(), 4);
  EXPECT_EQ(*cells.item(0).find("themes").item(0).find("responses").number(), 2);
  EXPECT_EQ(*cells.item(1).find("themes").item(0).find("responses").number(), 2);
}

TEST(ThemesMeasure, SharedHidesMentionsOfFew) {
  std::vector<int> scores;
  PartBuilder::Texts comments;
  for (int i = 0; i < 40; ++i) {
    scores.push_back(i % 11);
    comments.emplace_back(i < 20 ? "price" : i < 23 ? "zebra" : "fine");
  }
  const TestParts parts = PartBuilder().scores(scores).comments(comments).build();
  const json::Document answer = read(ask_cut(
      parts, kThemesMeasure,
      R"({"share":{"minimum":10},"measures":[{"measure":"themes","themes":{"a":["price"],"b":["zebra"],"c":["nothing"],"d":["price","fine"]}}]})"));
  const json::Node themes = answer.root().find("cells").item(0).find("themes");
  EXPECT_EQ(*themes.item(0).find("responses").number(), 20);
  for (const size_t i : {1, 2, 3}) {
    EXPECT_TRUE(*themes.item(i).find("hidden").boolean()) << i;
    EXPECT_EQ(themes.item(i).size(), 1U) << i;
  }
}

TEST(ThemesMeasure, BadInputIsATypedOutcome) {
  const std::string query = R"({"measures":[{"measure":"themes",)" + std::string(kThemes) + "}]}";
  EXPECT_TRUE(ask_comments(PartBuilder().scores({0, 10}).build(), kThemesMeasure, query)
                  .contains(R"("unavailable":{"code":"no-comments"})"));
  EXPECT_TRUE(ask_comments(PartBuilder().scores({0, 10}).comments({"", ""}).build(), kThemesMeasure, query)
                  .contains(R"("unavailable":{"code":"no-comments"})"));
  for (const std::string options : {R"("themes":{})", R"("themes":[])", R"("themes":{"a":[]})", R"("themes":{"a":["b",1]})",
                                    R"("themes":{"a":[""]})", R"("theme":{"a":["b"]},"themes":{"a":["b"]})", ""}) {
    const std::string asked = R"({"measures":[{"measure":"themes")" + (options.empty() ? "" : "," + options) + "}]}";
    EXPECT_TRUE(ask_comments(small(), kThemesMeasure, asked).starts_with("option theme")) << asked;
  }
}

TEST(ThemesMeasure, ThoseOfTheAnalysisHoldWhereNoneAreNamed) {
  const std::vector<Theme> kept = {{"Price", {"price", "expensive"}}, {"Nice", {"nice"}}};
  Query query;
  EXPECT_EQ(kThemesMeasure.check({}, query), "themes");
  query.themes = kept;
  EXPECT_EQ(kThemesMeasure.check({}, query), "");
  const json::Document empty = read(R"({"measure":"themes","themes":{}})");
  EXPECT_EQ(kThemesMeasure.check(empty.root(), query), "themes") << "asked for none";
}

TEST(ThemesMeasure, IsTheSameHoweverResponsesAreCut) {
  const TestParts parts = testing_support::chance_comments(300);
  for (const char* rest : {"", R"(,"groupBy":["Region",{"by":"group"}])", R"(,"groupBy":["Region"],"share":{"minimum":5})"}) {
    const std::string query =
        R"({"measures":[{"measure":"themes","themes":{"Price":["price","preis","teuer","cher","expensive","贵"],"Slow":["slow*","慢"]}}])" +
        std::string(rest) + "}";
    EXPECT_GT(ask_cut(parts, kThemesMeasure, query).size(), 500U);
  }
}

}  // namespace
}  // namespace npscope
