// SPDX-License-Identifier: MIT
// The inner loop that stands in for zlib's: each row is a block of fixed codes written bit by bit, after RFC 1951, 3.2.6. The room
// around it is large enough for the loop to be used; files_test.cc has data that other programs packed.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/format/zip/inflater.h"

namespace npscope::zip {
namespace {

using Outcome = Inflater::Outcome;

/// Bytes from bits in their order, blanks left out.
std::string packed(std::string_view bits) {
  std::string bytes;
  size_t count = 0;
  for (const char bit : bits) {
    if (bit == ' ') continue;
    if (count % 8 == 0) bytes.push_back(0);
    bytes.back() = static_cast<char>(bytes.back() | (bit - '0') << count % 8);
    ++count;
  }
  return bytes;
}

struct Row {
  const char* rule;
  /// Behind the header: a is 10010001, the end is 0000000.
  const char* codes;
  Outcome outcome;
  std::string text;
};

TEST(InflateFast, CodesMeanWhatTheFormatSays) {
  const Row rows[] = {
      {"literals", "10010001 10010010 10010011 10010100 0000000", Outcome::kEnd, "abcd"},
      {"the shortest copy", "10010001 0000001 00000 0000000", Outcome::kEnd, "aaaa"},
      {"the longest copy, of one byte", "10010001 11000101 00000 0000000", Outcome::kEnd, std::string(259, 'a')},
      {"a copy that overlaps itself", "10010001 10010010 0000011 00001 0000000", Outcome::kEnd, "abababa"},
      {"a copy in steps of sixteen bytes", "10010001 0001100 0 00000 10010010 0001100 0 01000 000 0000000", Outcome::kEnd,
       std::string(18, 'a') + "b" + std::string(16, 'a') + "b"},
      {"a copy from before the start", "10010001 0000001 00001 0000000", Outcome::kDamaged, "a"},
      {"a copy from far before the start", "10010001 0000001 11101 1111111111111", Outcome::kDamaged, "a"},
      {"a length that there is not", "10010001 11000110", Outcome::kDamaged, "a"},
      {"a distance that there is not", "10010001 0000001 11110", Outcome::kDamaged, "a"},
  };
  for (const Row& row : rows) {
    const std::string block = packed("1 10 " + std::string(row.codes));
    Inflater inflater;
    const std::string input = block + std::string(64, '\0');
    inflater.give(input);
    std::string text;
    Outcome outcome = Outcome::kMore;
    while (outcome == Outcome::kMore) outcome = inflater.next(text, 4096);
    EXPECT_EQ(outcome, row.outcome) << row.rule;
    EXPECT_EQ(text, row.text) << row.rule;
    if (outcome == Outcome::kEnd) EXPECT_EQ(inflater.input_left(), 64U) << row.rule;
  }
}

}  // namespace
}  // namespace npscope::zip
