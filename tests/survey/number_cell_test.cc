// SPDX-License-Identifier: MIT
// plain_number: amounts as people of several countries write them, and texts that are none.
#include "core/survey/number_cell.h"

#include <gtest/gtest.h>

#include <string>

namespace npscope {
namespace {

struct NumberRow {
  std::string text;
  std::string with_point;
  std::string with_comma;
};

void PrintTo(const NumberRow& row, std::ostream* out) { *out << '"' << row.text << '"'; }

std::string shown(std::string_view text, char decimal) {
  std::string scratch;
  return std::string(plain_number(text, decimal, scratch).value_or("none"));
}

class NumberTexts : public testing::TestWithParam<NumberRow> {};

TEST_P(NumberTexts, AreReadByTheirDecimalMark) {
  EXPECT_EQ(shown(GetParam().text, '.'), GetParam().with_point);
  EXPECT_EQ(shown(GetParam().text, ','), GetParam().with_comma);
}

NumberRow both(const std::string& text, const std::string& number) { return {text, number, number}; }
NumberRow none(const std::string& text) { return {text, "none", "none"}; }

INSTANTIATE_TEST_SUITE_P(Marks, NumberTexts,
                         testing::Values(both("12", "12"), NumberRow{"1,234", "1234", "1.234"},
                                         NumberRow{"1.234", "1.234", "1234"}, NumberRow{"1,234.50", "1234.50", "none"},
                                         NumberRow{"1.234,50", "none", "1234.50"}, NumberRow{"12,5", "none", "12.5"},
                                         NumberRow{"1 234 567,5", "none", "1234567.5"},
                                         NumberRow{"1\xC2\xA0"
                                                   "234.5",
                                                   "1234.5", "none"},
                                         NumberRow{"1'234.5", "1234.5", "none"}, NumberRow{"1’234’567", "1234567", "1234567"},
                                         NumberRow{"12,34,567", "1234567", "none"}, NumberRow{".5", "0.5", "none"},
                                         NumberRow{",5", "none", "0.5"}, NumberRow{"1.5E3", "1.5e3", "none"},
                                         both("1e3", "1e3")));

INSTANTIATE_TEST_SUITE_P(Signs, NumberTexts,
                         testing::Values(both("-12", "-12"), both("+12", "12"), both("−12", "-12"), both("(12)", "-12"),
                                         both("€ 12", "12"), both("12 €", "12"), both("-€12", "-12"), both("$-12", "-12"),
                                         both("($12)", "-12"), both("12 %", "12"), both("12 EUR", "12"), both("CHF 12", "12"),
                                         both("１２", "12"), both("'12", "12"), both("￥12", "12")));

INSTANTIATE_TEST_SUITE_P(None, NumberTexts,
                         testing::Values(none(""), none("-"), none("abc"), none("12a"), none("1,2,3"), none("1..2"),
                                         none("12."), none("--12"), none("(-12)"), none("1 2"), none("12,,000"),
                                         none("1,23.4,5"), none("$"), none("$12€"), none("1e"), none("1e999"),
                                         none("1,234 567"), none("12:30"), none("1/2"), none(std::string(65, '1'))));

TEST(PlainNumbers, NeedNoMarkToBeUnderstood) {
  for (const std::string_view text : {"0", "12", "-0.5", "007", "1.50"}) EXPECT_TRUE(is_plain_number(text)) << text;
  for (const std::string_view text : {"", "-", ".5", "1.", "1,5", "+1", "1e3", " 1", "1 ", "1.2.3"})
    EXPECT_FALSE(is_plain_number(text)) << text;
}

TEST(PlainNumbers, MinusZeroIsNotBelowZero) {
  EXPECT_TRUE(is_below_zero("-0.01"));
  EXPECT_FALSE(is_below_zero("-0.0"));
  EXPECT_FALSE(is_below_zero("1"));
}

}  // namespace
}  // namespace npscope
