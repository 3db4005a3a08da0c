// SPDX-License-Identifier: MIT
// Statistics of drivers by hand and by brute force, the outcomes that have no numbers, and that no cut of the responses shows.
#include "core/stats/drivers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace npscope {
namespace {

using Entry = PatternCounts::Entry;
constexpr unsigned kMissing = Pattern::kMissing;

Entry entry(const std::vector<unsigned>& values, unsigned answer, uint64_t count = 1, uint64_t account = 0) {
  Entry result{account, Pattern(), count};
  for (size_t i = 0; i < values.size(); ++i) result.pattern.set_value(i, values[i]);
  result.pattern.set_answer(answer);
  return result;
}

/// Ratings that have something in common with each other and with the score.
std::vector<Entry> random_survey(std::mt19937& random, size_t responses, size_t drivers, bool with_missing) {
  std::vector<Entry> entries;
  for (size_t i = 0; i < responses; ++i) {
    const unsigned common = random() % 7;
    std::vector<unsigned> values;
    unsigned sum = 0;
    for (size_t driver = 0; driver < drivers; ++driver) {
      values.push_back(common + random() % 5);
      sum += values.back();
      if (with_missing && random() % 12 == 0) values.back() = kMissing;
    }
    const unsigned answer =
        drivers == 0 ? random() % 11 : std::min<unsigned>(10, sum / static_cast<unsigned>(drivers) + random() % 4);
    entries.push_back(entry(values, answer, 1, random() % 20));
  }
  return entries;
}

void append(std::vector<double>& to, const BandSummary& band) {
  to.push_back(static_cast<double>(band.counts.responses()));
  to.push_back(band.nps.value_or(-2));
  to.push_back(band.limits ? band.limits->low : -2);
  to.push_back(band.limits ? band.limits->high : -2);
}

void append(std::vector<double>& to, const std::vector<Coefficient>& coefficients) {
  for (const Coefficient& one : coefficients) {
    to.insert(to.end(), {one.estimate, one.model_error, one.account_error.value_or(-1), one.p});
  }
}

/// Every number of an answer, and the reasons where there are none.
std::vector<double> numbers_of(const DriverAnswer& answer) {
  std::vector<double> all = {static_cast<double>(answer.complete), static_cast<double>(answer.incomplete)};
  for (const DriverSummary& driver : answer.drivers) {
    for (const BandSummary& band : driver.bands.summaries) append(all, band);
    append(all, driver.bands.missing);
    if (driver.ranks) all.insert(all.end(), {driver.ranks->spearman, driver.ranks->kendall});
    all.push_back(driver.left_out ? static_cast<double>(*driver.left_out) : -1);
  }
  all.push_back(answer.importance ? answer.importance->r_squared : -static_cast<double>(answer.importance.error().reason));
  if (answer.importance) {
    const Importance& found = *answer.importance;
    for (const auto* list : {&found.johnson, &found.lmg, &found.first, &found.last, &found.inflation}) {
      all.insert(all.end(), list->begin(), list->end());
    }
  }
  if (answer.map) {
    for (const MapPoint& point : answer.map->points) all.insert(all.end(), {point.mean, point.high_share, point.importance});
  }
  all.push_back(answer.contrasts ? answer.contrasts->r_squared : -static_cast<double>(answer.contrasts.error().reason));
  if (answer.contrasts) {
    for (const PenaltyReward& driver : answer.contrasts->drivers) {
      if (driver.penalty) all.insert(all.end(), {driver.penalty->estimate, driver.penalty->standard_error});
      if (driver.reward) all.insert(all.end(), {driver.reward->estimate, driver.reward->standard_error});
      all.push_back(driver.p_symmetric.value_or(-1));
    }
  }
  all.push_back(answer.logit ? answer.logit->log_likelihood : -static_cast<double>(answer.logit.error().reason));
  if (answer.logit) {
    append(all, answer.logit->thresholds);
    append(all, answer.logit->slopes);
    for (const auto& check : answer.logit->proportionality) {
      all.push_back(check ? check->likelihood_ratio : -static_cast<double>(check.error().reason));
    }
  }
  return all;
}

std::vector<Bands> bands_for(size_t drivers) { return std::vector<Bands>(drivers); }

TEST(Drivers, RankCorrelationsByHand) {
  // Ranks 1, 2.5, 2.5, 4 and 1, 3.5, 2, 3.5; four pairs agree, none disagrees, one tie in each.
  const auto joints = joint_counts(pattern_counts({entry({1}, 1), entry({2}, 3), entry({2}, 2), entry({3}, 3)}), 1);
  const auto found = rank_correlation(joints[0]);
  EXPECT_NEAR(found->spearman, 3.75 / 4.5, 1e-15);
  EXPECT_NEAR(found->kendall, 4.0 / 5, 1e-15);
}

TEST(Drivers, KendallIsTheCountOfPairs) {
  std::mt19937 random(101);
  for (int i = 0; i < 50; ++i) {
    const std::vector<Entry> entries = random_survey(random, 2 + random() % 40, 1, true);
    double sum = 0;
    double values = 0;
    double scores = 0;
    for (size_t a = 0; a < entries.size(); ++a) {
      for (size_t b = a + 1; b < entries.size(); ++b) {
        const Pattern first = entries[a].pattern;
        const Pattern second = entries[b].pattern;
        if (first.value(0) == kMissing || second.value(0) == kMissing) continue;
        const int by_value = (first.value(0) > second.value(0)) - (first.value(0) < second.value(0));
        const int by_score = (first.answer() > second.answer()) - (first.answer() < second.answer());
        sum += by_value * by_score;
        values += std::abs(by_value);
        scores += std::abs(by_score);
      }
    }
    const auto found = rank_correlation(joint_counts(pattern_counts(entries), 1)[0]);
    ASSERT_EQ(found.has_value(), values > 0 && scores > 0);
    if (found) ASSERT_NEAR(found->kendall, sum / std::sqrt(values * scores), 1e-14);
  }
}

TEST(Drivers, GroupsWithoutScoreCountForBandsButHaveNoRank) {
  const auto joints = joint_counts(pattern_counts({entry({9}, Pattern::kGroupOnly + 2, 3), entry({2}, 5), entry({3}, 9)}), 1);
  EXPECT_EQ(rank_correlation(joints[0])->responses, 2U);
  const DriverBands bands = driver_bands(joints[0], bands_of_scale(10), IntervalMethod::kScore, 0.95);
  EXPECT_EQ(bands.summaries[2].counts, (GroupCounts{0, 0, 3}));
  EXPECT_EQ(bands.summaries[0].counts, (GroupCounts{1, 0, 1}));
  EXPECT_FALSE(bands.summaries[1].nps);
  EXPECT_FALSE(bands.summaries[1].limits);
}

TEST(Drivers, BandsOfScales) {
  const auto bands = [](unsigned greatest) {
    std::string text;
    for (unsigned value = 0; value <= greatest; ++value) text += "lmh"[bands_of_scale(greatest).band(value)];
    return text;
  };
  EXPECT_EQ(bands(1), "lh");
  EXPECT_EQ(bands(3), "llmh");
  EXPECT_EQ(bands(4), "lllmh");
  EXPECT_EQ(bands(5), "lllmhh");
  EXPECT_EQ(bands(6), "lllmmhh");
  EXPECT_EQ(bands(7), "llllmmhh");
  EXPECT_EQ(bands(10), "lllllllmmhh");
}

TEST(Drivers, SharesOfUncorrelatedDriversAreTheirSquaredCorrelations) {
  // A full design: each pair of values once, score = 2 a + b.
  std::vector<Entry> entries;
  for (unsigned a = 0; a <= 3; ++a) {
    for (unsigned b = 0; b <= 3; ++b) entries.push_back(entry({a, b}, 2 * a + b));
  }
  const CompleteCases cases = complete_cases(pattern_counts(entries), std::array<size_t, 2>{0, 1}, Outcome::kScore);
  const auto found = importance(*moments(cases, Outcome::kScore));
  for (const auto* shares : {&found->johnson, &found->lmg, &found->first, &found->last}) {
    EXPECT_NEAR((*shares)[0], 0.8, 1e-14);
    EXPECT_NEAR((*shares)[1], 0.2, 1e-14);
  }
  EXPECT_NEAR(found->r_squared, 1, 1e-14);
  EXPECT_NEAR(found->inflation[0], 1, 1e-14);
}

TEST(Drivers, LmgIsTheMeanGainOverAllOrders) {
  std::mt19937 random(102);
  constexpr std::array<size_t, 5> kFive = {0, 1, 2, 3, 4};
  const PatternCounts patterns = pattern_counts(random_survey(random, 400, 5, false));
  const auto r_squared = [&](std::vector<size_t> drivers) {
    if (drivers.empty()) return 0.0;
    return importance(*moments(complete_cases(patterns, drivers, Outcome::kScore), Outcome::kScore))->r_squared;
  };
  std::vector<double> gains(5, 0.0);
  std::array<size_t, 5> order = kFive;
  double orders = 0;
  do {
    std::vector<size_t> entered;
    double before = 0;
    for (const size_t driver : order) {
      entered.push_back(driver);
      const double after = r_squared(entered);
      gains[driver] += after - before;
      before = after;
    }
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  const auto found = importance(*moments(complete_cases(patterns, kFive, Outcome::kScore), Outcome::kScore));
  for (size_t i = 0; i < 5; ++i) EXPECT_NEAR(found->lmg[i], gains[i] / orders, 1e-13);
  EXPECT_NEAR(std::reduce(found->lmg.begin(), found->lmg.end()), found->r_squared, 1e-13);
  EXPECT_NEAR(std::reduce(found->johnson.begin(), found->johnson.end()), found->r_squared, 1e-13);
}

TEST(Drivers, PenaltyAndRewardTellKinds) {
  // The score falls by 4 where the first is low and rises by 2 where the second is high; otherwise both make no difference.
  std::vector<Entry> entries;
  for (unsigned a = 0; a < 3; ++a) {
    for (unsigned b = 0; b < 3; ++b) {
      for (unsigned noise = 0; noise < 3; ++noise) {
        entries.push_back(entry({3 + 4 * a - a / 2, 3 + 4 * b - b / 2}, 5 - (a == 0 ? 4 : 0) + (b == 2 ? 2 : 0) + noise));
      }
    }
  }
  const CompleteCases cases = complete_cases(pattern_counts(entries), std::array<size_t, 2>{0, 1}, Outcome::kScore);
  const auto found = penalty_reward(cases, bands_for(2), Outcome::kScore);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->drivers[0].penalty->estimate, -4, 1e-13);
  EXPECT_NEAR(found->drivers[0].reward->estimate, 0, 1e-13);
  EXPECT_EQ(found->drivers[0].kind, DriverKind::kBasic);
  EXPECT_NEAR(found->drivers[1].penalty->estimate, 0, 1e-13);
  EXPECT_NEAR(found->drivers[1].reward->estimate, 2, 1e-13);
  EXPECT_EQ(found->drivers[1].kind, DriverKind::kExcitement);
  EXPECT_NEAR(found->intercept.estimate, 6, 1e-13);
}

TEST(Drivers, WithoutMiddleRatingsRewardIsAgainstLowOnes) {
  const CompleteCases cases = complete_cases(pattern_counts({entry({0}, 4), entry({0}, 6), entry({1}, 8), entry({1}, 10)}),
                                             std::array<size_t, 1>{0}, Outcome::kScore);
  const auto found = penalty_reward(cases, std::array{bands_of_scale(1)}, Outcome::kScore);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->drivers[0].penalty);
  EXPECT_NEAR(found->drivers[0].reward->estimate, 4, 1e-14);
  // Two means of two with variance 2 each.
  EXPECT_NEAR(found->drivers[0].reward->standard_error, std::sqrt(2.0), 1e-14);
  EXPECT_FALSE(found->drivers[0].kind);
}

TEST(Drivers, MapPutsImportantAndBadlyRatedFirst) {
  std::vector<Entry> entries;
  for (unsigned a = 0; a <= 10; ++a) {
    for (unsigned b = 6; b <= 10; ++b) entries.push_back(entry({a, b}, a));
  }
  const DriverAnswer answer = analyse_drivers(pattern_counts(entries), {bands_for(2)});
  ASSERT_TRUE(answer.map);
  EXPECT_EQ(answer.map->points[0].quadrant, Quadrant::kConcentrate);
  EXPECT_EQ(answer.map->points[1].quadrant, Quadrant::kPossibleOverkill);
  EXPECT_NEAR(answer.map->points[0].importance, 1, 1e-14);
  EXPECT_EQ(answer.map->points[1].mean, 8);
  EXPECT_EQ(answer.map->points[1].high_share, 0.4);
}

TEST(Drivers, WhatNoModelCanUseIsLeftOutAndTheOthersGoOn) {
  std::mt19937 random(103);
  std::vector<Entry> entries = random_survey(random, 500, 2, false);
  for (Entry& one : entries) {
    one.pattern.set_value(2, 10 - one.pattern.value(0));
    one.pattern.set_value(3, 7);
    one.pattern.set_value(4, random() % 3 == 0 ? random() % 11 : kMissing);
    if (random() % 10 == 0) one.pattern.set_value(1, kMissing);
  }
  const DriverAnswer answer = analyse_drivers(pattern_counts(entries), {bands_for(6)});
  EXPECT_EQ(answer.modelled, (std::vector<size_t>{0, 1}));
  EXPECT_FALSE(answer.drivers[0].left_out);
  EXPECT_EQ(answer.drivers[2].left_out, NoFitReason::kCollinear);
  EXPECT_EQ(answer.drivers[3].left_out, NoFitReason::kConstantDriver);
  EXPECT_EQ(answer.drivers[4].left_out, NoFitReason::kMostlyMissing);
  EXPECT_EQ(answer.drivers[5].left_out, NoFitReason::kMostlyMissing);
  EXPECT_EQ(answer.incomplete, answer.drivers[1].missing);
  EXPECT_EQ(answer.complete + answer.incomplete, 500U);
  EXPECT_TRUE(answer.importance);
  EXPECT_TRUE(answer.contrasts);
  EXPECT_TRUE(answer.logit);
  EXPECT_FALSE(answer.drivers[3].ranks);
  EXPECT_TRUE(answer.drivers[4].ranks);
}

TEST(Drivers, WhereOnlyGroupsAreKnownTheyAreTheOutcome) {
  std::mt19937 random(104);
  std::vector<Entry> entries = random_survey(random, 200, 2, false);
  entries[0].pattern.set_answer(Pattern::kGroupOnly);
  const DriverAnswer answer = analyse_drivers(pattern_counts(entries), {bands_for(2)});
  EXPECT_EQ(answer.outcome, Outcome::kGroup);
  EXPECT_EQ(answer.complete, 200U);
}

TEST(Drivers, NothingToSayIsSaid) {
  const DriverAnswer nobody = analyse_drivers({}, {bands_for(2)});
  EXPECT_EQ(nobody.importance.error().reason, NoFitReason::kNoDrivers);
  EXPECT_EQ(nobody.logit.error().reason, NoFitReason::kNoDrivers);
  const DriverAnswer nothing = analyse_drivers(pattern_counts({entry({}, 5)}), {});
  EXPECT_EQ(nothing.contrasts.error().reason, NoFitReason::kNoDrivers);
  const DriverAnswer alike = analyse_drivers(pattern_counts({entry({1}, 9, 50), entry({5}, 9, 50)}), {bands_for(1)});
  EXPECT_EQ(alike.importance.error().reason, NoFitReason::kOneClass);
  EXPECT_EQ(alike.contrasts.error().reason, NoFitReason::kOneClass);
  EXPECT_EQ(alike.logit.error().reason, NoFitReason::kOneClass);
  EXPECT_FALSE(alike.map);
}

TEST(Drivers, EveryNumberOfEverySmallSurveyIsANumber) {
  std::mt19937 random(105);
  for (int i = 0; i < 1500; ++i) {
    const size_t drivers = random() % 5;
    std::vector<Entry> entries = random_survey(random, random() % 25, drivers, true);
    // Some surveys know one account, or two values, or groups only.
    const unsigned kind = random() % 4;
    for (Entry& one : entries) {
      if (kind == 1) one.account = 7;
      if (kind == 2 && drivers > 0) one.pattern.set_value(0, one.pattern.answer() > 6 ? 1 : 0);
      if (kind == 3) one.pattern.set_answer(Pattern::kGroupOnly + random() % 2);
    }
    for (const double number : numbers_of(analyse_drivers(pattern_counts(entries), {bands_for(drivers)}))) {
      ASSERT_TRUE(std::isfinite(number)) << i;
    }
  }
}

TEST(Drivers, NoCutOfTheResponsesShowsInAnyBit) {
  std::mt19937 random(106);
  for (int i = 0; i < 20; ++i) {
    std::vector<Entry> entries = random_survey(random, 300 + random() % 300, 4, true);
    const std::vector<double> whole = numbers_of(analyse_drivers(pattern_counts(entries), {bands_for(4)}));
    std::ranges::shuffle(entries, random);
    for (const size_t shards : {2U, 5U}) {
      std::vector<std::vector<Entry>> cut(shards);
      for (const Entry& one : entries) cut[random() % shards].push_back(one);
      PatternCounts together;
      for (const std::vector<Entry>& shard : cut) together.merge(pattern_counts(shard));
      const std::vector<double> found = numbers_of(analyse_drivers(together, {bands_for(4)}));
      ASSERT_EQ(found.size(), whole.size());
      for (size_t j = 0; j < found.size(); ++j) {
        ASSERT_EQ(std::bit_cast<uint64_t>(found[j]), std::bit_cast<uint64_t>(whole[j]));
      }
    }
  }
}

}  // namespace
}  // namespace npscope
