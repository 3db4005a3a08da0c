// SPDX-License-Identifier: MIT
// E-mail addresses and URLs. Letters beyond ASCII belong to an address when they are Latin, so that Chinese around one is no part of it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/base/text.h"
#include "core/comment/letters.h"
#include "core/comment/private_text.h"

namespace npscope {
namespace {

/// What a bare "name.tld/path" must end its name with; a name alone may be a shop that is talked about.
constexpr std::array<std::string_view, 26> kTopLevels = {"com", "org", "net", "de", "fr", "es", "cn", "io",   "co",
                                                         "eu",  "at",  "ch",  "uk", "it", "nl", "be", "info", "app",
                                                         "dev", "me",  "ly",  "gl", "us", "jp", "ru", "pl"};

bool is_latin(uint32_t c) {
  const Letter letter = letter_of(c);
  return letter.kind == LetterKind::kLetter && letter.script == Script::kLatin;
}

/// Start of the character that ends at `end`. REQUIRES: end > 0.
size_t before(std::string_view text, size_t end) {
  --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

bool in_name(uint32_t c) { return is_latin(c) || (c >= '0' && c <= '9') || c == '-'; }
bool in_local_part(uint32_t c) {
  return in_name(c) || (c < 0x80 && std::string_view(".!#$%&'*+=?^_`{|}~").contains(static_cast<char>(c)));
}

/// Where the host name that starts at `at` ends ("mail.example.org"), or `at` when there is none: two names at least, the last of letters.
size_t host_end(std::string_view text, size_t at) {
  const size_t start = at;
  size_t end = start;
  size_t names = 0;
  while (at < text.size()) {
    const size_t name = at;
    bool letters = true;
    while (at < text.size()) {
      const CodePoint c = first_code_point(text.substr(at));
      if (!in_name(c.value)) break;
      letters = letters && (is_latin(c.value));
      at += c.size;
    }
    if (at == name || text[name] == '-') break;
    ++names;
    if (names > 1 && letters && at - name >= 2) end = at;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  return end;
}

std::string_view last_name(std::string_view host) { return host.substr(host.rfind('.') + 1); }

bool is_same_ignoring_case(std::string_view text, std::string_view small) {
  return std::ranges::equal(text, small, {}, [](char c) { return is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c; });
}

bool starts_with_ignoring_case(std::string_view text, std::string_view small) {
  return is_same_ignoring_case(text.substr(0, small.size()), small);
}

/// The end of a path or query from `at` on: up to a blank or quotation mark, without the punctuation of the sentence around it.
size_t address_end(std::string_view text, size_t at) {
  const size_t start = at;
  while (at < text.size()) {
    const CodePoint c = first_code_point(text.substr(at));
    const bool plain = c.value > ' ' && c.value < 0x7F && !std::string_view("\"<>").contains(static_cast<char>(c.value));
    if (!plain && !is_latin(c.value)) break;
    at += c.size;
  }
  while (at > start && std::string_view(".,;:!?)]}'*").contains(text[at - 1])) --at;
  return at;
}

bool starts_inside_word(std::string_view text, size_t at) {
  if (at == 0) return false;
  const uint32_t c = first_code_point(text.substr(before(text, at))).value;
  return in_name(c) || c == '@' || c == '.' || c == '_';
}

/// The URL at `at`, as the place of its end; 0: none.
size_t url_end(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at);
  for (const std::string_view scheme : {"https://", "http://", "ftp://", "www."}) {
    if (starts_with_ignoring_case(rest, scheme)) {
      const size_t end = address_end(text, at + scheme.size());
      return end > at + scheme.size() ? end : 0;
    }
  }
  const size_t host = host_end(text, at);
  if (host == at || host >= text.size() || text[host] != '/') return 0;
  const std::string_view top = last_name(text.substr(at, host - at));
  const bool known = std::ranges::any_of(kTopLevels, [&](std::string_view one) { return is_same_ignoring_case(top, one); });
  return known ? address_end(text, host) : 0;
}

/// The sign between the two parts of an address at `at`, with blanks around "(at)"; empty: none.
std::string_view at_sign(std::string_view text, size_t at) {
  for (const std::string_view sign : {"@", "\xEF\xBC\xA0", " (at) ", " [at] ", "(at)", "[at]"}) {
    if (starts_with_ignoring_case(text.substr(at), sign)) return text.substr(at, sign.size());
  }
  return {};
}

}  // namespace

void find_urls(std::string_view text, std::vector<PrivateSpan>& found) {
  for (size_t at = 0; at < text.size();) {
    const bool may_start = is_ascii_letter(text[at]) || is_digit(text[at]);
    const size_t end = may_start && !starts_inside_word(text, at) ? url_end(text, at) : 0;
    if (end > 0) found.push_back({at, end, PrivateKind::kUrl});
    at = std::max(end, at + 1);
  }
}

void find_emails(std::string_view text, std::vector<PrivateSpan>& found) {
  const size_t earlier = found.size();
  const auto is_taken = [&](size_t at) { return span_at(std::span(found).first(earlier), at) != nullptr; };
  size_t last_end = 0;
  for (size_t at = 1; at < text.size(); ++at) {
    const std::string_view sign = at_sign(text, at);
    if (sign.empty() || is_taken(at)) continue;
    size_t start = at;
    while (start > last_end) {
      const size_t one = before(text, start);
      if (!in_local_part(first_code_point(text.substr(one)).value) || is_taken(one)) break;
      start = one;
    }
    // Quotation marks and dots in front are the sentence's.
    while (start < at && std::string_view(".'*`").contains(text[start])) ++start;
    const size_t end = host_end(text, at + sign.size());
    if (start == at || end == at + sign.size()) continue;
    found.push_back({start, end, PrivateKind::kEmail});
    last_end = end;
    at = end - 1;
  }
}

}  // namespace npscope
