// SPDX-License-Identifier: MIT
// The terms of four small surveys in French, English, German and Chinese (tests/data/comments, written for this test), against the terms
// that a person who reads them expects on top; negations are among them.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/comment/comment_words.h"
#include "core/comment/display_words.h"
#include "core/comment/language.h"
#include "core/format/json/document.h"
#include "core/stats/log_odds.h"
#include "tests/support/test_files.h"

namespace npscope {
namespace {

struct Comment {
  int score = 0;
  std::string text;
};

/// The files hold a score, a comma and a comment, which may stand in quotation marks but holds none.
std::vector<Comment> comments_of(const std::string& file) {
  std::vector<Comment> comments;
  for (size_t at = file.find('\n') + 1; at < file.size();) {
    const size_t end = file.find('\n', at);
    const size_t comma = file.find(',', at);
    std::string text = file.substr(comma + 1, end - comma - 1);
    std::erase(text, '"');
    comments.push_back({std::stoi(file.substr(at, comma - at)), text});
    at = end + 1;
  }
  return comments;
}

struct Shown {
  std::string text;
  double z = 0;
};

/// Words and pairs that are not hidden, the highest z first, in at least three comments.
std::vector<Shown> shown_terms(const std::vector<Comment>& comments, std::string_view language, bool by_promoters) {
  constexpr uint8_t kFewest = 3;
  CommentWords read;
  for (const Comment& comment : comments) read.add(comment.text);
  PairSketch sketch;
  read.add_pairs(sketch, 0, read.size());
  read.number_pairs(sketch, kFewest, 0, read.size());
  const TermDictionary& dictionary = read.dictionary();
  TermCounts words[2];
  TermCounts pairs[2];
  for (size_t i = 0; i < comments.size(); ++i) {
    if (comments[i].score == 7 || comments[i].score == 8) continue;
    const size_t group = (comments[i].score >= 9) == by_promoters ? 0 : 1;
    const TermsOfComment& terms = read.read(i);
    words[group].add(terms.words);
    pairs[group].add(terms.pairs, terms.other_pairs);
  }
  std::vector<Shown> shown;
  for (const TermContrast& word : log_odds(words[0], words[1], {.min_comments = kFewest})) {
    const std::string text(dictionary.word_text(word.term));
    if (!is_hidden_word(text, language)) shown.push_back({text, word.z});
  }
  for (const TermContrast& pair : log_odds(pairs[0], pairs[1], {.min_comments = kFewest})) {
    if (!is_hidden_pair(dictionary, pair.term, language)) shown.push_back({dictionary.pair_text(pair.term), pair.z});
  }
  std::ranges::sort(shown, [](const Shown& a, const Shown& b) { return a.z != b.z ? a.z > b.z : a.text < b.text; });
  return shown;
}

/// "a|b": any of them.
bool names(std::string_view alternatives, std::string_view text) {
  return ('|' + std::string(alternatives) + '|').contains('|' + std::string(text) + '|');
}

class GoldenTerms : public testing::TestWithParam<std::string> {};

TEST_P(GoldenTerms, AreOnTop) {
  const std::string base = std::string(NPSCOPE_TEST_FILES "/comments/") + GetParam();
  const std::vector<Comment> comments = comments_of(testing_support::read_file(base + ".csv"));
  const std::string text = testing_support::read_file(base + ".expect.json");
  const auto expected = json::parse_document(text);
  ASSERT_TRUE(expected);
  ASSERT_GE(comments.size(), 60U);
  const std::string language(*expected->root().find("language").text());
  const auto among = static_cast<size_t>(*expected->root().find("among").number());
  for (const std::string group : {"promoters", "detractors"}) {
    const std::vector<Shown> shown = shown_terms(comments, language, group == "promoters");
    ASSERT_GE(shown.size(), among);
    std::string all;
    for (size_t i = 0; i < among; ++i) all += shown[i].text + " " + std::to_string(shown[i].z) + "\n";
    for (const json::Node term : expected->root().find(group).items()) {
      const bool found = std::ranges::any_of(shown.begin(), shown.begin() + static_cast<ptrdiff_t>(among),
                                             [&](const Shown& one) { return one.z > 0 && names(*term.text(), one.text); });
      EXPECT_TRUE(found) << group << ": " << *term.text() << "\namong\n" << all;
    }
  }
}

TEST_P(GoldenTerms, TheLanguageOfNearlyAllCommentsIsGuessedAndOfNoneWrongly) {
  const std::string file = testing_support::read_file(std::string(NPSCOPE_TEST_FILES "/comments/") + GetParam() + ".csv");
  size_t right = 0;
  size_t all = 0;
  for (const Comment& comment : comments_of(file)) {
    const std::string_view guessed = guess_language(comment.text);
    ++all;
    right += guessed == GetParam() ? 1 : 0;
    EXPECT_TRUE(guessed.empty() || guessed == GetParam()) << comment.text << ": " << guessed;
  }
  EXPECT_GE(right * 10, all * 8) << right << " of " << all;
}

INSTANTIATE_TEST_SUITE_P(Comments, GoldenTerms, testing::Values("fr", "en", "de", "zh"),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace npscope
