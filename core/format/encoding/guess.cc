// SPDX-License-Identifier: MIT
// Detection in order of certainty: what the bytes say of themselves first, then what they would cost as text.
#include <algorithm>

#include "core/base/utf8.h"
#include "core/format/encoding.h"
#include "core/format/encoding/text_cost.h"

namespace npscope {
namespace {

/// UTF-16 and UTF-32 show in the first bytes.
constexpr size_t kLook = 64 << 10;

EncodingGuess certain(Encoding encoding, double confidence, size_t mark = 0) { return {encoding, confidence, mark, {}}; }

/// UTF-32 without a mark: nearly every four bytes are a code point, which no other text manages.
std::optional<EncodingGuess> guess_unmarked_utf32(std::string_view sample) {
  const size_t units = std::min(sample.size(), kLook) / 4;
  if (units < 2) return std::nullopt;
  size_t little = 0;
  size_t big = 0;
  const auto is_code_point = [](char high, char plane, char second, char low) {
    return high == 0 && static_cast<unsigned char>(plane) <= 0x10 && (plane != 0 || second != 0 || low != 0);
  };
  for (size_t i = 0; i < 4 * units; i += 4) {
    const char* at = sample.data() + i;
    little += is_code_point(at[3], at[2], at[1], at[0]) ? 1 : 0;
    big += is_code_point(at[0], at[1], at[2], at[3]) ? 1 : 0;
  }
  if (little * 20 >= units * 19 && little > big) return certain(Encoding::kUtf32le, 0.95);
  if (big * 20 >= units * 19 && big > little) return certain(Encoding::kUtf32be, 0.95);
  return std::nullopt;
}

/// UTF-16 without a mark: line ends, delimiters and digits have a NUL on one side, always the same.
std::optional<EncodingGuess> guess_unmarked_utf16(std::string_view sample) {
  sample = sample.substr(0, kLook);
  if (sample.size() < 4) return std::nullopt;
  size_t even_nuls = 0;
  size_t odd_nuls = 0;
  for (size_t i = 0; i + 1 < sample.size(); i += 2) {
    even_nuls += sample[i] == '\0' ? 1 : 0;
    odd_nuls += sample[i + 1] == '\0' ? 1 : 0;
  }
  const size_t pairs = sample.size() / 2;
  const auto one_sided = [pairs](size_t many, size_t few) { return many * 10 >= pairs && few * 20 <= many; };
  const double share = static_cast<double>(std::max(even_nuls, odd_nuls)) / static_cast<double>(pairs);
  if (one_sided(odd_nuls, even_nuls)) return certain(Encoding::kUtf16le, share > 0.5 ? 0.95 : 0.7);
  if (one_sided(even_nuls, odd_nuls)) return certain(Encoding::kUtf16be, share > 0.5 ? 0.95 : 0.7);
  return std::nullopt;
}

struct Utf8Statistics {
  size_t multibyte = 0;  // valid sequences of two to four bytes
  size_t invalid = 0;    // bytes in no valid sequence
};

Utf8Statistics count_utf8(std::string_view sample) {
  Utf8Statistics statistics;
  while (!sample.empty()) {
    const size_t length = utf8_sequence_length(sample);
    if (length > 1) ++statistics.multibyte;
    if (length == 0) ++statistics.invalid;
    sample.remove_prefix(std::max<size_t>(length, 1));
  }
  return statistics;
}

/// The encodings of seven bits switch character sets by escapes; those of Korea and China are none of ours.
std::optional<EncodingGuess> guess_escapes(std::string_view sample) {
  for (size_t at = sample.find('\x1B'); at != std::string_view::npos; at = sample.find('\x1B', at + 1)) {
    const std::string_view escape = sample.substr(at + 1, 3);
    if (escape.starts_with("$)")) return certain(Encoding::kUtf8, 0.1);
    if (escape.starts_with("$B") || escape.starts_with("$@")) return certain(Encoding::kIso2022Jp, 0.95);
    if (escape.starts_with("(J") || escape.starts_with("(I")) return certain(Encoding::kIso2022Jp, 0.8);
  }
  return std::nullopt;
}

/// The label that XML or HTML declares in its first KiB.
std::optional<Encoding> declared_encoding(std::string_view sample) {
  sample = sample.substr(0, 1 << 10);
  const size_t start = sample.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || sample[start] != '<') return std::nullopt;
  for (const std::string_view key : {"encoding=", "charset="}) {
    const size_t at = sample.find(key);
    if (at == std::string_view::npos) continue;
    std::string_view label = sample.substr(at + key.size());
    if (label.starts_with('"') || label.starts_with('\'')) label.remove_prefix(1);
    label = label.substr(0, label.find_first_of("\"' />;?\t\r\n"));
    const std::optional<Encoding> encoding = encoding_named(label);
    if (encoding && *encoding >= Encoding::kIbm866) return encoding;
  }
  return std::nullopt;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view sample, bool whole) {
  // The mark of UTF-32 starts with that of UTF-16.
  for (const Encoding marked :
       {Encoding::kUtf8, Encoding::kUtf32le, Encoding::kUtf32be, Encoding::kUtf16le, Encoding::kUtf16be, Encoding::kGb18030}) {
    if (const size_t size = mark_size(sample, marked)) return certain(marked, 1, size);
  }
  if (auto utf32 = guess_unmarked_utf32(sample)) return *utf32;
  if (auto utf16 = guess_unmarked_utf16(sample)) return *utf16;
  const std::string_view text = sample.substr(0, sample.size() - (whole ? 0 : unfinished_utf8_tail(sample)));
  if (is_valid_utf8(text)) {
    if (auto escapes = guess_escapes(text)) return *escapes;
    return certain(Encoding::kUtf8, 1);
  }
  // A few damaged characters do not make a UTF-8 file one of another encoding.
  const Utf8Statistics statistics = count_utf8(text);
  if (statistics.multibyte > 4 * statistics.invalid) return certain(Encoding::kUtf8, 0.8);
  return cheapest_encoding(sample, declared_encoding(sample));
}

}  // namespace npscope
