// SPDX-License-Identifier: MIT
// Inflater: raw deflate data (RFC 1951) to bytes with zlib, piece by piece, straight to the end of a string; counts what comes
// out and keeps its CRC-32.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace npscope::zip {

/// Bytes that one call unpacks at most: enough to make zlib's copy of its 32 KiB window cheap, small enough for the cache.
inline constexpr size_t kMostUnpacked = 128 << 10;

class Inflater {
 public:
  Inflater();
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// The input from here on. The view must stay good until next() says kNeedsInput or something final.
  void give(std::string_view input);
  [[nodiscard]] size_t input_left() const { return stream_.avail_in; }

  enum class Outcome : uint8_t {
    kMore,         // call again
    kNeedsInput,   // all input is used up; without more of it the data are cut off
    kEnd,          // the last block is complete; input_left() belongs to something else
    kDamaged,      // no deflate data
    kOutOfMemory,  // zlib found none
  };
  /// Appends at most `most` bytes, and at most kMostUnpacked, to `out`. REQUIRES: most > 0.
  [[nodiscard]] Outcome next(std::string& out, size_t most);

  /// All that came out so far.
  [[nodiscard]] uint64_t produced() const { return produced_; }
  [[nodiscard]] uint32_t checksum() const { return checksum_; }

  /// Begins new data in the rest of the input.
  void restart();

 private:
  z_stream stream_ = {};
  bool ready_ = false;
  uint64_t produced_ = 0;
  uint32_t checksum_ = 0;
};

/// The CRC-32 of `bytes` behind what gave `checksum`; 0 to begin with.
[[nodiscard]] uint32_t crc_of(std::string_view bytes, uint32_t checksum);

}  // namespace npscope::zip
