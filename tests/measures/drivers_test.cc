// SPDX-License-Identifier: MIT
// Measure `drivers` by hand: its options, what bad columns give, what is hidden when sharing, and that no cut and no order of files shows.
#include "core/measures/drivers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/measures/driver_answers.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::answer;
using testing_support::asked;
using testing_support::at;
using testing_support::caveats;
using testing_support::cut;
using testing_support::drivers_query;
using testing_support::PartBuilder;
using testing_support::Ratings;
using testing_support::ratings;
using testing_support::synth_ratings;
using testing_support::TestParts;
using Texts = PartBuilder::Texts;

TEST(Drivers, WithoutAccountsErrorsAreThoseOfTheModel) {
  const Answer found = answer(synth_ratings(), R"("cluster":"none","proportionality":false)");
  EXPECT_EQ(found.text("logit.errors"), "model");
  EXPECT_TRUE(found.is_null("logit.accounts"));
  EXPECT_EQ(found.number("logit.drivers.0.error"), found.number("logit.drivers.0.modelError"));
  EXPECT_TRUE(found.is_null("logit.drivers.0.proportionality"));
  EXPECT_TRUE(caveats(found).ends_with(" independent-responses"));
  // clm3: exp(b +- 1.959964 se).
  EXPECT_NEAR(found.number("logit.drivers.0.oddsRatio.interval.high"),
              std::exp(0.3833350829236 + 1.959963984540054 * 0.0753999427012514), 1e-6);
}

TEST(Drivers, OutcomeGroupIsInPointsOfTheNps) {
  // One rating: 3 (low), 7 (middle) or 10 (high), with NPS -100, 0 and 50 of two responses each.
  const TestParts parts =
      PartBuilder().scores({0, 6, 3, 9, 8, 10}).column("Support", {"3", "3", "7", "7", "10", "10"}, Role::kDriver).build();
  const Answer found = answer(parts, R"("outcome":"group")");
  EXPECT_EQ(found.text("outcome"), "group");
  EXPECT_EQ(found.text("contrasts.unit"), "points");
  EXPECT_NEAR(found.number("contrasts.intercept.estimate"), 0, 1e-9);
  EXPECT_NEAR(found.number("contrasts.drivers.0.penalty.estimate"), -100, 1e-9);
  EXPECT_NEAR(found.number("contrasts.drivers.0.reward.estimate"), 50, 1e-9);
  EXPECT_FALSE(caveats(found).contains("groups-only"));
  EXPECT_EQ(found.number("drivers.0.ranks.responses"), 6);
}

TEST(Drivers, TwoLogitsWhereAskedFor) {
  const Answer found = answer(synth_ratings(), R"("binary":true)");
  EXPECT_EQ(found.size("promoters.thresholds"), 1U);
  EXPECT_EQ(found.size("nonDetractors.drivers"), 4U);
  // 55 promoters and 77 detractors of 240 (vector "synth-drivers", counts).
  const auto null = [](double part) { return part * std::log(part / 240) + (240 - part) * std::log(1 - part / 240); };
  EXPECT_NEAR(found.number("promoters.nullLogLikelihood"), null(55), 1e-9);
  EXPECT_NEAR(found.number("nonDetractors.nullLogLikelihood"), null(77), 1e-9);
  EXPECT_FALSE(answer(synth_ratings()).has("promoters"));
}

TEST(Drivers, MapHasImportanceAndShareOfHighRatings) {
  const Answer found = answer(synth_ratings());
  for (size_t i = 0; i < testing_support::kSynthDrivers.size(); ++i) {
    const double high = found.number(at("drivers", i, "byBand.2.responses"));
    EXPECT_NEAR(found.number(at("map.points", i, "highShare")), high / 240, 1e-15);
    EXPECT_EQ(found.number(at("map.points", i, "importance")), found.number(at("importance.drivers", i, "johnsonShare")));
  }
  // Support: most important, 35 high ratings of a mean of 36.5.
  EXPECT_EQ(found.text("map.points.0.quadrant"), "concentrate");
  EXPECT_EQ(found.text("map.points.3.quadrant"), "possible-overkill");
}

TEST(Drivers, CellsWithoutARatingAreCountedApart) {
  const TestParts parts = PartBuilder()
                              .scores({1, 9, 10, 4, 8})
                              .times({1, 2, 1, 3, 1})
                              .column("Support", {"2", "5", "5", "good", ""}, Role::kDriver)
                              .build();
  const Answer found = answer(parts);
  EXPECT_EQ(found.number("responses"), 8);
  EXPECT_EQ(found.number("drivers.0.rated"), 4);
  EXPECT_EQ(found.number("drivers.0.notARating"), 3);
  EXPECT_EQ(found.number("drivers.0.missing"), 1);
  EXPECT_EQ(found.number("drivers.0.scale.least"), 2);
  EXPECT_EQ(found.number("drivers.0.scale.greatest"), 5);
  // Top two boxes of five: -2, 3, 4-5. Nobody in the middle.
  EXPECT_EQ(found.number("drivers.0.bands.lowMost"), 2);
  ASSERT_EQ(found.size("drivers.0.byBand"), 3U);
  EXPECT_EQ(found.text("drivers.0.byBand.0.band"), "low");
  EXPECT_EQ(found.text("drivers.0.byBand.1.band"), "high");
  EXPECT_EQ(found.number("drivers.0.byBand.1.nps"), 100);
  EXPECT_EQ(found.text("drivers.0.byBand.2.band"), "missing");
  EXPECT_EQ(found.number("drivers.0.byBand.2.nps"), -75);
  EXPECT_EQ(found.number("complete"), 4);
  EXPECT_EQ(found.number("incomplete"), 4);
  EXPECT_TRUE(caveats(found).contains("complete-cases not-a-rating"));
}

TEST(Drivers, BandsAsAskedForInsteadOfThoseOfTheScale) {
  const TestParts parts = synth_ratings();
  const Answer all = answer(parts, R"("bands":{"lowMost":4,"highLeast":8})");
  EXPECT_EQ(all.number("drivers.3.bands.highLeast"), 8);
  const Answer one = answer(parts, R"("columns":["price","support"],"bands":[null,{"lowMost":0,"highLeast":1}])");
  EXPECT_EQ(one.number("drivers.0.bands.lowMost"), 6);
  EXPECT_EQ(one.number("drivers.1.bands.lowMost"), 0);
  EXPECT_EQ(one.text("drivers.1.name"), "support");
  // One of the 240 rated 0.
  EXPECT_EQ(one.number("drivers.1.byBand.0.responses"), 1);
}

TEST(Drivers, OptionsThatAreNotUnderstoodAreNamed) {
  const TestParts parts = synth_ratings();
  const std::vector<std::pair<std::string, std::string>> cases = {
      {R"("driver":1)", "driver"},
      {R"("columns":"price")", "columns"},
      {R"("columns":[])", "columns"},
      {R"("columns":["price",3])", "columns.1"},
      {R"("columns":["price","ease","price"])", "columns.2"},
      {R"("columns":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16"])", "columns"},
      {R"("bands":3)", "bands"},
      {R"("bands":{"lowMost":6})", "bands"},
      {R"("bands":{"lowMost":6,"highLeast":6})", "bands"},
      {R"("bands":{"lowMost":6.5,"highLeast":9})", "bands"},
      {R"("bands":{"lowMost":6,"highLeast":15})", "bands"},
      {R"("bands":[null])", "bands"},
      {R"("columns":["price"],"bands":[{"most":1}])", "bands.0"},
      {R"("cluster":"region")", "cluster"},
      {R"("outcome":"points")", "outcome"},
      {R"("proportionality":1)", "proportionality"},
      {R"("binary":"yes")", "binary"},
  };
  for (const auto& [options, member] : cases) EXPECT_EQ(asked(parts, options), "option " + member) << options;
}

TEST(Drivers, NeedsAreTheColumnsAskedForElseAllOfTheRole) {
  const auto needs = [](const std::string& options) {
    const Result<Query> parsed = parse_query(drivers_query(options));
    Needs found;
    kDriversMeasure.needs(parsed->measures.front().options, *parsed, found);
    return found;
  };
  EXPECT_EQ(needs("").roles, (std::vector{Role::kDriver}));
  EXPECT_TRUE(needs("").accounts);
  const Needs some = needs(R"("columns":["price",{"role":"revenue"}],"cluster":"none")");
  EXPECT_TRUE(some.roles.empty());
  EXPECT_EQ(some.columns, (std::vector<ColumnRef>{{"price", Role::kNone}, {{}, Role::kRevenue}}));
  EXPECT_FALSE(some.accounts);
}

TEST(Drivers, ColumnsOfTheRoleStandInTheOrderOfTheFileAndAreOneAcrossFiles) {
  const Ratings first = ratings(40, 1);
  const Ratings second = ratings(40, 2);
  TestParts one = PartBuilder()
                      .scores(first.scores)
                      .column("Support quality", first.a, Role::kDriver)
                      .column("Price", first.b, Role::kDriver)
                      .build();
  const auto other = [&] {
    return PartBuilder()
        .scores(second.scores)
        .column("Id", second.a, Role::kNone)
        .column("support-quality", second.a, Role::kDriver)
        .column("Ease", second.b, Role::kDriver)
        .build();
  };
  TestParts backwards = other();
  backwards.join(PartBuilder()
                     .scores(first.scores)
                     .column("Support quality", first.a, Role::kDriver)
                     .column("Price", first.b, Role::kDriver)
                     .build());
  one.join(other());
  const Answer found = answer(one);
  ASSERT_EQ(found.size("drivers"), 3U);
  EXPECT_EQ(found.text("drivers.0.name"), "Support quality");
  EXPECT_EQ(found.text("drivers.1.name"), "Price");
  EXPECT_EQ(found.text("drivers.2.name"), "Ease");
  EXPECT_EQ(found.number("drivers.0.rated"), 80);
  EXPECT_EQ(found.number("drivers.1.missing"), 40);
  EXPECT_EQ(asked(one), asked(backwards));
}

TEST(Drivers, BeyondFifteenColumnsTheOthersAreNamed) {
  const Ratings made = ratings(60, 3);
  PartBuilder builder;
  builder.scores(made.scores);
  for (int i = 10; i < 28; ++i) builder.column("Rating " + std::to_string(i), i % 2 == 0 ? made.a : made.b, Role::kDriver);
  const Answer found = answer(builder.build());
  EXPECT_EQ(found.size("drivers"), 15U);
  EXPECT_EQ(found.size("modelled"), 2U);
  ASSERT_TRUE(caveats(found).ends_with("too-many-drivers"));
  const std::string last = "caveats." + std::to_string(found.size("caveats") - 1);
  EXPECT_EQ(found.size(last + ".drivers"), 3U);
  EXPECT_EQ(found.text(last + ".drivers.0"), "Rating 25");
}

TEST(Drivers, ACollinearAConstantAndAMostlyEmptyDriverAreLeftOutWithTheirReason) {
  const Ratings made = ratings(200, 4);
  Texts opposite;
  Texts rare;
  for (size_t i = 0; i < made.a.size(); ++i) {
    opposite.push_back(std::to_string(10 - std::stoi(made.a[i])));
    rare.push_back(i % 3 == 0 ? made.b[i] : "");
  }
  const TestParts parts = PartBuilder()
                              .scores(made.scores)
                              .column("a", made.a, Role::kDriver)
                              .column("b", made.b, Role::kDriver)
                              .column("opposite", opposite, Role::kDriver)
                              .column("constant", Texts(200, "7"), Role::kDriver)
                              .column("rare", rare, Role::kDriver)
                              .column("text", Texts(200, "fine"), Role::kDriver)
                              .build();
  const Answer found = answer(parts);
  EXPECT_FALSE(found.has("drivers.0.leftOut"));
  EXPECT_EQ(found.text("drivers.2.leftOut.code"), "collinear");
  EXPECT_EQ(found.text("drivers.3.leftOut.code"), "constant-driver");
  EXPECT_EQ(found.text("drivers.3.ranks.unavailable.code"), "no-variance");
  EXPECT_EQ(found.text("drivers.4.leftOut.code"), "mostly-missing");
  EXPECT_EQ(found.text("drivers.5.leftOut.code"), "mostly-missing");
  EXPECT_EQ(found.text("drivers.5.ranks.unavailable.code"), "no-responses");
  EXPECT_TRUE(found.is_null("drivers.5.scale"));
  EXPECT_EQ(found.number("drivers.5.notARating"), 200);
  EXPECT_EQ(found.size("modelled"), 2U);
  EXPECT_TRUE(found.has("logit.drivers.1.oddsRatio.ratio"));
  EXPECT_TRUE(caveats(found).contains("drivers-left-out not-a-rating"));
}

TEST(Drivers, SeparationHasNoLogitButEverythingElse) {
  std::vector<int> scores;
  Texts support;
  for (int i = 0; i < 60; ++i) {
    scores.push_back(i % 2 == 0 ? i % 7 : 9 + i % 4 / 3);
    support.push_back(std::to_string(i % 2 == 0 ? i % 5 : 6 + i % 5));
  }
  const Answer found = answer(PartBuilder().scores(scores).column("Support", support, Role::kDriver).build());
  EXPECT_EQ(found.text("logit.unavailable.code"), "separation");
  EXPECT_TRUE(found.has("importance.rSquared"));
  EXPECT_TRUE(found.has("contrasts.intercept"));
}

TEST(Drivers, OneResponseAndOneScoreSayWhyThereIsNoModel) {
  const Answer one = answer(PartBuilder().scores({9}).column("Support", {"4"}, Role::kDriver).build());
  EXPECT_EQ(one.number("drivers.0.byBand.0.nps"), 100);
  EXPECT_EQ(one.text("drivers.0.leftOut.code"), "constant-driver");
  EXPECT_EQ(one.text("logit.unavailable.code"), "no-drivers");
  EXPECT_TRUE(one.is_null("map"));
  const Answer alike = answer(PartBuilder()
                                  .scores(std::vector<int>(40, 9))
                                  .column("Support", ratings(40, 5).a, Role::kDriver)
                                  .column("Price", ratings(40, 6).a, Role::kDriver)
                                  .build());
  for (const char* model : {"importance", "contrasts", "logit"}) {
    EXPECT_EQ(alike.text(std::string(model) + ".unavailable.code"), "one-class") << model;
  }
  EXPECT_EQ(alike.text("drivers.0.ranks.unavailable.code"), "no-variance");
}

TEST(Drivers, NothingToLookAtIsSaid) {
  const TestParts none = PartBuilder().scores({9, 1}).column("Region", {"EMEA", "APAC"}).build();
  EXPECT_EQ(answer(none).text("unavailable.code"), "no-drivers");
  EXPECT_EQ(answer(none, R"("columns":[{"role":"revenue"}])").text("unavailable.code"), "no-drivers");
  EXPECT_EQ(answer(synth_ratings(), "", R"("filter":[{"column":"region","equals":"Mars"}])").text("unavailable.code"),
            "no-responses");
  EXPECT_EQ(answer({}).text("unavailable.code"), "no-drivers");
}

TEST(Drivers, WhereOnlyGroupsAreKnownTheyAreExplained) {
  const Ratings made = ratings(80, 8);
  std::vector<int> groups;
  groups.reserve(made.scores.size());
  for (const int score : made.scores) groups.push_back(score <= 4 ? 0 : score <= 6 ? 1 : 2);
  const Answer found =
      answer(PartBuilder().groups(groups).column("a", made.a, Role::kDriver).column("b", made.b, Role::kDriver).build());
  EXPECT_EQ(found.text("outcome"), "group");
  EXPECT_EQ(found.text("drivers.0.ranks.unavailable.code"), "groups-only");
  EXPECT_TRUE(caveats(found).contains("groups-only"));
  EXPECT_TRUE(found.has("logit.drivers.0.estimate"));
}

TEST(Drivers, CaveatsSayWhatTheNumbersCannotBear) {
  // Two ratings that nearly agree, of another scale each, and few responses of few accounts.
  std::vector<int> scores;
  Texts accounts;
  Texts ten;
  Texts five;
  for (int i = 0; i < 30; ++i) {
    scores.push_back(i * 7 % 11);
    accounts.push_back("A" + std::to_string(i % 3));
    ten.push_back(std::to_string(i % 11));
    five.push_back(std::to_string(i % 11 / 2));
  }
  const TestParts parts = PartBuilder()
                              .scores(scores)
                              .accounts(accounts)
                              .column("ten", ten, Role::kDriver)
                              .column("five", five, Role::kDriver)
                              .build();
  EXPECT_EQ(caveats(answer(parts)),
            "association-not-cause respondents-only segments-may-differ common-method scales-differ high-inflation "
            "few-events few-accounts");
}

TEST(Drivers, SharedAnswersHideSmallBandsAndWhatFollowsFromThem) {
  // 3 low, 6 middle, 20 high.
  std::vector<int> scores;
  Texts support;
  for (int i = 0; i < 29; ++i) {
    scores.push_back(i * 5 % 11);
    support.push_back(i < 3 ? "1" : i < 9 ? "7" : i % 2 == 0 ? "9" : "10");
  }
  const TestParts parts = PartBuilder().scores(scores).column("Support", support, Role::kDriver).build();
  EXPECT_EQ(answer(parts).size("drivers.0.byBand"), 3U);
  const Answer shared = answer(parts, "", R"("share":{"minimum":5})");
  // The low band alone would follow from the total, so the middle one is hidden with it.
  ASSERT_EQ(shared.size("drivers.0.byBand"), 1U);
  EXPECT_EQ(shared.text("drivers.0.byBand.0.band"), "high");
  EXPECT_EQ(shared.number("drivers.0.hidden.minimum"), 5);
  EXPECT_EQ(shared.text("drivers.0.leftOut.code"), "too-few-to-share");
  EXPECT_EQ(shared.text("drivers.0.ranks.unavailable.code"), "too-few-to-share");
  EXPECT_EQ(shared.text("logit.unavailable.code"), "no-drivers");
  // Beside a driver without small bands: the models are those without the hidden one.
  Texts price;
  for (int i = 0; i < 29; ++i) price.push_back(i % 3 == 0 ? "2" : i % 3 == 1 ? "6" : "9");
  const auto with = [&](bool support_too) {
    PartBuilder builder;
    builder.scores(scores).column("Price", price, Role::kDriver);
    if (support_too) builder.column("Support", support, Role::kDriver);
    return answer(builder.build(), R"("bands":{"lowMost":4,"highLeast":8})", R"("share":{"minimum":5})");
  };
  const Answer both = with(true);
  const Answer alone = with(false);
  EXPECT_EQ(both.size("drivers.0.byBand"), 3U);
  EXPECT_EQ(both.size("modelled"), 1U);
  EXPECT_TRUE(both.has("drivers.1.hidden"));
  EXPECT_TRUE(caveats(both).contains("drivers-left-out"));
  EXPECT_EQ(both.number("importance.rSquared"), alone.number("importance.rSquared"));
  EXPECT_EQ(both.number("logit.drivers.0.estimate"), alone.number("logit.drivers.0.estimate"));
  EXPECT_EQ(answer(parts, "", R"("share":{"minimum":30})").text("unavailable.code"), "too-few-to-share");
}

TEST(Drivers, NoCutOfTheResponsesShows) {
  std::mt19937 random(9);
  const Ratings made = ratings(400, 10);
  Texts accounts;
  Texts third;
  std::vector<uint32_t> times;
  for (size_t i = 0; i < made.scores.size(); ++i) {
    accounts.push_back(random() % 6 == 0 ? "" : "A" + std::to_string(random() % 30));
    third.push_back(random() % 9 == 0 ? "" : random() % 20 == 0 ? "who knows" : std::to_string(random() % 5 + 1));
    times.push_back(1 + random() % 3);
  }
  TestParts parts = PartBuilder()
                        .scores(made.scores)
                        .times(times)
                        .accounts(accounts)
                        .column("a", made.a, Role::kDriver)
                        .column("b", made.b, Role::kDriver)
                        .column("third", third, Role::kDriver)
                        .build();
  parts.join(synth_ratings());
  for (const char* options : {"", R"("cluster":"none")", R"("outcome":"group","binary":true)", R"("columns":["a","third"])"}) {
    const std::string whole = asked(parts, options);
    EXPECT_EQ(Answer(whole).number("responses"), Answer(whole).number("drivers.0.rated") +
                                                     Answer(whole).number("drivers.0.missing") +
                                                     Answer(whole).number("drivers.0.notARating"));
    for (const size_t n : {1U, 2U, 5U}) EXPECT_EQ(asked(cut(parts, n), options), whole) << options << n;
  }
}

}  // namespace
}  // namespace npscope
