// SPDX-License-Identifier: MIT
// Vector "synth-drivers" of tests/data/vectors.json, which R's ordinal, relaimpo, rwa and stats computed from tests/data/synth_drivers.csv,
// against the statistics of drivers. Each test bears the name of the key that it checks.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "core/stats/association.h"
#include "core/stats/distributions.h"
#include "core/stats/driver_bands.h"
#include "core/stats/importance.h"
#include "core/stats/ordinal_logit.h"
#include "core/stats/penalty_reward.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using json::Node;

constexpr std::array<const char*, 4> kDrivers = {"support", "price", "ease", "delivery"};
constexpr std::array<size_t, 4> kAll = {0, 1, 2, 3};
constexpr double kTolerance = 1e-6;

struct Survey {
  PatternCounts patterns;
  std::vector<GroupCounts> regions;
};

Survey read_survey() {
  std::istringstream text(testing_support::read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "synth_drivers.csv"));
  std::string line;
  std::getline(text, line);
  EXPECT_EQ(line, "id,account,region,weight,score,support,price,ease,delivery");
  std::vector<PatternCounts::Entry> entries;
  std::map<std::string, GroupCounts> regions;
  while (std::getline(text, line)) {
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    PatternCounts::Entry entry{std::stoull(row[1].substr(1)), Pattern(), 1};
    entry.pattern.set_answer(static_cast<unsigned>(std::stoul(row[4])));
    for (size_t i = 0; i < kDrivers.size(); ++i) entry.pattern.set_value(i, static_cast<unsigned>(std::stoul(row[5 + i])));
    entries.push_back(entry);
    ScoreCounts score;
    score.add(entry.pattern.answer());
    regions[row[2]].merge(group_counts(score));
  }
  Survey survey{pattern_counts(std::move(entries)), {}};
  for (const auto& [name, counts] : regions) survey.regions.push_back(counts);
  return survey;
}

class SynthDrivers : public testing::Test {
 protected:
  [[nodiscard]] Node expected() const {
    for (const Node vector : document_->root().find("vectors").items()) {
      if (vector.find("id").text() == "synth-drivers") return vector.find("expected");
    }
    ADD_FAILURE() << "no such vector";
    return document_->root();
  }
  [[nodiscard]] CompleteCases cases() const { return complete_cases(survey_.patterns, kAll, Outcome::kScore); }
  [[nodiscard]] Moments sums() const { return *moments(cases(), Outcome::kScore); }
  [[nodiscard]] Importance importance() const { return *npscope::importance(sums()); }

  void expect_by_driver(const char* key, const std::vector<double>& found) const {
    ASSERT_EQ(found.size(), kDrivers.size());
    for (size_t i = 0; i < kDrivers.size(); ++i) {
      EXPECT_NEAR(found[i], *expected().find(key).find(kDrivers[i]).number(), kTolerance) << kDrivers[i];
    }
  }

  Survey survey_ = read_survey();
  std::optional<json::Document> document_ =
      json::parse_document(testing_support::read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "vectors.json"));
};

TEST_F(SynthDrivers, SpearmanAndKendallTauB) {
  const auto joints = joint_counts(survey_.patterns, kDrivers.size());
  std::vector<double> spearman;
  std::vector<double> kendall;
  for (const JointCounts& joint : joints) {
    spearman.push_back(rank_correlation(joint)->spearman);
    kendall.push_back(rank_correlation(joint)->kendall);
  }
  expect_by_driver("spearman", spearman);
  expect_by_driver("kendall_tau_b", kendall);
}

TEST_F(SynthDrivers, NpsByBand) {
  const auto joints = joint_counts(survey_.patterns, kDrivers.size());
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    const DriverBands found = driver_bands(joints[i], bands_of_scale(10), IntervalMethod::kScore, 0.95);
    const Node node = expected().find("nps_by_band").find(kDrivers[i]);
    for (size_t band = 0; band < 3; ++band) {
      const char* name = std::array{"low", "mid", "high"}[band];
      EXPECT_EQ(found.summaries[band].counts.responses(), *node.find("n").find(name).number()) << kDrivers[i] << name;
      EXPECT_NEAR(*found.summaries[band].nps, *node.find("nps").find(name).number(), kTolerance) << kDrivers[i] << name;
      EXPECT_LT(found.summaries[band].limits->low, *found.summaries[band].nps);
      EXPECT_GT(found.summaries[band].limits->high, *found.summaries[band].nps);
    }
    EXPECT_EQ(found.missing.counts.responses(), 0U);
    EXPECT_FALSE(found.missing.nps);
  }
}

TEST_F(SynthDrivers, Pearson) { expect_by_driver("pearson", importance().pearson.with_outcome); }
TEST_F(SynthDrivers, JohnsonRaw) { expect_by_driver("johnson_raw", importance().johnson); }
TEST_F(SynthDrivers, Lmg) { expect_by_driver("lmg", importance().lmg); }
TEST_F(SynthDrivers, First) { expect_by_driver("first", importance().first); }
TEST_F(SynthDrivers, Last) { expect_by_driver("last", importance().last); }
TEST_F(SynthDrivers, Vif) { expect_by_driver("vif", importance().inflation); }
TEST_F(SynthDrivers, RSquared) { EXPECT_NEAR(importance().r_squared, *expected().find("R2").number(), kTolerance); }

TEST_F(SynthDrivers, Clm3) {
  const auto fit = ordinal_logit(cases(), sums(), OrdinalScale::kGroups, false);
  ASSERT_TRUE(fit);
  const Node node = expected().find("clm3");
  EXPECT_NEAR(fit->log_likelihood, *node.find("logLik").number(), kTolerance);
  const auto expect = [&](const Coefficient& found, const char* name) {
    EXPECT_NEAR(found.estimate, *node.find("coef").find(name).number(), kTolerance) << name;
    EXPECT_NEAR(found.model_error, *node.find("se").find(name).number(), kTolerance) << name;
  };
  expect(fit->thresholds[0], "-1|0");
  expect(fit->thresholds[1], "0|1");
  for (size_t i = 0; i < kDrivers.size(); ++i) expect(fit->slopes[i], kDrivers[i]);
}

/// Not in the vector: a separate program with the derivatives written another way gave these, for 24 accounts.
TEST_F(SynthDrivers, ErrorsByAccount) {
  const auto fit = ordinal_logit(cases(), sums(), OrdinalScale::kGroups, false);
  ASSERT_TRUE(fit);
  EXPECT_EQ(fit->accounts, 24U);
  EXPECT_NEAR(*fit->thresholds[0].account_error, 0.6619112063398115, 1e-7);
  EXPECT_NEAR(*fit->thresholds[1].account_error, 0.7492914404687073, 1e-7);
  constexpr std::array<double, 4> kErrors = {0.08117287663949364, 0.04927401336363367, 0.07317042068708712,
                                             0.08030857640157273};
  for (size_t i = 0; i < kDrivers.size(); ++i) EXPECT_NEAR(*fit->slopes[i].account_error, kErrors[i], 1e-7) << kDrivers[i];
}

TEST_F(SynthDrivers, Clm11) {
  const auto fit = ordinal_logit(cases(), sums(), OrdinalScale::kScores, false);
  ASSERT_TRUE(fit);
  const Node node = expected().find("clm11");
  EXPECT_NEAR(fit->log_likelihood, *node.find("logLik").number(), kTolerance);
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    // R's clm() stops some 1e-6 of a standard error before the end.
    EXPECT_NEAR(fit->slopes[i].estimate, *node.find("beta").find(kDrivers[i]).number(), kTolerance) << kDrivers[i];
  }
}

TEST_F(SynthDrivers, PoTest) {
  const auto fit = ordinal_logit(cases(), sums(), OrdinalScale::kGroups, true);
  ASSERT_TRUE(fit);
  ASSERT_EQ(fit->proportionality.size(), kDrivers.size());
  const Node node = expected().find("po_test");
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    ASSERT_TRUE(fit->proportionality[i]);
    EXPECT_EQ(node.find("terms").item(i).text(), kDrivers[i]);
    EXPECT_NEAR(fit->proportionality[i]->likelihood_ratio, *node.find("LR").item(i).number(), kTolerance) << kDrivers[i];
    EXPECT_NEAR(fit->proportionality[i]->p, *node.find("p").item(i).number(), kTolerance) << kDrivers[i];
  }
}

TEST_F(SynthDrivers, PenaltyReward) {
  const std::array<Bands, 4> bands = {};
  const auto found = penalty_reward(cases(), bands, Outcome::kScore);
  ASSERT_TRUE(found);
  const Node node = expected().find("penalty_reward");
  EXPECT_NEAR(found->intercept.estimate, *node.find("(Intercept)").number(), kTolerance);
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    const std::string name = kDrivers[i];
    EXPECT_NEAR(found->drivers[i].penalty->estimate, *node.find(name + "_low").number(), kTolerance) << name;
    EXPECT_NEAR(found->drivers[i].reward->estimate, *node.find(name + "_high").number(), kTolerance) << name;
  }
}

/// Not in the vector: least squares in exact fractions gave these.
TEST_F(SynthDrivers, PenaltyRewardErrors) {
  const std::array<Bands, 4> bands = {};
  const auto found = penalty_reward(cases(), bands, Outcome::kScore);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->r_squared, 0.22716006061852456, 1e-12);
  EXPECT_NEAR(found->intercept.standard_error, 0.3199373948443421, 1e-12);
  EXPECT_NEAR(found->drivers[0].penalty->standard_error, 0.23417201060299497, 1e-12);
  EXPECT_NEAR(found->drivers[3].reward->standard_error, 0.2916210937406681, 1e-12);
  constexpr std::array<double, 4> kT = {-0.6004624473645655, -1.1302481542818454, -0.15791925319930722, 0.954734782095123};
  for (size_t i = 0; i < kDrivers.size(); ++i) {
    EXPECT_NEAR(*found->drivers[i].p_symmetric, student_two_sided(kT[i], 240 - 9), 1e-12) << kDrivers[i];
  }
  EXPECT_EQ(found->drivers[0].kind, DriverKind::kPerformance);
  EXPECT_EQ(found->drivers[3].kind, DriverKind::kNoContrast);
}

TEST_F(SynthDrivers, ChisqRegion) {
  const auto found = association(survey_.regions);
  ASSERT_TRUE(found);
  const Node node = expected().find("chisq_region");
  EXPECT_NEAR(found->chi_square, *node.find("X2").number(), kTolerance);
  EXPECT_EQ(static_cast<double>(found->degrees), *node.find("df").number());
  EXPECT_NEAR(found->p, *node.find("p").number(), kTolerance);
  EXPECT_NEAR(found->cramers_v, *node.find("V").number(), kTolerance);
}

}  // namespace
}  // namespace npscope
