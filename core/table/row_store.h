// SPDX-License-Identifier: MIT
// RowStore: the text of a file as it was read, block by block, with the place of every record. Any cell can be shown again;
// nothing is decoded until somebody asks.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/csv/scan.h"

namespace npscope {

class RowStore {
 public:
  /// Takes over a block of text in which the records noted since the last call lie.
  void keep_block(std::unique_ptr<char[]> text, size_t size);

  /// Notes that a record starts at `position` of the block that comes next with keep_block.
  void note_record(uint32_t position) { positions_.push_back(position); }

  [[nodiscard]] uint64_t size() const { return records_; }

  /// The cells of a record counted from 1 with header records included; nothing when there is no such record.
  [[nodiscard]] std::optional<std::vector<std::string>> cells(uint64_t record, csv::Punctuation marks) const;

 private:
  struct Block {
    std::unique_ptr<char[]> text;
    size_t size = 0;
    uint64_t first_record = 0;
    std::vector<uint32_t> positions;
  };
  std::vector<Block> blocks_;
  std::vector<uint32_t> positions_;
  uint64_t records_ = 0;
};

}  // namespace npscope
