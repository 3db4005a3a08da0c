// SPDX-License-Identifier: MIT
// Codes: the names are a contract with other programs, so their form and the two unscored reasons are pinned here.
#include "core/base/codes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace npscope {
namespace {

TEST(Codes, HaveNamesThatDifferAndAreLowerCaseWords) {
  std::set<std::string_view> names;
  for (size_t i = 1; i < kCodeCount; ++i) {
    const std::string_view name = code_name(static_cast<Code>(i));
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_GE(name.size(), 5U);
    EXPECT_TRUE(std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }))
        << name;
    EXPECT_TRUE(!name.starts_with('-') && !name.ends_with('-')) << name;
  }
  EXPECT_EQ(code_name(Code::kNone), "");
}

TEST(Codes, AreFoundByTheirNames) {
  for (size_t i = 1; i < kCodeCount; ++i) EXPECT_EQ(code_named(code_name(static_cast<Code>(i))), static_cast<Code>(i));
  EXPECT_EQ(code_named(""), Code::kNone);
  EXPECT_EQ(code_named("no-such-code"), Code::kNone);
  EXPECT_EQ(code_named("Empty-File"), Code::kNone);
}

TEST(Codes, SeveritiesAreThreeWords) {
  const std::set<std::string_view> words = {"error", "warning", "info"};
  for (size_t i = 1; i < kCodeCount; ++i)
    EXPECT_TRUE(words.contains(severity_name(code_severity(static_cast<Code>(i))))) << code_name(static_cast<Code>(i));
}

TEST(Codes, OnlyAnEmptyCellAndADeclaredMissingValueAreUnscored) {
  std::set<std::string_view> unscored;
  for (size_t i = 1; i < kCodeCount; ++i) {
    if (is_unscored_reason(static_cast<Code>(i))) unscored.insert(code_name(static_cast<Code>(i)));
  }
  EXPECT_EQ(unscored, (std::set<std::string_view>{"score-empty", "score-missing-code"}));
}

}  // namespace
}  // namespace npscope
