// SPDX-License-Identifier: MIT
// UTF-8 is inflated right into the window; only UTF-16 passes through a buffer.
#include "core/format/xml/part_text.h"

#include <algorithm>

namespace npscope::xml {
namespace {

constexpr size_t kWindow = 128 << 10;

/// The encoding of a part by its first four bytes (XML 1.0, appendix F), with or without a byte order mark.
Encoding encoding_of(std::string_view first) {
  if (first.starts_with("\xFF\xFE") || first.starts_with(std::string_view("<\0", 2))) return Encoding::kUtf16le;
  if (first.starts_with("\xFE\xFF") || first.starts_with(std::string_view("\0<", 2))) return Encoding::kUtf16be;
  return Encoding::kUtf8;
}

}  // namespace

PartText::State PartText::more() {
  if (goal_ == 0) {
    text_.erase(0, used_);
    used_ = 0;
    goal_ = text_.size() + std::max(kWindow, text_.size());
    // Growing to exactly the goal keeps the window from doubling in capacity too.
    if (text_.capacity() < goal_) text_.reserve(goal_);
  }
  while (text_.size() < goal_ && !final_) {
    const bool straight = known_ && !decoder_;
    const size_t most = straight ? goal_ - text_.size() : kWindow;
    const zip::EntryStream::State state = stream_.read(straight ? text_ : raw_, most);
    if (state == zip::EntryStream::State::kFailed) return State::kFailed;
    final_ = state == zip::EntryStream::State::kEnd;
    if (!straight && know_encoding(state)) {
      if (decoder_) {
        decoder_->decode(raw_, final_, text_);
      } else {
        text_.append(raw_);
      }
      raw_.clear();
    }
    if (state == zip::EntryStream::State::kNeedsBytes) return State::kNeedsBytes;
  }
  goal_ = 0;
  return State::kText;
}

/// False: more bytes must come first. Cuts the byte order mark off `raw_`.
bool PartText::know_encoding(zip::EntryStream::State state) {
  if (known_) return true;
  if (raw_.size() < 4 && state != zip::EntryStream::State::kEnd) return false;
  known_ = true;
  const Encoding encoding = encoding_of(raw_);
  raw_.erase(0, mark_size(raw_, encoding));
  if (encoding != Encoding::kUtf8) decoder_.emplace(encoding);
  return true;
}

}  // namespace npscope::xml
