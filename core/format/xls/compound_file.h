// SPDX-License-Identifier: MIT
// CompoundFile: finds the workbook's stream in a compound file ([MS-CFB], "OLE2"), as extents of the file.
//
// Nothing of the structure is believed: every sector may belong to one chain only (a second claim is a loop), chains end at the
// end of the file, sizes that the file states are upper limits and never allocated. The directory is scanned from front to back;
// its tree tells only which of several streams stands at the root.
//
// Fails with `damaged-file` ("truncated", "header", "sector-size", "chain-loop", "directory"), `password-protected` (a workbook
// of today inside an encrypted package) and `unsupported-format` ("biff2" to "biff8" for streams without a compound file, "doc",
// "ppt", "compound-file").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/byte_range.h"
#include "core/format/xls/extents.h"

namespace npscope::xls {

class CompoundFile {
 public:
  explicit CompoundFile(uint64_t file_size);

  [[nodiscard]] bool done() const { return phase_ == Phase::kDone; }
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
  /// REQUIRES: neither done nor failed.
  [[nodiscard]] ByteRange want() const;
  /// Exactly the bytes of want(); the view is not kept.
  void take(std::string_view bytes);
  /// Gives the stream and forgets everything else. REQUIRES: done().
  [[nodiscard]] Extents release_stream();

 private:
  enum class Phase : uint8_t { kHeader, kDifat, kFat, kDirectory, kMiniFat, kDone };
  enum class Stream : uint8_t { kOther, kWorkbook, kBook, kEncrypted, kWord, kPowerPoint };

  struct Entry {
    Stream stream = Stream::kOther;
    uint32_t left = 0;
    uint32_t right = 0;
    uint32_t child = 0;
    uint32_t start = 0;
    uint64_t size = 0;
  };

  void fail(Code code, std::string_view detail);
  [[nodiscard]] uint64_t sector_size() const { return uint64_t{1} << sector_shift_; }
  [[nodiscard]] uint64_t sector_offset(uint32_t sector) const { return (uint64_t{sector} + 1) << sector_shift_; }
  bool claim(uint32_t sector);
  void take_header(std::string_view header);
  void take_fat_list(std::string_view list, size_t count);
  void next_difat(uint32_t sector);
  void start_fat();
  void start_directory();
  bool add_chain(uint32_t first, uint64_t most, Extents& chain);
  void take_entries();
  [[nodiscard]] std::vector<bool> root_entries() const;
  [[nodiscard]] const Entry* choose_stream() const;
  void find_stream();
  void locate(const Entry& entry);
  void locate_small();

  uint64_t file_size_;
  Phase phase_ = Phase::kHeader;
  std::optional<Failure> failure_;
  unsigned sector_shift_ = 9;
  uint64_t sector_count_ = 0;
  std::vector<bool> claimed_;  // by sector
  uint32_t first_directory_ = 0;
  uint32_t first_mini_fat_ = 0;
  uint32_t difat_sector_ = 0;  // wanted
  Extents fat_sectors_;
  ExtentReader reader_;  // of what the phase reads
  std::string bytes_;    // brought by reader_
  std::string fat_;
  std::vector<Entry> entries_;
  Entry found_;
  Extents mini_stream_;
  Extents stream_;
};

}  // namespace npscope::xls
