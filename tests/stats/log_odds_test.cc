// SPDX-License-Identifier: MIT
// Log-odds of terms against the vector that two programs agreed on (tests/data/vectors.json, fightin-words-8), and the rules around it.
#include "core/stats/log_odds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/format/json/document.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using json::Node;

TermCounts counts_of(const Node& words) {
  TermCounts counts;
  for (const Node item : words.items()) {
    const auto times = static_cast<uint64_t>(*item.number());
    counts.entries.push_back({times, times});
  }
  return counts;
}

TEST(LogOdds, EqualTheVectorOfTwoPrograms) {
  const std::string file = testing_support::read_file(NPSCOPE_TEST_FILES "/vectors.json");
  const auto document = json::parse_document(file);
  ASSERT_TRUE(document);
  const std::pair<std::string, LogOddsOptions> priors[] = {
      {"prior_0.01", {.prior_of_each = 0.01}}, {"prior_corpus_a0_100", {.prior = 100}}, {"prior_corpus_a0_10", {.prior = 10}}};
  size_t compared = 0;
  for (const Node vector : document->root().find("vectors").items()) {
    if (vector.find("id").text() != "fightin-words-8") continue;
    const TermCounts promoters = counts_of(vector.find("input").find("promoters"));
    const TermCounts detractors = counts_of(vector.find("input").find("detractors"));
    for (auto [name, options] : priors) {
      for (const TermBasis basis : {TermBasis::kTokens, TermBasis::kComments}) {
        options.basis = basis;
        const std::vector<TermContrast> found = log_odds(promoters, detractors, options);
        ASSERT_EQ(found.size(), 8U);
        const Node expected = vector.find("expected").find(name);
        for (size_t term = 0; term < 8; ++term, ++compared) {
          EXPECT_NEAR(found[term].delta, *expected.find("delta").item(term).number(), 1e-9) << name;
          EXPECT_NEAR(found[term].z, *expected.find("z").item(term).number(), 1e-9) << name;
        }
      }
    }
  }
  EXPECT_EQ(compared, 48U);
}

TermCounts counts(std::vector<TermCounts::Entry> entries) {
  return {.entries = std::move(entries), .rest = {}, .comments = 100};
}

TEST(LogOdds, SwappingTheGroupsSwapsTheSign) {
  std::mt19937 random(91);
  for (int i = 0; i < 200; ++i) {
    TermCounts a;
    TermCounts b;
    for (size_t term = 0; term < 12; ++term) {
      a.entries.push_back({random() % 50, random() % 20});
      b.entries.push_back({random() % 50, random() % 20});
    }
    const std::vector<TermContrast> forth = log_odds(a, b);
    const std::vector<TermContrast> back = log_odds(b, a);
    ASSERT_EQ(forth.size(), back.size());
    for (size_t j = 0; j < forth.size(); ++j) {
      ASSERT_EQ(forth[j].z, -back[j].z);
      ASSERT_EQ(forth[j].first, back[j].second);
      ASSERT_TRUE(std::isfinite(forth[j].z));
    }
  }
}

TEST(LogOdds, ATermInTooFewCommentsIsNotReportedButCounts) {
  const TermCounts a = counts({{9, 9}, {4, 4}, {30, 20}});
  const TermCounts b = counts({{3, 3}, {0, 0}, {30, 20}});
  const std::vector<TermContrast> all = log_odds(a, b, {.min_comments = 1});
  const std::vector<TermContrast> some = log_odds(a, b, {.min_comments = 5});
  ASSERT_EQ(all.size(), 3U);
  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(some[0].term, 0U);
  EXPECT_EQ(some[1].term, 2U);
  EXPECT_EQ(some[0].z, all[0].z);
  EXPECT_EQ(some[1].z, all[2].z);
}

TEST(LogOdds, AGroupWithoutTermsGivesNothing) {
  const TermCounts a = counts({{9, 9}, {4, 4}});
  EXPECT_TRUE(log_odds(a, {}).empty());
  EXPECT_TRUE(log_odds({}, a).empty());
  EXPECT_TRUE(log_odds({}, {}).empty());
  EXPECT_TRUE(log_odds(counts({{0, 0}}), a).empty());
}

TEST(LogOdds, ATermThatIsAllThereIsHasNoContrast) {
  EXPECT_TRUE(log_odds(counts({{9, 9}}), counts({{7, 7}})).empty());
  EXPECT_TRUE(log_odds(counts({{9, 9}}), counts({{7, 7}}), {.prior_of_each = 0.01}).empty());
}

TEST(LogOdds, TermsWithoutANumberCountForTheRest) {
  TermCounts a = counts({{9, 9}, {4, 4}, {3, 3}});
  TermCounts b = counts({{3, 3}, {1, 1}, {5, 5}});
  const std::vector<TermContrast> numbered = log_odds(a, b);
  a.entries.pop_back();
  b.entries.pop_back();
  a.rest = {3, 3};
  b.rest = {5, 5};
  const std::vector<TermContrast> rest = log_odds(a, b);
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].z, numbered[0].z);
  EXPECT_EQ(rest[1].z, numbered[1].z);
}

TEST(LogOdds, RenumberingTermsChangesNoBit) {
  std::mt19937 random(92);
  TermCounts a;
  TermCounts b;
  std::vector<uint32_t> numbers(500);
  for (uint32_t term = 0; term < 500; ++term) {
    a.entries.push_back({random() % 50, random() % 20});
    b.entries.push_back({random() % 50, random() % 20});
    numbers[term] = term;
  }
  std::ranges::shuffle(numbers, random);
  std::vector<uint32_t> back(500);
  for (uint32_t term = 0; term < 500; ++term) back[numbers[term]] = term;
  std::vector<TermContrast> one = log_odds(a, b);
  std::vector<TermContrast> other = log_odds(a.renumbered(numbers), b.renumbered(numbers));
  rank_terms(one, [](uint32_t x, uint32_t y) { return x < y; });
  rank_terms(other, [&](uint32_t x, uint32_t y) { return back[x] < back[y]; });
  ASSERT_EQ(one.size(), other.size());
  for (size_t i = 0; i < one.size(); ++i) {
    ASSERT_EQ(one[i].term, back[other[i].term]);
    ASSERT_EQ(one[i].z, other[i].z);
    if (i > 0) ASSERT_GE(one[i - 1].z, one[i].z);
  }
}

}  // namespace
}  // namespace npscope
