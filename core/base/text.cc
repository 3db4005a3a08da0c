// SPDX-License-Identifier: MIT
// Views and folds over UTF-8 text, by hand and without a locale, so that every host gives the same answer.
#include "core/base/text.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace npscope {
namespace {

/// True for the bytes that no blank character starts or ends with: most of what cells hold.
bool is_solid(char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; }

/// Bytes of the blank character at the start of `text`, 0 when there is none.
size_t blank_at_start(std::string_view text) {
  if (text.empty() || is_solid(text[0])) return 0;
  switch (static_cast<unsigned char>(text[0])) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
      return 1;
    case 0xC2:
      return text.starts_with("\xC2\xA0") ? 2 : 0;  // NBSP
    case 0xE2:                                      // zero-width characters, narrow NBSP
      return text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x80\x8C") || text.starts_with("\xE2\x80\x8D") ||
                     text.starts_with("\xE2\x80\xAF")
                 ? 3
                 : 0;
    case 0xE3:
      return text.starts_with("\xE3\x80\x80") ? 3 : 0;  // ideographic space
    case 0xEF:
      return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // byte order mark
    default:
      return 0;
  }
}

size_t blank_at_end(std::string_view text) {
  if (text.empty() || is_solid(text.back())) return 0;
  for (const size_t length : {1U, 2U, 3U}) {
    if (text.size() >= length && blank_at_start(text.substr(text.size() - length)) == length) return length;
  }
  return 0;
}

uint32_t code_point_at(std::string_view text, size_t length) {
  const auto byte = [text](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[i])); };
  switch (length) {
    case 1:
      return byte(0);
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    case 4:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    default:
      return 0xFFFD;
  }
}

}  // namespace

uint32_t lower_case(uint32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  if (c == 0x178) return 0xFF;
  if (c >= 0xFF01 && c <= 0xFF5E) return lower_case(c - 0xFEE0);
  return c;
}

std::string_view trimmed(std::string_view text) {
  while (const size_t blank = blank_at_start(text)) text.remove_prefix(blank);
  while (const size_t blank = blank_at_end(text)) text.remove_suffix(blank);
  return text;
}

std::string folded(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('\'')) text.remove_prefix(1);
  std::string out;
  bool pending_space = false;
  while (!text.empty()) {
    if (const size_t blank = blank_at_start(text)) {
      pending_space = true;
      text.remove_prefix(blank);
      continue;
    }
    if (pending_space && !out.empty()) out.push_back(' ');
    pending_space = false;
    const size_t length = utf8_sequence_length(text);
    append_code_point(out, lower_case(code_point_at(text, length)));
    text.remove_prefix(std::max<size_t>(length, 1));
  }
  return out;
}

size_t code_point_count(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool looks_numeric(std::string_view text) {
  text = trimmed(text);
  if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.back())) return false;
  return std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

bool looks_like_email(std::string_view text) {
  text = trimmed(text);
  const size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) return false;
  const size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot < at + 2 || dot + 1 >= text.size()) return false;
  return std::ranges::none_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == ';'; });
}

}  // namespace npscope
