// SPDX-License-Identifier: MIT
// Post-stratification against R's survey package, raking against values worked out with 40 digits from the rows, and every way in which
// margins cannot be reached.
#include "core/measures/raked.h"

#include <gtest/gtest.h>

#include "tests/measures/lots.h"
#include "tests/measures/synth_parts.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::string_view kByRegion =
    R"({"measures":[{"measure":"raked","margins":[{"column":"Region","shares":{"CN":500,"DACH":300,"UK":200}}]}]})";
constexpr std::string_view kByRegionAndPrice =
    R"({"measures":[{"measure":"raked","margins":[{"column":"Region","shares":{"CN":500,"DACH":300,"UK":200}},
                                                  {"column":"Price band","shares":{"to 5":0.6,"from 6":0.4}}]}]})";

std::string margins(std::string_view list) {
  return R"({"measures":[{"measure":"raked","margins":)" + std::string(list) + "}]}";
}

TEST(RakedMeasure, VectorSynthDriversPoststrat) {
  const Answer found = answer_of(synth_parts(), kRakedMeasure, kByRegion);
  EXPECT_EQ(members_of(found),
            "measure margins leftOut nps responses shares standardError designEffect effectiveResponses interval weights kish "
            "passes");
  EXPECT_NEAR(found.number("nps"), -6.9026350941105, 1e-9);
  EXPECT_NEAR(found.number("standardError"), 5.15693724895757, 1e-9);
  EXPECT_EQ(found.number("responses"), 240);
  EXPECT_EQ(found.number("leftOut"), 0);
  EXPECT_EQ(found.number("passes"), 1);
  // 240 x .5 / 61 and 240 x .3 / 125.
  EXPECT_NEAR(found.number("weights.largest"), 120.0 / 61, 1e-12);
  EXPECT_NEAR(found.number("weights.least"), 72.0 / 125, 1e-12);
  EXPECT_EQ(found.text("margins.0.column"), "Region");
  EXPECT_EQ(members_of(found, "margins.0.strata.0"), "value target share responses");
  EXPECT_EQ(found.text("margins.0.strata.0.value"), "CN");
  EXPECT_NEAR(found.number("margins.0.strata.0.target"), 0.5, 1e-15);
  EXPECT_NEAR(found.number("margins.0.strata.0.share"), 61.0 / 240, 1e-15);
  EXPECT_EQ(found.number("margins.0.strata.1.responses"), 125);
}

TEST(RakedMeasure, RegionAndPriceAsFromTheRows) {
  const Answer found = answer_of(synth_parts(), kRakedMeasure, kByRegionAndPrice);
  EXPECT_NEAR(found.number("nps"), -7.8035776315701632, 1e-8);
  EXPECT_NEAR(found.number("standardError"), 5.0315093926447274, 1e-8);
  EXPECT_NEAR(found.number("kish.responses"), 179.47502830259136, 1e-7);
  EXPECT_NEAR(found.number("kish.designEffect"), 240 / 179.47502830259136, 1e-9);
  EXPECT_NEAR(found.number("weights.largest"), 2.0424442496887982, 1e-9);
  EXPECT_NEAR(found.number("weights.least"), 0.54493040936992205, 1e-9);
  EXPECT_GT(found.number("passes"), 1);
}

TEST(RakedMeasure, LeavesOutResponsesThatNoMarginNames) {
  const TestParts parts =
      Lots({"Region"}).add({5, 5, 10}, {"EMEA"}).add({10, 5, 5}, {"US"}).add({7, 0, 0}, {"APAC"}).add({0, 0, 3}, {""}).build();
  const Answer found = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":0.75,"US":0.25}}])"));
  // .75 x 25 + .25 x -25
  EXPECT_NEAR(found.number("nps"), 12.5, 1e-12);
  EXPECT_EQ(found.number("responses"), 40);
  EXPECT_EQ(found.number("leftOut"), 10);
}

TEST(RakedMeasure, TakesARoleForAColumn) {
  const TestParts parts =
      PartBuilder().scores({10, 0, 10, 0}).column("Via", {"app", "app", "web", "web"}, Role::kChannel).build();
  const Answer found = answer_of(parts, kRakedMeasure, margins(R"([{"role":"channel","shares":{"app":1,"web":1}}])"));
  EXPECT_EQ(found.text("margins.0.column.role"), "channel");
  EXPECT_EQ(found.number("nps"), 0);
}

TEST(RakedMeasure, IsTheSameHoweverTheResponsesAreCut) {
  expect_the_same_however_cut(synth_parts(), kRakedMeasure, kByRegion);
  expect_the_same_however_cut(synth_parts(), kRakedMeasure, kByRegionAndPrice);
}

TEST(RakedMeasure, NamesTheStratumThatNobodyIsIn) {
  const Answer found =
      answer_of(synth_parts(), kRakedMeasure, margins(R"([{"column":"Region","shares":{"CN":1,"DACH":1,"UK":1,"US":1}}])"));
  EXPECT_EQ(members_of(found), "measure margins leftOut unavailable at");
  EXPECT_EQ(found.text("unavailable.code"), "empty-stratum");
  EXPECT_EQ(found.text("unavailable.detail"), "US");
  EXPECT_EQ(found.text("at.column"), "Region");
  EXPECT_EQ(found.text("at.value"), "US");
  EXPECT_EQ(found.number("margins.0.strata.3.responses"), 0);
}

TEST(RakedMeasure, NamesTheStratumOfOneResponseAndTheShareThatIsNone) {
  const TestParts parts = Lots({"Region"}).add({5, 5, 5}, {"EMEA"}).add({1, 0, 0}, {"US"}).build();
  const Answer one = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":1,"US":1}}])"));
  EXPECT_EQ(one.text("unavailable.code"), "one-response");
  EXPECT_EQ(one.text("at.value"), "US");
  const Answer none = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":0,"US":1}}])"));
  EXPECT_EQ(none.text("unavailable.code"), "target-not-positive");
  EXPECT_EQ(none.text("at.value"), "EMEA");
  const Answer nothing = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":0,"US":0}}])"));
  EXPECT_EQ(nothing.text("unavailable.code"), "target-not-positive");
  EXPECT_TRUE(nothing.is_null("margins.0.strata.0.target"));
}

TEST(RakedMeasure, SaysWhenMarginsContradictEachOther) {
  const TestParts parts = Lots({"Region", "Plan"}).add({5, 5, 5}, {"EMEA", "Pro"}).add({5, 5, 5}, {"US", "Basic"}).build();
  const Answer found =
      answer_of(parts, kRakedMeasure,
                margins(R"([{"column":"Region","shares":{"EMEA":1,"US":1}},{"column":"Plan","shares":{"Pro":1,"Basic":3}}])"));
  EXPECT_EQ(found.text("unavailable.code"), "not-converged");
  EXPECT_FALSE(found.has("at"));
}

TEST(RakedMeasure, OfNobodyOneResponseAndAColumnThatIsNotThere) {
  const TestParts parts = Lots({"Region"}).add({1, 0, 0}, {"EMEA"}).build();
  EXPECT_EQ(answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":1}}])")).text("unavailable.code"),
            "one-response");
  EXPECT_EQ(answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"US":1}}])")).text("unavailable.code"),
            "no-responses");
  const Answer missing = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Country","shares":{"US":1}}])"));
  EXPECT_EQ(members_of(missing), "measure unavailable");
  EXPECT_EQ(missing.text("unavailable.code"), "unknown-column");
  EXPECT_EQ(missing.text("unavailable.detail"), "Country");
}

TEST(RakedMeasure, EqualAnswersHaveAWidth) {
  const TestParts parts = Lots({"Region"}).add({0, 0, 5}, {"EMEA"}).add({0, 0, 5}, {"US"}).build();
  const Answer found = answer_of(parts, kRakedMeasure, margins(R"([{"column":"Region","shares":{"EMEA":1,"US":3}}])"));
  EXPECT_EQ(found.number("standardError"), 0);
  EXPECT_LT(found.number("interval.low"), 90);
}

TEST(RakedMeasure, NamesTheOptionThatItDoesNotUnderstand) {
  const auto fault = [](std::string_view list) { return ask(synth_parts(), kRakedMeasure, margins(list)); };
  EXPECT_EQ(ask(synth_parts(), kRakedMeasure, R"({"measures":["raked"]})"), "option margins");
  EXPECT_EQ(fault("[]"), "option margins");
  EXPECT_EQ(fault(R"("Region")"), "option margins");
  EXPECT_EQ(fault(R"(["Region"])"), "option margins.0");
  EXPECT_EQ(fault(R"([{"column":"Region"}])"), "option margins.0.shares");
  EXPECT_EQ(fault(R"([{"column":"Region","shares":{}}])"), "option margins.0.shares");
  EXPECT_EQ(fault(R"([{"column":"Region","shares":{"CN":"half"}}])"), "option margins.0.shares");
  EXPECT_EQ(fault(R"([{"shares":{"CN":1}}])"), "option margins.0.column");
  EXPECT_EQ(fault(R"([{"column":"Region","role":"channel","shares":{"CN":1}}])"), "option margins.0.column");
  EXPECT_EQ(fault(R"([{"role":"place","shares":{"CN":1}}])"), "option margins.0.column");
  EXPECT_EQ(fault(R"([{"column":"Region","shares":{"CN":1},"trim":5}])"), "option margins.0.trim");
  EXPECT_EQ(fault(R"([{"column":"Region","shares":{"CN":1}},{"column":"Region","shares":{"UK":1}}])"), "option margins.1");
  EXPECT_EQ(ask(synth_parts(), kRakedMeasure, R"({"measures":[{"measure":"raked","margins":[],"trim":5}]})"), "option trim");
}

TEST(RakedMeasure, NeedsTheColumnsOfItsMargins) {
  const auto query = parse_query(kByRegionAndPrice);
  Needs needs;
  kRakedMeasure.needs(query->measures.front().options, *query, needs);
  EXPECT_EQ(needs.columns, (std::vector<ColumnRef>{{"Region", Role::kNone}, {"Price band", Role::kNone}}));
}

TEST(RakedMeasure, WhenSharingShowsNoSmallStrata) {
  const std::string query(kByRegion);
  const Answer found =
      answer_of(synth_parts(), kRakedMeasure, query.substr(0, query.rfind('}')) + R"(,"share":{"minimum":60}})");
  EXPECT_EQ(members_of(found, "margins.0.strata.0"), "value target");
  EXPECT_NEAR(found.number("nps"), -6.9026350941105, 1e-9);
  const Answer few =
      answer_of(synth_parts(), kRakedMeasure, query.substr(0, query.rfind('}')) + R"(,"share":{"minimum":241}})");
  EXPECT_EQ(members_of(few), "measure unavailable");
  EXPECT_EQ(few.text("unavailable.code"), "too-few-to-share");
}

}  // namespace
}  // namespace npscope
