// SPDX-License-Identifier: MIT
// The entry's own header is read first and must agree with the directory; then the data, in pieces, to their exact end.
#include <algorithm>

#include "core/base/little_endian.h"
#include "core/format/table_source.h"
#include "core/format/zip/archive.h"
#include "core/format/zip/inflater.h"

namespace npscope::zip {
namespace {

constexpr uint32_t kHeaderSignature = 0x04034B50;
constexpr size_t kHeaderSize = 30;
/// Asked for behind what the directory knows of an entry, so that its header's extra field rarely costs a second read.
constexpr uint64_t kExtraRoom = 512;

constexpr uint16_t kStored = 0;
constexpr uint16_t kDeflated = 8;

}  // namespace

struct EntryStream::Machine {
  const Entry* entry = nullptr;
  Budget* budget = nullptr;
  uint64_t file_size = 0;
  bool in_data = false;
  bool at_end = false;
  uint64_t next = 0;       // where the next bytes start in the file
  uint64_t data_left = 0;  // compressed bytes not yet brought
  std::string_view stored;
  std::optional<Inflater> inflater;  // for deflated data only
  uint64_t produced = 0;
  uint32_t checksum = 0;
  std::optional<Failure> failure;

  State fail(Code code, std::string_view detail) {
    failure = Failure{code, std::string(detail)};
    return State::kFailed;
  }

  void start();
  [[nodiscard]] ByteRange want() const;
  void take_header(std::string_view bytes);
  void take_data(std::string_view bytes);
  [[nodiscard]] size_t input_left() const { return inflater ? inflater->input_left() : stored.size(); }
  State read(std::string& out, size_t most);
  Inflater::Outcome copy_stored(std::string& out, size_t most);
  State check_end();
};

void EntryStream::Machine::start() {
  next = entry->header_offset;
  if (entry->encrypted) {
    fail(Code::kPasswordProtected, "zip");
  } else if (entry->method != kStored && entry->method != kDeflated) {
    fail(Code::kUnsupportedFormat, "zip-method");
  } else if (entry->method == kStored && entry->compressed_size != entry->size) {
    fail(Code::kDamagedFile, "size");
  } else if (next > file_size || file_size - next < kHeaderSize + entry->name_size) {
    fail(Code::kDamagedFile, "truncated");
  }
}

ByteRange EntryStream::Machine::want() const {
  if (in_data) return {next, std::min(data_left, kMostWanted)};
  const uint64_t known = kHeaderSize + entry->name_size + kExtraRoom;
  return {next, std::min({known + std::min(entry->compressed_size, kMostWanted), kMostWanted, file_size - next})};
}

void EntryStream::Machine::take_header(std::string_view bytes) {
  const bool agrees = load32(bytes, 0) == kHeaderSignature && load16(bytes, 8) == entry->method &&
                      load16(bytes, 26) == entry->name_size &&
                      crc_of(bytes.substr(kHeaderSize, entry->name_size), 0) == entry->name_crc;
  if (!agrees) {
    fail(Code::kDamagedFile, "header");
    return;
  }
  const uint64_t header = uint64_t{kHeaderSize} + entry->name_size + load16(bytes, 28);
  if (header > file_size - next || entry->compressed_size > file_size - next - header) {
    fail(Code::kDamagedFile, "truncated");
    return;
  }
  in_data = true;
  // Some writers say "deflated" of an empty entry and leave out even the empty block.
  if (entry->method == kDeflated && entry->compressed_size + entry->size > 0) inflater.emplace();
  next += header;
  data_left = entry->compressed_size;
  bytes.remove_prefix(std::min<uint64_t>(header, bytes.size()));
  take_data(bytes.substr(0, data_left));
}

void EntryStream::Machine::take_data(std::string_view bytes) {
  next += bytes.size();
  data_left -= bytes.size();
  if (inflater) {
    inflater->give(bytes);
  } else {
    stored = bytes;
  }
}

Inflater::Outcome EntryStream::Machine::copy_stored(std::string& out, size_t most) {
  const std::string_view piece = stored.substr(0, most);
  out.append(piece);
  stored.remove_prefix(piece.size());
  produced += piece.size();
  checksum = crc_of(piece, checksum);
  if (!stored.empty()) return Inflater::Outcome::kMore;
  return data_left == 0 ? Inflater::Outcome::kEnd : Inflater::Outcome::kNeedsInput;
}

EntryStream::State EntryStream::Machine::read(std::string& out, size_t most) {
  if (failure) return State::kFailed;
  if (at_end) return State::kEnd;
  if (!in_data || (input_left() == 0 && data_left > 0 && !inflater)) return State::kNeedsBytes;
  const uint64_t before = produced;
  Inflater::Outcome outcome = Inflater::Outcome::kEnd;
  if (inflater) {
    outcome = inflater->next(out, most);
    produced = inflater->produced();
    checksum = inflater->checksum();
  } else {
    outcome = copy_stored(out, most);
  }
  if (produced > entry->size) return fail(Code::kDamagedFile, "size");
  if (produced - before > budget->left) return fail(Code::kLimitExceeded, "unpacked-size");
  budget->left -= produced - before;
  switch (outcome) {
    case Inflater::Outcome::kMore:
      return State::kMore;
    case Inflater::Outcome::kNeedsInput:
      return data_left > 0 ? State::kNeedsBytes : fail(Code::kDamagedFile, "truncated");
    case Inflater::Outcome::kEnd:
      return check_end();
    case Inflater::Outcome::kDamaged:
      return fail(Code::kDamagedFile, "deflate");
    case Inflater::Outcome::kOutOfMemory:
      break;
  }
  return fail(Code::kOutOfMemory, {});
}

EntryStream::State EntryStream::Machine::check_end() {
  if (produced != entry->size || data_left > 0 || input_left() > 0) return fail(Code::kDamagedFile, "size");
  if (checksum != entry->crc) return fail(Code::kDamagedFile, "crc");
  at_end = true;
  return State::kEnd;
}

EntryStream::EntryStream(const Entry& entry, uint64_t file_size, Budget& budget) : machine_(std::make_unique<Machine>()) {
  machine_->entry = &entry;
  machine_->budget = &budget;
  machine_->file_size = file_size;
  machine_->start();
}

EntryStream::~EntryStream() = default;
EntryStream::EntryStream(EntryStream&&) noexcept = default;
EntryStream& EntryStream::operator=(EntryStream&&) noexcept = default;

EntryStream::State EntryStream::read(std::string& out, size_t most) { return machine_->read(out, most); }

ByteRange EntryStream::want() const { return machine_->want(); }

void EntryStream::take(std::string_view bytes) {
  if (machine_->in_data) {
    machine_->take_data(bytes);
  } else {
    machine_->take_header(bytes);
  }
}

const Failure& EntryStream::failure() const { return *machine_->failure; }

uint64_t EntryStream::used() const {
  if (!machine_->in_data) return 0;
  return machine_->entry->compressed_size - machine_->data_left - machine_->input_left();
}

}  // namespace npscope::zip
