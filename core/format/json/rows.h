// SPDX-License-Identifier: MIT
// Rows: writes cells into a RecordBatch whose text it owns, as RecordBuilder does, but a record of many empty cells costs hardly
// more than its texts: most columns of a record are not wanted.
//
// Usage: start(), then for each record begin(), cells by fill_to(), room() and end_cell(), end(); finish() makes the batch good.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/format/record_batch.h"

namespace npscope::json {

class Rows {
 public:
  /// Empties the batch; `first_record` is the number of its first record.
  void start(RecordBatch& batch, uint64_t first_record) {
    batch_ = &batch;
    // What these hold is written over; a larger vector would be filled once more.
    std::vector<uint32_t> ends = std::move(batch.ends);
    std::vector<CellKind> kinds = std::move(batch.kinds);
    batch.clear();
    batch.ends = std::move(ends);
    batch.kinds = std::move(kinds);
    batch.first_record = first_record;
    batch.open_ended = true;
    size_ = 0;
    cells_ = 0;
    batch.ends.resize(batch.kinds.size() + 1);
    batch.ends[0] = 0;
  }

  /// `line`: physical line on which the record starts.
  void begin(uint64_t line) {
    batch_->lines.push_back(line);
    first_ = cells_;
  }

  /// Empty cells until the record has `count` of them.
  void fill_to(size_t count) {
    const size_t more = count - (cells_ - first_);
    if (more == 0) return;
    make_room(more, more);
    char* text = text_.data() + size_;
    auto* kinds = reinterpret_cast<char*>(batch_->kinds.data() + cells_);
    if (more <= kShort) {
      std::memset(text, kSeparator, kShort);
      std::memset(kinds, static_cast<int>(CellKind::kEmpty), kShort);
    } else {
      std::memset(text, kSeparator, more);
      std::memset(kinds, static_cast<int>(CellKind::kEmpty), more);
    }
    uint32_t* ends = batch_->ends.data() + cells_ + 1;
    for (size_t i = 0; i < more; ++i) ends[i] = static_cast<uint32_t>(size_ + i + 1);
    size_ += more;
    cells_ += more;
  }

  /// Where up to `bytes` of the next cell may be written.
  [[nodiscard]] char* room(size_t bytes) {
    make_room(1, bytes + 1);
    return text_.data() + size_;
  }
  /// The cell is the `size` bytes that were written there.
  void end_cell(CellKind kind, size_t size) {
    size_ += size;
    text_[size_++] = kSeparator;
    batch_->kinds[cells_++] = kind;
    batch_->ends[cells_] = static_cast<uint32_t>(size_);
  }

  /// A cell of text. REQUIRES: 16 readable bytes at its start.
  void cell(std::string_view text) {
    char* const out = room(text.size());
    if (text.size() <= kShort) {
      std::memcpy(out, text.data(), kShort);
    } else {
      std::memcpy(out, text.data(), text.size());
    }
    end_cell(CellKind::kText, text.size());
  }

  void remark(Code code, int32_t column) {
    batch_->remarks.push_back({static_cast<uint32_t>(batch_->records.size()), column, code});
  }
  void end() { batch_->records.push_back({static_cast<uint32_t>(first_), static_cast<uint32_t>(cells_)}); }

  void finish() {
    batch_->ends.resize(cells_ + 1);
    batch_->kinds.resize(cells_);
    batch_->text = std::string_view(text_.data(), size_);
  }

  /// Bytes that the batch takes so far, roughly.
  [[nodiscard]] size_t size() const { return size_; }

 private:
  static constexpr char kSeparator = '\x1F';
  /// As many bytes are always written at once, which costs one instruction; there is room for more than are needed.
  static constexpr size_t kShort = 16;

  void make_room(size_t cells, size_t bytes) {
    if (cells_ + cells + kShort > batch_->kinds.size() || size_ + bytes + kShort > text_.size()) grow(cells, bytes);
  }
  [[gnu::noinline]] void grow(size_t cells, size_t bytes) {
    const size_t most_cells = std::max((cells_ + cells) * 3 / 2 + 1024, batch_->kinds.size());
    batch_->kinds.resize(most_cells);
    batch_->ends.resize(most_cells + 1);
    if (size_ + bytes + kShort > text_.size()) text_.resize((size_ + bytes) * 3 / 2 + 4096);
  }

  RecordBatch* batch_ = nullptr;
  std::string text_;
  size_t size_ = 0;
  size_t cells_ = 0;
  size_t first_ = 0;
};

}  // namespace npscope::json
