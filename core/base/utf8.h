// SPDX-License-Identifier: MIT
// UTF-8 after Unicode 15, table 3-7: is a text valid, where is the first fault, and what is shown instead of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace npscope {

/// What a scan of a text found. Both are false for clean text.
struct TextFaults {
  bool invalid = false;
  bool nul = false;
};

/// Looks at all of `text` for invalid UTF-8 and NUL characters; SIMD where there is, the scalar twin elsewhere.
[[nodiscard]] [[gnu::noinline]] TextFaults find_text_faults(std::string_view text);
[[nodiscard]] TextFaults find_text_faults_scalar(std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Length of the valid sequence at the start of `text` (1 to 4), or 0 when there is none.
[[nodiscard]] size_t utf8_sequence_length(std::string_view text);

/// Bytes at the end of `text` that start a sequence which may still be completed: 0 to 3.
[[nodiscard]] size_t unfinished_utf8_tail(std::string_view text);

/// `text` with every maximal invalid part replaced by U+FFFD, as WHATWG decoders do.
[[nodiscard]] std::string repaired_utf8(std::string_view text);

/// Appends a code point. Surrogates are written as three bytes too, which no validator accepts.
void append_code_point(std::string& out, uint32_t code_point);

}  // namespace npscope
