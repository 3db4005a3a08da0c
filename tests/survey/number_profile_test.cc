// SPDX-License-Identifier: MIT
// Which decimal mark a number shows: a mark with three digits behind it may be either, everything else is clear.
#include "core/survey/number_profile.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

struct ShapeRow {
  std::string text;
  NumberShape shape;
};

TEST(NumberShape, IsToldByThePlaceOfTheMarks) {
  const std::vector<ShapeRow> rows = {
      {"12", NumberShape::kWhole},         {"-12", NumberShape::kWhole},      {"0.5", NumberShape::kPoint},
      {"12.50", NumberShape::kPoint},      {"0,5", NumberShape::kComma},      {"12,5", NumberShape::kComma},
      {"1,234", NumberShape::kUnclear},    {"1.234", NumberShape::kUnclear},  {"-12.345", NumberShape::kUnclear},
      {"0.857", NumberShape::kPoint},      {"0,857", NumberShape::kComma},    {"1234.567", NumberShape::kPoint},
      {"1,234.50", NumberShape::kPoint},   {"1.234,50", NumberShape::kComma}, {"1,234,567", NumberShape::kPoint},
      {"1.234.567", NumberShape::kComma},  {"€ 12,50", NumberShape::kComma},  {"12.50 USD", NumberShape::kPoint},
      {"-$5.25", NumberShape::kPoint},     {"1 234,50", NumberShape::kComma}, {"1'234.50", NumberShape::kPoint},
      {"1 234,50 €", NumberShape::kComma}, {"１２", NumberShape::kWhole},     {"", NumberShape::kNone},
      {"abc", NumberShape::kNone},         {"1.2.3", NumberShape::kNone},     {"2024-05-01", NumberShape::kNone},
      {"12 pieces", NumberShape::kNone},   {"5 %", NumberShape::kNone},       {"1,2.3,4", NumberShape::kNone}};
  for (const ShapeRow& row : rows) EXPECT_EQ(number_shape(row.text), row.shape) << row.text;
}

TEST(NumberProfile, CountsAndMeasures) {
  const std::vector<std::vector<std::string>> records = {{"1.5"}, {"2,5"}, {"1,000"}, {"n/a"}, {""}, {"x"}, {"-4"}, {}};
  const NumberProfile profile = profile_numbers(records, 0);
  EXPECT_EQ(profile.filled, 5U);
  EXPECT_EQ(profile.numbers, 4U);
  EXPECT_EQ(profile.points, 1U);
  EXPECT_EQ(profile.commas, 1U);
  EXPECT_EQ(profile.unclear, 1U);
  EXPECT_EQ(profile.lowest, -4);
  EXPECT_EQ(profile.highest, 1000);
  EXPECT_EQ(profile.mean, 250);
}

TEST(NumberProfile, ReadsWhatIsUnclearLikeTheOthers) {
  EXPECT_EQ(profile_numbers({{"0,5"}, {"1,500"}}, 0).highest, 1.5);
  EXPECT_EQ(profile_numbers({{"0.5"}, {"1,500"}}, 0).highest, 1500);
  EXPECT_EQ(profile_numbers({{"1.500"}}, 0).highest, 1.5);
}

}  // namespace
}  // namespace npscope
