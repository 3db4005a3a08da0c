// SPDX-License-Identifier: MIT
// Writes ZIP archives and gzip members for tests, byte by byte after APPNOTE.TXT and RFC 1952, with any field as a test wants it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace npscope::zip {

inline void put(std::string& out, uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
}

/// CRC-32 bit by bit, so that it shares nothing with zlib's.
inline uint32_t plain_crc(std::string_view bytes) {
  uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

/// Deflate data of one stored block.
inline std::string stored_block(std::string_view text) {
  std::string out(1, '\x01');
  put(out, text.size(), 2);
  put(out, ~text.size(), 2);
  return out.append(text);
}

/// An entry as it should be, with what is to differ.
struct Member {
  std::string name;
  std::string text = "text";
  bool deflated = false;
  uint16_t flags = 0;
  std::string local_extra = {};
  std::string extra = {};
  std::string comment = {};
  std::optional<std::string> local_name = {};
  std::optional<uint16_t> method = {};
  std::optional<uint16_t> local_method = {};
  std::optional<uint32_t> crc = {};
  std::optional<uint32_t> size = {};
  std::optional<uint32_t> compressed_size = {};
  std::optional<uint32_t> offset = {};
};

/// The end of an archive, with what is to differ.
struct Tail {
  std::optional<uint64_t> count = {};
  std::optional<uint64_t> size = {};
  std::optional<uint64_t> offset = {};
  uint16_t disk = 0;
  std::string before_directory = {};
  std::string behind_directory = {};
  std::string comment = {};
  /// Adds the ZIP64 record and locator and leaves the plain numbers at their highest.
  bool zip64 = false;
};

inline void put_times(std::string& out) { put(out, uint64_t{0x58210000}, 4); }

inline std::string write_archive(const std::vector<Member>& members, const Tail& tail = {}) {
  std::string out;
  std::string directory;
  for (const Member& member : members) {
    const size_t offset = out.size();
    const std::string content = member.deflated ? stored_block(member.text) : member.text;
    const uint16_t method = member.method.value_or(member.deflated ? 8 : 0);
    const uint32_t crc = member.crc.value_or(plain_crc(member.text));
    const std::string local_name = member.local_name.value_or(member.name);
    out += "PK\x03\x04";
    put(out, 20, 2);
    put(out, member.flags, 2);
    put(out, member.local_method.value_or(method), 2);
    put_times(out);
    put(out, crc, 4);
    put(out, content.size(), 4);
    put(out, member.text.size(), 4);
    put(out, local_name.size(), 2);
    put(out, member.local_extra.size(), 2);
    out.append(local_name).append(member.local_extra).append(content);

    directory += "PK\x01\x02";
    put(directory, 20, 2);
    put(directory, 20, 2);
    put(directory, member.flags, 2);
    put(directory, method, 2);
    put_times(directory);
    put(directory, crc, 4);
    put(directory, member.compressed_size.value_or(static_cast<uint32_t>(content.size())), 4);
    put(directory, member.size.value_or(static_cast<uint32_t>(member.text.size())), 4);
    put(directory, member.name.size(), 2);
    put(directory, member.extra.size(), 2);
    put(directory, member.comment.size(), 2);
    put(directory, 0, 8);  // disk, attributes
    put(directory, member.offset.value_or(static_cast<uint32_t>(offset)), 4);
    directory.append(member.name).append(member.extra).append(member.comment);
  }
  out += tail.before_directory;
  const uint64_t count = tail.count.value_or(members.size());
  const uint64_t size = tail.size.value_or(directory.size());
  const uint64_t offset = tail.offset.value_or(out.size());
  out += directory + tail.behind_directory;
  if (tail.zip64) {
    const size_t record = out.size();
    out += "PK\x06\x06";
    put(out, 44, 8);
    put(out, 45, 2);
    put(out, 45, 2);
    put(out, 0, 8);  // disks
    put(out, count, 8);
    put(out, count, 8);
    put(out, size, 8);
    put(out, offset, 8);
    out += "PK\x06\x07";
    put(out, 0, 4);
    put(out, record, 8);
    put(out, 1, 4);
  }
  out += "PK\x05\x06";
  put(out, tail.disk, 2);
  put(out, tail.disk, 2);
  put(out, tail.zip64 ? 0xFFFF : count, 2);
  put(out, tail.zip64 ? 0xFFFF : count, 2);
  put(out, tail.zip64 ? 0xFFFFFFFF : size, 4);
  put(out, tail.zip64 ? 0xFFFFFFFF : offset, 4);
  put(out, tail.comment.size(), 2);
  return out + tail.comment;
}

/// A gzip member of one stored block. `fields`: what stands between the fixed header and the data, as `flags` says.
inline std::string write_gzip(std::string_view text, uint8_t flags = 0, std::string_view fields = {}) {
  std::string out = "\x1F\x8B\x08";
  put(out, flags, 1);
  put(out, 0, 4);       // time
  put(out, 0xFF00, 2);  // no extra flags, system unknown
  out += fields;
  out += stored_block(text);
  put(out, plain_crc(text), 4);
  put(out, text.size(), 4);
  return out;
}

}  // namespace npscope::zip
