// SPDX-License-Identifier: MIT
// Association of groups with categories: values worked out by a short script from the published formulas, and tables where the answer
// is plain.
#include "core/stats/association.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace npscope {
namespace {

TEST(Association, OfATableWithAllCellsOccupied) {
  const auto found = association(std::vector<GroupCounts>{{30, 10, 5}, {12, 20, 18}, {4, 11, 40}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->responses, 150U);
  EXPECT_EQ(found->degrees, 4U);
  EXPECT_FALSE(found->sparse);
  EXPECT_NEAR(found->chi_square, 57.01985873990115, 1e-12);
  EXPECT_NEAR(found->cramers_v, 0.43596581953138314, 1e-14);
  EXPECT_NEAR(found->corrected_v, 0.42313908855071514, 1e-14);
  EXPECT_NEAR(found->mutual_information, 0.19497294894667117, 1e-14);
  // All nine cells are occupied: (3 - 1)(3 - 1) / 2n less.
  EXPECT_NEAR(found->corrected_information, 0.19497294894667117 - 4 / 300.0, 1e-14);
}

TEST(Association, MillerAndMadowCountOccupiedCellsOnly) {
  const auto found = association(std::vector<GroupCounts>{{7, 3, 0}, {2, 5, 8}});
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->sparse);
  EXPECT_NEAR(found->corrected_v, 0.5999194792991074, 1e-14);
  EXPECT_NEAR(found->mutual_information, 0.2706171991379467, 1e-14);
  EXPECT_NEAR(found->corrected_information, 0.25061719913794667, 1e-14);
}

TEST(Association, IsOneWhereTheCategoryTellsTheGroup) {
  const auto found = association(std::vector<GroupCounts>{{50, 0, 0}, {0, 50, 0}, {0, 0, 50}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->cramers_v, 1, 1e-15);
  EXPECT_NEAR(found->corrected_v, 1, 1e-14);
  EXPECT_NEAR(found->mutual_information, std::log(3.0), 1e-15);
}

TEST(Association, IsNothingWhereAllCategoriesHaveTheSameShares) {
  const auto found = association(std::vector<GroupCounts>{{10, 20, 30}, {20, 40, 60}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->chi_square, 0);
  EXPECT_EQ(found->p, 1);
  EXPECT_EQ(found->corrected_v, 0);
  EXPECT_EQ(found->corrected_information, 0);
}

TEST(Association, EmptyCategoriesAndGroupsDoNotCount) {
  const auto found = association(std::vector<GroupCounts>{{10, 0, 30}, {0, 0, 0}, {20, 0, 5}});
  const auto without = association(std::vector<GroupCounts>{{10, 0, 30}, {20, 0, 5}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->degrees, 1U);
  EXPECT_EQ(found->chi_square, without->chi_square);
  // 65 (10 * 5 - 30 * 20)^2 / (40 * 25 * 30 * 35)
  EXPECT_NEAR(found->chi_square, 65.0 * 550 * 550 / (40.0 * 25 * 30 * 35), 1e-12);
}

TEST(Association, OfManySmallCategoriesByChanceIsSmallAfterCorrection) {
  std::mt19937 random(81);
  std::vector<GroupCounts> categories(200);
  for (int i = 0; i < 600; ++i) {
    GroupCounts& category = categories[random() % categories.size()];
    ++(random() % 2 == 0 ? category.detractors : category.promoters);
  }
  const auto found = association(categories);
  ASSERT_TRUE(found);
  EXPECT_GT(found->cramers_v, 0.45);
  EXPECT_LT(found->corrected_v, 0.2);
  EXPECT_LT(found->corrected_information, found->mutual_information / 2);
}

TEST(Association, SaysWhyThereIsNone) {
  using Groups = std::vector<GroupCounts>;
  EXPECT_EQ(association(Groups{}).error().reason, NoFitReason::kNoResponses);
  EXPECT_EQ(association(Groups{{0, 0, 0}}).error().reason, NoFitReason::kNoResponses);
  EXPECT_EQ(association(Groups{{1, 2, 3}, {0, 0, 0}}).error().reason, NoFitReason::kOneCategory);
  EXPECT_EQ(association(Groups{{1, 0, 0}, {5, 0, 0}}).error().reason, NoFitReason::kOneClass);
}

}  // namespace
}  // namespace npscope
