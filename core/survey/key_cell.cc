// SPDX-License-Identifier: MIT
// The fast way looks at sixteen bytes at a time, which tell as bits what stands where while they are put in lower case. It reads
// them in place where it may: what was just copied in small pieces cannot be loaded as a whole without a wait.
#include "core/survey/key_cell.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/short_copy.h"
#include "core/base/simd.h"
#include "core/base/text.h"
#include "core/base/text_hash.h"
#include "core/survey/plain_text.h"

namespace npscope {
namespace {

constexpr size_t kShort = 64;
constexpr size_t kLongEnough = 12;

/// Where in a short text something stands, one bit a byte, the first byte lowest.
struct Places {
  uint64_t odd = 0;  // control characters and all that is not ASCII
  uint64_t blanks = 0;
  uint64_t capitals = 0;
  uint64_t ats = 0;
  uint64_t dots = 0;
  uint64_t separators = 0;  // commas and semicolons

  /// Forgets what stands behind the text.
  void cut(size_t size) {
    const uint64_t inside = size < kShort ? (uint64_t{1} << size) - 1 : ~uint64_t{0};
    for (uint64_t* places : {&odd, &blanks, &capitals, &ats, &dots, &separators}) *places &= inside;
  }
};

#if NPSCOPE_SIMD
simd::Bytes16 between(simd::Bytes16 bytes, char least, char most) {
  using namespace simd;
  const Bytes16 below = subtract_saturated(splat(least), bytes);
  const Bytes16 above = subtract_saturated(bytes, splat(most));
  return equal(either(below, above), splat(0));
}

/// Finds the places of sixteen bytes and writes them in lower case.
void look_at_sixteen(const char* from, char* to, size_t shift, bool emails, Places& places) {
  using namespace simd;
  const Bytes16 bytes = load(from);
  const Bytes16 capitals = between(bytes, 'A', 'Z');
  const auto bits = [shift](Bytes16 marked) { return static_cast<uint64_t>(high_bits(marked)) << shift; };
  places.odd |= bits(differ(between(bytes, ' ', '~'), splat('\xFF')));
  places.blanks |= bits(equal(bytes, splat(' ')));
  places.capitals |= bits(capitals);
  const Bytes16 lowered = either(bytes, both(capitals, splat(' ')));
  std::memcpy(to, &lowered, 16);
  if (!emails) return;
  places.ats |= bits(equal(bytes, splat('@')));
  places.dots |= bits(equal(bytes, splat('.')));
  places.separators |= bits(either(equal(bytes, splat(',')), equal(bytes, splat(';'))));
}
#else
void look_at_sixteen(const char* from, char* to, size_t shift, bool /*emails*/, Places& places) {
  for (size_t i = 0; i < 16; ++i) {
    const char c = from[i];
    to[i] = c;
    const uint64_t bit = uint64_t{1} << (shift + i);
    if (c < ' ' || c > '~') places.odd |= bit;
    if (c == ' ') places.blanks |= bit;
    if (c == '@') places.ats |= bit;
    if (c == '.') places.dots |= bit;
    if (c == ',' || c == ';') places.separators |= bit;
    if (c >= 'A' && c <= 'Z') {
      places.capitals |= bit;
      to[i] = static_cast<char>(c + 32);
    }
  }
}
#endif

/// The same as looks_like_email says.
bool has_email_shape(const Places& places, size_t size) {
  if (std::popcount(places.ats) != 1 || places.dots == 0 || places.blanks != 0 || places.separators != 0) return false;
  const auto at = static_cast<size_t>(std::countr_zero(places.ats));
  const auto dot = static_cast<size_t>(63 - std::countl_zero(places.dots));
  return at > 0 && dot >= at + 2 && dot + 1 < size;
}

void note_key(std::string_view text, const KeyRules& rules, bool is_email, CellFacts& facts) {
  facts.filled = true;
  facts.valid = is_email || !rules.emails;
  if (!facts.valid) facts.remark = Code::kEmailInvalid;
  facts.hash = key_of_text(text, rules.role);
}

}  // namespace

uint64_t key_of_text(std::string_view text, Role role) {
  const uint64_t hash = text_hash(text);
  if (role != Role::kResponseId) return hash == 0 ? 1 : hash;
  const bool unique =
      text.size() >= kLongEnough && code_point_count(text) >= kLongEnough && !std::ranges::all_of(text, is_digit);
  const uint64_t key = (hash & ~uint64_t{1}) | (unique ? 1 : 0);
  return key == 0 ? 2 : key;
}

bool read_plain_key(std::string_view text, size_t room, const KeyRules& rules, const MissingTexts& missing, CellFacts& facts) {
  const size_t size = text.size();
  if (size == 0 || size > kShort || text[0] == '\'' || text[0] == '#') return false;
  const size_t end = (size + 15) & ~size_t{15};
  const char* from = text.data();
  char padded[kShort];
  if (room < end) {
    std::memset(padded + end - 16, ' ', 16);
    copy_short(padded, from, size);
    from = padded;
  }
  char lowered[kShort];
  Places places;
  for (size_t i = 0; i < end; i += 16) look_at_sixteen(from + i, lowered + i, i, rules.emails, places);
  places.cut(size);
  const uint64_t ends = uint64_t{1} | uint64_t{1} << (size - 1);
  if ((places.blanks & (ends | places.blanks >> 1)) != 0) return false;
  if (places.odd != 0 ? !is_plain_key(text) || missing.has(text) : missing.may_have(text)) return false;
  const bool lower = rules.cleaning[rule_index(CleaningRule::kKeyCase)];
  const bool changes = places.capitals != 0 && lower;
  if (changes) facts.changed.set(rule_index(CleaningRule::kKeyCase));
  note_key(changes ? std::string_view(lowered, size) : text, rules, has_email_shape(places, size), facts);
  return true;
}

void read_key(std::string_view text, const KeyRules& rules, CellFacts& facts) {
  note_key(text, rules, rules.emails && looks_like_email(text), facts);
}

}  // namespace npscope
