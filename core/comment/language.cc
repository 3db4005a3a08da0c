// SPDX-License-Identifier: MIT
// Each distinct frequent word votes for all languages that have it; a letter that only one language writes votes too.
#include "core/comment/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "core/comment/letters.h"
#include "core/comment/word_lists.h"
#include "core/comment/words.h"

namespace npscope {
namespace {

constexpr size_t kMostLanguages = 32;
using Votes = std::array<uint32_t, kMostLanguages>;

/// Letters that tell a language of our lists from the others.
struct TellingLetters {
  std::string_view language;
  std::u32string_view letters;
};
constexpr std::array<TellingLetters, 11> kTellingLetters = {{{"de", U"ß"},
                                                             {"es", U"ñ"},
                                                             {"pt", U"ãõ"},
                                                             {"fr", U"œ"},
                                                             {"pl", U"łąęśźż"},
                                                             {"cs", U"řěů"},
                                                             {"tr", U"ğış"},
                                                             {"da", U"ø"},
                                                             {"ru", U"ыэё"},
                                                             {"uk", U"іїєґ"},
                                                             {"fa", U"پچژگ"}}};

using Letters = std::array<uint32_t, kScripts>;

Letters letters_by_script(std::string_view text) {
  Letters letters{};
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    const Letter letter = letter_of(c.value);
    if (letter.kind == LetterKind::kLetter || letter.kind == LetterKind::kUnspaced)
      ++letters[static_cast<size_t>(letter.script)];
    text.remove_prefix(c.size);
  }
  return letters;
}

uint32_t letters_told(std::string_view word) {
  uint32_t languages = 0;
  while (!word.empty()) {
    const CodePoint c = first_code_point(word);
    for (const TellingLetters& telling : kTellingLetters) {
      if (c.value < 0x80 || !telling.letters.contains(static_cast<char32_t>(c.value))) continue;
      languages |= 1U << (std::ranges::find(guessed_languages(), telling.language) - guessed_languages().begin());
    }
    word.remove_prefix(c.size);
  }
  return languages;
}

std::string_view guess_by_words(std::string_view comment) {
  Votes votes{};
  std::vector<const GuessWord*> seen;
  uint32_t told = 0;
  size_t words = 0;
  WordReader reader;
  reader.start(comment);
  while (reader.next()) {
    ++words;
    const std::string_view word = reader.word().text;
    told |= letters_told(word);
    const auto found = std::ranges::lower_bound(guess_words(), word, {}, &GuessWord::word);
    if (found == guess_words().end() || found->word != word || std::ranges::contains(seen, &*found)) continue;
    seen.push_back(&*found);
    for (uint32_t rest = found->languages; rest != 0; rest &= rest - 1) ++votes[static_cast<size_t>(std::countr_zero(rest))];
  }
  for (uint32_t rest = told; rest != 0; rest &= rest - 1) ++votes[static_cast<size_t>(std::countr_zero(rest))];
  size_t best = 0;
  for (size_t i = 1; i < guessed_languages().size(); ++i) best = votes[i] > votes[best] ? i : best;
  uint32_t next = 0;
  for (size_t i = 0; i < guessed_languages().size(); ++i) next = i == best ? next : std::max(next, votes[i]);
  const uint32_t needed = words <= 3 ? 1 : 2;
  return votes[best] >= needed && 2 * votes[best] >= 3 * next ? guessed_languages()[best] : std::string_view();
}

}  // namespace

std::string_view guess_language(std::string_view comment) {
  const Letters letters = letters_by_script(comment);
  const auto of = [&](Script script) { return letters[static_cast<size_t>(script)]; };
  uint32_t all = 0;
  for (const uint32_t count : letters) all += count;
  if (all == 0) return {};
  // Product names are Latin in every language, and one Han character says more than one letter.
  const auto most = [&](uint32_t count) { return count * 2 >= all - count; };
  const uint32_t kana = of(Script::kHiragana) + of(Script::kKatakana);
  if (most(kana + of(Script::kHan))) return kana * 8 >= of(Script::kHan) && kana > 0 ? "ja" : "zh";
  if (most(of(Script::kHangul))) return "ko";
  if (most(of(Script::kThai))) return "th";
  if (most(of(Script::kGreek))) return "el";
  if (most(of(Script::kHebrew))) return "he";
  return guess_by_words(comment);
}

}  // namespace npscope
