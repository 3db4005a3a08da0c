// SPDX-License-Identifier: MIT
// zlib writes into the string itself, into bytes that nobody has cleared before; its state must not move, so neither does this.
#include "core/format/zip/inflater.h"

#include <algorithm>

namespace npscope::zip {
namespace {

constexpr int kRawDeflate = -15;

/// zlib's interface has no const, but reads only.
Bytef* input_of(std::string_view bytes) { return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); }

}  // namespace

uint32_t crc_of(std::string_view bytes, uint32_t checksum) {
  return static_cast<uint32_t>(crc32_z(checksum, input_of(bytes), bytes.size()));
}

Inflater::Inflater() { ready_ = inflateInit2(&stream_, kRawDeflate) == Z_OK; }

Inflater::~Inflater() {
  if (ready_) inflateEnd(&stream_);
}

void Inflater::give(std::string_view input) {
  stream_.next_in = input_of(input);
  stream_.avail_in = static_cast<uInt>(input.size());
}

Inflater::Outcome Inflater::next(std::string& out, size_t most) {
  if (!ready_) return Outcome::kOutOfMemory;
  const size_t before = out.size();
  const size_t room = std::min(most, kMostUnpacked);
  int status = Z_OK;
  out.resize_and_overwrite(before + room, [&](char* text, size_t) {
    stream_.next_out = reinterpret_cast<Bytef*>(text + before);
    stream_.avail_out = static_cast<uInt>(room);
    status = inflate(&stream_, Z_NO_FLUSH);
    return before + room - stream_.avail_out;
  });
  const size_t count = out.size() - before;
  produced_ += count;
  checksum_ = crc_of(std::string_view(out).substr(before), checksum_);
  if (status == Z_STREAM_END) return Outcome::kEnd;
  if (status == Z_MEM_ERROR) return Outcome::kOutOfMemory;
  // Z_BUF_ERROR says that there was nothing to do, which is so when the input ended exactly where the last call stopped.
  if (status != Z_OK && status != Z_BUF_ERROR) return Outcome::kDamaged;
  // zlib may hold back bytes for which there was no room, so only room that is left over proves that the input is used up.
  return stream_.avail_out > 0 && stream_.avail_in == 0 ? Outcome::kNeedsInput : Outcome::kMore;
}

void Inflater::restart() {
  if (ready_) inflateReset(&stream_);
  produced_ = 0;
  checksum_ = 0;
}

}  // namespace npscope::zip
