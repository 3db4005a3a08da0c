// SPDX-License-Identifier: MIT
// Texts larger than the reader's windows: cells and records around the limits, at every kind of cut, against the naive reader.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/format/csv/reader.h"
#include "tests/support/naive_csv.h"
#include "tests/support/read_in_pieces.h"

namespace npscope {
namespace {

using csv::Kernel;
using csv::kMaxQuotedCell;
using csv::kMaxRecord;
using testing_support::cuts_every;
using testing_support::difference;
using testing_support::random_text;
using testing_support::read_in_pieces;

constexpr size_t kKiB = 1024;
constexpr size_t kMiB = 1024 * kKiB;

void expect_like_naive(std::string_view text, const std::vector<size_t>& piece_sizes) {
  const naive::Table expected = naive::read(text);
  for (const Kernel kernel : {Kernel::kFastest, Kernel::kScalarOnly}) {
    for (const size_t size : piece_sizes) {
      const naive::Table found = read_in_pieces(text, ',', kernel, cuts_every(size, text));
      ASSERT_TRUE(found == expected) << (kernel == Kernel::kFastest ? "fastest" : "scalar") << ", pieces of " << size << "\n"
                                     << difference(expected, found);
    }
  }
}

/// Pieces around the sizes of the windows.
const std::vector<size_t> kPieces = {128 * kKiB - 1, 128 * kKiB, 128 * kKiB + 1, kMiB, 4 * kMiB, SIZE_MAX};

std::string rows(size_t bytes) {
  std::string text;
  for (size_t i = 0; text.size() < bytes; ++i) text += std::to_string(i) + ",\"row, " + std::to_string(i % 11) + "\",x\r\n";
  return text;
}

TEST(CsvWindows, ManySmallRecordsGoThroughAllOfThem) { expect_like_naive(rows(700 * kKiB), kPieces); }

TEST(CsvWindows, RecordsThatAreLongerThanAWindowAreWhole) {
  for (const size_t length : {128 * kKiB - 2, 128 * kKiB, 512 * kKiB, kMiB - 3, kMiB, kMiB + 1}) {
    expect_like_naive("a,b\n1," + std::string(length, 'x') + "\r\n2,y\n", {128 * kKiB, kMiB, SIZE_MAX});
    if (HasFatalFailure()) return;
  }
}

class CsvQuotedCellLimit : public testing::TestWithParam<int> {};

/// The content is as long as the limit plus the parameter; beyond it the quote counts as never closed.
TEST_P(CsvQuotedCellLimit, IsTheSameForEveryKernelAndCut) {
  const size_t length = kMaxQuotedCell + static_cast<size_t>(GetParam());
  const std::string content = std::string(length / 2, 'q') + "\n" + std::string(length - length / 2 - 1, ',');
  const std::string text = rows(200) + "before,\"" + content + "\",after\n" + rows(200 * kKiB);
  expect_like_naive(text, {128 * kKiB, kMiB + 1, SIZE_MAX});
  const naive::Table table = read_in_pieces(text, ',', Kernel::kFastest, {});
  size_t unclosed = 0;
  for (const naive::Record& record : table.records) unclosed += record.remarks.empty() ? 0 : 1;
  EXPECT_EQ(unclosed > 0, GetParam() > 0);
}

INSTANTIATE_TEST_SUITE_P(ContentBeyondTheLimitBy, CsvQuotedCellLimit, testing::Values(-2, -1, 0, 1, 2), [](const auto& row) {
  return row.param < 0 ? "Minus" + std::to_string(-row.param) : std::to_string(row.param);
});

TEST(CsvWindows, DoubledQuotesAtTheLimitOfACellAreNotSplit) {
  for (size_t shift = 0; shift < 4; ++shift) {
    std::string content = std::string(kMaxQuotedCell - 6 + shift, 'q') + "\"\"\"\"";
    expect_like_naive("1,\"" + content + "\",2\n3,4,5\n", {kMiB, SIZE_MAX});
    if (HasFatalFailure()) return;
  }
}

TEST(CsvWindows, AQuoteThatNeverClosesCostsOneRecordOnly) {
  const std::string text = "a,b\n1,\"open\n" + rows(1100 * kKiB);
  const std::string without_quotes = "a,b\n1,\"open\n" + std::string(1200 * kKiB / 4, 'x') + "\n2,3\n";
  expect_like_naive(text, {128 * kKiB, kMiB, SIZE_MAX});
  expect_like_naive(without_quotes, {128 * kKiB, SIZE_MAX});
}

TEST(CsvWindows, ManyLongQuotedCellsInOneRecord) {
  std::string text = "id,text\n";
  for (int i = 0; i < 4; ++i) text += "\"" + std::string(700 * kKiB, static_cast<char>('a' + i)) + "\n\",";
  text += "end\nnext,row\n";
  expect_like_naive(text, {128 * kKiB, kMiB, 4 * kMiB});
}

struct RecordLimitRow {
  long beyond;
  std::string line_end;
};

class CsvRecordLimit : public testing::TestWithParam<RecordLimitRow> {};

/// A record, with its line end, as long as the limit plus `beyond`; the records behind it must be there whatever happens to it.
TEST_P(CsvRecordLimit, IsTheSameForEveryKernelAndCut) {
  const auto& [beyond, line_end] = GetParam();
  const size_t length = kMaxRecord + static_cast<size_t>(beyond) - line_end.size() - 2;
  const std::string text = "h,i" + line_end + "1," + std::string(length, 'x') + line_end + "2,y" + line_end + "3,z" + line_end;
  expect_like_naive(text, {4 * kMiB, 8 * kMiB, SIZE_MAX});
}

INSTANTIATE_TEST_SUITE_P(LineFeed, CsvRecordLimit,
                         testing::Values(RecordLimitRow{-1, "\n"}, RecordLimitRow{0, "\n"}, RecordLimitRow{1, "\n"}));
INSTANTIATE_TEST_SUITE_P(Both, CsvRecordLimit,
                         testing::Values(RecordLimitRow{-1, "\r\n"}, RecordLimitRow{0, "\r\n"}, RecordLimitRow{1, "\r\n"}));
INSTANTIATE_TEST_SUITE_P(CarriageReturn, CsvRecordLimit,
                         testing::Values(RecordLimitRow{-1, "\r"}, RecordLimitRow{0, "\r"}, RecordLimitRow{1, "\r"}));

TEST(CsvWindows, ARecordThatIsTooLongAndNeverEndsIsTheLast) {
  expect_like_naive("h,i\n1," + std::string(9 * kMiB, 'x'), {4 * kMiB, SIZE_MAX});
}

TEST(CsvWindows, RandomBlocksAroundTheWindowSizesAreReadLikeTheNaiveReader) {
  std::mt19937 random(31);
  const std::vector<std::string> alphabet = {std::string(997, 'x'),
                                             std::string(4093, 'y'),
                                             "a",
                                             ",",
                                             "\n",
                                             "\r\n",
                                             "\r",
                                             ",\"q\n\"",
                                             "\n\"" + std::string(3001, ',') + "\"",
                                             "\n\"" + std::string(70001, '\n') + "\","};
  for (int i = 0; i < 12; ++i) {
    expect_like_naive(random_text(random, 60 + random() % 120, alphabet), {100 * kKiB + random() % 60000, SIZE_MAX});
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace npscope
