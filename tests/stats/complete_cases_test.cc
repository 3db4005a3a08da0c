// SPDX-License-Identifier: MIT
// Which responses the models see, and that sums in lanes of a word are the sums of a plain loop, also for very many responses.
#include "core/stats/complete_cases.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <vector>

#include "core/stats/penalty_reward.h"

namespace npscope {
namespace {

using Entry = PatternCounts::Entry;

std::vector<size_t> first(size_t drivers) {
  std::vector<size_t> all(drivers);
  for (size_t i = 0; i < drivers; ++i) all[i] = i;
  return all;
}

Entry entry(const std::vector<unsigned>& values, unsigned answer, uint64_t count = 1, uint64_t account = 0) {
  Entry result{account, Pattern(), count};
  for (size_t i = 0; i < values.size(); ++i) result.pattern.set_value(i, values[i]);
  result.pattern.set_answer(answer);
  return result;
}

TEST(CompleteCases, HaveAValueOfEveryChosenDriver) {
  constexpr unsigned kMissing = Pattern::kMissing;
  const PatternCounts patterns =
      pattern_counts({entry({1, 2, 3}, 9, 5, 7), entry({4, kMissing, 6}, 3, 2), entry({kMissing, 5, 5}, 8)});
  const CompleteCases cases = complete_cases(patterns, std::array<size_t, 2>{2, 0}, Outcome::kScore);
  EXPECT_EQ(cases.responses, 7U);
  EXPECT_EQ(cases.incomplete, 1U);
  ASSERT_EQ(cases.entries.size(), 2U);
  EXPECT_EQ(cases.entries[0], entry({6, 4}, 3, 2));
  EXPECT_EQ(cases.entries[1], entry({3, 1}, 9, 5, 7));
}

TEST(CompleteCases, WithoutAScoreAreIncompleteWhereTheScoreIsTheOutcome) {
  const PatternCounts patterns = pattern_counts({entry({1}, Pattern::kGroupOnly + 2), entry({2}, 4)});
  EXPECT_EQ(complete_cases(patterns, first(1), Outcome::kScore).incomplete, 1U);
  EXPECT_EQ(complete_cases(patterns, first(1), Outcome::kGroup).incomplete, 0U);
}

TEST(Moments, AreThoseOfAPlainLoop) {
  std::mt19937 random(111);
  for (const size_t drivers : {1U, 3U, 4U, 7U, 8U, 15U}) {
    for (const Outcome outcome : {Outcome::kScore, Outcome::kGroup}) {
      std::vector<Entry> entries;
      for (int i = 0; i < 900; ++i) {
        std::vector<unsigned> values(drivers);
        for (unsigned& value : values) value = random() % 15;
        const unsigned answer = random() % (outcome == Outcome::kScore ? 11 : 14);
        entries.push_back(entry(values, answer, 1 + (random() % 4 == 0 ? random() % 1000 : 0)));
      }
      const auto found = moments(complete_cases(pattern_counts(entries), first(drivers), outcome), outcome);
      ASSERT_TRUE(found);
      // The last is the outcome.
      const auto value = [&](const Entry& one, size_t i) {
        return static_cast<double>(i < drivers ? static_cast<int>(one.pattern.value(i))
                                               : outcome_value(outcome, one.pattern.answer()));
      };
      double n = 0;
      std::vector<double> means(drivers + 1, 0.0);
      for (const Entry& one : entries) n += static_cast<double>(one.count);
      for (const Entry& one : entries) {
        for (size_t i = 0; i <= drivers; ++i) means[i] += static_cast<double>(one.count) * value(one, i) / n;
      }
      EXPECT_NEAR(found->outcome_mean, means[drivers], 1e-10);
      for (size_t i = 0; i <= drivers; ++i) {
        if (i < drivers) EXPECT_NEAR(found->means[i], means[i], 1e-10);
        for (size_t j = 0; j <= drivers; ++j) {
          double product = 0;
          for (const Entry& one : entries) {
            product += static_cast<double>(one.count) * (value(one, i) - means[i]) * (value(one, j) - means[j]);
          }
          const double mine = i == drivers && j == drivers ? found->outcome_squares
                              : i == drivers               ? found->with_outcome[j]
                              : j == drivers               ? found->with_outcome[i]
                                                           : found->products(i, j);
          EXPECT_NEAR(mine, product, 1e-11 * n * 100) << i << " " << j;
        }
      }
    }
  }
}

/// Each response of an account of its own is added one by one; those without account are counted before.
TEST(Moments, AndContrastsOfVeryManyResponsesDoNotOverflow) {
  std::mt19937 random(112);
  std::vector<Entry> apart;
  for (uint64_t i = 1; i <= 140'000; ++i) {
    const bool low = random() % 100 == 0;
    std::vector<unsigned> values(15, low ? 0 : Pattern::kMostValue);
    // Sometimes the same one twice: always one middle rating would be collinear.
    for (int j = 0; j < 2; ++j) values[random() % 15] = 8;
    apart.push_back(entry(values, low ? 2 : 10, 1, i));
  }
  std::vector<Entry> together = apart;
  for (Entry& one : together) one.account = 0;
  const CompleteCases many = complete_cases(pattern_counts(apart), first(15), Outcome::kScore);
  const CompleteCases few = complete_cases(pattern_counts(together), first(15), Outcome::kScore);
  ASSERT_EQ(many.entries.size(), 140'000U);
  ASSERT_LE(few.entries.size(), 240U);
  const auto found = moments(many, Outcome::kScore);
  const auto expected = moments(few, Outcome::kScore);
  ASSERT_TRUE(found && expected);
  EXPECT_EQ(found->means, expected->means);
  EXPECT_EQ(found->products, expected->products);
  EXPECT_EQ(found->with_outcome, expected->with_outcome);
  const std::vector<Bands> bands(15);
  const auto contrasts = penalty_reward(many, bands, Outcome::kScore);
  const auto expected_contrasts = penalty_reward(few, bands, Outcome::kScore);
  ASSERT_EQ(contrasts.has_value(), expected_contrasts.has_value());
  if (!contrasts) FAIL() << reason_name(contrasts.error().reason);
  for (size_t i = 0; i < 15; ++i) {
    EXPECT_EQ(contrasts->drivers[i].penalty->estimate, expected_contrasts->drivers[i].penalty->estimate);
    EXPECT_EQ(contrasts->drivers[i].reward->standard_error, expected_contrasts->drivers[i].reward->standard_error);
  }
}

TEST(Moments, SayWhyThereAreNone) {
  const auto reason = [](std::vector<Entry> entries, size_t drivers) {
    const CompleteCases cases = complete_cases(pattern_counts(std::move(entries)), first(drivers), Outcome::kScore);
    return moments(cases, Outcome::kScore).error();
  };
  EXPECT_EQ(reason({}, 1), NoFit{NoFitReason::kNoResponses});
  EXPECT_EQ(reason({entry({1}, 3)}, 0), NoFit{NoFitReason::kNoDrivers});
  EXPECT_EQ(reason({entry({1}, 3, 1000), entry({2}, 3, 1000)}, 1), NoFit{NoFitReason::kOneClass});
  EXPECT_EQ(reason({entry({1, 7}, 3, 1000), entry({2, 7}, 4, 1000)}, 2), (NoFit{NoFitReason::kConstantDriver, 1}));
}

}  // namespace
}  // namespace npscope
