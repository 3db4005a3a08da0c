// SPDX-License-Identifier: MIT
// FoldedNeedle: the code points of a text that is looked for, folded by core/comment/letters.h, with everything that folds to each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace npscope {

class FoldedNeedle {
 public:
  /// One code point in UTF-8.
  struct Form {
    std::array<char, 4> bytes{};
    size_t size = 0;
    [[nodiscard]] char first() const { return bytes[0]; }
    [[nodiscard]] char last() const { return bytes[size - 1]; }
  };
  struct Point {
    uint32_t folded = 0;
    /// Every code point that folds to it; itself last.
    std::vector<Form> forms;
    /// All forms are as long as the first.
    [[nodiscard]] bool has_one_size() const;
  };

  explicit FoldedNeedle(std::string_view text);

  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  /// Bytes of a text that are no UTF-8 are read as U+FFFD, so they are forms of it that no table knows.
  [[nodiscard]] bool has_replacement() const;

  /// From which byte to which the needle stands in `text` when its code point `pivot` (or its end) is at byte `at`.
  struct Place {
    size_t from = 0;
    size_t to = 0;
  };
  /// REQUIRES: at <= text.size(), pivot <= points().size(); has_replacement() is false unless pivot is 0.
  [[nodiscard]] std::optional<Place> match(std::string_view text, size_t at, size_t pivot) const;

 private:
  std::vector<Point> points_;
};

}  // namespace npscope
