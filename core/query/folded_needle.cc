// SPDX-License-Identifier: MIT
// Text is read forwards from the pivot and backwards before it. Both ways give the same code points: no byte that may begin one is ever
// inside another.
#include "core/query/folded_needle.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/comment/letters.h"

namespace npscope {
namespace {

constexpr uint32_t kReplacement = 0xFFFD;
/// Behind the last code point that folds (Adlam, U+1E921).
constexpr uint32_t kFoldingEnd = 0x20000;

FoldedNeedle::Form form_of(uint32_t c) {
  const auto byte = [](uint32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {{byte(c)}, 1};
  const char last = byte(0x80 | (c & 0x3F));
  if (c < 0x800) return {{byte(0xC0 | c >> 6), last}, 2};
  const char before = byte(0x80 | (c >> 6 & 0x3F));
  if (c < 0x10000) return {{byte(0xE0 | c >> 12), before, last}, 3};
  return {{byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), before, last}, 4};
}

uint32_t folded(uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  return fold_case(c);
}

struct Folding {
  uint32_t folded = 0;
  uint32_t from = 0;
  auto operator<=>(const Folding&) const = default;
};

/// What folds to something else, by what it folds to.
const std::vector<Folding>& foldings() {
  static const std::vector<Folding> kFoldings = [] {
    std::vector<Folding> all;
    for (uint32_t c = 0; c < kFoldingEnd; ++c) {
      if (letter_of(c).folds) all.push_back({fold_case(c), c});
    }
    std::ranges::sort(all);
    return all;
  }();
  return kFoldings;
}

/// The code point that ends before byte `at`; U+FFFD for what is none.
CodePoint last_code_point(std::string_view text, size_t at) {
  for (size_t size = 1; size <= 4 && size <= at; ++size) {
    if ((static_cast<unsigned char>(text[at - size]) & 0xC0) == 0x80) continue;
    const CodePoint found = first_code_point(text.substr(at - size, size));
    return found.size == size ? found : CodePoint{};
  }
  return {};
}

}  // namespace

bool FoldedNeedle::Point::has_one_size() const {
  return std::ranges::all_of(forms, [&](const Form& form) { return form.size == forms.front().size; });
}

FoldedNeedle::FoldedNeedle(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    Point& point = points_.emplace_back();
    point.folded = folded(c.value);
    for (const Folding& folding : std::ranges::equal_range(foldings(), point.folded, {}, &Folding::folded))
      point.forms.push_back(form_of(folding.from));
    point.forms.push_back(form_of(point.folded));
    text.remove_prefix(c.size);
  }
}

bool FoldedNeedle::has_replacement() const { return std::ranges::find(points_, kReplacement, &Point::folded) != points_.end(); }

std::optional<FoldedNeedle::Place> FoldedNeedle::match(std::string_view text, size_t at, size_t pivot) const {
  size_t to = at;
  for (size_t i = pivot; i < points_.size(); ++i) {
    if (to >= text.size()) return std::nullopt;
    const CodePoint c = first_code_point(text.substr(to));
    if (folded(c.value) != points_[i].folded) return std::nullopt;
    to += c.size;
  }
  size_t from = at;
  for (size_t i = pivot; i-- > 0;) {
    if (from == 0) return std::nullopt;
    const CodePoint c = last_code_point(text, from);
    if (folded(c.value) != points_[i].folded) return std::nullopt;
    from -= c.size;
  }
  return Place{from, to};
}

}  // namespace npscope
