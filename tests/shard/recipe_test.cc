// SPDX-License-Identifier: MIT
// Recipes: what is written is read back, what cannot be understood is refused by name, and a run by its own recipe gives the same
// bytes.
#include "core/shard/recipe.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/format/json/document.h"
#include "core/survey/rules.h"
#include "tests/support/engine_runs.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using testing_support::feed;
using testing_support::report_of;

std::string recipe_in(std::string_view report) {
  const size_t at = report.rfind("\"recipe\":");
  return std::string(report.substr(at + 9, report.size() - at - 10));
}

std::string written(const Recipe& recipe) {
  JsonWriter json;
  write_recipe(json, recipe);
  return json.take();
}

TEST(Recipe, WhatIsWrittenIsReadBack) {
  const std::string text =
      recipe_in(report_of("id;nps;when\n1;9;3/14/2024\n2;-99;1/2/2024\n3;4;2/3/2024\n", {{"asOf", "2026-11-22"},
                                                                                         {"missing", "-99"},
                                                                                         {"groupBy", "month"},
                                                                                         {"policy.answers", "first"},
                                                                                         {"policy.include", "excluded-test"},
                                                                                         {"clean.tags", "off"},
                                                                                         {"level", "0.9"}}));
  const Result<Recipe> read = parse_recipe(text);
  ASSERT_TRUE(read) << text;
  EXPECT_EQ(written(*read), text);
  EXPECT_EQ(read->sources.at(0).date_order, DateOrder::kMonthFirst);
  EXPECT_EQ(read->rules.policy.answers, CountedAnswers::kFirst);
  EXPECT_FALSE(read->rules.cleaning[rule_index(CleaningRule::kTags)]);
}

constexpr std::string_view kSurvey = "id,nps,why\n1,9,Good price\n2,3,Far too expensive\n3,8,\n4,10,quick\n";
constexpr std::string_view kThemes = R"({"Price":["price","too expensive"],"\u901f\u5ea6":["\u6162","quick*"],"A":["a"]})";

/// A recipe for kSurvey with this member at its end.
std::string recipe_with(std::string_view member) {
  std::string recipe = recipe_in(report_of(kSurvey));
  recipe.insert(recipe.size() - 1, "," + std::string(member));
  return recipe;
}

TEST(Recipe, ThemesGoThroughAReadingInTheOrderTheyAreWritten) {
  const std::string themes = R"("themes":{"Price":["price","too expensive"],"速度":["慢","quick*"],"A":["a"]})";
  const std::string recipe = recipe_with("\"themes\":" + std::string(kThemes));
  const std::string report = report_of(kSurvey, {{"recipe", recipe}});
  EXPECT_TRUE(recipe_in(report).ends_with("," + themes + "}")) << report;
  EXPECT_EQ(report_of(kSurvey, {{"recipe", recipe_in(report)}}), report);
  EXPECT_EQ(report_of(kSurvey, {{"themes", std::string(kThemes)}}), report) << "the option says the same";
  // The option goes before the recipe, and takes themes away.
  EXPECT_EQ(report_of(kSurvey, {{"recipe", recipe}, {"themes", "{}"}}), report_of(kSurvey));
  EXPECT_EQ(report_of(kSurvey, {{"recipe", recipe_with("\"themes\":{}")}}), report_of(kSurvey));
  Engine plan;
  EXPECT_TRUE(testing_support::set_all(plan, {{"mode", "inspect"}, {"recipe", recipe}}));
  feed(plan, "file.csv", kSurvey);
  EXPECT_TRUE(plan.plan().contains(themes)) << plan.plan();
}

std::string themes_of(size_t themes, size_t texts) {
  JsonWriter out;
  out.begin_object();
  for (size_t i = 0; i < themes; ++i) {
    out.key("t" + std::to_string(i));
    out.begin_array();
    for (size_t k = 0; k < texts; ++k) out.value(std::string_view("word"));
    out.end_array();
  }
  out.end_object();
  return out.take();
}

TEST(Recipe, ThemesHaveLimitsAndAShape) {
  EXPECT_EQ(parse_recipe(recipe_with("\"themes\":" + themes_of(64, 200)))->themes.size(), 64U);
  for (const std::string& themes : {std::string("null"), std::string("[]"), std::string(R"("Price")"),
                                    std::string(R"({"a":"b"})"), std::string(R"({"a":[]})"), std::string(R"({"a":["b",1]})"),
                                    std::string(R"({"a":[""]})"), themes_of(65, 1), themes_of(1, 201)}) {
    const Result<Recipe> read = parse_recipe(recipe_with("\"themes\":" + themes));
    ASSERT_FALSE(read) << themes;
    EXPECT_EQ(read.error().code, Code::kRecipeInvalid);
    EXPECT_EQ(read.error().detail, "themes") << themes;
    Engine engine;
    EXPECT_EQ(engine.set("themes", themes), "bad-option:themes") << themes;
  }
  EXPECT_EQ(parse_recipe(recipe_with(R"("themes":{"a":["b"],"a":["c"]})")).error().detail, "syntax");
}

/// The answer to one question about kSurvey, or why it is refused.
std::string answer_of(const testing_support::Options& options, std::string_view query) {
  Engine engine;
  EXPECT_TRUE(testing_support::set_all(engine, options));
  feed(engine, "file.csv", kSurvey);
  std::string refused = engine.ask(query);
  if (!refused.empty()) return refused;
  while (engine.wants_columns() == 0) {
    EXPECT_TRUE(engine.open_columns(0));
    testing_support::feed_open(engine, kSurvey);
  }
  while (engine.work()) {
  }
  return engine.answer();
}

TEST(Recipe, TheMeasureOfThemesTakesThoseOfTheRecipe) {
  constexpr std::string_view kPlain = R"({"measures":["themes"]})";
  const testing_support::Options comment = {{"map.comment", "why"}};
  EXPECT_EQ(answer_of(comment, kPlain), "query-invalid:measures.0.themes");
  testing_support::Options kept = comment;
  kept.emplace_back("themes", kThemes);
  const std::string asked = R"({"measures":[{"measure":"themes","themes":)" + std::string(kThemes) + "}]}";
  const std::string answer = answer_of(kept, kPlain);
  EXPECT_TRUE(answer.contains(R"({"name":"Price","unknown":[]})")) << answer;
  EXPECT_TRUE(answer.contains(R"("responses":3,"themes":[{"responses":2,)")) << "two of three comments: " << answer;
  EXPECT_EQ(answer, answer_of(comment, asked));
  EXPECT_EQ(answer, answer_of(kept, R"({"measures":[{"measure":"themes","columns":["why"]}]})"));
  // Those of the question go before those of the recipe.
  const std::string other = R"({"measures":[{"measure":"themes","themes":{"Speed":["quick"]}}]})";
  EXPECT_EQ(answer_of(kept, other), answer_of(comment, other));
  EXPECT_NE(answer_of(kept, other), answer);
}

TEST(Recipe, WhatCannotBeUnderstoodIsRefusedByName) {
  struct Row {
    std::string_view text;
    std::string_view detail;
  };
  const Row rows[] = {
      {"", "syntax"},
      {"[]", "schema"},
      {R"({"schema":"npscope-recipe/2"})", "schema"},
      {R"({"schema":"npscope-recipe/1","asOf":"yesterday"})", "asOf"},
      {R"({"schema":"npscope-recipe/1","sources":{}})", "sources"},
      {R"({"schema":"npscope-recipe/1","sources":[1]})", "sources"},
      {R"({"schema":"npscope-recipe/1","sources":[{"headerRecords":99}]})", "headerRecords"},
      {R"({"schema":"npscope-recipe/1","sources":[{"columns":[{"column":"a","role":"king"}]}]})", "role"},
      {R"({"schema":"npscope-recipe/1","sources":[{"columns":[{"role":"score"}]}]})", "columns"},
      {R"({"schema":"npscope-recipe/1","sources":[{"score":{"kind":"stars"}}]})", "kind"},
      {R"({"schema":"npscope-recipe/1","sources":[{"dateOrder":"year-first"}]})", "dateOrder"},
      {R"({"schema":"npscope-recipe/1","sources":[{"exclude":[{"column":"a","code":"score-empty"}]}]})", "exclude"},
      {R"({"schema":"npscope-recipe/1","sources":[{"settled":["why"]}]})", "settled"},
      {R"({"schema":"npscope-recipe/1","cleaning":{"trim":1}})", "trim"},
      {R"({"schema":"npscope-recipe/1","duplicates":{"rows":"some"}})", "rows"},
      {R"({"schema":"npscope-recipe/1","policy":{"answers":"best"}})", "answers"},
      {R"({"schema":"npscope-recipe/1","policy":{"completeness":2}})", "completeness"},
      {R"({"schema":"npscope-recipe/1","policy":{"include":["nothing"]}})", "include"},
  };
  for (const Row& row : rows) {
    const Result<Recipe> read = parse_recipe(row.text);
    ASSERT_FALSE(read) << row.text;
    EXPECT_EQ(read.error().code, Code::kRecipeInvalid);
    EXPECT_EQ(read.error().detail, row.detail) << row.text;
  }
  Engine engine;
  EXPECT_EQ(engine.set("recipe", "{}"), "recipe-invalid:schema");
  EXPECT_EQ(engine.set("recipe", R"({"schema":"npscope-recipe/1","level":0.5})"), "recipe-invalid:level");
}

TEST(Recipe, ForOtherFilesIsRefusedAndNothingIsHalfApplied) {
  const std::string recipe = recipe_in(report_of("id,nps,country\n1,9,DE\n2,3,FR\n3,8,DE\n"));
  const std::string other = report_of("a,b,recommend\n1,x,9\n2,y,3\n", {{"recipe", recipe}});
  EXPECT_NE(other.find(R"("failure":{"code":"recipe-mismatch"})"), std::string::npos) << other;
  EXPECT_EQ(testing_support::json_member(other, "accepted"), "0");
  // More columns than the recipe knows do no harm.
  const std::string wider = report_of("id,new,nps,country\n1,x,9,DE\n2,y,3,FR\n3,z,8,DE\n", {{"recipe", recipe}});
  EXPECT_EQ(testing_support::json_member(wider, "accepted"), "3");
}

const std::string kMarkedUp =
    "id, How likely are you to <b>recommend</b> us&nbsp;&amp; why?,Coun\xC2\xADtry  of\xC2\xA0Person,'=note\n"
    "1,9,DE,x\n2,3,FR,y\n3,8,DE,z\n";

TEST(Recipe, FindsItsFileWhateverCleaningIsSwitchedOff) {
  const std::string plain = recipe_in(report_of(kMarkedUp, {{"asOf", "2026-11-22"}}));
  const std::string fingerprint = testing_support::json_member(plain, "fingerprint");
  ASSERT_EQ(fingerprint.size(), 34U) << plain;
  for (const std::string_view rule : kCleaningRuleNames) {
    const std::string option = "clean." + std::string(rule);
    const std::string report = report_of(kMarkedUp, {{"asOf", "2026-11-22"}, {option, "off"}});
    const std::string recipe = recipe_in(report);
    EXPECT_EQ(testing_support::json_member(recipe, "fingerprint"), fingerprint) << rule;
    EXPECT_EQ(report_of(kMarkedUp, {{"recipe", recipe}}), report) << rule;
    // A recipe of before in which a person has switched the rule.
    EXPECT_EQ(testing_support::json_member(report_of(kMarkedUp, {{"recipe", plain}, {option, "off"}}), "accepted"), "3")
        << rule;
    EXPECT_EQ(testing_support::json_member(report_of(kMarkedUp, {{"recipe", recipe}, {option, "on"}}), "accepted"), "3")
        << rule;
  }
}

TEST(Recipe, HeadersAreShownCleanedAndCountedAmongTheCleanedCells) {
  const std::string report = report_of(kMarkedUp);
  EXPECT_TRUE(report.contains(R"("name":"How likely are you to recommend us & why?","role":"score")")) << report;
  EXPECT_TRUE(report.contains(R"("name":"Country of Person")")) << report;
  EXPECT_TRUE(report.contains(R"("rule":"tags","on":true,"cells":1,)")) << report;
  EXPECT_EQ(report_of(kMarkedUp, {{"map.score", "How likely are you to <b>recommend</b> us&nbsp;&amp; why?"}}).substr(0, 200),
            report_of(kMarkedUp, {{"map.score", "How likely are you to recommend us & why?"}}).substr(0, 200));
}

/// Whatever the file, and whatever a person chose before.
TEST(Recipe, ARunByItsOwnRecipeGivesTheSameBytes) {
  const testing_support::Options choices[] = {{{"asOf", "2026-11-22"}},
                                              {{"asOf", "2026-11-22"}, {"missing", "-1,-99"}, {"policy.answers", "latest"}},
                                              {{"headerRecords", "1"}, {"delimiter", ","}, {"groupBy", "month"}}};
  for (const auto& file :
       testing_support::files_below(NPSCOPE_TEST_FILES, 1 << 18, {".csv", ".tsv", ".json", ".ndjson", ".xlsx"})) {
    const std::string bytes = testing_support::read_file(file);
    for (const auto& options : choices) {
      const std::string first = report_of(bytes, options);
      if (testing_support::json_member(first, "nps") == "null") continue;
      const std::string second = report_of(bytes, {{"recipe", recipe_in(first)}});
      ASSERT_EQ(second, first) << file.filename();
    }
  }
}

}  // namespace
}  // namespace npscope
