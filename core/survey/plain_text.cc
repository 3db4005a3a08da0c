// SPDX-License-Identifier: MIT
// Sixteen bytes at a time are searched for the few that may matter; the letters of most scripts are then passed over one by one.
#include "core/survey/plain_text.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "core/base/short_copy.h"
#include "core/base/simd.h"

namespace npscope {
namespace {

constexpr size_t kStep = 16;

/// What stands where in sixteen bytes, one bit a byte, the first byte lowest.
struct Marks {
  uint32_t blanks = 0;    // spaces and line feeds
  uint32_t suspects = 0;  // all that may matter, line feeds too
};

#if NPSCOPE_SIMD
Marks marks_of(const char* at) {
  using namespace simd;
  const Bytes16 bytes = load(at);
  const Bytes16 lines = equal(bytes, splat('\n'));
  const Bytes16 controls = equal(smaller(bytes, splat('\x1F')), bytes);
  const Bytes16 signs = either(either(equal(bytes, splat('&')), equal(bytes, splat('<'))), equal(bytes, splat('\x7F')));
  // Bytes above ASCII have their highest bit set as they are.
  return {high_bits(either(lines, equal(bytes, splat(' ')))), high_bits(either(either(controls, signs), bytes))};
}
#else
Marks marks_of(const char* at) {
  Marks marks;
  for (size_t i = 0; i < kStep; ++i) {
    const auto byte = static_cast<unsigned char>(at[i]);
    if (byte == ' ' || byte == '\n') marks.blanks |= 1U << i;
    if (byte < ' ' || byte >= 0x7F || byte == '&' || byte == '<') marks.suspects |= 1U << i;
  }
  return marks;
}
#endif

/// The marks of the sixteen bytes from `at` on, or of as many as there are.
Marks marks_at(std::string_view text, size_t at) {
  const size_t left = text.size() - at;
  if (left >= kStep) return marks_of(&text[at]);
  if (text.size() >= kStep) {
    const Marks last = marks_of(&text[text.size() - kStep]);
    return {last.blanks >> (kStep - left), last.suspects >> (kStep - left)};
  }
  char few[kStep];
  std::memset(few, '.', kStep);
  copy_short(few, &text[at], left);
  return marks_of(few);
}

struct Range {
  std::string_view least;
  std::string_view most;
};

/// Letters and signs that no rule changes, as UTF-8, which sorts like the characters. None is composed or decomposed by NFC
/// (NFC_Quick_Check=Yes in Unicode's DerivedNormalizationProps.txt), a combining mark, a blank or invisible.
constexpr Range kSettled[] = {
    {"\u4E00", "\u9FFF"},          // Chinese characters
    {"\u00C0", "\u02FF"},          // Latin letters of Europe
    {"\uFF01", "\uFF06"},          // full-width signs, without the apostrophe
    {"\uFF08", "\uFF5E"},          // full-width signs, letters and digits
    {"\u3001", "\u3020"},          // Chinese and Japanese punctuation
    {"\u2013", "\u2015"},          // dashes
    {"\u201C", "\u201E"},          // quotation marks
    {"\u2026", "\u2026"},          // ellipsis
    {"\u20AC", "\u20AC"},          // euro sign
    {"\u0410", "\u047F"},          // Cyrillic
    {"\u3041", "\u3096"},          // Hiragana
    {"\u30A1", "\u30FC"},          // Katakana
    {"\uAC00", "\uD7A3"},          // Hangul
    {"\u1E00", "\u1EFF"},          // Latin letters of Vietnam
    {"\U0001F300", "\U0001F3FA"},  // pictures, without the colours of skin, which are nothing special either
    {"\U0001F400", "\U0001F6FF"},
};

/// Those of them that are in lower case already or know no case.
constexpr Range kCaseless[] = {
    {"\u4E00", "\u9FFF"}, {"\u00DF", "\u00FF"}, {"\u3001", "\u3020"}, {"\u3041", "\u3096"},
    {"\u30A1", "\u30FC"}, {"\uAC00", "\uD7A3"}, {"\u0430", "\u045F"},
};

constexpr uint32_t kNoCharacter = 0;

/// The bytes of the character at `at` as one number that sorts like the character, and how many they are.
struct Bytes {
  uint32_t number = kNoCharacter;
  size_t size = 0;
};

constexpr Bytes bytes_at(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (size == 0 || at + size > text.size()) return {};
  uint32_t number = lead;
  for (size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if ((byte & 0xC0) != 0x80) return {};
    number = number << 8 | byte;
  }
  return {number, size};
}

constexpr uint32_t number_of(std::string_view character) { return bytes_at(character, 0).number; }

template <size_t kSize>
constexpr std::array<std::pair<uint32_t, uint32_t>, kSize> numbers_of(const Range (&ranges)[kSize]) {
  std::array<std::pair<uint32_t, uint32_t>, kSize> numbers;
  for (size_t i = 0; i < kSize; ++i) numbers[i] = {number_of(ranges[i].least), number_of(ranges[i].most)};
  return numbers;
}

/// Bytes of the character at `at` when it is in one of the ranges, else 0.
template <const auto& kNumbers>
size_t known_character(std::string_view text, size_t at) {
  const Bytes bytes = bytes_at(text, at);
  for (const auto& [least, most] : kNumbers) {
    if (bytes.number >= least && bytes.number <= most) return bytes.size;
  }
  return 0;
}

constexpr auto kSettledNumbers = numbers_of(kSettled);
constexpr auto kCaselessNumbers = numbers_of(kCaseless);

/// Looks at the suspects of sixteen bytes from `at` on; those before `settled` are known. False: something may change.
template <const auto& kNumbers>
bool settle(std::string_view text, size_t at, uint32_t suspects, bool lines, size_t& settled) {
  for (; suspects != 0; suspects &= suspects - 1) {
    const size_t place = at + static_cast<size_t>(std::countr_zero(suspects));
    if (place < settled) continue;
    // No entity starts with a blank, as in "Smith & Co".
    const bool loose = text[place] == '&' && place + 1 < text.size() && text[place + 1] == ' ';
    const size_t length = loose || (text[place] == '\n' && lines) ? 1 : known_character<kNumbers>(text, place);
    if (length == 0) return false;
    settled = place + length;
  }
  return true;
}

template <const auto& kNumbers>
bool is_plain(std::string_view text, bool lines, bool& ascii) {
  ascii = true;
  if (text.empty()) return true;
  if (text[0] == ' ' || text[0] == '\n' || text[0] == '\'' || text.back() == ' ' || text.back() == '\n') return false;
  size_t settled = 0;
  uint32_t blank_before = 0;
  uint32_t seen = 0;
  for (size_t at = 0; at < text.size(); at += kStep) {
    const Marks marks = marks_at(text, at);
    if ((marks.blanks & (marks.blanks << 1 | blank_before)) != 0) return false;
    blank_before = marks.blanks >> (kStep - 1);
    if (marks.suspects == 0) continue;
    seen |= marks.suspects;
    if (!settle<kNumbers>(text, at, marks.suspects, lines, settled)) return false;
  }
  ascii = seen == 0;
  return true;
}

}  // namespace

bool is_plain_text(std::string_view text, TextUse use, bool& ascii) {
  return is_plain<kSettledNumbers>(text, use == TextUse::kComment, ascii);
}

bool is_plain_key(std::string_view text) {
  bool ascii = false;
  return is_plain<kCaselessNumbers>(text, false, ascii);
}

}  // namespace npscope
