// SPDX-License-Identifier: MIT
// What counts in the end: duplicates, cut-offs and policies on small tables whose figures are worked out by hand, and the rule that no
// order of the rows shows.
#include "core/shard/settlement.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/base/key_groups.h"
#include "core/format/json/document.h"
#include "tests/support/engine_runs.h"

namespace npscope {
namespace {

using testing_support::feed;
using testing_support::Options;
using testing_support::set_all;

/// One report, parsed; the text must outlive the nodes.
struct SettledRun {
  explicit SettledRun(const std::vector<std::string>& files, const Options& options = {}) {
    Engine engine;
    EXPECT_TRUE(set_all(engine, options));
    for (size_t i = 0; i < files.size(); ++i) feed(engine, "file" + std::to_string(i) + ".csv", files[i]);
    text = engine.report();
    document.emplace(*json::parse_document(text));
  }
  [[nodiscard]] json::Node root() const { return document->root(); }
  [[nodiscard]] double nps() const { return root().find("nps").find("nps").number().value_or(-1000); }
  [[nodiscard]] double responses() const { return root().find("nps").find("responses").number().value_or(0); }
  [[nodiscard]] double reason(std::string_view code) const {
    return root().find("ledger").find("reasons").find(code).number().value_or(0);
  }
  [[nodiscard]] std::string failure() const { return std::string(root().find("failure").find("code").text().value_or("")); }
  [[nodiscard]] double variant(std::string_view answers, std::string_view unit) const {
    for (const json::Node one : root().find("sensitivity").items()) {
      if (one.find("answers").text() == answers && one.find("unit").text() == unit)
        return one.find("nps").find("nps").number().value_or(-1000);
    }
    return -1000;
  }
  std::string text;
  std::optional<json::Document> document;
};

const std::string kHeader = "Response ID,Email,Company,Date,How likely are you to recommend us?\n";
/// ann: 3, 9, 10 (in this order of days); bo: 9 and 5 on one day; cy: 8. Companies: Acme has ann and bo.
const std::vector<std::string> kRows = {
    "1,ann@example.test,Acme,2024-01-01,3\n",  "2,ann@example.test,Acme,2024-02-01,9\n",
    "3,ann@example.test,Acme,2024-03-01,10\n", "4,bo@example.test,Acme,2024-02-02,9\n",
    "5,bo@example.test,Acme,2024-02-02,5\n",   "6,cy@example.test,Brio,2024-01-09,8\n",
};
const Options kMap = {{"map.account", "Company"}, {"map.respondent", "Email"}, {"map.response-id", "Response ID"}};

std::string table(const std::vector<std::string>& rows) {
  std::string text = kHeader;
  for (const std::string& row : rows) text += row;
  return text;
}

Options with(Options options, const Options& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

TEST(Settlement, EveryPolicyGivesTheFigureWorkedOutByHand) {
  const SettledRun run({table(kRows)}, kMap);
  // Promoters 9, 10, 9; detractors 3, 5; passive 8.
  EXPECT_DOUBLE_EQ(run.nps(), 100.0 / 6);
  // Latest: ann 10, bo 5 (one day: the lower score), cy 8. First: ann 3, bo 5, cy 8.
  EXPECT_DOUBLE_EQ(run.variant("latest", "respondent"), 0);
  EXPECT_DOUBLE_EQ(run.variant("first", "respondent"), -200.0 / 3);
  // Mean: ann (-1+1+1)/3, bo 0, cy 0.
  EXPECT_DOUBLE_EQ(run.variant("mean", "respondent"), 100.0 / 9);
  // Acme: latest 10, first 3, mean (3-2)/5; Brio: 8.
  EXPECT_DOUBLE_EQ(run.variant("latest", "account"), 50);
  EXPECT_DOUBLE_EQ(run.variant("first", "account"), -50);
  EXPECT_DOUBLE_EQ(run.variant("mean", "account"), 10);
  EXPECT_EQ(run.root().find("repeats").find("respondents").number(), 2);
  EXPECT_EQ(run.root().find("repeats").find("responses").number(), 5);
}

TEST(Settlement, TheChosenPolicyIsTheFigureAndTheLedgerSaysWhatItLeavesOut) {
  const SettledRun run({table(kRows)}, with(kMap, {{"policy.answers", "latest"}}));
  EXPECT_DOUBLE_EQ(run.nps(), 0);
  EXPECT_EQ(run.responses(), 3);
  EXPECT_EQ(run.reason("excluded-repeat"), 3);
  const SettledRun mean({table(kRows)}, with(kMap, {{"policy.answers", "mean"}, {"policy.unit", "account"}}));
  EXPECT_DOUBLE_EQ(mean.nps(), 10);
  EXPECT_EQ(mean.root().find("nps").find("units").number(), 2);
  EXPECT_EQ(mean.reason("excluded-repeat"), 0);
}

TEST(Settlement, CutOffsComeBeforeTheChoiceAmongRepeats) {
  const SettledRun run({table(kRows)}, with(kMap, {{"policy.answers", "latest"}, {"policy.to", "2024-02-01"}}));
  // Left: ann 3 and 9, cy 8. The latest of ann is 9.
  EXPECT_EQ(run.reason("excluded-date"), 3);
  EXPECT_EQ(run.reason("excluded-repeat"), 1);
  EXPECT_DOUBLE_EQ(run.nps(), 50);
}

TEST(Settlement, AResponseIdCountsOnceWithItsLatestAnswer) {
  std::vector<std::string> rows = kRows;
  rows.push_back("1,ann@example.test,Acme,2024-01-02,9\n");
  rows.push_back("6,cy@example.test,Brio,2024-01-09,8\n");
  const SettledRun run({table(rows)}, kMap);
  EXPECT_EQ(run.reason("duplicate-response"), 1);
  EXPECT_EQ(run.reason("duplicate-row"), 1);
  // The 3 of the first of January gives way to the 9 of the second.
  EXPECT_DOUBLE_EQ(run.nps(), 50);
  EXPECT_NE(run.text.find("\"conflicting-response\""), std::string::npos);
  const SettledRun off({table(rows)}, with(kMap, {{"duplicates.responses", "off"}, {"duplicates.rows", "off"}}));
  EXPECT_EQ(off.responses(), 8);
}

TEST(Settlement, InAFileWithIdsRowsWithoutOneAreComparedWithEachOther) {
  const std::string rows = kHeader +
                           "1,ann@example.test,Acme,2024-01-01,9\n"
                           "1,ann@example.test,Acme,2024-01-01,9\n"
                           "1,ann@example.test,Brio,2024-01-01,9\n"
                           ",bo@example.test,Acme,2024-01-02,3\n"
                           ",bo@example.test,Acme,2024-01-02,3\n"
                           ",bo@example.test,Brio,2024-01-02,3\n"
                           ",,Acme,2024-01-02 10:00:00,8\n"
                           ",,Acme,2024-01-02 10:00:00,8\n";
  const SettledRun run({rows}, kMap);
  // Of response 1 one row is a copy and one says something else; of bo one row is a copy; nobody knows who the last two are.
  EXPECT_EQ(run.reason("duplicate-row"), 2);
  EXPECT_EQ(run.reason("duplicate-response"), 1);
  EXPECT_EQ(run.responses(), 5);
  EXPECT_NE(run.text.find("\"identical-rows\""), std::string::npos);
  const SettledRun rows_only({rows}, with(kMap, {{"duplicates.responses", "off"}}));
  EXPECT_EQ(rows_only.reason("duplicate-row"), 2);
  EXPECT_EQ(rows_only.responses(), 6);
  const SettledRun ids_only({rows}, with(kMap, {{"duplicates.rows", "off"}}));
  EXPECT_EQ(ids_only.reason("duplicate-response"), 2);
  EXPECT_EQ(ids_only.responses(), 6);
}

TEST(Settlement, ManyRespondentsAndFewAccountsAreCountedAlike) {
  constexpr int kPeople = 20'000;
  std::string text = kHeader;
  for (const std::string answer : {"2024-01-01,3\n", "2024-02-01,9\n"}) {
    for (int i = 0; i < kPeople; ++i) {
      const std::string person = std::to_string(i);
      text.append(answer[6] == '1' ? "a" : "b").append(person).append(",p").append(person).append("@example.test,A");
      text.append(std::to_string(i % 10)).append(",").append(answer);
    }
  }
  const SettledRun run({text}, kMap);
  EXPECT_EQ(run.responses(), 2 * kPeople);
  EXPECT_EQ(run.root().find("repeats").find("respondents").number(), kPeople);
  EXPECT_EQ(run.root().find("repeats").find("responses").number(), 2 * kPeople);
  for (const std::string unit : {"respondent", "account"}) {
    EXPECT_DOUBLE_EQ(run.variant("latest", unit), 100) << unit;
    EXPECT_DOUBLE_EQ(run.variant("first", unit), -100) << unit;
    EXPECT_DOUBLE_EQ(run.variant("mean", unit), 0) << unit;
  }
  const SettledRun latest({text}, with(kMap, {{"policy.answers", "latest"}}));
  EXPECT_EQ(latest.reason("excluded-repeat"), kPeople);
  EXPECT_DOUBLE_EQ(latest.nps(), 100);
}

TEST(Settlement, NoOrderOfTheRowsShows) {
  std::vector<std::string> rows = kRows;
  rows.push_back("1,ann@example.test,Acme,2024-01-02,9\n");
  rows.push_back("7,,Brio,,0\n");
  rows.push_back("8,dee@example.test,Brio,,10\n");
  rows.push_back("9,dee@example.test,Brio,,7\n");
  std::mt19937 random(7);
  for (const std::string answers : {"all", "latest", "first", "mean"}) {
    const Options options = with(kMap, {{"policy.answers", answers}, {"groupBy", "month"}, {"groupBy", "column:Company"}});
    const auto figures = [&](const std::vector<std::string>& order) {
      const SettledRun run({table(order)}, options);
      return run.text.substr(run.text.find("\"ledger\":", run.text.find("\"failure\"")));
    };
    // Places of examples follow the rows; everything behind the last of them must not.
    const auto without_places = [](std::string text) {
      for (size_t at = text.find("\"examples\":["); at != std::string::npos; at = text.find("\"examples\":[", at + 1)) {
        text.erase(at + 12, text.find(']', at) - at - 12);
      }
      return text;
    };
    const std::string expected = without_places(figures(rows));
    for (int i = 0; i < 20; ++i) {
      std::ranges::shuffle(rows, random);
      EXPECT_EQ(without_places(figures(rows)), expected) << answers;
    }
  }
}

TEST(Settlement, AFileGivenTwiceCountsOnceUntilSomebodySaysOtherwise) {
  const SettledRun once({table(kRows), table(kRows)}, kMap);
  EXPECT_EQ(once.responses(), 6);
  EXPECT_EQ(once.reason("duplicate-file"), 6);
  EXPECT_NE(once.text.find("\"code\":\"same-file\""), std::string::npos);
  const SettledRun twice(
      {table(kRows), table(kRows)},
      with(kMap, {{"duplicates.files", "off"}, {"duplicates.responses", "off"}, {"duplicates.rows", "off"}}));
  EXPECT_EQ(twice.responses(), 12);
}

TEST(Settlement, TheSameShortIdInTwoFilesIsTwoResponsesUnlessTheRestAgrees) {
  const std::string one = kHeader + "1,ann@example.test,Acme,2024-01-01,3\n2,bo@example.test,Acme,2024-01-02,9\n";
  const std::string other = kHeader + "1,eve@example.test,Brio,2024-05-01,10\n2,bo@example.test,Acme,2024-01-02,9\n";
  const SettledRun run({one, other}, kMap);
  EXPECT_EQ(run.responses(), 3);
  EXPECT_EQ(run.reason("duplicate-row") + run.reason("duplicate-response"), 1);
}

TEST(Settlement, WhatLeavesNothingHasAName) {
  EXPECT_EQ(SettledRun({table(kRows)}, with(kMap, {{"policy.from", "2031-01-01"}})).failure(), "policy-empty");
  EXPECT_EQ(SettledRun({"nps,text\n9,a\n3,b\n"}, {{"policy.answers", "latest"}}).failure(), "policy-needs-column");
  EXPECT_EQ(SettledRun({"nps,text\n9,a\n3,b\n"}, {{"policy.from", "2024-01-01"}}).failure(), "policy-needs-column");
  EXPECT_EQ(SettledRun({"nps,text\n99,a\n12,b\nx,c\n"}, {{"map.score", "nps"}}).failure(), "no-scores");
}

TEST(KeyGroups, FindsExactlyTheKeysThatComeTwice) {
  std::mt19937_64 random(3);
  for (const size_t count : {size_t{0}, size_t{1}, size_t{10}, size_t{5000}, size_t{40000}}) {
    std::vector<uint64_t> keys(count);
    for (uint64_t& key : keys) key = random() % 4 == 0 ? random() % 50 : random();
    std::map<uint64_t, std::vector<uint32_t>> expected;
    for (uint32_t i = 0; i < count; ++i) {
      if (keys[i] != 0) expected[keys[i]].push_back(i);
    }
    std::erase_if(expected, [](const auto& entry) { return entry.second.size() < 2; });
    std::map<uint64_t, std::vector<uint32_t>> found;
    for_each_repeated_key(
        count, [&keys](size_t from, std::span<uint64_t> out) { std::copy_n(keys.begin() + from, out.size(), out.begin()); },
        [&](std::span<const uint32_t> group) { found[keys[group[0]]].assign(group.begin(), group.end()); });
    EXPECT_EQ(found, expected) << count;
  }
}

TEST(KeyGroups, DealsMoreKeysThanItHoldsAtOnceInSeveralRounds) {
  constexpr size_t kKeys = 700'000;
  const auto key = [](size_t i) { return (i / 2 + 1) * 0xD1B54A32D192ED03U; };
  size_t groups = 0;
  for_each_repeated_key(
      2 * kKeys,
      [&key](size_t from, std::span<uint64_t> out) {
        for (size_t i = 0; i < out.size(); ++i) out[i] = key(from + i);
      },
      [&](std::span<const uint32_t> group) {
        ++groups;
        ASSERT_EQ(group.size(), 2);
        EXPECT_EQ(group[1], group[0] + 1);
        EXPECT_EQ(group[0] % 2, 0);
      });
  EXPECT_EQ(groups, kKeys);
}

}  // namespace
}  // namespace npscope
