// SPDX-License-Identifier: MIT
// Dictionary: the distinct texts of a column, each with a small code, in the order in which they first came.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

class Dictionary {
 public:
  /// Texts beyond this many are not kept: such a column is no category.
  static constexpr uint32_t kMost = 1 << 16;
  /// The code of a text that was not kept.
  static constexpr uint32_t kNoCode = UINT32_MAX;

  /// `most`: keeps so many texts.
  explicit Dictionary(uint32_t most = kMost);

  /// The code of `text`, which is added when it is new and there is room.
  [[nodiscard]] uint32_t code(std::string_view text);

  [[nodiscard]] size_t size() const { return texts_.size(); }
  [[nodiscard]] std::string_view text(uint32_t code) const { return texts_[code]; }

 private:
  /// What finds a text: its hash, and for texts of up to sixteen bytes their content in two words.
  struct Key {
    uint64_t hash = 0;
    uint64_t head = 0;
    uint64_t tail = 0;
  };
  struct Slot {
    Key key;
    uint32_t size = 0;
    uint32_t code = kNoCode;
  };
  static Key key_of(std::string_view text);
  uint32_t add(std::string_view text, const Key& key);
  void grow();

  uint32_t most_;
  std::vector<Slot> slots_;
  std::vector<std::string> texts_;
};

}  // namespace npscope
