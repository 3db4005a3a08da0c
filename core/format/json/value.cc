// SPDX-License-Identifier: MIT
// Numbers by their grammar, escapes by a table of nine.
#include "core/format/json/value.h"

#include <cstring>

#include "core/base/text.h"

namespace npscope::json {
namespace {

const char* digits_end(const char* at) {
  while (is_digit(*at)) ++at;
  return at;
}

/// End of the number at `at`, nullptr when there is none. The text behind it must end with a byte that is no digit.
const char* number_end(const char* at) {
  if (*at == '-') ++at;
  const char* whole = at;
  at = digits_end(at);
  if (at == whole || (*whole == '0' && at != whole + 1)) return nullptr;
  if (*at == '.') {
    const char* fraction = ++at;
    at = digits_end(at);
    if (at == fraction) return nullptr;
  }
  if (*at == 'e' || *at == 'E') {
    ++at;
    if (*at == '+' || *at == '-') ++at;
    const char* exponent = at;
    at = digits_end(at);
    if (at == exponent) return nullptr;
  }
  return at;
}

const char* word_end(const char* at, const char* end) {
  const std::string_view rest(at, static_cast<size_t>(end - at));
  for (const std::string_view word : {"true", "false", "null"})
    if (rest.starts_with(word)) return at + word.size();
  return nullptr;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The four digits at `at`, or -1.
int32_t code_unit(std::string_view content, size_t at) {
  if (content.size() < at + 4) return -1;
  int32_t unit = 0;
  for (size_t i = 0; i < 4; ++i) {
    const int digit = hex_value(content[at + i]);
    if (digit < 0) return -1;
    unit = unit << 4 | digit;
  }
  return unit;
}

/// What the letter behind a backslash means; 0: it is no such letter, or 'u'.
char escaped_character(char letter) {
  switch (letter) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '/':
      return '/';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
  }
}

char* write_code_point(char* out, uint32_t c) {
  const auto low = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    *out++ = static_cast<char>(c);
  } else if (c < 0x800) {
    *out++ = static_cast<char>(0xC0 | c >> 6), *out++ = low(0);
  } else if (c < 0x10000) {
    *out++ = static_cast<char>(0xE0 | c >> 12), *out++ = low(6), *out++ = low(0);
  } else {
    *out++ = static_cast<char>(0xF0 | c >> 18), *out++ = low(12), *out++ = low(6), *out++ = low(0);
  }
  return out;
}

bool is_high(int32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(int32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

const char* scalar_end(const char* at, const char* end) {
  const char* behind = *at == '-' || is_digit(*at) ? number_end(at) : word_end(at, end);
  if (behind == nullptr) return nullptr;
  const bool ends = *behind == ',' || *behind == '}' || *behind == ']' || is_blank(*behind) || behind == end;
  return ends ? behind : nullptr;
}

bool escapes_valid(std::string_view content, size_t from) {
  for (size_t at = find_backslash(content, from); at < content.size(); at = find_backslash(content, at)) {
    if (at + 1 >= content.size()) return false;
    if (content[at + 1] == 'u') {
      if (code_unit(content, at + 2) < 0) return false;
      at += 6;
    } else {
      if (escaped_character(content[at + 1]) == 0) return false;
      at += 2;
    }
  }
  return true;
}

Unescaped unescape(std::string_view content, char* out) {
  Unescaped result;
  char* const start = out;
  size_t from = 0;
  for (;;) {
    const size_t at = content.find('\\', from);
    const size_t plain = (at == std::string_view::npos ? content.size() : at) - from;
    std::memcpy(out, content.data() + from, plain);
    out += plain;
    if (at == std::string_view::npos) break;
    if (content[at + 1] != 'u') {
      *out++ = escaped_character(content[at + 1]);
      from = at + 2;
      continue;
    }
    const int32_t unit = code_unit(content, at + 2);
    from = at + 6;
    auto code_point = static_cast<uint32_t>(unit);
    if (is_high(unit) && content.substr(from).starts_with("\\u") && is_low(code_unit(content, from + 2))) {
      code_point = 0x10000 + (code_point - 0xD800) * 0x400 + static_cast<uint32_t>(code_unit(content, from + 2) - 0xDC00);
      from += 6;
    } else if (is_high(unit) || is_low(unit)) {
      code_point = 0xFFFD;
      result.lone_surrogate = true;
    }
    out = write_code_point(out, code_point);
  }
  result.size = static_cast<size_t>(out - start);
  return result;
}

}  // namespace npscope::json
