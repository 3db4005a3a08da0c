// SPDX-License-Identifier: MIT
// Measure `association`: figures of vector "synth-drivers" (R's chisq.test) and of tables where the answer is plain; the order, the options,
// what bad columns give, and that no cut shows.
#include "core/measures/association.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "tests/measures/answers.h"
#include "tests/measures/synth_parts.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestParts;
using Texts = PartBuilder::Texts;

std::string asked(const TestParts& parts, const std::string& options = "", const std::string& rest = "") {
  return ask(parts, kAssociationMeasure,
             R"({"measures":[{"measure":"association")" + (options.empty() ? "" : "," + options) + "}]" +
                 (rest.empty() ? "" : "," + rest) + "}");
}

Answer answer(const TestParts& parts, const std::string& options = "", const std::string& rest = "") {
  return Answer(asked(parts, options, rest));
}

std::string names(const Answer& found) {
  std::string all;
  for (size_t i = 0; i < found.size("attributes"); ++i) {
    all += (i > 0 ? " " : "") + found.text("attributes." + std::to_string(i) + ".name");
  }
  return all;
}

/// 60 responses, 20 of each group in turn, with attributes that tell it, that say something, and that say nothing.
TestParts sixty() {
  std::vector<int> scores;
  Texts exact;
  Texts weak;
  Texts weaker_twin;
  Texts nothing;
  for (int i = 0; i < 60; ++i) {
    scores.push_back(i % 3 == 0 ? 2 : i % 3 == 1 ? 8 : 9);
    exact.emplace_back(i % 3 == 0 ? "x" : i % 3 == 1 ? "y" : "z");
    weak.emplace_back(i % 3 == 0 && i < 30 ? "x" : "y");
    weaker_twin.emplace_back(i % 3 == 0 && i < 30 ? "p" : "q");
    nothing.emplace_back(i < 30 ? "x" : "y");
  }
  return PartBuilder()
      .scores(scores)
      .column("Nothing", nothing, Role::kSegment)
      .column("Twin", weaker_twin, Role::kSegment)
      .column("Touch", exact, Role::kTouchpoint)
      .column("Original", weak, Role::kChannel)
      .column("Agent", exact, Role::kEmployee)
      .build();
}

TEST(Association, OfTheRegionIsThatOfTheVector) {
  const Answer found = answer(testing_support::synth_parts(), R"("columns":["Region"])");
  const Answer vectors(testing_support::read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "vectors.json"));
  json::Node expected;
  for (const json::Node vector : vectors.at("vectors").items()) {
    if (vector.find("id").text() == "synth-drivers") expected = vector.find("expected").find("chisq_region");
  }
  EXPECT_NEAR(found.number("attributes.0.chiSquare"), *expected.find("X2").number(), 1e-6);
  EXPECT_EQ(found.number("attributes.0.degrees"), *expected.find("df").number());
  EXPECT_NEAR(found.number("attributes.0.p"), *expected.find("p").number(), 1e-6);
  EXPECT_NEAR(found.number("attributes.0.plainV"), *expected.find("V").number(), 1e-6);
  EXPECT_EQ(found.number("attributes.0.values"), 3);
  EXPECT_EQ(found.number("attributes.0.responses"), 240);
  EXPECT_EQ(found.text("attributes.0.role"), "segment");
  // Bergsma: X2/n = .018557 against an expectation of 4/239 = .016736.
  const double phi = *expected.find("X2").number() / 240;
  EXPECT_NEAR(found.number("attributes.0.cramersV"), std::sqrt((phi - 4.0 / 239) / (3 - 4.0 / 239 - 1)), 1e-6);
}

TEST(Association, InformationIsInBits) {
  const Answer found = answer(sixty(), R"("columns":["Touch"])");
  EXPECT_NEAR(found.number("attributes.0.plainInformation"), std::log2(3.0), 1e-14);
  // Miller and Madow: rows + columns - occupied cells - 1 = 2 nats over 2n.
  EXPECT_NEAR(found.number("attributes.0.information"), std::log2(3.0) + 2.0 / 120 / std::log(2.0), 1e-14);
  EXPECT_NEAR(found.number("attributes.0.cramersV"), 1, 1e-14);
}

TEST(Association, TheStrongestComesFirstAndEqualOnesByName) {
  const Answer found = answer(sixty());
  EXPECT_EQ(names(found), "Touch Original Twin Nothing");
  EXPECT_EQ(found.number("attributes.1.cramersV"), found.number("attributes.2.cramersV"));
  EXPECT_EQ(found.number("attributes.3.cramersV"), 0);
  EXPECT_EQ(found.number("left"), 0);
  EXPECT_EQ(found.text("attributes.1.role"), "channel");
  // Employees are asked for by name only.
  EXPECT_EQ(names(answer(sixty(), R"("columns":["Agent"])")), "Agent");
}

TEST(Association, PIsAdjustedForTheNumberOfAttributes) {
  const Answer found = answer(sixty());
  // Benjamini and Hochberg, by hand: the second and third are equal, so both get p * 4 / 3.
  EXPECT_NEAR(found.number("attributes.0.pAdjusted"), found.number("attributes.0.p") * 4, 1e-18);
  EXPECT_NEAR(found.number("attributes.1.pAdjusted"), found.number("attributes.1.p") * 4 / 3, 1e-12);
  EXPECT_EQ(found.number("attributes.1.pAdjusted"), found.number("attributes.2.pAdjusted"));
}

TEST(Association, ALimitLeavesTheWeakestAwayAndChangesNoFigure) {
  const Answer found = answer(sixty(), R"("limit":2)");
  EXPECT_EQ(names(found), "Touch Original");
  EXPECT_EQ(found.number("left"), 2);
  EXPECT_EQ(found.number("attributes.1.pAdjusted"), answer(sixty()).number("attributes.1.pAdjusted"));
}

TEST(Association, ResponsesWithoutAValueAreLeftOutAndCounted) {
  const TestParts parts =
      PartBuilder().scores({1, 9, 9, 1, 9}).times({2, 1, 1, 1, 4}).column("Region", {"a", "b", "b", "", ""}).build();
  const Answer found = answer(parts);
  EXPECT_EQ(found.number("responses"), 9);
  EXPECT_EQ(found.number("attributes.0.responses"), 4);
  EXPECT_EQ(found.number("attributes.0.missing"), 5);
  EXPECT_TRUE(*found.flag("attributes.0.sparse"));
  // Two and two, told without fail: chi-square is n.
  EXPECT_NEAR(found.number("attributes.0.chiSquare"), 4, 1e-12);
}

TEST(Association, AttributesWithoutAFigureComeLastAndSayWhy) {
  std::vector<int> scores;
  Texts customers;
  Texts same;
  Texts region;
  for (int i = 0; i < 2200; ++i) {
    scores.push_back(i % 11);
    customers.push_back("C" + std::to_string(i % 1001));
    same.emplace_back("only");
    region.push_back(std::to_string(i % 1000));
  }
  const TestParts parts = PartBuilder()
                              .scores(scores)
                              .column("Customer", customers)
                              .column("Brand", same)
                              .column("Empty", Texts(2200, ""))
                              .column("Region", region)
                              .build();
  const Answer found = answer(parts);
  EXPECT_EQ(names(found), "Region Brand Customer Empty");
  EXPECT_EQ(found.number("attributes.0.values"), 1000);
  EXPECT_EQ(found.text("attributes.1.unavailable.code"), "one-category");
  EXPECT_EQ(found.number("attributes.1.values"), 1);
  EXPECT_EQ(found.text("attributes.2.unavailable.code"), "too-many-values");
  EXPECT_FALSE(found.has("attributes.2.values"));
  EXPECT_EQ(found.text("attributes.3.unavailable.code"), "no-responses");
  const Answer promoters = answer(parts, R"("columns":["Region"])", R"("filter":[{"group":["promoter"]}])");
  EXPECT_EQ(promoters.text("attributes.0.unavailable.code"), "one-class");
}

TEST(Association, SharedFiguresAreThoseOfTheShownValues) {
  // 20, 20, 12 and 3 responses: with the smallest one its neighbour is hidden.
  const auto parts = [](bool all) {
    return testing_support::counted(all ? std::vector<testing_support::CountedValue>{{"a", {10, 5, 5}},
                                                                                     {"b", {2, 4, 14}},
                                                                                     {"c", {4, 4, 4}},
                                                                                     {"d", {0, 0, 3}}}
                                        : std::vector<testing_support::CountedValue>{{"a", {10, 5, 5}}, {"b", {2, 4, 14}}});
  };
  const Answer shared = answer(parts(true), "", R"("share":{"minimum":10})");
  EXPECT_EQ(shared.number("attributes.0.values"), 2);
  EXPECT_EQ(shared.number("attributes.0.responses"), 40);
  EXPECT_EQ(shared.number("attributes.0.hidden.minimum"), 10);
  EXPECT_EQ(shared.number("attributes.0.cramersV"), answer(parts(false)).number("attributes.0.cramersV"));
  EXPECT_FALSE(answer(parts(true)).has("attributes.0.hidden"));
  const Answer nothing = answer(parts(true), "", R"("share":{"minimum":30})");
  EXPECT_EQ(nothing.text("attributes.0.unavailable.code"), "too-few-to-share");
}

TEST(Association, NothingToLookAtIsSaid) {
  const TestParts none = PartBuilder().scores({9, 1}).column("Support", {"4", "5"}, Role::kDriver).build();
  EXPECT_EQ(answer(none).text("unavailable.code"), "no-attributes");
  EXPECT_EQ(answer(sixty(), "", R"("filter":[{"column":"Touch","equals":"nowhere"}])").text("unavailable.code"),
            "no-responses");
  EXPECT_EQ(answer(sixty(), "", R"("share":{"minimum":61})").text("unavailable.code"), "too-few-to-share");
}

TEST(Association, OptionsThatAreNotUnderstoodAreNamed) {
  for (const auto& [options, member] : std::vector<std::pair<std::string, std::string>>{{R"("attributes":[])", "attributes"},
                                                                                        {R"("columns":"Region")", "columns"},
                                                                                        {R"("columns":[])", "columns"},
                                                                                        {R"("columns":["a",1])", "columns.1"},
                                                                                        {R"("limit":0)", "limit"},
                                                                                        {R"("limit":1.5)", "limit"},
                                                                                        {R"("limit":"2")", "limit"}}) {
    EXPECT_EQ(asked(sixty(), options), "option " + member) << options;
  }
}

TEST(Association, OneAttributeMayBearAnotherNameInAnotherFile) {
  TestParts parts = PartBuilder().scores({1, 9}).column("Kanal", {"web", "app"}, Role::kChannel).build();
  const auto second = [] { return PartBuilder().scores({2, 10}).column("Channel", {"web", "app"}, Role::kChannel).build(); };
  TestParts backwards = second();
  backwards.join(PartBuilder().scores({1, 9}).column("Kanal", {"web", "app"}, Role::kChannel).build());
  parts.join(second());
  const Answer found = answer(parts);
  EXPECT_EQ(names(found), "Channel");
  EXPECT_EQ(found.number("attributes.0.responses"), 4);
  EXPECT_EQ(asked(parts), asked(backwards));
}

TEST(Association, CaveatsAreThere) {
  EXPECT_EQ(answer(sixty()).size("caveats"), 3U);
  EXPECT_EQ(answer(sixty(), R"("columns":["Touch"])").size("caveats"), 2U);
  EXPECT_EQ(answer(sixty()).text("caveats.0.code"), "association-not-cause");
}

TEST(Association, NoCutOfTheResponsesShows) {
  std::mt19937 random(12);
  std::vector<int> groups;
  Texts region;
  Texts plan;
  Texts wave;
  for (int i = 0; i < 300; ++i) {
    groups.push_back(static_cast<int>(random() % 3));
    region.push_back(random() % 9 == 0 ? "" : "R" + std::to_string(random() % 7));
    plan.push_back("P" + std::to_string((static_cast<unsigned>(groups.back()) + random() % 3) % 4));
    wave.push_back("W" + std::to_string(random() % 2));
  }
  TestParts parts =
      PartBuilder().groups(groups).column("Region", region).column("Plan", plan).column("Wave", wave, Role::kWave).build();
  parts.join(sixty());
  const std::string whole = asked(parts);
  EXPECT_EQ(Answer(whole).size("attributes"), 7U);
  for (const size_t n : {1U, 2U, 5U}) EXPECT_EQ(asked(cut(parts, n)), whole) << n;
}

}  // namespace
}  // namespace npscope
