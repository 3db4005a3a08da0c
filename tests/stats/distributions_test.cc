// SPDX-License-Identifier: MIT
// Tails and quantiles against values worked out with 60 digits (tests/data/stats/expect.py), against printed tables, and
// against each other.
#include "core/stats/distributions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/stats/incomplete.h"
#include "core/stats/limits.h"
#include "tests/support/tsv.h"

namespace npscope {
namespace {

using testing_support::number;

double computed(const std::string& function, double a, double b, double c) {
  if (function == "normal_lower") return normal_lower(a);
  if (function == "normal_upper") return normal_upper(a);
  if (function == "normal_two_sided") return normal_two_sided(a);
  if (function == "normal_quantile") return normal_quantile(a);
  if (function == "chi_square_upper") return chi_square_upper(a, b);
  if (function == "student_two_sided") return student_two_sided(a, b);
  if (function == "f_upper") return f_upper(a, b, c);
  if (function == "incomplete_beta") return incomplete_beta(a, b, c, 1 - c).lower;
  if (function == "incomplete_gamma") return incomplete_gamma(a, b).lower;
  return -1;
}

TEST(Distributions, ValuesOfSixtyDigitsAreMet) {
  int rows = 0;
  for (const auto& row : testing_support::tsv_rows("stats/distributions.tsv")) {
    ASSERT_EQ(row.size(), 5U);
    const double wanted = number(row[4]);
    const double found = computed(row[0], number(row[1]), number(row[2]), number(row[3]));
    // With large parameters the last bit of the argument alone moves the tail by more.
    const bool large = number(row[1]) > 5000 || number(row[2]) > 5000;
    const double enough = row[0] == "normal_quantile" ? 2e-15 : large ? 1e-12 : 1e-13;
    EXPECT_LE(std::abs(found / wanted - 1), enough)
        << row[0] << " " << row[1] << " " << row[2] << " " << row[3] << ": " << found;
    ++rows;
  }
  EXPECT_GT(rows, 90);
}

// Abramowitz and Stegun, tables 26.7, 26.8, 26.9, 26.10: upper 5 % and 1 % points.
TEST(Distributions, PrintedTablesAreMet) {
  EXPECT_NEAR(chi_square_quantile(0.05, 1), 3.84146, 5e-6);
  EXPECT_NEAR(chi_square_quantile(0.01, 10), 23.2093, 5e-5);
  EXPECT_NEAR(chi_square_quantile(0.05, 100), 124.342, 5e-4);
  EXPECT_NEAR(student_quantile(0.025, 1), 12.706, 5e-4);
  EXPECT_NEAR(student_quantile(0.025, 10), 2.228, 5e-4);
  EXPECT_NEAR(student_quantile(0.005, 30), 2.750, 5e-4);
  EXPECT_NEAR(student_quantile(0.05, 120), 1.658, 5e-4);
  EXPECT_NEAR(f_upper(4.10, 2, 10), 0.05, 1e-4);
  EXPECT_NEAR(f_upper(2.85, 5, 20), 0.0421, 1e-4);
}

TEST(Distributions, QuantilesUndoTails) {
  for (const double tail : {1e-12, 0.001, 0.025, 0.2, 0.5, 0.9, 0.999}) {
    EXPECT_NEAR(normal_upper(-normal_quantile(tail)) / tail, 1, 1e-13) << tail;
    for (const double degrees : {0.5, 1.0, 2.0, 7.0, 23.0, 300.0, 10000.0}) {
      EXPECT_NEAR(chi_square_upper(chi_square_quantile(tail, degrees), degrees) / tail, 1, 1e-12) << tail << " " << degrees;
      EXPECT_NEAR(student_upper(student_quantile(tail, degrees), degrees) / tail, 1, 1e-12) << tail << " " << degrees;
    }
  }
}

TEST(Distributions, QuantilesOfTheNamedLevelsAreThoseOfAnyLevel) {
  for (const Level level : kLevels) {
    EXPECT_NEAR(normal_two_sided_quantile(level_value(level)), normal_quantile(level), 2e-15) << level_value(level);
  }
}

TEST(Distributions, KnownRelationsHold) {
  // Chi-square with two degrees is exponential; t squared is F with one degree; t with one degree is Cauchy's.
  EXPECT_NEAR(chi_square_upper(3, 2), std::exp(-1.5), 1e-15);
  EXPECT_NEAR(f_upper(2.5 * 2.5, 1, 17), student_two_sided(2.5, 17), 1e-15);
  EXPECT_NEAR(student_upper(1, 1), 0.25, 1e-15);
  EXPECT_NEAR(student_upper(-1, 1), 0.75, 1e-15);
  EXPECT_EQ(student_quantile(0.5, 3), 0);
  EXPECT_EQ(chi_square_upper(0, 4), 1);
  EXPECT_EQ(f_upper(0, 4, 4), 1);
  EXPECT_EQ(student_two_sided(0, 4), 1);
  EXPECT_EQ(chi_square_upper(1e6, 1), 0);
}

TEST(IncompleteBeta, TailsAddUpAndMirror) {
  for (const double a : {0.5, 1.0, 3.5, 80.0, 2500.5}) {
    for (const double b : {0.5, 2.0, 40.5, 9000.0}) {
      for (const double x : {0.0, 0.001, 0.125, 0.5, 0.75, 0.9990234375, 1.0}) {
        const Tails tails = incomplete_beta(a, b, x, 1 - x);
        const Tails mirrored = incomplete_beta(b, a, 1 - x, x);
        ASSERT_NEAR(tails.lower + tails.upper, 1, 1e-15) << a << " " << b << " " << x;
        ASSERT_NEAR(tails.lower, mirrored.upper, 1e-14) << a << " " << b << " " << x;
        ASSERT_GE(tails.lower, 0);
        ASSERT_GE(tails.upper, 0);
      }
    }
  }
}

}  // namespace
}  // namespace npscope
