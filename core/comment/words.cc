// SPDX-License-Identifier: MIT
// Nearly all words are ASCII and take the short way (read_plain_word); everything else goes letter by letter.
#include "core/comment/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/nfc.h"
#include "core/base/utf8.h"
#include "core/comment/letters.h"

namespace npscope {
namespace {

/// What French and Italian write before an apostrophe and a vowel; "aujourd'hui", "quelqu'un" and "presqu'île" are words.
constexpr std::array<std::string_view, 21> kElided = {"l",    "d",   "j",    "m",     "t",      "s",      "n",
                                                      "c",    "ç",   "qu",   "jusqu", "lorsqu", "puisqu", "quoiqu",
                                                      "dell", "all", "dall", "nell",  "sull",   "un",     "quest"};

enum Ascii : uint8_t { kDivides, kSmall, kCapital, kDigit, kJoins };

constexpr std::array<uint8_t, 256> kAscii = [] {
  std::array<uint8_t, 256> kinds{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) kinds[c] = kSmall;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) kinds[c] = kCapital;
  for (unsigned char c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  for (const unsigned char c : {' ', '\t', '-', '"', '\''}) kinds[c] = kJoins;
  return kinds;
}();

uint8_t ascii_kind(char c) { return kAscii[static_cast<unsigned char>(c)]; }

/// Blanks within a line, hyphens and quotation marks beyond ASCII.
bool joins_words(uint32_t c) {
  switch (c) {
    case 0xA0:
    case 0xAB:
    case 0xBB:
    case 0x200B:
    case 0x2010:
    case 0x2011:
    case 0x202F:
    case 0x3000:
      return true;
    default:
      return c >= 0x2018 && c <= 0x201F;
  }
}

/// Typewritten, typographic, letter, and the accents that people type for one.
bool is_apostrophe(uint32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xB4 || c == '`' || c == 0xFF07;
}

bool starts_word(LetterKind kind) {
  return kind == LetterKind::kLetter || kind == LetterKind::kDigit || kind == LetterKind::kUnspaced;
}

bool extends_letter(LetterKind kind) { return kind == LetterKind::kMark || kind == LetterKind::kIgnored; }

}  // namespace

void WordReader::start(std::string_view comment) {
  text_ = nfc(comment, normalized_);
  at_ = 0;
  in_pairs_ = false;
  word_ = {};
}

bool WordReader::next() {
  if (in_pairs_) {
    if (read_unspaced()) return true;
    word_.follows = true;
  } else {
    word_.follows = at_ > 0;
  }
  if (!skip_to_word()) return false;
  word_.overlaps = false;
  word_.start = at_;
  if (!read_plain_word()) read_word();
  return true;
}

/// Moves at_ to the start of a word, and clears `follows` when something is passed that divides.
bool WordReader::skip_to_word() {
  while (at_ < text_.size()) {
    if (static_cast<unsigned char>(text_[at_]) < 0x80) {
      const uint8_t kind = ascii_kind(text_[at_]);
      if (kind == kSmall || kind == kCapital || kind == kDigit) return true;
      if (kind == kDivides) word_.follows = false;
      ++at_;
      continue;
    }
    const CodePoint c = first_code_point(text_.substr(at_));
    const LetterKind kind = letter_of(c.value).kind;
    if (starts_word(kind) && !is_apostrophe(c.value)) return true;
    if (kind == LetterKind::kOther && !joins_words(c.value) && !is_apostrophe(c.value)) word_.follows = false;
    at_ += c.size;
  }
  return false;
}

/// A word of ASCII letters and digits that ends before a blank or a mark that never joins; a view into the text when it has no capital.
bool WordReader::read_plain_word() {
  size_t end = at_;
  uint32_t kinds = 0;
  while (end < text_.size()) {
    const uint8_t kind = ascii_kind(text_[end]);
    if (kind == kDivides || kind == kJoins) break;
    kinds |= 1U << kind;
    ++end;
  }
  if (end == at_) return false;
  if (end < text_.size()) {
    const char c = text_[end];
    if (static_cast<unsigned char>(c) >= 0x80 || c == '\'' || c == '`') return false;
    if ((c == '.' || c == ',') && ascii_kind(text_[end - 1]) == kDigit) return false;
  }
  word_.end = end;
  word_.text = text_.substr(at_, end - at_);
  if ((kinds & 1U << kCapital) != 0) {
    folded_.assign(word_.text);
    for (char& c : folded_) c = ascii_kind(c) == kCapital ? static_cast<char>(c | 0x20) : c;
    word_.text = folded_;
  }
  at_ = end;
  return true;
}

void WordReader::read_word() {
  if (letter_of(first_code_point(text_.substr(at_)).value).kind == LetterKind::kUnspaced) {
    read_unspaced();
    return;
  }
  folded_.clear();
  bool has_mark = false;
  bool elided = false;
  LetterKind last = LetterKind::kOther;
  while (at_ < text_.size() && !elided) {
    const CodePoint c = first_code_point(text_.substr(at_));
    const Letter letter = letter_of(c.value);
    if (is_apostrophe(c.value)) {
      if (!keep_apostrophe(at_ + c.size, elided)) break;
      folded_ += '\'';
    } else if (letter.kind == LetterKind::kLetter || letter.kind == LetterKind::kDigit || letter.kind == LetterKind::kMark) {
      append_code_point(folded_, letter.folds ? fold_case(c.value) : c.value);
      has_mark = has_mark || letter.kind == LetterKind::kMark;
      last = letter.kind;
    } else if ((c.value == '.' || c.value == ',') && last == LetterKind::kDigit && at_ + 1 < text_.size() &&
               letter_of(first_code_point(text_.substr(at_ + 1)).value).kind == LetterKind::kDigit) {
      folded_ += static_cast<char>(c.value);
    } else if (letter.kind != LetterKind::kIgnored) {
      break;
    }
    at_ += c.size;
  }
  if (has_mark) compose();
  word_.text = folded_;
  word_.end = at_;
}

/// True when the apostrophe that ends at `apostrophe_end` belongs to the word in folded_; `elided`: it ends that word.
bool WordReader::keep_apostrophe(size_t apostrophe_end, bool& elided) const {
  if (apostrophe_end == text_.size()) return false;
  const uint32_t after = first_code_point(text_.substr(apostrophe_end)).value;
  if (letter_of(after).kind != LetterKind::kLetter || is_apostrophe(after)) return false;
  const bool vowel = after >= 0x80 || std::string_view("aeiouyhAEIOUYH").contains(static_cast<char>(after));
  elided = vowel && std::ranges::contains(kElided, folded_);
  return true;
}

/// One pair, or a letter that stands alone. False when at_ was at the last letter of a pair that has been read; then it is behind it.
bool WordReader::read_unspaced() {
  const size_t first_end = unspaced_end(at_);
  const size_t second_end = first_end < text_.size() ? unspaced_end(first_end) : first_end;
  const bool is_pair = second_end > first_end;
  const bool was_in_pairs = in_pairs_;
  in_pairs_ = is_pair;
  if (!is_pair && was_in_pairs) {
    at_ = first_end;
    return false;
  }
  word_.start = at_;
  word_.end = second_end;
  word_.overlaps = was_in_pairs;
  word_.follows = word_.follows || was_in_pairs;
  take_unspaced(text_.substr(at_, second_end - at_));
  at_ = first_end;
  return true;
}

/// Behind the unspaced letter at `at` and its marks; `at` when there is none.
size_t WordReader::unspaced_end(size_t at) const {
  const CodePoint c = first_code_point(text_.substr(at));
  if (letter_of(c.value).kind != LetterKind::kUnspaced) return at;
  at += c.size;
  while (at < text_.size()) {
    const CodePoint mark = first_code_point(text_.substr(at));
    if (!extends_letter(letter_of(mark.value).kind)) break;
    at += mark.size;
  }
  return at;
}

/// word_.text is `letters` without what is ignored.
void WordReader::take_unspaced(std::string_view letters) {
  word_.text = letters;
  folded_.clear();
  bool is_same = true;
  for (size_t at = 0; at < letters.size();) {
    const CodePoint c = first_code_point(letters.substr(at));
    const bool ignored = letter_of(c.value).kind == LetterKind::kIgnored;
    if (!ignored) folded_.append(letters.substr(at, c.size));
    is_same = is_same && !ignored;
    at += c.size;
  }
  if (is_same) return;
  compose();
  word_.text = folded_;
}

/// What folding and dropping left beside each other may be one letter now.
void WordReader::compose() {
  const std::string_view composed = nfc(folded_, composed_);
  if (composed.data() != folded_.data()) folded_.swap(composed_);
}

}  // namespace npscope
