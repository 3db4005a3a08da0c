// SPDX-License-Identifier: MIT
// Cuts by the depth scan, and two that need no scan.
#include "core/format/json/cuts.h"

#include <cstdint>

#include "core/format/json/split.h"
#include "core/format/json/value.h"

namespace npscope::json {
namespace {

/// The last byte before `to` that is no blank; 0 when there is none.
char before_blanks(std::string_view text, size_t& to) {
  while (to > 0 && is_blank(text[to - 1])) --to;
  return to > 0 ? text[--to] : '\0';
}

}  // namespace

size_t behind_last_line_end(std::string_view text, bool complete) {
  size_t found = text.rfind('\n');
  if (found != std::string_view::npos) return found + 1;
  // A line feed may follow that is not here yet.
  if (!complete && text.ends_with('\r')) text.remove_suffix(1);
  found = text.rfind('\r');
  return found == std::string_view::npos ? 0 : found + 1;
}

size_t behind_last_value(std::string_view text) {
  DepthState state;
  return scan_depth(text, kMaxDepth, state).last_close;
}

size_t behind_last_element(std::string_view text) {
  DepthState state;
  const DepthFindings found = scan_depth(text, kMaxDepth, state);
  if (found.last_close > 0) return found.last_close;
  if (found.end != kNowhere) return found.end;
  return state.depth == 0 ? found.last_mark : 0;
}

size_t behind_last_mark(std::string_view text) {
  // More containers may be closed than were opened here.
  DepthState state{.depth = kMaxDepth + 1};
  const DepthFindings found = scan_depth(text, static_cast<uint32_t>(-1), state);
  return found.end != kNowhere ? found.end : found.last_mark;
}

size_t guess_last_element(std::string_view text) {
  for (size_t open = text.rfind('{'); open != std::string_view::npos && open > 0; open = text.rfind('{', open - 1)) {
    size_t at = open;
    if (before_blanks(text, at) == ',' && before_blanks(text, at) == '}') return open;
  }
  return 0;
}

}  // namespace npscope::json
