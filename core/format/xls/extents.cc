// SPDX-License-Identifier: MIT
// Runs are merged as they are appended; a range covers as many following runs as stand close behind each other in the file.
#include "core/format/xls/extents.h"

#include <algorithm>

#include "core/format/table_source.h"

namespace npscope::xls {
namespace {

/// Bytes between two runs that are read along rather than asked around: the distance of two FAT sectors of a growing file.
constexpr uint64_t kLargestGap = 64 << 10;

}  // namespace

void Extents::append(uint64_t offset, uint64_t length) {
  if (length == 0) return;
  const bool follows = !runs_.empty() && runs_.back().offset + (size_ - runs_.back().position) == offset;
  if (!follows) runs_.push_back({size_, offset});
  size_ += length;
}

void Extents::cut(uint64_t size) {
  size_ = std::min(size_, size);
  while (!runs_.empty() && runs_.back().position >= size_) runs_.pop_back();
}

size_t Extents::run_at(uint64_t position) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), position, [](uint64_t p, const Run& run) { return p < run.position; });
  return static_cast<size_t>(after - runs_.begin()) - 1;
}

ByteRange Extents::piece_at(uint64_t position) const {
  const size_t run = run_at(position);
  return {runs_[run].offset + (position - runs_[run].position), run_end(run) - position};
}

void ExtentReader::seek(uint64_t position) {
  position_ = position;
  if (!at_end()) run_ = extents_.run_at(position);
}

ByteRange ExtentReader::want() const {
  const std::vector<Extents::Run>& runs = extents_.runs_;
  const uint64_t start = runs[run_].offset + (position_ - runs[run_].position);
  const uint64_t limit = start + kMostWanted;
  uint64_t end = std::min(limit, start + (extents_.run_end(run_) - position_));
  for (size_t next = run_ + 1; next < runs.size() && end < limit; ++next) {
    const uint64_t from = runs[next].offset;
    if (from < end || from - end > kLargestGap || from >= limit) break;
    end = std::min(limit, from + (extents_.run_end(next) - runs[next].position));
  }
  return {start, end - start};
}

void ExtentReader::take(std::string_view bytes, std::string& out) {
  const uint64_t start = extents_.runs_[run_].offset + (position_ - extents_.runs_[run_].position);
  while (!at_end()) {
    const Extents::Run& run = extents_.runs_[run_];
    const uint64_t from = run.offset + (position_ - run.position);
    if (from < start || from - start >= bytes.size()) return;
    const uint64_t length = std::min(extents_.run_end(run_) - position_, bytes.size() - (from - start));
    out.append(bytes.substr(from - start, length));
    position_ += length;
    if (position_ == extents_.run_end(run_)) ++run_;
  }
}

}  // namespace npscope::xls
