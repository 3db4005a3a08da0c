// SPDX-License-Identifier: MIT
// The searches run only over texts that may hold something; most comments do not.
#include "core/comment/masking.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "core/comment/private_text.h"

namespace npscope {
namespace {

/// A phone number or an IBAN has at least so many digits.
constexpr size_t kFewestDigits = 6;

enum Sign : uint8_t { kNone, kDigit, kAddress };

constexpr std::array<uint8_t, 256> kSigns = [] {
  std::array<uint8_t, 256> signs{};
  for (unsigned char c = '0'; c <= '9'; ++c) signs[c] = kDigit;
  for (const unsigned char c : {'@', '/', '[', '('}) signs[c] = kAddress;
  return signs;
}();

bool may_hold_something(std::string_view text) {
  size_t digits = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (kSigns[c] == kAddress) return true;
    digits += kSigns[c] == kDigit ? 1 : 0;
    // Full-width digits and "＠".
    if (c == 0xEF && text.substr(i + 1).starts_with('\xBC')) ++digits;
    if ((c == 'w' || c == 'W') && text.substr(i + 1).size() > 3 && text[i + 3] == '.') return true;
  }
  return digits >= kFewestDigits || text.contains("\xEF\xBC\xA0");
}

}  // namespace

std::string_view mask_of(PrivateKind kind) {
  switch (kind) {
    case PrivateKind::kEmail:
      return "[e-mail]";
    case PrivateKind::kPhone:
      return "[phone]";
    case PrivateKind::kIban:
      return "[iban]";
    case PrivateKind::kUrl:
      return "[url]";
  }
  return {};
}

const PrivateSpan* span_at(std::span<const PrivateSpan> ascending, size_t at) {
  const auto after = std::ranges::upper_bound(ascending, at, {}, &PrivateSpan::start);
  return after == ascending.begin() || at >= std::prev(after)->end ? nullptr : &*std::prev(after);
}

void find_private(std::string_view text, std::vector<PrivateSpan>& found) {
  found.clear();
  if (!may_hold_something(text)) return;
  for (const auto find : {find_urls, find_emails, find_ibans, find_phones}) {
    find(text, found);
    std::ranges::sort(found, {}, &PrivateSpan::start);
  }
}

std::string masked(std::string_view text) {
  std::vector<PrivateSpan> found;
  find_private(text, found);
  std::string result;
  size_t at = 0;
  for (const PrivateSpan& span : found) {
    result += text.substr(at, span.start - at);
    result += mask_of(span.kind);
    at = span.end;
  }
  return result += text.substr(at);
}

}  // namespace npscope
