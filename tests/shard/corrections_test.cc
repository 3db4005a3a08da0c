// SPDX-License-Identifier: MIT
// A reject file that comes back is the table that was rejected, whatever was in it and however a spreadsheet has saved it.
#include "core/shard/corrections.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/read_in_pieces.h"
#include "tests/support/reject_files.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using namespace std::string_literals;
using testing_support::batch_of;
using testing_support::kSomeHash;
using testing_support::read_corrected_text;
using testing_support::read_corrected_workbook;
using testing_support::ReadCorrections;
using testing_support::reject_file;
using testing_support::Rows;

constexpr std::string_view kNames = "npscope file,npscope record,npscope code,npscope reason,npscope source";
constexpr std::string_view kOrigin = "a.csv,7,score-not-a-number,\"Not a number.\",xxh3-128:00112233445566778899aabbccddeeff";

const CorrectedRecord kRecord7 = {std::string(kSomeHash), 7, Code::kScoreNotANumber};
const CorrectedRecord kHeaderRecord = {};

/// `text` with `;` for `,`, as a spreadsheet with a decimal comma saves it. Only for texts without commas in cells.
std::string with_semicolons(std::string text) {
  std::ranges::replace(text, ',', ';');
  return text;
}

Rows without_empty_ends(Rows rows) {
  for (std::vector<std::string>& row : rows)
    while (!row.empty() && row.back().empty()) row.pop_back();
  return rows;
}

/// In all forms: what was rejected comes back, cell for cell.
void expect_round_trip(const Rows& rows, std::string_view name) {
  for (const bool guard : {true, false}) {
    for (const char delimiter : {',', ';', '\t'}) {
      const ReadCorrections read =
          read_corrected_text(reject_file(rows, {.kind = RejectKind::kSourceCsv, .guard = guard}, delimiter));
      ASSERT_TRUE(read.recognized) << name;
      ASSERT_EQ(read.rows, rows) << name << " " << delimiter;
      ASSERT_EQ(read.sample, Rows(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(rows.size(), 600))))
          << name;
      for (size_t r = 1; r < rows.size(); ++r)
        ASSERT_EQ(read.records[r], (CorrectedRecord{std::string(kSomeHash), r + 1, Code::kScoreNotANumber})) << name;
    }
    const ReadCorrections read = read_corrected_workbook(reject_file(rows, {.kind = RejectKind::kXlsx, .guard = guard}));
    ASSERT_TRUE(read.recognized) << name;
    ASSERT_EQ(read.rows, without_empty_ends(rows)) << name;
    ASSERT_EQ(read.sample, without_empty_ends(rows)) << name;
    for (size_t r = 1; r < rows.size(); ++r)
      ASSERT_EQ(read.records[r], (CorrectedRecord{std::string(kSomeHash), r + 1, Code::kScoreNotANumber})) << name;
  }
}

TEST(Corrections, HardCellsComeBackAsTheyWere) {
  expect_round_trip({{"id", "score", "note"},
                     {"", "", ""},
                     {"\0"s, "a\0b"s, "\0\0="s},
                     {"\"", "\"\"", "a\"b", "\"a\""},
                     {"\r", "\n", "\r\n", "a\r\nb", "\n\r", "x\r"},
                     {"'", "''", "'a", "'=1", "''=1", "'''=1", "' =1", "'\n"},
                     {"<f>1</f>", "&amp;", "]]>", "_x0041_", "_x005F_x0041_", "_x0041\0"s, "\x1F\x01\x7F"},
                     {",", ";", "\t", " ", "  =1", "\xC2\xA0=1", "\xE3\x80\x80=1", "\xEF\xBB\xBF=1"},
                     {"\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xF0\x9F\x98\x80", "\xE2\x80\x8B"},
                     {"007", "1E5", "2024-01-02", "-5", "+49 170", "TRUE"}},
                    "hard cells");
}

TEST(Corrections, EveryListedPayloadComesBackAsItWas) {
  Rows rows = {{"payload"}};
  for (const std::string& blank : {""s, " "s, "   "s, "'"s})
    for (const std::string& start : {"="s, "+"s, "-"s, "@"s, "\t"s, "\r"s, "\n"s, "\0"s, "\xEF\xBC\x9D"s, "\xEF\xBC\x8B"s,
                                     "\xEF\xBC\x8D"s, "\xEF\xBC\xA0"s, "a"s})
      rows.push_back({blank + start + "SUM(1)|'cmd'!A0"});
  if (const auto corpora = testing_support::corpora()) {
    for (const auto& list :
         testing_support::files_below(*corpora / "csv" / "csv-injection-payloads", 1 << 20, {".txt", ".md"})) {
      const std::string text = testing_support::read_file(list);
      for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find('\n', at), text.size());
        rows.push_back({text.substr(at, end - at), "behind"});
        at = end + 1;
      }
    }
  }
  expect_round_trip(rows, "payloads");
}

TEST(Corrections, RaggedAndWideRecordsComeBackAsTheyWere) {
  expect_round_trip({{"a", "b", "c"}, {"1"}, {"1", "2", "3", "4", "5"}, {}, {"1", "", ""}}, "ragged");
  Rows wide = {std::vector<std::string>(16'379, "n"), std::vector<std::string>(16'379, "=x")};
  wide[1].back() = "last";
  expect_round_trip(wide, "wide");
}

TEST(Corrections, RandomCellsComeBackAsTheyWere) {
  std::vector<std::string> alphabet = testing_support::csv_alphabet();
  for (const char* piece : {"'", "=", "+", "@", " ", "_x", "00", "41_", "&", "<", "\x01", "\xEF\xBC\x9D", "\xEF\xBF\xBF", "é"})
    alphabet.emplace_back(piece);
  std::mt19937 random(7);
  for (int round = 0; round < 100; ++round) {
    Rows rows = {{"name", testing_support::random_text(random, random() % 5, alphabet), "end"}};
    for (size_t r = random() % 6; r > 0; --r) {
      std::vector<std::string>& row = rows.emplace_back();
      for (size_t c = random() % 6; c > 0; --c) row.push_back(testing_support::random_text(random, random() % 9, alphabet));
    }
    expect_round_trip(rows, "round " + std::to_string(round));
    if (HasFatalFailure()) return;
  }
}

TEST(Corrections, AFileSavedBySpreadsheetsIsRecognized) {
  const std::string header = std::string(kNames) + ",id,score";
  const std::string record = std::string(kOrigin) + ",1,9";
  const Rows rows = {{"id", "score"}, {"1", "9"}};
  const std::string quoted =
      "\"npscope file\";\"npscope record\";\"npscope code\";\"npscope reason\";\"npscope source\";\"id\";\"score\"\n"
      "\"a.csv\";\"7\";\"score-not-a-number\";\"Not a number.\";\"xxh3-128:00112233445566778899AABBCCDDEEFF\";1;9\n";
  const std::string barred =
      "npscope file|npscope record|npscope code|npscope reason|npscope source|id|score\n"
      "a.csv| 7 |Score-Not-A-Number||00112233445566778899aabbccddeeff|1|9\n";
  const std::string files[] = {header + "\r\n" + record + "\r\n", with_semicolons(header + "\n" + record + "\n"),
                               "\xEF\xBB\xBF" + with_semicolons(header + "\r\n" + record), quoted, barred};
  for (const std::string& file : files) {
    const ReadCorrections read = read_corrected_text(file);
    EXPECT_TRUE(read.recognized) << file;
    EXPECT_EQ(read.rows, rows) << file;
    EXPECT_EQ(read.records, (std::vector<CorrectedRecord>{kHeaderRecord, kRecord7})) << file;
  }
}

TEST(Corrections, ACellTypedAnewWithoutTheApostropheMeansTheSame) {
  const std::string header = std::string(kNames) + ",note\r\n";
  EXPECT_EQ(read_corrected_text(header + std::string(kOrigin) + ",\"'=1\"\r\n").rows, (Rows{{"note"}, {"=1"}}));
  EXPECT_EQ(read_corrected_text(header + std::string(kOrigin) + ",'=1\r\n").rows, (Rows{{"note"}, {"=1"}}));
  EXPECT_EQ(read_corrected_text(header + std::string(kOrigin) + ",=1\r\n").rows, (Rows{{"note"}, {"=1"}}));
}

TEST(Corrections, TheRecordWithTheNamesMayFollowOthers) {
  const std::string text =
      ",,,,,Survey of May,\n" + std::string(kNames) + ",Q1,Q2\n,,,,,How likely?,Why?\n" + std::string(kOrigin) + ",9,ok\n";
  const ReadCorrections read = read_corrected_text(text);
  EXPECT_TRUE(read.recognized);
  EXPECT_EQ(read.rows, (Rows{{"Survey of May", ""}, {"Q1", "Q2"}, {"How likely?", "Why?"}, {"9", "ok"}}));
  EXPECT_EQ(read.sample, read.rows);
  EXPECT_EQ(read.records, (std::vector<CorrectedRecord>{{}, {}, {}, kRecord7}));
}

TEST(Corrections, OtherFilesAreNone) {
  const auto recognized = [](const Rows& sample) { return Corrections::of(sample, '\0').has_value(); };
  const std::vector<std::string> names = {"npscope file", "npscope record", "npscope code", "npscope reason", "npscope source"};
  EXPECT_TRUE(recognized({names}));
  EXPECT_TRUE(
      recognized({{" NPSCOPE File ", "npscope record", "npscope code\xC2\xA0", "npscope reason", "npscope source", "x"}}));
  EXPECT_FALSE(recognized({}));
  EXPECT_FALSE(recognized({{"id", "score"}}));
  EXPECT_FALSE(recognized({{names[0], names[1], names[2], names[3]}}));
  EXPECT_FALSE(recognized({{"id", names[0], names[1], names[2], names[3], names[4]}}));
  EXPECT_FALSE(recognized({{names[1], names[0], names[2], names[3], names[4]}}));
  Rows late(Corrections::kMostHeaderRecords, {"title"});
  late.push_back(names);
  EXPECT_FALSE(recognized(late));
}

TEST(Corrections, TheDelimiterIsReadFromTheNames) {
  const auto delimiter = [](const std::string& text) { return corrections_delimiter(text); };
  const std::string names(kNames);
  EXPECT_EQ(delimiter(names), ',');
  EXPECT_EQ(delimiter(with_semicolons(names) + ";score\n"), ';');
  EXPECT_EQ(delimiter("sep=,\r\n" + names), ',');
  EXPECT_EQ(delimiter("title\r" + names), ',');
  EXPECT_EQ(delimiter("\"npscope file\",\"npscope record\",npscope code,npscope reason,npscope source"), ',');
  EXPECT_EQ(delimiter(""), std::nullopt);
  EXPECT_EQ(delimiter("id,score\n1,9\n"), std::nullopt);
  EXPECT_EQ(delimiter("x" + names), std::nullopt);
  EXPECT_EQ(delimiter("npscope file,npscope record;npscope code,npscope reason,npscope source"), std::nullopt);
  EXPECT_EQ(delimiter(names.substr(0, names.size() - 1)), std::nullopt);
  EXPECT_EQ(delimiter("\"npscope file,npscope record,npscope code,npscope reason,npscope source"), std::nullopt);
  std::string letters = names;
  std::ranges::replace(letters, ',', 'x');
  EXPECT_EQ(delimiter(letters), std::nullopt);
}

TEST(Corrections, TheSourceIsTheOneMostRecordsName) {
  const Rows names = {{"npscope file", "npscope record", "npscope code", "npscope reason", "npscope source"}};
  const auto source = [&names](std::vector<std::string> hashes) {
    Rows sample = names;
    for (std::string& hash : hashes) sample.push_back({"f", "2", "", "", std::move(hash), "x"});
    return Corrections::of(sample, '\0')->source();
  };
  const std::string one(32, '1');
  const std::string two(32, 'a');
  EXPECT_EQ(source({}), "");
  EXPECT_EQ(source({"", "1.11E+31", one.substr(1), std::string(32, 'g')}), "");
  EXPECT_EQ(source({one, two, two}), two);
  EXPECT_EQ(source({one, two}), one);
  EXPECT_EQ(source({"xxh3-128:" + std::string(32, 'A')}), two);
}

TEST(Corrections, ARecordThatAPersonAddedHasNoOrigin) {
  const ReadCorrections read = read_corrected_text(std::string(kNames) + ",id\n,,,,,1\nx,-3,no-such-code,,zz,2\na\n");
  EXPECT_EQ(read.rows, (Rows{{"id"}, {"1"}, {"2"}, {}}));
  EXPECT_EQ(read.records, (std::vector<CorrectedRecord>(4)));
}

TEST(Corrections, TheHeaderOfATableWithoutNamesIsLeftOut) {
  for (const std::string& padding : {""s, ",,"s}) {
    const std::string text = std::string(kNames) + padding + "\n" + std::string(kOrigin) + ",1,9\n";
    const ReadCorrections read = read_corrected_text(text);
    EXPECT_EQ(read.rows, (Rows{{"1", "9"}}));
    EXPECT_EQ(read.sample, read.rows);
    EXPECT_EQ(read.records, std::vector<CorrectedRecord>{kRecord7});
  }
}

/// The lines, numbers and remarks of a text's batch.
TEST(Corrections, NumbersLinesAndRemarksStayThoseOfTheFile) {
  const std::string text =
      std::string(kNames) + ",a,b\n\n" + std::string(kOrigin) + ",\"x\ny\",1\n" + std::string(kOrigin) + ",q\"r,2\n";
  csv::Reader reader({',', '"'});
  RecordBatch in;
  ASSERT_EQ(reader.next(text, true, in), text.size());
  auto corrections =
      Corrections::of({{"npscope file", "npscope record", "npscope code", "npscope reason", "npscope source", "a", "b"}}, '"');
  ASSERT_TRUE(corrections);
  RecordBatch out;
  corrections->transform(in, out);
  EXPECT_EQ(out.first_record, 1U);
  EXPECT_EQ(out.blank_lines, 1U);
  EXPECT_EQ(out.lines, (std::vector<uint64_t>{1, 3, 5}));
  EXPECT_TRUE(out.kinds.empty());
  EXPECT_FALSE(out.open_ended);
  ASSERT_EQ(out.remarks.size(), 1U);
  EXPECT_EQ(out.remarks[0].record, 2U);
  EXPECT_EQ(out.remarks[0].column, 0);
  EXPECT_EQ(out.remarks[0].code, Code::kStrayQuote);
}

TEST(Corrections, RemarksOnTheFiveColumnsConcernTheRecord) {
  RecordBuilder builder;
  RecordBatch in;
  builder.start(in, 5);
  builder.begin_record(9);
  for (const char* cell : {"f", "7", "", "", "", "1"}) builder.cell(CellKind::kNumber, cell);
  builder.remark(Code::kUnclosedQuote, 3);
  builder.remark(Code::kHiddenRow, -1);
  builder.remark(Code::kCellError, 5);
  builder.end_record();
  auto corrections =
      Corrections::of({{"npscope file", "npscope record", "npscope code", "npscope reason", "npscope source", "a"}}, '\0');
  RecordBatch out;
  corrections->transform(in, out);
  EXPECT_EQ(out.first_record, 5U);
  EXPECT_EQ(out.lines, std::vector<uint64_t>{9});
  EXPECT_EQ(out.kinds, std::vector<CellKind>{CellKind::kNumber});
  std::vector<int32_t> columns;
  columns.reserve(out.remarks.size());
  for (const RecordRemark& remark : out.remarks) columns.push_back(remark.column);
  EXPECT_EQ(columns, (std::vector<int32_t>{-1, -1, 0}));
}

TEST(Corrections, RowsOfASheetThatStandForRecordsOfATextAreFilledUp) {
  auto corrections = Corrections::of(
      {{"npscope file", "npscope record", "npscope code", "npscope reason", "npscope source", "a", "b", "c"}}, '\0');
  RecordBuilder builder;
  const RecordBatch in = batch_of({{"f", "7", "", "", "", "1"}, {"f", "8", "", "", "", "1", "2", "3", "4"}}, builder);
  RecordBatch out;
  corrections->transform(in, out);
  EXPECT_TRUE(out.open_ended);
  EXPECT_EQ(out.cell_count(0), 1U);
  corrections->set_open_ended(false);
  corrections->transform(in, out);
  EXPECT_FALSE(out.open_ended);
  EXPECT_EQ(out.cell_count(0), 3U);
  EXPECT_EQ(out.cell_count(1), 4U);
}

TEST(Corrections, HowTheTextIsCutNeverShows) {
  Rows rows = {{"name", "note"}};
  for (int i = 0; i < 60; ++i) rows.push_back({std::to_string(i), "=a\n\"" + std::string(static_cast<size_t>(i), 'x')});
  const std::string file = reject_file(rows, {});
  for (const size_t piece : {1, 7, 64, 1000}) {
    const ReadCorrections read = read_corrected_text(file, piece);
    EXPECT_EQ(read.rows, rows) << piece;
    EXPECT_EQ(read.records.size(), rows.size());
  }
}

}  // namespace
}  // namespace npscope
