// SPDX-License-Identifier: MIT
// CommentTerms against a count by text, comment by comment, with CommentWords read one at a time; and that it works in pieces.
#include "core/measures/comment_terms.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/comment/words.h"
#include "tests/measures/comment_cases.h"

namespace npscope {
namespace {

using testing_support::chance_comments;
using testing_support::cut;
using testing_support::PartBuilder;
using testing_support::TestParts;

using Counted = std::map<std::string, std::pair<uint64_t, uint64_t>>;

/// Comments and times of each word of the comments whose response is chosen, read one by one.
Counted words_one_by_one(const TestParts& parts, const std::vector<Selection>& which) {
  Counted counted;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const auto& [place, texts] : parts[p].columns->texts) {
      for (size_t i = 0; i < texts.size(); ++i) {
        if (which[p][i] == 0) continue;
        std::set<std::string> seen;
        CommentWords one;
        one.add(texts.text(i));
        one.for_each_word(0, [&](const CommentWords::Place& word) {
          const std::string text(one.dictionary().word_text(word.word));
          counted[text].first += seen.insert(text).second ? 1 : 0;
          ++counted[text].second;
        });
      }
    }
  }
  return counted;
}

/// Those with a number; the others under "others".
Counted pairs_one_by_one(const TestParts& parts, const std::vector<Selection>& which, uint64_t fewest) {
  Counted all;
  Counted chosen;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const auto& [place, texts] : parts[p].columns->texts) {
      for (size_t i = 0; i < texts.size(); ++i) {
        std::map<std::string, uint64_t> of_comment;
        WordReader reader;
        reader.start(texts.text(i));
        std::string last;
        for (bool first = true; reader.next(); first = false) {
          const Word& word = reader.word();
          const std::string text(word.text);
          // The address is no words.
          const bool masked = text == "jo" || text == "example" || text == "org" || text == "example.org";
          if (!first && word.follows && !masked) ++of_comment[last + (word.overlaps ? "|" : "+") + text];
          last = text;
        }
        for (const auto& [pair, times] : of_comment) {
          ++all[pair].first;
          all[pair].second += times;
          if (which[p][i] == 0) continue;
          ++chosen[pair].first;
          chosen[pair].second += times;
        }
      }
    }
  }
  Counted shown;
  for (const auto& [pair, counts] : chosen) {
    auto& to = shown[all[pair].first >= fewest ? pair : "others"];
    to.first += counts.first;
    to.second += counts.second;
  }
  return shown;
}

std::vector<CommentTerms::Chosen> chosen_of(const TestParts& parts, const std::vector<Selection>& which) {
  std::vector<CommentTerms::Chosen> chosen;
  for (size_t p = 0; p < parts.size(); ++p) {
    for (const auto& [place, texts] : comment_columns(parts[p])) chosen.push_back({texts, &which[p]});
  }
  return chosen;
}

std::vector<Selection> every_second(const TestParts& parts) {
  std::vector<Selection> which;
  for (const Part& part : parts.span()) {
    Selection& selection = which.emplace_back(part.size());
    for (size_t i = 0; i < part.size(); ++i) selection[i] = part.records[i] % 2;
  }
  return which;
}

TEST(CommentTerms, CountsAsReadingOneByOne) {
  for (const size_t pieces : {1, 3}) {
    const TestParts parts = cut(chance_comments(300), pieces);
    const std::vector<Selection> which = every_second(parts);
    CommentTerms terms(parts.span());
    while (terms.step()) {
    }
    TermCounts words;
    TermCounts pairs;
    terms.count(chosen_of(parts, which), words, pairs);
    Counted by_text;
    for (uint32_t word = 0; word < terms.dictionary().words(); ++word) {
      const TermCounts::Entry entry = words.of(word);
      if (entry.comments > 0) by_text[std::string(terms.dictionary().word_text(word))] = {entry.comments, entry.times};
    }
    EXPECT_EQ(by_text, words_one_by_one(parts, which));
    EXPECT_EQ(words.rest, TermCounts::Entry());

    EXPECT_EQ(terms.fewest(), 2U);
    Counted pairs_by_text;
    for (uint32_t pair = 0; pair < terms.dictionary().pairs(); ++pair) {
      const TermDictionary::Pair both = terms.dictionary().pair_of(pair);
      const TermCounts::Entry entry = pairs.of(pair);
      if (entry.comments == 0) continue;
      const std::string text(terms.dictionary().word_text(both.first));
      pairs_by_text[text + (both.overlaps ? "|" : "+") + std::string(terms.dictionary().word_text(both.second))] = {
          entry.comments, entry.times};
    }
    if (pairs.rest.comments > 0) pairs_by_text["others"] = {pairs.rest.comments, pairs.rest.times};
    Counted expected = pairs_one_by_one(parts, which, 2);
    EXPECT_GT(expected.size(), 20U);
    EXPECT_EQ(pairs_by_text, expected);
  }
}

TEST(CommentTerms, CountsOnlyCommentsThatAreNotEmpty) {
  const TestParts parts =
      PartBuilder().scores({1, 2, 3, 4}).comments({"a", "", "b", ""}).comments({"", "", "c", "d"}, "Why").build();
  CommentTerms terms(parts.span());
  while (terms.step()) {
  }
  TermCounts words;
  TermCounts pairs;
  const std::vector<Selection> which = {{1, 1, 1, 0}};
  terms.count(chosen_of(parts, which), words, pairs);
  EXPECT_EQ(words.comments, 3U);
  EXPECT_EQ(pairs.comments, 3U);
  EXPECT_EQ(words.total().comments, 3U);
}

TEST(CommentWords, APairWithoutANumberThatACommentRepeatsIsInOneComment) {
  CommentWords words;
  for (const char* comment : {"a b, a b, c d", "c d"}) words.add(comment);
  PairSketch sketch;
  words.add_pairs(sketch, 0, 2);
  words.number_pairs(sketch, 3, 0, 1);
  words.number_pairs(sketch, 3, 1, 2);
  EXPECT_EQ(words.read(0).other_pairs, (TermCounts::Entry{.times = 3, .comments = 2}));
  std::vector<CommentWords::Counted> by_word(words.dictionary().words());
  std::vector<CommentWords::Counted> by_pair(words.dictionary().pairs());
  TermCounts::Entry others;
  for (const size_t comment : {0, 1}) words.count(comment, by_word, by_pair, others);
  EXPECT_EQ(others, (TermCounts::Entry{.times = 4, .comments = 3}));
}

TEST(CommentTerms, OfManyCommentsOnlyPairsInFiveHaveNumbers) {
  std::vector<int> scores(CommentTerms::kManyComments + 1, 9);
  PartBuilder::Texts comments(scores.size(), "fine");
  for (size_t i = 0; i < 4; ++i) comments[i] = "four times";
  for (size_t i = 4; i < 9; ++i) comments[i] = "five times";
  const TestParts parts = PartBuilder().scores(scores).comments(comments).build();
  CommentTerms terms(parts.span());
  size_t steps = 0;
  double done = 0;
  for (bool more = true; more; ++steps) {
    more = terms.step();
    EXPECT_GE(terms.done(), done);
    EXPECT_EQ(terms.done() == 1, !more);
    done = terms.done();
  }
  EXPECT_GT(steps, 20U) << "it is done in pieces";
  EXPECT_EQ(terms.fewest(), 5U);
  ASSERT_EQ(terms.dictionary().pairs(), 1U);
  EXPECT_EQ(terms.dictionary().pair_text(0), "five times");
}

TEST(CommentTerms, LanguagesAreThoseOfTheGuess) {
  const TestParts parts = chance_comments(300);
  CommentTerms terms(parts.span());
  while (terms.step()) {
  }
  std::set<std::string> seen;
  for (const auto& [place, texts] : comment_columns(parts[0])) {
    for (size_t i = 0; i < texts->size(); ++i) {
      const std::string_view language = LanguageGuesser::languages()[terms.language(*texts, i)];
      // Addresses are no words here.
      if (!texts->text(i).contains('@')) EXPECT_EQ(language, guess_language(texts->text(i))) << texts->text(i);
      seen.emplace(language);
    }
  }
  for (const char* language : {"", "de", "en", "fr", "zh"}) EXPECT_TRUE(seen.contains(language)) << language;
}

TEST(CommentTerms, KnowsWhenOtherColumnsAreLoaded) {
  const TestParts parts = chance_comments(10);
  const TestParts others = chance_comments(10);
  const CommentTerms terms(parts.span());
  EXPECT_TRUE(terms.is_of(parts.span()));
  EXPECT_FALSE(terms.is_of(others.span()));
  EXPECT_FALSE(terms.is_of({}));
  EXPECT_TRUE(terms.has(*comment_columns(parts[0])[1].second));
  EXPECT_FALSE(terms.has(*comment_columns(others[0])[1].second));
}

TEST(CommentTerms, WithoutCommentsThereIsNothingToDo) {
  const TestParts parts = PartBuilder().scores({1, 2}).build();
  CommentTerms terms(parts.span());
  for (int steps = 0; terms.step(); ++steps) ASSERT_LT(steps, 5);
  EXPECT_EQ(terms.done(), 1);
  EXPECT_EQ(terms.dictionary().words(), 0U);
}

}  // namespace
}  // namespace npscope
