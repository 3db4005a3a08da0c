// SPDX-License-Identifier: MIT
// The proportional-odds logit where the answer is known in closed form, and where there is none.
#include "core/stats/ordinal_logit.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace npscope {
namespace {

using Entry = PatternCounts::Entry;

constexpr std::array<unsigned, 3> kAnswerOfGroup = {3, 8, 10};

Entry entry(std::vector<unsigned> values, unsigned group, uint64_t count = 1, uint64_t account = 0) {
  Entry result{account, Pattern(), count};
  for (size_t i = 0; i < values.size(); ++i) result.pattern.set_value(i, values[i]);
  result.pattern.set_answer(kAnswerOfGroup[group]);
  return result;
}

Fitted<OrdinalLogit> fit(std::vector<Entry> entries, size_t drivers, bool check = false,
                         OrdinalScale scale = OrdinalScale::kGroups) {
  std::vector<size_t> all(drivers);
  for (size_t i = 0; i < drivers; ++i) all[i] = i;
  const CompleteCases cases = complete_cases(pattern_counts(std::move(entries)), all, Outcome::kGroup);
  const Fitted<Moments> sums = moments(cases, Outcome::kGroup);
  if (!sums) return std::unexpected(sums.error());
  return ordinal_logit(cases, *sums, scale, check);
}

double logit(double part, double whole) { return std::log(part / (whole - part)); }

TEST(OrdinalLogit, OfTwoClassesAndOneBinaryDriverIsTheLogOddsRatio) {
  const auto found = fit({entry({0}, 0, 30), entry({0}, 2, 10), entry({1}, 0, 12), entry({1}, 2, 40)}, 1);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->thresholds[0].estimate, std::log(3.0), 1e-8);
  EXPECT_NEAR(found->slopes[0].estimate, std::log(30.0 * 40 / (10 * 12)), 1e-8);
  EXPECT_NEAR(found->slopes[0].model_error, std::sqrt(1.0 / 30 + 1.0 / 10 + 1.0 / 12 + 1.0 / 40), 1e-8);
  EXPECT_NEAR(found->log_likelihood,
              30 * std::log(.75) + 10 * std::log(.25) + 12 * std::log(12 / 52.0) + 40 * std::log(40 / 52.0), 1e-10);
  EXPECT_NEAR(found->null_log_likelihood, 42 * std::log(42 / 92.0) + 50 * std::log(50 / 92.0), 1e-10);
  EXPECT_EQ(found->events_per_driver, 42);
}

TEST(OrdinalLogit, WithoutProportionalityOneBinaryDriverFitsExactly) {
  const std::array<double, 3> at0 = {30, 20, 10};
  const std::array<double, 3> at1 = {15, 30, 45};
  std::vector<Entry> entries;
  double saturated = 0;
  for (unsigned group = 0; group < 3; ++group) {
    entries.push_back(entry({0}, group, static_cast<uint64_t>(at0[group])));
    entries.push_back(entry({1}, group, static_cast<uint64_t>(at1[group])));
    saturated += at0[group] * std::log(at0[group] / 60) + at1[group] * std::log(at1[group] / 90);
  }
  const auto found = fit(entries, 1, true);
  ASSERT_TRUE(found);
  ASSERT_TRUE(found->proportionality[0]);
  EXPECT_NEAR(found->proportionality[0]->likelihood_ratio, 2 * (saturated - found->log_likelihood), 1e-8);
  const double first = logit(30, 60) - logit(15, 90);
  const double second = logit(50, 60) - logit(45, 90);
  EXPECT_NEAR(found->proportionality[0]->difference, second - first, 1e-4);
}

TEST(OrdinalLogit, PromotersAndDetractorsApartAreOrdinaryLogits) {
  const std::vector<Entry> entries = {entry({0}, 0, 30), entry({0}, 1, 20), entry({0}, 2, 10),
                                      entry({1}, 0, 15), entry({1}, 1, 30), entry({1}, 2, 45)};
  EXPECT_NEAR(fit(entries, 1, false, OrdinalScale::kPromoters)->slopes[0].estimate, logit(45, 90) - logit(10, 60), 1e-8);
  EXPECT_NEAR(fit(entries, 1, false, OrdinalScale::kDetractors)->slopes[0].estimate, logit(75, 90) - logit(30, 60), 1e-8);
}

TEST(OrdinalLogit, ASteepButFiniteSlopeIsFound) {
  const auto found = fit({entry({4}, 0, 9999), entry({4}, 2, 1), entry({5}, 0, 1), entry({5}, 2, 9999), entry({0}, 0, 500)}, 1);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->slopes[0].estimate, 2 * std::log(9999.0), 1e-6);
}

TEST(OrdinalLogit, ResponsesWithoutAccountAreAccountsOfTheirOwn) {
  std::mt19937 random(91);
  std::vector<Entry> apart;
  std::vector<Entry> together;
  for (uint64_t i = 1; i <= 300; ++i) {
    const unsigned value = random() % 11;
    apart.push_back(entry({value}, (value + random() % 11) / 8, 1, i));
    together.push_back(apart.back());
    if (i > 1) together.back().account = 0;
  }
  const auto one = fit(apart, 1);
  const auto other = fit(together, 1);
  EXPECT_EQ(one->accounts, 300U);
  EXPECT_EQ(other->accounts, 300U);
  EXPECT_NEAR(*one->slopes[0].account_error, *other->slopes[0].account_error, 1e-12);
  EXPECT_NEAR(*one->slopes[0].account_error, one->slopes[0].model_error, 0.25 * one->slopes[0].model_error);
}

TEST(OrdinalLogit, TheSameResponsesTwiceInEachAccountAreNoNewEvidence) {
  std::mt19937 random(92);
  std::vector<Entry> once;
  std::vector<Entry> twice;
  for (uint64_t i = 1; i <= 300; ++i) {
    const unsigned value = random() % 11;
    once.push_back(entry({value}, (value + random() % 11) / 8, 1, i));
    twice.push_back(once.back());
    twice.back().count = 2;
  }
  const auto one = fit(once, 1);
  const auto two = fit(twice, 1);
  EXPECT_NEAR(two->slopes[0].estimate, one->slopes[0].estimate, 1e-10);
  EXPECT_NEAR(*two->slopes[0].account_error, *one->slopes[0].account_error, 1e-10);
  EXPECT_NEAR(two->slopes[0].model_error, one->slopes[0].model_error / std::sqrt(2.0), 1e-10);
}

/// Large enough that a part of the cases is fitted first.
TEST(OrdinalLogit, EndsAtTheSamePlaceFromEitherStart) {
  std::mt19937 random(93);
  std::vector<Entry> apart;
  for (uint64_t i = 1; i <= 70'000; ++i) {
    const unsigned a = random() % 11;
    const unsigned b = (a + random() % 11) / 2;
    apart.push_back(entry({a, b}, (a + b + random() % 20) / 14, 1, i));
  }
  std::vector<Entry> together = apart;
  for (Entry& one : together) one.account = 0;
  const auto many = fit(apart, 2);
  const auto few = fit(together, 2);
  for (size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(many->slopes[i].estimate, few->slopes[i].estimate, 1e-6 * few->slopes[i].model_error);
    EXPECT_NEAR(many->slopes[i].model_error, few->slopes[i].model_error, 1e-6 * few->slopes[i].model_error);
  }
  EXPECT_FALSE(few->accounts);
}

TEST(OrdinalLogit, SeparationIsNamed) {
  const NoFit separation = {NoFitReason::kSeparation};
  // Wholly apart.
  EXPECT_EQ(fit({entry({2}, 0, 20), entry({4}, 0, 20), entry({6}, 2, 20), entry({9}, 2, 20)}, 1).error(), separation);
  // Only one value has both.
  EXPECT_EQ(fit({entry({2}, 0, 20), entry({5}, 0, 20), entry({5}, 2, 20), entry({9}, 2, 20)}, 1).error(), separation);
  // Three groups, one driver apart and one that is not.
  std::vector<Entry> entries;
  for (unsigned value = 0; value <= 10; ++value) {
    for (unsigned group = 0; group < 3; ++group)
      entries.push_back(entry({group * 3 + 1, value}, group, 1 + (value * 7 + group) % 5));
  }
  EXPECT_EQ(fit(entries, 2).error(), separation);
  // All who rated 1 are promoters; those who rated 0 are anything.
  EXPECT_EQ(fit({entry({0}, 0, 20), entry({0}, 1, 10), entry({0}, 2, 10), entry({1}, 2, 20)}, 1).error(), separation);
}

TEST(OrdinalLogit, SaysWhyThereIsNone) {
  EXPECT_EQ(fit({}, 1).error(), NoFit{NoFitReason::kNoResponses});
  EXPECT_EQ(fit({entry({1}, 0)}, 0).error(), NoFit{NoFitReason::kNoDrivers});
  EXPECT_EQ(fit({entry({Pattern::kMissing}, 0, 9), entry({Pattern::kMissing}, 2, 9)}, 1).error(),
            NoFit{NoFitReason::kNoResponses});
  EXPECT_EQ(fit({entry({1}, 2, 9), entry({5}, 2, 9)}, 1).error(), NoFit{NoFitReason::kOneClass});
  EXPECT_EQ(fit({entry({1, 3}, 0, 9), entry({5, 3}, 2, 9)}, 2).error(), (NoFit{NoFitReason::kConstantDriver, 1}));
  EXPECT_EQ(fit({entry({1, 9}, 0, 9), entry({5, 5}, 2, 9), entry({7, 3}, 0, 9), entry({2, 8}, 2, 9)}, 2).error(),
            (NoFit{NoFitReason::kCollinear, 1}));
  EXPECT_EQ(fit({entry({1, 4}, 0), entry({5, 3}, 2), entry({6, 1}, 1), entry({2, 9}, 0)}, 2).error(),
            NoFit{NoFitReason::kTooFewResponses});
}

TEST(OrdinalLogit, OneAccountGivesNoAccountErrors) {
  const std::vector<Entry> entries = {entry({0}, 0, 30, 5), entry({0}, 2, 10, 5), entry({1}, 0, 12, 5), entry({1}, 2, 40, 5)};
  const auto found = fit(entries, 1);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->accounts.error(), NoFit{NoFitReason::kOneAccount});
  EXPECT_FALSE(found->slopes[0].account_error);
}

}  // namespace
}  // namespace npscope
