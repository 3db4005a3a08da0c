// SPDX-License-Identifier: MIT
// The dialect of small tables as tools write them; the delimiter is the one a person would name.
#include "core/format/csv/dialect.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope::csv {
namespace {

struct DialectRow {
  std::string what;
  std::string text;
  char delimiter;
  size_t columns;
  char quote = '"';
};

std::string repeated(const std::string& text, size_t times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

void PrintTo(const DialectRow& row, std::ostream* out) { *out << row.what; }

class Dialects : public testing::TestWithParam<DialectRow> {};

TEST_P(Dialects, AreWhatAPersonWouldName) {
  const Dialect dialect = sniff_dialect(GetParam().text, true, std::nullopt);
  EXPECT_EQ(dialect.marks.delimiter, GetParam().delimiter);
  EXPECT_EQ(dialect.marks.quote, GetParam().quote);
  EXPECT_EQ(dialect.columns, GetParam().columns);
}

INSTANTIATE_TEST_SUITE_P(Plain, Dialects,
                         testing::Values(DialectRow{"comma", "id,score\n1,9\n2,10\n", ',', 2},
                                         DialectRow{"semicolon", "id;score\n1;9\n2;10\n", ';', 2},
                                         DialectRow{"tab", "id\tscore\n1\t9\n2\t10\n", '\t', 2},
                                         DialectRow{"bar", "id|score\n1|9\n2|10\n", '|', 2},
                                         DialectRow{"one record", "id;score", ';', 2},
                                         DialectRow{"carriage returns", "id;score\r1;9\r2;10\r", ';', 2},
                                         DialectRow{"all quoted", "\"id\";\"score\"\r\n\"1\";\"9\"\r\n", ';', 2}));

INSTANTIATE_TEST_SUITE_P(
    Misleading, Dialects,
    testing::Values(
        DialectRow{"decimal commas in a semicolon file", "id;score;amount\n1;9;3,50\n2;10;1.234,56\n3;8;2,00\n", ';', 3},
        DialectRow{"one comma in every record", "id;last, first;score\n1;Doe, J;9\n2;Roe, R;10\n3;Poe, P;8\n", ';', 3},
        DialectRow{"one comma in every quoted cell", "\"a,b\";\"c,d\"\n\"1,2\";\"3,4\"\n\"5,6\";\"7,8\"\n", ';', 2},
        DialectRow{"decimal commas in every cell", "a;b;c\n1,0;2,0;3,0\n4,0;5,0;6,0\n7,0;8,0;9,0\n", ';', 3},
        DialectRow{"multi-select semicolons in a comma file", "id,score,why\n1,9,a;b;c\n2,10,a;c\n3,8,b\n", ',', 3},
        DialectRow{"multi-select with a trailing semicolon", "id,score,why\n1,9,a;b;\n2,10,c;\n3,8,a;\n", ',', 3},
        DialectRow{"commas in comments", "id;score;why\n1;9;good, fast, cheap\n2;10;ok\n3;8;no, thanks\n", ';', 3},
        DialectRow{"commas in quoted comments", "id;score;why\n1;9;\"a, b\"\n2;10;\"a, b, c\"\n3;8;\"d, e\"\n", ';', 3},
        DialectRow{"times and dates", "id\tat\tscore\n1\t2024-05-01 10:00, Mon\t9\n2\t2024-05-02 11:00, Tue\t10\n", '\t', 3},
        DialectRow{"line ends in quoted cells", "id,score,why\n1,9,\"a;b\nc;d\ne;f\"\n2,10,\"g;h\ni;j\"\n", ',', 3},
        DialectRow{"delimiters in a long quoted header", "id,\"How likely; 0 to 10; all in all?\"\n1,9\n2,10\n", ',', 2},
        DialectRow{"bars in a comma file", "id,tags,score\n1,a|b,9\n2,a|b|c,10\n3,d,8\n", ',', 3},
        DialectRow{"ragged rows", "a,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11,12\n13,14,15\n", ',', 3},
        DialectRow{"a preface", "Survey 2024\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", ';', 3},
        DialectRow{"an apostrophe", "id;score;why\n1;9;it's ok, really\n2;10;don't know\n", ';', 3}));

INSTANTIATE_TEST_SUITE_P(
    Apostrophes, Dialects,
    testing::Values(DialectRow{"quote all texts", "id,why\n1,'good, fast'\n2,'ok'\n3,'no, thanks'\n", ',', 2, '\''},
                    DialectRow{"quote all cells", "'id';'why'\n'1';'a;b'\n'2';'c'\n", ';', 2, '\''},
                    DialectRow{"quote the header only", "'id','why'\n1,a\n2,b\n3,c\n", ',', 2, '\''},
                    DialectRow{"quote line ends", "1;'two\nlines';9\n2;'one';10\n3;'it''s';8\n", ';', 3, '\''},
                    DialectRow{"that quote a word or two do not quote the file",
                               "id,why\n1,'good'\n2,ok\n" + repeated("3,fine\n", 60) + "4,'bad'\n", ',', 2},
                    DialectRow{"beside quotes are text", "id,why\n1,\"a, b\"\n2,'c'\n3,'d'\n4,'e'\n", ',', 2},
                    DialectRow{"that open and never close are text", "id,why\n1,'twas\n2,'tis\n3,'n roll\n", ',', 2},
                    DialectRow{"that keep texts in a spreadsheet are text", "id,phone\n'001,'0171\n'002,'0172\n", ',', 2}));

INSTANTIATE_TEST_SUITE_P(
    Prefaces, Dialects,
    testing::Values(DialectRow{"comments between records", "# a\n# b, c\nid;score\n# d\n1;9\n# e\n# f\n2;10\n# g\n", ';', 2},
                    DialectRow{"more prose than records", "# notes\nwritten by hand\n# more\nand more\nid;score\n1;9\n2;10\n",
                               ';', 2},
                    DialectRow{"a header that begins with a number sign", "# id,score\n1,9\n2,10\n", ',', 2}));

INSTANTIATE_TEST_SUITE_P(NumbersInOneColumn, Dialects,
                         testing::Values(DialectRow{"thousands", "amount\n68,527.00\n1,200.50\n999.00\n", ';', 1},
                                         DialectRow{"decimal commas", "amount\n12,5\n145,00\n5.25\n", ';', 1},
                                         DialectRow{"two columns without a header are two", "1,2\n3,4\n", ',', 2}));

INSTANTIATE_TEST_SUITE_P(OneColumn, Dialects,
                         testing::Values(DialectRow{"numbers", "9\n10\n8\n", ',', 1},
                                         DialectRow{"a header", "score\n9\n10\n", ',', 1}, DialectRow{"nothing", "", ',', 1}));

TEST(SniffDialect, HonoursTheSepLine) {
  for (const std::string& line : {"sep=;", "SEP=;", "\"sep=;\""}) {
    for (const std::string& end : {"\n", "\r\n", "\r"}) {
      const std::string text = line + end + "a,b;c,d\n1,2;3,4\n";
      const Dialect dialect = sniff_dialect(text, true, std::nullopt);
      EXPECT_EQ(dialect.marks.delimiter, ';') << line;
      EXPECT_EQ(dialect.separator_line, line.size() + end.size());
      EXPECT_EQ(dialect.columns, 2U);
      const Sample sample = read_sample(text, true, dialect, 10);
      ASSERT_EQ(sample.records.size(), 2U);
      EXPECT_EQ(sample.records[0], (std::vector<std::string>{"a,b", "c,d"}));
    }
  }
  EXPECT_EQ(sniff_dialect("sep=\t\na\tb\n", true, std::nullopt).marks.delimiter, '\t');
  EXPECT_EQ(sniff_dialect("sep=^\na^b\n1^9\n", true, std::nullopt).marks.delimiter, '^');
}

TEST(SniffDialect, ACellThatStartsLikeASepLineIsNone) {
  for (const std::string text : {"sep=;x\na;b\n", "sep=,score\n1,9\n", "separator,b\n1,2\n", "sep\n", "sep="})
    EXPECT_EQ(sniff_dialect(text, true, std::nullopt).separator_line, 0U) << text;
}

TEST(SniffDialect, APersonsDelimiterWins) {
  const std::string text = "a;b,c\n1;2,3\n";
  EXPECT_EQ(sniff_dialect(text, true, ',').marks.delimiter, ',');
  EXPECT_EQ(sniff_dialect(text, true, ';').marks.delimiter, ';');
  const Dialect dialect = sniff_dialect("sep=;\n" + text, true, ',');
  EXPECT_EQ(dialect.marks.delimiter, ',');
  EXPECT_EQ(dialect.separator_line, 6U);
}

TEST(ReadSample, LeavesOutARecordThatTheSampleCutsOff) {
  const Dialect dialect = sniff_dialect("a,b\n1,2\n3,", false, std::nullopt);
  EXPECT_EQ(read_sample("a,b\n1,2\n3,", false, dialect, 10).records.size(), 2U);
  EXPECT_EQ(read_sample("a,b\n1,2\n3,", true, dialect, 10).records.size(), 3U);
  EXPECT_EQ(read_sample("a,b\n1,2\n3,", true, dialect, 2).records.size(), 2U);
  EXPECT_EQ(read_sample("a,\"x\"\"y\"\n", true, dialect, 2).records[0], (std::vector<std::string>{"a", "x\"y"}));
}

}  // namespace
}  // namespace npscope::csv
