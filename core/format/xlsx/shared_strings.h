// SPDX-License-Identifier: MIT
// SharedStrings: the texts that the cells of a workbook point to, each once, in memory that is budgeted.
//
// The counts that the part states are not believed. Rich text is its runs one behind the other; readings of East Asian
// characters (rPh) are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xlsx {

/// Gathers the text of an `si` or `is` element: the content of its `t` elements.
class RichText {
 public:
  /// Tokens between the start and the end of the element. False: the text is too long.
  [[nodiscard]] bool take(const xml::Token& token);
  void clear();
  /// The text with `_xHHHH_` undone, run by run.
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
  size_t run_ = 0;  // where the open `t` starts
  bool in_t_ = false;
  bool in_reading_ = false;
};

class SharedStrings {
 public:
  SharedStrings() = default;
  SharedStrings(SharedStrings&&) noexcept = default;
  SharedStrings& operator=(SharedStrings&&) noexcept = default;
  ~SharedStrings();

  /// Takes the tokens of the part; after each call plain strings are taken right out of the text. Fails with `limit-exceeded`
  /// ("strings") or `out-of-memory`.
  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take(const xml::Token& token, xml::Tokenizer& tokens);

  [[nodiscard]] size_t size() const { return size_; }
  /// Valid texts without NUL characters all of them. After the end of the part.
  [[nodiscard]] bool are_sound() const { return sound_; }
  /// REQUIRES: index < size().
  [[nodiscard]] std::string_view operator[](size_t index) const { return strings_.get()[index]; }

 private:
  struct Free {
    void operator()(void* memory) const;
  };

  [[nodiscard]] bool add(std::string_view text);
  [[nodiscard]] char* room_for(size_t bytes);
  [[nodiscard]] bool grow_list();
  void look_at_texts();
  [[nodiscard]] [[gnu::noinline]] size_t take_plain(std::string_view text);

  std::unique_ptr<std::string_view, Free> strings_;
  size_t size_ = 0;
  size_t capacity_ = 0;
  std::vector<std::unique_ptr<char, Free>> blocks_;
  char* free_ = nullptr;  // in the last block
  size_t free_size_ = 0;
  const char* unseen_ = nullptr;  // texts in the last block that look_at_texts() has not seen
  size_t allocated_ = 0;
  bool full_ = false;
  bool sound_ = true;
  RichText rich_;
  bool in_item_ = false;
};

/// Undoes `_xHHHH_` in `text` from `from` on, as Excel does: each stands for a UTF-16 unit; CR LF becomes LF.
void undo_escapes(std::string& text, size_t from);

}  // namespace npscope::xlsx
