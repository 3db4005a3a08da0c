// SPDX-License-Identifier: MIT
// ResponseReader: one outcome for each record, from records written out by hand; ragged ones after the decisions of core/README.md.
#include "core/survey/responses.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/csv/reader.h"

namespace npscope {
namespace {

constexpr csv::Punctuation kMarks{.delimiter = ',', .quote = '"'};

/// "9" or the reason for each record; a record that was accepted with too few cells has a "-" behind it.
std::vector<std::string> outcomes(std::string_view text, size_t score, size_t width, size_t first = 0) {
  csv::Reader reader(kMarks);
  RecordBatch batch;
  reader.next(text, true, batch);
  ResponseReader responses(score, width, kMarks, {});
  ResponseBatch found;
  responses.read(batch, first, found);
  std::vector<std::string> shown;
  shown.reserve(found.reasons.size());
  for (size_t i = 0; i < found.reasons.size(); ++i)
    shown.push_back(found.reasons[i] == Code::kNone ? std::to_string(found.scores[i])
                                                    : std::string(code_name(found.reasons[i])));
  for (const uint32_t i : found.short_records) shown[i] += "-";
  EXPECT_EQ(found.scores.size(), found.reasons.size());
  return shown;
}

using Outcomes = std::vector<std::string>;

TEST(ResponseReader, GivesEachRecordItsScoreOrOneReason) {
  EXPECT_EQ(outcomes("a,9,x\nb,\"10\",x\nc,,x\nd,eleven,x\ne,-99,x\nf, 0 ,x\ng,\"Extremely likely - 10\",x\nh,n/a,x\n", 1, 3),
            (Outcomes{"9", "10", "score-empty", "score-not-a-number", "score-sentinel", "0", "10", "score-missing-code"}));
}

TEST(ResponseReader, LeavesOutTheRecordsBeforeTheFirst) {
  EXPECT_EQ(outcomes("id,score\na,9\nb,8\n", 1, 2, 1), (Outcomes{"9", "8"}));
  EXPECT_EQ(outcomes("id,score\na,9\nb,8\n", 1, 2, 3), (Outcomes{}));
}

TEST(ResponseReader, ARecordWithFewerCellsCountsWhenItsScoreIsThere) {
  EXPECT_EQ(outcomes("a,9\nb\nc,\n,\nd,8,x\n", 1, 3), (Outcomes{"9-", "too-few-cells", "score-empty-", "score-empty-", "8"}));
}

TEST(ResponseReader, ARecordWithMoreCellsCountsOnlyWhenTheSurplusIsEmpty) {
  EXPECT_EQ(outcomes("a,9,\nb,9,x\nc,8,,,\nd,8,,,y\ne,7\n", 1, 2),
            (Outcomes{"9", "too-many-cells", "8", "too-many-cells", "7"}));
}

TEST(ResponseReader, ABrokenQuoteRejectsItsRecordOnly) {
  EXPECT_EQ(outcomes("a,9,\"open\nb,8,x\"y\nc,7,\"z\"z\n", 1, 3), (Outcomes{"unclosed-quote", "8", "7"}));
}

TEST(ResponseReader, ReadsTheSameTextTheSameAgain) {
  const std::string block = "a,10 - great,x\nb,ten,x\nc,10 - great,x\nd,\"10 - great\",x\n";
  EXPECT_EQ(outcomes(block + block, 1, 3),
            (Outcomes{"10", "score-not-a-number", "10", "10", "10", "score-not-a-number", "10", "10"}));
}

TEST(ResponseReader, KeepsReadingWhenThereAreMoreTextsThanItsDictionaryHolds) {
  std::string text;
  Outcomes expected;
  for (uint32_t i = 0; i <= Dictionary::kMost + 10; ++i) {
    text += "a,comment " + std::to_string(i + 1000) + " x\n";
    expected.emplace_back("score-not-a-number");
  }
  text += "a,10 - new,\na,9\n";
  expected.insert(expected.end(), {"10", "9"});
  csv::Reader reader(kMarks);
  ResponseReader responses(1, 2, kMarks, {});
  Outcomes found;
  std::string_view rest = text;
  RecordBatch batch;
  while (const size_t taken = reader.next(rest, true, batch)) {
    ResponseBatch part;
    responses.read(batch, 0, part);
    for (size_t i = 0; i < part.reasons.size(); ++i)
      found.push_back(part.reasons[i] == Code::kNone ? std::to_string(part.scores[i])
                                                     : std::string(code_name(part.reasons[i])));
    rest.remove_prefix(taken);
  }
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace npscope
