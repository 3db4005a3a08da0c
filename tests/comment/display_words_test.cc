// SPDX-License-Identifier: MIT
// What lists of terms may hide, and what they must never: negations, degrees, judgements.
#include "core/comment/display_words.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/comment/word_lists.h"
#include "core/comment/words.h"

namespace npscope {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

struct Row {
  std::string_view language;
  std::string_view words;
};

TEST(DisplayWords, NegationsDegreesAndJudgementsAreNeverHidden) {
  const Row rows[] = {
      {"en",
       "not no never none nothing nor without cannot can't don't doesn't didn't isn't wasn't won't wouldn't couldn't haven't "
       "too so "
       "very much more most less least only just even still always again really quite good great bad well better best worse "
       "worst "
       "easy hard nice poor slow fast like love hate hardly barely few enough everything all but"},
      {"de",
       "nicht nichts nie niemals nein kein keine keinen keinem keiner ohne weder noch zu sehr mehr wenig weniger viel viele "
       "immer nur "
       "leider gut gute guter gutes besser schlecht schlechte schnell langsam teuer günstig super toll gern gerne lange lang "
       "kaum "
       "endlich nochmal wieder alles aber einfach schwer"},
      {"fr",
       "pas non jamais rien aucun aucune sans ni ne n' plus moins trop très si bien bon bonne mal mauvais mauvaise cher chers "
       "chère "
       "peu beaucoup assez toujours encore seulement tout tous mieux pire rapide lent facile difficile mais"},
      {"es",
       "no nunca jamás nada nadie ningún ninguna sin ni muy más menos mucho mucha poco poca demasiado bastante siempre bien "
       "bueno "
       "buena mal malo mala mejor peor caro cara rápido lento fácil difícil todo solo sólo tan pero tampoco"},
      {"zh",
       "不 没 没有 无 不好 不会 不能 不是 不要 不到 很 太 非常 最 好 很好 很多 好的 差 太差 太贵 贵了 难 难用 慢 太慢 快 很快 "
       "值得 及时 可以 过期 需要 收到"},
  };
  for (const Row& row : rows) {
    for (const std::string& word : split(row.words))
      EXPECT_FALSE(is_hidden_word(word, row.language)) << row.language << ' ' << word;
  }
}

TEST(DisplayWords, ArticlesPronounsAndAuxiliariesAre) {
  const Row rows[] = {{"en", "the a i it's you is have would"},
                      {"de", "der die das ein ich wir ist haben würde"},
                      {"fr", "le la l' une je vous c' est avons"},
                      {"es", "el la una yo usted es han está"},
                      {"zh", "的 我 我们 的服 是我 你们"}};
  for (const Row& row : rows) {
    for (const std::string& word : split(row.words))
      EXPECT_TRUE(is_hidden_word(word, row.language)) << row.language << ' ' << word;
  }
}

TEST(DisplayWords, OnlyInTheirLanguage) {
  EXPECT_TRUE(is_hidden_word("die", "de"));
  EXPECT_FALSE(is_hidden_word("die", "en"));
  EXPECT_FALSE(is_hidden_word("the", ""));
  EXPECT_FALSE(is_hidden_word("the", "ja"));
}

TEST(DisplayWords, APairIsHiddenWhenOneOfItsWordsIs) {
  TermDictionary dictionary;
  const uint32_t the = dictionary.word("the");
  const uint32_t negation = dictionary.word("not");
  const uint32_t good = dictionary.word("good");
  EXPECT_TRUE(is_hidden_pair(dictionary, dictionary.pair(the, good, false), "en"));
  EXPECT_FALSE(is_hidden_pair(dictionary, dictionary.pair(negation, good, false), "en"));
}

TEST(DisplayWords, ListsAreShortAndOfWordsAsTheyAreRead) {
  ASSERT_EQ(display_lists().size(), 5U);
  for (const DisplayList& list : display_lists()) {
    EXPECT_GE(list.words.size(), 60U) << list.language;
    EXPECT_LE(list.words.size(), 120U) << list.language;
    for (const std::string_view word : list.words) {
      WordReader reader;
      // What is elided stands before a vowel.
      const std::string text = std::string(word) + (word.ends_with('\'') ? "a" : "");
      reader.start(text);
      ASSERT_TRUE(reader.next()) << word;
      EXPECT_EQ(reader.word().text, word) << list.language;
    }
  }
}

}  // namespace
}  // namespace npscope
