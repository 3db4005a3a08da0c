// SPDX-License-Identifier: MIT
// TextSearch: finds a text in others whatever the case: fold(text) contains fold(needle), code point by code point, where fold() is that of
// core/comment/letters.h. So "STRASSE" is not in "Straße", "ΟΔΟΣ" is in "οδος" and in "οδοσ", and "k" is in "K" (the Kelvin sign).
//
// Bytes that every match has (needle_anchors.h) are looked for in sixteen places at once, over the texts of a block as if they were one;
// what they find is then compared for certain.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/query/folded_needle.h"
#include "core/query/needle_anchors.h"
#include "core/query/part.h"

namespace npscope {

class TextSearch {
 public:
  /// An empty needle is in every text.
  explicit TextSearch(std::string_view needle);

  struct Found {
    size_t at = 0;
    /// In bytes of the text; other than the needle's where a letter is longer in another case.
    size_t size = 0;
    bool operator==(const Found&) const = default;
  };
  /// The first place from byte `from` on, where a code point begins. REQUIRES: from <= text.size().
  [[nodiscard]] std::optional<Found> first_in(std::string_view text, size_t from = 0) const;

  /// Of the responses of `among`: 1 where the needle is in the text, else 0. REQUIRES: both are of one size.
  [[nodiscard]] Selection in_texts(const TextColumn& column, const Selection& among) const;

 private:
  [[nodiscard]] std::optional<Found> plainly(std::string_view text, size_t from) const;

  FoldedNeedle needle_;
  /// Nothing: every place has to be looked at.
  std::optional<NeedleAnchors> usual_;
};

}  // namespace npscope
