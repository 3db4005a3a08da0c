// SPDX-License-Identifier: MIT
// Drives the machines of core/format/zip over a file in memory, as shard/ does, and gives what they say.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/table_source.h"
#include "core/format/zip/archive.h"
#include "core/format/zip/gzip.h"

namespace npscope::zip {

struct Unpacked {
  std::string text;
  /// "ok", or the failure as "code detail".
  std::string outcome = "ok";
};

struct Archive {
  std::vector<Entry> entries;
  std::string outcome = "ok";
};

inline std::string shown(const Failure& failure) {
  std::string text(code_name(failure.code));
  if (!failure.detail.empty()) text += " " + failure.detail;
  return text;
}

/// A copy of the range that is wanted, with nothing behind it, so that the address sanitizer sees every step over its end.
inline std::string bring(ByteRange range, std::string_view file) {
  EXPECT_GT(range.length, 0U);
  EXPECT_LE(range.length, kMostWanted);
  EXPECT_TRUE(range.offset <= file.size() && range.length <= file.size() - range.offset);
  std::string bytes(file.substr(range.offset, range.length));
  bytes.shrink_to_fit();
  return bytes;
}

inline Archive read_directory(std::string_view file) {
  Directory directory(file.size());
  while (!directory.done() && !directory.failure()) directory.take(bring(directory.want(), file));
  if (directory.failure()) return {{}, shown(*directory.failure())};
  return {directory.entries(), "ok"};
}

/// Reads to the end in pieces of `most`; keeps no more than `kept` bytes.
template <class Stream>
Unpacked read_stream(Stream& stream, std::string_view file, size_t most, size_t kept) {
  Unpacked unpacked;
  std::string piece;
  std::string bytes;
  for (;;) {
    piece.clear();
    const EntryStream::State state = stream.read(piece, most);
    EXPECT_LE(piece.size(), most);
    unpacked.text += piece.substr(0, kept - std::min(kept, unpacked.text.size()));
    if (state == EntryStream::State::kNeedsBytes) {
      bytes = bring(stream.want(), file);
      stream.take(bytes);
    } else if (state == EntryStream::State::kFailed) {
      unpacked.outcome = shown(stream.failure());
      return unpacked;
    } else if (state == EntryStream::State::kEnd) {
      return unpacked;
    }
  }
}

inline Unpacked unpack(const Entry& entry, std::string_view file, Budget& budget, size_t most = 64 << 10,
                       size_t kept = 1 << 20) {
  EntryStream stream(entry, file.size(), budget);
  return read_stream(stream, file, most, kept);
}

/// The first thing that goes wrong in the directory or in any entry, or "ok".
inline std::string outcome_of_all(std::string_view file) {
  const Archive archive = read_directory(file);
  if (archive.outcome != "ok") return archive.outcome;
  Budget budget;
  for (const Entry& entry : archive.entries) {
    if (const Unpacked unpacked = unpack(entry, file, budget); unpacked.outcome != "ok") return unpacked.outcome;
  }
  return "ok";
}

inline Unpacked unpack_gzip(std::string_view file, size_t most = 64 << 10, size_t kept = 1 << 20) {
  Budget budget;
  GzipStream stream(file.size(), budget);
  return read_stream(stream, file, most, kept);
}

}  // namespace npscope::zip
