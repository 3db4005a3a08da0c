// SPDX-License-Identifier: MIT
// Roles that a header names: found with values that fit, in five languages, and left alone where anything is unsure.
#include "core/survey/role_choice.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/survey/words.h"
#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::split;

struct TestColumn {
  std::string header;
  /// Repeated down the column; several joined by "|".
  std::string values;
};

/// A score, the columns, and 24 rows.
Records with_score(const std::vector<TestColumn>& columns) {
  Records records = {{"nps"}};
  for (const TestColumn& column : columns) records[0].push_back(column.header);
  for (size_t i = 0; i < 24; ++i) {
    records.push_back({std::to_string(testing_support::score_of(i))});
    for (const TestColumn& column : columns) {
      const std::vector<std::string> values = split(column.values, '|');
      records.back().push_back(values[i % values.size()]);
    }
  }
  return records;
}

std::string role_of(const Mapping& mapping, size_t column) { return std::string(role_name(mapping.columns[column].role)); }

const std::string kPersons = "Ada Marron|Ben Tully|Cleo Vance|Dan Orrick|Eva Lorne|Fay Dunn|Gus Peel|Hal Ivey";
const std::string kFirms = "Lindental GmbH|Café Nord|Moss & Kelp|Reed Ltd|Lichen SA|北方公司";
const std::string kStarts = "2024-05-01 10:00|2024-05-02 11:30|2024-05-03 09:15|2024-05-04 16:45|2024-05-05 08:20";

MappingRequest choosing(Role role, const std::string& column) {
  MappingRequest request;
  request.choices = {{role, column}};
  return request;
}

struct NamedRow {
  std::string role;
  std::vector<std::string> headers;
  std::string values;
};

TEST(RoleChoice, HeadersInFiveLanguagesNameARoleWhenTheValuesFit) {
  const std::vector<NamedRow> rows = {
      {"name", {"Name", "First Name", "lastName", "Vorname", "姓名", "Prénom", "Apellido"}, kPersons},
      {"account", {"Account", "Company name", "companyName", "Firma", "公司", "Entreprise", "Empresa"}, kFirms},
      {"employee", {"Agent", "Account manager", "Kundenberater", "Mitarbeiter", "客服", "Conseiller", "Asesor"}, kPersons},
      {"employee", {"agent_id", "Mitarbeiter-ID", "工号"}, "E1001|E1002|E1003"},
      {"language", {"UserLanguage", "Sprache", "语言", "Langue", "Idioma", "locale"}, "en|de-DE|zh-Hans|fr"},
      {"language", {"Language"}, "English"},
      {"channel", {"Channel", "DistributionChannel", "Kanal", "渠道", "Canal"}, "email|SMS|web|WhatsApp"},
      {"touchpoint", {"Touchpoint", "Kontaktpunkt", "触点", "Point de contact", "Punto de contacto"}, "Delivery|Support call"},
      {"survey", {"Survey name", "survey_id", "Umfrage", "问卷", "Enquête", "Encuesta"}, "Loyalty 2024|Onboarding"},
      {"wave", {"Wave", "Welle", "波次", "Vague", "Oleada"}, "2024-Q1|2024-Q2|2024-Q3"},
      {"wave", {"Survey wave"}, "1|2|3"},
      {"weight", {"weight", "Gewichtung", "权重", "Pondération", "Ponderación"}, "0.528|0.711|1.437|0.886|1.2"},
      {"weight", {"Gewicht"}, "0,528|0,711|1,437|0,886"},
      {"revenue", {"Revenue", "Umsatz", "ARR", "销售额", "Chiffre d'affaires", "Ingresos"}, "1200|80.50|19999|430"},
      {"revenue", {"Umsatz (EUR)"}, "1.200,00 €|80,50 €|430,10 €"},
      {"driver",
       {"Satisfaction with delivery", "Zufriedenheit Lieferung", "满意度", "Qualité du service", "Calidad"},
       "1|5|3|4|2"},
      {"driver", {"How would you rate our support?", "CSAT"}, "7|1|4|6|2|5"},
      {"metric", {"type", "Frage", "anything"}, "NPS|CSAT|NPS|CES"},
      {"start-date", {"Start Date", "Startzeit", "开始时间", "Date de début", "Fecha de inicio"}, kStarts}};
  for (const NamedRow& row : rows) {
    for (const std::string& header : row.headers) {
      // A better date stands beside each column, so that a start is no date.
      const Records records = with_score({{header, row.values}, {"Submitted at", "2024-05-01T10:00|2024-05-02T10:00"}});
      EXPECT_EQ(role_of(choose_mapping(records, {}).mapping, 1), row.role) << header;
    }
  }
}

TEST(RoleChoice, ANameWithoutFittingValuesIsNothing) {
  const std::vector<NamedRow> rows = {
      {"segment", {"Account"}, "Yes|No"},      {"segment", {"Agent"}, "1|2|3|4"},
      {"segment", {"Agent"}, "Yes|No"},        {"segment", {"Language", "Channel", "Touchpoint"}, "1|2|3"},
      {"segment", {"Weight"}, "62|71|95|88"},  {"segment", {"Weight"}, "1|2|3"},
      {"segment", {"Revenue"}, "1|2|3|4"},     {"segment", {"Revenue"}, "under 1000|1000 to 5000|above"},
      {"segment", {"Satisfaction"}, "Yes|No"}, {"segment", {"Name"}, "Basic|Pro"}};
  for (const NamedRow& row : rows) {
    for (const std::string& header : row.headers)
      EXPECT_EQ(role_of(choose_mapping(with_score({{header, row.values}}), {}).mapping, 1), row.role) << header << row.values;
  }
}

TEST(RoleChoice, AHeaderThatSaysMoreThanTheRoleIsNotMeant) {
  const std::vector<std::string> headers = {
      "Account type",        "Company size", "Account manager team", "User agent",           "Agentur",
      "Number of employees", "Survey type",  "Product name",         "Channel satisfaction", "Programming language",
      "Did the agent help?", "公司规模",     "Mitarbeiterzahl"};
  for (const std::string& header : headers)
    EXPECT_EQ(role_of(choose_mapping(with_score({{header, "Alpha|Beta|Gamma"}}), {}).mapping, 1), "segment") << header;
}

TEST(RoleChoice, AColumnOfEmployeesIsRemarkedAndItsAddressesAreNoRespondents) {
  const Records records = with_score({{"Agent email", "ann@example.test|bob@example.test"}, {"Agent first name", kPersons}});
  const Mapping mapping = choose_mapping(records, {}).mapping;
  EXPECT_EQ(role_of(mapping, 1), "employee");
  EXPECT_EQ(role_of(mapping, 2), "employee");
  EXPECT_EQ(std::ranges::count(mapping.remarks, Code::kEmployeeColumn, &Mapping::Remark::code), 2);
  const Mapping chosen = choose_mapping(with_score({{"x", kPersons}}), choosing(Role::kEmployee, "x")).mapping;
  EXPECT_EQ(std::ranges::count(chosen.remarks, Code::kEmployeeColumn, &Mapping::Remark::code), 1);
}

TEST(RoleChoice, NamesOfPersonsAndEmployeesAreNeverSegments) {
  for (const std::string header : {"Name", "Vorname", "姓名", "Berater", "Agent", "客服"}) {
    const Mapping mapping = choose_mapping(with_score({{header, "Ada Marron|Ben Tully|Cleo Vance"}}), {}).mapping;
    EXPECT_NE(mapping.columns[1].role, Role::kSegment) << header;
    EXPECT_NE(mapping.columns[1].role, Role::kNone) << header;
  }
}

TEST(RoleChoice, AspectsAreDriversOnlyWhereSeveralAreRated) {
  const std::string ratings = "5|7|1|4|6|2";
  const Mapping several =
      choose_mapping(with_score({{"support", ratings}, {"price", ratings}, {"Lieferung", ratings}}), {}).mapping;
  for (const size_t c : {1, 2, 3}) EXPECT_EQ(role_of(several, c), "driver") << c;
  const Mapping alone = choose_mapping(with_score({{"delivery", ratings}}), {}).mapping;
  EXPECT_EQ(role_of(alone, 1), "segment");
}

TEST(RoleChoice, AnotherNpsQuestionIsNoDriver) {
  const Mapping mapping =
      choose_mapping(with_score({{"How likely are you to recommend the quality of our support?", "9|10|0|7|8"}}), {}).mapping;
  EXPECT_NE(mapping.columns[1].role, Role::kDriver);
}

TEST(RoleChoice, RowsOfOtherMetricsAreLeftOutWhereAColumnNamesThem) {
  const Records records = with_score({{"kind", "NPS|CSAT"}});
  const Mapping mapping = choose_mapping(records, {}).mapping;
  ASSERT_EQ(mapping.exclusions.size(), 1U);
  EXPECT_EQ(mapping.exclusions[0].column, 1U);
  EXPECT_TRUE(mapping.exclusions[0].keep);
  EXPECT_EQ(mapping.exclusions[0].values, (std::vector<std::string>{"nps"}));
  EXPECT_EQ(mapping.exclusions[0].code, Code::kExcludedMetric);
  EXPECT_EQ(std::ranges::count(mapping.remarks, Code::kMixedMetrics, &Mapping::Remark::code), 1);
  const Mapping pure = choose_mapping(with_score({{"Survey type", "NPS"}}), {}).mapping;
  EXPECT_EQ(role_of(pure, 1), "metric");
  EXPECT_TRUE(choose_mapping(with_score({{"Survey name", "NPS"}}), {}).mapping.exclusions.empty()) << "its name is NPS";
  EXPECT_EQ(std::ranges::count(pure.remarks, Code::kMixedMetrics, &Mapping::Remark::code), 0);
  EXPECT_TRUE(choose_mapping(with_score({{"kind", "CSAT|CES"}}), {}).mapping.exclusions.empty());
}

TEST(RoleChoice, TheGroupColumnIsTheOneThatIsCompared) {
  Records records = with_score({{"Tier", "a|b"}});
  records[0].push_back("NPS category");
  for (size_t r = 1; r < records.size(); ++r) records[r].push_back(testing_support::value_of("group", r - 1));
  const Mapping mapping = choose_mapping(records, {}).mapping;
  EXPECT_EQ(role_of(mapping, 2), "group");
  ASSERT_TRUE(mapping.group_check);
  EXPECT_EQ(mapping.group_check->column, 2U);
  const Mapping segment = choose_mapping(records, choosing(Role::kSegment, "NPS category")).mapping;
  EXPECT_FALSE(segment.group_check);
  const Mapping chosen = choose_mapping(records, choosing(Role::kGroup, "NPS category")).mapping;
  ASSERT_TRUE(chosen.group_check);
  EXPECT_EQ(chosen.group_check->style, GroupStyle::kWords);
}

TEST(RoleChoice, ShortAnswersAreCommentsWhereTheHeaderAsksForThem) {
  const Mapping mapping =
      choose_mapping(with_score({{"Why?",
                                  "Clear price|Too slow|Friendly|Easy to use|Wrong bill|Late again|Fine so "
                                  "far|Nice shop|Good food|Cold soup|Too loud|Helpful|Rude staff"},
                                 {"Reasons", "price;speed;|staff;|price;|speed;staff;|staff;price;|speed;"}}),
                     {})
          .mapping;
  EXPECT_EQ(role_of(mapping, 1), "comment");
  EXPECT_NE(role_of(mapping, 2), "comment");
}

TEST(RoleChoice, FewDifferentCommentsAreCommentsUnderThatName) {
  const char* const written = "Fast delivery|Too slow for me|Fast delivery|Fast delivery|Too slow for me|Friendly staff";
  const Mapping mapping =
      choose_mapping(
          with_score({{"comment", written}, {"Kommentar", written}, {"Sentence", written}, {"Feedback", "good|bad"}}), {})
          .mapping;
  EXPECT_EQ(role_of(mapping, 1), "comment");
  EXPECT_EQ(role_of(mapping, 2), "comment");
  EXPECT_EQ(role_of(mapping, 3), "segment");
  EXPECT_EQ(role_of(mapping, 4), "segment") << "words of a pick list";
}

TEST(RoleChoice, NumbersThatASpreadsheetHasRoundedAreNoKeys) {
  const Mapping mapping =
      choose_mapping(with_score({{"Customer ID", "1.1E+10|1.2E+10|11234567890|11234567891|11234567892|1.3E+10"},
                                 {"Response ID", kPersons}}),
                     {})
          .mapping;
  EXPECT_NE(mapping.columns[1].role, Role::kRespondent);
}

TEST(RoleChoice, AToolsResponseIdMayRepeat) {
  Records records =
      testing_support::table_of({"#|Would you recommend us?|Submit Date (UTC)|Network ID|Ending"}, "id score iso id country");
  for (size_t r = 2; r < 8; ++r) records[r][0] = records[1][0];
  EXPECT_EQ(role_of(choose_mapping(records, {}).mapping, 0), "response-id");
}

TEST(RoleWords, AgainstBeatsAndWholeWordsAreWhole) {
  EXPECT_EQ(role_word(Role::kName, "name"), "name");
  EXPECT_EQ(role_word(Role::kName, "product name"), std::nullopt);
  EXPECT_EQ(role_word(Role::kName, "brand"), std::nullopt);
  EXPECT_EQ(role_word(Role::kEmployee, "kundenberater"), "berater");
  EXPECT_EQ(role_word(Role::kEmployee, "user agent"), std::nullopt);
  EXPECT_EQ(role_word(Role::kSegment, "segment"), std::nullopt);
}

}  // namespace
}  // namespace npscope
