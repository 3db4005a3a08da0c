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

  Dictionary();

  /// The code of `text`, which is added when it is new and there is room.
  [[nodiscard]] uint32_t code(std::string_view text);

  [[nodiscard]] size_t size() const { return texts_.size(); }
  [[nodiscard]] std::string_view text(uint32_t code) const { return texts_[code]; }

 private:
  uint32_t add(std::string_view text, uint64_t hash);
  void grow();

  struct Slot {
    uint32_t tag = 0;  // the hash's upper half
    uint32_t code = kNoCode;
  };
  std::vector<Slot> slots_;
  std::vector<std::string> texts_;
  std::vector<uint64_t> hashes_;
};

}  // namespace npscope
