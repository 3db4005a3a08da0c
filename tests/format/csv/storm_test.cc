// SPDX-License-Identifier: MIT
// Texts made to be slow: short patterns of quotes, delimiters and line ends over and over. The time stays linear, the cells right.
#include <gtest/gtest.h>

#include <chrono>
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

/// Reads without keeping anything, so that only the reader's own time counts.
double seconds_to_read(std::string_view text, Kernel kernel) {
  const auto started = std::chrono::steady_clock::now();
  csv::Reader reader({.delimiter = ',', .quote = '"'}, kernel);
  RecordBatch batch;
  while (const size_t taken = reader.next(text, true, batch)) text.remove_prefix(taken);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
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

/// A quadratic reader would need minutes for one of these; the limit leaves room for sanitizers and a busy machine.
TEST(CsvStorm, NoShortPatternTakesLong) {
  for (const std::string& pattern : patterns()) {
    const std::string text = repeated(pattern, 32 << 10);
    const double seconds = seconds_to_read(text, Kernel::kFastest) + seconds_to_read(text, Kernel::kScalarOnly);
    ASSERT_LT(seconds, 3) << visible(pattern);
  }
}

class CsvLongStorm : public testing::TestWithParam<std::string> {};

TEST_P(CsvLongStorm, TakesLinearTime) {
  const std::string text = "h,i\n" + repeated(GetParam(), 6 << 20);
  EXPECT_LT(seconds_to_read(text, Kernel::kFastest), 20) << visible(GetParam());
  EXPECT_LT(seconds_to_read(text, Kernel::kScalarOnly), 20) << visible(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Pattern, CsvLongStorm,
                         testing::Values("\"", "\"\n", "\"\"\n", "\"\"\"\n", ",\"", "a,\"", "\"a", "\"\"a", "\"\"\"a\n", "a\"",
                                         ",", "\n", "\r", "\r\n", "\"\n\"\"", "\"\"\"\"x,",
                                         "\"" + std::string(100, '\n') + "\"x\n", "\"a,b\nc,d\ne\"f\n",
                                         "a," + std::string(1, '\0')));

}  // namespace
}  // namespace npscope
