// SPDX-License-Identifier: MIT
// What the characters of an XML document mean: the five named references, numeric ones, line ends (XML 1.0, 2.11 and 4.6).
#include <cstdint>
#include <optional>

#include "core/base/utf8.h"
#include "core/format/xml/find.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xml {
namespace {

struct Named {
  std::string_view name;
  char character;
};

constexpr Named kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};

/// The longest reference that means anything: "&#x10FFFF;", with room for leading zeros.
constexpr size_t kLongestReference = 32;

std::optional<uint32_t> character_number(std::string_view digits) {
  const uint32_t base = digits.starts_with('x') ? 16 : 10;
  if (base == 16) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  uint32_t number = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 32);
    uint32_t digit = base;
    if (c >= '0' && c <= '9') digit = static_cast<uint32_t>(c - '0');
    if (lower >= 'a' && lower <= 'f') digit = static_cast<uint32_t>(lower - 'a') + 10;
    if (digit >= base) return std::nullopt;
    number = number * base + digit;
    if (number > 0x10FFFF) return std::nullopt;
  }
  if (number == 0 || (number >= 0xD800 && number < 0xE000)) return std::nullopt;
  return number;
}

/// Appends what the reference between `&` and `;` stands for; false when it stands for nothing.
bool append_reference(std::string_view inside, std::string& out) {
  if (inside.starts_with('#')) {
    const std::optional<uint32_t> number = character_number(inside.substr(1));
    if (number) append_code_point(out, *number);
    return number.has_value();
  }
  for (const Named& named : kNamed) {
    if (inside != named.name) continue;
    out.push_back(named.character);
    return true;
  }
  return false;
}

}  // namespace

void append_text(std::string_view raw, bool cdata, std::string& out) {
  const char reference = cdata ? '\r' : '&';
  for (;;) {
    const size_t at = find_any(raw, 0, reference, '\r', reference, '\r');
    out.append(raw.substr(0, at));
    if (at == raw.size()) return;
    size_t used = at + 1;
    if (raw[at] == '\r') {
      out.push_back('\n');
      if (used < raw.size() && raw[used] == '\n') ++used;
    } else {
      const size_t length = raw.substr(used, kLongestReference).find(';');
      if (length != std::string_view::npos && append_reference(raw.substr(used, length), out)) {
        used += length + 1;
      } else {
        out.push_back('&');
      }
    }
    raw.remove_prefix(used);
  }
}

}  // namespace npscope::xml
