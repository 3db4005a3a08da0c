// SPDX-License-Identifier: MIT
// Patterns hold what was put into them, and PatternCounts is the same however the responses are cut
// (laws_test.cc has the laws of merging).
#include "core/partial/pattern_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace npscope {
namespace {

using Entry = PatternCounts::Entry;

Entry random_entry(std::mt19937& random) {
  // Few accounts, values and drivers, so that equal ones meet.
  Entry entry{random() % 4, Pattern(), 1 + random() % 2};
  entry.pattern.set_answer(random() % 3 + 8);
  entry.pattern.set_value(0, random() % 2 == 0 ? Pattern::kMissing : random() % 3);
  entry.pattern.set_value(14, random() % 2);
  return entry;
}

std::vector<Entry> random_entries(std::mt19937& random, size_t most) {
  std::vector<Entry> entries(random() % (most + 1));
  for (Entry& entry : entries) entry = random_entry(random);
  return entries;
}

TEST(Pattern, HoldsFifteenValuesAndAnAnswer) {
  Pattern pattern;
  for (size_t driver = 0; driver < Pattern::kMostDrivers; ++driver) EXPECT_EQ(pattern.value(driver), Pattern::kMissing);
  for (size_t driver = 0; driver < Pattern::kMostDrivers; ++driver) pattern.set_value(driver, static_cast<unsigned>(driver));
  pattern.set_answer(13);
  pattern.set_value(3, 10);
  for (size_t driver = 0; driver < Pattern::kMostDrivers; ++driver) EXPECT_EQ(pattern.value(driver), driver == 3 ? 10 : driver);
  EXPECT_EQ(pattern.answer(), 13U);
  EXPECT_EQ(pattern.bits(), 0xDEDCBA987654A210U);
}

TEST(PatternCounts, AreOrderedAndHaveEachPatternOfAnAccountOnce) {
  std::mt19937 random(61);
  for (int i = 0; i < 200; ++i) {
    const std::vector<Entry> given = random_entries(random, 60);
    const PatternCounts counts = pattern_counts(given);
    for (size_t j = 1; j < counts.entries.size(); ++j) {
      const Entry& a = counts.entries[j - 1];
      const Entry& b = counts.entries[j];
      ASSERT_TRUE(a.account < b.account || (a.account == b.account && a.pattern.bits() < b.pattern.bits()));
    }
    for (const Entry& entry : counts.entries) {
      uint64_t expected = 0;
      for (const Entry& other : given) {
        if (other.account == entry.account && other.pattern == entry.pattern) expected += other.count;
      }
      ASSERT_EQ(entry.count, expected);
    }
  }
}

TEST(PatternCounts, DropWhatCountsNothing) {
  EXPECT_TRUE(pattern_counts({{1, Pattern(), 0}, {0, Pattern(), 0}}).entries.empty());
}

TEST(PatternCounts, AreTheSameHoweverTheResponsesAreCut) {
  std::mt19937 random(62);
  for (int i = 0; i < 200; ++i) {
    std::vector<Entry> given = random_entries(random, 80);
    const PatternCounts whole = pattern_counts(given);
    std::ranges::shuffle(given, random);
    const size_t shards = 1 + random() % 5;
    std::vector<std::vector<Entry>> cut(shards);
    for (const Entry& entry : given) cut[random() % shards].push_back(entry);
    PatternCounts together;
    for (const std::vector<Entry>& shard : cut) together.merge(pattern_counts(shard));
    ASSERT_TRUE(together == whole);
  }
}

}  // namespace
}  // namespace npscope
