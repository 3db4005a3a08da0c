// SPDX-License-Identifier: MIT
// ResponseReader: one outcome for each record, from records written out by hand; ragged ones after the decisions of core/README.md.
#include "core/survey/responses.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/csv/reader.h"
#include "core/format/record_builder.h"

namespace npscope {
namespace {

constexpr csv::Punctuation kMarks{.delimiter = ',', .quote = '"'};

using Outcomes = std::vector<std::string>;

Mapping mapping_of(size_t score, size_t width) {
  Mapping mapping;
  mapping.score = score;
  mapping.columns.resize(width);
  return mapping;
}

/// "9" or the reason for each record; behind a "-" for too few cells, a "!" for a group that differs.
Outcomes shown(const ResponseBatch& found) {
  Outcomes outcomes;
  outcomes.reserve(found.reasons.size());
  for (size_t i = 0; i < found.reasons.size(); ++i)
    outcomes.push_back(found.reasons[i] == Code::kNone ? std::to_string(found.scores[i])
                                                       : std::string(code_name(found.reasons[i])));
  for (const ResponseBatch::Remark& remark : found.remarks)
    outcomes[remark.response] += remark.code == Code::kTooFewCells ? "-" : remark.code == Code::kGroupMismatch ? "!" : "?";
  EXPECT_EQ(found.scores.size(), found.reasons.size());
  return outcomes;
}

Outcomes outcomes(std::string_view text, const Mapping& mapping, size_t first = 0) {
  csv::Reader reader(kMarks);
  RecordBatch batch;
  reader.next(text, true, batch);
  ResponseReader responses(mapping, kMarks);
  ResponseBatch found;
  responses.read(batch, first, found);
  return shown(found);
}

Outcomes outcomes(std::string_view text, size_t score, size_t width, size_t first = 0) {
  return outcomes(text, mapping_of(score, width), first);
}

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
  const Mapping mapping = mapping_of(1, 2);
  ResponseReader responses(mapping, kMarks);
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

TEST(ResponseReader, AnExclusionWinsOverTheScoreAndABrokenRecordOverTheExclusion) {
  Mapping mapping = mapping_of(0, 3);
  mapping.exclusions = {{1, false, {"test", "preview"}, Code::kExcludedTest}, {2, true, {"nps"}, Code::kExcludedMetric}};
  EXPECT_EQ(outcomes("9,,nps\n9,Test,nps\n,\" PREVIEW \",nps\neleven,test,csat\n8,,csat\n7,,\n6,,NPS\n", mapping),
            (Outcomes{"9", "excluded-test", "excluded-test", "excluded-test", "excluded-metric", "excluded-metric", "6"}));
  EXPECT_EQ(outcomes("9,test,nps,x\n9,test,\"open\n", mapping), (Outcomes{"too-many-cells", "unclosed-quote"}));
  EXPECT_EQ(outcomes("9,test\n8\n", mapping), (Outcomes{"excluded-test-", "excluded-metric-"}));
}

TEST(ResponseReader, GroupsAndPositionsAreReadAsTheMappingSays) {
  Mapping mapping = mapping_of(0, 1);
  mapping.score_kind = ScoreKind::kGroups;
  EXPECT_EQ(outcomes("Promoter\nkritiker\nPassive\n9\nn/a\n\"\"\nfan\n", mapping),
            (Outcomes{"2", "0", "1", "score-not-a-number", "score-missing-code", "score-empty", "score-not-a-number"}));
  mapping.score_groups = GroupStyle::kWeights;
  EXPECT_EQ(outcomes("100\n-100\n0\n9\n", mapping), (Outcomes{"2", "0", "1", "score-out-of-range"}));
  mapping.score_kind = ScoreKind::kPositions;
  EXPECT_EQ(outcomes("11\n1\n10\n0\n12\n5.5\n", mapping),
            (Outcomes{"10", "0", "9", "score-out-of-range", "score-out-of-range", "score-not-integer"}));
}

TEST(ResponseReader, TheToolsOwnGroupIsComparedWithTheScore) {
  Mapping mapping = mapping_of(0, 2);
  mapping.group_check = GroupCheck{1, GroupStyle::kWords};
  EXPECT_EQ(outcomes("9,Promoter\n6,Passive\n7,\n0,unknown\n,Promoter\n8,passive\n10,Detractor\n", mapping),
            (Outcomes{"9", "6!", "7", "0", "score-empty", "8", "10!"}));
}

TEST(ResponseReader, ADeclaredDigitIsNoScore) {
  Mapping mapping = mapping_of(0, 1);
  mapping.missing.declared = {"-99", "0"};
  EXPECT_EQ(outcomes("0\n9\n-99\n", mapping), (Outcomes{"score-missing-code", "9", "score-missing-code"}));
}

TEST(ResponseReader, TheRowsOfATableMayBeShortOrLong) {
  RecordBatch batch;
  RecordBuilder builder;
  builder.start(batch, 1);
  const std::vector<std::vector<std::string>> rows = {{"a", "9"},       {"b"},        {"c", "10", "x", "surplus"}, {},
                                                      {"d", "#DIV/0!"}, {"e", "#N/A"}};
  for (const auto& row : rows) {
    builder.begin_record(1);
    for (const std::string& cell : row) builder.cell(cell.starts_with('#') ? CellKind::kError : CellKind::kText, cell);
    if (row.empty()) builder.remark(Code::kInvalidJsonRecord, -1);
    builder.end_record();
  }
  const Mapping mapping = mapping_of(1, 3);
  ResponseReader responses(mapping, {.delimiter = ',', .quote = '\0'});
  ResponseBatch found;
  responses.read(batch, 0, found);
  EXPECT_EQ(shown(found),
            (Outcomes{"9", "score-empty", "10", "invalid-json-record", "score-not-a-number", "score-missing-code"}));
}

}  // namespace
}  // namespace npscope
