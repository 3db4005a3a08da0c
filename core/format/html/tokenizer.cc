// SPDX-License-Identifier: MIT
// Every reading function either moves position_ behind what it took, or leaves it and asks for more.
#include "core/format/html/tokenizer.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/format/html/entities.h"

namespace npscope::html {
namespace {

constexpr size_t kLongestName = 32;
constexpr size_t kMostAttributes = 64;

/// Elements whose content is no markup.
constexpr std::array<std::string_view, 8> kRawElements = {"script", "style",  "title",   "textarea",
                                                          "xmp",    "iframe", "noembed", "noframes"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool same_word(std::string_view text, std::string_view lower_word) {
  return std::ranges::equal(text, lower_word, [](char a, char b) { return lower(a) == b; });
}

void Tokenizer::give(std::string_view text, bool final) {
  text_ = text;
  position_ = 0;
  final_ = final;
}

const xml::Token& Tokenizer::next() {
  for (Found found = Found::kNothing; found != Found::kToken;) {
    if (position_ == text_.size()) {
      token_ = {.kind = final_ ? xml::TokenKind::kDone : xml::TokenKind::kNeedsText};
      return token_;
    }
    found = !skip_to_.empty() ? skip_to_mark() : text_[position_] != '<' ? read_text() : read_markup();
    if (found != Found::kMore) continue;
    if (!final_) {
      token_ = {};
      return token_;
    }
    // What is open at the end of the document is dropped.
    position_ = text_.size();
  }
  return token_;
}

Tokenizer::Found Tokenizer::take_text(size_t end) {
  token_ = {.kind = xml::TokenKind::kText, .text = text_.substr(position_, end - position_)};
  position_ = end;
  return Found::kToken;
}

Tokenizer::Found Tokenizer::read_text() {
  const size_t end = text_.substr(0, position_ + kLongestToken).find('<', position_);
  if (end != std::string_view::npos) return take_text(end);
  if (text_.size() - position_ >= kLongestToken) return take_text(position_ + kLongestToken);
  return final_ ? take_text(text_.size()) : Found::kMore;
}

Tokenizer::Found Tokenizer::skip_to_mark() {
  const std::string_view rest = text_.substr(position_);
  const auto match = std::ranges::search(rest, skip_to_, [](char a, char b) { return lower(a) == b; });
  if (match.empty()) {
    // The mark may have begun.
    position_ += rest.size() - std::min(rest.size(), skip_to_.size() - 1);
    return Found::kMore;
  }
  position_ += static_cast<size_t>(match.begin() - rest.begin()) + (take_mark_ ? skip_to_.size() : 0);
  skip_to_.clear();
  return Found::kNothing;
}

Tokenizer::Found Tokenizer::read_markup() {
  constexpr std::string_view kComment = "<!--";
  const std::string_view rest = text_.substr(position_);
  if (rest.size() < kComment.size() && !final_) return Found::kMore;
  const char mark = rest.size() > 1 ? rest[1] : ' ';
  if (mark == '!' || mark == '?') {
    const bool is_comment = rest.starts_with(kComment);
    skip_to_ = is_comment ? "-->" : ">";
    take_mark_ = true;
    position_ += is_comment ? kComment.size() : 2;
    return Found::kNothing;
  }
  if (is_ascii_letter(mark)) return read_tag(position_ + 1, false);
  if (mark == '/' && rest.size() > 2 && is_ascii_letter(rest[2])) return read_tag(position_ + 2, true);
  return take_text(position_ + 1);
}

size_t Tokenizer::find_tag_end(size_t at) {
  attributes_.clear();
  const std::string_view text = text_.substr(0, position_ + kLongestToken);
  const auto skip_while = [&](auto&& matches) {
    while (at < text.size() && matches(text[at])) ++at;
  };
  while (at < text.size() && text[at] != '>') {
    if (is_space(text[at]) || text[at] == '/') {
      ++at;
      continue;
    }
    xml::Attribute attribute;
    const size_t name = at;
    ++at;
    skip_while([](char c) { return !is_space(c) && c != '=' && c != '>' && c != '/'; });
    attribute.name = text.substr(name, at - name);
    skip_while(is_space);
    if (at < text.size() && text[at] == '=') {
      ++at;
      skip_while(is_space);
      if (at == text.size()) break;
      const char quote = text[at];
      const bool quoted = quote == '"' || quote == '\'';
      const size_t value = quoted ? at + 1 : at;
      at = value;
      skip_while([&](char c) { return quoted ? c != quote : !is_space(c) && c != '>'; });
      attribute.value = text.substr(value, at - value);
      if (quoted) ++at;
    }
    if (attributes_.size() < kMostAttributes) attributes_.push_back(attribute);
  }
  return at < text.size() ? at + 1 : std::string_view::npos;
}

Tokenizer::Found Tokenizer::read_tag(size_t name_at, bool is_end) {
  size_t at = name_at;
  while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>' && text_[at] != '/') ++at;
  name_.assign(text_.substr(name_at, std::min(at - name_at, kLongestName)));
  std::ranges::transform(name_, name_.begin(), lower);
  const size_t end = find_tag_end(at);
  if (end == std::string_view::npos) {
    // All of it is text at once: its parts would each be looked at as far again.
    return text_.size() - position_ >= kLongestToken ? take_text(position_ + kLongestToken) : Found::kMore;
  }
  token_ = {.kind = is_end ? xml::TokenKind::kEnd : xml::TokenKind::kStart, .name = name_, .local = name_};
  position_ = end;
  if (!is_end && std::ranges::find(kRawElements, name_) != kRawElements.end()) {
    skip_to_ = "</" + name_;
    take_mark_ = false;
  }
  return Found::kToken;
}

std::string Tokenizer::attribute(std::string_view name) const {
  std::string value;
  for (const xml::Attribute& attribute : attributes_) {
    if (!same_word(attribute.name, name)) continue;
    append_text(attribute.value, value);
    break;
  }
  return value;
}

}  // namespace npscope::html
