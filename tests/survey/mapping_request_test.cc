// SPDX-License-Identifier: MIT
// A recipe's word: only what it names has a role, what it names must be there, and it must not contradict itself. Following the
// mapping that was found gives that mapping again.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/survey/mapping.h"
#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::table_of;

MappingRequest closed(std::vector<MappingRequest::Choice> choices) {
  MappingRequest request;
  request.choices = std::move(choices);
  request.closed = true;
  return request;
}

TEST(ClosedRequest, GivesRolesToWhatItNamesAndToNothingElse) {
  const Records records = table_of({"Response ID|Date|nps|NPS group|Comment|Country"}, "id iso score group comment country");
  const MappingOutcome outcome = choose_mapping(records, closed({{Role::kScore, "nps"}, {Role::kSegment, "Country"}}));
  ASSERT_FALSE(outcome.failure);
  std::string roles;
  for (const Column& column : outcome.mapping.columns) roles += std::string(role_name(column.role)) + " ";
  EXPECT_EQ(roles, "none none score none none segment ");
  EXPECT_FALSE(outcome.mapping.date);
  EXPECT_FALSE(outcome.mapping.group_check);
}

struct RefusedRow {
  MappingRequest request;
  Code code;
  std::string detail;
};

TEST(MappingRequest, IsRefusedWithTheRoleThatDoesNotFit) {
  const Records records = table_of({"id|nps|Date|Country"}, "id score iso country");
  MappingRequest absent = closed({{Role::kScore, "nps"}});
  absent.exclusions = {{{"Status", false, {"test"}, Code::kExcludedTest}}};
  MappingRequest open;
  open.choices = {{Role::kAccount, "Firm"}};
  MappingRequest two;
  two.choices = {{Role::kDate, "Date"}, {Role::kDate, "Country"}};
  const std::vector<RefusedRow> rows = {
      {closed({{Role::kScore, "Q1"}}), Code::kRecipeMismatch, "score"},
      {closed({{Role::kScore, "nps"}, {Role::kAccount, "Firm"}}), Code::kRecipeMismatch, "account"},
      {closed({{Role::kDate, "Date"}}), Code::kRecipeMismatch, "score"},
      {absent, Code::kRecipeMismatch, "exclude"},
      {open, Code::kUnknownColumn, "account"},
      {two, Code::kMappingConflict, "date"},
      {closed({{Role::kScore, "nps"}, {Role::kScore, "id"}}), Code::kMappingConflict, "score"},
      {closed({{Role::kScore, "nps"}, {Role::kSegment, "#2"}}), Code::kMappingConflict, "segment"}};
  for (const RefusedRow& row : rows) {
    const MappingOutcome outcome = choose_mapping(records, row.request);
    ASSERT_TRUE(outcome.failure) << row.detail;
    EXPECT_EQ(outcome.failure->code, row.code) << row.detail;
    EXPECT_EQ(outcome.failure->detail, row.detail);
  }
}

TEST(MappingRequest, MayNameAColumnTwiceAndARoleThatRepeats) {
  const Records records = table_of({"id|nps|Country|Region"}, "id score country country");
  const MappingOutcome outcome = choose_mapping(records, closed({{Role::kScore, "nps"},
                                                                 {Role::kScore, "#2"},
                                                                 {Role::kSegment, "Country"},
                                                                 {Role::kSegment, "Region"},
                                                                 {Role::kIgnore, "id"}}));
  ASSERT_FALSE(outcome.failure);
  EXPECT_EQ(outcome.mapping.columns[0].role, Role::kIgnore);
}

TEST(MappingRequest, ExclusionsTakeThePlaceOfThePresets) {
  const std::vector<std::string> header = {
      "#|How likely are you to recommend us?|Response Type|Stage Date (UTC)|"
      "Submit Date (UTC)|Network ID"};
  Records records = table_of(header, "id score country iso iso id");
  EXPECT_EQ(choose_mapping(records, {}).mapping.exclusions.size(), 1U);
  MappingRequest request;
  request.exclusions.emplace();
  EXPECT_TRUE(choose_mapping(records, request).mapping.exclusions.empty());
  request.exclusions = {{{"Response Type", true, {" France "}, Code::kExcludedFlag}}};
  const Mapping mapping = choose_mapping(records, request).mapping;
  ASSERT_EQ(mapping.exclusions.size(), 1U);
  EXPECT_EQ(mapping.exclusions[0].column, 2U);
  EXPECT_EQ(mapping.exclusions[0].values, (std::vector<std::string>{"france"}));
}

TEST(MappingRequest, TheScaleIsTheOneThatIsAsked) {
  const Records groups = table_of({"id|nps"}, "id group123");
  MappingRequest request;
  request.scale = ScoreScale::kGroups;
  EXPECT_EQ(choose_mapping(groups, request).mapping.score_kind, ScoreKind::kGroups);
  EXPECT_EQ(choose_mapping(groups, request).mapping.score_groups, GroupStyle::kPositions);
  request.groups = GroupStyle::kWords;
  EXPECT_EQ(choose_mapping(groups, request).mapping.score_groups, GroupStyle::kWords);
  request.scale = ScoreScale::kScores;
  const Mapping scores = choose_mapping(table_of({"nps|nps_NPS_GROUP"}, "1-11 group"), request).mapping;
  EXPECT_EQ(scores.score_kind, ScoreKind::kScores) << "although the groups say positions";
}

/// What a recipe keeps of a mapping.
MappingRequest followed(const Mapping& mapping) {
  MappingRequest request;
  request.closed = true;
  request.header_records = mapping.header_records;
  for (size_t c = 0; c < mapping.columns.size(); ++c) {
    if (mapping.columns[c].role != Role::kNone)
      request.choices.push_back({mapping.columns[c].role, "#" + std::to_string(c + 1)});
  }
  request.missing = mapping.missing;
  request.scale = mapping.scale;
  if (mapping.score_kind == ScoreKind::kGroups) request.groups = mapping.score_groups;
  if (mapping.date && !mapping.date_order_unclear) request.date_order = mapping.date_order;
  request.decimal = mapping.decimal;
  request.zone = mapping.zone;
  request.exclusions.emplace();
  for (const Exclusion& found : mapping.exclusions) {
    request.exclusions->push_back({"#" + std::to_string(found.column + 1), found.keep, found.values, found.code});
  }
  return request;
}

TEST(ClosedRequest, ThatFollowsAMappingGivesItAgain) {
  Records titled = table_of({"NPS report 2024||||", "Customer|Date|NPS|Reason|Group"}, "number dmy score comment group");
  Records metrics = table_of({"kind|score|When|Umsatz|Agent"}, "constant score mdy number name");
  for (size_t r = 1; r < metrics.size(); ++r) metrics[r][0] = r % 2 == 0 ? "NPS" : "CES";
  const std::vector<Records> tables = {
      titled,
      metrics,
      table_of({"id|nps|nps_NPS_GROUP|country"}, "number 1-11 group123 country"),
      table_of({"V1|V2|V3|V4|Q1", "ResponseID|ResponseSet|Status|EndDate|How likely would you recommend us?"},
               "id constant constant iso score"),
      table_of({"Kundennummer|Gruppe|Land"}, "number group country"),
      table_of({"Respondent ID|Collector ID|Start Date|End Date|Would you recommend us?", "||||Response"},
               "number constant mdy mdy 1-11")};
  for (const Records& records : tables) {
    const Mapping found = choose_mapping(records, {}).mapping;
    const MappingOutcome again = choose_mapping(records, followed(found));
    ASSERT_FALSE(again.failure) << records[0][0];
    ASSERT_EQ(again.mapping.columns.size(), found.columns.size());
    for (size_t c = 0; c < found.columns.size(); ++c) {
      EXPECT_EQ(again.mapping.columns[c].name, found.columns[c].name);
      EXPECT_EQ(again.mapping.columns[c].role, found.columns[c].role) << found.columns[c].name;
    }
    EXPECT_EQ(again.mapping.header_row, found.header_row);
    EXPECT_EQ(again.mapping.preset, found.preset);
    EXPECT_EQ(again.mapping.score_kind, found.score_kind);
    EXPECT_EQ(again.mapping.score_groups, found.score_groups);
    EXPECT_EQ(again.mapping.date_order, found.date_order);
    EXPECT_EQ(again.mapping.missing.declared, found.missing.declared);
    EXPECT_EQ(again.mapping.exclusions.size(), found.exclusions.size());
    ASSERT_EQ(again.mapping.group_check.has_value(), found.group_check.has_value()) << records[0][0];
    if (!found.group_check) continue;
    EXPECT_EQ(again.mapping.group_check->column, found.group_check->column);
    EXPECT_EQ(again.mapping.group_check->style, found.group_check->style);
  }
}

}  // namespace
}  // namespace npscope
