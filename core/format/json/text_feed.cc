// SPDX-License-Identifier: MIT
// What is left of the text moves to the front of the buffer before more is put behind it; that is less than a record.
#include "core/format/json/text_feed.h"

#include <algorithm>
#include <cstring>

#include "core/format/table_source.h"

namespace npscope::json {
namespace {

constexpr size_t kPadding = 64;

}  // namespace

TextFeed::TextFeed(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables)
    : encoding_(encoding),
      tables_(tables),
      mark_size_(mark_size),
      file_size_(file_size),
      decoder_(encoding, tables),
      buffer_(kPadding) {
  rewind();
}

void TextFeed::rewind() {
  mend();
  offset_ = std::min<uint64_t>(mark_size_, file_size_);
  decoder_ = Decoder(encoding_, tables_);
  begin_ = end_ = 0;
}

ByteRange TextFeed::want() const {
  return {.offset = offset_, .length = std::min<uint64_t>(kMostWanted, file_size_ - offset_)};
}

void TextFeed::take(std::string_view bytes) {
  offset_ += bytes.size();
  if (encoding_ == Encoding::kUtf8) return append(bytes);
  decoded_.clear();
  decoder_.decode(bytes, complete(), decoded_);
  append(decoded_);
}

void TextFeed::append(std::string_view text) {
  const size_t kept = end_ - begin_;
  std::memmove(buffer_.data(), buffer_.data() + begin_, kept);
  begin_ = 0;
  end_ = kept + text.size();
  if (buffer_.size() < end_ + kPadding) buffer_.resize(end_ + kPadding);
  std::memcpy(buffer_.data() + kept, text.data(), text.size());
  std::memset(buffer_.data() + end_, 0, kPadding);
}

std::string_view TextFeed::cut(size_t size) {
  mend();
  cut_ = begin_ + size;
  behind_cut_ = buffer_[cut_];
  buffer_[cut_] = 0;
  return text().substr(0, size);
}

void TextFeed::mend() {
  if (behind_cut_ != 0) buffer_[cut_] = behind_cut_;
  behind_cut_ = 0;
}

}  // namespace npscope::json
