// SPDX-License-Identifier: MIT
// Header, DIFAT, FAT, directory and, for a stream below 4096 bytes, mini FAT: one after the other, each by the ranges it needs.
#include "core/format/xls/compound_file.h"

#include <algorithm>

#include "core/base/little_endian.h"

namespace npscope::xls {
namespace {

constexpr size_t kHeaderSize = 512;
constexpr size_t kHeaderDifat = 76;  // position of the header's list of FAT sectors
constexpr size_t kHeaderDifatCount = 109;
constexpr size_t kEntrySize = 128;
constexpr uint32_t kFirstSpecial = 0xFFFFFFFA;  // sector numbers from here on end a chain
constexpr uint64_t kSmallStream = 4096;         // shorter ones are in the mini stream
constexpr uint64_t kMiniSector = 64;
constexpr std::string_view kSignature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

/// A stream of records without a compound file around it: what BIFF2 to BIFF4 are, and some programs' BIFF5.
std::string_view bare_stream_name(std::string_view bytes) {
  if (bytes.size() < 6 || load8(bytes, 0) != 0x09) return {};
  switch (load16(bytes, 0)) {
    case 0x0009:
      return "biff2";
    case 0x0209:
      return "biff3";
    case 0x0409:
      return "biff4";
    case 0x0809:
      return load16(bytes, 4) == 0x0600 ? "biff8" : "biff5";
    default:
      return {};
  }
}

/// Compares an entry's UTF-16 name with an ASCII one; case does not count.
bool is_named(const char* entry, std::string_view name) {
  if (load16(entry + 64) != 2 * (name.size() + 1)) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  for (size_t i = 0; i < name.size(); ++i)
    if (entry[2 * i + 1] != 0 || lower(entry[2 * i]) != lower(name[i])) return false;
  return true;
}

}  // namespace

CompoundFile::CompoundFile(uint64_t file_size) : file_size_(file_size) {
  if (file_size == 0) fail(Code::kEmptyFile, {});
}

void CompoundFile::fail(Code code, std::string_view detail) {
  if (!failure_) failure_ = Failure{code, std::string(detail)};
}

bool CompoundFile::claim(uint32_t sector) {
  if (sector >= sector_count_) {
    fail(Code::kDamagedFile, "truncated");
    return false;
  }
  if (claimed_[sector]) {
    fail(Code::kDamagedFile, "chain-loop");
    return false;
  }
  claimed_[sector] = true;
  return true;
}

ByteRange CompoundFile::want() const {
  if (phase_ == Phase::kHeader) return {0, std::min<uint64_t>(kHeaderSize, file_size_)};
  if (phase_ == Phase::kDifat) return {sector_offset(difat_sector_), sector_size()};
  return reader_.want();
}

void CompoundFile::take(std::string_view bytes) {
  if (phase_ == Phase::kHeader) return take_header(bytes);
  if (phase_ == Phase::kDifat) {
    const size_t links = sector_size() / 4 - 1;
    take_fat_list(bytes, links);
    return next_difat(load32(bytes, 4 * links));
  }
  reader_.take(bytes, bytes_);
  if (phase_ == Phase::kDirectory) take_entries();
  if (!reader_.at_end()) return;
  if (phase_ == Phase::kFat) return start_directory();
  if (phase_ == Phase::kDirectory) return find_stream();
  locate_small();
}

Extents CompoundFile::release_stream() {
  Extents stream = std::move(stream_);
  *this = CompoundFile(file_size_);
  return stream;
}

void CompoundFile::take_header(std::string_view header) {
  if (!header.starts_with(kSignature.substr(0, header.size()))) {
    const std::string_view bare = bare_stream_name(header);
    return bare.empty() ? fail(Code::kDamagedFile, "header") : fail(Code::kUnsupportedFormat, bare);
  }
  if (header.size() < kHeaderSize) return fail(Code::kDamagedFile, "truncated");
  const char* at = header.data();
  sector_shift_ = load16(at + 30);
  if (sector_shift_ != 9 && sector_shift_ != 12) return fail(Code::kDamagedFile, "sector-size");
  if (load16(at + 32) != 6 || load32(at + 56) != kSmallStream) return fail(Code::kDamagedFile, "header");
  if (file_size_ <= sector_size()) return fail(Code::kDamagedFile, "truncated");
  // The last sector need not be whole; numbers from kFirstSpecial on name no sector.
  sector_count_ = std::min<uint64_t>((file_size_ - 1) >> sector_shift_, kFirstSpecial);
  claimed_.assign(sector_count_, false);
  first_directory_ = load32(at + 48);
  first_mini_fat_ = load32(at + 60);
  const uint32_t first_difat = load32(at + 68);
  const uint32_t difat_count = load32(at + 72);
  phase_ = Phase::kDifat;
  take_fat_list(header.substr(kHeaderDifat), kHeaderDifatCount);
  // Some writers leave the first DIFAT sector at 0 when there is none.
  next_difat(difat_count == 0 ? kFirstSpecial : first_difat);
}

/// Sectors of the FAT; those that would describe sectors behind the end of the file are not needed.
void CompoundFile::take_fat_list(std::string_view list, size_t count) {
  for (size_t i = 0; i < count && !failure_; ++i) {
    const uint32_t sector = load32(list, 4 * i);
    if (sector >= kFirstSpecial || fat_sectors_.size() / 4 >= sector_count_) continue;
    if (!claim(sector)) return;
    const uint64_t offset = sector_offset(sector);
    fat_sectors_.append(offset, std::min(sector_size(), file_size_ - offset));
  }
}

void CompoundFile::next_difat(uint32_t sector) {
  if (failure_) return;
  if (sector >= kFirstSpecial) return start_fat();
  if (!claim(sector)) return;
  if (sector_offset(sector) + sector_size() > file_size_) return fail(Code::kDamagedFile, "truncated");
  difat_sector_ = sector;
}

void CompoundFile::start_fat() {
  if (fat_sectors_.size() == 0) return fail(Code::kDamagedFile, "header");
  phase_ = Phase::kFat;
  reader_ = ExtentReader(std::move(fat_sectors_));
}

void CompoundFile::start_directory() {
  fat_.swap(bytes_);
  Extents chain;
  if (!add_chain(first_directory_, sector_count_, chain)) return;
  if (chain.size() == 0) return fail(Code::kDamagedFile, "directory");
  phase_ = Phase::kDirectory;
  reader_ = ExtentReader(std::move(chain));
}

/// Follows a chain for at most `most` sectors. False: failed.
bool CompoundFile::add_chain(uint32_t first, uint64_t most, Extents& chain) {
  uint32_t sector = first;
  for (uint64_t i = 0; i < most && sector < kFirstSpecial; ++i) {
    if (!claim(sector)) return false;
    const uint64_t offset = sector_offset(sector);
    chain.append(offset, std::min(sector_size(), file_size_ - offset));
    const bool cut_off = chain.size() != (i + 1) << sector_shift_;
    const bool unknown = (uint64_t{sector} + 1) * 4 > fat_.size();
    if (unknown || (cut_off && load32(fat_, size_t{sector} * 4) < kFirstSpecial)) {
      fail(Code::kDamagedFile, "truncated");
      return false;
    }
    sector = load32(fat_, size_t{sector} * 4);
  }
  return true;
}

void CompoundFile::take_entries() {
  size_t at = 0;
  for (; at + kEntrySize <= bytes_.size(); at += kEntrySize) {
    const char* from = bytes_.data() + at;
    Entry& entry = entries_.emplace_back();
    const bool is_stream = load8(from + 66) == 2;
    if (is_stream && is_named(from, "Workbook")) entry.stream = Stream::kWorkbook;
    if (is_stream && is_named(from, "Book")) entry.stream = Stream::kBook;
    if (is_stream && is_named(from, "EncryptedPackage")) entry.stream = Stream::kEncrypted;
    if (is_stream && is_named(from, "WordDocument")) entry.stream = Stream::kWord;
    if (is_stream && is_named(from, "PowerPoint Document")) entry.stream = Stream::kPowerPoint;
    entry.left = load32(from + 68);
    entry.right = load32(from + 72);
    entry.child = load32(from + 76);
    entry.start = load32(from + 116);
    // Version 3 leaves the upper half of the size undefined.
    entry.size = sector_shift_ == 9 ? load32(from + 120) : load64(from + 120);
  }
  bytes_.erase(0, at);
}

/// The entries beside each other at the root: a walk over the tree of siblings that visits each entry once.
std::vector<bool> CompoundFile::root_entries() const {
  std::vector<bool> seen(entries_.size(), false);
  std::vector<uint32_t> open = {entries_[0].child};
  while (!open.empty()) {
    const uint32_t id = open.back();
    open.pop_back();
    if (id >= entries_.size() || seen[id]) continue;
    seen[id] = true;
    open.push_back(entries_[id].left);
    open.push_back(entries_[id].right);
  }
  return seen;
}

/// A workbook can hold documents and a document workbooks: what stands at the root counts first, then the front of the list.
const CompoundFile::Entry* CompoundFile::choose_stream() const {
  const std::vector<bool> at_root = root_entries();
  const Entry* best = nullptr;
  size_t best_rank = 0;
  for (size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].stream == Stream::kOther) continue;
    const size_t rank = (at_root[i] ? 16 : 8) - static_cast<size_t>(entries_[i].stream);
    if (rank <= best_rank) continue;
    best = &entries_[i];
    best_rank = rank;
  }
  return best;
}

void CompoundFile::find_stream() {
  if (entries_.empty()) return fail(Code::kDamagedFile, "directory");
  const Entry* entry = choose_stream();
  if (entry == nullptr) return fail(Code::kUnsupportedFormat, "compound-file");
  switch (entry->stream) {
    case Stream::kEncrypted:
      return fail(Code::kPasswordProtected, {});
    case Stream::kWord:
      return fail(Code::kUnsupportedFormat, "doc");
    case Stream::kPowerPoint:
      return fail(Code::kUnsupportedFormat, "ppt");
    default:
      return locate(*entry);
  }
}

void CompoundFile::locate(const Entry& entry) {
  found_ = entry;
  if (entry.size >= kSmallStream) {
    const uint64_t sectors = ((entry.size - 1) >> sector_shift_) + 1;
    if (!add_chain(entry.start, sectors, stream_)) return;
    stream_.cut(entry.size);
    phase_ = Phase::kDone;
    return;
  }
  Extents mini_fat;
  if (!add_chain(entries_[0].start, sector_count_, mini_stream_)) return;
  const uint64_t sectors = (mini_stream_.size() / kMiniSector * 4 >> sector_shift_) + 1;
  if (!add_chain(first_mini_fat_, sectors, mini_fat)) return;
  if (mini_fat.size() == 0) return fail(Code::kDamagedFile, "truncated");
  bytes_.clear();
  phase_ = Phase::kMiniFat;
  reader_ = ExtentReader(std::move(mini_fat));
}

/// At most 64 mini sectors, so that who was here before is told by looking at all of them.
void CompoundFile::locate_small() {
  std::vector<uint32_t> chain;
  uint32_t sector = found_.start;
  while (sector < kFirstSpecial && stream_.size() < found_.size) {
    const uint64_t position = uint64_t{sector} * kMiniSector;
    if ((uint64_t{sector} + 1) * 4 > bytes_.size() || position + kMiniSector > mini_stream_.size())
      return fail(Code::kDamagedFile, "truncated");
    if (std::find(chain.begin(), chain.end(), sector) != chain.end()) return fail(Code::kDamagedFile, "chain-loop");
    chain.push_back(sector);
    stream_.append(mini_stream_.piece_at(position).offset, kMiniSector);
    sector = load32(bytes_, size_t{sector} * 4);
  }
  stream_.cut(found_.size);
  phase_ = Phase::kDone;
}

}  // namespace npscope::xls
