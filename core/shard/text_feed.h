// SPDX-License-Identifier: MIT
// TextFeed: the bytes of a delimited text as they come, handed on as UTF-8 block by block; what a block's last record lacks comes
// with the next block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/format/encoding.h"
#include "core/shard/plan.h"
#include "core/table/row_store.h"

namespace npscope {

class TextFeed {
 public:
  /// Reads whole records from the start of a text that begins at `base` or behind it, and says how many bytes they take.
  struct Consumer {
    void* self = nullptr;
    size_t (*read)(void* self, std::string_view text, bool final, const char* base) = nullptr;
    size_t operator()(std::string_view text, bool final, const char* base) const { return read(self, text, final, base); }
  };

  /// Bytes that fit before a block must be parsed.
  [[nodiscard]] size_t room() const;
  /// Where they go; null when memory is out. `file_size` bounds the first block.
  [[nodiscard]] char* reserve(uint64_t file_size);
  void commit(size_t length) { filled_ += length; }
  [[nodiscard]] bool full() const { return filled_ == capacity_; }
  /// The bytes of the block so far.
  [[nodiscard]] std::string_view bytes() const { return {block_.get(), filled_}; }

  /// From here on blocks are parsed as `plan` says. `rows`, which may be null, keeps the text.
  void begin(const Plan& plan, const DoubleByteTables* tables, RowStore* rows, Consumer consumer);
  /// Parses the block; `final`: nothing follows. False when memory is out.
  [[nodiscard]] bool parse(bool final);
  void release();

 private:
  bool parse_utf8(bool final);
  bool parse_decoded(bool final);
  bool keep_text(std::string_view text);
  bool replace_block(size_t parsed);

  std::unique_ptr<char[]> block_;
  size_t capacity_ = 0;
  size_t filled_ = 0;
  /// Bytes of the block that are not parsed: the byte order mark.
  size_t mark_ = 0;
  /// Bytes of the text that are not parsed: the `sep=` line.
  size_t separator_line_ = 0;
  Consumer consumer_;
  RowStore* rows_ = nullptr;

  // Only for encodings other than UTF-8.
  std::unique_ptr<Decoder> decoder_;
  std::string text_;
};

}  // namespace npscope
