// SPDX-License-Identifier: MIT
// Writer: a ZIP archive as a stream, entry after entry, deflated. Sizes stand behind each entry (APPNOTE.TXT 6.3.10, 4.3.9), so
// nothing is kept but the directory.
//
// The same entries give the same bytes everywhere: one level of compression, the date 1980-01-01, and input that goes to zlib in
// steps of one size however it was cut.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace npscope::zip {

class Writer {
 public:
  Writer() = default;
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// `name`: ASCII, with `/`, never given twice. REQUIRES: no entry is open.
  void begin_entry(std::string_view name);
  /// REQUIRES: an entry is open.
  void write(std::string_view bytes);
  void end_entry();
  /// Writes the directory. REQUIRES: no entry is open; nothing comes after it.
  void finish();

  /// What was written since it was last emptied: the owner takes it and clears it whenever it likes.
  [[nodiscard]] std::string& text() { return text_; }
  /// `out-of-memory`; `limit-exceeded` ("zip-size") for what would need ZIP64: an entry or an archive of 4 GiB. Nothing is
  /// written from then on.
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

 private:
  struct Open {
    std::string name;
    uint64_t offset = 0;
    uint64_t size = 0;
    uint64_t compressed_size = 0;
    uint32_t crc = 0;
  };

  void put(std::string_view bytes);
  void put_header(std::string& out, const Open& entry) const;
  void compress(int flush);
  void fail(Code code, std::string_view detail);

  std::string text_;
  uint64_t written_ = 0;
  Open entry_;
  std::string pending_;  // of the open entry, not yet compressed
  std::string directory_;
  uint64_t entries_ = 0;
  z_stream stream_ = {};
  bool ready_ = false;
  std::optional<Failure> failure_;
};

}  // namespace npscope::zip
