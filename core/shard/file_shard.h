// SPDX-License-Identifier: MIT
// FileShard: the bytes of one file, read by one instance. It says which bytes it wants next, decides what the file is from its
// first mebibyte, and hands text to the counting of records block by block.
//
// A machine without I/O: want() -> reserve() -> commit(), until want() is empty, then close(). The same bytes give the same
// result however they are cut. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/content_hash.h"
#include "core/base/result.h"
#include "core/format/byte_range.h"
#include "core/format/encoding.h"
#include "core/shard/options.h"
#include "core/shard/plan.h"
#include "core/shard/record_counts.h"
#include "core/table/row_store.h"

namespace npscope {

class FileShard {
 public:
  FileShard(std::string name, uint64_t size, const ReadOptions& options);

  /// The bytes wanted next; empty when the file is read or has failed.
  [[nodiscard]] ByteRange want() const;
  /// Room for the next `length` bytes, or null when there is no memory. REQUIRES: length <= want().length.
  [[nodiscard]] char* reserve(uint64_t length);
  /// That many bytes were written to the room. REQUIRES: a reserve of at least as many.
  void commit(uint64_t length);
  /// The host cannot bring the bytes, or memory is out: the file gives nothing.
  void fail(Code code, std::string detail = {});
  /// No more bytes come. A file that is not read to its end has failed.
  void close();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] uint64_t size() const { return size_; }
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
  /// Null until the sample has come.
  [[nodiscard]] const Plan* plan() const { return plan_.get(); }
  /// Null when the file failed before a record was read.
  [[nodiscard]] const RecordCounts* counts() const { return counts_.get(); }
  /// The content hash, empty when the file was not read to its end.
  [[nodiscard]] const std::string& hash() const { return hash_text_; }
  /// The cells of a record, when they were kept.
  [[nodiscard]] std::optional<std::vector<std::string>> cells(uint64_t record) const;

 private:
  void start();
  void parse(bool final);
  void parse_utf8(bool final);
  void parse_decoded(bool final);
  bool keep_text(std::string_view text);
  void replace_block(size_t parsed);

  std::string name_;
  uint64_t size_;
  ReadOptions options_;
  std::unique_ptr<Plan> plan_;
  std::unique_ptr<RecordCounts> counts_;
  std::unique_ptr<RowStore> rows_;
  std::optional<Failure> failure_;
  ContentHash hash_;
  std::string hash_text_;

  // The block that is being filled, and how much of the file has come.
  std::unique_ptr<char[]> block_;
  size_t capacity_ = 0;
  size_t filled_ = 0;
  uint64_t received_ = 0;
  /// Bytes of the block that are not parsed: the byte order mark.
  size_t mark_ = 0;
  /// Bytes of the text that are not parsed: the `sep=` line.
  size_t separator_line_ = 0;

  // Only for encodings other than UTF-8.
  std::unique_ptr<Decoder> decoder_;
  std::string text_;
};

}  // namespace npscope
