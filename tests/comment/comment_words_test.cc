// SPDX-License-Identifier: MIT
// Words and pairs of comments with their numbers, and that shards which number them differently count the same.
#include "core/comment/comment_words.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace npscope {
namespace {

using Counted = std::map<std::string, uint32_t>;

struct Read {
  Counted words;
  Counted pairs;
};

Read read(std::string_view comment) {
  CommentWords words;
  words.add(comment);
  PairSketch sketch;
  words.add_pairs(sketch, 0, 1);
  words.number_pairs(sketch, 1, 0, 1);
  const TermDictionary& dictionary = words.dictionary();
  const TermsOfComment& terms = words.read(0);
  Read result;
  for (const TermUse& use : terms.words) result.words[std::string(dictionary.word_text(use.term))] += use.times;
  for (const TermUse& use : terms.pairs) result.pairs[dictionary.pair_text(use.term)] += use.times;
  EXPECT_EQ(result.words.size(), terms.words.size());
  EXPECT_EQ(result.pairs.size(), terms.pairs.size());
  return result;
}

TEST(CommentWords, EachOnceWithHowOften) {
  EXPECT_EQ(read("gut, gut und GUT").words, (Counted{{"gut", 3}, {"und", 1}}));
  EXPECT_EQ(read("gut gut gut").pairs, (Counted{{"gut gut", 2}}));
}

TEST(CommentWords, PairsAreOfAllWordsAndNotOverASentence) {
  EXPECT_EQ(read("Die App funktioniert nicht. Sehr teuer").pairs,
            (Counted{{"die app", 1}, {"app funktioniert", 1}, {"funktioniert nicht", 1}, {"sehr teuer", 1}}));
  EXPECT_EQ(read("C'est trop cher").pairs, (Counted{{"c'est", 1}, {"est trop", 1}, {"trop cher", 1}}));
  EXPECT_EQ(read("not\ngood").pairs, Counted{});
}

TEST(CommentWords, PairsOfChineseAreThreeCharacters) {
  EXPECT_EQ(read("不推荐，太贵").words, (Counted{{"不推", 1}, {"推荐", 1}, {"太贵", 1}}));
  EXPECT_EQ(read("不推荐，太贵").pairs, (Counted{{"不推荐", 1}}));
  EXPECT_EQ(read("ดีมาก").pairs, (Counted{{"ดีมา", 1}, {"มาก", 1}}));
}

TEST(CommentWords, AddressesAndNumbersOfPersonsAreNoWords) {
  EXPECT_EQ(read("write to jo@example.org please").words, (Counted{{"write", 1}, {"to", 1}, {"please", 1}}));
  EXPECT_EQ(read("write to jo@example.org please").pairs, (Counted{{"write to", 1}}));
  EXPECT_EQ(read("Tel. 0170 1234567 danke").words, (Counted{{"tel", 1}, {"danke", 1}}));
}

TEST(CommentWords, AVeryLongWordIsNone) {
  EXPECT_EQ(read("a " + std::string(101, 'x') + " b").words, (Counted{{"a", 1}, {"b", 1}}));
  EXPECT_EQ(read("a " + std::string(101, 'x') + " b").pairs, Counted{});
  EXPECT_EQ(read(std::string(100, 'x')).words.size(), 1U);
}

TEST(TermDictionary, NumbersAreGivenInOrderAndStay) {
  TermDictionary dictionary;
  std::vector<std::string> texts(30000);
  for (size_t i = 0; i < texts.size(); ++i) texts[i] = "w" + std::to_string(i);
  for (uint32_t i = 0; i < texts.size(); ++i) ASSERT_EQ(dictionary.word(texts[i]), i);
  for (uint32_t i = 0; i + 1 < texts.size(); ++i) ASSERT_EQ(dictionary.pair(i, i + 1, false), i);
  for (uint32_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(dictionary.word(texts[i]), i);
    ASSERT_EQ(dictionary.word_text(i), texts[i]);
  }
  ASSERT_EQ(dictionary.pair(7, 8, false), 7U);
  ASSERT_EQ(dictionary.pair_text(7), "w7 w8");
  ASSERT_EQ(dictionary.pair(7, 8, true), 29999U);
}

TEST(TermDictionary, WordsThatDifferInOneByteAreDifferent) {
  TermDictionary dictionary;
  std::vector<std::string> texts = {""};
  for (size_t size = 1; size <= 20; ++size) {
    texts.emplace_back(size, 'a');
    for (size_t at = 0; at < size; ++at) {
      texts.emplace_back(size, 'a');
      texts.back()[at] = 'b';
    }
  }
  for (uint32_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(dictionary.find_word(texts[i]), TermDictionary::kNone);
    ASSERT_EQ(dictionary.word(texts[i]), i) << texts[i];
  }
  for (uint32_t i = 0; i < texts.size(); ++i) {
    ASSERT_EQ(dictionary.find_word(texts[i]), i);
    ASSERT_EQ(dictionary.word(texts[i]), i);
    ASSERT_EQ(dictionary.word_text(i), texts[i]);
  }
}

std::vector<std::string> some_comments() {
  constexpr std::string_view kWords[] = {"gut", "nicht", "schnell", "teuer", "app", "很好", "不推荐", "l'accueil", "é", ","};
  std::mt19937 random(71);
  std::vector<std::string> comments;
  for (int i = 0; i < 400; ++i) {
    std::string& comment = comments.emplace_back();
    for (size_t n = random() % 9; n > 0; --n) (comment += kWords[random() % std::size(kWords)]) += ' ';
  }
  return comments;
}

using TimesAndComments = std::map<std::string, std::pair<uint64_t, uint64_t>>;

/// The counts of all comments by text, dealt to so many shards, and only those in `fewest` comments at least.
TimesAndComments counted(const std::vector<std::string>& comments, size_t shards, uint8_t fewest) {
  std::vector<CommentWords> read(shards);
  for (size_t i = 0; i < comments.size(); ++i) read[i * 7 % shards].add(comments[i]);
  PairSketch sketch;
  for (CommentWords& shard : read) {
    PairSketch own;
    shard.add_pairs(own, 0, shard.size() / 2);
    shard.add_pairs(own, shard.size() / 2, shard.size());
    sketch.merge(own);
  }
  TermCounts words;
  TermCounts pairs;
  TermDictionary all;
  for (CommentWords& shard : read) {
    shard.number_pairs(sketch, fewest, 0, shard.size());
    TermCounts own_words;
    TermCounts own_pairs;
    for (size_t i = 0; i < shard.size(); ++i) {
      const TermsOfComment& terms = shard.read(i);
      own_words.add(terms.words);
      own_pairs.add(terms.pairs, terms.other_pairs);
    }
    const TermDictionary::Numbers numbers = all.merge(shard.dictionary());
    words.merge(own_words.renumbered(numbers.words));
    pairs.merge(own_pairs.renumbered(numbers.pairs));
  }
  EXPECT_EQ(words.comments, comments.size());
  TimesAndComments by_text;
  by_text["all pairs"] = {pairs.total().times, pairs.total().comments};
  const auto take = [&](const std::string& text, const TermCounts::Entry& entry) {
    if (entry.comments >= fewest) by_text[text] = {entry.times, entry.comments};
  };
  for (uint32_t i = 0; i < all.words(); ++i) take(std::string(all.word_text(i)), words.of(i));
  for (uint32_t i = 0; i < all.pairs(); ++i) take("pair " + all.pair_text(i), pairs.of(i));
  return by_text;
}

TEST(CommentWords, ShardsThatNumberDifferentlyCountTheSame) {
  const TimesAndComments one = counted(some_comments(), 1, 1);
  EXPECT_GT(one.size(), 50U);
  EXPECT_EQ(counted(some_comments(), 2, 1), one);
  EXPECT_EQ(counted(some_comments(), 5, 1), one);
}

TEST(CommentWords, APairThatReachesTheSupportInAllShardsTogetherIsCountedInEach) {
  const TimesAndComments all = counted(some_comments(), 1, 1);
  TimesAndComments expected;
  for (const auto& [text, counts] : all) {
    if (counts.second >= 12 || text == "all pairs") expected[text] = counts;
  }
  EXPECT_GT(expected.size(), 20U);
  EXPECT_LT(expected.size(), all.size() - 20);
  EXPECT_EQ(counted(some_comments(), 1, 12), expected);
  EXPECT_EQ(counted(some_comments(), 5, 12), expected);
}

TEST(PairSketch, CountersAddUpAndStopAtTheirEnd) {
  PairSketch a;
  PairSketch b;
  for (int i = 0; i < 200; ++i) a.add(7);
  for (int i = 0; i < 100; ++i) b.add(7);
  b.add(8);
  PairSketch both = a;
  both.merge(b);
  b.merge(a);
  EXPECT_TRUE(both == b);
  EXPECT_EQ(both.most(7), PairSketch::kMost);
  EXPECT_EQ(both.most(8), 1);
  EXPECT_EQ(both.most(9), 0);
  for (int i = 0; i < 100; ++i) a.add(7);
  EXPECT_EQ(a.most(7), PairSketch::kMost);
}

}  // namespace
}  // namespace npscope
