// SPDX-License-Identifier: MIT
// A window over the unpacked stream. A gzip file does not say how long its content is, so it is unpacked once to find out.
#include "core/shard/member_bytes.h"

#include <utility>

namespace npscope {
namespace {

constexpr size_t kWindow = 256 << 10;
/// A workbook inside an archive may unpack to this many bytes.
constexpr size_t kMostKept = 512 << 20;

bool is_workbook(std::string_view start) { return start.starts_with("PK\x03\x04") || start.starts_with("\xD0\xCF\x11\xE0"); }

}  // namespace

MemberBytes::MemberBytes(const zip::Entry* entry, uint64_t file_size, zip::Budget& budget)
    : entry_(entry), file_size_(file_size), budget_(&budget), budget_before_(budget.left) {
  restart();
}

void MemberBytes::restart() {
  budget_->left = budget_before_;
  start_ = 0;
  window_.clear();
  ended_ = false;
  if (entry_ != nullptr) {
    stream_.emplace<zip::EntryStream>(*entry_, file_size_, *budget_);
  } else {
    stream_.emplace<std::unique_ptr<zip::GzipStream>>(std::make_unique<zip::GzipStream>(file_size_, *budget_));
  }
}

MemberBytes::State MemberBytes::fail(Failure failure) {
  failure_ = std::move(failure);
  return State::kFailed;
}

/// One window more; kReady at the end of the stream.
MemberBytes::State MemberBytes::read() {
  if (failure_) return State::kFailed;
  if (ended_) return State::kReady;
  auto* entry = std::get_if<zip::EntryStream>(&stream_);
  zip::GzipStream* gzip = entry == nullptr ? std::get<std::unique_ptr<zip::GzipStream>>(stream_).get() : nullptr;
  switch (entry != nullptr ? entry->read(window_, kWindow) : gzip->read(window_, kWindow)) {
    case zip::EntryStream::State::kMore:
      return State::kMore;
    case zip::EntryStream::State::kNeedsBytes:
      return State::kNeedsBytes;
    case zip::EntryStream::State::kEnd:
      ended_ = true;
      return State::kReady;
    case zip::EntryStream::State::kFailed:
      break;
  }
  return fail(entry != nullptr ? entry->failure() : gzip->failure());
}

MemberBytes::State MemberBytes::prepare() {
  const State state = read();
  if (state == State::kFailed) return state;
  if (!looked_ && (window_.size() >= 8 || ended_)) {
    looked_ = true;
    keep_ = is_workbook(window_);
    if (!keep_ && entry_ != nullptr) {
      size_ = entry_->size;
      return State::kReady;
    }
  }
  if (looked_ && !keep_) {
    start_ += window_.size();
    window_.clear();
  }
  if (keep_ && window_.size() > kMostKept) return fail({Code::kLimitExceeded, "nested-size"});
  if (!ended_) return state;
  size_ = start_ + window_.size();
  proven_ = true;
  if (!keep_) restart();
  return State::kReady;
}

MemberBytes::State MemberBytes::seek(uint64_t offset) {
  if (offset < start_) restart();
  if (offset - start_ < window_.size()) return State::kReady;
  start_ += window_.size();
  window_.clear();
  const State state = read();
  if (state == State::kFailed) return state;
  if (offset - start_ < window_.size()) return State::kReady;
  return ended_ ? fail({Code::kDamagedFile, "size"}) : state;
}

MemberBytes::State MemberBytes::verify() {
  if (proven_ || ended_) return State::kReady;
  start_ += window_.size();
  window_.clear();
  return read();
}

ByteRange MemberBytes::want() const {
  if (const auto* entry = std::get_if<zip::EntryStream>(&stream_)) return entry->want();
  return std::get<std::unique_ptr<zip::GzipStream>>(stream_)->want();
}

void MemberBytes::take(std::string_view bytes) {
  if (auto* entry = std::get_if<zip::EntryStream>(&stream_)) {
    entry->take(bytes);
  } else {
    std::get<std::unique_ptr<zip::GzipStream>>(stream_)->take(bytes);
  }
}

}  // namespace npscope
