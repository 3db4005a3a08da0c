// SPDX-License-Identifier: MIT
// What a mapping says beyond the columns: exclusions, the kind of the score, the group it is compared with, zone and sentinels,
// one row per answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/survey/mapping.h"
#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::table_of;

bool remarked(const Mapping& mapping, Code code) {
  return std::ranges::count(mapping.remarks, code, &Mapping::Remark::code) > 0;
}

Mapping mapping_of(const Records& records, const MappingRequest& request = {}) {
  const MappingOutcome outcome = choose_mapping(records, request);
  EXPECT_FALSE(outcome.failure);
  return outcome.mapping;
}

struct KindRow {
  std::string headers;
  std::string kinds;
  std::string score;
  ScoreKind kind;
  GroupStyle groups;
};

TEST(MappingRules, AColumnOfGroupsIsTheScoreOnlyWhereThereIsNone) {
  const std::vector<KindRow> rows = {
      {"id|NPS Category|country", "number group country", "NPS Category", ScoreKind::kGroups, GroupStyle::kWords},
      {"id|Gruppe|country", "number group country", "Gruppe", ScoreKind::kGroups, GroupStyle::kWords},
      {"id|Q16_NPS_SCORE|country", "number group100 country", "Q16_NPS_SCORE", ScoreKind::kGroups, GroupStyle::kWeights},
      {"id|Q23_NPS_GROUP|country", "number group123 country", "Q23_NPS_GROUP", ScoreKind::kGroups, GroupStyle::kPositions},
      {"id|NPS Category|nps", "number group score", "nps", ScoreKind::kScores, GroupStyle::kWords},
      {"id|nps_score|Q1", "number group100 score", "Q1", ScoreKind::kScores, GroupStyle::kWords}};
  for (const KindRow& row : rows) {
    const Mapping mapping = mapping_of(table_of({row.headers}, row.kinds));
    EXPECT_EQ(mapping.columns[mapping.score].name, row.score) << row.headers;
    EXPECT_EQ(mapping.score_kind, row.kind) << row.headers;
    EXPECT_EQ(remarked(mapping, Code::kGroupsOnly), row.kind == ScoreKind::kGroups) << row.headers;
    if (row.kind == ScoreKind::kGroups) EXPECT_EQ(mapping.score_groups, row.groups) << row.headers;
  }
}

TEST(MappingRules, NumbersThatMayBeAnythingAreNoGroups) {
  for (const std::string header : {"id|segment|country", "id|weight|country", "id|group|country"}) {
    EXPECT_TRUE(choose_mapping(table_of({header}, "number group123 country"), {}).failure) << header;
  }
  EXPECT_TRUE(choose_mapping(table_of({"id|balance|country"}, "number group100 country"), {}).failure);
}

struct CheckRow {
  std::string headers;
  std::string kinds;
  int column;  // -1: none
  GroupStyle style;
};

TEST(MappingRules, TheToolsGroupColumnIsComparedByNameOrByAgreement) {
  const std::vector<CheckRow> rows = {
      {"id|Q23|Q23_NPS_GROUP", "number score group", 2, GroupStyle::kWords},
      {"id|Q23|Q23_NPS_GROUP", "number score group123", 2, GroupStyle::kPositions},
      {"id|Q16|Q16_NPS_DPP|Q16_NPS_SCORE", "number score group group100", 2, GroupStyle::kWords},
      {"id|Q16|Q16_NPS_SCORE", "number score group100", 2, GroupStyle::kWeights},
      {"name|value|category|comment|timestamp", "name score group comment isoz", 2, GroupStyle::kWords},
      {"id|nps|Kundentyp", "number score group", 2, GroupStyle::kWords},
      {"id|nps|level", "number score group123", -1, GroupStyle::kWords},
      {"id|nps|country", "number score country", -1, GroupStyle::kWords}};
  for (const CheckRow& row : rows) {
    const Mapping mapping = mapping_of(table_of({row.headers}, row.kinds));
    ASSERT_EQ(mapping.group_check.has_value(), row.column >= 0) << row.headers;
    if (row.column < 0) continue;
    EXPECT_EQ(mapping.group_check->column, static_cast<size_t>(row.column)) << row.headers;
    EXPECT_EQ(mapping.group_check->style, row.style) << row.headers;
  }
}

TEST(MappingRules, PositionsAreScoresOnlyWhenSomethingProvesIt) {
  const Mapping asked = mapping_of(table_of({"id|How likely are you to recommend us?"}, "number 1-11"));
  EXPECT_EQ(asked.score_kind, ScoreKind::kScores);
  EXPECT_TRUE(remarked(asked, Code::kScale1To11));
  const Mapping by_group = mapping_of(table_of({"id|nps|nps_NPS_GROUP"}, "number 1-11 group"));
  EXPECT_EQ(by_group.score_kind, ScoreKind::kPositions);
  EXPECT_FALSE(remarked(by_group, Code::kScale1To11));
  const Mapping by_tool = mapping_of(
      table_of({"Respondent ID|Collector ID|How likely would you recommend us?", "||Response"}, "number constant 1-11"));
  EXPECT_EQ(by_tool.score_kind, ScoreKind::kPositions);
  const Mapping scores = mapping_of(
      table_of({"Respondent ID|Collector ID|How likely would you recommend us?", "||Response"}, "number constant score"));
  EXPECT_EQ(scores.score_kind, ScoreKind::kScores);
}

TEST(MappingRules, OtherMetricsAreLeftOutAndDecideNothing) {
  Records records = table_of({"response_id|answer|responded|question_type|extra"}, "number score unix constant 0-10", 20);
  for (size_t r = 1; r < records.size(); ++r) records[r][3] = r % 2 == 0 ? "csat" : "NPS";
  for (size_t r = 2; r < records.size(); r += 2) records[r][1] = "250";
  const Mapping mapping = mapping_of(records);
  EXPECT_EQ(mapping.columns[mapping.score].name, "answer");
  ASSERT_EQ(mapping.exclusions.size(), 1U);
  EXPECT_EQ(mapping.exclusions[0].column, 3U);
  EXPECT_EQ(mapping.exclusions[0].code, Code::kExcludedMetric);
}

TEST(MappingRules, AFileOfOtherMetricsOnlyHasNoScore) {
  Records records = table_of({"response_id|answer|responded|question_type"}, "number score unix constant", 20);
  for (size_t r = 1; r < records.size(); ++r) records[r][3] = "csat";
  EXPECT_FALSE(choose_mapping(records, {}).failure) << "more records may come";
  MappingRequest request;
  request.whole = true;
  const MappingOutcome outcome = choose_mapping(records, request);
  ASSERT_TRUE(outcome.failure);
  EXPECT_EQ(outcome.failure->code, Code::kNoScoreColumn);
}

TEST(MappingRules, TheZoneIsTheFilesThenTheToolsThenTheHeaders) {
  const std::string row3 =
      R"({"ImportId":"startDate","timeZone":"America/Denver"}|{"ImportId":"endDate"}|{"ImportId":"_recordId"}|{"ImportId":"QID1"})";
  const std::string zone_of_rogue =
      R"({"ImportId":"startDate","timeZone":"<b>"}|{"ImportId":"endDate"}|{"ImportId":"_recordId"}|{"ImportId":"QID1"})";
  const std::string names = "StartDate|EndDate|ResponseId|NPS";
  EXPECT_EQ(mapping_of(table_of({names, "a|b|c|d", row3}, "iso iso id score")).zone, "America/Denver");
  EXPECT_EQ(mapping_of(table_of({names, "a|b|c|d", zone_of_rogue}, "iso iso id score")).zone, "");
  EXPECT_EQ(mapping_of(table_of({"id|is_test_data|date_submitted|session_id|NPS"}, "number empty iso id score")).zone,
            "America/New_York");
  EXPECT_EQ(mapping_of(table_of({"answered (UTC)|NPS"}, "iso score")).zone, "UTC");
  EXPECT_EQ(mapping_of(table_of({"answered|NPS"}, "iso score")).zone, "");
}

TEST(MappingRules, APresetBringsItsMissingCodesAndSentinels) {
  MappingRequest request;
  request.missing.declared = {"77"};
  const Mapping mapping =
      mapping_of(table_of({"id|submitdate|lastpage|startlanguage|nps"}, "row iso constant country score"), request);
  EXPECT_EQ(mapping.missing.declared, (std::vector<std::string>{"77", "-oth-"}));
  EXPECT_EQ(mapping.date_sentinels, (std::vector<std::string>{"1980-01-01"}));
  EXPECT_TRUE(mapping_of(table_of({"id|nps"}, "row score")).date_sentinels.empty());
}

Records long_rows(const std::string& header, bool typed) {
  Records records = {testing_support::split(header, '|')};
  for (size_t i = 0; i < 12; ++i) {
    const std::string id = "s" + std::to_string(i);
    const std::string score = std::to_string(testing_support::score_of(i));
    records.push_back({id, "q1", "Would you recommend us?", score});
    records.push_back({id, "q2", "What should we improve?", "The answer number " + score + " in many words"});
    if (typed) {
      records[records.size() - 2].insert(records[records.size() - 2].begin() + 2, "nps");
      records.back().insert(records.back().begin() + 2, "text");
    }
  }
  return records;
}

TEST(MappingRules, OneRowPerAnswerIsRecognised) {
  const Mapping named = mapping_of(long_rows("Response ID|Question ID|Question|Answer", false));
  ASSERT_TRUE(named.long_format);
  EXPECT_TRUE(remarked(named, Code::kLongFormat));
  EXPECT_EQ(named.long_format->id, 0U);
  EXPECT_EQ(named.long_format->question, 1U);
  EXPECT_EQ(named.long_format->label, 2U);
  EXPECT_EQ(named.long_format->values, (std::vector<size_t>{3}));
  EXPECT_EQ(named.score, 3U);
  ASSERT_EQ(named.exclusions.size(), 1U);
  EXPECT_EQ(named.exclusions[0].values, (std::vector<std::string>{"q1"}));
  const Mapping typed = mapping_of(long_rows("submission_id|field_id|field_type|field_label|value_number", true));
  EXPECT_EQ(typed.preset, "formbricks_records_long");
  ASSERT_TRUE(typed.long_format);
  EXPECT_EQ(typed.long_format->type, 2U);
}

TEST(MappingRules, OneRowPerResponseIsNotLong) {
  Records records = {{"Response ID", "Question", "Answer"}};
  for (size_t i = 0; i < 12; ++i)
    records.push_back({"s" + std::to_string(i), "Would you recommend us?", std::to_string(testing_support::score_of(i))});
  EXPECT_FALSE(mapping_of(records).long_format);
}

TEST(MappingRules, AColumnThatTheSourceDeclaresIsTheScore) {
  MappingRequest request;
  request.names_given = true;
  EXPECT_EQ(mapping_of(table_of({"id|rating|q9"}, "number score score"), request).score, 1U);
  request.nps_column = 2;
  EXPECT_EQ(mapping_of(table_of({"id|rating|q9"}, "number score score"), request).score, 2U);
}

}  // namespace
}  // namespace npscope
