// SPDX-License-Identifier: MIT
// By the bytes of UTF-8, without decoding more than the characters that are asked for; invalid bytes are copied.
#include "core/survey/cleaning_passes.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace npscope {
namespace {

/// What may start with a byte.
struct FirstByte {
  bool of_blank = false;
  bool of_invisible = false;
};

constexpr std::array<FirstByte, 256> kFirstBytes = [] {
  std::array<FirstByte, 256> bytes{};
  for (const int blank : {9, 10, 11, 12, 13, 32, 0xC2, 0xE1, 0xE2, 0xE3}) bytes[static_cast<size_t>(blank)].of_blank = true;
  for (const int invisible : {0xC2, 0xE2, 0xEF}) bytes[static_cast<size_t>(invisible)].of_invisible = true;
  return bytes;
}();

/// Bytes of the blank at the start, 0 when there is none. No-break spaces are not blanks here.
size_t blank_size(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [text](size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) > ' ' && byte(0) < 0x80) return 0;
  if (byte(0) < 0x80) return text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r') ? 1 : 0;
  if (byte(0) == 0xC2) return text.size() > 1 && byte(1) == 0x85 ? 2 : 0;
  if (text.size() < 3 || byte(0) < 0xE1 || byte(0) > 0xE3) return 0;
  const uint32_t c = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
  const bool is_blank =
      (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000 || c == 0x1680;
  return is_blank && utf8_sequence_length(text) == 3 ? 3 : 0;
}

size_t blank_size_at_end(std::string_view text) {
  for (const size_t size : {1U, 2U, 3U}) {
    if (text.size() >= size && blank_size(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
}

enum class Invisible : uint8_t { kNone, kSpace, kJoiner, kGone };

/// What the character at the start is, by the bytes of: 00A0, 00AD, 2007, 200B to 200D, 202F, 2060, FEFF.
Invisible invisible_at(std::string_view text) {
  switch (static_cast<unsigned char>(text[0])) {
    case 0xC2:
      return text.starts_with("\xC2\xA0")   ? Invisible::kSpace
             : text.starts_with("\xC2\xAD") ? Invisible::kGone
                                            : Invisible::kNone;
    case 0xE2:
      if (text.starts_with("\xE2\x80\x87") || text.starts_with("\xE2\x80\xAF")) return Invisible::kSpace;
      if (text.starts_with("\xE2\x80\x8C") || text.starts_with("\xE2\x80\x8D")) return Invisible::kJoiner;
      return text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x81\xA0") ? Invisible::kGone : Invisible::kNone;
    case 0xEF:
      return text.starts_with("\xEF\xBB\xBF") ? Invisible::kGone : Invisible::kNone;
    default:
      return Invisible::kNone;
  }
}

/// True for a character from U+0600 on that is no general punctuation: something that joiners may join.
bool may_be_joined(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  return lead >= 0xD8 && !character.starts_with("\xE2\x80") && !character.starts_with("\xE2\x81") &&
         invisible_at(character) == Invisible::kNone && utf8_sequence_length(character) == character.size();
}

/// The signs after which spreadsheets calculate, and those of which a number, a date or a time consists.
bool starts_with_sign(std::string_view text) {
  for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(sign)) return true;
  }
  return text.starts_with('\0');
}

}  // namespace

std::string_view without_blank_ends(std::string_view text) {
  while (const size_t size = blank_size(text)) text.remove_prefix(size);
  while (const size_t size = blank_size_at_end(text)) text.remove_suffix(size);
  return text;
}

bool has_inner_space(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!kFirstBytes[static_cast<unsigned char>(text[at])].of_blank) continue;
    const size_t size = blank_size(text.substr(at));
    if (size > 1 || (size == 1 && (text[at] != ' ' || blank_size(text.substr(at + 1)) != 0))) return true;
  }
  return false;
}

void append_with_single_spaces(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    size_t size = blank_size(text.substr(at));
    if (size == 0) {
      out.push_back(text[at++]);
      continue;
    }
    out.push_back(' ');
    for (; size != 0; size = blank_size(text.substr(at))) at += size;
  }
}

bool has_invisible(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!kFirstBytes[static_cast<unsigned char>(text[at])].of_invisible) continue;
    if (invisible_at(text.substr(at)) != Invisible::kNone) return true;
  }
  return false;
}

void append_without_invisible(std::string_view text, std::string& out) {
  size_t before = out.size();  // where the last character of `out` starts
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::string_view character = rest.substr(0, std::max<size_t>(1, utf8_sequence_length(rest)));
    at += character.size();
    Invisible found = invisible_at(rest);
    if (found == Invisible::kJoiner) {
      const std::string_view next = text.substr(at, utf8_sequence_length(text.substr(at)));
      const bool joins =
          before < out.size() && may_be_joined(std::string_view(out).substr(before)) && !next.empty() && may_be_joined(next);
      found = joins ? Invisible::kNone : Invisible::kGone;
    }
    if (found == Invisible::kGone) continue;
    before = out.size();
    out.append(found == Invisible::kSpace ? std::string_view(" ") : character);
  }
}

void append_lower_case(std::string_view text, std::string& out) {
  while (!text.empty()) {
    if (static_cast<unsigned char>(text[0]) < 0x80) {
      out.push_back(static_cast<char>(lower_case(static_cast<unsigned char>(text[0]))));
      text.remove_prefix(1);
      continue;
    }
    const size_t length = utf8_sequence_length(text);
    const auto byte = [text](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[i])); };
    uint32_t c = 0xFFFF;  // what has no small letter here
    if (length == 2) c = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    if (length == 3) c = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    const size_t size = std::max<size_t>(length, 1);
    const uint32_t small = lower_case(c);
    if (small == c) {
      out.append(text.substr(0, size));
    } else {
      append_code_point(out, small);
    }
    text.remove_prefix(size);
  }
}

bool is_guarded(std::string_view text) {
  if (!text.starts_with('\'') || text.size() < 2 || text.ends_with('\'')) return false;
  text.remove_prefix(1);
  for (;;) {
    if (starts_with_sign(text)) return true;
    const size_t blank = blank_size(text);
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  if (text.empty() || !is_digit(text[0])) return false;
  return std::ranges::all_of(text, [](char c) { return is_digit(c) || std::string_view(" .,:/()+-%").contains(c); });
}

}  // namespace npscope
