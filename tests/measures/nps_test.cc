// SPDX-License-Identifier: MIT
// The measures of single cells: nps, shares, probability, bootstrap. Expected numbers are those of tests/data/vectors.json, made with R and
// Python (entries counts-20-30-50, dirichlet-jeffreys-*, boot-*), in points.
#include "core/measures/nps.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/measures/bootstrap.h"
#include "core/measures/probability.h"
#include "core/measures/shares.h"
#include "tests/measures/answers.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::ask;
using testing_support::counted;
using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

TEST(NpsMeasure, IsTheFigureOfAllWithoutGroupings) {
  const TestParts parts = counted({{"EMEA", {20, 30, 50}}});
  const Answer answer(ask(parts, kNpsMeasure, R"({"measures":["nps"]})"));
  ASSERT_EQ(answer.size("cells"), 1U);
  EXPECT_EQ(answer.size("cells.0.values"), 0U);
  EXPECT_EQ(answer.number("cells.0.responses"), 100);
  EXPECT_EQ(answer.number("cells.0.detractors"), 20);
  EXPECT_EQ(answer.number("cells.0.passives"), 30);
  EXPECT_EQ(answer.number("cells.0.promoters"), 50);
  EXPECT_EQ(answer.number("cells.0.nps"), 30);
  testing_support::expect_vector(answer, "counts-20-30-50", "score_tango_95_hp",
                                 {{"0", "cells.0.interval.low"}, {"1", "cells.0.interval.high"}}, 100);
  // Half of 44.339306634 - 13.955141614.
  EXPECT_NEAR(answer.number("cells.0.margin"), 15.19208251, 1e-7);
  EXPECT_EQ(answer.flag("cells.0.small"), false);
  EXPECT_FALSE(answer.has("hidden"));
}

TEST(NpsMeasure, TakesMethodAndLevelOfTheQuery) {
  const TestParts parts = counted({{"EMEA", {20, 30, 50}}});
  const Answer answer(ask(parts, kNpsMeasure, R"({"measures":["nps"],"interval":{"method":"wald","level":0.9}})"));
  EXPECT_EQ(answer.text("cells.0.interval.method"), "wald");
  EXPECT_EQ(answer.number("cells.0.interval.level"), 0.9);
  // 1.6448536 * sqrt(0.61 / 100)
  EXPECT_NEAR(answer.number("cells.0.margin"), 12.846718, 1e-5);
}

TEST(NpsMeasure, LeavesOutCellsWithoutResponsesAndMarksSmallOnes) {
  const TestParts parts = counted({{"APAC", {0, 0, 1}}, {"EMEA", {9, 9, 11}}, {"", {10, 10, 10}}});
  const Answer answer(ask(parts, kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region",{"by":"group"}]})"));
  // One of APAC, three of each other.
  ASSERT_EQ(answer.size("cells"), 7U);
  EXPECT_EQ(answer.text("cells.0.values.0"), "APAC");
  EXPECT_EQ(answer.text("cells.0.values.1"), "promoter");
  const Answer by_region(ask(parts, kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region"]})"));
  ASSERT_EQ(by_region.size("cells"), 3U);
  EXPECT_EQ(by_region.number("cells.0.nps"), 100);
  EXPECT_EQ(by_region.flag("cells.0.small"), true);
  // One answer: the score interval of Tango has a width, and its upper end is the score.
  EXPECT_LT(by_region.number("cells.0.interval.low"), 0);
  EXPECT_EQ(by_region.number("cells.0.interval.high"), 100);
  EXPECT_EQ(by_region.number("cells.1.responses"), 29);
  EXPECT_EQ(by_region.flag("cells.1.small"), true);
  EXPECT_TRUE(by_region.is_null("cells.2.values.0"));
  EXPECT_EQ(by_region.number("cells.2.responses"), 30);
  EXPECT_EQ(by_region.flag("cells.2.small"), false);
}

/// A gave 10 and 3, B 9, 9 and 2, C 8, and somebody 0.
TestParts under_mean() {
  return PartBuilder()
      .scores({10, 3, 9, 9, 2, 8, 0})
      .units({"A", "A", "B", "B", "B", "C", ""})
      .column("Region", {"EMEA", "APAC", "EMEA", "EMEA", "EMEA", "EMEA", "APAC"})
      .build();
}

TEST(NpsMeasure, UnderThePolicyMeanCountsEachUnitOnce) {
  const Answer answer(ask(under_mean(), kNpsMeasure, R"({"measures":["nps"]})"));
  EXPECT_EQ(answer.number("cells.0.responses"), 7);
  EXPECT_EQ(answer.number("cells.0.units"), 4);
  // 0, 1/3, 0 and -1: their mean is -1/6, the sum of squares about it 1.
  EXPECT_NEAR(answer.number("cells.0.nps"), -100.0 / 6, 1e-12);
  EXPECT_EQ(answer.text("cells.0.interval.method"), "wald");
  const double margin = 1.959963984540054 * std::sqrt(1.0 / 3 / 4);
  EXPECT_NEAR(answer.number("cells.0.interval.low"), 100 * (-1.0 / 6 - margin), 1e-9);
  EXPECT_NEAR(answer.number("cells.0.interval.high"), 100 * (-1.0 / 6 + margin), 1e-9);
  EXPECT_EQ(answer.flag("cells.0.small"), true);
}

TEST(NpsMeasure, UnderThePolicyMeanCountsAUnitOnceInEachCellWhereItAnswered) {
  const Answer answer(ask(under_mean(), kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region"]})"));
  ASSERT_EQ(answer.size("cells"), 2U);
  // A -1, somebody -1.
  EXPECT_EQ(answer.number("cells.0.units"), 2);
  EXPECT_EQ(answer.number("cells.0.nps"), -100);
  EXPECT_EQ(answer.text("cells.0.interval.method"), "score");
  // A 1, B 1/3, C 0.
  EXPECT_EQ(answer.number("cells.1.units"), 3);
  EXPECT_NEAR(answer.number("cells.1.nps"), 400.0 / 9, 1e-12);
}

TEST(NpsMeasure, UnderThePolicyMeanMarksFewUnitsAndNotFewResponses) {
  const std::vector<std::string> one_person(40, "A");
  const Answer answer(
      ask(PartBuilder().scores(std::vector<int>(40, 9)).units(one_person).build(), kNpsMeasure, R"({"measures":["nps"]})"));
  EXPECT_EQ(answer.number("cells.0.responses"), 40);
  EXPECT_EQ(answer.flag("cells.0.small"), true);
}

TEST(NpsMeasure, OtherMeasuresHaveNoAnswerUnderThePolicyMean) {
  EXPECT_EQ(ask(under_mean(), kSharesMeasure, R"({"measures":["shares"]})"),
            R"({"measure":"shares","unavailable":{"code":"mean-policy"}})");
  for (const Measure* measure : all_measures()) EXPECT_EQ(measure->counts_units, measure->name == "nps") << measure->name;
}

TEST(NpsMeasure, UnderThePolicyMeanIsTheSameHoweverTheResponsesAreCut) {
  std::mt19937 random(11);
  std::vector<int> scores;
  std::vector<std::string> units;
  std::vector<std::string> regions;
  for (int i = 0; i < 2000; ++i) {
    scores.push_back(static_cast<int>(random() % 11));
    const auto person = random() % 600;
    units.push_back(person < 50 ? "" : "person " + std::to_string(person));
    regions.push_back(person % 7 == 0 ? "" : "region " + std::to_string(random() % 5));
  }
  const TestParts parts = PartBuilder().scores(scores).units(units).column("Region", regions).build();
  for (const std::string_view query :
       {R"({"measures":["nps"]})", R"({"measures":["nps"],"groupBy":["Region"]})",
        R"({"measures":["nps"],"groupBy":["Region",{"by":"group"}],"filter":[{"score":{"from":3}}]})"}) {
    const std::string whole = ask(parts, kNpsMeasure, query);
    EXPECT_NE(whole.find("units"), std::string::npos);
    for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), kNpsMeasure, query), whole);
  }
}

TEST(NpsMeasure, OfNothingSelectedHasNoCells) {
  const TestParts parts = counted({{"EMEA", {1, 1, 1}}});
  const std::string empty = R"({"measure":"nps","cells":[]})";
  EXPECT_EQ(ask(parts, kNpsMeasure, R"({"filter":[{"column":"Region","equals":"nowhere"}],"measures":["nps"]})"), empty);
  EXPECT_EQ(
      ask(parts, kNpsMeasure, R"({"filter":[{"column":"Region","equals":"nowhere"}],"measures":["nps"],"groupBy":["Region"]})"),
      empty);
}

TEST(NpsMeasure, HidesSmallGroupsOfEmployeesOnTheScreenToo) {
  const TestParts parts = counted({{"Ada", {1, 2, 3}}, {"Ben", {10, 10, 10}}, {"Cy", {5, 5, 2}}}, "Agent", Role::kEmployee);
  const Answer answer(ask(parts, kNpsMeasure, R"({"measures":["nps"],"groupBy":["Agent"]})"));
  // Ada's six alone would be what is missing from the total, so Cy is hidden with her.
  ASSERT_EQ(answer.size("cells"), 1U);
  EXPECT_EQ(answer.text("cells.0.values.0"), "Ben");
  EXPECT_EQ(answer.number("hidden.minimum"), 10);
  EXPECT_EQ(answer.number("hidden.groups"), 2);
  EXPECT_EQ(answer.number("hidden.responses"), 18);
  const Answer regions(
      ask(counted({{"EMEA", {1, 2, 3}}, {"APAC", {10, 10, 10}}}), kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region"]})"));
  EXPECT_EQ(regions.size("cells"), 2U);
}

TEST(NpsMeasure, HidesSmallGroupsWhenSharing) {
  const TestParts parts = counted({{"APAC", {1, 2, 3}}, {"EMEA", {10, 10, 10}}, {"LATAM", {5, 5, 2}}});
  const auto shared = [&](const std::string& share) {
    return Answer(ask(parts, kNpsMeasure, R"({"measures":["nps"],"groupBy":["Region"],"share":)" + share + "}"));
  };
  EXPECT_EQ(shared(R"({"minimum":10})").size("cells"), 1U);
  EXPECT_EQ(shared(R"({"minimum":6})").size("cells"), 3U);
  EXPECT_FALSE(shared(R"({"minimum":6})").has("hidden"));
  EXPECT_EQ(shared(R"({"minimum":13})").size("cells"), 1U);
  // 6 + 12 are fewer than 20, so that nobody is left.
  EXPECT_EQ(shared(R"({"minimum":20})").size("cells"), 0U);
  EXPECT_EQ(shared(R"({"minimum":20})").number("hidden.responses"), 48);
}

TEST(NpsMeasure, SaysNothingOfTooFewWhenSharing) {
  const TestParts parts = counted({{"EMEA", {1, 2, 3}}});
  EXPECT_EQ(ask(parts, kNpsMeasure, R"({"measures":["nps"],"share":{}})"),
            R"({"measure":"nps","cells":[],"hidden":{"minimum":10,"groups":1,"responses":null}})");
}

TEST(NpsMeasure, TakesNoOptions) {
  const TestParts parts = counted({{"EMEA", {1, 1, 1}}});
  EXPECT_EQ(ask(parts, kNpsMeasure, R"({"measures":[{"measure":"nps","level":0.9}]})"), "option level");
}

TEST(SharesMeasure, HasGoodmansIntervals) {
  const TestParts parts = counted({{"EMEA", {20, 30, 50}}});
  const Answer answer(ask(parts, kSharesMeasure, R"({"measures":["shares"]})"));
  EXPECT_EQ(answer.text("method"), "goodman");
  EXPECT_EQ(answer.number("level"), 0.95);
  EXPECT_EQ(answer.number("cells.0.nps"), 30);
  EXPECT_EQ(answer.number("cells.0.shares.detractors.share"), 0.2);
  EXPECT_EQ(answer.number("cells.0.shares.passives.share"), 0.3);
  EXPECT_EQ(answer.number("cells.0.shares.promoters.share"), 0.5);
  testing_support::expect_vector(answer, "counts-20-30-50", "goodman_shares_95",
                                 {{"det.0", "cells.0.shares.detractors.low"},
                                  {"det.1", "cells.0.shares.detractors.high"},
                                  {"pas.0", "cells.0.shares.passives.low"},
                                  {"pas.1", "cells.0.shares.passives.high"},
                                  {"pro.0", "cells.0.shares.promoters.low"},
                                  {"pro.1", "cells.0.shares.promoters.high"}},
                                 1);
}

TEST(SharesMeasure, OfOneAnswerStayWithinZeroAndOne) {
  const Answer answer(ask(counted({{"EMEA", {0, 0, 1}}}), kSharesMeasure, R"({"measures":["shares"]})"));
  EXPECT_EQ(answer.number("cells.0.shares.promoters.share"), 1);
  EXPECT_EQ(answer.number("cells.0.shares.promoters.high"), 1);
  EXPECT_GT(answer.number("cells.0.shares.promoters.low"), 0);
  EXPECT_EQ(answer.number("cells.0.shares.detractors.low"), 0);
  EXPECT_LT(answer.number("cells.0.shares.detractors.high"), 1);
}

TEST(SharesMeasure, TakesALevel) {
  const TestParts parts = counted({{"EMEA", {20, 30, 50}}});
  const auto high = [&](const std::string& query) {
    return Answer(ask(parts, kSharesMeasure, query)).number("cells.0.shares.passives.high");
  };
  EXPECT_LT(high(R"({"measures":[{"measure":"shares","level":0.8}]})"), high(R"({"measures":["shares"]})"));
  EXPECT_EQ(high(R"({"measures":[{"measure":"shares","level":0.8}]})"),
            high(R"({"measures":["shares"],"interval":{"level":0.8}})"));
  for (const char* level : {"0.7", "\"0.95\"", "null", "1"}) {
    EXPECT_EQ(ask(parts, kSharesMeasure, std::string(R"({"measures":[{"measure":"shares","level":)") + level + "}]}"),
              "option level");
  }
}

TEST(ProbabilityMeasure, IsThatOfTheDirichletPosterior) {
  struct Row {
    std::string id;
    GroupCounts counts;
  };
  const std::vector<Row> rows = {{"dirichlet-jeffreys-1-2-3", {1, 2, 3}},
                                 {"dirichlet-jeffreys-0-0-5", {0, 0, 5}},
                                 {"dirichlet-jeffreys-20-30-50", {20, 30, 50}},
                                 {"dirichlet-jeffreys-150-250-600", {150, 250, 600}}};
  for (const Row& row : rows) {
    const Answer answer(ask(counted({{"EMEA", row.counts}}), kProbabilityMeasure, R"({"measures":["probability"]})"));
    EXPECT_EQ(answer.text("method"), "jeffreys");
    testing_support::expect_vector(answer, row.id, "p_nps_gt_0", {{"", "cells.0.probability"}}, 1);
    testing_support::expect_vector(answer, row.id, "mean", {{"", "cells.0.expected"}}, 100);
    testing_support::expect_vector(answer, row.id, "sd", {{"", "cells.0.deviation"}}, 100);
    testing_support::expect_vector(answer, row.id, "eq_tail95", {{"0", "cells.0.interval.low"}, {"1", "cells.0.interval.high"}},
                                   100);
  }
}

TEST(ProbabilityMeasure, FallsFromOneToZeroWithTheThreshold) {
  const TestParts parts = counted({{"EMEA", {3, 4, 3}}});
  const auto above = [&](const std::string& points) {
    const Answer answer(
        ask(parts, kProbabilityMeasure, R"({"measures":[{"measure":"probability","threshold":)" + points + "}]}"));
    EXPECT_EQ(answer.number("threshold"), std::stod(points));
    return answer.number("cells.0.probability");
  };
  EXPECT_EQ(above("-100"), 1);
  EXPECT_EQ(above("100"), 0);
  // Promoters and detractors are alike.
  EXPECT_NEAR(above("0"), 0.5, 1e-11);
  EXPECT_NEAR(above("20") + above("-20"), 1, 1e-11);
  // eq_tail95 of dirichlet-jeffreys-3-4-3
  EXPECT_NEAR(above("43.103566759"), 0.025, 1e-9);
}

TEST(ProbabilityMeasure, RefusesThresholdsThatAreNoPoints) {
  const TestParts parts = counted({{"EMEA", {3, 4, 3}}});
  for (const char* points : {"101", "-100.5", "\"0\"", "null"}) {
    EXPECT_EQ(
        ask(parts, kProbabilityMeasure, std::string(R"({"measures":[{"measure":"probability","threshold":)") + points + "}]}"),
        "option threshold");
  }
  EXPECT_EQ(ask(parts, kProbabilityMeasure, R"({"measures":[{"measure":"probability","above":0}]})"), "option above");
}

TEST(BootstrapMeasure, HasTheExactPercentiles) {
  struct Row {
    std::string id;
    GroupCounts counts;
  };
  const std::vector<Row> rows = {{"boot-1-2-3", {1, 2, 3}},
                                 {"boot-3-4-3", {3, 4, 3}},
                                 {"boot-20-30-50", {20, 30, 50}},
                                 {"boot-0-3-27", {0, 3, 27}},
                                 {"boot-45-80-75", {45, 80, 75}}};
  for (const Row& row : rows) {
    const TestParts parts = counted({{"EMEA", row.counts}});
    const Answer answer(ask(parts, kBootstrapMeasure, R"({"measures":["bootstrap"]})"));
    EXPECT_EQ(answer.text("cells.0.interval.method"), "bootstrap");
    testing_support::expect_vector(answer, row.id, "percentile95_exact",
                                   {{"0", "cells.0.interval.low"}, {"1", "cells.0.interval.high"}}, 100);
    testing_support::expect_vector(
        Answer(ask(parts, kBootstrapMeasure, R"({"measures":[{"measure":"bootstrap","level":0.9}]})")), row.id,
        "percentile90_exact", {{"0", "cells.0.interval.low"}, {"1", "cells.0.interval.high"}}, 100);
  }
}

TEST(BootstrapMeasure, OfAnswersThatAreAllTheSameHasNoWidth) {
  const Answer answer(ask(counted({{"EMEA", {0, 7, 0}}}), kBootstrapMeasure, R"({"measures":["bootstrap"]})"));
  EXPECT_EQ(answer.number("cells.0.interval.low"), 0);
  EXPECT_EQ(answer.number("cells.0.interval.high"), 0);
}

TEST(BootstrapMeasure, IsNotThereForTooMany) {
  const TestParts parts = PartBuilder().scores({9, 3}).times({4'000'000, 1'000'001}).column("Region", {"EMEA", "EMEA"}).build();
  const Answer answer(ask(parts, kBootstrapMeasure, R"({"measures":["bootstrap"],"groupBy":["Region"]})"));
  EXPECT_EQ(answer.number("cells.0.responses"), 5'000'001);
  EXPECT_EQ(answer.text("cells.0.unavailable.code"), "too-many-responses");
  EXPECT_FALSE(answer.has("cells.0.interval"));
}

TEST(MeasuresOfCells, AreTheSameHoweverTheResponsesAreCut) {
  const TestParts parts = testing_support::mixed_responses(400);
  for (const std::string grouping : {"", R"("Region")", R"("Region","Plan")"}) {
    const auto check = [&](const Measure& measure, const std::string& request) {
      std::string query = R"({"measures":[)" + request;
      query += R"(],"groupBy":[)" + grouping + "]}";
      const std::string whole = ask(parts, measure, query);
      EXPECT_GT(whole.size(), 100U) << whole;
      for (const size_t n : {1, 2, 5}) EXPECT_EQ(ask(cut(parts, n), measure, query), whole);
    };
    check(kNpsMeasure, R"("nps")");
    check(kSharesMeasure, R"("shares")");
    check(kProbabilityMeasure, R"({"measure":"probability","threshold":25})");
    check(kBootstrapMeasure, R"("bootstrap")");
  }
}

}  // namespace
}  // namespace npscope
