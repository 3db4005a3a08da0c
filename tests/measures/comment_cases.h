// SPDX-License-Identifier: MIT
// What tests of measures of comments share: terms numbered to the end, a question asked with them, and comments of four languages that
// look like chance. All texts are invented.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/measures/comment_terms.h"
#include "tests/measures/parts.h"

namespace npscope::testing_support {

/// `ask` with the terms of all comments.
inline std::string ask_comments(const TestParts& parts, const Measure& measure, std::string_view query) {
  CommentTerms terms(parts.span());
  while (terms.step()) {
  }
  return ask(parts, measure, query, &terms);
}

/// Two columns of comments, a region, respondents and days; some of each are empty.
inline TestParts chance_comments(size_t responses) {
  constexpr std::array<std::string_view, 24> kTexts = {"The app is slow",
                                                       "too expensive for what it does",
                                                       "not good",
                                                       "very good!",
                                                       "Sehr gut, danke",
                                                       "zu teuer",
                                                       "funktioniert nicht",
                                                       "der Preis ist zu hoch",
                                                       "trop cher",
                                                       "très agréable",
                                                       "l'accueil est parfait",
                                                       "je ne recommande pas",
                                                       "很好",
                                                       "不推荐，太贵",
                                                       "客服很慢",
                                                       "非常满意",
                                                       "ok",
                                                       "price price PRICE",
                                                       "write to jo@example.org",
                                                       "nothing to add",
                                                       "slow, slow and slow again",
                                                       "I can't log in",
                                                       "fast delivery",
                                                       "3.5 of 5"};
  std::mt19937 random(11);
  const auto chosen = [&](auto&& list) { return std::string(list[random() % std::size(list)]); };
  const auto comment = [&] {
    std::string text;
    for (size_t n = random() % 4; n > 0; --n) text += (text.empty() ? "" : ". ") + chosen(kTexts);
    return text;
  };
  constexpr std::array<std::string_view, 4> kRegions = {"EMEA", "APAC", "LATAM", ""};
  std::vector<int> scores;
  PartBuilder::Texts regions;
  PartBuilder::Texts days;
  PartBuilder::Texts persons;
  PartBuilder::Texts first;
  PartBuilder::Texts second;
  for (size_t i = 0; i < responses; ++i) {
    scores.push_back(static_cast<int>(random() % 11));
    regions.push_back(chosen(kRegions));
    days.push_back(random() % 9 == 0 ? "" : "2025-03-" + std::to_string(10 + random() % 20));
    persons.push_back(random() % 5 == 0 ? "" : "p" + std::to_string(random() % (responses / 2 + 1)));
    first.push_back(comment());
    second.push_back(random() % 3 == 0 ? comment() : "");
  }
  return PartBuilder()
      .scores(scores)
      .column("Region", regions)
      .days(days)
      .respondents(persons)
      .comments(first)
      .comments(second, "Reason")
      .build();
}

/// The answer, and that it is the same however the responses are cut.
inline std::string ask_cut(const TestParts& parts, const Measure& measure, std::string_view query) {
  const std::string answer = ask_comments(parts, measure, query);
  EXPECT_EQ(ask_comments(cut(parts, 2), measure, query), answer);
  EXPECT_EQ(ask_comments(cut(parts, 5), measure, query), answer);
  return answer;
}

}  // namespace npscope::testing_support
