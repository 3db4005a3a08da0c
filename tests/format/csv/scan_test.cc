// SPDX-License-Identifier: MIT
// The SIMD and the scalar scan against the naive reader: all short texts, random longer ones, and texts written from known cells.
#include "core/format/csv/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/support/naive_csv.h"
#include "tests/support/read_in_pieces.h"

namespace npscope {
namespace {

using namespace std::string_literals;
using csv::Kernel;
using testing_support::csv_alphabet;
using testing_support::difference;
using testing_support::random_text;
using testing_support::read_whole;
using testing_support::visible;

/// Both kernels must find what the naive reader finds.
void expect_like_naive(std::string_view text, char delimiter) {
  const naive::Table expected = naive::read(text, delimiter);
  const naive::Table fast = read_whole(text, delimiter, Kernel::kFastest);
  ASSERT_TRUE(fast == expected) << "fastest kernel: " << visible(text) << "\n" << difference(expected, fast);
  const naive::Table scalar = read_whole(text, delimiter, Kernel::kScalarOnly);
  ASSERT_TRUE(scalar == expected) << "scalar kernel: " << visible(text) << "\n" << difference(expected, scalar);
}

/// All texts of up to `most` characters.
std::vector<std::string> all_texts(size_t most, const std::vector<std::string>& alphabet) {
  std::vector<std::string> texts = {""};
  size_t first = 0;
  for (size_t length = 1; length <= most; ++length) {
    const size_t last = texts.size();
    for (; first < last; ++first) {
      for (const std::string& character : alphabet) texts.push_back(texts[first] + character);
    }
  }
  return texts;
}

const std::vector<std::string> kMarks = {"a", ",", "\"", "\n", "\r"};

TEST(CsvScan, HasSimdHere) {
#if defined(__SSE4_1__)
  EXPECT_TRUE(csv::has_simd());
#endif
}

TEST(CsvScan, EveryShortTextIsReadLikeTheNaiveReader) {
  for (const std::string& text : all_texts(6, kMarks)) {
    expect_like_naive(text, ',');
    if (HasFatalFailure()) return;
  }
}

TEST(CsvScan, EveryShortTextIsReadTheSameAcrossBlocks) {
  const std::string tail = std::string(70, 'z') + "\nlast,\"row\"\n";
  for (const std::string& text : all_texts(4, kMarks)) {
    for (size_t before = 57; before <= 64; ++before) {
      std::string cell(before - 1, 'x');
      cell.append(",").append(text);
      expect_like_naive(cell, ',');
      std::string line(before - 1, 'x');
      line.append("\n").append(text).append(tail);
      expect_like_naive(line, ',');
      if (HasFatalFailure()) return;
    }
  }
}

TEST(CsvScan, AnOpenQuoteIsCarriedOverAnyNumberOfBlocks) {
  for (const std::string& text : all_texts(4, kMarks)) {
    for (const size_t length : {60U, 62U, 63U, 64U, 126U, 127U, 128U, 191U, 192U}) {
      expect_like_naive("a,\"" + std::string(length, 'q') + text + "\",b\nc\n", ',');
      if (HasFatalFailure()) return;
    }
  }
}

class CsvScanRandom : public testing::TestWithParam<char> {};

TEST_P(CsvScanRandom, TextsAreReadLikeTheNaiveReader) {
  std::mt19937 random(static_cast<unsigned>(GetParam()));
  std::vector<std::string> alphabet = csv_alphabet();
  alphabet.emplace_back(1, GetParam());
  for (int i = 0; i < 6000; ++i) {
    expect_like_naive(random_text(random, random() % (i % 20 == 0 ? 3000 : 300), alphabet), GetParam());
    if (HasFatalFailure()) return;
  }
}

INSTANTIATE_TEST_SUITE_P(Delimiter, CsvScanRandom, testing::Values(',', ';', '\t', '|'));

/// Few quotes, so that whole blocks are regular and the SIMD scan is not given up at once.
TEST(CsvScan, TextsWithFewQuotesAreReadLikeTheNaiveReader) {
  std::mt19937 random(11);
  const std::vector<std::string> alphabet = {"a",  "b",    "cd", "é",      "\xE2\x82\xAC",  " ",      ",",  ",",          "\n",
                                             "\n", "\r\n", "\r", ",\"q\"", ",\"q,\"\"\n\"", "\n\"\"", "\"", ",\"\r\n\"\n"};
  for (int i = 0; i < 4000; ++i) {
    expect_like_naive(random_text(random, random() % 400, alphabet), ',');
    if (HasFatalFailure()) return;
  }
}

struct Written {
  std::string text;
  std::vector<std::vector<std::string>> cells;
};

/// A well-formed text after RFC 4180 and the cells it was written from.
Written write_table(std::mt19937& random, char delimiter) {
  Written written;
  const std::vector<std::string> pieces = {"a", "é", "10", " ", "\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", "'", "x y"};
  const std::vector<std::string> line_ends = {"\n", "\r\n", "\r"};
  const std::string& line_end = line_ends[random() % 3];
  const size_t records = 1 + random() % 30;
  for (size_t r = 0; r < records; ++r) {
    std::vector<std::string>& row = written.cells.emplace_back();
    const size_t columns = 2 + random() % 5;
    for (size_t c = 0; c < columns; ++c) {
      const std::string cell = random_text(random, random() % 6, pieces);
      const bool must_quote = cell.find_first_of("\"\r\n"s + delimiter) != std::string::npos;
      if (c > 0) written.text += delimiter;
      if (must_quote || random() % 4 == 0) {
        written.text += '"';
        for (const char character : cell) written.text += character == '"' ? "\"\""s : std::string(1, character);
        written.text += '"';
      } else {
        written.text += cell;
      }
      row.push_back(cell);
    }
    if (r + 1 < records || random() % 2 == 0) written.text += line_end;
  }
  return written;
}

TEST(CsvScan, WhatAWriterQuotedComesBackCellByCell) {
  std::mt19937 random(12);
  for (int i = 0; i < 3000; ++i) {
    const char delimiter = ",;\t|"[random() % 4];
    const Written written = write_table(random, delimiter);
    for (const Kernel kernel : {Kernel::kFastest, Kernel::kScalarOnly}) {
      const naive::Table table = read_whole(written.text, delimiter, kernel);
      ASSERT_EQ(table.records.size(), written.cells.size()) << visible(written.text);
      for (size_t r = 0; r < table.records.size(); ++r) {
        ASSERT_EQ(table.records[r].cells, written.cells[r]) << visible(written.text);
        ASSERT_TRUE(table.records[r].remarks.empty()) << visible(written.text);
      }
    }
  }
}

/// The oracle itself, on rows that were written by hand.
TEST(NaiveReader, KeepsTheRulesOfTheDecisions) {
  const naive::Table table = naive::read("a,b\r\n\n\"x\ny\",2\rst\"ray,\"q\"z\n\"un\nclosed,1\n\"\"\n");
  ASSERT_EQ(table.records.size(), 6U);
  EXPECT_EQ(table.blank_lines, 1U);
  EXPECT_EQ(table.records[0], (naive::Record{1, 1, {"a", "b"}, {}}));
  EXPECT_EQ(table.records[1], (naive::Record{2, 3, {"x\ny", "2"}, {}}));
  EXPECT_EQ(table.records[2], (naive::Record{3, 5, {"st\"ray", "qz"}, {{0, "stray-quote"}}}));
  EXPECT_EQ(table.records[3], (naive::Record{4, 6, {"\"un"}, {{0, "unclosed-quote"}}}));
  EXPECT_EQ(table.records[4], (naive::Record{5, 7, {"closed", "1"}, {}}));
  EXPECT_EQ(table.records[5], (naive::Record{6, 8, {""}, {}}));
}

TEST(NaiveReader, LimitsCountContentAndWholeRecords) {
  const naive::Limits limits{4, 10};
  EXPECT_EQ(naive::read("\"1234\"\n", ',', limits).records[0], (naive::Record{1, 1, {"1234"}, {}}));
  EXPECT_EQ(naive::read("\"12345\"\n", ',', limits).records[0], (naive::Record{1, 1, {"\"12345\""}, {{0, "unclosed-quote"}}}));
  EXPECT_EQ(naive::read("123456789\nb", ',', limits).records[0], (naive::Record{1, 1, {"123456789"}, {}}));
  const naive::Table skipped = naive::read("0123456789a\nb", ',', limits);
  EXPECT_EQ(skipped.records[0], (naive::Record{1, 1, {}, {{-1, "record-too-long"}}}));
  EXPECT_EQ(skipped.records[1], (naive::Record{2, 2, {"b"}, {}}));
}

}  // namespace
}  // namespace npscope
