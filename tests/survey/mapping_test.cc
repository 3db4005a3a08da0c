// SPDX-License-Identifier: MIT
// Rules of the mapping: what is never a score, headers, choices of a person, remarks about the scale and the order of dates.
#include "core/survey/mapping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/tables.h"

namespace npscope {
namespace {

using namespace std::string_literals;
using testing_support::Records;
using testing_support::table_of;

std::string outcome_of(const Records& records, const MappingRequest& request = {}) {
  const MappingOutcome outcome = choose_mapping(records, request);
  return outcome.failure ? std::string(code_name(outcome.failure->code)) : outcome.mapping.columns[outcome.mapping.score].name;
}

bool remarked(const Mapping& mapping, Code code, int32_t column) {
  return std::ranges::any_of(mapping.remarks,
                             [&](const Mapping::Remark& remark) { return remark.code == code && remark.column == column; });
}

struct NeverRow {
  std::string name;
  std::string kind;
};

void PrintTo(const NeverRow& row, std::ostream* out) { *out << row.name << " (" << row.kind << ")"; }

class NeverAScore : public testing::TestWithParam<NeverRow> {};

TEST_P(NeverAScore, WhenItIsAlone) {
  EXPECT_EQ(outcome_of(table_of({"id|" + GetParam().name + "|country"}, "number " + GetParam().kind + " country")),
            "no-score-column");
}

TEST_P(NeverAScore, WhenItStandsBeforeTheScore) {
  EXPECT_EQ(outcome_of(table_of({"id|" + GetParam().name + "|nps|country"}, "number " + GetParam().kind + " score country")),
            "nps");
  EXPECT_EQ(outcome_of(table_of({"id|" + GetParam().name + "|How likely are you to recommend us?|country"},
                                "number " + GetParam().kind + " label country")),
            "How likely are you to recommend us?");
}

INSTANTIATE_TEST_SUITE_P(Column, NeverAScore,
                         testing::Values(NeverRow{"has_recommended", "yesno"}, NeverRow{"Would you recommend us?", "yesno"},
                                         NeverRow{"CSAT", "1-5"}, NeverRow{"csat_score", "1-5"}, NeverRow{"CES", "1-7"},
                                         NeverRow{"Customer satisfaction", "1-5"}, NeverRow{"Zufriedenheit", "1-5"},
                                         NeverRow{"满意度", "1-5"}, NeverRow{"age", "age"}, NeverRow{"Alter", "age"},
                                         NeverRow{"legacy score", "0-10"}, NeverRow{"Duration (in seconds)", "seconds"},
                                         NeverRow{"nps_percent", "percent"}, NeverRow{"account_nps", "fraction"},
                                         NeverRow{"score", "email"}, NeverRow{"recommend date", "iso"},
                                         NeverRow{"Why would you recommend us?", "comment"}, NeverRow{"row", "row"}));

TEST(Mapping, AFiveStarRatingIsNoScore) {
  const Records records =
      table_of({"request_id|request_sent_at|request_delivery_status|response_received_at|star_rating|comments"},
               "id iso constant iso 1-5 comment");
  EXPECT_EQ(outcome_of(records), "no-score-column");
}

TEST(Mapping, TheScoreIsFoundByValuesAloneWhenTheHeaderSaysNothing) {
  EXPECT_EQ(outcome_of(table_of({"a|b|c"}, "number score country")), "b");
  EXPECT_EQ(outcome_of(table_of({"Q1|Q2|Q3"}, "country score comment")), "Q2");
}

TEST(Mapping, ATableWithoutHeaderHasNone) {
  const MappingOutcome outcome = choose_mapping(table_of({}, "number score country"), {});
  ASSERT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.mapping.header_records, 0U);
  EXPECT_EQ(outcome.mapping.score, 1U);
  EXPECT_TRUE(remarked(outcome.mapping, Code::kHeaderMissing, -1));
}

TEST(Mapping, HeadersThatAreOddAreRemarkedByColumn) {
  const MappingOutcome outcome = choose_mapping(table_of({"id|score||id|"}, "number score country number empty"), {});
  ASSERT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.mapping.columns.size(), 5U);
  EXPECT_TRUE(remarked(outcome.mapping, Code::kEmptyHeader, 2));
  EXPECT_TRUE(remarked(outcome.mapping, Code::kEmptyHeader, 4));
  EXPECT_TRUE(remarked(outcome.mapping, Code::kDuplicateHeader, 3));
  EXPECT_FALSE(remarked(outcome.mapping, Code::kDuplicateHeader, 0));
  EXPECT_FALSE(remarked(outcome.mapping, Code::kHeaderMissing, -1));
}

TEST(Mapping, OneColumnIsEnoughAndRemarked) {
  const MappingOutcome outcome = choose_mapping(table_of({"score"}, "score"), {});
  ASSERT_FALSE(outcome.failure);
  EXPECT_TRUE(remarked(outcome.mapping, Code::kOneColumn, -1));
}

MappingRequest choice(Role role, const std::string& column) {
  MappingRequest request;
  request.choices.push_back({role, column});
  return request;
}

TEST(Mapping, APersonsChoiceWinsOverAllEvidence) {
  const Records records = table_of({"nps|other|country"}, "score 0-10 country");
  EXPECT_EQ(outcome_of(records), "nps");
  for (const std::string column : {"other", "#2", " Other ", "OTHER"})
    EXPECT_EQ(outcome_of(records, choice(Role::kScore, column)), "other");
  const Mapping mapping = choose_mapping(records, choice(Role::kScore, "other")).mapping;
  EXPECT_EQ(mapping.columns[1].confidence, 1);
  EXPECT_EQ(mapping.columns[1].evidence.front(), "chosen");
  EXPECT_NE(mapping.columns[0].role, Role::kScore);
  EXPECT_EQ(mapping.candidates[0].column, 0U);
}

TEST(Mapping, AColumnThatIsNotThereIsAFailureWithItsRole) {
  const Records records = table_of({"nps|country"}, "score country");
  for (const std::string column : {"missing", "#3", "#0", ""}) {
    const MappingOutcome outcome = choose_mapping(records, choice(Role::kDate, column));
    ASSERT_TRUE(outcome.failure) << column;
    EXPECT_EQ(outcome.failure->code, Code::kUnknownColumn);
    EXPECT_EQ(outcome.failure->detail, "date");
  }
}

TEST(Mapping, AChosenColumnHelpsWhereNothingSpeaksForOne) {
  const Records records = table_of({"id|CSAT"}, "number 1-5");
  EXPECT_EQ(outcome_of(records), "no-score-column");
  EXPECT_EQ(outcome_of(records, choice(Role::kScore, "CSAT")), "CSAT");
}

TEST(FindColumn, TakesTheExactNameBeforeTheFoldedOneAndNumbersLast) {
  std::vector<Column> columns;
  for (const std::string name : {"Score", "score", "#1", "#7", "Net_Promoter"})
    columns.push_back({name, Role::kNone, 0, {}, {}});
  EXPECT_EQ(find_column(columns, "score"), 1U);
  EXPECT_EQ(find_column(columns, "Score"), 0U);
  EXPECT_EQ(find_column(columns, "SCORE"), 0U);
  EXPECT_EQ(find_column(columns, "net promoter"), 4U);
  EXPECT_EQ(find_column(columns, "#7"), 3U);
  EXPECT_EQ(find_column(columns, "#5"), 4U);
  EXPECT_EQ(find_column(columns, "#"), std::nullopt);
  EXPECT_EQ(find_column(columns, "#99999999999999999999"), std::nullopt);
}

TEST(Mapping, HeaderRecordsCanBeForced) {
  MappingRequest request;
  request.header_records = 2;
  const MappingOutcome two = choose_mapping(table_of({"nps|country", "Answer|Region"}, "score country"), request);
  ASSERT_FALSE(two.failure);
  EXPECT_EQ(two.mapping.header_records, 2U);
  EXPECT_EQ(two.mapping.columns[0].name, "nps");
  request.header_records = 0;
  const MappingOutcome none = choose_mapping(table_of({}, "score country"), request);
  ASSERT_FALSE(none.failure);
  EXPECT_EQ(none.mapping.header_records, 0U);
}

TEST(Mapping, AScaleThatGoesFromOneToElevenIsAsked) {
  const MappingOutcome outcome = choose_mapping(table_of({"id|How likely are you to recommend us?"}, "number 1-11"), {});
  ASSERT_FALSE(outcome.failure);
  EXPECT_TRUE(remarked(outcome.mapping, Code::kScale1To11, 1));
  EXPECT_FALSE(remarked(choose_mapping(table_of({"id|nps"}, "number score"), {}).mapping, Code::kScale1To11, 1));
}

TEST(Mapping, AScaleWithoutAZeroIsRemarkedWhenThereAreEnoughAnswers) {
  Records records = table_of({"id|nps"}, "number score", 150);
  EXPECT_FALSE(remarked(choose_mapping(records, {}).mapping, Code::kScaleNoZero, 1));
  for (auto& record : records) {
    if (record[1] == "0") record[1] = "1";
  }
  EXPECT_TRUE(remarked(choose_mapping(records, {}).mapping, Code::kScaleNoZero, 1));
  records.resize(40);
  EXPECT_FALSE(remarked(choose_mapping(records, {}).mapping, Code::kScaleNoZero, 1));
}

struct DateOrderRow {
  std::vector<std::string> dates;
  DateOrder order;
  bool unclear;
};

TEST(Mapping, TheOrderOfDayAndMonthIsDecidedFromAllOfTheColumn) {
  const std::vector<DateOrderRow> rows = {{{"03/04/2024", "05/06/2024", "25/06/2024"}, DateOrder::kDayFirst, false},
                                          {{"03/04/2024", "05/06/2024", "06/25/2024"}, DateOrder::kMonthFirst, false},
                                          {{"03/04/2024", "05/06/2024", "13/06/2024"}, DateOrder::kDayFirst, false},
                                          {{"03/04/2024", "05/06/2024", "06/13/2024"}, DateOrder::kMonthFirst, false},
                                          {{"03/04/2024", "05/06/2024", "12/12/2024"}, DateOrder::kDayFirst, true},
                                          {{"03/04/2024", "25/06/2024", "06/25/2024"}, DateOrder::kDayFirst, true},
                                          {{"03/04/2024", "05/06/2024", "07/08/2024"}, DateOrder::kDayFirst, true},
                                          {{"03.04.2024", "05.06.2024", "07.08.2024"}, DateOrder::kDayFirst, false},
                                          {{"2024-04-03", "2024-06-05", "2024-08-07"}, DateOrder::kDayFirst, false},
                                          {{"01/01/2024", "02/02/2024", "03/03/2024"}, DateOrder::kDayFirst, false}};
  for (const DateOrderRow& row : rows) {
    Records records = {{"nps", "date"}};
    for (size_t i = 0; i < 12; ++i)
      records.push_back({std::to_string(testing_support::score_of(i)), row.dates[i % row.dates.size()]});
    const Mapping mapping = choose_mapping(records, {}).mapping;
    ASSERT_EQ(mapping.date, 1U) << row.dates[2];
    EXPECT_EQ(mapping.date_order, row.order) << row.dates[2];
    EXPECT_EQ(remarked(mapping, Code::kDateOrderUnclear, 1), row.unclear) << row.dates[2];
  }
}

TEST(Mapping, RowsThatAreEmptyOrShortDoNotStopIt) {
  Records records = table_of({"id|nps|country"}, "number score country");
  records.insert(records.begin() + 3, std::vector<std::string>{"", "", ""});
  records.insert(records.begin() + 5, std::vector<std::string>{"7"});
  records.insert(records.begin() + 6, std::vector<std::string>{});
  records.push_back({"1", "9", "Germany", "surplus", "more"});
  EXPECT_EQ(outcome_of(records), "nps");
  EXPECT_EQ(outcome_of({}), "no-score-column");
  EXPECT_EQ(outcome_of({{}}), "no-score-column");
}

const std::string kMarkedUp = "How likely are you to <b>recommend</b> us&nbsp;&amp; why?";
const std::string kShown = "How likely are you to recommend us & why?";

TEST(CleanedHeader, IsUnderstoodWithoutItsMarkup) {
  const Records records = table_of({"id|N<b>PS</b>|country"}, "number score country");
  const MappingOutcome outcome = choose_mapping(records, {});
  ASSERT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.mapping.columns[outcome.mapping.score].name, "NPS");
  EXPECT_EQ(outcome.mapping.columns[outcome.mapping.score].header, "N<b>PS</b>");
}

TEST(CleanedHeader, NamesAColumnAsItIsShownAndAsItIsInTheFile) {
  Records records = table_of({"id|" + kMarkedUp + "|country"}, "number score country");
  const Mapping mapping = choose_mapping(records, {}).mapping;
  for (const std::string& wanted : {kMarkedUp, kShown, "how likely are you to RECOMMEND us & why?"s, "#2"s})
    EXPECT_EQ(find_column(mapping.columns, wanted), 1U) << wanted;
}

TEST(CleanedHeader, AsItIsInTheFileGoesFirst) {
  const std::vector<Column> columns = {{"a b", Role::kNone, 0, {}, "a  b"}, {"a b", Role::kNone, 0, {}, "a b"}};
  EXPECT_EQ(find_column(columns, "a b"), 1U);
  EXPECT_EQ(find_column(columns, "a  b"), 0U);
}

}  // namespace
}  // namespace npscope
