// SPDX-License-Identifier: MIT
// Texts made to be slow: short patterns of quotes, delimiters and line ends over and over. The cells are right, and a reader whose
// time is not linear would never get through the long ones: ctest's limit ends it. No time is asserted, machines are noisy.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/format/csv/reader.h"
#include "tests/support/naive_csv.h"
#include "tests/support/read_in_pieces.h"

namespace npscope {
namespace {

using csv::Kernel;
using testing_support::cuts_every;
using testing_support::difference;
using testing_support::read_in_pieces;
using testing_support::visible;

std::string repeated(const std::string& pattern, size_t bytes) {
  std::string text;
  text.reserve(bytes + pattern.size());
  while (text.size() < bytes) text += pattern;
  return text;
}

std::vector<std::string> patterns() {
  std::vector<std::string> all = {""};
  size_t first = 0;
  for (int length = 1; length <= 4; ++length) {
    const size_t last = all.size();
    for (; first < last; ++first) {
      for (const char c : {'"', ',', '\n', '\r', 'a'}) all.push_back(all[first] + c);
    }
  }
  all.erase(all.begin());
  return all;
}

/// Reads without keeping anything, so that only the reader's own time counts; returns what is left.
size_t unread_bytes(std::string_view text, Kernel kernel) {
  csv::Reader reader({.delimiter = ',', .quote = '"'}, kernel);
  RecordBatch batch;
  while (const size_t taken = reader.next(text, true, batch)) text.remove_prefix(taken);
  return text.size();
}

TEST(CsvStorm, EveryShortPatternIsReadLikeTheNaiveReader) {
  for (const std::string& pattern : patterns()) {
    for (const std::string& start : {std::string(), std::string("\""), std::string("h,\"i\n")}) {
      const std::string text = start + repeated(pattern, 150);
      const naive::Table expected = naive::read(text);
      for (const Kernel kernel : {Kernel::kFastest, Kernel::kScalarOnly}) {
        const naive::Table found = read_in_pieces(text, ',', kernel, cuts_every(67, text));
        ASSERT_TRUE(found == expected) << visible(text) << "\n" << difference(expected, found);
      }
    }
  }
}

TEST(CsvStorm, EveryShortPatternIsReadToItsEnd) {
  for (const std::string& pattern : patterns()) {
    const std::string text = repeated(pattern, 32 << 10);
    ASSERT_EQ(unread_bytes(text, Kernel::kFastest), 0) << visible(pattern);
    ASSERT_EQ(unread_bytes(text, Kernel::kScalarOnly), 0) << visible(pattern);
  }
}

class CsvLongStorm : public testing::TestWithParam<std::string> {};

TEST_P(CsvLongStorm, IsReadToItsEnd) {
  const std::string text = "h,i\n" + repeated(GetParam(), 6 << 20);
  EXPECT_EQ(unread_bytes(text, Kernel::kFastest), 0) << visible(GetParam());
  EXPECT_EQ(unread_bytes(text, Kernel::kScalarOnly), 0) << visible(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Pattern, CsvLongStorm,
                         testing::Values("\"", "\"\n", "\"\"\n", "\"\"\"\n", ",\"", "a,\"", "\"a", "\"\"a", "\"\"\"a\n", "a\"",
                                         ",", "\n", "\r", "\r\n", "\"\n\"\"", "\"\"\"\"x,",
                                         "\"" + std::string(100, '\n') + "\"x\n", "\"a,b\nc,d\ne\"f\n",
                                         "a," + std::string(1, '\0')));

}  // namespace
}  // namespace npscope
