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

/// Languages that are their script, in front of those of the word lists.
constexpr std::array<std::string_view, 7> kByScript = {"", "zh", "ja", "ko", "th", "el", "he"};
enum ScriptLanguage : uint8_t { kNotTold, kChinese, kJapanese, kKorean, kThaiLanguage, kGreekLanguage, kHebrewLanguage };
constexpr size_t kScriptLanguages = kByScript.size();

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

const GuessWord* frequent_word(std::string_view word) {
  const auto found = std::ranges::lower_bound(guess_words(), word, {}, &GuessWord::word);
  return found == guess_words().end() || found->word != word ? nullptr : &*found;
}

/// kNotTold: words have to say.
ScriptLanguage language_of_scripts(std::string_view comment, bool& has_letters) {
  const Letters letters = letters_by_script(comment);
  const auto of = [&](Script script) { return letters[static_cast<size_t>(script)]; };
  uint32_t all = 0;
  for (const uint32_t count : letters) all += count;
  has_letters = all > 0;
  if (!has_letters) return kNotTold;
  // Product names are Latin in every language, and one Han character says more than one letter.
  const auto most = [&](uint32_t count) { return count * 2 >= all - count; };
  const uint32_t kana = of(Script::kHiragana) + of(Script::kKatakana);
  if (most(kana + of(Script::kHan))) return kana * 8 >= of(Script::kHan) && kana > 0 ? kJapanese : kChinese;
  if (most(of(Script::kHangul))) return kKorean;
  if (most(of(Script::kThai))) return kThaiLanguage;
  if (most(of(Script::kGreek))) return kGreekLanguage;
  if (most(of(Script::kHebrew))) return kHebrewLanguage;
  return kNotTold;
}

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
  return bits < 0x80;
}

}  // namespace

WordVotes votes_of(std::string_view word) {
  const GuessWord* const found = frequent_word(word);
  return {found == nullptr ? 0 : found->languages, letters_told(word)};
}

bool LanguageGuesser::start(std::string_view comment) {
  by_script_ = kNotTold;
  words_ = 0;
  letters_ = 0;
  std::ranges::fill(votes_, 0U);
  seen_.clear();
  // Latin letters or none at all.
  if (is_ascii(comment)) return true;
  bool has_letters = false;
  by_script_ = language_of_scripts(comment, has_letters);
  return has_letters && by_script_ == kNotTold;
}

void LanguageGuesser::add_frequent(uint32_t word, uint32_t languages) {
  if (std::ranges::contains(seen_, word)) return;
  seen_.push_back(word);
  for (; languages != 0; languages &= languages - 1) ++votes_[static_cast<size_t>(std::countr_zero(languages))];
}

uint8_t LanguageGuesser::guess() const {
  if (by_script_ != kNotTold) return by_script_;
  const auto votes = [&](size_t language) { return votes_[language] + (letters_ >> language & 1); };
  const size_t languages = guessed_languages().size();
  size_t best = 0;
  for (size_t i = 1; i < languages; ++i) best = votes(i) > votes(best) ? i : best;
  uint32_t next = 0;
  for (size_t i = 0; i < languages; ++i) next = i == best ? next : std::max(next, votes(i));
  const uint32_t needed = words_ <= 3 ? 1 : 2;
  return votes(best) >= needed && 2 * votes(best) >= 3 * next ? static_cast<uint8_t>(kScriptLanguages + best)
                                                              : uint8_t{kNotTold};
}

std::span<const std::string_view> LanguageGuesser::languages() {
  static const std::vector<std::string_view> kAll = [] {
    std::vector<std::string_view> all(kByScript.begin(), kByScript.end());
    all.insert(all.end(), guessed_languages().begin(), guessed_languages().end());
    return all;
  }();
  return kAll;
}

std::string_view guess_language(std::string_view comment) {
  LanguageGuesser guesser;
  if (guesser.start(comment)) {
    WordReader reader;
    reader.start(comment);
    while (reader.next()) {
      const std::string_view word = reader.word().text;
      const GuessWord* const found = frequent_word(word);
      const auto number = found == nullptr ? 0 : static_cast<uint32_t>(found - guess_words().data());
      guesser.add(number, {found == nullptr ? 0 : found->languages, letters_told(word)});
    }
  }
  return LanguageGuesser::languages()[guesser.guess()];
}

}  // namespace npscope
