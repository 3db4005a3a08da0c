// SPDX-License-Identifier: MIT
// Text encodings: which one a sample is in, and bytes to UTF-8 as the WHATWG Encoding Standard decodes them.
//
// Bytes that are invalid in the encoding become bytes that are invalid in UTF-8 too, so that one later check finds and counts
// all of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace npscope {

enum class Encoding : uint8_t { kUtf8, kUtf16le, kUtf16be, kWindows1252 };

/// The WHATWG name: "utf-8", "utf-16le", "utf-16be", "windows-1252".
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// The encoding with this WHATWG label ("latin1" and "iso-8859-1" mean windows-1252); nothing for others.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view label);

struct EncodingGuess {
  Encoding encoding = Encoding::kUtf8;
  /// 0 to 1.
  double confidence = 1;
  /// Bytes of the byte order mark at the start.
  size_t mark_size = 0;
};

/// Looks at the first bytes of a file: byte order mark, the shape of UTF-16, strict UTF-8, else windows-1252. `whole`: the
/// sample is all of the file, so that a cut-off last character is a fault.
[[nodiscard]] [[gnu::noinline]] EncodingGuess guess_encoding(std::string_view sample, bool whole);

/// Bytes of the mark of `encoding` at the start of `sample`, 0 when there is none.
[[nodiscard]] size_t mark_size(std::string_view sample, Encoding encoding);

/// Decodes a file piece by piece; a character cut by the end of a piece is kept for the next one.
class Decoder {
 public:
  explicit Decoder(Encoding encoding) : encoding_(encoding) {}

  /// Appends the text of `bytes` to `out`. With `final` nothing follows. REQUIRES: the encoding is not UTF-8.
  void decode(std::string_view bytes, bool final, std::string& out);

 private:
  void decode_windows_1252(std::string_view bytes, std::string& out);
  void decode_utf16(std::string_view bytes, std::string& out);
  void take_unit(uint32_t unit, std::string& out);

  Encoding encoding_;
  bool has_half_ = false;  // a byte of a UTF-16 unit waits
  unsigned char half_ = 0;
  uint32_t high_surrogate_ = 0;  // waits for its low one; 0: none
};

}  // namespace npscope
