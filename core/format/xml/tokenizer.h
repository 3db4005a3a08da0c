// SPDX-License-Identifier: MIT
// Tokenizer: the tags and texts of an XML document in UTF-8, one after the other, as views into text that comes in pieces.
//
// Usage: give() it a stretch of text and call next() until it says kNeedsText; then keep what stands behind consumed(), append
// more and give() it all again. A token is never split, and tokens do not depend on where the pieces end. Comments and
// processing instructions are skipped, CDATA is a text, an empty element is a start and an end. Elements must nest; whatever
// else stands outside the root element is skipped. Names are compared as they are written (`office:value`) or by their local
// part (`value`): namespaces are not resolved.
//
// Refused are DOCTYPE (entities of its own, outside references), more than kMostDepth levels, other encodings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace npscope::xml {

inline constexpr size_t kMostDepth = 256;
inline constexpr size_t kMostAttributes = 1024;
inline constexpr size_t kLongestName = 1024;
/// A tag or a text between two tags is at most this long.
inline constexpr size_t kLongestToken = 8 << 20;

enum class TokenKind : uint8_t {
  kStart,      // name, attributes
  kEnd,        // name
  kText,       // text; an element's text may come as several tokens
  kNeedsText,  // give() more
  kDone,       // the document is at its end
  kFailed,
};

struct Attribute {
  std::string_view name;   // with its prefix
  std::string_view value;  // as written, see append_text()
};

struct Token {
  TokenKind kind = TokenKind::kNeedsText;
  /// kStart, kEnd: the name with its prefix, and without.
  std::string_view name = {};
  std::string_view local = {};
  /// kText: as written, see append_text().
  std::string_view text = {};
  /// kText: text is as meant but for line ends; `&` stands for itself.
  bool cdata = false;
};

class Tokenizer {
 public:
  /// `text` must stay in place until the next give(). `final`: nothing follows.
  void give(std::string_view text, bool final);
  /// The views are good until the next give().
  const Token& next();
  /// Bytes of the given text behind which the next token starts: those before may go.
  [[nodiscard]] size_t consumed() const { return position_; }

  /// Of the last start tag, in their order; good until the next start tag.
  [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
  /// Value of the first attribute with this local name; its data() is null when there is none.
  [[nodiscard]] std::string_view attribute(std::string_view local) const;
  /// As attribute(), by the whole name.
  [[nodiscard]] std::string_view attribute_named(std::string_view name) const;

  /// True when the start tag just given is that of an empty element: its end comes next, and nothing of the text in between.
  [[nodiscard]] bool at_empty_element() const { return empty_; }
  /// Elements that are open: that of the start or end tag just given counts.
  [[nodiscard]] size_t depth() const { return name_ends_.size(); }

  /// For a reader that knows a stretch better: what is given and not consumed, and how much of it the reader took itself. A tag
  /// or a text must start behind it, and all elements within it must be closed.
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }
  void skip(size_t bytes) { position_ += bytes; }

  /// `damaged-file` ("xml"), `refused-file` ("doctype", "xml-depth", "xml-encoding"), `limit-exceeded` ("xml-token",
  /// "xml-attributes").
  [[nodiscard]] const Failure& failure() const { return failure_; }

 private:
  enum class Found : uint8_t { kToken, kNothing, kMore, kFailed };

  Found read_text();
  Found read_start();
  Found read_end();
  [[gnu::noinline]] Found read_special();
  Found read_declaration();
  Found read_cdata();
  /// `at`: behind the name of the tag; then behind the tag.
  [[gnu::noinline]] Found read_attributes(size_t& at, bool& empty);
  Found skip_past(std::string_view mark, size_t from);
  [[gnu::noinline]] Found fail(Code code, std::string_view detail);
  [[nodiscard]] std::string_view reach() const;
  [[gnu::noinline]] void stop_for_text();
  [[gnu::noinline]] void finish();
  void close_element();
  [[nodiscard]] std::string_view open_name() const;

  std::string_view text_;
  size_t position_ = 0;
  bool final_ = false;
  bool marked_up_ = false;  // some markup was read: no XML declaration from here on
  bool rooted_ = false;     // the root element was read
  bool empty_ = false;      // the end of an empty element comes next
  bool closing_ = false;    // an end was given, its element is still on the stack
  Token token_;
  std::vector<Attribute> attributes_;
  std::string names_;  // of the open elements, one behind the other
  std::vector<uint32_t> name_ends_;
  Failure failure_;
};

/// Appends what a text or an attribute's value means: references replaced, line ends made line feeds. References that XML does
/// not know stay as they are written.
void append_text(std::string_view raw, bool cdata, std::string& out);

/// The part of a name behind its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);

}  // namespace npscope::xml
