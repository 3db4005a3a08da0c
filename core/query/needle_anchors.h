// SPDX-License-Identifier: MIT
// NeedleAnchors: two bytes that stand in every match of a needle, at a fixed distance, whatever the case. What texts are made of decides
// which two: the rarer they are, the less has to be compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/query/folded_needle.h"

namespace npscope {

struct NeedleAnchors {
  static constexpr size_t kMostBytes = 4;
  struct Anchor {
    /// From the pivot, in bytes; -1 is the last byte before it.
    int offset = 0;
    /// What it may be, `count` of them; the last one is repeated.
    std::array<char, kMostBytes> bytes{};
    size_t count = 0;
    [[nodiscard]] bool may_be(char byte) const;
  };
  /// The boundary before this code point of the needle, or its end.
  size_t pivot = 0;
  /// first.offset <= second.offset; the two are one where a needle has no more.
  Anchor first;
  Anchor second;
};

/// How often each byte comes, in any unit.
using ByteFrequencies = std::array<uint32_t, 256>;

/// Letters as in European texts.
[[nodiscard]] const ByteFrequencies& usual_frequencies();

/// Nothing when no byte of the needle is sure enough: it is empty or has U+FFFD.
[[nodiscard]] std::optional<NeedleAnchors> choose_anchors(const FoldedNeedle& needle, const ByteFrequencies& frequencies);

}  // namespace npscope
