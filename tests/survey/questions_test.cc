// SPDX-License-Identifier: MIT
// What is asked and what is not: each question with its answers, the one in force and the records that show it, and what another
// answer makes of the mapping.
#include "core/survey/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::split;
using testing_support::table_of;

/// One column of cells below a header, beside an id.
Records column(const std::string& header, const std::vector<std::string>& cells) {
  Records records = {{"id", header}};
  for (const std::string& cell : cells) records.push_back({"r" + std::to_string(records.size()), cell});
  return records;
}

std::vector<std::string> repeated(const std::string& cells, size_t times) {
  std::vector<std::string> all;
  for (size_t i = 0; i < times; ++i) {
    for (std::string& cell : split(cells, ' ')) all.push_back(std::move(cell));
  }
  return all;
}

Mapping mapping_of(const Records& records, const MappingRequest& request = {}) {
  MappingOutcome outcome = choose_mapping(records, request);
  EXPECT_FALSE(outcome.failure);
  return std::move(outcome.mapping);
}

/// "code column: value value*", the answer in force with a star, "!" when settled.
std::string said(const OpenQuestion& question) {
  std::string text = std::string(question_name(question.code)) + " " + std::to_string(question.column) + ":";
  for (const OpenQuestion::Answer& answer : question.answers) text += " " + answer.value + (answer.chosen ? "*" : "");
  return text + (question.settled ? "!" : "");
}

std::vector<std::string> asked(const Mapping& mapping) {
  std::vector<std::string> all(mapping.questions.size());
  std::ranges::transform(mapping.questions, all.begin(), said);
  return all;
}

template <class Member, class Value>
MappingRequest saying(Member MappingRequest::* member, Value value) {
  MappingRequest request;
  request.*member = value;
  return request;
}

MappingRequest choosing(Role role, const std::string& column) {
  MappingRequest request;
  request.choices = {{role, column}};
  return request;
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<uint64_t>;

TEST(Questions, AClearFileIsAskedNothing) {
  EXPECT_EQ(asked(mapping_of(table_of({"id|nps|country"}, "number score country"))), Texts());
  EXPECT_EQ(asked(mapping_of(table_of({"Response ID|Date|Score|Comment|Agent"}, "id iso score comment name"))), Texts());
  EXPECT_EQ(asked(mapping_of(table_of({"Q23|Q23_NPS_GROUP|When"}, "1-11 group dmy"))), Texts())
      << "the groups prove the positions";
}

TEST(Questions, TwoNpsQuestionsAreAsked) {
  const Records records = table_of({"Would you recommend the shop?|Would you recommend the brand?|x"}, "score 0-10 country");
  const Mapping mapping = mapping_of(records);
  EXPECT_EQ(asked(mapping), Texts{"score-column 0: 0* 1"});
  EXPECT_EQ(mapping.questions[0].proof, (Numbers{2, 3, 4}));
  const Mapping other = with_answer(mapping, mapping.questions[0], 1);
  EXPECT_EQ(other.score, 1U);
  EXPECT_EQ(other.columns[0].role, Role::kNone);
  EXPECT_EQ(other.columns[1].role, Role::kScore);
  EXPECT_EQ(asked(mapping_of(records, choosing(Role::kScore, "#2"))), Texts{"score-column 1: 0 1*!"});
}

TEST(Questions, TheOtherColumnIsReadInItsOwnWay) {
  const Records records = table_of({"Recommend us?|Recommend them?|Recommend them? nps group"}, "0-10 1-11 group");
  const Mapping mapping = mapping_of(records);
  const auto& questions = mapping.questions;
  const auto found = std::ranges::find(questions, QuestionCode::kScoreColumn, &OpenQuestion::code);
  ASSERT_NE(found, questions.end());
  for (size_t a = 0; a < found->answers.size(); ++a) {
    const Mapping other = with_answer(mapping, *found, a);
    EXPECT_EQ(other.score_kind, other.score == 1 ? ScoreKind::kPositions : ScoreKind::kScores);
    EXPECT_EQ(other.group_check.has_value(), other.score == 1);
  }
}

TEST(Questions, OneScoreWrittenTwiceIsNoQuestion) {
  EXPECT_EQ(asked(mapping_of(table_of({"Would you recommend us?|Recommend (label)"}, "score label"))), Texts());
}

TEST(Questions, AWeakerNameIsNoQuestion) {
  EXPECT_EQ(asked(mapping_of(table_of({"nps|score"}, "score 0-10"))), Texts());
  EXPECT_EQ(asked(mapping_of(table_of({"score|rating of delivery"}, "score 0-10"))), Texts());
}

TEST(Questions, TheColumnOfTheToolIsNoQuestion) {
  Records records =
      table_of({"response_id|answer|responded|question_type|Would you recommend the app?"}, "number score unix constant 0-10");
  for (size_t r = 1; r < records.size(); ++r) records[r][3] = "nps";
  EXPECT_EQ(asked(mapping_of(records)), Texts());
}

TEST(Questions, PositionsAreAskedUnlessGroupsProveThem) {
  const Records records = table_of({"id|nps"}, "number 1-11");
  const Mapping mapping = mapping_of(records);
  EXPECT_EQ(asked(mapping), Texts{"scale 1: positions scores*"});
  for (const uint64_t record : mapping.questions[0].proof) EXPECT_EQ(records[record - 1][1], "11");
  EXPECT_EQ(with_answer(mapping, mapping.questions[0], 0).score_kind, ScoreKind::kPositions);
  EXPECT_EQ(with_answer(mapping, mapping.questions[0], 0).scale, ScoreScale::kPositions);
  const Mapping by_tool = mapping_of(
      table_of({"Respondent ID|Collector ID|How likely would you recommend us?", "||Response"}, "number constant 1-11"));
  EXPECT_EQ(asked(by_tool), Texts{"scale 2: positions* scores"});
  const Mapping settled = mapping_of(records, saying(&MappingRequest::scale, ScoreScale::kPositions));
  EXPECT_EQ(asked(settled), Texts{"scale 1: positions* scores!"});
  EXPECT_EQ(settled.score_kind, ScoreKind::kPositions);
}

TEST(Questions, AScaleFromOneIsAskedWhenThereAreOnesAndNoZeros) {
  EXPECT_EQ(asked(mapping_of(column("nps", repeated("1 4 7 8 9 10 10", 5)))), Texts{"scale 1: scores* from-1"});
  EXPECT_EQ(asked(mapping_of(column("nps", repeated("1 4 7 8 9 10 10", 4)))), Texts()) << "four ones may be chance";
  EXPECT_EQ(asked(mapping_of(column("nps", repeated("2 4 7 8 9 10 10", 50)))), Texts()) << "no end was ever seen";
  EXPECT_EQ(asked(mapping_of(column("nps", repeated("1 0 7 8 9 10 10", 5)))), Texts());
  const Mapping mapping =
      mapping_of(column("nps", repeated("1 4 7 8 9 10 10", 5)), saying(&MappingRequest::scale, ScoreScale::kFrom1));
  EXPECT_EQ(asked(mapping), Texts{"scale 1: scores from-1*!"});
  EXPECT_EQ(mapping.score_kind, ScoreKind::kScores);
  EXPECT_EQ(mapping.scale, ScoreScale::kFrom1);
}

TEST(Questions, OneTwoThreeMayBeGroups) {
  const Mapping mapping = mapping_of(column("nps", repeated("1 2 3 3", 5)));
  EXPECT_EQ(asked(mapping), Texts{"scale 1: scores* groups"});
  const Mapping groups = with_answer(mapping, mapping.questions[0], 1);
  EXPECT_EQ(groups.score_kind, ScoreKind::kGroups);
  EXPECT_EQ(groups.score_groups, GroupStyle::kPositions);
}

TEST(Questions, EachCodeThatIsNoScoreIsAsked) {
  const Mapping mapping =
      mapping_of(column("nps", {"9", "-99", "10", "999", "0", "88", "8", "-99", "7", "88", "77", "10", "9"}));
  EXPECT_EQ(asked(mapping), (Texts{"missing 1: -99 reject*", "missing 1: 88 reject*", "missing 1: 999 reject*"}))
      << "77 stands once";
  EXPECT_EQ(mapping.questions[0].proof, (Numbers{3, 9}));
  const Mapping declared = with_answer(mapping, mapping.questions[0], 0);
  EXPECT_EQ(declared.missing.declared, Texts{"-99"});
  EXPECT_EQ(with_answer(declared, mapping.questions[0], 1).missing.declared, Texts());
}

TEST(Questions, ACodeThatIsDeclaredIsSettled) {
  const Records records = column("nps", {"9", "-99", "10", "999", "0"});
  MappingRequest request;
  request.missing.declared = {"-99"};
  EXPECT_EQ(asked(mapping_of(records, request)), (Texts{"missing 1: -99* reject!", "missing 1: 999 reject*"}));
  request.closed = true;
  request.choices = {{Role::kScore, "nps"}};
  EXPECT_EQ(asked(mapping_of(records, request)), (Texts{"missing 1: -99* reject!", "missing 1: 999 reject*!"}));
}

TEST(Questions, TheToolsOwnCodeIsNoQuestion) {
  Records records = table_of({"StartDate|EndDate|RecordedDate|ResponseId|Progress|NPS"}, "iso iso iso id percent score");
  records[4][5] = "-99";
  const Mapping mapping = mapping_of(records);
  EXPECT_EQ(mapping.preset, "qualtrics_one_header");
  EXPECT_EQ(asked(mapping), Texts());
}

Records dated(const std::vector<std::string>& dates) {
  Records records = {{"nps", "date"}};
  for (size_t i = 0; i < 12; ++i) records.push_back({std::to_string(testing_support::score_of(i)), dates[i % dates.size()]});
  return records;
}

TEST(Questions, TheOrderOfDayAndMonthIsAskedWhenNoDateTells) {
  const Mapping mapping = mapping_of(dated({"02/02/2024", "03/04/2024", "05/06/2024"}));
  EXPECT_EQ(asked(mapping), Texts{"date-order 1: day-first* month-first"});
  EXPECT_TRUE(mapping.date_order_unclear);
  EXPECT_EQ(mapping.questions[0].proof, (Numbers{3, 4, 6})) << "2 February is no proof";
  EXPECT_EQ(with_answer(mapping, mapping.questions[0], 1).date_order, DateOrder::kMonthFirst);
  EXPECT_EQ(asked(mapping_of(dated({"03/04/2024", "25/06/2024"}))), Texts());
  const Mapping settled = mapping_of(dated({"03/04/2024"}), saying(&MappingRequest::date_order, DateOrder::kMonthFirst));
  EXPECT_EQ(asked(settled), Texts{"date-order 1: day-first month-first*!"});
  EXPECT_FALSE(settled.date_order_unclear);
  EXPECT_EQ(std::ranges::count(settled.remarks, Code::kDateOrderUnclear, &Mapping::Remark::code), 0);
}

Records priced(const std::vector<std::string>& amounts) {
  Records records = {{"nps", "revenue"}};
  for (size_t i = 0; i < 12; ++i)
    records.push_back({std::to_string(testing_support::score_of(i)), amounts[i % amounts.size()]});
  return records;
}

TEST(Questions, TheDecimalMarkIsAskedWhenNoNumberTells) {
  const Mapping mapping = mapping_of(priced({"900", "1,234", "5,678"}));
  EXPECT_EQ(asked(mapping), Texts{"decimal 1: .* ,"});
  EXPECT_EQ(mapping.questions[0].proof, (Numbers{3, 4, 6}));
  EXPECT_EQ(with_answer(mapping, mapping.questions[0], 1).decimal, ',');
  EXPECT_EQ(asked(mapping_of(priced({"1,234", "5,678.50", "77"}))), Texts());
  EXPECT_EQ(asked(mapping_of(priced({"100", "200", "300"}))), Texts());
  const Mapping comma = mapping_of(priced({"1.234", "5.678,50", "77"}));
  EXPECT_EQ(asked(comma), Texts());
  EXPECT_EQ(comma.decimal, ',');
  const Mapping settled = mapping_of(priced({"900", "1.234", "5.678"}), saying(&MappingRequest::decimal, ','));
  EXPECT_EQ(asked(settled), Texts{"decimal 1: . ,*!"});
  EXPECT_EQ(settled.decimal, ',');
}

TEST(Questions, TheZoneIsAskedWhenStampsMixOrTheToolDoesNotSay) {
  const Mapping mixed = mapping_of(dated({"2024-05-01T10:00:00Z", "2024-05-02T10:00:00+02:00", "2024-05-03 10:00:00"}));
  EXPECT_EQ(asked(mixed), Texts{"zone 1: as-written* UTC"});
  EXPECT_EQ(mixed.questions[0].proof, (Numbers{4, 7, 10}));
  EXPECT_EQ(with_answer(mixed, mixed.questions[0], 1).zone, "UTC");
  EXPECT_EQ(asked(mapping_of(dated({"2024-05-01T10:00:00Z", "2024-05-03T10:00:00Z"}))), Texts());
  EXPECT_EQ(asked(mapping_of(dated({"2024-05-01 10:00:00", "2024-05-03"}))), Texts());
  const Records tool = table_of({"id|is_test_data|date_submitted|session_id|NPS"}, "number empty iso id score");
  EXPECT_EQ(asked(mapping_of(tool)), Texts{"zone 2: as-written America/New_York*"});
  const Mapping settled = mapping_of(tool, saying(&MappingRequest::zone, "as-written"));
  EXPECT_EQ(asked(settled), Texts{"zone 2: as-written* America/New_York!"});
  EXPECT_EQ(settled.zone, "");
}

TEST(Questions, RecordsOfAJsonFileAreCountedWithoutTheNames) {
  MappingRequest request;
  request.names_given = true;
  EXPECT_EQ(mapping_of(column("nps", {"9", "-99", "10"}), request).questions[0].proof, (Numbers{2}));
  EXPECT_EQ(mapping_of(column("nps", {"9", "-99", "10"})).questions[0].proof, (Numbers{3}));
}

}  // namespace
}  // namespace npscope
