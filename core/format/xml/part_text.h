// SPDX-License-Identifier: MIT
// PartText: an XML part of an archive as UTF-8 text, a window at a time; UTF-16 parts are decoded.
//
// The window grows by more() and shrinks by use(). A reader that cannot use anything of a window makes it grow by its own size
// each time, so that no byte is looked at more than a few times however large a token is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/format/encoding.h"
#include "core/format/zip/archive.h"

namespace npscope::xml {

class PartText {
 public:
  /// `entry` and `budget` must outlive this.
  PartText(const zip::Entry& entry, uint64_t file_size, zip::Budget& budget) : stream_(entry, file_size, budget) {}

  enum class State : uint8_t {
    kText,        // the window grew, or is final()
    kNeedsBytes,  // take(want()) first, then more() again
    kFailed,
  };
  /// Moves what is not used yet to the front and appends to it. Views into the window die.
  [[nodiscard]] State more();
  [[nodiscard]] std::string_view window() const { return std::string_view(text_).substr(used_); }
  void use(size_t bytes) { used_ += bytes; }
  /// Nothing comes behind the window.
  [[nodiscard]] bool final() const { return final_; }

  [[nodiscard]] ByteRange want() const { return stream_.want(); }
  void take(std::string_view bytes) { stream_.take(bytes); }
  [[nodiscard]] const Failure& failure() const { return stream_.failure(); }

 private:
  [[nodiscard]] bool know_encoding(zip::EntryStream::State state);

  zip::EntryStream stream_;
  std::string text_;
  std::string raw_;  // UTF-16 before it is decoded; the first bytes before the encoding is known
  size_t used_ = 0;
  size_t goal_ = 0;  // the window's size at which the growing stops; 0: not growing
  bool known_ = false;
  bool final_ = false;
  std::optional<Decoder> decoder_;
};

}  // namespace npscope::xml
