// SPDX-License-Identifier: MIT
// Intake: one dropped file. Usually that is one file to read; a ZIP or gzip file is unpacked, and what is in it is read as if it
// had been dropped, one level deep.
//
// A machine without I/O in the way of FileShard. Members that are read from start to end are unpacked piece by piece; workbooks
// inside an archive, which are read here and there, are unpacked into memory first.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/zip/archive.h"
#include "core/shard/file_shard.h"
#include "core/shard/member_bytes.h"
#include "core/shard/options.h"
#include "core/shard/pair_tables.h"

namespace npscope {

/// A file to report on: the dropped one itself, or a member of it.
struct IntakeFile {
  std::unique_ptr<FileShard> shard;
  Container container = Container::kNone;
  /// The name in the archive; empty when the dropped file is no archive.
  std::string member;
};

class Intake {
 public:
  /// Options and tables must outlive this.
  Intake(std::string name, uint64_t size, const ReadOptions& options, const PairTables& tables);

  [[nodiscard]] ByteRange want() const;
  [[nodiscard]] char* reserve(uint64_t length);
  void commit(uint64_t length);
  [[nodiscard]] bool step();
  [[nodiscard]] std::string_view want_table() const {
    return files_.empty() ? std::string_view() : files_.back().shard->want_table();
  }
  void take_table() { files_.back().shard->take_table(); }
  void fail(Code code);
  void close();

  [[nodiscard]] uint64_t size() const { return size_; }
  /// What to report on; at least one after close().
  [[nodiscard]] const std::vector<IntakeFile>& files() const { return files_; }
  /// What conversions have written; null when there is nothing.
  [[nodiscard]] std::string* output() { return files_.empty() ? nullptr : files_.back().shard->output(); }

 private:
  [[nodiscard]] bool unpacking() const { return container_ != Container::kNone; }
  void open_archive();
  void open_next_member();
  [[nodiscard]] bool step_member();
  [[nodiscard]] bool feed_member(FileShard& shard);
  [[nodiscard]] bool after(MemberBytes::State state);
  void close_member();

  std::string name_;
  uint64_t size_;
  const ReadOptions& options_;
  const PairTables& tables_;
  std::vector<IntakeFile> files_;

  // Only for archives. `outer_` is the shard that found out what the file is.
  enum class Stage : uint8_t { kPreparing, kReading, kVerifying, kDone };
  Container container_ = Container::kNone;
  std::unique_ptr<FileShard> outer_;
  size_t next_entry_ = 0;
  zip::Budget budget_;
  std::optional<MemberBytes> member_;
  Stage stage_ = Stage::kDone;
  std::string bytes_;
  ByteRange range_;
  uint64_t filled_ = 0;
  bool working_ = false;
};

}  // namespace npscope
