// SPDX-License-Identifier: MIT
// zlib's state must not move, so neither does this; input is gathered into steps so that its cuts never show in the output.
#include "core/format/zip/writer.h"

#include "core/base/check.h"
#include "core/format/zip/inflater.h"

namespace npscope::zip {
namespace {

constexpr int kRawDeflate = -15;
/// Half the time of level 6 for a sixth more bytes.
constexpr int kLevel = 3;
constexpr int kMemoryLevel = 8;
constexpr size_t kStep = 64 << 10;
constexpr size_t kOutputStep = 32 << 10;

constexpr uint16_t kVersion = 20;
/// Bit 3: sizes and checksum stand behind the content.
constexpr uint16_t kFlags = 1U << 3;
constexpr uint16_t kDeflated = 8;
constexpr uint16_t kMidnight = 0;
constexpr uint16_t kFirstDay = 0x0021;  // 1980-01-01
/// Numbers from here on would mean "see ZIP64".
constexpr uint64_t kMost = 0xFFFFFFFF;

void put_number(std::string& out, uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(number >> (8 * i) & 0xFF));
}

}  // namespace

Writer::~Writer() {
  if (ready_) deflateEnd(&stream_);
}

void Writer::fail(Code code, std::string_view detail) {
  if (!failure_) failure_ = Failure{code, std::string(detail)};
}

void Writer::put(std::string_view bytes) {
  text_.append(bytes);
  written_ += bytes.size();
}

/// What an entry's header and its place in the directory have in common.
void Writer::put_header(std::string& out, const Open& entry) const {
  for (const uint16_t field : {kVersion, kFlags, kDeflated, kMidnight, kFirstDay}) put_number(out, field, 2);
  put_number(out, entry.crc, 4);
  put_number(out, entry.compressed_size, 4);
  put_number(out, entry.size, 4);
  put_number(out, entry.name.size(), 2);
  put_number(out, 0, 2);  // extra fields
}

void Writer::begin_entry(std::string_view name) {
  if (failure_) return;
  if (!ready_) {
    ready_ = deflateInit2(&stream_, kLevel, Z_DEFLATED, kRawDeflate, kMemoryLevel, Z_DEFAULT_STRATEGY) == Z_OK;
    if (!ready_) return fail(Code::kOutOfMemory, {});
  } else {
    deflateReset(&stream_);
  }
  entry_ = {.name = std::string(name), .offset = written_};
  std::string header = "PK\x03\x04";
  put_header(header, entry_);
  put(header.append(name));
}

void Writer::write(std::string_view bytes) {
  if (failure_) return;
  entry_.crc = crc_of(bytes, entry_.crc);
  entry_.size += bytes.size();
  while (pending_.size() + bytes.size() >= kStep) {
    const size_t missing = kStep - pending_.size();
    pending_.append(bytes.substr(0, missing));
    bytes.remove_prefix(missing);
    compress(Z_NO_FLUSH);
  }
  pending_.append(bytes);
}

void Writer::compress(int flush) {
  stream_.next_in = reinterpret_cast<Bytef*>(pending_.data());
  stream_.avail_in = static_cast<uInt>(pending_.size());
  do {
    const size_t before = text_.size();
    text_.resize_and_overwrite(before + kOutputStep, [&](char* text, size_t size) {
      stream_.next_out = reinterpret_cast<Bytef*>(text + before);
      stream_.avail_out = kOutputStep;
      deflate(&stream_, flush);
      return size - stream_.avail_out;
    });
    entry_.compressed_size += text_.size() - before;
    written_ += text_.size() - before;
    // Room that is left over proves that zlib holds nothing back.
  } while (stream_.avail_out == 0);
  pending_.clear();
}

void Writer::end_entry() {
  if (failure_) return;
  compress(Z_FINISH);
  if (entry_.size >= kMost || written_ >= kMost - directory_.size()) return fail(Code::kLimitExceeded, "zip-size");
  std::string sizes = "PK\x07\x08";
  put_number(sizes, entry_.crc, 4);
  put_number(sizes, entry_.compressed_size, 4);
  put_number(sizes, entry_.size, 4);
  put(sizes);

  directory_.append("PK\x01\x02");
  put_number(directory_, kVersion, 2);
  put_header(directory_, entry_);
  put_number(directory_, 0, 4);  // comment, disk
  put_number(directory_, 0, 6);  // attributes
  put_number(directory_, entry_.offset, 4);
  directory_.append(entry_.name);
  ++entries_;
}

void Writer::finish() {
  if (failure_) return;
  NPS_CHECK(entries_ < 0xFFFF);
  std::string end = "PK\x05\x06";
  put_number(end, 0, 4);  // disks
  put_number(end, entries_, 2);
  put_number(end, entries_, 2);
  put_number(end, directory_.size(), 4);
  put_number(end, written_, 4);
  put_number(end, 0, 2);  // comment
  put(directory_);
  put(end);
}

}  // namespace npscope::zip
