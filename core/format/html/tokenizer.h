// SPDX-License-Identifier: MIT
// Tokenizer: the tags and texts of an HTML document, one after the other, as views into text that comes in pieces. It is used as
// xml::Tokenizer is, but nothing in a document makes it fail: what makes no sense is text, as in browsers.
//
// After the HTML standard, 13.2.5, without its tree: tags need not nest. Comments are skipped, so is what scripts, styles and
// other elements that hold no markup hold. Tokens do not depend on where the pieces end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/xml/tokenizer.h"

namespace npscope::html {

/// A tag or a text that is longer is cut into several texts.
inline constexpr size_t kLongestToken = 1 << 20;

class Tokenizer {
 public:
  /// As xml::Tokenizer; names are in lower case, texts as written.
  void give(std::string_view text, bool final);
  const xml::Token& next();
  [[nodiscard]] size_t consumed() const { return position_; }

  /// What an attribute of the last start tag means; `name` in lower case. Empty when there is none.
  [[nodiscard]] std::string attribute(std::string_view name) const;

 private:
  enum class Found : uint8_t { kToken, kNothing, kMore };

  Found read_text();
  Found read_markup();
  Found read_tag(size_t name_at, bool is_end);
  Found skip_to_mark();
  Found take_text(size_t end);
  /// Behind the `>` that ends the tag, attributes noted on the way; npos when there is none.
  [[nodiscard]] size_t find_tag_end(size_t at);

  std::string_view text_;
  size_t position_ = 0;
  bool final_ = false;
  std::string skip_to_;     // in lower case; everything up to here is skipped
  bool take_mark_ = false;  // the mark itself is skipped too
  std::string name_;
  std::vector<xml::Attribute> attributes_;
  xml::Token token_;
};

/// True when `text` is `lower` but for the case of ASCII letters.
[[nodiscard]] bool same_word(std::string_view text, std::string_view lower);

}  // namespace npscope::html
