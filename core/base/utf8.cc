// SPDX-License-Identifier: MIT
// Scalar UTF-8 by the rows of table 3-7, and the SIMD check after Keiser and Lemire, "Validating UTF-8 in less than one
// instruction per byte" (2021): three nibble tables whose common bit names the fault.
#include "core/base/utf8.h"

#include <algorithm>

#include "core/base/simd.h"

namespace npscope {
namespace {

using Byte = unsigned char;

bool is_continuation(Byte byte) { return (byte & 0xC0) == 0x80; }

struct LeadRow {
  size_t length;    // 0: no lead byte
  Byte second_low;  // allowed range of the second byte
  Byte second_high;
};

LeadRow lead_row(Byte lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// How many bytes at the start of `text` belong to one sequence, whole or cut off by a fault or the end; `whole` says which.
size_t sequence_extent(std::string_view text, bool& whole) {
  const auto lead = static_cast<Byte>(text[0]);
  whole = lead < 0x80;
  if (whole) return 1;
  const LeadRow row = lead_row(lead);
  if (row.length == 0) return 1;
  for (size_t i = 1; i < row.length; ++i) {
    if (i >= text.size()) return i;
    const auto byte = static_cast<Byte>(text[i]);
    const bool fits = i == 1 ? byte >= row.second_low && byte <= row.second_high : is_continuation(byte);
    if (!fits) return i;
  }
  whole = true;
  return row.length;
}

#if NPSCOPE_SIMD
using simd::Bytes16;

// Faults, one bit each: two bytes decide all but the third and fourth byte's presence.
constexpr char kTooShort = 1 << 0;
constexpr char kTooLong = 1 << 1;
constexpr char kOverlong3 = 1 << 2;
constexpr char kTooLarge = 1 << 3;
constexpr char kSurrogate = 1 << 4;
constexpr char kOverlong2 = 1 << 5;
constexpr char kTooLarge1000 = 1 << 6;  // and overlong in four bytes: never both
constexpr char kTwoContinuations = static_cast<char>(1 << 7);
constexpr char kCarry = kTooShort | kTooLong | kTwoContinuations;

alignas(16) constexpr char kFirstHigh[16] = {kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTooLong,
                                             kTwoContinuations,
                                             kTwoContinuations,
                                             kTwoContinuations,
                                             kTwoContinuations,
                                             kTooShort | kOverlong2,
                                             kTooShort,
                                             kTooShort | kOverlong3 | kSurrogate,
                                             kTooShort | kTooLarge | kTooLarge1000};
alignas(16) constexpr char kFirstLow[16] = {kCarry | kOverlong3 | kOverlong2 | kTooLarge1000,
                                            kCarry | kOverlong2,
                                            kCarry,
                                            kCarry,
                                            kCarry | kTooLarge,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000 | kSurrogate,
                                            kCarry | kTooLarge | kTooLarge1000,
                                            kCarry | kTooLarge | kTooLarge1000};
alignas(16) constexpr char kSecondHigh[16] = {kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooLong | kOverlong2 | kTwoContinuations | kOverlong3 | kTooLarge1000,
                                              kTooLong | kOverlong2 | kTwoContinuations | kOverlong3 | kTooLarge,
                                              kTooLong | kOverlong2 | kTwoContinuations | kSurrogate | kTooLarge,
                                              kTooLong | kOverlong2 | kTwoContinuations | kSurrogate | kTooLarge,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort,
                                              kTooShort};

/// Collects the faults of a text that comes in sixteen bytes at a time.
class Utf8Checker {
 public:
  void add(Bytes16 now) {
    const Bytes16 before1 = simd::back1(now, before_);
    const Bytes16 pairs = simd::both(simd::both(simd::look_up(first_high_, simd::high_nibbles(before1)),
                                                simd::look_up(first_low_, simd::low_nibbles(before1))),
                                     simd::look_up(second_high_, simd::high_nibbles(now)));
    const Bytes16 third = simd::subtract_saturated(simd::back2(now, before_), simd::splat(static_cast<char>(0xE0 - 0x80)));
    const Bytes16 fourth = simd::subtract_saturated(simd::back3(now, before_), simd::splat(static_cast<char>(0xF0 - 0x80)));
    const Bytes16 must_continue = simd::both(simd::either(third, fourth), simd::splat(static_cast<char>(0x80)));
    faults_ = simd::either(faults_, simd::differ(must_continue, pairs));
    before_ = now;
  }
  /// The next bytes are ASCII: only what came before can be wrong.
  void add_ascii(Bytes16 last) {
    faults_ = simd::either(faults_, unfinished(before_));
    before_ = last;
  }
  [[nodiscard]] bool failed() const { return simd::any(simd::either(faults_, unfinished(before_))); }

 private:
  /// Nonzero where the last three bytes start a sequence that needs more.
  static Bytes16 unfinished(Bytes16 bytes) {
    alignas(16) constexpr char kMost[16] = {-1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            -1,
                                            static_cast<char>(0xEF),
                                            static_cast<char>(0xDF),
                                            static_cast<char>(0xBF)};
    return simd::subtract_saturated(bytes, simd::load(kMost));
  }
  Bytes16 first_high_ = simd::load(kFirstHigh);
  Bytes16 first_low_ = simd::load(kFirstLow);
  Bytes16 second_high_ = simd::load(kSecondHigh);
  Bytes16 before_ = simd::splat(0);
  Bytes16 faults_ = simd::splat(0);
};

TextFaults find_text_faults_simd(std::string_view text) {
  Utf8Checker checker;
  Bytes16 zero_seen = simd::splat(-1);  // the running minimum: zero as soon as a NUL passes
  const auto add_block = [&](const char* at) {
    const Bytes16 a = simd::load(at);
    const Bytes16 b = simd::load(at + 16);
    const Bytes16 c = simd::load(at + 32);
    const Bytes16 d = simd::load(at + 48);
    zero_seen = simd::smaller(zero_seen, simd::smaller(simd::smaller(a, b), simd::smaller(c, d)));
    if (simd::high_bits(simd::either(simd::either(a, b), simd::either(c, d))) == 0) {
      checker.add_ascii(d);
    } else {
      checker.add(a);
      checker.add(b);
      checker.add(c);
      checker.add(d);
    }
  };
  size_t at = 0;
  for (; at + 64 <= text.size(); at += 64) add_block(text.data() + at);
  if (at < text.size()) {
    char rest[64];
    std::fill(std::begin(rest), std::end(rest), ' ');
    std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), rest);
    add_block(rest);
  }
  return {checker.failed(), simd::any(simd::equal(zero_seen, simd::splat(0)))};
}
#endif

}  // namespace

TextFaults find_text_faults_scalar(std::string_view text) {
  TextFaults faults;
  while (!text.empty()) {
    bool whole = false;
    if (text[0] == '\0') faults.nul = true;
    text.remove_prefix(sequence_extent(text, whole));
    if (!whole) faults.invalid = true;
  }
  return faults;
}

TextFaults find_text_faults(std::string_view text) {
#if NPSCOPE_SIMD
  return find_text_faults_simd(text);
#else
  return find_text_faults_scalar(text);
#endif
}

bool is_valid_utf8(std::string_view text) { return !find_text_faults(text).invalid; }

size_t utf8_sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  bool whole = false;
  const size_t extent = sequence_extent(text, whole);
  return whole ? extent : 0;
}

size_t unfinished_utf8_tail(std::string_view text) {
  for (size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const std::string_view tail = text.substr(text.size() - back);
    if (is_continuation(static_cast<Byte>(tail[0]))) continue;
    bool whole = false;
    const size_t extent = sequence_extent(tail, whole);
    return !whole && extent == back && lead_row(static_cast<Byte>(tail[0])).length > back ? back : 0;
  }
  return 0;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    bool whole = false;
    const size_t extent = sequence_extent(text, whole);
    if (whole) {
      out.append(text.substr(0, extent));
    } else {
      out.append("\xEF\xBF\xBD");
    }
    text.remove_prefix(extent);
  }
  return out;
}

void append_code_point(std::string& out, uint32_t code_point) {
  const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

}  // namespace npscope
