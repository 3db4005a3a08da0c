// SPDX-License-Identifier: MIT
// Errors by account and the NPS by account against R's survey package, and worked by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

#include "core/stats/account_nps.h"
#include "core/stats/clustered_nps.h"
#include "core/stats/distributions.h"
#include "core/stats/interval.h"
#include "core/stats/score_interval.h"
#include "tests/support/synth_drivers.h"

namespace npscope {
namespace {

ClusterCounts synth_accounts() {
  ClusterCounts counts;
  for (const auto& row : testing_support::synth_drivers()) counts.add(row.account, row.group);
  return counts;
}

/// A: 4 answers with the sum 1, B: 2 with 2, C: 1 with -1, D: 3 with 0.
ClusterCounts four_accounts() { return cluster_counts({{1, {0, 3, 1}}, {2, {0, 0, 2}}, {3, {1, 0, 0}}, {4, {1, 1, 1}}}); }

WeightedClusters four_with_revenue() {
  WeightedClusters clusters;
  for (const auto& [key, group, revenue] : std::vector<std::tuple<uint64_t, unsigned, double>>{
           {1, 1, 10}, {1, 1, 10}, {1, 1, 10}, {1, 2, 10}, {2, 2, 5}, {2, 2, 5}, {3, 0, 20}, {4, 0, 5}, {4, 1, 5}, {4, 2, 5}}) {
    clusters.add(key, group, weight_of(revenue));
  }
  return clusters;
}

TEST(ClusteredNps, VectorSynthDriversClustered) {
  const auto found = clustered_nps(all_shapes(synth_accounts()), 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->nps, -0.0916666666666667, 1e-12);
  EXPECT_NEAR(*found->standard_error, 0.0706596335712627, 1e-12);
  EXPECT_EQ(found->degrees, 23U);
  EXPECT_NEAR(*found->design_effect, 2.20325231216934, 1e-12);
  EXPECT_NEAR(found->effective_responses, 240 / 2.20325231216934, 1e-9);
  const double share = 1 / 2.20325231216934;
  const Limits wanted = score_limits({77 * share, 108 * share, 55 * share}, student_quantile(0.025, 23));
  EXPECT_NEAR(found->limits->low, wanted.low, 1e-12);
  EXPECT_NEAR(found->limits->high, wanted.high, 1e-12);
}

TEST(ClusteredNps, VectorSynthDriversWeightedClustered) {
  WeightedClusters clusters;
  for (const auto& row : testing_support::synth_drivers()) clusters.add(row.account, row.group, weight_of(row.weight));
  const auto found = clustered_nps(clusters, 0.95);
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->nps, -0.0885084069450934, 1e-12);
  EXPECT_NEAR(*found->standard_error, 0.0743249680532509, 1e-12);
  EXPECT_EQ(found->units, 24U);
}

TEST(AccountNps, VectorSynthDriversAccountLevel) {
  const auto found = mean_of_accounts(synth_accounts(), 0.95);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->definition, AccountDefinition::kMeanOfAccounts);
  EXPECT_NEAR(found->estimate.nps, -0.0844724991783815, 1e-12);
  EXPECT_NEAR(*found->estimate.standard_error, 0.0704261700679977, 1e-12);
  EXPECT_EQ(found->estimate.units, 24U);
  EXPECT_EQ(found->estimate.degrees, 23U);
}

// statistics 2: .2 against .0625; the variances are 22/375, 131/768 and 1363/6144.
TEST(AccountNps, IsAnotherFigureUnderEachDefinition) {
  const auto respondents = respondents_by_account(four_accounts(), 0.95);
  EXPECT_NEAR(respondents->estimate.nps, 0.2, 1e-15);
  EXPECT_NEAR(*respondents->estimate.standard_error, std::sqrt(22.0 / 375), 1e-15);
  const auto mean = mean_of_accounts(four_accounts(), 0.95);
  EXPECT_NEAR(mean->estimate.nps, 0.0625, 1e-15);
  EXPECT_NEAR(*mean->estimate.standard_error, std::sqrt(131.0 / 768), 1e-15);
  const auto revenue = accounts_by_revenue(four_with_revenue(), 0.95);
  EXPECT_NEAR(revenue->estimate.nps, -0.3125, 1e-15);
  EXPECT_NEAR(*revenue->estimate.standard_error, std::sqrt(1363.0 / 6144), 1e-15);
  for (const auto& one : {*respondents, *mean, *revenue}) {
    EXPECT_EQ(one.estimate.units, 4U);
    EXPECT_EQ(one.estimate.responses, 10U);
    EXPECT_NEAR(one.estimate.shares.responses(), 1, 1e-15);
    EXPECT_LT(one.estimate.limits->low, one.estimate.nps);
    EXPECT_GT(one.estimate.limits->high, one.estimate.nps);
    EXPECT_EQ(definition_named(definition_name(one.definition)), one.definition);
  }
  EXPECT_FALSE(definition_named("accounts"));
}

TEST(AccountNps, CountsResponsesWithoutAnAccountAndRowsThatDisagree) {
  ClusterCounts counts = four_accounts();
  counts.add_alone(2);
  EXPECT_EQ(mean_of_accounts(counts, 0.95)->without_account, 1U);
  EXPECT_NEAR(mean_of_accounts(counts, 0.95)->estimate.nps, 0.0625, 1e-15);
  EXPECT_EQ(respondents_by_account(counts, 0.95)->estimate.responses, 11U);
  EXPECT_EQ(respondents_by_account(counts, 0.95)->estimate.units, 5U);
  WeightedClusters revenue = four_with_revenue();
  revenue.add(2, 2, weight_of(8));
  revenue.add(3, 2, weight_of(0));
  revenue.add_alone(2, weight_of(8));
  const auto found = accounts_by_revenue(revenue, 0.95);
  // B counts with (5 + 5 + 8) / 3 = 6: (10/4 + 6 - 20 + 0) / 41.
  EXPECT_NEAR(found->estimate.nps, -11.5 / 41, 1e-15);
  EXPECT_EQ(found->disagreeing, 1U);
  EXPECT_EQ(found->refused, 1U);
  EXPECT_EQ(found->without_account, 1U);
}

TEST(ClusteredNps, OfResponsesThatAreAloneIsTheUnclusteredOneWithStudentsQuantile) {
  ClusterShapes shapes;
  for (const GroupCounts& one : {GroupCounts{1, 0, 0}, GroupCounts{0, 1, 0}, GroupCounts{0, 0, 1}}) {
    shapes.add(one, one.detractors != 0 ? 20 : one.passives != 0 ? 30 : 50);
  }
  const auto found = clustered_nps(shapes, 0.95);
  // 0.61 / 99: the variance of one answer over n - 1.
  EXPECT_NEAR(*found->standard_error, std::sqrt(0.61 / 99), 1e-15);
  EXPECT_NEAR(*found->design_effect, 1, 1e-12);
  const Limits wanted = score_limits({20, 30, 50}, student_quantile(0.025, 99));
  EXPECT_NEAR(found->limits->low, wanted.low, 1e-12);
  EXPECT_NEAR(found->limits->high, wanted.high, 1e-12);
}

TEST(ClusteredNps, WithWeightsOfOneIsTheUnweightedOne) {
  std::mt19937 random(72);
  for (int i = 0; i < 100; ++i) {
    ClusterCounts counts;
    WeightedClusters weighted;
    for (size_t k = random() % 30 + 2; k > 0; --k) {
      const uint64_t key = random() % 9;
      const unsigned group = random() % 3;
      if (key == 0) {
        counts.add_alone(group);
        weighted.add_alone(group, weight_of(1));
      } else {
        counts.add(key, group);
        weighted.add(key, group, weight_of(1));
      }
    }
    const auto one = clustered_nps(all_shapes(counts), 0.95);
    const auto two = clustered_nps(weighted, 0.95);
    ASSERT_NEAR(one->nps, two->nps, 1e-15);
    ASSERT_EQ(one->units, two->units);
    ASSERT_EQ(one->limits.has_value(), two->limits.has_value());
    if (one->standard_error) ASSERT_NEAR(*one->standard_error, *two->standard_error, 1e-7);
    if (one->limits && *one->standard_error > 1e-6) ASSERT_NEAR(one->limits->low, two->limits->low, 1e-9);
  }
}

TEST(ClusteredNps, HasTheSameBitsWhateverTheKeysAre) {
  std::mt19937 random(73);
  for (int i = 0; i < 30; ++i) {
    std::vector<WeightedClusters::Entry> list;
    list.reserve(60);
    for (int k = 0; k < 60; ++k) list.push_back(weighted_response(random() % 15, random() % 3, Weight{1 + random() % 5000000}));
    const auto before = clustered_nps(weighted_clusters(list), 0.95);
    const auto revenue_before = accounts_by_revenue(weighted_clusters(list), 0.95);
    for (WeightedClusters::Entry& entry : list) entry.key = (entry.key * 7919 + 13) % 1009;
    const auto after = clustered_nps(weighted_clusters(list), 0.95);
    const auto revenue_after = accounts_by_revenue(weighted_clusters(list), 0.95);
    ASSERT_EQ(before->standard_error, after->standard_error);
    ASSERT_EQ(before->limits->low, after->limits->low);
    ASSERT_EQ(revenue_before->estimate.standard_error, revenue_after->estimate.standard_error);
    ASSERT_EQ(revenue_before->estimate.nps, revenue_after->estimate.nps);
  }
}

TEST(ClusteredNps, OfOneClusterHasNeitherErrorNorLimits) {
  const auto one = clustered_nps(all_shapes(cluster_counts({{7, {2, 3, 4}}})), 0.95);
  ASSERT_TRUE(one);
  EXPECT_NEAR(one->nps, 2.0 / 9, 1e-15);
  EXPECT_EQ(one->without_error, Unavailable::kOneCluster);
  EXPECT_FALSE(one->standard_error);
  EXPECT_FALSE(one->limits);
  EXPECT_FALSE(one->design_effect);
  EXPECT_FALSE(one->degrees);
  EXPECT_EQ(mean_of_accounts(cluster_counts({{7, {2, 3, 4}}}), 0.95)->estimate.without_error, Unavailable::kOneCluster);
}

TEST(ClusteredNps, OfNoResponsesIsNothing) {
  EXPECT_EQ(clustered_nps(ClusterShapes{}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(clustered_nps(WeightedClusters{}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(mean_of_accounts({}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(respondents_by_account({}, 0.95).error(), Unavailable::kNoResponses);
  EXPECT_EQ(accounts_by_revenue({}, 0.95).error(), Unavailable::kNoResponses);
  ClusterCounts alone;
  alone.add_alone(2);
  EXPECT_EQ(mean_of_accounts(alone, 0.95).error(), Unavailable::kNoResponses);
}

// Five accounts, all promoters: as much evidence as (sum n)^2 / sum n^2 responses, never no width.
TEST(ClusteredNps, OfEqualAnswersCountsAccountsNotResponses) {
  ClusterShapes shapes;
  shapes.add({0, 0, 10}, 5);
  const auto found = clustered_nps(shapes, 0.95);
  EXPECT_EQ(*found->standard_error, 0);
  EXPECT_FALSE(found->design_effect);
  EXPECT_NEAR(found->effective_responses, 5, 1e-12);
  EXPECT_LT(found->limits->low, 0.5);
  EXPECT_EQ(found->limits->high, 1);
}

// Every account has one promoter and one detractor: the accounts do not differ, which must not make the figure certain.
TEST(ClusteredNps, OfAccountsThatAreAllAlikeIsNoMoreCertainThanOfResponses) {
  ClusterShapes shapes;
  shapes.add({1, 0, 1}, 12);
  const auto found = clustered_nps(shapes, 0.95);
  EXPECT_EQ(*found->standard_error, 0);
  EXPECT_EQ(*found->design_effect, 0);
  EXPECT_EQ(found->effective_responses, 24);
  EXPECT_LT(found->limits->low, -0.3);
}

// 1,000 samples of ten accounts with 1 to 8 answers each, answers cut from a normal variable that accounts shift by .7: at 95 % the
// interval for independent answers covers .80 of them.
TEST(ClusteredNps, CoversTheTruthAsOftenAsItSays) {
  std::mt19937 random(74);
  const auto normal = [&] { return normal_quantile((static_cast<double>(random()) + 0.5) / 4294967296.0); };
  const double truth = normal_upper(0.3 / std::sqrt(1.49)) - normal_lower(-0.6 / std::sqrt(1.49));
  int covered = 0;
  int covered_by_mean = 0;
  int covered_naively = 0;
  for (int round = 0; round < 1000; ++round) {
    ClusterCounts counts;
    for (uint64_t key = 1; key <= 10; ++key) {
      const double shift = 0.7 * normal();
      for (size_t i = 1 + random() % 8; i > 0; --i) {
        const double answer = shift + normal();
        counts.add(key, answer > 0.3 ? 2 : answer > -0.6 ? 1 : 0);
      }
    }
    const ClusterShapes shapes = all_shapes(counts);
    const auto covers = [&](const Limits& limits) { return limits.low <= truth && truth <= limits.high ? 1 : 0; };
    covered += covers(*clustered_nps(shapes, 0.95)->limits);
    covered_by_mean += covers(*mean_of_accounts(counts, 0.95)->estimate.limits);
    covered_naively += covers(interval(shapes.groups(), IntervalMethod::kScore, 0.95));
  }
  EXPECT_GE(covered, 935);
  EXPECT_GE(covered_by_mean, 935);
  EXPECT_LT(covered_naively, 850);
  RecordProperty("covered", covered);
  RecordProperty("covered_by_mean", covered_by_mean);
  RecordProperty("covered_naively", covered_naively);
}

// With 3 billion responses the integers of the exact variance would not fit, so the other way is taken; both agree where they meet.
TEST(ClusteredNps, OfBillionsOfResponsesStaysFinite) {
  ClusterShapes small;
  small.add({1, 1, 3}, 1000);
  small.add({3, 1, 1}, 500);
  ClusterShapes large = small;
  for (int i = 0; i < 20; ++i) large.merge(ClusterShapes(large));
  ASSERT_GT(large.groups().responses(), uint64_t{1} << 31);
  const auto one = clustered_nps(small, 0.95);
  const auto many = clustered_nps(large, 0.95);
  EXPECT_NEAR(*many->standard_error * std::sqrt(1048576.0), *one->standard_error * std::sqrt(1499.0 / 1500), 1e-9);
}

}  // namespace
}  // namespace npscope
