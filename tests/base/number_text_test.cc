// SPDX-License-Identifier: MIT
// Doubles to text, against std::to_chars, which is exact and shortest too but has another layout for exponents.
#include "core/base/number_text.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <random>

namespace npscope {
namespace {

std::string written(double number) {
  std::string text;
  append_double(text, number);
  return text;
}

// From ECMA-262 and from the console of a browser.
TEST(AppendDouble, WritesLikeEcmaScript) {
  EXPECT_EQ(written(0), "0");
  EXPECT_EQ(written(-0.0), "0");
  EXPECT_EQ(written(1), "1");
  EXPECT_EQ(written(-36.3), "-36.3");
  EXPECT_EQ(written(36.31840796019900), "36.318407960199");
  EXPECT_EQ(written(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(written(1e21), "1e+21");
  EXPECT_EQ(written(123456789012345680000.0), "123456789012345680000");
  EXPECT_EQ(written(0.000001), "0.000001");
  EXPECT_EQ(written(0.0000001), "1e-7");
  EXPECT_EQ(written(1.5e-10), "1.5e-10");
  EXPECT_EQ(written(5e-324), "5e-324");
  EXPECT_EQ(written(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(written(2.2250738585072014e-308), "2.2250738585072014e-308");
  EXPECT_EQ(written(9007199254740993.0), "9007199254740992");
}

TEST(AppendDouble, HasTheDigitsOfToChars) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) continue;
    const std::string text = written(number);
    ASSERT_EQ(std::strtod(text.c_str(), nullptr), number) << text;
    std::array<char, 64> shortest;
    const auto end =
        std::to_chars(shortest.data(), shortest.data() + shortest.size(), number, std::chars_format::scientific).ptr;
    std::string expected;
    for (const char* c = shortest.data(); c != end && *c != 'e'; ++c) {
      if (*c >= '0' && *c <= '9') expected += *c;
    }
    std::string digits;
    for (const char c : text.substr(0, text.find('e'))) {
      if (c >= '0' && c <= '9') digits += c;
    }
    digits.erase(0, digits.find_first_not_of('0'));
    while (digits.size() > expected.size() && digits.back() == '0') digits.pop_back();
    ASSERT_EQ(digits, expected) << text;
  }
}

}  // namespace
}  // namespace npscope
