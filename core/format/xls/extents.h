// SPDX-License-Identifier: MIT
// Extents: where the bytes of a stream stand in the file, as runs in stream order. ExtentReader brings them in by ranges.
//
// A compound file scatters a stream over sectors, but writers lay them out nearly in one piece: runs that follow each other are
// one run, and a gap of a few sectors is read with its surroundings and left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/byte_range.h"

namespace npscope::xls {

class Extents {
 public:
  void append(uint64_t offset, uint64_t length);
  /// Takes away what is behind the first `size` bytes.
  void cut(uint64_t size);

  [[nodiscard]] uint64_t size() const { return size_; }
  /// What stands in the file in one piece from a stream position on. REQUIRES: position < size().
  [[nodiscard]] ByteRange piece_at(uint64_t position) const;

 private:
  friend class ExtentReader;
  struct Run {
    uint64_t position;
    uint64_t offset;
  };

  [[nodiscard]] size_t run_at(uint64_t position) const;
  [[nodiscard]] uint64_t run_end(size_t run) const { return run + 1 < runs_.size() ? runs_[run + 1].position : size_; }

  std::vector<Run> runs_;
  uint64_t size_ = 0;
};

class ExtentReader {
 public:
  ExtentReader() = default;
  explicit ExtentReader(Extents extents) : extents_(std::move(extents)) {}

  /// REQUIRES: position <= size().
  void seek(uint64_t position);
  [[nodiscard]] uint64_t position() const { return position_; }
  [[nodiscard]] uint64_t size() const { return extents_.size(); }
  [[nodiscard]] bool at_end() const { return position_ >= extents_.size(); }

  /// The next range of the file. REQUIRES: !at_end().
  [[nodiscard]] ByteRange want() const;
  /// Appends to `out` what the range want() holds of the stream from position() on, and moves on.
  void take(std::string_view bytes, std::string& out);

 private:
  Extents extents_;
  uint64_t position_ = 0;
  size_t run_ = 0;  // holds position_
};

}  // namespace npscope::xls
