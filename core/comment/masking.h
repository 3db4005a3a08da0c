// SPDX-License-Identifier: MIT
// Finds what tells who wrote a comment (e-mail addresses, phone numbers, IBANs, URLs) and masks it in whatever leaves the program.
//
// Shapes decide, and for numbers the word in front: a number that is a date, a price, a version, or stands behind "order" or "订单号"
// stays. In doubt about a number that is written like a phone number of some country, it is masked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

enum class PrivateKind : uint8_t { kEmail, kPhone, kIban, kUrl };

/// The text that stands for a masked one: "[e-mail]", "[phone]", "[iban]", "[url]".
[[nodiscard]] std::string_view mask_of(PrivateKind kind);

/// A place in a text, in bytes.
struct PrivateSpan {
  size_t start = 0;
  size_t end = 0;
  PrivateKind kind = PrivateKind::kEmail;
  bool operator==(const PrivateSpan&) const = default;
};

/// Replaces `found` by what is in `text`, ascending, none touching another. A text without "@", without "/" or "www." and with fewer than
/// seven digits takes one look.
void find_private(std::string_view text, std::vector<PrivateSpan>& found);

/// `text` with its masks.
[[nodiscard]] std::string masked(std::string_view text);

}  // namespace npscope
