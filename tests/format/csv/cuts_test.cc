// SPDX-License-Identifier: MIT
// How a text is cut into pieces never shows: every cut of short texts, and many cuts of longer ones, against the naive reader.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/format/csv/reader.h"
#include "tests/support/naive_csv.h"
#include "tests/support/read_in_pieces.h"

namespace npscope {
namespace {

using csv::Kernel;
using testing_support::csv_alphabet;
using testing_support::cuts_every;
using testing_support::difference;
using testing_support::random_text;
using testing_support::read_in_pieces;
using testing_support::visible;

std::string shown(const std::vector<size_t>& cuts) {
  std::string out = "cut at";
  for (const size_t cut : cuts) out += " " + std::to_string(cut);
  return out;
}

void expect_same(const naive::Table& expected, std::string_view text, Kernel kernel, const std::vector<size_t>& cuts) {
  const naive::Table found = read_in_pieces(text, ',', kernel, cuts);
  ASSERT_TRUE(found == expected) << visible(text) << "\n" << shown(cuts) << "\n" << difference(expected, found);
}

class CsvCuts : public testing::TestWithParam<Kernel> {};

TEST_P(CsvCuts, EverySingleCutGivesTheSameRecords) {
  std::mt19937 random(21);
  for (int i = 0; i < 1500; ++i) {
    const std::string text = random_text(random, random() % 60, csv_alphabet());
    const naive::Table expected = naive::read(text);
    for (size_t cut = 0; cut <= text.size(); ++cut) {
      expect_same(expected, text, GetParam(), {cut});
      if (HasFatalFailure()) return;
    }
  }
}

TEST_P(CsvCuts, EveryPairOfCutsGivesTheSameRecords) {
  std::mt19937 random(22);
  const std::vector<std::string> alphabet = {"a", ",", "\"", "\n", "\r\n", "\r"};
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_text(random, random() % 20, alphabet);
    const naive::Table expected = naive::read(text);
    for (size_t first = 0; first <= text.size(); ++first) {
      for (size_t second = first; second <= text.size(); ++second) {
        expect_same(expected, text, GetParam(), {first, second});
        if (HasFatalFailure()) return;
      }
    }
  }
}

TEST_P(CsvCuts, PiecesOfOneSizeGiveTheSameRecords) {
  std::mt19937 random(23);
  for (int i = 0; i < 120; ++i) {
    const std::string text = random_text(random, random() % 1500, csv_alphabet());
    const naive::Table expected = naive::read(text);
    for (const size_t size : {1U, 2U, 3U, 7U, 31U, 63U, 64U, 65U, 127U, 128U, 129U, 255U, 1000U}) {
      expect_same(expected, text, GetParam(), cuts_every(size, text));
      if (HasFatalFailure()) return;
    }
  }
}

TEST_P(CsvCuts, RandomCutsGiveTheSameRecords) {
  std::mt19937 random(24);
  for (int i = 0; i < 1500; ++i) {
    const std::string text = random_text(random, random() % 400, csv_alphabet());
    std::vector<size_t> cuts;
    for (size_t c = random() % 8; c > 0; --c) cuts.push_back(random() % (text.size() + 1));
    std::ranges::sort(cuts);
    expect_same(naive::read(text), text, GetParam(), cuts);
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Kernel, CsvCuts, testing::Values(Kernel::kFastest, Kernel::kScalarOnly),
                         [](const auto& row) { return row.param == Kernel::kFastest ? "Fastest" : "ScalarOnly"; });

TEST(CsvReader, LinesTakenBeforeTheFirstRecordAreCounted) {
  csv::Reader reader({.delimiter = ',', .quote = '"'});
  reader.skip_lines(1);
  RecordBatch batch;
  ASSERT_EQ(reader.next("a\nb\n", true, batch), 4U);
  EXPECT_EQ(batch.first_line, 2U);
  EXPECT_EQ(batch.first_record, 1U);
  EXPECT_EQ(reader.next_record(), 3U);
}

TEST(CsvReader, NothingIsTakenFromAnUnfinishedRecord) {
  csv::Reader reader({.delimiter = ',', .quote = '"'});
  RecordBatch batch;
  EXPECT_EQ(reader.next("", false, batch), 0U);
  EXPECT_EQ(reader.next("a,b", false, batch), 0U);
  EXPECT_EQ(reader.next("a,\"b\n", false, batch), 0U);
  EXPECT_EQ(reader.next("a,b\r", false, batch), 0U);
  EXPECT_EQ(reader.next_record(), 1U);
  EXPECT_EQ(reader.next("a,b\r", true, batch), 4U);
  EXPECT_EQ(reader.next_record(), 2U);
}

}  // namespace
}  // namespace npscope
