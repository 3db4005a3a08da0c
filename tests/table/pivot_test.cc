// SPDX-License-Identifier: MIT
// One row per answer to one record per response: order, several answers, rows that could not be read, cuts that do not show.
#include "core/table/pivot.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/csv/reader.h"

namespace npscope {
namespace {

constexpr char kQuote = '"';

LongFormat shape() {
  LongFormat shape;
  shape.id = 0;
  shape.question = 2;
  shape.label = 3;
  shape.type = 4;
  shape.nps_type = "nps";
  shape.values = {5, 6};
  return shape;
}

const std::vector<std::string> kNames = {"id", "language", "field", "label", "type", "number", "text"};

using Lines = std::vector<std::string>;

/// Names, then the records, cells between bars, with the line before and remarks behind.
Lines shown(Pivot& pivot) {
  Lines lines;
  std::string names;
  for (const std::string& name : pivot.names()) names += name + "|";
  lines.push_back(names);
  RecordBatch batch;
  uint64_t records = 0;
  while (pivot.next(batch)) {
    EXPECT_EQ(batch.first_record, records + 1);
    for (size_t r = 0; r < batch.size(); ++r) {
      std::string line = std::to_string(batch.lines[r]) + ":";
      for (size_t c = 0; c < batch.cell_count(r); ++c) line += std::string(batch.raw_cell(r, c)) + "|";
      for (const RecordRemark& remark : batch.remarks) {
        if (remark.record == r) line += std::string(code_name(remark.code));
      }
      lines.push_back(line);
    }
    records += batch.size();
  }
  return lines;
}

/// `text` is read in pieces of `window` bytes.
Lines pivoted(std::string_view text, size_t window, size_t first = 0) {
  Pivot pivot(shape(), kNames, kQuote);
  csv::Reader reader({.delimiter = ',', .quote = kQuote});
  RecordBatch batch;
  size_t begin = 0;
  for (size_t end = std::min(window, text.size());; end = std::min(end + window, text.size())) {
    const bool final = end == text.size();
    while (const size_t taken = reader.next(text.substr(begin, end - begin), final, batch)) {
      pivot.take(batch, batch.first_record == 1 ? first : 0);
      begin += taken;
    }
    if (final) break;
  }
  return shown(pivot);
}

constexpr std::string_view kRows =
    "a,en,q1,How likely?,nps,9,\n"
    "a,en,q2,Why?,text,,\"Fast,\nand good\"\n"
    "b,de,q2,Why?,text,,slow\n"
    "a,en,q3,Uses,choice,,app\n"
    "b,de,q1,How likely?,nps,3,\n"
    "a,en,q3,Uses,choice,,shop\n"
    "c,,q1,How likely?,nps,,\n";

TEST(Pivot, GivesARecordPerResponseInTheOrderOfTheFirstRows) {
  const Lines expected = {"id|language|How likely?|Why?|Uses|", "1:a|en|9|Fast,\nand good|app; shop|", "4:b|de|3|slow|",
                          "8:c|"};
  EXPECT_EQ(pivoted(kRows, kRows.size()), expected);
  for (size_t window = 1; window < 60; ++window) EXPECT_EQ(pivoted(kRows, window), expected) << window;
}

TEST(Pivot, CountsRowsAndKnowsTheNpsQuestion) {
  Pivot pivot(shape(), kNames, kQuote);
  csv::Reader reader({.delimiter = ',', .quote = kQuote});
  RecordBatch batch;
  reader.next(kRows, true, batch);
  pivot.take(batch, 0);
  EXPECT_EQ(pivot.rows(), 7U);
  EXPECT_EQ(pivot.size(), 3U);
  EXPECT_EQ(pivot.nps_column(), 2U);
  EXPECT_FALSE(pivot.full());
  const Lines once = shown(pivot);
  pivot.rewind();
  EXPECT_EQ(shown(pivot), once);
}

TEST(Pivot, ARowWithoutIdIsAResponseOfItsOwn) {
  EXPECT_EQ(pivoted(",en,q1,How?,nps,9,\n,en,q1,How?,nps,8,\n", 1000), (Lines{"id|language|How?|", "1:|en|9|", "2:|en|8|"}));
}

TEST(Pivot, ARowThatCannotBeReadBecomesARecordWithItsRemark) {
  EXPECT_EQ(pivoted("a,en,q1,How?,nps,9,\nb,en,q1,How?,nps,8,\"open\nc,en,q1,How?,nps,7,\n", 1000),
            (Lines{"id|language|How?|", "1:a|en|9|", "2:unclosed-quote", "3:c|en|7|"}));
}

TEST(Pivot, AQuestionWithoutLabelIsNamedByItself) {
  EXPECT_EQ(pivoted("a,en,q1,,nps,9\na,en,,,,7\n", 1000), (Lines{"id|language|q1||", "1:a|en|9|7|"}));
}

TEST(Pivot, TooManyQuestionsAreNotTaken) {
  std::string text;
  for (size_t i = 0; i <= Pivot::kMostQuestions; ++i) text += "a,en,q" + std::to_string(i) + ",,nps,9\n";
  Pivot pivot(shape(), kNames, kQuote);
  csv::Reader reader({.delimiter = ',', .quote = kQuote});
  RecordBatch batch;
  std::string_view rest = text;
  while (const size_t taken = reader.next(rest, true, batch)) {
    pivot.take(batch, 0);
    rest.remove_prefix(taken);
  }
  EXPECT_TRUE(pivot.full());
}

TEST(Pivot, OfNothingIsNothing) { EXPECT_EQ(pivoted("", 10), (Lines{"id|language|"})); }

}  // namespace
}  // namespace npscope
