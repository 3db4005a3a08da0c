// SPDX-License-Identifier: MIT
// How the parts of an Office document name each other: relationships and their targets (ECMA-376 part 2, 6.5 and 8).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xlsx {

struct Relationship {
  std::string id;
  /// The last word of its type, which is the same in the strict and in the transitional form: "worksheet".
  std::string kind;
  /// Path in the archive; empty when the target is outside. Nothing outside is ever followed.
  std::string part;
};

/// The part that holds the relationships of `part`; those of the whole document for "".
[[nodiscard]] std::string relationships_of(std::string_view part);

/// The path that `target` means in a relationship of `part`; empty for what is not in the archive.
[[nodiscard]] std::string resolve_target(std::string_view part, std::string_view target);

/// Reads one relationships part.
class Relationships {
 public:
  /// `part`: whose relationships these are.
  explicit Relationships(std::string part) : part_(std::move(part)) {}

  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take(const xml::Token& token, const xml::Tokenizer& tokens);

  /// The first one of a kind, or with an id; null when there is none.
  [[nodiscard]] const Relationship* of_kind(std::string_view kind) const;
  [[nodiscard]] const Relationship* with_id(std::string_view id) const;

 private:
  std::string part_;
  std::vector<Relationship> all_;
  size_t size_ = 0;
};

/// What an attribute's value means.
[[nodiscard]] std::string attribute_text(const xml::Tokenizer& tokens, std::string_view local);
/// True for "1", "true" and "on".
[[nodiscard]] bool attribute_flag(const xml::Tokenizer& tokens, std::string_view local);

}  // namespace npscope::xlsx
