// SPDX-License-Identifier: MIT
// RisingNumbers against a plain list of the same numbers: without gaps, with narrow and wide ones, and where they fall.
#include "core/base/rising_numbers.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace npscope {
namespace {

void expect_same(const std::vector<uint32_t>& numbers) {
  RisingNumbers packed;
  for (const uint32_t number : numbers) packed.push_back(number);
  ASSERT_EQ(packed.size(), numbers.size());
  for (size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(packed[i], numbers[i]) << i;
}

TEST(RisingNumbers, GivesBackWhatRisesWithGapsOfAnyWidth) {
  std::mt19937 random(1);
  for (const uint32_t widest : {1U, 2U, 9U, 600U, 100'000U, 200'000'000U}) {
    std::vector<uint32_t> numbers;
    for (uint64_t next = random() % widest; numbers.size() < 20'000 && next <= UINT32_MAX; next += 1 + random() % widest)
      numbers.push_back(static_cast<uint32_t>(next));
    expect_same(numbers);
  }
}

TEST(RisingNumbers, GivesBackWhatDoesNotRise) {
  expect_same({5, 6, 9, 9, 10});
  expect_same({2, 3, 700, 4, 5, 1});
  expect_same({UINT32_MAX, 0, 1});
  expect_same({0});
}

TEST(RisingNumbers, FindsTheNumbersThatAreThereAndNoOthers) {
  RisingNumbers packed;
  EXPECT_FALSE(packed.find(3).has_value());
  for (uint32_t number = 3; number < 9'000; number += 3) packed.push_back(number);
  for (uint32_t number = 0; number < 10'000; ++number) {
    const bool there = number >= 3 && number < 9'000 && number % 3 == 0;
    const auto found = packed.find(number);
    ASSERT_EQ(found.has_value(), there) << number;
    if (there) ASSERT_EQ(*found, number / 3 - 1);
  }
}

}  // namespace
}  // namespace npscope
