// SPDX-License-Identifier: MIT
// Weights: which of them count and which are refused, exact sums, and the same bits however responses are dealt to shards.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

#include "core/partial/weighted_clusters.h"
#include "core/partial/weighted_counts.h"

namespace npscope {
namespace {

TEST(Weight, OfSixDecimalsIsExact) {
  EXPECT_EQ(weight_of(1)->millionths, 1000000U);
  EXPECT_EQ(weight_of(0.528)->millionths, 528000U);
  EXPECT_EQ(weight_of(1.2)->millionths, 1200000U);
  EXPECT_EQ(weight_of(12345678.901234)->millionths, 12345678901234U);
  EXPECT_EQ(weight_of(0.000001)->millionths, 1U);
  EXPECT_EQ(weight_of(0.0000015)->millionths, 2U);
  EXPECT_EQ(weight_of(4294967296.0)->millionths, 4294967296000000U);
}

TEST(Weight, ThatCannotCountIsRefusedWithTheReason) {
  EXPECT_EQ(weight_of(0).error(), WeightFault::kNotPositive);
  EXPECT_EQ(weight_of(-0.0).error(), WeightFault::kNotPositive);
  EXPECT_EQ(weight_of(-1.5).error(), WeightFault::kNotPositive);
  EXPECT_EQ(weight_of(1e-9).error(), WeightFault::kNotPositive);
  EXPECT_EQ(weight_of(std::numeric_limits<double>::quiet_NaN()).error(), WeightFault::kNotANumber);
  EXPECT_EQ(weight_of(std::numeric_limits<double>::infinity()).error(), WeightFault::kNotANumber);
  EXPECT_EQ(weight_of(-std::numeric_limits<double>::infinity()).error(), WeightFault::kNotANumber);
  EXPECT_EQ(weight_of(1e10).error(), WeightFault::kTooLarge);
}

TEST(WeightedCounts, SayHowManyRowsWereRefusedAndWhy) {
  WeightedCounts counts;
  for (const double weight : {1.5, 0.0, 2.0, -3.0, 1e300}) counts.add(2, weight_of(weight));
  counts.refuse(WeightFault::kNotANumber);
  EXPECT_EQ(counts.refused, (std::array<uint64_t, 3>{2, 1, 1}));
  EXPECT_EQ(counts.all_refused(), 4U);
  EXPECT_TRUE((counts.responses() == GroupCounts{0, 0, 2}));
  EXPECT_EQ(static_cast<uint64_t>(counts.groups[2].weights), 3500000U);
  EXPECT_EQ(static_cast<uint64_t>(counts.groups[2].squares), 6250000000000U);
}

// 10 million responses with the largest weight: 2^104 times 10^7 is beyond 64 bits and within 128.
TEST(WeightedCounts, HoldTheSquaresOfMillionsOfTheLargestWeights) {
  WeightedCounts counts;
  counts.add(0, Weight{kLargestWeight}, 10000000);
  EXPECT_EQ(static_cast<uint64_t>(counts.groups[0].squares >> 104), 10000000U);
  EXPECT_EQ(static_cast<double>(counts.groups[0].weights), 4503599627370496e7);
}

struct Response {
  uint64_t key;
  unsigned group;
  double weight;
};

std::vector<Response> some_responses(std::mt19937& random) {
  std::vector<Response> responses(80);
  for (Response& one : responses) {
    one = {random() % 7, static_cast<unsigned>(random() % 3), static_cast<double>(random() % 5000) / 1000 - 0.2};
  }
  return responses;
}

WeightedClusters counted(const std::vector<Response>& responses, size_t from, size_t to) {
  WeightedClusters clusters;
  for (size_t i = from; i < to; ++i) {
    const Response& one = responses[i];
    if (one.key == 0) {
      clusters.add_alone(one.group, weight_of(one.weight));
    } else {
      clusters.add(one.key, one.group, weight_of(one.weight));
    }
  }
  return clusters;
}

TEST(WeightedClusters, AreTheSameWhereverResponsesAreCutAndInWhateverOrder) {
  std::mt19937 random(64);
  std::vector<Response> responses = some_responses(random);
  const WeightedClusters whole = counted(responses, 0, responses.size());
  EXPECT_GT(whole.alone.all_refused(), 0U);
  for (size_t cut = 0; cut <= responses.size(); ++cut) {
    WeightedClusters first = counted(responses, 0, cut);
    first.merge(counted(responses, cut, responses.size()));
    ASSERT_TRUE(first == whole) << cut;
  }
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(responses, random);
    ASSERT_TRUE(counted(responses, 0, responses.size()) == whole);
  }
}

TEST(WeightedClusters, OfAnUnorderedListAreThoseOfAddingOneByOne) {
  std::mt19937 random(65);
  std::vector<WeightedClusters::Entry> list;
  WeightedClusters one_by_one;
  for (int i = 0; i < 200; ++i) {
    const Weight weight{1 + random() % 9000000};
    list.push_back(weighted_response(random() % 40, random() % 3, weight));
    const unsigned group = list.back().groups.detractors == 1 ? 0 : list.back().groups.passives == 1 ? 1 : 2;
    one_by_one.add(list.back().key, group, weight);
  }
  EXPECT_TRUE(weighted_clusters(list) == one_by_one);
}

TEST(WeightedClusters, TellWhetherTheRowsOfAnAccountAgree) {
  WeightedClusters clusters;
  clusters.add(1, 2, weight_of(500));
  clusters.add(1, 0, weight_of(500));
  clusters.add(2, 0, weight_of(20));
  EXPECT_EQ(clusters.disagreeing(), 0U);
  clusters.add(2, 0, weight_of(21));
  EXPECT_EQ(clusters.disagreeing(), 1U);
  EXPECT_EQ(static_cast<int64_t>(clusters.entries[1].signed_weight()), -41000000);
}

}  // namespace
}  // namespace npscope
