// SPDX-License-Identifier: MIT
// Patterns of ratings and counts of attributes out of hand-made parts: what is a rating, what is missing, and that no cut shows.
#include "core/query/gather_patterns.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/query/gather_joint.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestParts;
using Texts = PartBuilder::Texts;

const std::vector<ColumnRef> kSupport = {{"Support", Role::kNone}};

std::vector<Selection> all_of(const TestParts& parts) {
  std::vector<Selection> selected;
  for (const Part& part : parts.span()) selected.push_back(part.counted);
  return selected;
}

GatheredPatterns gather(const TestParts& parts, const std::vector<ColumnRef>& drivers, bool by_account = false) {
  const std::vector<Selection> selected = all_of(parts);
  return gather_patterns(parts.span(), selected, drivers, by_account);
}

/// "9:3 9:- 4:14 ×2": answer, ratings of all drivers, count.
std::string words(const PatternCounts& patterns, size_t drivers) {
  std::string text;
  for (const PatternCounts::Entry& entry : patterns.entries) {
    if (!text.empty()) text += ' ';
    text += std::to_string(entry.pattern.answer()) + ':';
    for (size_t i = 0; i < drivers; ++i) {
      const unsigned value = entry.pattern.value(i);
      if (i > 0) text += ',';
      text += value == Pattern::kMissing ? "-" : std::to_string(value);
    }
    if (entry.count != 1) text += "×" + std::to_string(entry.count);
  }
  return text;
}

TEST(GatherPatterns, EachResponseIsItsRatingsBesideItsAnswer) {
  const TestParts parts = PartBuilder()
                              .scores({3, 9, 9, 9})
                              .column("Support", {"1", "5", "5", "4"}, Role::kDriver)
                              .column("Price", {"10", "0", "0", ""}, Role::kDriver)
                              .build();
  const GatheredPatterns found = gather(parts, {{"Support", Role::kNone}, {"Price", Role::kNone}});
  EXPECT_EQ(words(found.patterns, 2), "3:1,10 9:5,0×2 9:4,-");
  EXPECT_EQ(found.drivers[0].least, 1U);
  EXPECT_EQ(found.drivers[0].greatest, 5U);
  EXPECT_EQ(found.drivers[1].greatest, 10U);
  EXPECT_EQ(found.drivers[1].not_a_rating, 0U);
}

TEST(GatherPatterns, ARatingIsAWholeNumberUpTo14HoweverItIsWritten) {
  const auto rating = [](const std::string& text, char decimal = '.') {
    const TestParts parts = PartBuilder().scores({0}).column("Support", {text}, Role::kDriver, decimal).build();
    const GatheredPatterns found = gather(parts, kSupport);
    EXPECT_EQ(found.drivers[0].least.has_value(), found.patterns.entries[0].pattern.value(0) <= Pattern::kMostValue);
    return words(found.patterns, 1).substr(2) + (found.drivers[0].not_a_rating > 0 ? " no rating" : "");
  };
  EXPECT_EQ(rating("4"), "4");
  EXPECT_EQ(rating("4.0"), "4");
  EXPECT_EQ(rating("4,0", ','), "4");
  EXPECT_EQ(rating("0"), "0");
  EXPECT_EQ(rating("14"), "14");
  EXPECT_EQ(rating("5 - very satisfied"), "5");
  EXPECT_EQ(rating(""), "-");
  EXPECT_EQ(rating("n/a"), "-");
  EXPECT_EQ(rating("15"), "- no rating");
  EXPECT_EQ(rating("-1"), "- no rating");
  EXPECT_EQ(rating("4.5"), "- no rating");
  EXPECT_EQ(rating("99"), "- no rating");
  EXPECT_EQ(rating("good"), "- no rating");
}

TEST(GatherPatterns, CodesDeclaredToMeanNoAnswerAreMissingAndNoFault) {
  Mapping mapping;
  mapping.columns.emplace_back().name = "Support";
  mapping.missing.declared = {"99"};
  FileColumns columns;
  columns.codes[0] = {{0, 1}, {"99", "7"}};
  Part part;
  part.answers = {5, 5};
  part.counted = {1, 1};
  TestParts parts;
  parts.add(std::move(part), std::move(mapping), std::move(columns));
  const GatheredPatterns found = gather(parts, kSupport);
  EXPECT_EQ(words(found.patterns, 1), "5:7 5:-");
  EXPECT_EQ(found.drivers[0].not_a_rating, 0U);
}

TEST(GatherPatterns, OnlySelectedResponsesCountButTheScaleIsThatOfTheWholeColumn) {
  const TestParts parts = PartBuilder()
                              .scores({1, 2, 3, 4})
                              .column("Support", {"2", "7", "x", "y"}, Role::kDriver)
                              .times({1, 1, 5, 1})
                              .not_counted(1)
                              .not_counted(3)
                              .build();
  const GatheredPatterns found = gather(parts, kSupport);
  EXPECT_EQ(words(found.patterns, 1), "1:2 3:-×5");
  EXPECT_EQ(found.drivers[0].not_a_rating, 5U);
  EXPECT_EQ(found.drivers[0].greatest, 7U);
}

TEST(GatherPatterns, WhereOnlyGroupsAreKnownTheAnswerIsAGroup) {
  const TestParts parts = PartBuilder().groups({0, 2}).column("Support", {"3", "4"}, Role::kDriver).build();
  EXPECT_EQ(words(gather(parts, kSupport).patterns, 1), "11:3 13:4");
}

TEST(GatherPatterns, AccountsAreApartOnlyWhenAskedFor) {
  const TestParts parts =
      PartBuilder().scores({8, 8, 8}).accounts({"A", "", "A"}).column("Support", {"3", "3", "3"}, Role::kDriver).build();
  EXPECT_EQ(words(gather(parts, kSupport, false).patterns, 1), "8:3×3");
  const PatternCounts by_account = gather(parts, kSupport, true).patterns;
  EXPECT_EQ(words(by_account, 1), "8:3 8:3×2");
  EXPECT_EQ(by_account.entries[0].account, 0U);
  EXPECT_NE(by_account.entries[1].account, 0U);
}

TEST(GatherPatterns, AFileWithoutTheColumnHasNoRatingsOfIt) {
  TestParts parts = PartBuilder().scores({1}).column("Support", {"2"}, Role::kDriver).build();
  parts.join(PartBuilder().scores({7}).column("Region", {"2"}).build());
  EXPECT_EQ(words(gather(parts, kSupport).patterns, 1), "1:2 7:-");
  EXPECT_EQ(words(gather(parts, {{"Nobody", Role::kNone}}).patterns, 1), "1:- 7:-");
}

TEST(GatherPatterns, MoreResponsesThanABlockKeepTheirOwnRatings) {
  std::mt19937 random(7);
  std::vector<int> scores;
  Texts support;
  Texts price;
  std::vector<PatternCounts::Entry> expected;
  for (int i = 0; i < 5000; ++i) {
    scores.push_back(static_cast<int>(random() % 11));
    support.push_back(std::to_string(random() % 12));
    price.push_back(random() % 5 == 0 ? "" : std::to_string(random() % 15));
    PatternCounts::Entry entry{0, Pattern(), 1};
    entry.pattern.set_answer(static_cast<unsigned>(scores.back()));
    entry.pattern.set_value(0, static_cast<unsigned>(std::stoul(support.back())));
    entry.pattern.set_value(1, price.back().empty() ? Pattern::kMissing : static_cast<unsigned>(std::stoul(price.back())));
    expected.push_back(entry);
  }
  const TestParts parts =
      PartBuilder().scores(scores).column("Support", support, Role::kDriver).column("Price", price, Role::kDriver).build();
  const std::vector<ColumnRef> both = {{"Support", Role::kNone}, {"Price", Role::kNone}};
  EXPECT_EQ(gather(parts, both).patterns, pattern_counts(expected));
  for (const size_t n : {2U, 5U}) {
    const GatheredPatterns pieces = gather(cut(parts, n), both);
    EXPECT_EQ(pieces.patterns, pattern_counts(expected));
    EXPECT_EQ(pieces.drivers[0].least, 0U);
    EXPECT_EQ(pieces.drivers[1].greatest, 14U);
  }
}

TEST(GatherJoint, CountsAnswersByValueAndPutsNoValueLast) {
  const TestParts parts = PartBuilder()
                              .scores({9, 3, 10, 7, 0})
                              .times({1, 2, 1, 1, 1})
                              .column("Region", {"EMEA", "APAC", "EMEA", "", "APAC"})
                              .not_counted(4)
                              .build();
  const auto found = gather_joint(parts.span(), all_of(parts), {"Region", Role::kNone}, 10);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->entries.size(), 3U);
  EXPECT_EQ(found->entries[0].value, "APAC");
  EXPECT_EQ(found->entries[0].scores.scores.counts[3], 2U);
  EXPECT_EQ(group_counts(found->entries[1].scores), (GroupCounts{0, 0, 2}));
  EXPECT_FALSE(found->entries[2].has_value);
  EXPECT_EQ(group_counts(found->entries[2].scores), (GroupCounts{0, 1, 0}));
}

TEST(GatherJoint, ValuesOfSelectedResponsesDecideWhetherThereAreTooMany) {
  std::vector<int> scores;
  Texts regions;
  for (int i = 0; i < 40; ++i) {
    scores.push_back(i % 11);
    regions.push_back(std::to_string(i % 4));
  }
  const TestParts parts = PartBuilder().scores(scores).column("Region", regions).build();
  const ColumnRef region = {"Region", Role::kNone};
  for (const size_t n : {1U, 2U, 5U}) {
    const TestParts pieces = cut(parts, n);
    EXPECT_TRUE(gather_joint(pieces.span(), all_of(pieces), region, 4));
    EXPECT_FALSE(gather_joint(pieces.span(), all_of(pieces), region, 3));
    std::vector<Selection> first = all_of(pieces);
    for (size_t p = 0; p < pieces.size(); ++p) {
      const CodeColumn& column = *codes_of(pieces[p], region);
      for (size_t i = 0; i < first[p].size(); ++i) first[p][i] = column.texts[column.codes[i]] == "0" ? 1 : 0;
    }
    EXPECT_EQ(gather_joint(pieces.span(), first, region, 1)->entries.size(), 1U);
  }
}

TEST(GatherJoint, NoCutShows) {
  const TestParts parts =
      PartBuilder().groups({0, 1, 2, 2, 1, 0, 2}).column("Region", {"b", "a", "", "b", "c", "a", "b"}).build();
  const ColumnRef region = {"Region", Role::kNone};
  const auto whole = gather_joint(parts.span(), all_of(parts), region, 10);
  for (const size_t n : {2U, 5U}) {
    const TestParts pieces = cut(parts, n);
    EXPECT_EQ(gather_joint(pieces.span(), all_of(pieces), region, 10), whole);
  }
}

}  // namespace
}  // namespace npscope
