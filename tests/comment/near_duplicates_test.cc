// SPDX-License-Identifier: MIT
// Which comments are near: by hand, against comparing each with each, and whatever their order.
#include "core/comment/near_duplicates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace npscope {
namespace {

std::vector<uint32_t> groups_of(const std::vector<std::string>& comments) {
  NearDuplicates near;
  for (const std::string& comment : comments) near.add(comment);
  return near.groups();
}

TEST(NearDuplicates, EqualWordsWhateverTheirSigns) {
  EXPECT_EQ(groups_of({"Good app", "bad app", "good, APP!", "", "ok", "OK.", ""}),
            (std::vector<uint32_t>{0, 1, 0, 3, 4, 4, 6}));
}

TEST(NearDuplicates, AWordMoreInALongComment) {
  const std::string text =
      "I waited more than three weeks for my parcel and nobody in your support could tell me where it was or when it would "
      "come";
  EXPECT_EQ(groups_of({text, "Something else entirely, and quite long as well, about the price of the thing", text + " Thanks",
                       "Hello! " + text}),
            (std::vector<uint32_t>{0, 1, 0, 0}));
}

TEST(NearDuplicates, AShortCommentWithANegationIsAnother) {
  EXPECT_EQ(groups_of({"I would recommend it to friends", "I would not recommend it to friends"}),
            (std::vector<uint32_t>{0, 1}));
}

/// Templates with some words changed, so that many pairs are near and many nearly so.
std::vector<std::string> comments_of_templates(std::mt19937& random, size_t count) {
  std::vector<std::string> comments;
  for (size_t i = 0; i < count; ++i) {
    std::string& comment = comments.emplace_back();
    const unsigned base = random() % 40 * 100;
    for (unsigned word = 0; word < 25; ++word) {
      comment += 'w' + std::to_string(random() % 60 == 0 ? random() % 5000 : base + word) + ' ';
    }
  }
  return comments;
}

std::set<std::string> elements(const std::string& comment) {
  std::set<std::string> found;
  std::string last;
  for (size_t at = 0; at < comment.size();) {
    const size_t end = comment.find(' ', at);
    const std::string word = comment.substr(at, end - at);
    found.insert(word);
    if (!last.empty()) found.insert((last += ' ') += word);
    last = word;
    at = end + 1;
  }
  return found;
}

TEST(NearDuplicates, FindsNearlyAllThatComparingEachWithEachFindsAndNothingElse) {
  std::mt19937 random(31);
  const std::vector<std::string> comments = comments_of_templates(random, 400);
  const std::vector<uint32_t> groups = groups_of(comments);
  std::vector<std::set<std::string>> sets(comments.size());
  std::ranges::transform(comments, sets.begin(), elements);
  size_t near = 0;
  size_t missed = 0;
  for (size_t i = 0; i < comments.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      std::vector<std::string> shared;
      std::ranges::set_intersection(sets[i], sets[j], std::back_inserter(shared));
      const size_t all = sets[i].size() + sets[j].size() - shared.size();
      if (shared.size() * 5 >= all * 4) {
        ++near;
        missed += groups[i] != groups[j] ? 1 : 0;
      } else if (shared.empty()) {
        ASSERT_NE(groups[i], groups[j]);
      }
    }
  }
  EXPECT_GT(near, 500U);
  EXPECT_LT(missed * 50, near) << missed << " of " << near;
}

TEST(NearDuplicates, TheOrderDoesNotShow) {
  std::mt19937 random(32);
  const std::vector<std::string> comments = comments_of_templates(random, 300);
  const auto together = [&](const std::vector<size_t>& order) {
    std::vector<std::string> ordered(order.size());
    std::ranges::transform(order, ordered.begin(), [&](size_t i) { return comments[i]; });
    const std::vector<uint32_t> groups = groups_of(ordered);
    std::map<uint32_t, std::set<size_t>> members;
    for (size_t i = 0; i < order.size(); ++i) members[groups[i]].insert(order[i]);
    std::set<std::set<size_t>> sets;
    for (const auto& [group, of] : members) sets.insert(of);
    return sets;
  };
  std::vector<size_t> order(comments.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto first = together(order);
  for (int i = 0; i < 5; ++i) {
    std::ranges::shuffle(order, random);
    EXPECT_EQ(together(order), first);
  }
}

}  // namespace
}  // namespace npscope
