// SPDX-License-Identifier: MIT
// ZIP archives: the central directory, and one entry's bytes inflated piece by piece. Nothing that a header says is believed
// before it is seen: sizes, counts, checksums.
//
// After APPNOTE.TXT 6.3.10. Both classes are machines without I/O in the way of core/format/table_source.h: want(), take().
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/byte_range.h"

namespace npscope::zip {

struct Entry {
  /// As it stands in the directory, in UTF-8; what is not valid UTF-8 is read as CP437.
  std::string name;
  uint64_t header_offset = 0;
  uint64_t compressed_size = 0;
  uint64_t size = 0;
  uint32_t crc = 0;
  uint16_t method = 0;  // 0 stored, 8 deflated; others are known by number only
  bool encrypted = false;
  /// Length and CRC-32 of the name's bytes, which the entry's own header must repeat.
  uint16_t name_size = 0;
  uint32_t name_crc = 0;
};

/// Where to find a part by its name: exact, else the one that differs in ASCII case only, or in `\` for `/`.
[[nodiscard]] const Entry* find_entry(const std::vector<Entry>& entries, std::string_view name);

/// Reads the central directory (ZIP64 too). Fails with `damaged-file` ("truncated", "directory", "count"), `refused-file`
/// ("duplicate-name", "overlap", "two-directories"), `unsupported-format` ("zip-parts"), `limit-exceeded` ("entries").
class Directory {
 public:
  explicit Directory(uint64_t file_size);
  ~Directory();

  /// Empty: done or failed.
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] bool done() const;
  [[nodiscard]] const std::optional<Failure>& failure() const;
  /// Folders are left out. REQUIRES: done().
  [[nodiscard]] const std::vector<Entry>& entries() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// How much an archive may unpack to, shared by all its streams.
struct Budget {
  uint64_t left = uint64_t{4} << 30;
};

/// One entry's content. Fails with `damaged-file` ("header", "crc", "size", "truncated", "deflate"), `password-protected`,
/// `unsupported-format` ("zip-method"), `limit-exceeded` ("unpacked-size").
class EntryStream {
 public:
  /// `entry` and `budget` must outlive this.
  EntryStream(const Entry& entry, uint64_t file_size, Budget& budget);
  ~EntryStream();
  EntryStream(EntryStream&&) noexcept;
  EntryStream& operator=(EntryStream&&) noexcept;

  enum class State : uint8_t { kMore, kNeedsBytes, kEnd, kFailed };
  /// Appends up to `most` bytes of content to `out`. kMore: call again; kNeedsBytes: take(want()) first; kEnd: the size and the
  /// checksum were right.
  [[nodiscard]] State read(std::string& out, size_t most);
  [[nodiscard]] ByteRange want() const;
  /// The view must stay good until read() says something other than kMore.
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  /// Bytes of the compressed content used so far, for progress.
  [[nodiscard]] uint64_t used() const;

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::zip
