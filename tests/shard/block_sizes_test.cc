// SPDX-License-Identifier: MIT
// The same bytes give the same report however they come: block sizes, kernels and encodings, on made tables and on every CSV file
// of tests/data and of the corpora.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/shard/file_shard.h"
#include "tests/support/engine_runs.h"
#include "tests/support/naive_csv.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

using testing_support::corpora;
using testing_support::files_below;
using testing_support::json_member;
using testing_support::Options;
using testing_support::read_file;
using testing_support::report_of;

const Options kKeepAll = {{"keep", "all"}};
const Options kScalar = {{"kernel", "scalar"}};

void expect_one_report(const std::string& bytes, const std::string& what) {
  const std::string expected = report_of(bytes);
  for (const uint64_t block : {1U, 7U, 64U, 4096U})
    ASSERT_EQ(report_of(bytes, {}, block), expected) << what << ", blocks of " << block;
  ASSERT_EQ(report_of(bytes, kScalar), expected) << what << ", scalar kernel";
  ASSERT_EQ(report_of(bytes, kKeepAll), expected) << what << ", every row kept";
}

/// Every record is in the ledger: as many as the naive reader finds, less the header records.
void expect_every_record_in_the_ledger(const std::string& bytes, const std::string& what) {
  FileShard shard("file.csv", bytes.size(), {});
  for (ByteRange range = shard.want(); range.length > 0; range = shard.want()) {
    std::copy_n(bytes.data() + range.offset, range.length, shard.reserve(range.length));
    shard.commit(range.length);
  }
  shard.close();
  if (shard.counts() == nullptr) {
    ASSERT_TRUE(shard.failure()) << what;
    return;
  }
  const Plan& plan = *shard.plan();
  const bool pivoted = shard.issues().entry(Code::kLongFormat).count > 0;
  if (plan.encoding.encoding != Encoding::kUtf8 || pivoted) return;
  std::string_view text = bytes;
  text.remove_prefix(plan.encoding.mark_size + plan.dialect.separator_line);
  const naive::Table table = naive::read(text, plan.dialect.marks.delimiter);
  const uint64_t header = std::min<uint64_t>(plan.mapping.header_records, table.records.size());
  ASSERT_EQ(shard.counts()->ledger().read(), table.records.size() - header) << what;
  ASSERT_EQ(shard.counts()->ledger().blank_lines, table.blank_lines) << what;
  // With an open question there are entries for responses under another answer, too.
  uint64_t answered = 0;
  const Chunked<uint8_t>& answers = shard.counts()->responses().columns().answers;
  for (size_t i = 0; i < answers.size(); ++i) answered += answers[i] == kNoAnswer ? 0 : 1;
  ASSERT_EQ(shard.counts()->ledger().accepted, answered) << what;
}

TEST(BlockSizes, EveryFileOfTheTestsGivesOneReport) {
  const auto files = files_below(NPSCOPE_TEST_FILES, 1 << 20, {".csv", ".tsv", ".txt"});
  EXPECT_GE(files.size(), 3U);
  for (const auto& file : files) {
    const std::string bytes = read_file(file);
    expect_one_report(bytes, file.filename().string());
    expect_every_record_in_the_ledger(bytes, file.filename().string());
    if (HasFatalFailure()) return;
  }
}

TEST(BlockSizes, EverySmallFileOfTheCorporaGivesOneReport) {
  const auto folder = corpora();
  if (!folder) GTEST_SKIP() << "no corpora: set NPSCOPE_CORPORA";
  size_t seen = 0;
  for (const std::string part : {"csv", "adversarial/csv"}) {
    for (const auto& file : files_below(*folder / part, 64 << 10, {".csv", ".tsv", ".txt", ".data"})) {
      const std::string bytes = read_file(file);
      expect_one_report(bytes, file.string());
      expect_every_record_in_the_ledger(bytes, file.string());
      if (HasFatalFailure()) return;
      ++seen;
    }
  }
  EXPECT_GE(seen, 1000U);
}

/// A table of more than two blocks of 4 MiB, with something odd in it every now and then.
std::string large_table(size_t bytes) {
  std::mt19937 random(71);
  std::string text = "id,nps,country,comment\r\n";
  const std::vector<std::string> odd = {"x,,,\r\n",
                                        "x,eleven,a,b\r\n",
                                        "x,9\r\n",
                                        "\r\n",
                                        "x,10,\"a\nb\",\"c \"\"d\"\"\"\r\n",
                                        "x,8,st\"ray,q\n",
                                        "x,7,\"open,b\r\n",
                                        "x,-99,a,b\r",
                                        "x,9,Gr\xC3\xB6\xC3\x9F\x65,\xE6\x8E\xA8\r\n",
                                        "x,6,a,b,c\n",
                                        "x,5,a," + std::string(5000, 'y') + "\n"};
  for (size_t i = 0; text.size() < bytes; ++i) {
    if (random() % 50 == 0) {
      text += odd[random() % odd.size()];
    } else {
      text += "R_" + std::to_string(i) + "," + std::to_string(random() % 11) + ",Country " + std::to_string(random() % 9) +
              ",\"fine, thanks\"\r\n";
    }
  }
  return text;
}

TEST(BlockSizes, ALargeTableGivesOneReport) {
  const std::string text = large_table(9 << 20);
  const Options options = {{"groupBy", "column:country"}};
  const std::string expected = report_of(text, options);
  EXPECT_EQ(json_member(expected, "failure"), "null");
  for (const uint64_t block : {1000U, 65537U, 1U << 20, 3U << 20})
    EXPECT_EQ(report_of(text, options, block), expected) << block;
  EXPECT_EQ(report_of(text, {{"groupBy", "column:country"}, {"kernel", "scalar"}}, 1 << 20), expected);
  EXPECT_EQ(report_of(text, {{"groupBy", "column:country"}, {"keep", "all"}}, 1 << 20), expected);
  expect_every_record_in_the_ledger(text, "large table");
}

/// A table in which every byte matters: one that is lost, doubled or stale where two blocks meet shows in the counts of a key.
TEST(BlockSizes, NoByteIsLostBetweenBlocks) {
  for (const std::string header : {"nps,key\n", "nps,my key\n", "nps,the key\r\n"}) {
    std::string text = header;
    std::map<std::string, ScoreCounts> expected;
    for (uint32_t row = 0; text.size() < (9U << 20); ++row) {
      const unsigned score = row * 13 % 11;
      const std::string key = std::to_string(row * 7919 % 9973);
      text.append(std::to_string(score)).append(",").append(key).append("\n");
      expected[key].add(score);
    }
    ReadOptions options;
    options.group_by = {{GroupBy::kColumn, "#2"}};
    FileShard shard("file.csv", text.size(), options);
    for (ByteRange range = shard.want(); range.length > 0; range = shard.want()) {
      std::copy_n(text.data() + range.offset, range.length, shard.reserve(range.length));
      shard.commit(range.length);
    }
    shard.close();
    ASSERT_FALSE(shard.failure());
    const GroupCodes& codes = shard.counts()->groups().at(0);
    const ResponseStore::Columns& columns = shard.counts()->responses().columns();
    std::map<std::string, ScoreCounts> found;
    for (size_t i = 0; i < columns.answers.size(); ++i) {
      found[std::string(codes.text(columns.groups[0][i]))].add(columns.answers[i]);
    }
    ASSERT_EQ(found, expected);
    EXPECT_EQ(shard.counts()->issues(), IssueCounts{});
  }
}

/// The text in another encoding; characters beyond it are not in the table.
std::string encoded(std::string_view text, Encoding encoding) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t length = utf8_sequence_length(text.substr(at));
    uint32_t c = static_cast<unsigned char>(text[at]);
    if (length == 2) c = (c & 0x1F) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3F);
    if (length == 3)
      c = (c & 0x0F) << 12 | (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6 |
          (static_cast<unsigned char>(text[at + 2]) & 0x3F);
    at += length;
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    if (encoding == Encoding::kWindows1252) {
      out += c > 0xFF ? '?' : low;
    } else {
      out += encoding == Encoding::kUtf16le ? low : high;
      out += encoding == Encoding::kUtf16le ? high : low;
    }
  }
  return out;
}

/// All of a report that does not name the encoding, the size or the hash.
std::string figures(const std::string& report) {
  const size_t from = report.find("\"dialect\"");
  return report.substr(from, report.find("\"recipe\"") - from);
}

class Encodings : public testing::TestWithParam<Encoding> {};

TEST_P(Encodings, ALargeTableGivesTheFiguresOfItsUtf8Text) {
  const std::string text = large_table(3 << 20);
  const std::string report = report_of(text);
  const std::string bytes = encoded(text, GetParam());
  for (const uint64_t block : {UINT64_MAX, UINT64_C(4095), UINT64_C(1) << 20}) {
    const std::string other = report_of(bytes, {}, block);
    EXPECT_EQ(json_member(other, "encoding"), "\"" + std::string(encoding_name(GetParam())) + "\"");
    EXPECT_EQ(figures(other), figures(report)) << block;
  }
  EXPECT_EQ(report_of(bytes, kKeepAll), report_of(bytes));
}

INSTANTIATE_TEST_SUITE_P(Of, Encodings, testing::Values(Encoding::kUtf16le, Encoding::kUtf16be, Encoding::kWindows1252),
                         [](const auto& row) {
                           return row.param == Encoding::kUtf16le   ? "Utf16le"
                                  : row.param == Encoding::kUtf16be ? "Utf16be"
                                                                    : "Windows1252";
                         });

TEST(KeptRows, EveryCellCanBeShownAgain) {
  const std::string text = large_table(5 << 20);
  const naive::Table table = naive::read(text);
  for (const std::string& bytes : {text, encoded(text, Encoding::kUtf16le)}) {
    ReadOptions options;
    options.keep_all = true;
    FileShard shard("file.csv", bytes.size(), options);
    for (ByteRange range = shard.want(); range.length > 0; range = shard.want()) {
      std::copy_n(bytes.data() + range.offset, range.length, shard.reserve(range.length));
      shard.commit(range.length);
    }
    shard.close();
    for (size_t i = 0; i < table.records.size(); i += i < 300 ? 1 : 97)
      ASSERT_EQ(shard.cells(i + 1), table.records[i].cells) << "record " << i + 1;
    EXPECT_EQ(shard.cells(table.records.size()), table.records.back().cells);
    EXPECT_EQ(shard.cells(0), std::nullopt);
    EXPECT_EQ(shard.cells(table.records.size() + 1), std::nullopt);
  }
}

}  // namespace
}  // namespace npscope
