// SPDX-License-Identifier: MIT
// PartReader: the tokens of an XML part of an archive, from its compressed bytes.
//
// It keeps a PartText and a Tokenizer in step: what the tokenizer cannot use yet is kept, more is inflated behind it.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/format/xml/part_text.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xml {

class PartReader {
 public:
  /// `entry` and `budget` must outlive this.
  PartReader(const zip::Entry& entry, uint64_t file_size, zip::Budget& budget) : text_(entry, file_size, budget) {}

  /// As Tokenizer::next(), but kNeedsText means: take(want()) comes first.
  const Token& next();
  /// Attributes, and a way past what the caller reads itself.
  [[nodiscard]] Tokenizer& tokens() { return tokenizer_; }

  [[nodiscard]] ByteRange want() const { return text_.want(); }
  void take(std::string_view bytes) { text_.take(bytes); }
  /// After kFailed: the archive's failure or the document's.
  [[nodiscard]] const Failure& failure() const { return broken_ ? text_.failure() : tokenizer_.failure(); }
  /// Windows of text so far: a measure of the work done.
  [[nodiscard]] uint64_t windows() const { return windows_; }

 private:
  PartText text_;
  Tokenizer tokenizer_;
  Token stopped_;  // kNeedsText, kFailed
  uint64_t windows_ = 0;
  bool growing_ = false;
  bool broken_ = false;
};

}  // namespace npscope::xml
