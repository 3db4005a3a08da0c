// SPDX-License-Identifier: MIT
// Words in headers: short ones stand alone, long ones may be part of a compound; missing-value codes.
#include "core/survey/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/text.h"

namespace npscope {
namespace {

TEST(HeaderWords, AreFoldedWithLinesAsBlanks) {
  EXPECT_EQ(header_words("Likely-To_Recommend"), "likely to recommend");
  EXPECT_EQ(header_words("  NPS\u00A0 "), "nps");
  EXPECT_EQ(header_words("'=cmd"), "=cmd");
}

TEST(ScoreWords, ShortOnesStandAlone) {
  for (const std::string header : {"NPS", "nps_score", "Q1 (NPS)", "NPS-Wert", "Our NPS?"})
    EXPECT_TRUE(strong_score_word(header_words(header))) << header;
  for (const std::string header : {"unpsycho", "snps", "npsx", "inputs", "ltrx", "filter"})
    EXPECT_FALSE(strong_score_word(header_words(header))) << header;
  for (const std::string header : {"corporate", "prorated", "moderate", "separate"})
    EXPECT_FALSE(weak_score_word(header_words(header))) << header;
}

TEST(ScoreWords, LongOnesMayBePartOfACompound) {
  for (const std::string header :
       {"Weiterempfehlungsbereitschaft", "recommendation", "您的推荐意愿", "recommandation", "recomendaría"})
    EXPECT_TRUE(strong_score_word(header_words(header))) << header;
}

TEST(ScoreWords, SomeSpeakAgainst) {
  for (const std::string header :
       {"legacy score", "NPS group", "csat", "Age", "Duration (in seconds)", "has_recommended", "满意度", "Alter"})
    EXPECT_TRUE(word_against_score(header_words(header))) << header;
  for (const std::string header :
       {"How likely are you to recommend us?", "NPS", "Würden Sie uns weiterempfehlen?", "score", "page"})
    EXPECT_FALSE(word_against_score(header_words(header))) << header;
}

struct RoleRow {
  Role role;
  std::vector<std::string> headers;
};

TEST(RoleWords, AreKnownInFiveLanguages) {
  const std::vector<RoleRow> rows = {
      {Role::kRespondent, {"Email Address", "customer_id", "E-Mail-Adresse", "Kundennummer", "客户编号", "courriel", "correo"}},
      {Role::kResponseId, {"ResponseId", "Submission ID", "Antwort ID", "答卷编号", "id de respuesta"}},
      {Role::kDate, {"RecordedDate", "Submitted at", "Zeitstempel", "Fertigstellungszeit", "提交时间", "Horodateur", "Fecha"}},
      {Role::kComment, {"Comment", "Why did you give this score?", "Begründung", "原因", "Pourquoi ?", "¿Por qué?"}}};
  for (const RoleRow& row : rows) {
    for (const std::string& header : row.headers) EXPECT_TRUE(role_word(row.role, header_words(header))) << header;
    EXPECT_FALSE(role_word(row.role, header_words("Country")));
  }
}

TEST(MissingValues, AreWordsOrDeclaredNumbers) {
  for (const std::string text : {"n/a", "na", "keine angabe", "k.a.", "未回答", "sans réponse", "ns/nc", "-", "null"})
    EXPECT_TRUE(is_missing_text(text)) << text;
  for (const std::string text : {"", "0", "9", "-99", "nada", "no"}) EXPECT_FALSE(is_missing_text(text)) << text;
  for (const std::string text : {"-99", "-1", "-999", "999", "99"}) EXPECT_TRUE(is_sentinel_number(text)) << text;
  for (const std::string text : {"", "0", "9", "-9", "98", "n/a"}) EXPECT_FALSE(is_sentinel_number(text)) << text;
}

}  // namespace
}  // namespace npscope
