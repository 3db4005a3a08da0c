// SPDX-License-Identifier: MIT
// The measure `near-duplicates`, by hand counts.
#include "core/measures/duplicate_comments.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/measures/comment_cases.h"

namespace npscope {
namespace {

using testing_support::ask_comments;
using testing_support::ask_cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

TestParts some() {
  return PartBuilder()
      .scores({10, 0, 9, 8, 0, 3, 10})
      .comments({"ok", "OK!", "the driver called from 0170 1234567 and came on time, thank you very much indeed",
                 "The driver called from 0170 1234567 and came on time - thank you very much indeed!", "ok.", "something else",
                 ""})
      .comments({"Ok", "", "", "", "", "", ""}, "More")
      .file("a.csv", 2)
      .build();
}

TEST(NearDuplicatesMeasure, GroupsBySizeWithAnExample) {
  const std::string answer = ask_cut(some(), kNearDuplicatesMeasure, R"({"measures":["near-duplicates"]})");
  EXPECT_TRUE(answer.starts_with(R"({"measure":"near-duplicates","comments":7,"minimum":2,"groups":2,"grouped":6,"largest":[)"
                                 R"({"comments":4,"figure":{"responses":3,"detractors":2,"passives":0,"promoters":1,)"))
      << answer;
  // "OK!" is the least of the four texts by its bytes.
  EXPECT_TRUE(answer.contains(R"("example":{"file":2,"record":3,"column":0,"text":"OK!"}},{"comments":2,)")) << answer;
  EXPECT_TRUE(answer.ends_with(R"("text":"The driver called from [phone] and came on time - thank you very much indeed!"}}]})"))
      << answer;
}

TEST(NearDuplicatesMeasure, MinimumAndLimit) {
  EXPECT_TRUE(ask_cut(some(), kNearDuplicatesMeasure, R"({"measures":[{"measure":"near-duplicates","minimum":3}]})")
                  .contains(R"("minimum":3,"groups":1,"grouped":4,)"));
  EXPECT_FALSE(
      ask_cut(some(), kNearDuplicatesMeasure, R"({"measures":[{"measure":"near-duplicates","limit":1}]})").contains("driver"));
  EXPECT_TRUE(ask_cut(some(), kNearDuplicatesMeasure, R"({"measures":[{"measure":"near-duplicates","minimum":5}]})")
                  .contains(R"("groups":0,"grouped":0,"largest":[])"));
}

TEST(NearDuplicatesMeasure, SharedWithoutTextsAndWithoutSmallGroups) {
  std::vector<int> scores(30, 9);
  PartBuilder::Texts comments;
  for (size_t i = 0; i < scores.size(); ++i) comments.emplace_back(i < 20 ? "fine" : "good");
  comments[29] = "other";
  const std::string answer = ask_cut(PartBuilder().scores(scores).comments(comments).build(), kNearDuplicatesMeasure,
                                     R"({"share":{"minimum":10},"measures":["near-duplicates"]})");
  EXPECT_TRUE(answer.contains(R"("minimum":10,"groups":1,"grouped":20,)")) << answer;
  EXPECT_FALSE(answer.contains("fine") || answer.contains("example")) << answer;
}

TEST(NearDuplicatesMeasure, BadInputIsATypedOutcome) {
  EXPECT_TRUE(ask_comments(PartBuilder().scores({1}).build(), kNearDuplicatesMeasure, R"({"measures":["near-duplicates"]})")
                  .contains(R"("unavailable":{"code":"no-comments"})"));
  for (const std::string option : {R"("minimum":1)", R"("limit":0)", R"("columns":[1])", R"("mask":false)"}) {
    EXPECT_EQ(ask_comments(some(), kNearDuplicatesMeasure, R"({"measures":[{"measure":"near-duplicates",)" + option + "}]}"),
              "option " + option.substr(1, option.find('"', 1) - 1));
  }
}

TEST(NearDuplicatesMeasure, IsTheSameHoweverResponsesAreCut) {
  const std::string answer = ask_cut(testing_support::chance_comments(400), kNearDuplicatesMeasure,
                                     R"({"measures":[{"measure":"near-duplicates","limit":500}]})");
  EXPECT_GT(answer.size(), 2000U);
}

}  // namespace
}  // namespace npscope
