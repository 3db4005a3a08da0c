// SPDX-License-Identifier: MIT
// RoleColumns: small tables whose header names the roles; what must come out is written out by hand.
#include "core/survey/role_columns.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/text_hash.h"
#include "tests/support/role_table.h"

namespace npscope {
namespace {

using testing_support::read_roles;
using testing_support::RoleReading;
using testing_support::RoleTable;
using testing_support::shown_places;
using testing_support::shown_tally;
using testing_support::shown_times;

using Texts = std::vector<std::string>;

uint64_t cells_of(const RoleReading& reading, CleaningRule rule) { return reading.cleaning.rules[rule_index(rule)].cells; }

std::string examples_of(const RoleReading& reading, CleaningRule rule) {
  return shown_places(reading.cleaning.rules[rule_index(rule)].examples);
}

TEST(RoleColumns, AKeyIsTheHashOfItsCleanedText) {
  const RoleTable table(
      "respondent,account,wave\nada@example.org,ACME GmbH,2024\n\" Ada@Example.ORG \",acme  "
      "gmbh,\nÄda@example.org,Äcme,2024\n,,2025\n");
  const RoleReading reading = read_roles(table);
  const uint64_t ada = text_hash("ada@example.org");
  EXPECT_EQ(reading.values.respondents, (std::vector<uint64_t>{ada, ada, text_hash("äda@example.org"), 0}));
  const uint64_t acme = text_hash("acme gmbh");
  EXPECT_EQ(reading.values.accounts, (std::vector<uint64_t>{acme, acme, text_hash("äcme"), 0}));
  EXPECT_EQ(reading.values.waves, (std::vector<uint64_t>{text_hash("2024"), 0, text_hash("2024"), text_hash("2025")}));
  EXPECT_TRUE(reading.values.response_ids.empty());
  EXPECT_TRUE(reading.values.when.empty());
  EXPECT_EQ(shown_tally(table, reading, "respondent"), "3/3/2");
  EXPECT_EQ(shown_tally(table, reading, "wave"), "3/3/2");
}

TEST(RoleColumns, WordsForNoAnswerAreNoKeys) {
  const RoleTable table(
      "respondent,account\nN/A,keine Angabe\n-,null\n\"n/a \",无\nn/ab,空白\nｎ／ａ,Weiß nicht\n#N/A,#REF!\n");
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(reading.values.respondents, (std::vector<uint64_t>{0, 0, 0, text_hash("n/ab"), 0, 0}));
  EXPECT_EQ(reading.values.accounts, (std::vector<uint64_t>{0, 0, 0, text_hash("空白"), 0, 0}));
  // A formula that went wrong is something, but nothing that tells accounts apart.
  EXPECT_EQ(shown_tally(table, reading, "account"), "2/1/1");
  EXPECT_EQ(cells_of(reading, CleaningRule::kMissingWords), 9U);
}

TEST(RoleColumns, DeclaredCodesConcernAnswersAndNoKeys) {
  RoleTable table("respondent,driver,comment\n999,999,999\n998,5,Fine.\n");
  table.mapping.missing.declared = {"999"};
  const RoleReading reading = read_roles(table);
  EXPECT_NE(reading.values.respondents[0], 0U);
  EXPECT_EQ(shown_tally(table, reading, "driver"), "1/1/1");
  EXPECT_EQ(shown_tally(table, reading, "comment"), "1/1/1");
}

TEST(RoleColumns, TheLowestBitOfAResponseIdSaysThatItIsUniqueEverywhere) {
  const RoleTable table(
      "response-id\nR_3xyzABCDEFGHIJ\n123456789012345\nR-00000001\nabcdefghijkl\nabcdefghijk\näöüäöüäöüäöü\näöüäöüäöüäö\n");
  const RoleReading reading = read_roles(table);
  std::vector<uint64_t> bits;
  bits.reserve(reading.values.response_ids.size());
  for (const uint64_t key : reading.values.response_ids) bits.push_back(key & 1);
  EXPECT_EQ(bits, (std::vector<uint64_t>{1, 0, 0, 1, 0, 1, 0}));
  EXPECT_EQ(reading.values.response_ids[2], text_hash("R-00000001") & ~uint64_t{1});
  EXPECT_EQ(reading.values.response_ids[0], text_hash("R_3xyzABCDEFGHIJ") | 1);
}

TEST(RoleColumns, ARuleThatIsSwitchedOffChangesNothing) {
  RoleTable table("respondent,date\nAda@Example.org,31.05.2024\nN/A,2024-05-31\n");
  table.rules.cleaning.reset();
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(reading.values.respondents, (std::vector<uint64_t>{text_hash("Ada@Example.org"), text_hash("N/A")}));
  EXPECT_EQ(shown_times(reading.values.when), (Texts{"-", "2024-05-31 00:00:00"}));
  EXPECT_EQ(reading.remarks, (Texts{"2 date date-invalid"}));
  EXPECT_EQ(reading.cleaning, CleaningCounts());
}

TEST(RoleColumns, AnAddressWithoutItsShapeIsRemarkedAndStaysAKey) {
  RoleTable table(
      "respondent\nada@example.org\nada@example\nada.example.org\n@example.org\na@b.c\na "
      "b@c.de\na@b@c.de\na@.de\na@bc.\na,b@c.de\nädа@exаmple\n");
  table.text.replace(table.text.find("a,b"), 3, "\"a,b");
  table.text.replace(table.text.find("c.de\nä"), 4, "c.de\"");
  table.mapping.columns[0].evidence = {"emails:9/10"};
  const RoleReading reading = read_roles(table);
  Texts expected;
  for (const int record : {10, 11, 12, 3, 4, 5, 7, 8, 9})
    expected.push_back(std::to_string(record) + " respondent email-invalid");
  EXPECT_EQ(reading.remarks, expected);
  EXPECT_EQ(shown_tally(table, reading, "respondent"), "11/2/11");
  EXPECT_EQ(std::ranges::count(reading.values.respondents, 0U), 0);
}

TEST(RoleColumns, OnlyColumnsOfAddressesAreHeldToTheShapeOfOne) {
  RoleTable numbers("respondent\n1001\n1002\n");
  numbers.mapping.columns[0].name = "Customer ID";
  EXPECT_EQ(read_roles(numbers).remarks, (Texts{}));
  numbers.mapping.columns[0].name = "E-Mail";
  EXPECT_EQ(read_roles(numbers).remarks, (Texts{"2 E-Mail email-invalid", "3 E-Mail email-invalid"}));
}

TEST(RoleColumns, DatesAreSecondsAsWritten) {
  const RoleTable table(
      "date\n2024-05-31\n2024-05-31T10:15:30Z\n31.05.2024 7:05\n5.6.2024\n1700000000\nyesterday\n\nn/a\n2024-05-31 25:00\n");
  RoleTable with_blank = table;
  with_blank.text.replace(with_blank.text.find("\n\n") + 1, 1, "\"\"\n");
  const RoleReading reading = read_roles(with_blank);
  EXPECT_EQ(shown_times(reading.values.when), (Texts{"2024-05-31 00:00:00", "2024-05-31 10:15:30", "2024-05-31 07:05:00",
                                                     "2024-06-05 00:00:00", "2023-11-14 22:13:20", "-", "-", "-", "-"}));
  EXPECT_EQ(reading.remarks, (Texts{"10 date date-invalid", "7 date date-invalid"}));
  EXPECT_EQ(shown_tally(with_blank, reading, "date"), "7/5/7");
  EXPECT_EQ(cells_of(reading, CleaningRule::kDates), 3U);
  EXPECT_EQ(examples_of(reading, CleaningRule::kDates), "4:4:0 5:5:0 6:6:0");
  EXPECT_TRUE(reading.values.when_other.empty());
}

TEST(RoleColumns, ImplausibleDatesAreRemarkedAndKept) {
  RoleTable table("date\n2024-05-31 23:59:59\n2024-06-01\n2003-01-01\n2002-12-31 23:59:59\n1.6.2024\n1980-01-01 00:00:00\n");
  table.rules.as_of = 19874;  // 2024-05-31
  table.mapping.date_sentinels = {"1980-01-01"};
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(reading.remarks,
            (Texts{"3 date date-in-future", "5 date date-too-early", "6 date date-in-future", "7 date date-sentinel"}));
  EXPECT_EQ(shown_times(reading.values.when), (Texts{"2024-05-31 23:59:59", "2024-06-01 00:00:00", "2003-01-01 00:00:00",
                                                     "2002-12-31 23:59:59", "2024-06-01 00:00:00", "-"}));
  EXPECT_EQ(shown_tally(table, reading, "date"), "6/5/6");
  table.rules.as_of = std::nullopt;
  EXPECT_EQ(read_roles(table).remarks, (Texts{"5 date date-too-early", "7 date date-sentinel"}));
}

TEST(RoleColumns, AnEndBeforeTheStartIsRemarkedAtTheDate) {
  const RoleTable table(
      "start-date,date\n2024-05-31 10:00,2024-05-31 10:05\n2024-05-31 10:05,2024-05-31 10:00\n2024-05-31 10:00,2024-05-31\n"
      "2024-06-01,2024-05-31 23:59:59\nn/a,2024-05-31\n2024-05-31 10:00,2024-05-31 10:00\n");
  EXPECT_EQ(read_roles(table).remarks, (Texts{"3 date dates-reversed", "5 date dates-reversed"}));
}

TEST(RoleColumns, AllRowsSayInWhichOrderDayAndMonthStand) {
  const RoleTable table(
      "date,comment\n3/4/2024,a\n13/4/2024,\"two\nlines\"\n4/13/2024,b\n4/4/2024,c\n3.4.2024,d\n2024-04-13,e\n25/12/2024,f\n"
      "26/12/2024 10:00,g\n13/13/2024,h\n12/30/2023,i\n");
  const RoleReading reading = read_roles(table);
  const ColumnTally& tally = reading.tallies[0];
  EXPECT_EQ(tally.either, 1U);
  EXPECT_EQ(tally.day_first, 4U);
  EXPECT_EQ(tally.month_first, 2U);
  EXPECT_EQ(shown_places(tally.day_first_proof), "3:3:0 6:7:0 8:9:0");
  EXPECT_EQ(shown_places(tally.month_first_proof), "4:5:0 11:12:0");
  // The order of the plan stays: what contradicts it is no date.
  EXPECT_EQ(reading.remarks, (Texts{"10 date date-invalid", "11 date date-invalid", "4 date date-invalid"}));
}

TEST(RoleColumns, AnUnclearOrderIsReadBothWays) {
  RoleTable table("start-date,date\n,3/4/2024\n,13/4/2024\n,4/13/2024\n,13/13/2024\n,2024-05-31 10:00:00\n4/3/2024,5/2/2024\n");
  table.mapping.date_order_unclear = true;
  table.rules.as_of = 19816;  // 2024-04-03: the day of 3/4/2024 with the day first
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(shown_times(reading.values.when),
            (Texts{"2024-04-03 00:00:00", "2024-04-13 00:00:00", "-", "-", "2024-05-31 10:00:00", "2024-02-05 00:00:00"}));
  EXPECT_EQ(shown_times(reading.values.when_other),
            (Texts{"2024-03-04 00:00:00", "-", "2024-04-13 00:00:00", "-", "2024-05-31 10:00:00", "2024-05-02 00:00:00"}));
  // Doubts hold under both orders: 5/2/2024 is in the future under one of them only, and before its start under the other only.
  EXPECT_EQ(reading.remarks,
            (Texts{"3 date date-in-future", "4 date date-in-future", "5 date date-invalid", "6 date date-in-future"}));
  EXPECT_EQ(shown_tally(table, reading, "date"), "6/5/6");
}

TEST(RoleColumns, NumbersAreReadAsPeopleWriteThem) {
  RoleTable table(
      "weight,revenue,driver\n0,12.50,4\n1.25,\"$1,234.50\",Agree - 4\n-1,(12),n/a\n-0.0,1e3,very\nabc,\"1,23\",10.5\n,€ "
      "7,\"１０\"\n");
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(reading.remarks, (Texts{"4 weight number-invalid", "5 driver number-invalid", "6 revenue number-invalid",
                                    "6 weight number-invalid"}));
  EXPECT_EQ(shown_tally(table, reading, "weight"), "5/3/5");
  EXPECT_EQ(shown_tally(table, reading, "revenue"), "6/5/6");
  EXPECT_EQ(shown_tally(table, reading, "driver"), "5/4/5");
  EXPECT_EQ(cells_of(reading, CleaningRule::kNumbers), 5U);
  EXPECT_EQ(cells_of(reading, CleaningRule::kLabels), 1U);
  // A plain number stays one under any decimal mark.
  table.mapping.decimal = ',';
  EXPECT_EQ(read_roles(table).remarks, (Texts{"3 revenue number-invalid", "4 weight number-invalid", "5 driver number-invalid",
                                              "6 weight number-invalid"}));
}

TEST(RoleColumns, TheShareThatIsFilledCountsEveryColumnWithARole) {
  const RoleTable table("score,comment,segment,ignore,-\n9,Fine.,A,x,y\n9,,B,,\n9\nn/a,n/a,,x,\n,,,,\n8,-,\" \",z\n");
  const RoleReading reading = read_roles(table);
  std::vector<int> filled(reading.values.filled.begin(), reading.values.filled.end());
  EXPECT_EQ(filled, (std::vector<int>{100, 66, 33, 0, 0, 33}));
  EXPECT_EQ(reading.tallies.size(), 2U);
  EXPECT_TRUE(read_roles(table, {}, false).values.filled.empty());
}

TEST(RoleColumns, CommentsKeepTheirLinesAndGroupsTheirCase) {
  const RoleTable table(
      "comment,segment\n\"One\ntwo &amp; three\",B2B\nOne,b2b\n\"He said \"\"no\"\".\",B2B\n  One  ,B2B \n"
      "\"Grüße, 推荐\nund mehr davon, viel mehr\",<b>B2B</b>\n");
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(shown_tally(table, reading, "comment"), "5/5/4");
  EXPECT_EQ(shown_tally(table, reading, "segment"), "5/5/2");
  EXPECT_EQ(cells_of(reading, CleaningRule::kTrim), 2U);
  EXPECT_EQ(cells_of(reading, CleaningRule::kEntities), 1U);
  EXPECT_EQ(cells_of(reading, CleaningRule::kTags), 1U);
  EXPECT_EQ(examples_of(reading, CleaningRule::kTrim), "5:6:0 5:6:1");
}

TEST(RoleColumns, CountsUpTo65536DifferentTextsAndNoFurther) {
  RoleTable table("response-id,date\n");
  for (int i = 0; i < 65'536; ++i) {
    table.text += "id-" + std::to_string(i) + ",2024-05-" + testing_support::two_digits(1 + i % 31) +
                  " 10:00:" + testing_support::two_digits(i / 31 % 60) + "\n";
  }
  table.text += "id-77,2024-05-01 10:00:00\n";
  EXPECT_EQ(shown_tally(table, read_roles(table), "response-id"), "65537/65537/65536");
  table.text += "id-65536,2024-05-01 10:00:00\n";
  const RoleReading reading = read_roles(table);
  EXPECT_EQ(shown_tally(table, reading, "response-id"), "65538/65538/many");
  EXPECT_EQ(shown_tally(table, reading, "date"), "65538/65538/1860");
}

/// Rows of everything that the tests above have, many times over so that the tables of known cells overflow, in a fixed mix.
std::string mixed_table(unsigned rows) {
  constexpr std::string_view kDates[] = {"2024-05-31", "3/4/2024",   "13/4/2024 7:05", "4/13/2024",           "",
                                         "n/a",        "1980-01-01", "31.12.2199",     "2024-05-31T10:15:30Z"};
  constexpr std::string_view kOthers[] = {
      "",    "N/A",     " A",         "a", "\"x \"\"y\"\"\"", "\"two\nlines\"", "12", "1,2", "Grüße aus 推荐",
      "'=1", "a&amp;b", "A\xC2\xA0Z", "-5"};
  std::mt19937 random(11);  // NOLINT(bugprone-random-generator-seed): the same table every time
  const auto one_of = [&random](const auto& list) { return std::string(list[random() % std::size(list)]); };
  std::string text = "response-id,respondent,account,start-date,date,weight,comment,segment,score\n";
  for (unsigned i = 0; i < rows; ++i) {
    const std::string number = std::to_string(random() % 9000);
    text += "R_" + number + "abcdefgh" + (i % 3 == 0 ? " " : "") + "," +
            (i % 5 == 0 ? one_of(kOthers) : "U" + number + "@example.org");
    text += "," + (i % 2 == 0 ? "Acme " + number : one_of(kOthers)) + "," + one_of(kDates) + "," + one_of(kDates) + ",";
    text += (i % 2 == 0 ? number + ".5" : one_of(kOthers)) + "," + (i % 2 == 0 ? "Fine " + number : one_of(kOthers));
    text += "," + one_of(kOthers) + (i % 7 == 0 ? "" : "," + std::to_string(i % 11)) + "\n";
  }
  return text;
}

void expect_same(const RoleReading& found, const RoleReading& expected) {
  EXPECT_EQ(found.values.when, expected.values.when);
  EXPECT_EQ(found.values.when_other, expected.values.when_other);
  EXPECT_EQ(found.values.response_ids, expected.values.response_ids);
  EXPECT_EQ(found.values.respondents, expected.values.respondents);
  EXPECT_EQ(found.values.accounts, expected.values.accounts);
  EXPECT_EQ(found.values.waves, expected.values.waves);
  EXPECT_EQ(found.values.filled, expected.values.filled);
  EXPECT_EQ(found.remarks, expected.remarks);
  EXPECT_EQ(found.cleaning, expected.cleaning);
  ASSERT_EQ(found.tallies.size(), expected.tallies.size());
  for (size_t i = 0; i < found.tallies.size(); ++i) {
    const ColumnTally& a = found.tallies[i];
    const ColumnTally& b = expected.tallies[i];
    EXPECT_EQ(
        std::tie(a.filled, a.valid, a.distinct, a.day_first, a.month_first, a.either, a.day_first_proof, a.month_first_proof),
        std::tie(b.filled, b.valid, b.distinct, b.day_first, b.month_first, b.either, b.day_first_proof, b.month_first_proof));
  }
}

TEST(RoleColumns, NothingDependsOnWhereTheRecordsAreCut) {
  RoleTable table(mixed_table(12'000));
  table.mapping.date_sentinels = {"1980-01-01"};
  table.rules.as_of = 19874;
  std::mt19937 random(3);  // NOLINT(bugprone-random-generator-seed): the same cuts every time
  for (const bool unclear : {false, true}) {
    table.mapping.date_order_unclear = unclear;
    const RoleReading whole = read_roles(table);
    EXPECT_GT(whole.remarks.size(), 1000U);
    for (const size_t pieces : {1U, 7U, 300U}) {
      std::vector<size_t> cuts(pieces);
      for (size_t& cut : cuts) cut = random() % table.text.size();
      std::ranges::sort(cuts);
      expect_same(read_roles(table, cuts), whole);
    }
  }
}

// A cell's facts are those of its text: quotes that it does not need, and what stands before it in the file, change nothing.
TEST(RoleColumns, ACellMeansTheSameHoweverItIsReached) {
  const RoleTable table(mixed_table(9'000));
  const RoleReading expected = read_roles(table);
  RoleTable quoted = table;
  quoted.text.clear();
  bool inside = false;
  bool first_line = true;
  std::string cell;
  const auto end_cell = [&](char mark) {
    quoted.text += cell.starts_with('"') || first_line ? cell : '"' + cell + '"';
    quoted.text += mark;
    cell.clear();
    if (mark == '\n') first_line = false;
  };
  for (const char c : table.text) {
    if (c == '"') inside = !inside;
    if (!inside && (c == ',' || c == '\n')) {
      end_cell(c);
    } else {
      cell += c;
    }
  }
  expect_same(read_roles(quoted), expected);
}

}  // namespace
}  // namespace npscope
