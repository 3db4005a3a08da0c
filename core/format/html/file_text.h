// SPDX-License-Identifier: MIT
// FileText: a text file as UTF-8, a window at a time. The window grows by more() and shrinks by use(), as xml::PartText does for
// the parts of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/format/encoding.h"
#include "core/format/table_source.h"

namespace npscope::html {

class FileText {
 public:
  /// The text stands in `encoding` behind a mark of `mark_size` bytes; `tables` must outlive this.
  FileText(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables);

  /// Moves what is not used yet to the front and appends to it; views into the window die. False: take(want()) comes first.
  [[nodiscard]] bool more();
  [[nodiscard]] std::string_view window() const { return std::string_view(text_).substr(used_); }
  void use(size_t bytes) { used_ += bytes; }
  /// Nothing comes behind the window.
  [[nodiscard]] bool final() const { return next_ == file_size_ && piece_.empty(); }

  [[nodiscard]] ByteRange want() const;
  /// The view must stay good until more() says true.
  void take(std::string_view bytes);

 private:
  uint64_t file_size_ = 0;
  uint64_t next_ = 0;  // where the next bytes start in the file
  std::string_view piece_;
  std::string text_;
  size_t used_ = 0;
  Decoder decoder_;
};

}  // namespace npscope::html
