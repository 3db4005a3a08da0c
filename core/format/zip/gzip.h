// SPDX-License-Identifier: MIT
// gzip (RFC 1952): one or several members one after the other, inflated piece by piece, checksums and lengths checked.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/format/zip/archive.h"

namespace npscope::zip {

/// Fails with `damaged-file` ("header", "crc", "size", "truncated", "deflate", "trailing") or `limit-exceeded`.
class GzipStream {
 public:
  GzipStream(uint64_t file_size, Budget& budget);
  ~GzipStream();

  /// As EntryStream::read.
  [[nodiscard]] EntryStream::State read(std::string& out, size_t most);
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  /// The file name in the first member's header, often empty.
  [[nodiscard]] const std::string& stored_name() const;

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::zip
