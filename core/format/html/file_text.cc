// SPDX-License-Identifier: MIT
// A piece is decoded whole: the window is at most what could not be used and one piece.
#include "core/format/html/file_text.h"

#include <algorithm>

namespace npscope::html {

FileText::FileText(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables)
    : file_size_(file_size), next_(std::min<uint64_t>(mark_size, file_size)), decoder_(encoding, tables) {}

bool FileText::more() {
  if (piece_.empty()) return next_ == file_size_;
  text_.erase(0, used_);
  used_ = 0;
  decoder_.decode(piece_, next_ == file_size_, text_);
  piece_ = {};
  return true;
}

ByteRange FileText::want() const { return {next_, std::min(file_size_ - next_, kMostWanted)}; }

void FileText::take(std::string_view bytes) {
  next_ += bytes.size();
  piece_ = bytes;
}

}  // namespace npscope::html
