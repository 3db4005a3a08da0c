// SPDX-License-Identifier: MIT
// What was read stays until more is needed: in a small file the sheets cost no second read.
#include "core/format/xls/record_reader.h"

namespace npscope::xls {

bool RecordReader::seek(uint64_t position) {
  if (position >= reader_.size()) return false;
  const uint64_t held_from = reader_.position() - buffer_.size();
  if (position >= held_from && position <= reader_.position()) {
    at_ = position - held_from;
    return true;
  }
  buffer_.clear();
  at_ = 0;
  reader_.seek(position);
  return true;
}

void RecordReader::take(std::string_view bytes) {
  buffer_.erase(0, at_);
  at_ = 0;
  reader_.take(bytes, buffer_);
}

}  // namespace npscope::xls
