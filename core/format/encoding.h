// SPDX-License-Identifier: MIT
// Text encodings: which one a sample is in, and bytes to UTF-8 as the WHATWG Encoding Standard decodes them.
//
// Bytes that are invalid in the encoding become the byte 0xFF, one for each U+FFFD that the standard's decoder would write, so
// that one later check finds and counts all of them; `repaired_utf8` of the result is what a browser's TextDecoder gives.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

class DoubleByteTables;

/// The encodings of the standard, and UTF-32. `kGbk` decodes like `kGb18030`, `kIso8859Part8i` like `kIso8859Part8`.
enum class Encoding : uint8_t {
  kUtf8,
  kUtf16le,
  kUtf16be,
  kUtf32le,
  kUtf32be,
  // One byte a character, in the order of single_byte.inc.
  kIbm866,
  kIso8859Part2,
  kIso8859Part3,
  kIso8859Part4,
  kIso8859Part5,
  kIso8859Part6,
  kIso8859Part7,
  kIso8859Part8,
  kIso8859Part8i,
  kIso8859Part10,
  kIso8859Part13,
  kIso8859Part14,
  kIso8859Part15,
  kIso8859Part16,
  kKoi8r,
  kKoi8u,
  kMacintosh,
  kWindows874,
  kWindows1250,
  kWindows1251,
  kWindows1252,
  kWindows1253,
  kWindows1254,
  kWindows1255,
  kWindows1256,
  kWindows1257,
  kWindows1258,
  kMacCyrillic,
  // Byte pairs: these need a table from the host, see double_byte.h.
  kGb18030,
  kGbk,
  kBig5,
  kShiftJis,
  kEucJp,
  kEucKr,
  kIso2022Jp,
};

inline constexpr size_t kEncodings = static_cast<size_t>(Encoding::kIso2022Jp) + 1;

[[nodiscard]] constexpr bool is_single_byte(Encoding encoding) {
  return encoding >= Encoding::kIbm866 && encoding <= Encoding::kMacCyrillic;
}

/// The WHATWG name in lower case: "utf-8", "windows-1252", "shift_jis"; "utf-32le" and "utf-32be" for the two that it lacks.
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// The encoding with this WHATWG label, in any case and with spaces around it ("latin1" means windows-1252), or with the
/// number of its code page ("cp936"); nothing for others.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view label);

/// The encoding of a Windows code page as old workbooks name it: 1252, 932, 1200 (UTF-16), 10000 (Mac Roman), ...
[[nodiscard]] std::optional<Encoding> encoding_of_code_page(uint32_t windows_code_page);

/// The label of the table that the host must bring before `encoding` can be decoded (see double_byte.h); empty: none.
[[nodiscard]] std::string_view table_label(Encoding encoding);
[[nodiscard]] inline bool needs_table(Encoding encoding) { return !table_label(encoding).empty(); }

struct EncodingChoice {
  Encoding encoding = Encoding::kUtf8;
  /// 0 to 1.
  double confidence = 1;
  bool operator==(const EncodingChoice&) const = default;
};

struct EncodingGuess {
  Encoding encoding = Encoding::kUtf8;
  /// 0 to 1: how likely the text of this encoding is the text that was meant. Encodings that give the same text for the sample
  /// do not compete.
  double confidence = 1;
  /// Bytes of the byte order mark at the start.
  size_t mark_size = 0;
  /// What else it may be, best first, without `encoding`; only encodings that decode the sample to another text. At most 5.
  std::vector<EncodingChoice> alternatives = {};
};

/// Below this a guess is as good as none: ask which encoding it is.
inline constexpr double kUnknownEncoding = 0.3;

/// Looks at the first bytes of a file: byte order mark, the shape of UTF-16 and UTF-32, strict UTF-8, the escapes of
/// ISO-2022-JP, a declaration in the text, then what the bytes would cost as text of each language. `whole`: the sample is all
/// of the file, so that a cut-off last character is a fault.
[[nodiscard]] [[gnu::noinline]] EncodingGuess guess_encoding(std::string_view sample, bool whole);

/// Bytes of the mark of `encoding` at the start of `sample`, 0 when there is none.
[[nodiscard]] size_t mark_size(std::string_view sample, Encoding encoding);

/// At most 60 characters of the sample as `encoding` shows them, around the first bytes that are not ASCII, valid UTF-8, line
/// ends as spaces. Empty when `encoding` needs a table that is not in `tables`.
[[nodiscard]] std::string encoding_preview(std::string_view sample, Encoding encoding,
                                           const DoubleByteTables* tables = nullptr);

/// Decodes a file piece by piece; a character cut by the end of a piece is kept for the next one. Does not look for a byte
/// order mark: pass the bytes behind it.
class Decoder {
 public:
  /// `tables` must outlive the decoder. Without the table that `encoding` needs, all byte pairs are invalid text.
  explicit Decoder(Encoding encoding, const DoubleByteTables* tables = nullptr);

  /// Appends the text of `bytes` to `out`. With `final` nothing follows. UTF-8 passes unchanged.
  void decode(std::string_view bytes, bool final, std::string& out);

 private:
  /// Decodes from `at` to `to` and says where it stopped: at `end`, or before it at the start of an unfinished character.
  const char* read(const char* at, const char* end, bool final, char*& to);
  void finish_held(std::string_view& bytes, bool final, std::string& out);

  Encoding encoding_;
  /// The table of byte pairs, null where there is none; the planes of double_byte.h.
  const uint32_t* pairs_ = nullptr;
  /// UTF-8 of the upper half of a single-byte encoding, as in double_byte.h.
  std::array<uint32_t, 128> upper_ = {};
  /// The first bytes of a character whose rest has not come yet.
  std::array<char, 4> held_ = {};
  size_t held_size_ = 0;
  /// ISO-2022-JP: the character set in force, and whether an escape has just set it.
  uint8_t set_ = 0;
  bool after_escape_ = false;
};

}  // namespace npscope
