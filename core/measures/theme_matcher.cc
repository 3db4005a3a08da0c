// SPDX-License-Identifier: MIT
// Most words of a comment start nothing: one look at a table passes over them.
#include "core/measures/theme_matcher.h"

#include <algorithm>
#include <numeric>

#include "core/base/check.h"
#include "core/comment/letters.h"
#include "core/comment/words.h"

namespace npscope {
namespace {

/// One letter (with its marks) of a script without blanks.
bool is_single_unspaced(std::string_view word) {
  if (letter_of(first_code_point(word).value).kind != LetterKind::kUnspaced) return false;
  for (size_t at = first_code_point(word).size; at < word.size();) {
    const CodePoint c = first_code_point(word.substr(at));
    if (letter_of(c.value).kind != LetterKind::kMark) return false;
    at += c.size;
  }
  return true;
}

}  // namespace

ThemeMatcher::ThemeMatcher(const CommentWords& words, std::span<const Theme> themes)
    : words_(words), start_of_(words.dictionary().words(), 0), unknown_(themes.size()) {
  NPS_CHECK(themes.size() <= kMostThemes);
  for (size_t theme = 0; theme < themes.size(); ++theme) {
    for (const std::string& text : themes[theme].texts) {
      std::vector<Element> elements = elements_of(text);
      const bool known = !elements.empty() && std::ranges::none_of(elements, &std::vector<uint32_t>::empty, &Element::words);
      if (known) {
        add({uint64_t{1} << theme, std::move(elements)});
      } else {
        unknown_[theme].push_back(text);
      }
    }
  }
}

std::vector<ThemeMatcher::Element> ThemeMatcher::elements_of(std::string_view text) {
  std::vector<Element> elements;
  WordReader reader;
  reader.start(text);
  while (reader.next()) {
    const Word& word = reader.word();
    Element& element = elements.emplace_back();
    element.follows = word.follows;
    if (reader.text().substr(word.end).starts_with('*')) {
      element.words = words_with_prefix(word.text);
    } else if (is_single_unspaced(word.text)) {
      element.words = words_with_letter(word.text);
    } else if (const uint32_t number = words_.dictionary().find_word(word.text); number != TermDictionary::kNone) {
      element.words = {number};
    }
  }
  return elements;
}

std::vector<uint32_t> ThemeMatcher::words_with_prefix(std::string_view prefix) {
  const auto text_of = [&](uint32_t word) { return words_.dictionary().word_text(word); };
  if (sorted_.empty()) {
    sorted_.resize(words_.dictionary().words());
    std::iota(sorted_.begin(), sorted_.end(), 0U);
    std::ranges::sort(sorted_, {}, text_of);
  }
  std::vector<uint32_t> words;
  for (auto at = std::ranges::lower_bound(sorted_, prefix, {}, text_of);
       at != sorted_.end() && text_of(*at).starts_with(prefix); ++at)
    words.push_back(*at);
  std::ranges::sort(words);
  return words;
}

std::vector<uint32_t> ThemeMatcher::words_with_letter(std::string_view letter) const {
  std::vector<uint32_t> words;
  const TermDictionary& dictionary = words_.dictionary();
  for (uint32_t word = 0; word < dictionary.words(); ++word) {
    if (dictionary.word_text(word).contains(letter)) words.push_back(word);
  }
  return words;
}

void ThemeMatcher::add(Pattern pattern) {
  patterns_.push_back(std::move(pattern));
  for (const uint32_t word : patterns_.back().elements[0].words) {
    starts_.push_back({static_cast<uint32_t>(patterns_.size() - 1), start_of_[word]});
    start_of_[word] = static_cast<uint32_t>(starts_.size());
  }
}

uint64_t ThemeMatcher::themes_of(size_t comment) {
  comment_.clear();
  bool starts = false;
  words_.for_each_word(comment, [&](const CommentWords::Place& place) {
    comment_.push_back({place.word, place.follows});
    starts = starts || start_of_[place.word] != 0;
  });
  uint64_t themes = 0;
  if (!starts) return themes;
  for (size_t i = 0; i < comment_.size(); ++i) {
    for (uint32_t next = start_of_[comment_[i].word]; next != 0; next = starts_[next - 1].next) {
      const Pattern& pattern = patterns_[starts_[next - 1].pattern];
      if ((themes & pattern.theme) == 0 && matches(pattern, i)) themes |= pattern.theme;
    }
  }
  return themes;
}

/// Its first word is at `at`.
bool ThemeMatcher::matches(const Pattern& pattern, size_t at) const {
  if (pattern.elements.size() > comment_.size() - at) return false;
  for (size_t k = 1; k < pattern.elements.size(); ++k) {
    const Element& element = pattern.elements[k];
    if ((element.follows && !comment_[at + k].follows) || !std::ranges::binary_search(element.words, comment_[at + k].word))
      return false;
  }
  return true;
}

}  // namespace npscope
