// SPDX-License-Identifier: MIT
// The columns of one file that questions have asked for, by response: few distinct texts as codes, comments as texts. They are loaded
// by one more pass over the source and stay until the files change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

/// By response: the code of its cleaned text.
struct CodeColumn {
  static constexpr uint32_t kNone = UINT32_MAX;
  /// kNone: the cell is empty.
  std::vector<uint32_t> codes;
  /// By code; no text is there twice.
  std::vector<std::string> texts;
  /// The decimal mark of the file's numbers.
  char decimal = '.';
};

/// By response: its comment, cleaned; empty when there is none. Texts stand in blocks, in the order of the responses.
class TextColumn {
 public:
  static constexpr size_t kBlock = size_t{4} << 20;

  [[nodiscard]] size_t size() const { return places_.size(); }
  /// Valid as long as the column.
  [[nodiscard]] std::string_view text(size_t response) const {
    const Place place = places_[response];
    return {blocks_[place.block].get() + place.offset, place.length};
  }
  /// Bytes of all texts.
  [[nodiscard]] uint64_t bytes() const { return bytes_; }
  void reserve(size_t responses) { places_.reserve(responses); }
  void add(std::string_view text);

 private:
  struct Place {
    uint32_t block = 0;
    uint32_t offset = 0;
    uint32_t length = 0;
  };
  std::vector<std::unique_ptr<char[]>> blocks_;
  size_t used_ = kBlock;
  std::vector<Place> places_;
  uint64_t bytes_ = 0;
};

/// The loaded columns of one file, by their index in the file.
struct FileColumns {
  std::map<size_t, CodeColumn> codes;
  std::map<size_t, TextColumn> texts;
};

}  // namespace npscope
