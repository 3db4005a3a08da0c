// SPDX-License-Identifier: MIT
// Themes as JSON and back. A name stands once in an object: the parser of the document refuses it twice.
#include "core/survey/themes.h"

#include <string_view>
#include <utility>

namespace npscope {

std::optional<std::vector<Theme>> read_themes(json::Node node) {
  if (!node.is_object() || node.size() > kMostThemes) return std::nullopt;
  std::vector<Theme> themes;
  for (const json::Node theme : node.items()) {
    if (!theme.is_array() || theme.size() == 0 || theme.size() > kMostThemeTexts) return std::nullopt;
    Theme& added = themes.emplace_back(Theme{std::string(theme.name()), {}});
    for (const json::Node text : theme.items()) {
      const std::optional<std::string_view> words = text.text();
      if (!words || words->empty()) return std::nullopt;
      added.texts.emplace_back(*words);
    }
  }
  return themes;
}

void write_themes(JsonWriter& out, const std::vector<Theme>& themes) {
  out.begin_object();
  for (const Theme& theme : themes) {
    out.key(theme.name);
    out.begin_array();
    for (const std::string& text : theme.texts) out.value(std::string_view(text));
    out.end_array();
  }
  out.end_object();
}

}  // namespace npscope
