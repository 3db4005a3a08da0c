// SPDX-License-Identifier: MIT
// A tag is read strictly: an element's name, then pairs of name and value, then the end. No tag has a smaller-than sign inside, so that
// every byte is looked at once.
#include "core/survey/tags.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace npscope {
namespace {

constexpr std::array<std::string_view, 25> kLineElements = {
    "address", "article", "blockquote", "br", "center", "dd", "div", "dl",      "dt", "footer", "h1", "h2", "h3",
    "h4",      "h5",      "h6",         "hr", "li",     "ol", "p",   "section", "td", "th",     "tr", "ul"};
constexpr std::array<std::string_view, 45> kOtherElements = {
    "a",      "abbr",   "acronym", "b",    "bdi",  "bdo",    "big",   "body", "button", "cite",   "code",  "col",
    "del",    "em",     "font",    "form", "head", "header", "html",  "i",    "iframe", "img",    "input", "ins",
    "kbd",    "label",  "mark",    "meta", "o:p",  "option", "pre",   "s",    "script", "select", "small", "span",
    "strike", "strong", "style",   "sub",  "sup",  "table",  "tbody", "tt",   "u"};
constexpr size_t kLongestName = 10;

enum class Element : uint8_t { kNone, kLine, kOther };

Element element_named(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return Element::kNone;
  std::array<char, kLongestName> letters{};
  std::ranges::transform(name, letters.begin(), [](char c) { return is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c; });
  const std::string_view lower(letters.data(), name.size());
  if (std::ranges::binary_search(kLineElements, lower)) return Element::kLine;
  return std::ranges::binary_search(kOtherElements, lower) ? Element::kOther : Element::kNone;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name_character(char c) { return is_ascii_letter(c) || is_digit(c) || c == ':' || c == '-' || c == '_'; }

struct Tag {
  Element element = Element::kNone;
  size_t size = 0;
};

class TagReader {
 public:
  /// `text` starts with `<`.
  explicit TagReader(std::string_view text) : text_(text) {}

  /// kNone when it is no tag.
  Tag read() {
    at_ = 1;
    const bool closes = take('/');
    const Element element = element_named(name());
    if (element == Element::kNone) return {};
    for (;;) {
      const bool apart = skip_blanks();
      if (!closes) take('/');
      if (take('>')) return {element, at_};
      if (!apart || closes || !attribute()) return {};
    }
  }

 private:
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '<'; }
  bool take(char c) {
    if (peek() != c || c == '<') return false;
    ++at_;
    return true;
  }
  bool skip_blanks() {
    const size_t from = at_;
    while (is_blank(peek())) ++at_;
    return at_ != from;
  }
  std::string_view name() {
    const size_t from = at_;
    while (is_name_character(peek())) ++at_;
    return text_.substr(from, at_ - from);
  }
  bool attribute() {
    if (name().empty()) return false;
    skip_blanks();
    if (!take('=')) return false;
    skip_blanks();
    const char quote = peek();
    if (quote == '"' || quote == '\'') {
      ++at_;
      while (peek() != quote && peek() != '<') ++at_;
      return take(quote);
    }
    const size_t from = at_;
    while (!is_blank(peek()) && peek() != '>' && peek() != '<' && peek() != '"' && peek() != '\'') ++at_;
    return at_ != from;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

bool append_without_tags(std::string_view text, char line_end, std::string& out) {
  bool any = false;
  size_t kept = 0;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    const Tag tag = TagReader(text.substr(at)).read();
    if (tag.element == Element::kNone) {
      ++at;
      continue;
    }
    any = true;
    out.append(text.substr(kept, at - kept));
    if (tag.element == Element::kLine) out.push_back(line_end);
    at += tag.size;
    kept = at;
  }
  if (any) out.append(text.substr(kept));
  return any;
}

}  // namespace npscope
