// SPDX-License-Identifier: MIT
// Every reading function either takes a whole token and moves position_ behind it, or leaves position_ and asks for more.
#include "core/format/xml/tokenizer.h"

#include <algorithm>

namespace npscope::xml {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool ends_name(char c) { return is_space(c) || c == '=' || c == '/' || c == '>' || c == '<' || c == '"' || c == '\''; }

size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

size_t skip_name(std::string_view text, size_t at) {
  while (at < text.size() && !ends_name(text[at])) ++at;
  return at;
}

bool same_word(std::string_view a, std::string_view lower) {
  return std::ranges::equal(a, lower, {}, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
}

/// Other encodings hide markup from whoever looked at the bytes before (PhpSpreadsheet issue 771).
bool is_unicode_label(std::string_view label) {
  for (const std::string_view known : {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"})
    if (same_word(label, known)) return true;
  return false;
}

}  // namespace

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

void Tokenizer::give(std::string_view text, bool final) {
  text_ = text;
  position_ = 0;
  final_ = final;
}

const Token& Tokenizer::next() {
  if (token_.kind == TokenKind::kDone || token_.kind == TokenKind::kFailed) return token_;
  if (closing_) close_element();
  if (empty_) {
    empty_ = false;
    closing_ = true;
    token_ = {.kind = TokenKind::kEnd, .name = open_name(), .local = local_name(open_name())};
    return token_;
  }
  for (Found found = Found::kNothing; found == Found::kNothing;) {
    if (position_ == text_.size()) {
      finish();
      return token_;
    }
    if (text_[position_] != '<') {
      found = read_text();
    } else if (text_.size() - position_ < 2) {
      found = Found::kMore;
    } else {
      const char mark = text_[position_ + 1];
      found = mark == '/' ? read_end() : mark == '!' || mark == '?' ? read_special() : read_start();
    }
    if (found == Found::kMore) stop_for_text();
  }
  return token_;
}

Tokenizer::Found Tokenizer::fail(Code code, std::string_view detail) {
  failure_ = {code, std::string(detail)};
  token_ = {.kind = TokenKind::kFailed};
  return Found::kFailed;
}

/// What a token may be made of: no token depends on what stands beyond, so none depends on the cuts.
std::string_view Tokenizer::reach() const {
  return text_.substr(0, position_ + std::min(kLongestToken, text_.size() - position_));
}

/// A token is not whole. What is too long fails however it was cut.
void Tokenizer::stop_for_text() {
  if (text_.size() - position_ >= kLongestToken) {
    fail(Code::kLimitExceeded, "xml-token");
  } else if (final_) {
    fail(Code::kDamagedFile, "xml");
  } else {
    token_ = {};
  }
}

/// All of the text was consumed.
void Tokenizer::finish() {
  if (!final_) {
    token_ = {};
  } else if (!rooted_ || depth() != 0) {
    fail(Code::kDamagedFile, "xml");
  } else {
    token_ = {.kind = TokenKind::kDone};
  }
}

Tokenizer::Found Tokenizer::read_text() {
  const std::string_view text = reach();
  if (depth() == 0) {
    position_ = std::min(text_.find('<', position_), text_.size());
    return Found::kNothing;
  }
  const size_t end = text.find('<', position_);
  if (end == std::string_view::npos) return Found::kMore;
  token_ = {.kind = TokenKind::kText, .text = text.substr(position_, end - position_)};
  position_ = end;
  return Found::kToken;
}

Tokenizer::Found Tokenizer::read_start() {
  const std::string_view text = reach();
  size_t at = skip_name(text, position_ + 1);
  const std::string_view name = text.substr(position_ + 1, at - position_ - 1);
  if (name.size() > kLongestName) return fail(Code::kLimitExceeded, "xml-token");
  if (at == text.size()) return Found::kMore;
  if (name.empty()) return fail(Code::kDamagedFile, "xml");
  bool empty = false;
  const Found found = read_attributes(at, empty);
  if (found != Found::kToken) return found;
  if (depth() == 0 && rooted_) return fail(Code::kDamagedFile, "xml");
  if (depth() == kMostDepth) return fail(Code::kRefusedFile, "xml-depth");
  names_.append(name);
  name_ends_.push_back(static_cast<uint32_t>(names_.size()));
  rooted_ = true;
  marked_up_ = true;
  empty_ = empty;
  token_ = {.kind = TokenKind::kStart, .name = name, .local = local_name(name)};
  position_ = at;
  return Found::kToken;
}

Tokenizer::Found Tokenizer::read_attributes(size_t& at, bool& empty) {
  const std::string_view text = reach();
  attributes_.clear();
  for (;;) {
    at = skip_spaces(text, at);
    if (at == text.size()) return Found::kMore;
    if (text[at] == '>' || text[at] == '/') break;
    const size_t name_end = skip_name(text, at);
    const std::string_view name = text.substr(at, name_end - at);
    at = skip_spaces(text, name_end);
    if (at == text.size()) return Found::kMore;
    if (name.empty() || text[at] != '=') return fail(Code::kDamagedFile, "xml");
    at = skip_spaces(text, at + 1);
    if (at == text.size()) return Found::kMore;
    const char quote = text[at];
    if (quote != '"' && quote != '\'') return fail(Code::kDamagedFile, "xml");
    const size_t end = text.find(quote, at + 1);
    if (end == std::string_view::npos) return Found::kMore;
    if (attributes_.size() == kMostAttributes) return fail(Code::kLimitExceeded, "xml-attributes");
    attributes_.push_back({name, text.substr(at + 1, end - at - 1)});
    at = end + 1;
  }
  empty = text[at] == '/';
  if (empty && ++at == text.size()) return Found::kMore;
  if (text[at++] != '>') return fail(Code::kDamagedFile, "xml");
  return Found::kToken;
}

Tokenizer::Found Tokenizer::read_end() {
  const std::string_view text = reach();
  const size_t name_end = skip_name(text, position_ + 2);
  const size_t close = skip_spaces(text, name_end);
  if (close == text.size()) return Found::kMore;
  const std::string_view name = text.substr(position_ + 2, name_end - position_ - 2);
  if (text[close] != '>' || depth() == 0 || name != open_name()) return fail(Code::kDamagedFile, "xml");
  closing_ = true;
  token_ = {.kind = TokenKind::kEnd, .name = name, .local = local_name(name)};
  position_ = close + 1;
  return Found::kToken;
}

Tokenizer::Found Tokenizer::read_special() {
  const std::string_view text = reach();
  constexpr std::string_view kComment = "<!--";
  constexpr std::string_view kCdata = "<![CDATA[";
  constexpr std::string_view kDoctype = "<!doctype";
  const std::string_view head = text.substr(position_, kCdata.size());
  if (head[1] == '?') return marked_up_ ? skip_past("?>", 2) : read_declaration();
  marked_up_ = true;
  if (head.starts_with(kComment)) return skip_past("-->", kComment.size());
  if (head == kCdata) return read_cdata();
  if (same_word(head, kDoctype)) return fail(Code::kRefusedFile, "doctype");
  const bool may_grow = kComment.starts_with(head) || kCdata.starts_with(head) ||
                        (head.size() < kDoctype.size() && same_word(head, kDoctype.substr(0, head.size())));
  return may_grow ? Found::kMore : fail(Code::kDamagedFile, "xml");
}

Tokenizer::Found Tokenizer::read_cdata() {
  const std::string_view text = reach();
  const size_t from = position_ + std::string_view("<![CDATA[").size();
  const size_t end = text.find("]]>", from);
  if (end == std::string_view::npos) return Found::kMore;
  if (depth() == 0) return fail(Code::kDamagedFile, "xml");
  token_ = {.kind = TokenKind::kText, .text = text.substr(from, end - from), .cdata = true};
  position_ = end + 3;
  return Found::kToken;
}

/// The first markup is a processing instruction: perhaps the declaration of the encoding.
Tokenizer::Found Tokenizer::read_declaration() {
  const std::string_view text = reach();
  const size_t end = text.find("?>", position_ + 2);
  if (end == std::string_view::npos) return Found::kMore;
  const std::string_view inside = text.substr(position_ + 2, end - position_ - 2);
  size_t at = inside.starts_with("xml") ? inside.find("encoding") : std::string_view::npos;
  if (at != std::string_view::npos) {
    at = skip_spaces(inside, at + std::string_view("encoding").size());
    if (at < inside.size() && inside[at] == '=') at = skip_spaces(inside, at + 1);
    const char quote = at < inside.size() ? inside[at] : '\0';
    const size_t close = quote == '"' || quote == '\'' ? inside.find(quote, at + 1) : std::string_view::npos;
    if (close == std::string_view::npos) return fail(Code::kDamagedFile, "xml");
    if (!is_unicode_label(inside.substr(at + 1, close - at - 1))) return fail(Code::kRefusedFile, "xml-encoding");
  }
  return skip_past("?>", 2);
}

Tokenizer::Found Tokenizer::skip_past(std::string_view mark, size_t from) {
  const std::string_view text = reach();
  const size_t end = text.find(mark, position_ + from);
  if (end == std::string_view::npos) return Found::kMore;
  marked_up_ = true;
  position_ = end + mark.size();
  return Found::kNothing;
}

void Tokenizer::close_element() {
  closing_ = false;
  name_ends_.pop_back();
  names_.resize(name_ends_.empty() ? 0 : name_ends_.back());
}

std::string_view Tokenizer::open_name() const {
  const size_t from = name_ends_.size() < 2 ? 0 : name_ends_[name_ends_.size() - 2];
  return std::string_view(names_).substr(from);
}

std::string_view Tokenizer::attribute(std::string_view local) const {
  for (const Attribute& attribute : attributes_)
    if (local_name(attribute.name) == local) return attribute.value;
  return {};
}

std::string_view Tokenizer::attribute_named(std::string_view name) const {
  for (const Attribute& attribute : attributes_)
    if (attribute.name == name) return attribute.value;
  return {};
}

}  // namespace npscope::xml
