// SPDX-License-Identifier: MIT
// Header signatures of known exports, after shared/reference/nps-exports.md; never one generic word.
#include "core/survey/preset.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

std::string preset_of(const std::vector<std::vector<std::string>>& records) {
  const auto match = match_preset(records);
  return match ? std::string(match->id) + " " + std::to_string(match->header_records) : "none";
}

TEST(Presets, AreFoundByTheirHeaderSignature) {
  EXPECT_EQ(preset_of({{"StartDate", "EndDate", "ResponseId", "Q1"},
                       {"Start", "End", "Response", "Q"},
                       {R"({"ImportId":"startDate","timeZone":"Z"})", R"({"ImportId":"endDate"})",
                        R"({"ImportId":"_recordId"})", "{}"}}),
            "qualtrics_v3 3");
  EXPECT_EQ(preset_of({{"V1", "V2", "Q1"}, {"ResponseID", "ResponseSet", "Text"}}), "qualtrics_legacy 2");
  EXPECT_EQ(preset_of({{"Respondent ID", "Collector ID", "Q"}, {"", "", "Response"}}), "surveymonkey 2");
  EXPECT_EQ(preset_of({{"RESPONDENT ID ", "collector id", "Q"}, {"", "", "Response"}}), "surveymonkey 2");
  EXPECT_EQ(preset_of({{"#", "Q", "Response Type", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"}}),
            "typeform_current 1");
  EXPECT_EQ(preset_of({{"#", "Q", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"}}), "typeform_old 1");
  EXPECT_EQ(preset_of({{"Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Q"}}), "limesurvey_full_de 1");
}

TEST(Presets, OfJsonAreFoundByTheirDottedNames) {
  EXPECT_EQ(preset_of({{"id", "person.id", "person.email", "survey_type", "score", "comment", "permalink", "created_at"}}),
            "delighted 1");
  EXPECT_EQ(preset_of({{"event", "timestamp", "properties.$survey_id", "properties.$survey_response"}}), "posthog_events 1");
  EXPECT_EQ(preset_of({{"id", "survey_id", "respondent_id", "completed_at", "answers"}}), "survicate_api 1");
}

TEST(Presets, OfEventLogsAreFoundByTheirEvents) {
  EXPECT_EQ(preset_of({{"user", "event", "score"}, {"u1", "page_view", ""}, {"u1", "nps_score", "9"}}), "appcues_events 1");
  EXPECT_EQ(preset_of({{"user", "event", "score"}, {"u1", "page_view", ""}, {"u1", "click", "9"}}), "none");
  EXPECT_EQ(preset_of({{"user", "kind", "score"}, {"u1", "nps_score", "9"}}), "none");
}

TEST(Presets, OfQualtricsWorkbooksHaveTwoHeaderRecordsOrOne) {
  const std::vector<std::string> names = {"StartDate", "EndDate", "Progress", "Finished", "RecordedDate", "ResponseId", "Q1"};
  EXPECT_EQ(
      preset_of({names, {"Start Date", "End Date", "Progress", "Finished", "Recorded Date", "Response ID", "How likely?"}}),
      "qualtrics_xlsx 2");
  EXPECT_EQ(preset_of({names, {"Anfangsdatum", "Enddatum", "Fortschritt", "Beendet", "Erfassungsdatum", "Antwort-ID", "Wie?"}}),
            "qualtrics_xlsx 2");
  EXPECT_EQ(preset_of({names, {"2024-05-01", "2024-05-01", "100", "1", "2024-05-01", "R_1", "9"}}), "qualtrics_one_header 1");
}

TEST(Presets, BelowTitlesAreFoundFromTheirHeaderOn) {
  const std::vector<std::vector<std::string>> records = {
      {"Results of spring"}, {"Respondent ID", "Collector ID", "Q"}, {"", "", "Response"}};
  EXPECT_FALSE(match_preset(records));
  EXPECT_TRUE(match_preset(records, 1));
  EXPECT_FALSE(match_preset(records, 7));
}

TEST(Presets, SayWhatTheirFlagsMean) {
  const auto match = match_preset({{"survey_type", "score", "permalink"}});
  ASSERT_TRUE(match);
  ASSERT_EQ(match->exclusions.size(), 1U);
  EXPECT_EQ(match->exclusions[0].column, "survey_type");
  EXPECT_TRUE(match->exclusions[0].keep);
  EXPECT_EQ(match->exclusions[0].code, Code::kExcludedMetric);
  EXPECT_EQ(match->exclusions[0].values, (std::vector<std::string_view>{"nps"}));
  EXPECT_EQ(match->zone, "UTC");
  EXPECT_EQ(match_preset({{"id", "submitdate", "lastpage", "startlanguage"}})->texts(TextKind::kDateSentinel),
            (std::vector<std::string_view>{"1980-01-01"}));
}

TEST(Presets, OneGenericWordIsNoSignature) {
  for (const std::vector<std::string>& header : std::vector<std::vector<std::string>>{{"token", "score"},
                                                                                      {"id", "score", "comment"},
                                                                                      {"#", "score"},
                                                                                      {"StartDate", "score"},
                                                                                      {"score"},
                                                                                      {"Respondent ID", "score"},
                                                                                      {""}})
    EXPECT_EQ(preset_of({header, {"1", "9"}}), "none") << header[0];
  EXPECT_EQ(preset_of({}), "none");
  EXPECT_EQ(preset_of({{}}), "none");
}

}  // namespace
}  // namespace npscope
