// SPDX-License-Identifier: MIT
// MemberBytes: the unpacked content of one member of an archive, to be read at any place. Going on where one was is cheap; going
// back starts from the beginning, unless the content was kept.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/format/byte_range.h"
#include "core/format/zip/archive.h"
#include "core/format/zip/gzip.h"

namespace npscope {

class MemberBytes {
 public:
  /// `entry` (null: a gzip file) and `budget` must outlive this.
  MemberBytes(const zip::Entry* entry, uint64_t file_size, zip::Budget& budget);

  enum class State : uint8_t { kMore, kNeedsBytes, kReady, kFailed };
  /// Comes first, until kReady: finds out how long the content is, and keeps it when it is a workbook, which is read here and
  /// there. kMore: call again; kNeedsBytes: take(want()) first.
  [[nodiscard]] State prepare();
  /// Unpacks until at least one byte from `offset` on is there: kReady, then see at(). REQUIRES: offset < size().
  [[nodiscard]] State seek(uint64_t offset);
  /// What is there from `offset` on, until the next call. REQUIRES: seek(offset) was kReady.
  [[nodiscard]] std::string_view at(uint64_t offset) const { return std::string_view(window_).substr(offset - start_); }
  /// Reads what is left, so that size and checksum are proved.
  [[nodiscard]] State verify();

  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  /// REQUIRES: a state was kFailed.
  [[nodiscard]] const Failure& failure() const { return *failure_; }
  /// Known after prepare().
  [[nodiscard]] uint64_t size() const { return size_; }

 private:
  using Stream = std::variant<std::monostate, zip::EntryStream, std::unique_ptr<zip::GzipStream>>;
  void restart();
  [[nodiscard]] State read();
  [[nodiscard]] State fail(Failure failure);

  const zip::Entry* entry_;
  uint64_t file_size_;
  zip::Budget* budget_;
  /// What the budget was before anything was unpacked: reading again costs nothing more.
  uint64_t budget_before_;
  Stream stream_;
  bool ended_ = false;  // the stream is at its proven end
  bool looked_ = false;
  bool keep_ = false;
  bool proven_ = false;
  uint64_t size_ = 0;
  /// Unpacked bytes [start_, start_ + window_.size()).
  uint64_t start_ = 0;
  std::string window_;
  std::optional<Failure> failure_;
};

}  // namespace npscope
