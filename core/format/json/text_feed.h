// SPDX-License-Identifier: MIT
// TextFeed: the bytes of a file, asked for from the start to the end, as UTF-8 text of which the front is used up piece by piece.
// Behind the text are always 64 bytes of zeros, so that whoever reads it may look ahead.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/byte_range.h"
#include "core/format/encoding.h"

namespace npscope::json {

/// A record, and whatever else must be seen at once, is no larger.
inline constexpr size_t kMostRecord = 8 << 20;

class TextFeed {
 public:
  TextFeed(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables);

  /// Starts again at the start of the file.
  void rewind();

  /// REQUIRES: !complete().
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  /// Nothing comes behind text().
  [[nodiscard]] bool complete() const { return offset_ >= file_size_; }

  /// The text that is here and not used up. Views of it are good until take().
  [[nodiscard]] std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
  void use_up(size_t size) { begin_ += size; }

  /// The first `size` bytes of text(), with a 0 behind them until mend().
  [[nodiscard]] std::string_view cut(size_t size);
  void mend();

 private:
  void append(std::string_view text);

  Encoding encoding_;
  const DoubleByteTables* tables_;
  size_t mark_size_;
  uint64_t file_size_;
  uint64_t offset_ = 0;
  Decoder decoder_;
  std::string decoded_;
  std::vector<char> buffer_;
  size_t begin_ = 0;
  size_t end_ = 0;
  size_t cut_ = 0;
  char behind_cut_ = 0;
};

}  // namespace npscope::json
