// SPDX-License-Identifier: MIT
// Which column of a real tool's export is the score, and what the others are. Headers are those of shared/reference/nps-exports.md;
// all values are made up.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/survey/mapping.h"
#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::table_of;

struct ExportRow {
  std::string tool;
  std::vector<std::string> headers;
  std::string kinds;
  uint32_t header_records;
  std::string preset;  // empty: none is needed
  std::string score;   // the name of the column
  /// "role=name", several joined by "; ".
  std::string roles;
};

void PrintTo(const ExportRow& row, std::ostream* out) { *out << row.tool; }

class Exports : public testing::TestWithParam<ExportRow> {};

TEST_P(Exports, HaveTheRightScoreColumnAndRoles) {
  const ExportRow& row = GetParam();
  const Records records = table_of(row.headers, row.kinds);
  for (const auto& record : records) ASSERT_EQ(record.size(), records[0].size()) << "the row of the test is wrong";
  const MappingOutcome outcome = choose_mapping(records, {});
  ASSERT_FALSE(outcome.failure) << code_name(outcome.failure->code);
  const Mapping& mapping = outcome.mapping;
  EXPECT_EQ(mapping.header_records, row.header_records);
  if (!row.preset.empty()) EXPECT_EQ(mapping.preset, row.preset);
  EXPECT_EQ(mapping.columns[mapping.score].name, row.score);
  EXPECT_EQ(mapping.columns[mapping.score].role, Role::kScore);
  EXPECT_GE(mapping.columns[mapping.score].confidence, 0.25);
  EXPECT_FALSE(mapping.columns[mapping.score].evidence.empty());
  ASSERT_FALSE(mapping.candidates.empty());
  EXPECT_EQ(mapping.candidates[0].column, mapping.score);
  if (row.roles.empty()) return;
  for (const std::string& role : testing_support::split(row.roles, ';')) {
    const size_t equals = role.find('=');
    const std::string name = role.substr(equals + 1);
    const auto column = find_column(mapping.columns, name);
    ASSERT_TRUE(column) << name;
    EXPECT_EQ(role_name(mapping.columns[*column].role), role.substr(0, equals)) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Qualtrics, Exports,
    testing::Values(
        ExportRow{
            "three header records",
            {"StartDate|EndDate|Status|IPAddress|Progress|Duration (in "
             "seconds)|Finished|RecordedDate|ResponseId|RecipientEmail|"
             "DistributionChannel|UserLanguage|Q23|Q23_NPS_GROUP|Q24",
             "Start Date|End Date|Response Type|IP Address|Progress|Duration (in seconds)|Finished|Recorded Date|Response ID|"
             "Recipient Email|Distribution Channel|User Language|How likely are you to recommend us?|How likely - Group|Why?",
             "{\"ImportId\":\"startDate\",\"timeZone\":\"America/"
             "Denver\"}|{\"ImportId\":\"endDate\"}|{\"ImportId\":\"status\"}|"
             "{\"ImportId\":\"ipAddress\"}|{\"ImportId\":\"progress\"}|{\"ImportId\":\"duration\"}|{\"ImportId\":\"finished\"}|"
             "{\"ImportId\":\"recordedDate\"}|{\"ImportId\":\"_recordId\"}|{\"ImportId\":\"recipientEmail\"}|"
             "{\"ImportId\":\"distributionChannel\"}|{\"ImportId\":\"userLanguage\"}|{\"ImportId\":\"QID23\"}|"
             "{\"ImportId\":\"QID23_NPS_GROUP\"}|{\"ImportId\":\"QID24_TEXT\"}"},
            "iso iso constant ip constant seconds yesno iso id email country country score group123 comment",
            3,
            "qualtrics_v3",
            "Q23",
            "respondent=RecipientEmail;response-id=ResponseId;date=RecordedDate;comment=Q24"},
        ExportRow{
            "German second record and text groups",
            {"StartDate|EndDate|Status|Finished|RecordedDate|ResponseId|UserLanguage|Q2|Q2_NPS_GROUP|Q3",
             "Anfangsdatum|Enddatum|Antworttyp|Beendet|Erfassungsdatum|Antwort-ID|Benutzersprache|Wie wahrscheinlich ist es, "
             "dass "
             "Sie uns weiterempfehlen?|Wie wahrscheinlich - Gruppe|Warum?",
             "{\"ImportId\":\"startDate\"}|{\"ImportId\":\"endDate\"}|{\"ImportId\":\"status\"}|{\"ImportId\":\"finished\"}|"
             "{\"ImportId\":\"recordedDate\"}|{\"ImportId\":\"_recordId\"}|{\"ImportId\":\"userLanguage\"}|{\"ImportId\":"
             "\"QID2\"}|"
             "{\"ImportId\":\"QID2_NPS_GROUP\"}|{\"ImportId\":\"QID3_TEXT\"}"},
            "iso iso constant yesno iso id country score group comment",
            3,
            "qualtrics_v3",
            "Q2",
            "date=RecordedDate;comment=Q3"},
        ExportRow{"legacy, two header records and an empty last column",
                  {"V1|V2|V3|V4|V5|V6|V7|V8|V9|V10|Q1|Q2|LocationLatitude|LocationLongitude|LocationAccuracy|",
                   "ResponseID|ResponseSet|Name|ExternalDataReference|EmailAddress|IPAddress|Status|StartDate|EndDate|Finished|"
                   "How likely "
                   "is it that you would recommend us to a friend?|Please "
                   "explain|LocationLatitude|LocationLongitude|LocationAccuracy|"},
                  "id constant name number email ip constant iso iso constant score comment fraction fraction constant empty",
                  2,
                  "qualtrics_legacy",
                  "How likely is it that you would recommend us to a friend?",
                  "respondent=EmailAddress;response-id=ResponseID"}));

INSTANTIATE_TEST_SUITE_P(
    SurveyMonkey, Exports,
    testing::Values(ExportRow{"labels",
                              {"Respondent ID|Collector ID|Start Date|End Date|IP Address|Email Address|First Name|Last "
                               "Name|How likely is it that you "
                               "would recommend this company to a friend or colleague?|What is the reason?",
                               "||||||||Response|Open-Ended Response"},
                              "number constant mdy mdy ip email name name label comment",
                              2,
                              "surveymonkey",
                              "How likely is it that you would recommend this company to a friend or colleague?",
                              "comment=What is the reason?"},
                    ExportRow{"older names",
                              {"RespondentID|CollectorID|StartDate|EndDate|IP Address|Email Address|First Name|LastName|Custom "
                               "Data|How likely would you "
                               "be to recommend us?|",
                               "|||||||||Response|Other (please specify)"},
                              "number constant mdy mdy ip email name name constant score empty",
                              2,
                              "surveymonkey",
                              "How likely would you be to recommend us?",
                              ""}));

INSTANTIATE_TEST_SUITE_P(
    FormTools, Exports,
    testing::Values(
        ExportRow{"Typeform",
                  {"#|How likely are you to recommend us?|Why?|Response Type|Start Date (UTC)|Stage Date (UTC)|Submit Date "
                   "(UTC)|Network ID|"
                   "Tags|Ending"},
                  "id score comment country iso empty iso id empty country",
                  1,
                  "typeform_current",
                  "How likely are you to recommend us?",
                  "date=Submit Date (UTC);comment=Why?;response-id=#"},
        ExportRow{"Typeform, older",
                  {"#|How likely are you to recommend us?|Why?|Start Date (UTC)|Submit Date (UTC)|Network ID"},
                  "id score comment iso iso id",
                  1,
                  "typeform_old",
                  "How likely are you to recommend us?",
                  "comment=Why?"},
        ExportRow{"Google Forms",
                  {"Timestamp|Email Address|How likely are you to recommend us? [0-10]|What could we do better?"},
                  "mdy email score comment",
                  1,
                  "google_forms",
                  "How likely are you to recommend us? [0-10]",
                  "date=Timestamp;respondent=Email Address;comment=What could we do better?"},
        ExportRow{"Google Forms in German",
                  {"Zeitstempel|E-Mail-Adresse|Würden Sie uns weiterempfehlen?|Was können wir verbessern?"},
                  "dmy email score comment",
                  1,
                  "google_forms",
                  "Würden Sie uns weiterempfehlen?",
                  "date=Zeitstempel;respondent=E-Mail-Adresse;comment=Was können wir verbessern?"},
        ExportRow{
            "Microsoft Forms",
            {"ID|Start time|Completion time|Email|Name|How likely are you to recommend us to a friend or colleague?|Comments"},
            "row mdy mdy email name score comment",
            1,
            "ms_forms",
            "How likely are you to recommend us to a friend or colleague?",
            "date=Completion time;respondent=Email;comment=Comments"},
        ExportRow{"Microsoft Forms in German",
                  {"ID|Startzeit|Fertigstellungszeit|E-Mail|Name|Wie wahrscheinlich ist es, dass Sie uns empfehlen?"},
                  "row dmy dmy email name score",
                  1,
                  "ms_forms",
                  "Wie wahrscheinlich ist es, dass Sie uns empfehlen?",
                  "respondent=E-Mail"},
        ExportRow{"LimeSurvey in German",
                  {"Antwort ID|Datum Abgeschickt|Letzte Seite|Start-Sprache|Zufallsstartwert|Datum gestartet|Würden Sie uns "
                   "weiterempfehlen?|Begründung"},
                  "row iso constant country number iso score comment",
                  1,
                  "limesurvey_full_de",
                  "Würden Sie uns weiterempfehlen?",
                  "comment=Begründung"},
        ExportRow{"LimeSurvey with codes",
                  {"id|submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr|nps|why"},
                  "row iso constant country number iso iso ip score comment",
                  1,
                  "limesurvey_code",
                  "nps",
                  "date=submitdate;comment=why"},
        ExportRow{"Formbricks",
                  {"No.|Response ID|Timestamp|Finished|Survey ID|Formbricks ID (internal)|User ID|Tags|1. How likely are you "
                   "to recommend "
                   "us?|2. What do you like?|2. What do you like? - Option ID"},
                  "row id isoz yesno constant constant id empty score comment id",
                  1,
                  "formbricks",
                  "1. How likely are you to recommend us?",
                  "date=Timestamp;response-id=Response ID;comment=2. What do you like?"},
        ExportRow{"Tally",
                  {"Submission ID|Respondent ID|Submitted at|How likely are you to recommend us?|Why?"},
                  "id id iso score comment",
                  1,
                  "tally",
                  "How likely are you to recommend us?",
                  "respondent=Respondent ID;response-id=Submission ID;date=Submitted at;comment=Why?"}));

INSTANTIATE_TEST_SUITE_P(
    NpsTools, Exports,
    testing::Values(
        ExportRow{"AskNicely",
                  {"response_id|person_id|name|email|answer|comment|status|dontcontact|sent|opened|responded|created|segment|"
                   "question_type"},
                  "number number name email score comment country constant unix unix unix unix country constant",
                  1,
                  "asknicely",
                  "answer",
                  "response-id=response_id;respondent=email;comment=comment;date=responded"},
        ExportRow{"Retently",
                  {"id|customerId|email|companyName|tags|campaignId|campaignName|createdDate|score|comment|status|"
                   "ratingCategory|channel|"
                   "metricsType|isBogus"},
                  "id id email country empty constant country isoz score comment country group country constant constant",
                  1,
                  "retently",
                  "score",
                  "respondent=email;comment=comment;date=createdDate"},
        ExportRow{"Wootric",
                  {"id|score|text|ip_address|origin_url|end_user_id|survey_id|completed|excluded_from_calculations|tags|"
                   "created_at|updated_at"},
                  "number score comment ip country number constant constant constant empty iso iso",
                  1,
                  "wootric",
                  "score",
                  "comment=text;respondent=end_user_id"},
        ExportRow{"Zendesk",
                  {"comment|delivered_at|delivery_id|id|rated_at|rating|recipient_id|survey_id|survey_name|user_email|user_id|"
                   "user_name"},
                  "comment isoz number number isoz score number constant constant email number name",
                  1,
                  "zendesk_nps",
                  "rating",
                  "comment=comment;respondent=user_email"},
        ExportRow{
            "HubSpot",
            {"hs_survey_name|hs_survey_type|hs_survey_channel|hs_value|hs_response_group|hs_content|hs_submission_timestamp|"
             "hs_contact_email_rollup|hs_contact_id"},
            "constant constant country score group comment isoz email number",
            1,
            "hubspot_feedback",
            "hs_value",
            "respondent=hs_contact_email_rollup;date=hs_submission_timestamp;comment=hs_content"},
        ExportRow{"SatisMeter",
                  {"email|NPS_rating|NPS_comment|NPS_date"},
                  "email score comment isoz",
                  1,
                  "",
                  "NPS_rating",
                  "respondent=email;comment=NPS_comment;date=NPS_date"},
        ExportRow{"Callexa",
                  {"email|callexa_rating|callexa_comment|callexa_date"},
                  "email score comment isoz",
                  1,
                  "callexa_traits",
                  "callexa_rating",
                  "respondent=email;comment=callexa_comment;date=callexa_date"},
        ExportRow{"Help Scout",
                  {"name|value|category|comment|timestamp"},
                  "name score group comment isoz",
                  1,
                  "",
                  "value",
                  "comment=comment;date=timestamp"},
        ExportRow{"IntelliSurvey, three columns for one answer",
                  {"respid|Q16|Q16_NPS_DPP|Q16_NPS_SCORE|Q17"},
                  "number score group group100 comment",
                  1,
                  "intellisurvey",
                  "Q16",
                  "comment=Q17"},
        ExportRow{"Thanx",
                  {"nps_feedback_uid|nps_feedback_id|merchant_id|purchase_id|user_id|state|rating|review|response|responded_by|"
                   "created_at|"
                   "rated_at|responded_at"},
                  "id number constant number number country score comment empty empty iso iso empty",
                  1,
                  "thanx",
                  "rating",
                  "respondent=user_id;comment=review"},
        ExportRow{"a neutral template",
                  {"score|reason|respondent_email|respondent_name|response_date"},
                  "score comment email name iso",
                  1,
                  "neutral_template",
                  "score",
                  "comment=reason;respondent=respondent_email;date=response_date"},
        ExportRow{"Nicereply, with the rescaled old score",
                  {"id|legacy score|score|comment|created"},
                  "number 0-10 score comment iso",
                  1,
                  "",
                  "score",
                  "comment=comment"}));

INSTANTIATE_TEST_SUITE_P(
    Languages, Exports,
    testing::Values(
        ExportRow{"French",
                  {"Horodateur|Courriel|Quelle est la probabilité que vous nous recommandiez à un ami ?|Pourquoi ?|Âge"},
                  "dmy email score comment age",
                  1,
                  "google_forms",
                  "Quelle est la probabilité que vous nous recommandiez à un ami ?",
                  "date=Horodateur;respondent=Courriel;comment=Pourquoi ?"},
        ExportRow{"Spanish",
                  {"Marca temporal|Correo|¿Qué probabilidad hay de que nos recomiende?|¿Por qué?|Edad"},
                  "dmy email score comment age",
                  1,
                  "google_forms",
                  "¿Qué probabilidad hay de que nos recomiende?",
                  "date=Marca temporal;respondent=Correo;comment=¿Por qué?"},
        ExportRow{"Chinese",
                  {"提交时间|客户编号|您有多大可能向朋友推荐我们？|原因|满意度"},
                  "iso number score comment 1-5",
                  1,
                  "",
                  "您有多大可能向朋友推荐我们？",
                  "date=提交时间;respondent=客户编号;comment=原因"},
        ExportRow{"German",
                  {"Datum|Kundennummer|Weiterempfehlung (0-10)|Begründung|Alter|Gruppe"},
                  "dmy number score comment age group",
                  1,
                  "",
                  "Weiterempfehlung (0-10)",
                  "date=Datum;respondent=Kundennummer;comment=Begründung;group=Gruppe"},
        ExportRow{"a spreadsheet's decimals",
                  {"Customer ID|Likelihood to refer|Region"},
                  "number score.0 country",
                  1,
                  "",
                  "Likelihood to refer",
                  "respondent=Customer ID;segment=Region"}));

}  // namespace
}  // namespace npscope
