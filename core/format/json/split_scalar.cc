// SPDX-License-Identifier: MIT
// The depth scan one byte at a time: the rule itself, which the SIMD way is compared with.
#include "core/format/json/split.h"

namespace npscope::json {

namespace {

/// True when `c` counts: it stands outside strings and is no quote.
bool take_outside(char c, DepthState& state) {
  const bool escaped = state.escaped;
  state.escaped = !escaped && c == '\\';
  // As in simdjson a backslash hides a quote outside strings too; that the text is broken then is for the parser to say.
  if (c == '"' && !escaped) {
    state.in_string = !state.in_string;
    return false;
  }
  return !state.in_string;
}

DepthFindings scan(std::string_view text, uint32_t most_depth, DepthState& state) {
  DepthFindings found;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!take_outside(c, state)) continue;
    if (c == ',') {
      found.last_mark = i + 1;
    } else if (c == '{' || c == '[') {
      found.last_mark = i + 1;
      if (state.depth == 0 && c == '{') ++found.objects;
      found.too_deep = ++state.depth > most_depth;
    } else if (c == '}' || c == ']') {
      found.last_mark = i + 1;
      if (state.depth == 0) {
        found.end = i + 1;
      } else if (--state.depth == 0) {
        found.last_close = i + 1;
      }
    }
    if (found.stopped()) break;
  }
  return found;
}

}  // namespace

DepthFindings scan_depth_scalar(std::string_view text, uint32_t most_depth, DepthState& state) {
  DepthFindings found = scan(text, most_depth, state);
  if (found.stopped()) {
    found.last_mark = 0;
    state = {};
  }
  return found;
}

}  // namespace npscope::json
