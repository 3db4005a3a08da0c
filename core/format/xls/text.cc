// SPDX-License-Identifier: MIT
// Characters are written straight to their place; most texts are ASCII, which both widths copy in a run.
#include "core/format/xls/text.h"

#include <algorithm>
#include <cstring>

#include "core/base/little_endian.h"
#include "core/base/utf8.h"

namespace npscope::xls {
namespace {

constexpr unsigned kWideFlag = 1;
constexpr unsigned kPhoneticFlag = 4;
constexpr unsigned kRunsFlag = 8;
constexpr size_t kRunSize = 4;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char* put_below_surrogates(uint32_t unit, char* to) {
  if (unit < 0x80) {
    *to++ = static_cast<char>(unit);
  } else if (unit < 0x800) {
    *to++ = static_cast<char>(0xC0 | unit >> 6);
    *to++ = static_cast<char>(0x80 | (unit & 0x3F));
  } else {
    *to++ = static_cast<char>(0xE0 | unit >> 12);
    *to++ = static_cast<char>(0x80 | (unit >> 6 & 0x3F));
    *to++ = static_cast<char>(0x80 | (unit & 0x3F));
  }
  return to;
}

}  // namespace

void UnicodeText::start(size_t count_size) {
  *this = {};
  phase_ = Phase::kHeader;
  count_size_ = count_size;
}

size_t UnicodeText::take(std::string_view bytes, bool continued, std::string& out) {
  size_t used = 0;
  if (phase_ == Phase::kHeader) used += take_header(bytes);
  if (phase_ == Phase::kCharacters) {
    if (continued && used == 0 && !bytes.empty()) wide_ = (load8(bytes, used++) & kWideFlag) != 0;
    used += wide_ ? take_wide(bytes.substr(used), out) : take_narrow(bytes.substr(used), out);
    if (characters_ > 0) return used;
    if (high_surrogate_ != 0) {
      char lone[3];
      out.append(lone, put_lone_surrogate(lone));
    }
    phase_ = Phase::kSkip;
  }
  if (phase_ == Phase::kSkip) {
    const uint64_t skipped = std::min<uint64_t>(skip_, bytes.size() - used);
    used += skipped;
    skip_ -= skipped;
    if (skip_ == 0) phase_ = Phase::kDone;
  }
  return used;
}

size_t UnicodeText::take_header(std::string_view bytes) {
  size_t used = 0;
  const size_t fixed = count_size_ + 1;
  const auto needed = [&] {
    if (header_size_ < fixed) return fixed;
    const unsigned flags = load8(header_ + count_size_);
    return fixed + ((flags & kRunsFlag) != 0 ? 2 : 0) + ((flags & kPhoneticFlag) != 0 ? 4 : 0);
  };
  while (header_size_ < needed()) {
    if (used == bytes.size()) return used;
    header_[header_size_++] = bytes[used++];
  }
  const unsigned flags = load8(header_ + count_size_);
  characters_ = count_size_ == 1 ? load8(header_) : load16(header_);
  wide_ = (flags & kWideFlag) != 0;
  const char* at = header_ + fixed;
  if ((flags & kRunsFlag) != 0) {
    skip_ = kRunSize * load16(at);
    at += 2;
  }
  if ((flags & kPhoneticFlag) != 0) skip_ += load32(at);
  phase_ = Phase::kCharacters;
  return used;
}

size_t UnicodeText::take_narrow(std::string_view bytes, std::string& out) {
  const size_t count = std::min<size_t>(bytes.size(), characters_);
  if (count == 0) return 0;
  const size_t before = out.size();
  out.resize_and_overwrite(before + 2 * count + 3, [&](char* text, size_t) {
    char* to = text + before;
    if (high_surrogate_ != 0) to = put_lone_surrogate(to);
    for (size_t i = 0; i < count; ++i) {
      // Most texts are ASCII: eight at once.
      for (; i + 8 < count && (load<uint64_t>(&bytes[i]) & 0x8080'8080'8080'8080) == 0; i += 8, to += 8)
        std::memcpy(to, &bytes[i], 8);
      const auto c = static_cast<unsigned char>(bytes[i]);
      if (c < 0x80) {
        *to++ = static_cast<char>(c);
      } else {
        to = put_below_surrogates(c, to);
      }
    }
    return static_cast<size_t>(to - text);
  });
  characters_ -= static_cast<uint32_t>(count);
  has_half_ = false;
  return count;
}

size_t UnicodeText::take_wide(std::string_view bytes, std::string& out) {
  if (bytes.empty()) return 0;
  size_t used = 0;
  const size_t before = out.size();
  const size_t most = std::min<size_t>(bytes.size() / 2 + 1, characters_);
  out.resize_and_overwrite(before + 3 * most + 3, [&](char* text, size_t) {
    char* to = text + before;
    if (has_half_ && characters_ > 0) {
      to = put_unit(uint32_t{load8(bytes, 0)} << 8 | half_, to);
      has_half_ = false;
      used = 1;
      --characters_;
    }
    const size_t units = std::min<size_t>((bytes.size() - used) / 2, characters_);
    const char* from = bytes.data() + used;
    for (size_t i = 0; i < units; ++i) {
      const uint32_t unit = load16(from + 2 * i);
      if (unit < 0x80 && high_surrogate_ == 0) {
        *to++ = static_cast<char>(unit);
      } else {
        to = put_unit(unit, to);
      }
    }
    used += 2 * units;
    characters_ -= static_cast<uint32_t>(units);
    return static_cast<size_t>(to - text);
  });
  if (characters_ > 0 && used < bytes.size()) {
    half_ = load8(bytes, used++);
    has_half_ = true;
  }
  return used;
}

/// Writes at most three bytes for a unit, and three more for a high surrogate that stands alone before it.
char* UnicodeText::put_unit(uint32_t unit, char* to) {
  if (high_surrogate_ != 0 && unit >= 0xDC00 && unit < 0xE000) {
    const uint32_t point = 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (unit - 0xDC00);
    high_surrogate_ = 0;
    *to++ = static_cast<char>(0xF0 | point >> 18);
    *to++ = static_cast<char>(0x80 | (point >> 12 & 0x3F));
    *to++ = static_cast<char>(0x80 | (point >> 6 & 0x3F));
    *to++ = static_cast<char>(0x80 | (point & 0x3F));
    return to;
  }
  if (high_surrogate_ != 0) to = put_lone_surrogate(to);
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_surrogate_ = unit;
    return to;
  }
  if (unit >= 0xDC00 && unit < 0xE000) return put_lone_surrogate(to);
  return put_below_surrogates(unit, to);
}

char* UnicodeText::put_lone_surrogate(char* to) {
  high_surrogate_ = 0;
  damaged_ = true;
  return std::copy(kReplacement.begin(), kReplacement.end(), to);
}

void CodePage::set(uint16_t number) {
  number_ = number;
  encoding_ = encoding_of_code_page(number);
  if (encoding_ && !is_single_byte(*encoding_)) encoding_.reset();
}

CodePage::Outcome CodePage::append(std::string_view bytes, std::string& out) const {
  if (is_ascii(bytes)) {
    out.append(bytes);
    return Outcome::kGood;
  }
  if (!encoding_) return Outcome::kUnknown;
  std::string text;
  Decoder(*encoding_).decode(bytes, true, text);
  const bool good = is_valid_utf8(text);
  out.append(good ? text : repaired_utf8(text));
  return good ? Outcome::kGood : Outcome::kDamaged;
}

}  // namespace npscope::xls
