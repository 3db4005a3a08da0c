// SPDX-License-Identifier: MIT
// What a sample costs as text of an encoding: the bits that it takes to write it down in the language that fits best.
//
// The encoding that makes the shortest message of the bytes is the likeliest (minimum description length). Every character above
// ASCII costs what its letter is worth in a language plus what its place is worth: a capital within a word, a Greek letter beside
// a Latin one, a sign where a letter must be, all that wrong encodings produce, is expensive. ASCII costs nothing, for it is the
// same in all of them. Tables of Unicode letters serve all encodings, so no encoding has statistics of its own but the five of
// byte pairs. Costs are whole numbers, tenths of a bit: the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/format/encoding.h"

namespace npscope {

struct TextCost {
  int64_t cost = 0;
  /// What meaningless text of so many characters would cost at least: a best guess that comes near it is none.
  int64_t garbage = 0;
};

/// The cost of `text`, which may begin and end anywhere. REQUIRES: is_single_byte(encoding).
[[nodiscard]] TextCost single_byte_cost(std::string_view text, Encoding encoding);

/// The same for the five encodings of byte pairs: no table is needed, the places of the pairs tell enough.
[[nodiscard]] TextCost double_byte_cost(std::string_view text, Encoding encoding);

/// The encoding of a sample that is not UTF-8, with its confidence and alternatives. `declared`: what the text says of itself.
[[nodiscard]] [[gnu::noinline]] EncodingGuess cheapest_encoding(std::string_view sample, std::optional<Encoding> declared);

}  // namespace npscope
