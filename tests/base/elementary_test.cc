// SPDX-License-Identifier: MIT
// The elementary functions against values worked out with 60 digits (tests/data/stats/expect.py), in units in the last place.
// That WebAssembly gives the same bits is held by tests/node/bits.test.mjs.
#include "core/base/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <string>

#include "tests/support/tsv.h"

namespace npscope {
namespace {

using testing_support::number;

double computed(const std::string& function, double x, double y) {
  if (function == "exp") return math::exp(x);
  if (function == "expm1") return math::expm1(x);
  if (function == "log") return math::log(x);
  if (function == "log1p") return math::log1p(x);
  if (function == "pow") return math::pow(x, y);
  if (function == "erfc") return math::erfc(x);
  if (function == "lgamma") return math::lgamma(x);
  return std::numeric_limits<double>::quiet_NaN();
}

/// Distance in units in the last place of the expected value.
double units(double found, double expected) {
  const double next = std::nextafter(std::abs(expected), std::numeric_limits<double>::infinity());
  return std::abs(found - expected) / (next - std::abs(expected));
}

TEST(Elementary, ValuesOfSixtyDigitsAreMetToAUnitInTheLastPlace) {
  // The expected value is itself rounded, so half a unit more than musl states.
  const std::map<std::string, double> most = {{"exp", 1}, {"expm1", 1}, {"log", 1},   {"log1p", 1},
                                              {"pow", 1}, {"erfc", 1},  {"lgamma", 3}};
  std::map<std::string, int> seen;
  for (const auto& row : testing_support::tsv_rows("stats/elementary.tsv")) {
    ASSERT_EQ(row.size(), 4U);
    const double found = computed(row[0], number(row[1]), number(row[2]));
    ASSERT_LE(units(found, number(row[3])), most.at(row[0])) << row[0] << " " << row[1] << " " << row[2];
    ++seen[row[0]];
  }
  EXPECT_EQ(seen.size(), most.size());
  for (const auto& [name, count] : seen) EXPECT_GE(count, 40) << name;
}

TEST(Elementary, EndsOfTheRangeAreThoseOfTheCStandard) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(math::exp(-kInfinity), 0);
  EXPECT_EQ(math::exp(710), kInfinity);
  EXPECT_EQ(math::expm1(-kInfinity), -1);
  EXPECT_EQ(math::log(0), -kInfinity);
  EXPECT_TRUE(std::isnan(math::log(-1)));
  EXPECT_EQ(math::log1p(-1), -kInfinity);
  EXPECT_EQ(math::pow(0, 0), 1);
  EXPECT_EQ(math::erfc(40), 0);
  EXPECT_EQ(math::erfc(-40), 2);
  EXPECT_EQ(math::lgamma(1), 0);
  EXPECT_EQ(math::lgamma(2), 0);
  EXPECT_EQ(math::lgamma(0), kInfinity);
}

}  // namespace
}  // namespace npscope
