// SPDX-License-Identifier: MIT
// Undoing the quotes of a cell: what stands after its closing quote is kept as it is.
#include "core/format/record_batch.h"

#include "core/base/utf8.h"

namespace npscope {

BrokenText broken_text(size_t record, std::string_view text, bool complete) {
  const auto index = static_cast<uint32_t>(record);
  if (text.size() <= kMostBrokenText) return {index, text, complete};
  text = text.substr(0, kMostBrokenText);
  text.remove_suffix(unfinished_utf8_tail(text));
  return {index, text, false};
}

uint64_t count_line_ends(std::string_view text) {
  if (text.empty()) return 0;
  uint64_t count = 0;
  const size_t last = text.size() - 1;
  // Without branches, so that the compiler makes vectors of it.
  for (size_t i = 0; i < last; ++i) {
    const unsigned line_feed = text[i] == '\n' ? 1 : 0;
    const unsigned lone_return = (text[i] == '\r' ? 1U : 0U) & (text[i + 1] != '\n' ? 1U : 0U);
    count += line_feed | lone_return;
  }
  return count + (text[last] == '\n' || text[last] == '\r' ? 1 : 0);
}

std::string_view cell_text(std::string_view raw, char quote, std::string& scratch) {
  if (raw.empty() || raw[0] != quote || quote == '\0') return raw;
  const size_t close = raw.find(quote, 1);
  if (close == std::string_view::npos || close > kMaxQuotedCell + 1) return raw;
  if (close + 1 == raw.size()) return raw.substr(1, close - 1);
  scratch.clear();
  // What lies between two quotes is taken at once.
  for (size_t from = 1, at = close;; at = raw.find(quote, from)) {
    // Never closed: the opening quote was read as text, and so were all others.
    if (at == std::string_view::npos) return raw;
    scratch.append(raw.substr(from, at - from));
    if (at + 1 >= raw.size() || raw[at + 1] != quote) {
      if (at > kMaxQuotedCell + 1) return raw;
      return scratch.append(raw.substr(at + 1));
    }
    scratch.push_back(quote);
    from = at + 2;
  }
}

}  // namespace npscope
