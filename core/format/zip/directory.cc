// SPDX-License-Identifier: MIT
// The end record is searched from the file's end, the ZIP64 record follows if there is one, then the entries are read in pieces.
// Where two readings of an archive are possible it is refused: readers must not differ about what a file holds.
#include <algorithm>

#include "core/base/little_endian.h"
#include "core/format/table_source.h"
#include "core/format/zip/archive.h"
#include "core/format/zip/inflater.h"
#include "core/format/zip/names.h"

namespace npscope::zip {
namespace {

constexpr uint32_t kEndSignature = 0x06054B50;
constexpr uint32_t kLocatorSignature = 0x07064B50;
constexpr uint32_t kZip64EndSignature = 0x06064B50;
constexpr uint32_t kEntrySignature = 0x02014B50;

constexpr size_t kEndSize = 22;
constexpr size_t kLocatorSize = 20;
constexpr size_t kZip64EndSize = 56;
constexpr size_t kEntrySize = 46;
constexpr size_t kLocalHeaderSize = 30;
constexpr size_t kMostComment = 0xFFFF;

constexpr uint16_t kMax16 = 0xFFFF;
constexpr uint32_t kMax32 = 0xFFFFFFFF;

constexpr size_t kMostEntries = 65536;
/// Half a kilobyte for each entry of the largest directory: names are kept, so they must not take any size.
constexpr uint64_t kMostDirectory = uint64_t{32} << 20;

constexpr uint16_t kZip64Extra = 0x0001;
constexpr uint16_t kUnicodePathExtra = 0x7075;

/// Flags for encryption, strong encryption and a hidden directory.
constexpr uint16_t kEncryptedFlags = 1U << 0 | 1U << 6 | 1U << 13;

/// Entries may share this many bytes with the next one: some writers count their data descriptor wrongly (ClamAV allows as much).
constexpr uint64_t kOverlapTolerance = 2;

/// Where the end record starts in the file's last bytes.
struct EndPlace {
  size_t count = 0;  // places that look like one: more than one is a trick
  size_t at = 0;
};

EndPlace find_end(std::string_view tail) {
  EndPlace place;
  for (size_t at = tail.size() - kEndSize + 1; at-- > 0;) {
    if (tail[at] != 'P' || load32(tail, at) != kEndSignature) continue;
    if (at + kEndSize + load16(tail, at + 20) != tail.size()) continue;
    ++place.count;
    place.at = at;
  }
  return place;
}

/// What the end records say about the directory.
struct End {
  uint64_t count = 0;
  uint64_t size = 0;
  uint64_t offset = 0;
};

/// The extra fields of an entry that matter; false when they do not fit their frame or a ZIP64 number is missing.
bool read_extra(std::string_view extra, std::string_view stored_name, Entry& entry) {
  while (extra.size() >= 4) {
    const uint16_t kind = load16(extra, 0);
    const size_t size = load16(extra, 2);
    if (size > extra.size() - 4) return false;
    std::string_view field = extra.substr(4, size);
    extra.remove_prefix(4 + size);
    if (kind == kZip64Extra) {
      for (uint64_t* number : {&entry.size, &entry.compressed_size, &entry.header_offset}) {
        if (*number != kMax32) continue;
        if (field.size() < 8) return false;
        *number = load64(field, 0);
        field.remove_prefix(8);
      }
    } else if (kind == kUnicodePathExtra && size > 5 && field[0] == 1 && load32(field, 1) == crc_of(stored_name, 0)) {
      entry.name = name_text(field.substr(5));
    }
  }
  return true;
}

bool has_duplicate_names(const std::vector<Entry>& entries) {
  std::vector<const Entry*> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(&entry);
  std::ranges::sort(sorted, [](const Entry* a, const Entry* b) { return compare_names(a->name, b->name) < 0; });
  const auto same = [](const Entry* a, const Entry* b) { return compare_names(a->name, b->name) == 0; };
  return std::ranges::adjacent_find(sorted, same) != sorted.end();
}

/// Bytes from an entry's header to its last data byte, as far as the directory tells: the header's extra field comes on top.
uint64_t least_size(const Entry& entry) { return kLocalHeaderSize + entry.name_size + entry.compressed_size; }

/// `limit`: where the last entry must end.
bool has_overlaps(const std::vector<Entry>& entries, uint64_t limit) {
  std::vector<const Entry*> sorted;
  sorted.reserve(entries.size());
  for (const Entry& entry : entries) sorted.push_back(&entry);
  std::ranges::sort(sorted, {}, [](const Entry* entry) { return entry->header_offset; });
  uint64_t end = 0;
  for (const Entry* entry : sorted) {
    if (entry->header_offset + kOverlapTolerance < end) return true;
    end = std::max(end, entry->header_offset + least_size(*entry));
  }
  return end > limit + kOverlapTolerance;
}

}  // namespace

const Entry* find_entry(const std::vector<Entry>& entries, std::string_view name) {
  const Entry* similar = nullptr;
  for (const Entry& entry : entries) {
    if (entry.name.size() != name.size()) continue;
    if (entry.name == name) return &entry;
    if (compare_names(entry.name, name) == 0) similar = &entry;
  }
  return similar;
}

struct Directory::State {
  enum class Phase : uint8_t { kTail, kZip64End, kEntries, kDone };

  uint64_t file_size = 0;
  Phase phase = Phase::kTail;
  ByteRange want;
  End end;
  uint64_t limit = 0;  // where the directory must have ended
  uint64_t left = 0;   // bytes of the directory still to come
  uint64_t entry_count = 0;
  std::string pending;  // an entry cut by the end of a piece
  std::vector<Entry> entries;
  std::optional<Failure> failure;

  void fail(Code code, std::string_view detail) {
    failure = Failure{code, std::string(detail)};
    want = {};
  }

  void start();
  void take_tail(std::string_view tail);
  void take_locator(std::string_view locator, uint64_t locator_at);
  void take_zip64_end(std::string_view record);
  void begin_entries();
  void want_next_piece();
  void take_entries(std::string_view piece);
  /// The entry at the start of `bytes`; the bytes it takes, 0 when it is not complete or this failed.
  size_t take_entry(std::string_view bytes);
  void finish();
};

void Directory::State::start() {
  if (file_size < kEndSize) return fail(Code::kDamagedFile, "truncated");
  const uint64_t size = std::min<uint64_t>(file_size, kMostComment + kEndSize + kLocatorSize);
  want = {file_size - size, size};
}

void Directory::State::take_tail(std::string_view tail) {
  const EndPlace place = find_end(tail);
  if (place.count == 0) return fail(Code::kDamagedFile, "truncated");
  if (place.count > 1) return fail(Code::kRefusedFile, "two-directories");
  const std::string_view record = tail.substr(place.at, kEndSize);
  limit = file_size - tail.size() + place.at;
  end = {load16(record, 10), load32(record, 12), load32(record, 16)};
  if (place.at >= kLocatorSize && load32(tail, place.at - kLocatorSize) == kLocatorSignature)
    return take_locator(tail.substr(place.at - kLocatorSize, kLocatorSize), limit - kLocatorSize);
  if (load16(record, 4) != 0 || load16(record, 6) != 0) return fail(Code::kUnsupportedFormat, "zip-parts");
  if (load16(record, 8) != end.count) return fail(Code::kDamagedFile, "count");
  begin_entries();
}

void Directory::State::take_locator(std::string_view locator, uint64_t locator_at) {
  const uint64_t record_at = load64(locator, 8);
  if (load32(locator, 4) != 0 || load32(locator, 16) > 1) return fail(Code::kUnsupportedFormat, "zip-parts");
  if (locator_at < kZip64EndSize || record_at > locator_at - kZip64EndSize) return fail(Code::kDamagedFile, "directory");
  phase = Phase::kZip64End;
  limit = record_at;
  want = {record_at, kZip64EndSize};
}

void Directory::State::take_zip64_end(std::string_view record) {
  if (load32(record, 0) != kZip64EndSignature) return fail(Code::kDamagedFile, "directory");
  if (load32(record, 16) != 0 || load32(record, 20) != 0) return fail(Code::kUnsupportedFormat, "zip-parts");
  const End wide = {load64(record, 32), load64(record, 40), load64(record, 48)};
  const bool agree = (end.count == kMax16 || end.count == wide.count) && (end.size == kMax32 || end.size == wide.size) &&
                     (end.offset == kMax32 || end.offset == wide.offset) && load64(record, 24) == wide.count;
  if (!agree) return fail(Code::kDamagedFile, "directory");
  end = wide;
  begin_entries();
}

void Directory::State::begin_entries() {
  // Nothing may stand between the directory and its end: what does belongs to another reading of the file.
  if (end.offset > limit || end.size != limit - end.offset) return fail(Code::kDamagedFile, "directory");
  if (end.size > kMostDirectory || end.count > kMostEntries) {
    const bool lie = end.count > end.size / kEntrySize;
    return lie ? fail(Code::kDamagedFile, "count") : fail(Code::kLimitExceeded, "entries");
  }
  phase = Phase::kEntries;
  left = end.size;
  want_next_piece();
}

void Directory::State::want_next_piece() {
  want = {end.offset + end.size - left, std::min(left, kMostWanted)};
  if (left == 0) finish();
}

void Directory::State::take_entries(std::string_view piece) {
  left -= piece.size();
  pending.append(piece);
  std::string_view rest = pending;
  while (const size_t size = take_entry(rest)) rest.remove_prefix(size);
  if (failure) return;
  pending.erase(0, pending.size() - rest.size());
  want_next_piece();
}

size_t Directory::State::take_entry(std::string_view bytes) {
  if (bytes.size() < kEntrySize) return 0;
  const auto damaged = [this](std::string_view detail) {
    fail(Code::kDamagedFile, detail);
    return size_t{0};
  };
  if (load32(bytes, 0) != kEntrySignature) return damaged("directory");
  const size_t name_size = load16(bytes, 28);
  const size_t extra_size = load16(bytes, 30);
  const size_t size = kEntrySize + name_size + extra_size + load16(bytes, 32);
  if (bytes.size() < size) return 0;
  if (++entry_count > end.count) return damaged("count");

  const std::string_view stored_name = bytes.substr(kEntrySize, name_size);
  Entry entry;
  entry.name = name_text(stored_name);
  entry.name_size = static_cast<uint16_t>(name_size);
  entry.name_crc = crc_of(stored_name, 0);
  entry.encrypted = (load16(bytes, 8) & kEncryptedFlags) != 0;
  entry.method = load16(bytes, 10);
  entry.crc = load32(bytes, 16);
  entry.compressed_size = load32(bytes, 20);
  entry.size = load32(bytes, 24);
  entry.header_offset = load32(bytes, 42);
  if (!read_extra(bytes.substr(kEntrySize + name_size, extra_size), stored_name, entry)) return damaged("directory");
  if (entry.name.ends_with('/') || entry.name.ends_with('\\')) return size;
  if (entry.header_offset > end.offset || entry.compressed_size > end.offset - entry.header_offset) return damaged("directory");
  entries.push_back(std::move(entry));
  return size;
}

void Directory::State::finish() {
  want = {};
  if (!pending.empty()) return fail(Code::kDamagedFile, "directory");
  if (entry_count != end.count) return fail(Code::kDamagedFile, "count");
  if (has_duplicate_names(entries)) return fail(Code::kRefusedFile, "duplicate-name");
  if (has_overlaps(entries, end.offset)) return fail(Code::kRefusedFile, "overlap");
  pending = {};
  phase = Phase::kDone;
}

Directory::Directory(uint64_t file_size) : state_(std::make_unique<State>()) {
  state_->file_size = file_size;
  state_->start();
}

Directory::~Directory() = default;

ByteRange Directory::want() const { return state_->want; }

void Directory::take(std::string_view bytes) {
  switch (state_->phase) {
    case State::Phase::kTail:
      return state_->take_tail(bytes);
    case State::Phase::kZip64End:
      return state_->take_zip64_end(bytes);
    case State::Phase::kEntries:
      return state_->take_entries(bytes);
    case State::Phase::kDone:
      return;
  }
}

bool Directory::done() const { return state_->phase == State::Phase::kDone; }

const std::optional<Failure>& Directory::failure() const { return state_->failure; }

const std::vector<Entry>& Directory::entries() const { return state_->entries; }

}  // namespace npscope::zip
