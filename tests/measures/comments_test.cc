// SPDX-License-Identifier: MIT
// The measure `comments`: rows, their order, masks, and where highlights stand, counted by hand.
#include "core/measures/comments.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "tests/measures/comment_cases.h"

namespace npscope {
namespace {

using testing_support::ask_comments;
using testing_support::ask_cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

TestParts some() {
  return PartBuilder()
      .scores({10, 0, 7, 3, 9})
      .days({"2025-03-01", "2025-03-09", "", "2025-03-05", "2025-03-09"})
      .comments({"Slow but good", "slow. SLOW", "mail jo@example.org please", "", "😀 zu langsam, slow"})
      .file("a.csv", 1)
      .build();
}

json::Document read(const std::string& answer) {
  std::optional<json::Document> document = json::parse_document(answer);
  EXPECT_TRUE(document) << answer;
  return std::move(*document);
}

std::vector<int> records(const TestParts& parts, const std::string& options) {
  const json::Document answer =
      read(ask_cut(parts, kCommentsMeasure, R"({"measures":[{"measure":"comments")" + options + "}]}"));
  std::vector<int> records;
  for (const json::Node row : answer.root().find("comments").items())
    records.push_back(static_cast<int>(*row.find("record").number()));
  return records;
}

TEST(CommentsMeasure, WritesRowsWithTheirPlace) {
  EXPECT_EQ(
      ask_cut(some(), kCommentsMeasure, R"({"measures":[{"measure":"comments","limit":1}]})"),
      R"({"measure":"comments","total":4,"offset":0,"masked":true,"comments":[{"file":1,"record":2,"column":0,"day":"2025-03-01",)"
      R"("score":10,"group":"promoter","text":"Slow but good","highlights":[]}]})");
}

TEST(CommentsMeasure, IsOrderedByPositionDateOrScore) {
  EXPECT_EQ(records(some(), ""), (std::vector{2, 3, 4, 6}));
  EXPECT_EQ(records(some(), R"(,"order":"position")"), (std::vector{2, 3, 4, 6}));
  EXPECT_EQ(records(some(), R"(,"order":"date")"), (std::vector{3, 6, 2, 4}))
      << "the latest first, none last, equal ones by position";
  EXPECT_EQ(records(some(), R"(,"order":"score")"), (std::vector{3, 4, 6, 2}));
}

TEST(CommentsMeasure, PagesFollowEachOther) {
  EXPECT_EQ(records(some(), R"(,"order":"score","offset":1,"limit":2)"), (std::vector{4, 6}));
  EXPECT_EQ(records(some(), R"(,"offset":3)"), (std::vector{6}));
  EXPECT_EQ(records(some(), R"(,"offset":4)"), std::vector<int>());
  EXPECT_EQ(records(some(), R"(,"offset":100)"), std::vector<int>());
}

std::string highlights(const std::string& query) {
  const std::string answer = ask_cut(some(), kCommentsMeasure, query);
  std::string all;
  for (size_t at = answer.find("\"highlights\":"); at != std::string::npos; at = answer.find("\"highlights\":", at + 1))
    all += answer.substr(at + 13, answer.find('}', at) - at - 13) + ' ';
  return all;
}

TEST(CommentsMeasure, HighlightsCountUtf16AsJavaScriptSlices) {
  // "😀 zu langsam, slow".slice(15, 19) === "slow": the face is two units.
  EXPECT_EQ(highlights(R"({"measures":[{"measure":"comments","search":"SLOW"}]})"), "[[0,4]] [[0,4],[6,10]] [[15,19]] ");
}

TEST(CommentsMeasure, HighlightsWhatTheFilterAsksOfCommentsToo) {
  EXPECT_EQ(
      highlights(R"({"filter":[{"column":"Comment","contains":"low b"}],"measures":[{"measure":"comments","search":"slow"}]})"),
      "[[0,6]] ")
      << "those that overlap are one";
  EXPECT_EQ(highlights(R"({"filter":[{"role":"comment","contains":"GOOD"}],"measures":["comments"]})"), "[[9,13]] ");
  EXPECT_EQ(highlights(R"({"filter":[{"column":"Comment","contains":"slow","not":true}],"measures":["comments"]})"), "[] ");
}

TEST(CommentsMeasure, IsMaskedUnlessAPersonWantsToSee) {
  const std::string query = R"({"measures":[{"measure":"comments","search":"please")";
  const std::string masked = ask_cut(some(), kCommentsMeasure, query + "}]}");
  EXPECT_TRUE(masked.contains(R"("text":"mail [e-mail] please","highlights":[[14,20]])")) << masked;
  const std::string plain = ask_cut(some(), kCommentsMeasure, query + R"(,"mask":false}]})");
  EXPECT_TRUE(plain.contains(R"("masked":false,)"));
  EXPECT_TRUE(plain.contains(R"("text":"mail jo@example.org please","highlights":[[20,26]])")) << plain;
}

TEST(CommentsMeasure, IsNotShared) {
  EXPECT_EQ(ask_comments(some(), kCommentsMeasure, R"({"share":{"minimum":5},"measures":["comments"]})"),
            R"({"measure":"comments","unavailable":{"code":"not-shared"}})");
}

TEST(CommentsMeasure, GroupsWithoutScoresStandAmongThem) {
  TestParts parts = PartBuilder().scores({7, 8, 9}).comments({"a", "b", "c"}).build();
  parts.join(PartBuilder().groups({2, 1, 0}).comments({"d", "e", "f"}).file("b", 1).build());
  const std::string answer = ask_cut(parts, kCommentsMeasure, R"({"measures":[{"measure":"comments","order":"score"}]})");
  std::string texts;
  for (size_t at = answer.find("\"text\":\""); at != std::string::npos; at = answer.find("\"text\":\"", at + 1))
    texts += answer[at + 8];
  EXPECT_EQ(texts, "fabecd");
  EXPECT_TRUE(answer.contains(R"("score":null,"group":"detractor","text":"f")")) << answer;
}

TEST(CommentsMeasure, BadInputIsATypedOutcome) {
  EXPECT_EQ(ask_comments(PartBuilder().scores({1}).build(), kCommentsMeasure, R"({"measures":["comments"]})"),
            R"({"measure":"comments","total":0,"offset":0,"masked":true,"comments":[]})");
  EXPECT_TRUE(ask_comments(some(), kCommentsMeasure, R"({"measures":[{"measure":"comments","search":"zebra"}]})")
                  .contains(R"("total":0,)"));
  for (const std::string option :
       {R"("search":"")", R"("order":"size")", R"("limit":1001)", R"("offset":-1)", R"("mask":"yes")", R"("x":1)"}) {
    EXPECT_EQ(ask_comments(some(), kCommentsMeasure, R"({"measures":[{"measure":"comments",)" + option + "}]}"),
              "option " + option.substr(1, option.find('"', 1) - 1));
  }
}

TEST(CommentsMeasure, IsTheSameHoweverResponsesAreCut) {
  const TestParts parts = testing_support::chance_comments(300);
  for (const char* order : {"position", "date", "score"}) {
    const std::string query =
        R"({"measures":[{"measure":"comments","search":"o","offset":20,"limit":100,"order":")" + std::string(order) + "\"}]}";
    EXPECT_GT(ask_cut(parts, kCommentsMeasure, query).size(), 5000U);
  }
}

}  // namespace
}  // namespace npscope
