// SPDX-License-Identifier: MIT
// The life of a file: fill the sample, decide once, then block by block; what a block's last record lacks comes with the next.
#include "core/shard/file_shard.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr size_t kBlock = 4 << 20;
/// Text of other encodings is decoded in smaller steps: it can grow to three times its bytes.
constexpr size_t kDecodeStep = 1 << 20;

std::unique_ptr<char[]> make_block(size_t size) { return std::unique_ptr<char[]>(new (std::nothrow) char[size]); }

}  // namespace

FileShard::FileShard(std::string name, uint64_t size, const ReadOptions& options)
    : name_(std::move(name)), size_(size), options_(options) {}

ByteRange FileShard::want() const {
  if (failure_ || received_ == size_) return {received_, 0};
  const size_t room = capacity_ == 0 ? kBlock : capacity_ - filled_;
  return {received_, std::min<uint64_t>(room, size_ - received_)};
}

char* FileShard::reserve(uint64_t length) {
  NPS_CHECK(length <= want().length);
  if (capacity_ == 0) {
    const size_t capacity = std::min<uint64_t>(kBlock, size_);
    block_ = make_block(capacity);
    if (block_ == nullptr) {
      fail(Code::kOutOfMemory);
      return nullptr;
    }
    capacity_ = capacity;
  }
  return block_.get() + filled_;
}

void FileShard::commit(uint64_t length) {
  if (failure_) return;
  NPS_CHECK(length <= capacity_ - filled_);
  hash_.add_block({block_.get() + filled_, static_cast<size_t>(length)});
  filled_ += length;
  received_ += length;
  const bool final = received_ == size_;
  if (plan_ == nullptr && (final || filled_ >= kSampleSize)) start();
  if (!failure_ && (final || filled_ == capacity_)) parse(final);
}

void FileShard::fail(Code code, std::string detail) {
  if (failure_) return;
  failure_ = Failure{code, std::move(detail)};
  block_.reset();
  capacity_ = filled_ = 0;
  text_ = {};
}

void FileShard::close() {
  if (size_ == 0) fail(Code::kEmptyFile);
  if (received_ != size_) fail(Code::kSourceChanged);
  if (failure_) return;
  hash_text_ = hash_.hex();
  if (counts_->ledger().read() == 0) fail(Code::kNoRecords);
  block_.reset();
}

void FileShard::start() {
  const std::string_view sample(block_.get(), std::min(filled_, kSampleSize));
  Decision decision = decide(sample, sample.size() == size_, options_);
  plan_ = std::make_unique<Plan>(std::move(decision.plan));
  if (decision.failure) return fail(decision.failure->code, decision.failure->detail);
  counts_ = std::make_unique<RecordCounts>(*plan_, options_);
  mark_ = plan_->encoding.mark_size;
  separator_line_ = plan_->dialect.separator_line;
  if (plan_->encoding.encoding != Encoding::kUtf8) decoder_ = std::make_unique<Decoder>(plan_->encoding.encoding);
  if (options_.keep_all) rows_ = std::make_unique<RowStore>();
}

void FileShard::parse(bool final) {
  if (decoder_ != nullptr) {
    parse_decoded(final);
  } else {
    parse_utf8(final);
  }
}

/// The text of UTF-8 is the block itself.
void FileShard::parse_utf8(bool final) {
  const size_t skip = std::exchange(mark_, 0) + std::exchange(separator_line_, 0);
  const size_t parsed = skip + counts_->read({block_.get() + skip, filled_ - skip}, final, rows_.get(), block_.get());
  if (!final) return replace_block(parsed);
  if (rows_ != nullptr) rows_->keep_block(std::move(block_), filled_);
}

void FileShard::parse_decoded(bool final) {
  std::string_view bytes(block_.get(), filled_);
  bytes.remove_prefix(std::exchange(mark_, 0));
  do {
    const std::string_view step = bytes.substr(0, kDecodeStep);
    bytes.remove_prefix(step.size());
    const bool last = final && bytes.empty();
    decoder_->decode(step, last, text_);
    const size_t skip = std::exchange(separator_line_, 0);
    const size_t parsed = skip + counts_->read(std::string_view(text_).substr(skip), last, rows_.get(), text_.data());
    if (rows_ != nullptr && !keep_text(text_)) return fail(Code::kOutOfMemory);
    text_.erase(0, parsed);
  } while (!bytes.empty());
  filled_ = 0;
}

bool FileShard::keep_text(std::string_view text) {
  std::unique_ptr<char[]> kept = make_block(text.size());
  if (kept == nullptr) return false;
  std::memcpy(kept.get(), text.data(), text.size());
  rows_->keep_block(std::move(kept), text.size());
  return true;
}

/// Makes room for the next bytes and moves what is not parsed yet to its front.
void FileShard::replace_block(size_t parsed) {
  const size_t rest = filled_ - parsed;
  const bool reuse = rows_ == nullptr && rest <= kBlock / 2 && capacity_ <= kBlock;
  if (reuse) {
    std::memmove(block_.get(), block_.get() + parsed, rest);
  } else {
    const size_t capacity = rest + kBlock;
    std::unique_ptr<char[]> next = make_block(capacity);
    if (next == nullptr) return fail(Code::kOutOfMemory);
    std::memcpy(next.get(), block_.get() + parsed, rest);
    if (rows_ != nullptr) rows_->keep_block(std::move(block_), filled_);
    block_ = std::move(next);
    capacity_ = capacity;
  }
  filled_ = rest;
}

std::optional<std::vector<std::string>> FileShard::cells(uint64_t record) const {
  if (rows_ == nullptr) return std::nullopt;
  return rows_->cells(record, plan_->dialect.marks);
}

}  // namespace npscope
