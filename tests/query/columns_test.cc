// SPDX-License-Identifier: MIT
// Columns of a part: texts stay where they are put, names and roles find their column, and cells become numbers.
#include "core/query/columns.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "core/query/part.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::PartBuilder;
using testing_support::TestParts;

TEST(TextColumn, GivesBackEveryText) {
  std::mt19937 random(3);
  TextColumn column;
  std::vector<std::string> texts;
  uint64_t bytes = 0;
  for (size_t i = 0; i < 3000; ++i) {
    const size_t size = i % 3 == 0 ? 0 : i % 500 == 1 ? TextColumn::kBlock + random() % 3 : random() % 9000;
    texts.emplace_back(size, static_cast<char>('a' + i % 26));
    column.add(texts.back());
    bytes += size;
  }
  ASSERT_EQ(column.size(), texts.size());
  EXPECT_EQ(column.bytes(), bytes);
  for (size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(column.text(i), texts[i]) << i;
}

TEST(TextColumn, OfEmptyTextsOnly) {
  TextColumn column;
  column.add("");
  column.add("");
  EXPECT_EQ(column.text(1), "");
  column.add("x");
  EXPECT_EQ(column.text(2), "x");
  EXPECT_EQ(column.text(0), "");
}

TEST(ColumnOf, FindsByNameNumberAndRole) {
  const TestParts parts = PartBuilder()
                              .scores({1, 2})
                              .column("Sub-Region", {"a", "b"}, Role::kSegment)
                              .column("Ease", {"1", "2"}, Role::kDriver)
                              .column("Speed", {"3", "4"}, Role::kDriver)
                              .comments({"x", ""})
                              .build();
  const Part& part = parts[0];
  EXPECT_EQ(column_of(*part.mapping, {"Sub-Region"}), 0U);
  EXPECT_EQ(column_of(*part.mapping, {"sub region"}), 0U);
  EXPECT_EQ(column_of(*part.mapping, {"#3"}), 2U);
  EXPECT_EQ(column_of(*part.mapping, {"", Role::kDriver}), 1U) << "the first of that role";
  EXPECT_EQ(column_of(*part.mapping, {"", Role::kAccount}), std::nullopt);
  EXPECT_EQ(column_of(*part.mapping, {"", Role::kNone}), std::nullopt);
  EXPECT_EQ(column_of(*part.mapping, {"Country"}), std::nullopt);
  EXPECT_EQ(codes_of(part, {"Speed"}), &part.columns->codes.at(2));
  EXPECT_EQ(texts_of(part, {"Speed"}), nullptr);
  EXPECT_EQ(codes_of(part, {"", Role::kComment}), nullptr);
  EXPECT_EQ(texts_of(part, {"", Role::kComment}), &part.columns->texts.at(3));
  EXPECT_EQ(codes_of(part, {"Country"}), nullptr);
}

TEST(NumbersOf, ReadsNumbersAsTheFileWritesThem) {
  CodeColumn column;
  column.texts = {"1.234,50 €", "12", "n/a", "-3,5", "1,5"};
  column.decimal = ',';
  const std::vector<double> numbers = numbers_of(column);
  EXPECT_EQ(numbers[0], 1234.5);
  EXPECT_EQ(numbers[1], 12);
  EXPECT_TRUE(std::isnan(numbers[2]));
  EXPECT_EQ(numbers[3], -3.5);
  EXPECT_EQ(numbers[4], 1.5);
  column.decimal = '.';
  column.texts = {"1,234.5"};
  EXPECT_EQ(numbers_of(column), std::vector<double>{1234.5});
}

}  // namespace
}  // namespace npscope
