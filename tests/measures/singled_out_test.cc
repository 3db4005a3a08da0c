// SPDX-License-Identifier: MIT
// Filters by employees: which conditions name them, and when so few are selected or left out that nothing may be said. Numbers of
// responses are counted by hand.
#include "core/measures/singled_out.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/measures/parts.h"

namespace npscope {
namespace {

using testing_support::PartBuilder;
using testing_support::TestFrame;
using testing_support::TestParts;

/// So many responses of Kim (half of them in the region EMEA), then so many of Lee in APAC.
TestParts calls(size_t kim, size_t lee, Role role = Role::kEmployee) {
  const size_t all = kim + lee;
  std::vector<std::string> agents(kim, "Kim");
  agents.resize(all, "Lee");
  std::vector<std::string> regions(kim / 2, "EMEA");
  regions.resize(all, "APAC");
  return PartBuilder().scores(std::vector<int>(all, 9)).column("Agent", agents, role).column("Region", regions).build();
}

/// Of the query's filter.
bool singled_out(const TestParts& parts, std::string_view query, uint64_t minimum = 10) {
  const TestFrame asked(parts, query);
  EXPECT_EQ(asked.fault(), "");
  return singles_out(parts.span(), asked.query().filter, asked.selected(), minimum);
}

constexpr std::string_view kKim = R"({"filter":[{"column":"Agent","equals":"Kim"}],"measures":["nps"]})";
constexpr std::string_view kNotLee = R"({"filter":[{"role":"employee","not":true,"equals":"Lee"}],"measures":["nps"]})";
constexpr std::string_view kKimInEmea =
    R"({"filter":[{"column":"Region","equals":"EMEA"},{"column":"Agent","equals":"Kim"}],"measures":["nps"]})";

TEST(SingledOut, NineResponsesOfAPersonAreTooFewAndTenAreNot) {
  EXPECT_TRUE(singled_out(calls(9, 50), kKim));
  EXPECT_FALSE(singled_out(calls(10, 50), kKim));
  EXPECT_TRUE(singled_out(calls(10, 50), kKim, 11));
}

TEST(SingledOut, ATurnedConditionIsOneAndTheRoleNamesTheColumnToo) {
  EXPECT_TRUE(singled_out(calls(9, 50), kNotLee));
  EXPECT_FALSE(singled_out(calls(10, 50), kNotLee));
}

TEST(SingledOut, SoAreThoseThatTheConditionLeavesOut) {
  EXPECT_TRUE(singled_out(calls(50, 9), kKim));
  EXPECT_TRUE(singled_out(calls(50, 9), kNotLee));
  EXPECT_FALSE(singled_out(calls(50, 10), kKim));
  // All are Kim's: nobody is left out.
  EXPECT_FALSE(singled_out(calls(50, 0), kKim));
}

TEST(SingledOut, OtherConditionsStandForBothSides) {
  // Of 40 of Kim's, 20 are in EMEA, and nobody else's are.
  EXPECT_FALSE(singled_out(calls(40, 9), kKimInEmea));
  EXPECT_TRUE(singled_out(calls(18, 9), kKimInEmea));
}

TEST(SingledOut, NobodyIsNoFew) { EXPECT_FALSE(singled_out(calls(0, 50), kKim)); }

TEST(SingledOut, ARowOfATableOfCountsIsAsManyAsItStandsFor) {
  const TestParts parts = PartBuilder().scores({9, 3}).times({10, 30}).column("Agent", {"Kim", "Lee"}, Role::kEmployee).build();
  EXPECT_FALSE(singled_out(parts, kKim));
  EXPECT_TRUE(singled_out(parts, kKim, 11));
}

TEST(SingledOut, OtherColumnsSingleOutNobody) {
  EXPECT_FALSE(singled_out(calls(9, 50, Role::kSegment), kKim));
  EXPECT_FALSE(singled_out(calls(9, 50), R"({"filter":[{"column":"Region","equals":"EMEA"}],"measures":["nps"]})"));
  EXPECT_FALSE(singled_out(calls(9, 50), R"({"filter":[{"score":{"to":6}}],"measures":["nps"]})"));
}

TEST(SingledOut, AColumnIsOfEmployeesWhenItIsInAnyFile) {
  TestParts parts = calls(9, 50, Role::kSegment);
  parts.join(calls(0, 20));
  EXPECT_TRUE(singled_out(parts, kKim));
}

}  // namespace
}  // namespace npscope
