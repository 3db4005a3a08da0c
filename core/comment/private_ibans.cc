// SPDX-License-Identifier: MIT
// International bank account numbers after ISO 13616: the length of the country, and check digits by ISO 7064, modulo 97.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "core/base/text.h"
#include "core/comment/private_text.h"

namespace npscope {
namespace {

/// After the IBAN registry (release 97).
constexpr std::string_view kLengths =
    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL"
    "18"
    "GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO"
    "15"
    "OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }
bool is_alphanumeric(char c) { return is_ascii_letter(c) || is_digit(c); }

size_t length_of(char first, char second) {
  for (size_t i = 0; i < kLengths.size(); i += 4) {
    if (kLengths[i] == first && kLengths[i + 1] == second) {
      return static_cast<size_t>(kLengths[i + 2] - '0') * 10 + static_cast<size_t>(kLengths[i + 3] - '0');
    }
  }
  return 0;
}

/// `characters`: capitals and digits, of which the first four count as the last.
bool has_right_check_digits(std::string_view characters) {
  uint32_t rest = 0;
  for (size_t i = 0; i < characters.size(); ++i) {
    const char c = characters[(i + 4) % characters.size()];
    rest = is_digit(c) ? (rest * 10 + static_cast<uint32_t>(c - '0')) % 97
                       : (rest * 100 + static_cast<uint32_t>(c - 'A') + 10) % 97;
  }
  return rest == 1;
}

/// The bytes of a blank or hyphen between groups, 0: none.
size_t gap_size(std::string_view text) {
  for (const std::string_view gap : {" ", "-", "\xC2\xA0", "\xE2\x80\xAF"}) {
    if (text.starts_with(gap)) return gap.size();
  }
  return 0;
}

/// Where the IBAN at `at` ends; 0: there is none.
size_t iban_end(std::string_view text, size_t at) {
  if (at + 4 > text.size() || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) return 0;
  const size_t length = length_of(upper(text[at]), upper(text[at + 1]));
  if (length == 0) return 0;
  std::array<char, 40> characters{};
  size_t size = 0;
  while (size < length) {
    if (size > 0) {
      const size_t gap = at < text.size() ? gap_size(text.substr(at)) : 0;
      at += gap;
    }
    if (at >= text.size() || !is_alphanumeric(text[at])) return 0;
    characters[size++] = upper(text[at++]);
  }
  if (at < text.size() && is_alphanumeric(text[at])) return 0;
  return has_right_check_digits({characters.data(), size}) ? at : 0;
}

}  // namespace

void find_ibans(std::string_view text, std::vector<PrivateSpan>& found) {
  const size_t earlier = found.size();
  for (size_t at = 0; at + 15 <= text.size();) {
    const bool may_start = is_ascii_letter(text[at]) && is_ascii_letter(text[at + 1]);
    const bool inside = at > 0 && is_alphanumeric(text[at - 1]);
    const size_t end = may_start && !inside && span_at(std::span(found).first(earlier), at) == nullptr ? iban_end(text, at) : 0;
    if (end > 0) found.push_back({at, end, PrivateKind::kIban});
    at = std::max(end, at + 1);
  }
}

}  // namespace npscope
