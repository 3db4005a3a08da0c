// SPDX-License-Identifier: MIT
// Taking the quotes off a raw cell and counting line ends, row by row.
#include "core/format/record_batch.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

struct CellRow {
  std::string raw;
  std::string content;
};

TEST(CellText, TakesQuotesOffAndUndoesDoubledOnes) {
  const std::vector<CellRow> rows = {{"", ""},
                                     {"plain", "plain"},
                                     {"\"\"", ""},
                                     {"\"quoted\"", "quoted"},
                                     {"\"a,b\"", "a,b"},
                                     {"\"a\r\nb\"", "a\r\nb"},
                                     {"\"a\"\"b\"", "a\"b"},
                                     {"\"\"\"\"", "\""},
                                     {"\"\"\"\"\"\"", "\"\""},
                                     {"\"\"\"a\"\"\"", "\"a\""}};
  std::string scratch;
  for (const CellRow& row : rows) EXPECT_EQ(cell_text(row.raw, '"', scratch), row.content) << row.raw;
}

TEST(CellText, KeepsWhatStandsBehindTheClosingQuote) {
  std::string scratch;
  EXPECT_EQ(cell_text("\"a\"b", '"', scratch), "ab");
  EXPECT_EQ(cell_text("\"a\" ", '"', scratch), "a ");
  EXPECT_EQ(cell_text("\"a\"b\"c\"", '"', scratch), "ab\"c\"");
}

TEST(CellText, LeavesACellAloneThatIsNotQuoted) {
  std::string scratch;
  EXPECT_EQ(cell_text("say \"hi\"", '"', scratch), "say \"hi\"");
  EXPECT_EQ(cell_text(" \"a\"", '"', scratch), " \"a\"");
  EXPECT_EQ(cell_text("'a'", '"', scratch), "'a'");
  EXPECT_EQ(cell_text("'a'", '\'', scratch), "a");
}

TEST(CellText, AQuoteThatNeverClosesIsText) {
  std::string scratch;
  EXPECT_EQ(cell_text("\"open", '"', scratch), "\"open");
  EXPECT_EQ(cell_text("\"", '"', scratch), "\"");
  EXPECT_EQ(cell_text("\"op\"\"en", '"', scratch), "\"op\"\"en");
}

struct LineRow {
  std::string text;
  uint64_t lines;
};

TEST(CountLineEnds, CountsEachKindOnce) {
  const std::vector<LineRow> rows = {{"", 0},         {"a", 0},       {"\n", 1},       {"\r", 1},
                                     {"\r\n", 1},     {"\n\r", 2},    {"\r\r\n\n", 3}, {"a\nb\r\nc", 2},
                                     {"\r\n\r\n", 2}, {"a\rb\rc", 2}, {"\n\n\n", 3}};
  for (const LineRow& row : rows) EXPECT_EQ(count_line_ends(row.text), row.lines);
}

TEST(CountLineEnds, IsTheSameAtEveryPlaceOfALongText) {
  for (size_t at = 0; at < 200; ++at) {
    std::string text(200, 'x');
    text.insert(at, "\r\n");
    EXPECT_EQ(count_line_ends(text), 1U) << at;
    text.insert(at, "\r");
    EXPECT_EQ(count_line_ends(text), 2U) << at;
  }
}

}  // namespace
}  // namespace npscope
