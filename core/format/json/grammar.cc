// SPDX-License-Identifier: MIT
// RFC 8259, sections 2 to 7, as one step a token.
#include "core/format/json/grammar.h"

#include "core/format/json/value.h"

namespace npscope::json {

std::string_view string_content(const Tokens& tokens, uint32_t i) {
  const char* text = tokens.text().data();
  // Only blanks stand between a string and the next token.
  const uint32_t from = tokens.at(i) + 1;
  uint32_t to = tokens.at(i + 1) - 1;
  while (text[to] != '"') --to;
  return {text + from, to - from};
}

bool string_valid(Tokens& tokens, uint32_t i) { return !tokens.may_have_escape(i) || escapes_valid(string_content(tokens, i)); }

std::string_view scalar_text(const Tokens& tokens, uint32_t i) {
  const char* text = tokens.text().data();
  const uint32_t from = tokens.at(i);
  uint32_t to = tokens.at(i + 1);
  while (is_blank(text[to - 1])) --to;
  return {text + from, to - from};
}

Taken Grammar::take(Tokens& tokens, uint32_t i) {
  const char first = tokens.first(i);
  switch (expects_) {
    case Expects::kElementOrEnd:
      if (first == ']') return close(true);
      [[fallthrough]];
    case Expects::kValue:
      return take_value(tokens, i, first);
    case Expects::kKeyOrEnd:
      if (first == '}') return close(false);
      [[fallthrough]];
    case Expects::kKey:
      if (first != '"' || !string_valid(tokens, i)) return Taken::kBroken;
      expects_ = Expects::kColon;
      return Taken::kGoesOn;
    case Expects::kColon:
      if (first != ':') return Taken::kBroken;
      expects_ = Expects::kValue;
      return Taken::kGoesOn;
    case Expects::kCommaOrEnd:
      if (depth_ == 0) return Taken::kBroken;
      if (first == ',') {
        expects_ = in_array() ? Expects::kValue : Expects::kKey;
        return Taken::kGoesOn;
      }
      return first == ']' || first == '}' ? close(first == ']') : Taken::kBroken;
  }
  return Taken::kBroken;
}

Taken Grammar::take_value(Tokens& tokens, uint32_t i, char first) {
  if (first == '{' || first == '[') return open(first == '[');
  if (first == '"') {
    if (!string_valid(tokens, i)) return Taken::kBroken;
  } else {
    const std::string_view text = tokens.text();
    if (scalar_end(text.data() + tokens.at(i), text.data() + text.size()) == nullptr) return Taken::kBroken;
  }
  return value_done();
}

Taken Grammar::open(bool array) {
  if (depth_ == most_depth_) return Taken::kTooDeep;
  is_array_[depth_++] = array;
  expects_ = array ? Expects::kElementOrEnd : Expects::kKeyOrEnd;
  return Taken::kGoesOn;
}

Taken Grammar::close(bool array) {
  if (in_array() != array) return Taken::kBroken;
  --depth_;
  return value_done();
}

}  // namespace npscope::json
