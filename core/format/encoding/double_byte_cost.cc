// SPDX-License-Identifier: MIT
// A pair costs what its place in the character set says: the sets put common characters before rare ones, and kana, hangul and
// signs into blocks of their own. The most common two hundred of each language are listed (frequent.txt).
#include <algorithm>
#include <array>
#include <span>

#include "core/format/encoding/text_cost.h"

namespace npscope {
namespace {

#include "core/format/encoding/frequent_pairs.inc"

// Tenths of a bit.
constexpr int64_t kInvalid = 240;
constexpr int64_t kVeryRare = 190;
constexpr int64_t kAfterPair = 3;
constexpr int64_t kAfterAsciiLetter = 40;
constexpr int64_t kAfterOther = 15;
constexpr int64_t kBeforeAsciiLetter = 20;
/// What an ASCII letter or digit costs where it stands for itself: a pair that swallows one saves that.
constexpr int64_t kAsciiLetter = 40;

/// Least cost of a pair of meaningless text.
constexpr int64_t kPairGarbage = 140;
constexpr int64_t kKanaGarbage = 90;

unsigned byte_of(std::string_view text, size_t at) { return static_cast<unsigned char>(text[at]); }
bool is_between(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

bool is_letter_or_digit(unsigned byte) {
  return is_between(byte, '0', '9') || is_between(byte, 'A', 'Z') || is_between(byte, 'a', 'z');
}

/// A character as an encoding reads it: how many bytes, and what they cost without their place.
struct Character {
  size_t size;
  int64_t cost;
  bool half_kana = false;
};

std::optional<int64_t> frequent_cost(std::span<const uint16_t> frequent, unsigned pair) {
  const auto found = std::ranges::find(frequent, pair);
  if (found == frequent.end()) return std::nullopt;
  const auto place = found - frequent.begin();
  if (place < 4) return 50;
  if (place < 16) return 65;
  if (place < 64) return 80;
  return 95;
}

int64_t gb18030_cost(unsigned lead, unsigned trail) {
  if (!is_between(trail, 0x40, 0xFE) || trail == 0x7F) return kInvalid;
  if (const auto cost = frequent_cost(kFrequentGb18030, lead << 8 | trail)) return *cost;
  if (trail < 0xA1 || lead < 0xA1) return kVeryRare;
  if (is_between(lead, 0xB0, 0xD7)) return 120;
  if (is_between(lead, 0xD8, 0xF7)) return 155;
  if (lead == 0xA1 || lead == 0xA3) return 100;
  return lead < 0xAA ? 140 : 220;
}

int64_t big5_cost(unsigned lead, unsigned trail) {
  if (!is_between(trail, 0x40, 0x7E) && !is_between(trail, 0xA1, 0xFE)) return kInvalid;
  if (const auto cost = frequent_cost(kFrequentBig5, lead << 8 | trail)) return *cost;
  if (is_between(lead, 0xA4, 0xC5) || (lead == 0xC6 && trail < 0xA1)) return 125;
  if (is_between(lead, 0xC9, 0xF9)) return 160;
  return is_between(lead, 0xA1, 0xA3) ? 105 : kVeryRare;
}

int64_t euc_kr_cost(unsigned lead, unsigned trail) {
  if (!is_between(trail, 0x41, 0xFE)) return kInvalid;
  if (const auto cost = frequent_cost(kFrequentEucKr, lead << 8 | trail)) return *cost;
  if (lead < 0xA1 || trail < 0xA1) return lead <= 0xC6 ? 150 : kInvalid;
  if (is_between(lead, 0xB0, 0xC8)) return 113;
  if (is_between(lead, 0xCA, 0xFD)) return 170;
  return lead == 0xA1 || lead == 0xA3 ? 95 : 160;
}

/// A pair of JIS X 0208, written as in EUC-JP.
int64_t japanese_cost(unsigned lead, unsigned trail) {
  if (const auto cost = frequent_cost(kFrequentEucJp, lead << 8 | trail)) return *cost;
  if (lead == 0xA4) return trail <= 0xF3 ? 62 : kInvalid;
  if (lead == 0xA5) return trail <= 0xF6 ? 75 : kInvalid;
  if (lead == 0xA1) return 85;
  if (lead == 0xA3) return 95;
  if (is_between(lead, 0xB0, 0xCF)) return 120;
  if (is_between(lead, 0xD0, 0xF4)) return 165;
  return kVeryRare;
}

int64_t shift_jis_cost(unsigned lead, unsigned trail) {
  if (!is_between(trail, 0x40, 0xFC) || trail == 0x7F) return kInvalid;
  if (lead > 0xEF) return kVeryRare;
  // Each lead byte has two rows of 94 characters.
  const unsigned cell = trail - (trail > 0x7F ? 0x41 : 0x40);
  const unsigned row = (lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 2 + cell / 94;
  return japanese_cost(0xA1 + row, 0xA1 + cell % 94);
}

Character read_shift_jis(unsigned lead, unsigned trail) {
  if (is_between(lead, 0xA1, 0xDF)) return {1, 62, true};
  if (lead == 0x80 || lead == 0xA0 || lead > 0xFC) return {1, kInvalid};
  return {2, shift_jis_cost(lead, trail)};
}

Character read_euc_jp(unsigned lead, unsigned trail) {
  if (lead == 0x8E) return {2, is_between(trail, 0xA1, 0xDF) ? 100 : kInvalid, true};
  if (lead == 0x8F && trail >= 0xA1) return {3, kVeryRare};
  if (lead < 0xA1 || lead == 0xFF) return {1, kInvalid};
  return {2, is_between(trail, 0xA1, 0xFE) ? japanese_cost(lead, trail) : kInvalid};
}

/// REQUIRES: lead >= 0x80. `trail` is NUL at the end of the text.
Character read_character(unsigned lead, unsigned trail, Encoding encoding) {
  if (encoding == Encoding::kShiftJis) return read_shift_jis(lead, trail);
  if (encoding == Encoding::kEucJp) return read_euc_jp(lead, trail);
  if (lead == 0x80 || lead == 0xFF) return {1, kInvalid};
  if (encoding == Encoding::kBig5) return {2, big5_cost(lead, trail)};
  if (encoding == Encoding::kEucKr) return {2, euc_kr_cost(lead, trail)};
  if (is_between(trail, '0', '9')) return {4, 200};
  return {2, gb18030_cost(lead, trail)};
}

}  // namespace

TextCost double_byte_cost(std::string_view text, Encoding encoding) {
  TextCost total;
  bool after_pair = false;
  bool after_half_kana = false;
  for (size_t i = 0; i < text.size();) {
    const unsigned lead = byte_of(text, i);
    if (lead < 0x80) {
      after_pair = false;
      ++i;
      continue;
    }
    // The sample may end within a character.
    if (i + 1 == text.size()) break;
    const unsigned trail = byte_of(text, i + 1);
    Character character = read_character(lead, trail, encoding);
    if (character.cost == kInvalid && trail < 0x80) character.size = 1;
    total.cost += character.cost;
    if (character.half_kana && !after_half_kana) total.cost += 40;
    if (after_pair) {
      total.cost += kAfterPair;
    } else {
      total.cost += i > 0 && is_letter_or_digit(byte_of(text, i - 1)) ? kAfterAsciiLetter : kAfterOther;
    }
    if (character.size == 2 && is_letter_or_digit(trail)) total.cost -= kAsciiLetter;
    total.garbage += character.half_kana ? kKanaGarbage : kPairGarbage;
    i += character.size;
    if (i < text.size() && is_letter_or_digit(byte_of(text, i))) total.cost += kBeforeAsciiLetter;
    after_pair = true;
    after_half_kana = character.half_kana;
  }
  return total;
}

}  // namespace npscope
