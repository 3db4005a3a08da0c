// SPDX-License-Identifier: MIT
// The four searches behind find_private(), each for one kind. A search passes over what an earlier one has found.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/comment/masking.h"

namespace npscope {

/// Each appends what it finds, ascending, outside of what is there before. REQUIRES: `found` is ascending.
void find_urls(std::string_view text, std::vector<PrivateSpan>& found);
void find_emails(std::string_view text, std::vector<PrivateSpan>& found);
/// With a country's length and right check digits only.
void find_ibans(std::string_view text, std::vector<PrivateSpan>& found);
void find_phones(std::string_view text, std::vector<PrivateSpan>& found);

/// The span of `ascending` that `at` lies in, or null.
[[nodiscard]] const PrivateSpan* span_at(std::span<const PrivateSpan> ascending, size_t at);

enum class NumberWord { kNone, kPhone, kOrder };

/// What the word in front of a number says it is: "Tel.:", "手机" or "Bestellnummer", "order no."
[[nodiscard]] NumberWord number_word(std::string_view before);

}  // namespace npscope
