// SPDX-License-Identifier: MIT
// RecordReader: the workbook stream as BIFF records, each whole and in one piece. It holds one range and one record at most.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/little_endian.h"
#include "core/format/byte_range.h"
#include "core/format/xls/extents.h"

namespace npscope::xls {

struct Record {
  uint16_t type = 0;
  std::string_view body;  // good until the next call of the reader
};

class RecordReader {
 public:
  enum class Found : uint8_t { kRecord, kNeedsBytes, kEnd };

  RecordReader() = default;
  explicit RecordReader(Extents stream) : reader_(std::move(stream)) {}

  /// kEnd: the stream is over, perhaps within a record; a sound one has said so before by its EOF record.
  Found next(Record& record) {
    const size_t left = buffer_.size() - at_;
    if (left >= kHead) {
      const char* head = buffer_.data() + at_;
      const size_t length = load16(head + 2);
      if (left >= kHead + length) {
        record.type = load16(head);
        record.body = {head + kHead, length};
        at_ += kHead + length;
        return Found::kRecord;
      }
    }
    return reader_.at_end() ? Found::kEnd : Found::kNeedsBytes;
  }

  /// Position in the stream of the record that comes next.
  [[nodiscard]] uint64_t position() const { return reader_.position() - (buffer_.size() - at_); }
  /// False when there is no such position in the stream.
  bool seek(uint64_t position);

  /// REQUIRES: kNeedsBytes.
  [[nodiscard]] ByteRange want() const { return reader_.want(); }
  void take(std::string_view bytes);

 private:
  static constexpr size_t kHead = 4;  // type and length

  ExtentReader reader_;
  std::string buffer_;  // ends at the reader's position
  size_t at_ = 0;
};

}  // namespace npscope::xls
