// SPDX-License-Identifier: MIT
// Builds compound files ([MS-CFB]) around streams, the plain way: streams, mini stream, mini FAT, directory, FAT, DIFAT.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace npscope {

/// The little-endian bytes of a number.
template <class T>
std::string bytes_of(T value) {
  std::string bytes(sizeof value, '\0');
  std::memcpy(bytes.data(), &value, sizeof value);
  return bytes;
}
inline std::string u8(unsigned value) { return bytes_of(static_cast<uint8_t>(value)); }
inline std::string u16(unsigned value) { return bytes_of(static_cast<uint16_t>(value)); }
inline std::string u32(uint32_t value) { return bytes_of(value); }

template <class T>
void patch(std::string& bytes, size_t at, T value) {
  bytes.replace(at, sizeof value, bytes_of(value));
}

inline std::string ascii_as_utf16(const std::string& text) {
  std::string units;
  for (const char c : text) units += u16(static_cast<unsigned char>(c));
  return units;
}

struct CompoundShape {
  unsigned sector_shift = 9;
  /// Every stream's sectors stand in the file from the last to the first.
  bool backwards = false;
  /// The streams stand in a storage below the root.
  bool nested = false;
};

struct BuiltCompoundFile {
  std::string bytes;
  size_t sector_size = 0;
  size_t directory = 0;  // offset of the first entry
  size_t fat = 0;        // offset of the first FAT sector; the others follow it
  [[nodiscard]] size_t fat_entry(uint32_t sector) const { return fat + size_t{4} * sector; }
};

class CompoundFileBuilder {
 public:
  using Streams = std::vector<std::pair<std::string, std::string>>;  // name, content

  explicit CompoundFileBuilder(CompoundShape shape) : shape_(shape), size_(size_t{1} << shape.sector_shift) {}

  BuiltCompoundFile build(const Streams& streams) {
    std::string directory = entry("Root Entry", 5, 1, kEnd, 0);
    const uint32_t first = shape_.nested ? 2 : 1;
    if (shape_.nested) directory += entry("Storage", 1, first, 0, 0);
    std::string mini;
    for (size_t i = 0; i < streams.size(); ++i) {
      const auto& [name, content] = streams[i];
      const uint32_t start = content.size() < 4096 ? add_mini(content, mini) : add(content);
      directory += entry(name, 2, kFree, start, content.size());
      // The siblings hang on each other like a list.
      if (i > 0) patch(directory, directory.size() - 256 + 72, static_cast<uint32_t>(first + i));
    }
    patch(directory, 116, add(mini));
    patch(directory, 120, static_cast<uint32_t>(mini.size()));
    const uint32_t mini_fat = add(words(mini_fat_));
    BuiltCompoundFile built;
    built.sector_size = size_;
    const uint32_t first_directory = static_cast<uint32_t>(fat_.size());
    add(directory);
    built.directory = (first_directory + 1) * size_;
    finish(built, first_directory, mini_fat);
    return built;
  }

 private:
  static constexpr uint32_t kFree = 0xFFFFFFFF;
  static constexpr uint32_t kEnd = 0xFFFFFFFE;

  static std::string words(const std::vector<uint32_t>& numbers) {
    std::string bytes;
    for (const uint32_t number : numbers) bytes += u32(number);
    return bytes;
  }

  static std::string entry(const std::string& name, unsigned type, uint32_t child, uint32_t start, uint64_t size) {
    std::string bytes = ascii_as_utf16(name);
    bytes.resize(64, '\0');
    bytes += u16(static_cast<unsigned>(2 * name.size() + 2)) + u8(type) + u8(1) + u32(kFree) + u32(kFree) + u32(child);
    bytes.resize(116, '\0');
    return bytes + u32(start) + bytes_of(size);
  }

  /// Appends sectors as a chain and gives the first one.
  uint32_t add(std::string content) {
    if (content.empty()) return kEnd;
    const auto first = static_cast<uint32_t>(fat_.size());
    const auto count = static_cast<uint32_t>((content.size() + size_ - 1) / size_);
    content.resize(count * size_, '\0');
    for (uint32_t i = 0; i < count; ++i) {
      const uint32_t nth = shape_.backwards ? count - 1 - i : i;
      sectors_ += content.substr(nth * size_, size_);
      const uint32_t next = shape_.backwards ? first + i - 1 : first + i + 1;
      fat_.push_back(nth + 1 == count ? kEnd : next);
    }
    return shape_.backwards ? first + count - 1 : first;
  }

  uint32_t add_mini(const std::string& content, std::string& mini) {
    const auto first = static_cast<uint32_t>(mini_fat_.size());
    mini += content;
    mini.resize((mini.size() + 63) / 64 * 64, '\0');
    while (mini_fat_.size() < mini.size() / 64) mini_fat_.push_back(static_cast<uint32_t>(mini_fat_.size() + 1));
    mini_fat_.back() = kEnd;
    return first;
  }

  void finish(BuiltCompoundFile& built, uint32_t first_directory, uint32_t mini_fat) {
    const size_t links = size_ / 4;
    size_t fats = 1;
    const auto difats = [&] { return fats <= 109 ? 0 : (fats - 109 + links - 2) / (links - 1); };
    while (fats * links < fat_.size() + fats + difats()) ++fats;
    const auto first_fat = static_cast<uint32_t>(fat_.size());
    const auto first_difat = static_cast<uint32_t>(first_fat + fats);
    const size_t difat_count = difats();
    fat_.insert(fat_.end(), fats, 0xFFFFFFFD);
    fat_.insert(fat_.end(), difat_count, 0xFFFFFFFC);
    fat_.resize(fats * links, kFree);

    std::vector<uint32_t> list(fats);
    std::iota(list.begin(), list.end(), first_fat);
    std::string header = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(16, '\0');
    header += u16(0x3E) + u16(shape_.sector_shift == 9 ? 3 : 4) + u16(0xFFFE) + u16(shape_.sector_shift) + u16(6);
    header += std::string(6, '\0') + u32(0) + u32(static_cast<uint32_t>(fats)) + u32(first_directory) + u32(0) + u32(4096);
    header += u32(mini_fat) + u32(1) + u32(difat_count == 0 ? kEnd : first_difat) + u32(static_cast<uint32_t>(difat_count));
    for (size_t i = 0; i < 109; ++i) header += u32(i < list.size() ? list[i] : kFree);
    header.resize(size_, '\0');

    std::string difat;
    for (size_t i = 0; i < difat_count; ++i) {
      for (size_t k = 0; k + 1 < links; ++k) {
        const size_t at = 109 + i * (links - 1) + k;
        difat += u32(at < list.size() ? list[at] : kFree);
      }
      difat += u32(i + 1 < difat_count ? static_cast<uint32_t>(first_difat + i + 1) : kEnd);
    }
    built.fat = header.size() + sectors_.size();
    built.bytes = header + sectors_ + words(fat_) + difat;
  }

  CompoundShape shape_;
  size_t size_;
  std::string sectors_;
  std::vector<uint32_t> fat_;
  std::vector<uint32_t> mini_fat_;
};

inline BuiltCompoundFile build_compound_file(const CompoundFileBuilder::Streams& streams, CompoundShape shape = {}) {
  return CompoundFileBuilder(shape).build(streams);
}

}  // namespace npscope
