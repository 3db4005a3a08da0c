// SPDX-License-Identifier: MIT
// Theme: a name and the texts that stand for it in comments, as a person wrote them. Recipes keep themes and questions ask about them;
// what a text means is said in core/measures/theme_matcher.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_writer.h"
#include "core/format/json/document.h"

namespace npscope {

struct Theme {
  std::string name;
  std::vector<std::string> texts;
  bool operator==(const Theme&) const = default;
};

inline constexpr size_t kMostThemes = 64;
inline constexpr size_t kMostThemeTexts = 200;

/// `{"Price": ["price", "too expensive"], …}` in the order it is written; `{}` is no themes. Nothing for any other shape: a theme without
/// texts, an empty text, or more of them than the limits allow.
[[nodiscard]] std::optional<std::vector<Theme>> read_themes(json::Node node);

/// The same object again.
void write_themes(JsonWriter& out, const std::vector<Theme>& themes);

}  // namespace npscope
