// SPDX-License-Identifier: MIT
// The single-byte encodings: for each the characters of its bytes 0x80 to 0xFF. The bytes below are ASCII in all of them.
#pragma once

#include <string_view>

#include "core/format/encoding.h"

namespace npscope {

/// What an encoding has no character for.
inline constexpr char16_t kNoCharacter = 0xFFFD;

/// The 128 characters of the upper half. REQUIRES: is_single_byte(encoding).
[[nodiscard]] std::u16string_view upper_half(Encoding encoding);

}  // namespace npscope
