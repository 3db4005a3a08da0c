// SPDX-License-Identifier: MIT
// Measure `drivers` against vector "synth-drivers", which R's ordinal, relaimpo, rwa and stats computed from tests/data/synth_drivers.csv.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>

#include "tests/measures/driver_answers.h"

namespace npscope {
namespace {

using testing_support::Answer;
using testing_support::answer;
using testing_support::at;
using testing_support::caveats;
using testing_support::synth_ratings;

constexpr auto kDrivers = testing_support::kSynthDrivers;
constexpr double kTolerance = 1e-6;

class DriversVector : public testing::Test {
 protected:
  void expect(const std::string& path, json::Node expected, double unit = 1) const {
    ASSERT_TRUE(expected.number()) << path;
    EXPECT_NEAR(found_.number(path), *expected.number() * unit, kTolerance * unit) << path;
  }
  void expect_by_driver(const std::string& list, const std::string& member, const char* key) const {
    for (size_t i = 0; i < kDrivers.size(); ++i) expect(at(list, i, member), expected_.find(key).find(kDrivers[i]));
  }
  [[nodiscard]] static json::Node expected_of(const Answer& vectors) {
    for (const json::Node vector : vectors.at("vectors").items()) {
      if (vector.find("id").text() == "synth-drivers") return vector.find("expected");
    }
    ADD_FAILURE() << "no such vector";
    return {};
  }

  Answer vectors_{testing_support::read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "vectors.json")};
  json::Node expected_ = expected_of(vectors_);
  Answer found_ = answer(synth_ratings());
};

TEST_F(DriversVector, NpsByBandInPoints) {
  constexpr std::array<const char*, 3> kBands = {"low", "mid", "high"};
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    EXPECT_EQ(found_.text(at("drivers", i, "name")), kDrivers[i]);
    ASSERT_EQ(found_.size(at("drivers", i, "byBand")), 3U);
    for (size_t band = 0; band < kBands.size(); ++band) {
      const std::string list = at("drivers", i, "byBand");
      expect(at(list, band, "responses"), expected_.find("nps_by_band").find(kDrivers[i]).find("n").find(kBands[band]));
      expect(at(list, band, "nps"), expected_.find("nps_by_band").find(kDrivers[i]).find("nps").find(kBands[band]), 100);
      EXPECT_LE(found_.number(at(list, band, "interval.low")), found_.number(at(list, band, "nps")));
      EXPECT_GE(found_.number(at(list, band, "interval.high")), found_.number(at(list, band, "nps")));
      EXPECT_EQ(found_.text(at(list, band, "interval.method")), "score");
    }
  }
}

TEST_F(DriversVector, RankCorrelations) {
  expect_by_driver("drivers", "ranks.spearman", "spearman");
  expect_by_driver("drivers", "ranks.kendall", "kendall_tau_b");
}

TEST_F(DriversVector, Importance) {
  expect("importance.rSquared", expected_.find("R2"));
  expect_by_driver("importance.drivers", "pearson", "pearson");
  expect_by_driver("importance.drivers", "johnson", "johnson_raw");
  expect_by_driver("importance.drivers", "lmg", "lmg");
  expect_by_driver("importance.drivers", "alone", "first");
  expect_by_driver("importance.drivers", "added", "last");
  expect_by_driver("importance.drivers", "inflation", "vif");
  double johnson = 0;
  double lmg = 0;
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    johnson += found_.number(at("importance.drivers", i, "johnsonShare"));
    lmg += found_.number(at("importance.drivers", i, "lmgShare"));
    EXPECT_EQ(found_.number("importance.correlations." + std::to_string(i) + '.' + std::to_string(i)), 1);
  }
  EXPECT_NEAR(johnson, 1, 1e-12);
  EXPECT_NEAR(lmg, 1, 1e-12);
}

TEST_F(DriversVector, Contrasts) {
  const json::Node expected = expected_.find("penalty_reward");
  EXPECT_EQ(found_.text("contrasts.unit"), "score");
  expect("contrasts.intercept.estimate", expected.find("(Intercept)"));
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    const std::string name = kDrivers[i];
    expect(at("contrasts.drivers", i, "penalty.estimate"), expected.find(name + "_low"));
    expect(at("contrasts.drivers", i, "reward.estimate"), expected.find(name + "_high"));
  }
  EXPECT_EQ(found_.text("contrasts.drivers.0.kind"), "performance");
  EXPECT_EQ(found_.text("contrasts.drivers.3.kind"), "none");
}

TEST_F(DriversVector, LogitWithErrorsOfTheModelAndByAccount) {
  const json::Node expected = expected_.find("clm3");
  expect("logit.logLikelihood", expected.find("logLik"));
  expect("logit.thresholds.0.estimate", expected.find("coef").find("-1|0"));
  expect("logit.thresholds.1.estimate", expected.find("coef").find("0|1"));
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    expect(at("logit.drivers", i, "estimate"), expected.find("coef").find(kDrivers[i]));
    expect(at("logit.drivers", i, "modelError"), expected.find("se").find(kDrivers[i]));
  }
  EXPECT_EQ(found_.text("logit.errors"), "account");
  EXPECT_EQ(found_.number("logit.accounts"), 24);
  // Not in the vector: a separate program with the derivatives written another way gave these.
  constexpr std::array<double, 4> kErrors = {0.08117287663949364, 0.04927401336363367, 0.07317042068708712,
                                             0.08030857640157273};
  for (size_t i = 0; i < kDrivers.size(); ++i) EXPECT_NEAR(found_.number(at("logit.drivers", i, "error")), kErrors[i], 1e-7);
  // exp(0.3833350829236) and Student's quantile 2.0686576104190406 for 23 degrees.
  EXPECT_NEAR(found_.number("logit.drivers.0.oddsRatio.ratio"), std::exp(0.3833350829236), 1e-6);
  EXPECT_NEAR(found_.number("logit.drivers.0.oddsRatio.interval.low"),
              std::exp(0.3833350829236 - 2.0686576104190406 * kErrors[0]), 1e-6);
  EXPECT_NEAR(found_.number("logit.drivers.0.oddsRatio.interval.high"),
              std::exp(0.3833350829236 + 2.0686576104190406 * kErrors[0]), 1e-6);
}

TEST_F(DriversVector, ProportionalOdds) {
  const json::Node expected = expected_.find("po_test");
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    expect(at("logit.drivers", i, "proportionality.likelihoodRatio"), expected.find("LR").item(i));
    expect(at("logit.drivers", i, "proportionality.p"), expected.find("p").item(i));
  }
  // .032 for delivery is not below .05 after Holm's method for four.
  EXPECT_EQ(caveats(found_), "association-not-cause respondents-only segments-may-differ common-method");
}

}  // namespace
}  // namespace npscope
