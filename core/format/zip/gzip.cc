// SPDX-License-Identifier: MIT
// A member is header, deflate data and trailer; what follows the last one may only be zeros, as tapes and some writers pad.
#include "core/format/zip/gzip.h"

#include <algorithm>
#include <optional>

#include "core/base/little_endian.h"
#include "core/base/utf8.h"
#include "core/format/table_source.h"
#include "core/format/zip/inflater.h"

namespace npscope::zip {
namespace {

constexpr size_t kFixedHeaderSize = 10;
constexpr size_t kTrailerSize = 8;
constexpr size_t kLongestStoredName = 1024;

constexpr char kFirstByte = '\x1F';
constexpr char kSecondByte = '\x8B';
constexpr char kDeflateMethod = 8;

constexpr unsigned kHasHeaderCrc = 1U << 1;
constexpr unsigned kHasExtra = 1U << 2;
constexpr unsigned kHasName = 1U << 3;
constexpr unsigned kHasComment = 1U << 4;
constexpr unsigned kReservedFlags = 0xE0;

/// As it stands when it is UTF-8, which today's writers write; else Latin-1, as RFC 1952 says.
std::string stored_text(std::string_view name) {
  if (is_valid_utf8(name)) return std::string(name);
  std::string text;
  for (const char c : name) append_code_point(text, static_cast<unsigned char>(c));
  return text;
}

}  // namespace

struct GzipStream::Machine {
  using State = EntryStream::State;
  /// In the order of the file.
  enum class Phase : uint8_t { kFixed, kExtraSize, kExtra, kName, kComment, kHeaderCrc, kBody, kTrailer, kPadding };

  uint64_t file_size = 0;
  Budget* budget = nullptr;
  Phase phase = Phase::kFixed;
  uint64_t next = 0;  // where the next bytes start in the file
  std::string_view input;
  std::string field;        // the fixed-size field that is read
  size_t extra_left = 0;    // bytes of the extra field still to skip
  unsigned flags = 0;       // of this member
  uint32_t header_crc = 0;  // of this member's header so far
  bool is_first = true;
  bool is_padded = false;  // zeros were seen: only zeros may follow
  std::string name;        // as stored
  Inflater inflater;
  std::optional<Failure> failure;

  State fail(Code code, std::string_view detail) {
    failure = Failure{code, std::string(detail)};
    return State::kFailed;
  }

  State read(std::string& out, size_t most);
  State inflate_body(std::string& out, size_t most);
  State read_header();
  State read_padding();
  State after_fixed();
  State after_trailer();
  bool collect(size_t size);
  bool skip_text(bool keep);
  void use_header(size_t size);
  State needs_bytes();
};

EntryStream::State GzipStream::Machine::needs_bytes() {
  return next < file_size ? State::kNeedsBytes : fail(Code::kDamagedFile, "truncated");
}

/// Takes bytes of the header out of the input.
void GzipStream::Machine::use_header(size_t size) {
  header_crc = crc_of(input.substr(0, size), header_crc);
  input.remove_prefix(size);
}

/// True when `field` holds `size` bytes; it is emptied by whoever uses it.
bool GzipStream::Machine::collect(size_t size) {
  const size_t count = std::min(size - field.size(), input.size());
  field.append(input.substr(0, count));
  if (phase < Phase::kHeaderCrc) {
    use_header(count);
  } else {
    input.remove_prefix(count);
  }
  return field.size() == size;
}

/// True when the text that ends with a NUL is behind us.
bool GzipStream::Machine::skip_text(bool keep) {
  const size_t end = input.find('\0');
  const size_t size = std::min(end, input.size());
  if (keep && name.size() < kLongestStoredName) name.append(input.substr(0, std::min(size, kLongestStoredName - name.size())));
  use_header(end == std::string_view::npos ? size : size + 1);
  return end != std::string_view::npos;
}

EntryStream::State GzipStream::Machine::after_fixed() {
  flags = static_cast<unsigned char>(field[3]);
  if (field[0] != kFirstByte || field[1] != kSecondByte) return fail(Code::kDamagedFile, is_first ? "header" : "trailing");
  if (field[2] != kDeflateMethod || (flags & kReservedFlags) != 0) return fail(Code::kDamagedFile, "header");
  field.clear();
  phase = Phase::kExtraSize;
  return State::kMore;
}

EntryStream::State GzipStream::Machine::read_header() {
  switch (phase) {
    case Phase::kFixed:
      return collect(kFixedHeaderSize) ? after_fixed() : needs_bytes();
    case Phase::kExtraSize:
      if ((flags & kHasExtra) != 0) {
        if (!collect(2)) return needs_bytes();
        extra_left = load16(field, 0);
        field.clear();
      }
      phase = Phase::kExtra;
      return State::kMore;
    case Phase::kExtra: {
      const size_t count = std::min(extra_left, input.size());
      use_header(count);
      extra_left -= count;
      if (extra_left > 0) return needs_bytes();
      phase = Phase::kName;
      return State::kMore;
    }
    case Phase::kName:
      if ((flags & kHasName) != 0 && !skip_text(is_first)) return needs_bytes();
      if (is_first) name = stored_text(name);
      phase = Phase::kComment;
      return State::kMore;
    case Phase::kComment:
      if ((flags & kHasComment) != 0 && !skip_text(false)) return needs_bytes();
      phase = Phase::kHeaderCrc;
      return State::kMore;
    default:
      if ((flags & kHasHeaderCrc) != 0) {
        if (!collect(2)) return needs_bytes();
        if (load16(field, 0) != (header_crc & 0xFFFF)) return fail(Code::kDamagedFile, "header");
        field.clear();
      }
      inflater.restart();
      inflater.give(input);
      phase = Phase::kBody;
      return State::kMore;
  }
}

EntryStream::State GzipStream::Machine::inflate_body(std::string& out, size_t most) {
  const uint64_t before = inflater.produced();
  const Inflater::Outcome outcome = inflater.next(out, most);
  input = input.substr(input.size() - inflater.input_left());
  const uint64_t produced = inflater.produced() - before;
  if (produced > budget->left) return fail(Code::kLimitExceeded, "unpacked-size");
  budget->left -= produced;
  switch (outcome) {
    case Inflater::Outcome::kMore:
      return State::kMore;
    case Inflater::Outcome::kNeedsInput:
      return needs_bytes();
    case Inflater::Outcome::kEnd:
      phase = Phase::kTrailer;
      return State::kMore;
    case Inflater::Outcome::kDamaged:
      return fail(Code::kDamagedFile, "deflate");
    case Inflater::Outcome::kOutOfMemory:
      break;
  }
  return fail(Code::kOutOfMemory, {});
}

EntryStream::State GzipStream::Machine::after_trailer() {
  if (load32(field, 0) != inflater.checksum()) return fail(Code::kDamagedFile, "crc");
  if (load32(field, 4) != (inflater.produced() & 0xFFFFFFFF)) return fail(Code::kDamagedFile, "size");
  field.clear();
  is_first = false;
  phase = Phase::kPadding;
  return State::kMore;
}

/// Between members and behind the last one.
EntryStream::State GzipStream::Machine::read_padding() {
  if (input.empty()) return next < file_size ? State::kNeedsBytes : State::kEnd;
  if (input[0] == kFirstByte && !is_padded) {
    header_crc = 0;
    phase = Phase::kFixed;
    return State::kMore;
  }
  if (input.find_first_not_of('\0') != std::string_view::npos) return fail(Code::kDamagedFile, "trailing");
  is_padded = true;
  input = {};
  return State::kMore;
}

EntryStream::State GzipStream::Machine::read(std::string& out, size_t most) {
  if (failure) return State::kFailed;
  if (phase < Phase::kBody) return read_header();
  if (phase == Phase::kBody) return inflate_body(out, most);
  if (phase == Phase::kPadding) return read_padding();
  return collect(kTrailerSize) ? after_trailer() : needs_bytes();
}

GzipStream::GzipStream(uint64_t file_size, Budget& budget) : machine_(std::make_unique<Machine>()) {
  machine_->file_size = file_size;
  machine_->budget = &budget;
}

GzipStream::~GzipStream() = default;

EntryStream::State GzipStream::read(std::string& out, size_t most) { return machine_->read(out, most); }

ByteRange GzipStream::want() const { return {machine_->next, std::min(machine_->file_size - machine_->next, kMostWanted)}; }

void GzipStream::take(std::string_view bytes) {
  machine_->next += bytes.size();
  machine_->input = bytes;
  if (machine_->phase == Machine::Phase::kBody) machine_->inflater.give(bytes);
}

const Failure& GzipStream::failure() const { return *machine_->failure; }

const std::string& GzipStream::stored_name() const { return machine_->name; }

}  // namespace npscope::zip
