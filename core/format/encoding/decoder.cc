// SPDX-License-Identifier: MIT
// The decoders of the WHATWG Encoding Standard as steps over the bytes at hand: each reads one character, or the bytes that one
// error covers, or says that it needs more bytes. Runs of ASCII are copied sixteen bytes at a time.
#include <algorithm>
#include <cstring>

#include "core/base/simd.h"
#include "core/format/double_byte.h"
#include "core/format/encoding.h"
#include "core/format/encoding/single_byte.h"

namespace npscope {
namespace {

/// So much is decoded at a time: the text grows by what it needs and not by three times the bytes.
constexpr size_t kBlock = 16 << 10;
/// No encoding makes more than three bytes of one, and what is written may be followed by this many that do not count.
constexpr size_t kGrowth = 3;
constexpr size_t kSlack = 16;

constexpr uint32_t kInvalid = 0xFF;

unsigned byte_at(const char* at) { return static_cast<unsigned char>(*at); }
bool is_ascii(const char* at) { return byte_at(at) < 0x80; }
bool is_between(unsigned byte, unsigned low, unsigned high) { return byte - low <= high - low; }

/// Writes packed UTF-8. Continuation bytes are never zero, so the value tells its length.
void put(uint32_t packed, char*& to) {
  for (size_t i = 0; i < 4; ++i) to[i] = static_cast<char>(packed >> (8 * i));
  to += 1 + (packed > 0xFF ? 1 : 0) + (packed > 0xFFFF ? 1 : 0) + (packed > 0xFFFFFF ? 1 : 0);
}

void put_code_point(uint32_t code_point, char*& to) { put(packed_utf8(code_point), to); }

size_t put_invalid(size_t consumed, char*& to) {
  *to++ = static_cast<char>(kInvalid);
  return consumed;
}

const char* copy_ascii(const char* at, const char* end, char*& to) {
#if NPSCOPE_SIMD
  while (end - at >= 16 && simd::high_bits(simd::load(at)) == 0) {
    std::memcpy(to, at, 16);
    at += 16;
    to += 16;
  }
#endif
  while (at < end && is_ascii(at)) *to++ = *at++;
  return at;
}

/// A step is `(at, size, to) -> bytes read`, 0 when the `size` bytes are the start of a character. `at` is no ASCII byte.
template <class Step>
const char* run_over_ascii(const char* at, const char* end, char*& to, const Step& step) {
  while (at < end) {
    if (is_ascii(at)) {
      at = copy_ascii(at, end, to);
    } else {
      const size_t read = step(at, static_cast<size_t>(end - at), to);
      if (read == 0) break;
      at += read;
    }
  }
  return at;
}

template <class Step>
const char* run(const char* at, const char* end, char*& to, const Step& step) {
  while (at < end) {
    const size_t read = step(at, static_cast<size_t>(end - at), to);
    if (read == 0) break;
    at += read;
  }
  return at;
}

struct SingleByteStep {
  const uint32_t* upper;
  size_t operator()(const char* at, size_t /*size*/, char*& to) const {
    put(upper[byte_at(at) - 0x80], to);
    return 1;
  }
};

/// What all encodings of byte pairs share. An ASCII byte behind a lead that it does not complete is read again as itself.
size_t read_pair(const uint32_t* pairs, const char* at, size_t size, char*& to) {
  const unsigned lead = byte_at(at);
  if (lead < kFirstLead || lead == 0xFF) return put_invalid(1, to);
  if (size < 2) return 0;
  const unsigned trail = byte_at(at + 1);
  if (pairs != nullptr && is_between(trail, kFirstTrail, 0xFE)) {
    if (const uint32_t packed = pairs[(lead - kFirstLead) * kTrails + (trail - kFirstTrail)]) {
      put(packed, to);
      return 2;
    }
  }
  return put_invalid(trail < 0x80 ? 1 : 2, to);
}

struct Gb18030Range {
  uint16_t pointer;
  uint16_t code_point;
};

constexpr Gb18030Range kGb18030Ranges[] = {
#include "core/format/encoding/gb18030_ranges.inc"
};

/// The character of a four-byte pointer, 0 when there is none.
[[gnu::noinline]] uint32_t gb18030_character(uint32_t pointer) {
  if (pointer > 1237575 || (pointer > 39419 && pointer < 189000)) return 0;
  if (pointer >= 189000) return 0x10000 + (pointer - 189000);
  if (pointer == 7457) return 0xE7C7;
  const auto* after =
      std::ranges::upper_bound(kGb18030Ranges, pointer, {}, [](const Gb18030Range& range) { return uint32_t{range.pointer}; });
  const Gb18030Range& range = *(after - 1);
  return range.code_point + (pointer - range.pointer);
}

struct Gb18030Step {
  const uint32_t* pairs;
  size_t operator()(const char* at, size_t size, char*& to) const {
    const unsigned first = byte_at(at);
    if (first == 0x80) {
      put_code_point(0x20AC, to);
      return 1;
    }
    const bool is_four = first != 0xFF && size >= 2 && is_between(byte_at(at + 1), '0', '9');
    return is_four ? read_four(at, size, to) : read_pair(pairs, at, size, to);
  }

 private:
  static size_t read_four(const char* at, size_t size, char*& to) {
    if (size < 3) return 0;
    if (!is_between(byte_at(at + 2), 0x81, 0xFE)) return put_invalid(1, to);
    if (size < 4) return 0;
    if (!is_between(byte_at(at + 3), '0', '9')) return put_invalid(1, to);
    const uint32_t pointer =
        ((byte_at(at) - 0x81) * 10 + (byte_at(at + 1) - '0')) * 1260 + (byte_at(at + 2) - 0x81) * 10 + (byte_at(at + 3) - '0');
    const uint32_t code_point = gb18030_character(pointer);
    if (code_point == 0) return put_invalid(4, to);
    put_code_point(code_point, to);
    return 4;
  }
};

struct PairStep {
  const uint32_t* pairs;
  size_t operator()(const char* at, size_t size, char*& to) const { return read_pair(pairs, at, size, to); }
};

struct Big5Step {
  const uint32_t* pairs;
  size_t operator()(const char* at, size_t size, char*& to) const {
    if (byte_at(at) == 0x88 && size >= 2 && pairs != nullptr) {
      // Four pairs are a letter and a mark.
      const unsigned trail = byte_at(at + 1);
      if (trail == 0x62 || trail == 0x64 || trail == 0xA3 || trail == 0xA5) {
        put_code_point(trail < 0x80 ? 0xCA : 0xEA, to);
        put_code_point(trail == 0x62 || trail == 0xA3 ? 0x304 : 0x30C, to);
        return 2;
      }
    }
    return read_pair(pairs, at, size, to);
  }
};

struct ShiftJisStep {
  const uint32_t* pairs;
  size_t operator()(const char* at, size_t size, char*& to) const {
    const unsigned lead = byte_at(at);
    if (lead == 0x80) {
      put_code_point(0x80, to);
    } else if (is_between(lead, 0xA1, 0xDF)) {
      put_code_point(0xFF61 - 0xA1 + lead, to);
    } else if (lead == 0xA0 || lead > 0xFC) {
      return put_invalid(1, to);
    } else {
      return read_pair(pairs, at, size, to);
    }
    return 1;
  }
};

struct EucJpStep {
  const uint32_t* pairs;
  size_t operator()(const char* at, size_t size, char*& to) const {
    const unsigned lead = byte_at(at);
    if (lead != 0x8E && lead != 0x8F && !is_between(lead, 0xA1, 0xFE)) return put_invalid(1, to);
    if (size < 2) return 0;
    const unsigned second = byte_at(at + 1);
    if (lead == 0x8E && is_between(second, 0xA1, 0xDF)) {
      put_code_point(0xFF61 - 0xA1 + second, to);
      return 2;
    }
    if (lead != 0x8F || !is_between(second, 0xA1, 0xFE)) return read_pair(pairs, at, size, to);
    if (size < 3) return 0;
    return 1 + read_pair(pairs == nullptr ? nullptr : pairs + kPairs, at + 1, size - 1, to);
  }
};

template <bool Little>
struct Utf16Step {
  static uint32_t unit(const char* at) {
    return Little ? byte_at(at + 1) << 8 | byte_at(at) : byte_at(at) << 8 | byte_at(at + 1);
  }
  size_t operator()(const char* at, size_t size, char*& to) const {
    if (size < 2) return 0;
    const uint32_t first = unit(at);
    if (first < 0x80) {
      *to++ = static_cast<char>(first);
      return 2;
    }
    if (first < 0xD800 || first > 0xDFFF) {
      put_code_point(first, to);
      return 2;
    }
    if (first >= 0xDC00) return put_invalid(2, to);
    if (size < 4) return 0;
    const uint32_t second = unit(at + 2);
    if (second < 0xDC00 || second > 0xDFFF) return put_invalid(2, to);
    put_code_point(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), to);
    return 4;
  }
};

template <bool Little>
struct Utf32Step {
  size_t operator()(const char* at, size_t size, char*& to) const {
    if (size < 4) return 0;
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i) value = value << 8 | byte_at(at + (Little ? 3 - i : i));
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return put_invalid(4, to);
    put_code_point(value, to);
    return 4;
  }
};

/// The character sets of ISO-2022-JP.
enum : uint8_t { kAscii, kRoman, kKatakana, kKanji };

struct Iso2022JpStep {
  const uint32_t* pairs;
  bool final;
  uint8_t& set;
  bool& after_escape;

  size_t operator()(const char* at, size_t size, char*& to) const {
    const unsigned byte = byte_at(at);
    if (byte == 0x1B) return read_escape(at, size, to);
    if (set == kKanji && is_between(byte, 0x21, 0x7E) && size < 2) return 0;
    after_escape = false;
    if (set == kKanji) return read_kanji(at, to);
    if (set == kKatakana ? !is_between(byte, 0x21, 0x5F) : byte >= 0x80 || byte == 0x0E || byte == 0x0F)
      return put_invalid(1, to);
    uint32_t code_point = byte;
    if (set == kKatakana) code_point = 0xFF61 - 0x21 + byte;
    if (set == kRoman && byte == 0x5C) code_point = 0xA5;
    if (set == kRoman && byte == 0x7E) code_point = 0x203E;
    put_code_point(code_point, to);
    return 1;
  }

 private:
  size_t read_kanji(const char* at, char*& to) const {
    if (!is_between(byte_at(at), 0x21, 0x7E)) return put_invalid(1, to);
    const unsigned trail = byte_at(at + 1);
    if (trail == 0x1B) return put_invalid(1, to);
    if (!is_between(trail, 0x21, 0x7E)) return put_invalid(2, to);
    const char pair[2] = {static_cast<char>(*at | 0x80), static_cast<char>(trail | 0x80)};
    return read_pair(pairs, pair, 2, to);
  }

  /// Two escapes in a row are an error, for then something may hide between them.
  size_t read_escape(const char* at, size_t size, char*& to) const {
    const auto unknown = [&] {
      after_escape = false;
      return put_invalid(1, to);
    };
    if (size < 2 && !final) return 0;
    if (size < 2 || (at[1] != '(' && at[1] != '$')) return unknown();
    if (size < 3 && !final) return 0;
    if (size < 3) return unknown();
    const bool single = at[1] == '(';
    if (single && at[2] == 'B') {
      set = kAscii;
    } else if (single && at[2] == 'J') {
      set = kRoman;
    } else if (single && at[2] == 'I') {
      set = kKatakana;
    } else if (!single && (at[2] == '@' || at[2] == 'B')) {
      set = kKanji;
    } else {
      return unknown();
    }
    const bool twice = after_escape;
    after_escape = true;
    return twice ? put_invalid(3, to) : 3;
  }
};

}  // namespace

Decoder::Decoder(Encoding encoding, const DoubleByteTables* tables) : encoding_(encoding) {
  if (tables != nullptr) pairs_ = tables->get(encoding);
  if (!is_single_byte(encoding)) return;
  const std::u16string_view upper = upper_half(encoding);
  std::ranges::transform(upper, upper_.begin(), [](char16_t c) { return c == kNoCharacter ? kInvalid : packed_utf8(c); });
}

const char* Decoder::read(const char* at, const char* end, bool final, char*& to) {
  switch (encoding_) {
    case Encoding::kUtf16le:
      return run(at, end, to, Utf16Step<true>{});
    case Encoding::kUtf16be:
      return run(at, end, to, Utf16Step<false>{});
    case Encoding::kUtf32le:
      return run(at, end, to, Utf32Step<true>{});
    case Encoding::kUtf32be:
      return run(at, end, to, Utf32Step<false>{});
    case Encoding::kGb18030:
    case Encoding::kGbk:
      return run_over_ascii(at, end, to, Gb18030Step{pairs_});
    case Encoding::kBig5:
      return run_over_ascii(at, end, to, Big5Step{pairs_});
    case Encoding::kShiftJis:
      return run_over_ascii(at, end, to, ShiftJisStep{pairs_});
    case Encoding::kEucJp:
      return run_over_ascii(at, end, to, EucJpStep{pairs_});
    case Encoding::kEucKr:
      return run_over_ascii(at, end, to, PairStep{pairs_});
    case Encoding::kIso2022Jp:
      return run(at, end, to, Iso2022JpStep{pairs_, final, set_, after_escape_});
    default:
      return run_over_ascii(at, end, to, SingleByteStep{upper_.data()});
  }
}

/// Completes the character that the last piece ended in, from the first bytes of this one.
void Decoder::finish_held(std::string_view& bytes, bool final, std::string& out) {
  // Four bytes behind the held ones complete every character, and every error too.
  std::array<char, 8> joined = {};
  const size_t more = std::min<size_t>(bytes.size(), 4);
  const auto behind = std::copy_n(held_.begin(), held_size_, joined.begin());
  std::copy_n(bytes.begin(), more, behind);
  const char* const end = joined.data() + held_size_ + more;
  std::array<char, 8 * kGrowth + kSlack> text = {};
  char* to = text.data();
  const char* at = joined.data();
  const char* const seam = at + held_size_;
  while (at < seam) {
    // One character at a time: what follows the held bytes is read with its own piece.
    const char* next = at;
    for (const char* stop = at + 1; next == at && stop <= end; ++stop)
      next = read(at, stop, final && more == bytes.size() && stop == end, to);
    if (next == at) break;
    at = next;
  }
  out.append(text.data(), to);
  if (at < seam) {
    held_size_ = static_cast<size_t>(end - at);
    std::copy(at, end, held_.begin());
    bytes = {};
  } else {
    held_size_ = 0;
    bytes.remove_prefix(static_cast<size_t>(at - seam));
  }
}

void Decoder::decode(std::string_view bytes, bool final, std::string& out) {
  if (encoding_ == Encoding::kUtf8) {
    out.append(bytes);
    return;
  }
  if (held_size_ > 0) finish_held(bytes, final, out);
  while (!bytes.empty()) {
    const std::string_view block = bytes.substr(0, kBlock);
    const bool last = block.size() == bytes.size();
    const char* at = block.data();
    const size_t before = out.size();
    out.resize_and_overwrite(before + block.size() * kGrowth + kSlack, [&](char* text, size_t) {
      char* to = text + before;
      at = read(at, at + block.size(), final && last, to);
      return static_cast<size_t>(to - text);
    });
    bytes.remove_prefix(static_cast<size_t>(at - block.data()));
    if (!last) continue;
    held_size_ = bytes.size();
    std::ranges::copy(bytes, held_.begin());
    break;
  }
  if (final && held_size_ > 0) {
    out.push_back(static_cast<char>(kInvalid));
    held_size_ = 0;
  }
}

}  // namespace npscope
