// SPDX-License-Identifier: MIT
// UTF-8 is parsed where it was written; other encodings are decoded in steps into a text of their own.
#include "core/shard/text_feed.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace npscope {
namespace {

constexpr size_t kBlock = 1 << 20;
/// Text of other encodings is decoded in smaller steps: it can grow to three times its bytes.
constexpr size_t kDecodeStep = 1 << 20;

std::unique_ptr<char[]> make_block(size_t size) { return std::unique_ptr<char[]>(new (std::nothrow) char[size]); }

}  // namespace

size_t TextFeed::room() const { return capacity_ == 0 ? kBlock : capacity_ - filled_; }

char* TextFeed::reserve(uint64_t file_size) {
  if (capacity_ == 0) {
    const size_t capacity = std::min<uint64_t>(kBlock, file_size);
    block_ = make_block(capacity);
    if (block_ == nullptr) return nullptr;
    capacity_ = capacity;
  }
  return block_.get() + filled_;
}

void TextFeed::begin(const Plan& plan, const DoubleByteTables* tables, RowStore* rows, Consumer consumer) {
  mark_ = plan.encoding.mark_size;
  separator_line_ = plan.dialect.separator_line;
  rows_ = rows;
  consumer_ = consumer;
  if (plan.encoding.encoding != Encoding::kUtf8) decoder_ = std::make_unique<Decoder>(plan.encoding.encoding, tables);
}

bool TextFeed::parse(bool final) { return decoder_ != nullptr ? parse_decoded(final) : parse_utf8(final); }

void TextFeed::release() {
  block_.reset();
  capacity_ = filled_ = 0;
  text_ = {};
}

/// The text of UTF-8 is the block itself.
bool TextFeed::parse_utf8(bool final) {
  const size_t skip = std::exchange(mark_, 0) + std::exchange(separator_line_, 0);
  const size_t parsed = skip + consumer_({block_.get() + skip, filled_ - skip}, final, block_.get());
  if (!final) return replace_block(parsed);
  if (rows_ != nullptr) rows_->keep_block(std::move(block_), filled_);
  return true;
}

bool TextFeed::parse_decoded(bool final) {
  std::string_view bytes(block_.get(), filled_);
  bytes.remove_prefix(std::exchange(mark_, 0));
  do {
    const std::string_view step = bytes.substr(0, kDecodeStep);
    bytes.remove_prefix(step.size());
    const bool last = final && bytes.empty();
    decoder_->decode(step, last, text_);
    const size_t skip = std::exchange(separator_line_, 0);
    const size_t parsed = skip + consumer_(std::string_view(text_).substr(skip), last, text_.data());
    if (rows_ != nullptr && !keep_text(text_)) return false;
    text_.erase(0, parsed);
  } while (!bytes.empty());
  filled_ = 0;
  return true;
}

bool TextFeed::keep_text(std::string_view text) {
  std::unique_ptr<char[]> kept = make_block(text.size());
  if (kept == nullptr) return false;
  std::memcpy(kept.get(), text.data(), text.size());
  rows_->keep_block(std::move(kept), text.size());
  return true;
}

/// Makes room for the next bytes and moves what is not parsed yet to its front.
bool TextFeed::replace_block(size_t parsed) {
  const size_t rest = filled_ - parsed;
  const bool reuse = rows_ == nullptr && rest <= kBlock / 2 && capacity_ <= kBlock;
  if (reuse) {
    std::memmove(block_.get(), block_.get() + parsed, rest);
  } else {
    const size_t capacity = rest + kBlock;
    std::unique_ptr<char[]> next = make_block(capacity);
    if (next == nullptr) return false;
    std::memcpy(next.get(), block_.get() + parsed, rest);
    if (rows_ != nullptr) rows_->keep_block(std::move(block_), filled_);
    block_ = std::move(next);
    capacity_ = capacity;
  }
  filled_ = rest;
  return true;
}

}  // namespace npscope
