// SPDX-License-Identifier: MIT
// Makes archives in memory without compression: ZIP after APPNOTE.TXT, gzip after RFC 1952 with the stored blocks of RFC 1951.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace npscope::testing_support {

using Members = std::vector<std::pair<std::string, std::string>>;

/// CRC-32 as both formats use it, bit by bit from the definition.
inline uint32_t crc32_of(std::string_view bytes) {
  uint32_t crc = ~0U;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

/// `value` in `size` bytes, the lowest first.
inline std::string little(uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

/// Its parts one after the other.
inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole.append(part);
  return whole;
}

inline std::string stored_archive(const Members& members) {
  std::string file;
  std::string directory;
  for (const auto& [name, content] : members) {
    const std::string size = little(content.size(), 4);
    const std::string common = joined({little(20, 2), little(0x800, 2), little(0, 2), little(0, 4),
                                       little(crc32_of(content), 4), size, size, little(name.size(), 2), little(0, 2)});
    directory += joined({"PK\x01\x02", little(20, 2), common, little(0, 6), little(0, 4), little(file.size(), 4), name});
    file += joined({"PK\x03\x04", common, name, content});
  }
  const size_t start = file.size();
  const std::string count = little(members.size(), 2);
  file += directory;
  file += joined({"PK\x05\x06", little(0, 4), count, count, little(directory.size(), 4), little(start, 4), little(0, 2)});
  return file;
}

inline std::string stored_gzip(std::string_view content) {
  std::string file("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10);
  for (size_t at = 0; at < content.size() || at == 0; at += 0xFFFF) {
    const std::string_view piece = content.substr(at, 0xFFFF);
    file +=
        little(at + piece.size() >= content.size() ? 1 : 0, 1) + little(piece.size(), 2) + little(~piece.size() & 0xFFFF, 2);
    file += piece;
  }
  return file + little(crc32_of(content), 4) + little(content.size(), 4);
}

}  // namespace npscope::testing_support
