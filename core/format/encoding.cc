// SPDX-License-Identifier: MIT
// Detection in order of certainty, and the decoders. The windows-1252 table is that of the WHATWG Encoding Standard.
#include "core/format/encoding.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"

namespace npscope {
namespace {

constexpr std::array<uint16_t, 32> kWindows1252High = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16leMark = "\xFF\xFE";
constexpr std::string_view kUtf16beMark = "\xFE\xFF";

/// UTF-16 without a mark: line ends, delimiters and digits have a NUL on one side, always the same.
std::optional<EncodingGuess> guess_unmarked_utf16(std::string_view sample) {
  sample = sample.substr(0, 64 << 10);
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
  if (one_sided(odd_nuls, even_nuls)) return EncodingGuess{Encoding::kUtf16le, share > 0.5 ? 0.95 : 0.7, 0};
  if (one_sided(even_nuls, odd_nuls)) return EncodingGuess{Encoding::kUtf16be, share > 0.5 ? 0.95 : 0.7, 0};
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

/// How much the bytes above 0x7F look like a western text's letters: these stand alone or in twos among ASCII letters, while a
/// double-byte text has them in long even runs.
double western_confidence(std::string_view sample) {
  size_t high = 0;
  size_t in_runs = 0;
  size_t run = 0;
  for (size_t i = 0; i <= sample.size(); ++i) {
    if (i < sample.size() && static_cast<unsigned char>(sample[i]) >= 0x80) {
      ++high;
      ++run;
    } else {
      if (run >= 3) in_runs += run;
      run = 0;
    }
  }
  return high == 0 ? 1 : 0.9 - 0.8 * static_cast<double>(in_runs) / static_cast<double>(high);
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kUtf16le:
      return "utf-16le";
    case Encoding::kUtf16be:
      return "utf-16be";
    case Encoding::kWindows1252:
      return "windows-1252";
  }
  return "utf-8";
}

std::optional<Encoding> encoding_named(std::string_view label) {
  struct Label {
    std::string_view name;
    Encoding encoding;
  };
  constexpr std::array<Label, 11> kLabels = {{{"utf-8", Encoding::kUtf8},
                                              {"utf8", Encoding::kUtf8},
                                              {"utf-16le", Encoding::kUtf16le},
                                              {"utf-16", Encoding::kUtf16le},
                                              {"utf-16be", Encoding::kUtf16be},
                                              {"windows-1252", Encoding::kWindows1252},
                                              {"cp1252", Encoding::kWindows1252},
                                              {"iso-8859-1", Encoding::kWindows1252},
                                              {"latin1", Encoding::kWindows1252},
                                              {"us-ascii", Encoding::kWindows1252},
                                              {"ascii", Encoding::kWindows1252}}};
  std::string lower(label);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const Label& known : kLabels) {
    if (known.name == lower) return known.encoding;
  }
  return std::nullopt;
}

size_t mark_size(std::string_view sample, Encoding encoding) {
  if (encoding == Encoding::kUtf8 && sample.starts_with(kUtf8Mark)) return kUtf8Mark.size();
  if (encoding == Encoding::kUtf16le && sample.starts_with(kUtf16leMark)) return kUtf16leMark.size();
  if (encoding == Encoding::kUtf16be && sample.starts_with(kUtf16beMark)) return kUtf16beMark.size();
  return 0;
}

EncodingGuess guess_encoding(std::string_view sample, bool whole) {
  for (const Encoding marked : {Encoding::kUtf8, Encoding::kUtf16le, Encoding::kUtf16be}) {
    if (const size_t size = mark_size(sample, marked)) return {marked, 1, size};
  }
  if (const auto utf16 = guess_unmarked_utf16(sample)) return *utf16;
  if (!whole) sample.remove_suffix(unfinished_utf8_tail(sample));
  if (is_valid_utf8(sample)) return {Encoding::kUtf8, 1, 0};
  // A few damaged characters do not make a UTF-8 file a western one.
  const Utf8Statistics statistics = count_utf8(sample);
  if (statistics.multibyte > 4 * statistics.invalid) return {Encoding::kUtf8, 0.8, 0};
  return {Encoding::kWindows1252, western_confidence(sample), 0};
}

void Decoder::decode(std::string_view bytes, bool final, std::string& out) {
  if (encoding_ == Encoding::kWindows1252) {
    decode_windows_1252(bytes, out);
    return;
  }
  decode_utf16(bytes, out);
  if (final && high_surrogate_ != 0) append_code_point(out, high_surrogate_);
  if (final && has_half_) out.push_back('\xFF');
}

void Decoder::decode_windows_1252(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else {
      append_code_point(out, byte < 0xA0 ? kWindows1252High[byte - 0x80] : byte);
    }
  }
}

void Decoder::decode_utf16(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!has_half_) {
      half_ = byte;
      has_half_ = true;
      continue;
    }
    has_half_ = false;
    const bool little = encoding_ == Encoding::kUtf16le;
    take_unit(static_cast<uint32_t>(little ? byte << 8 | half_ : half_ << 8 | byte), out);
  }
}

void Decoder::take_unit(uint32_t unit, std::string& out) {
  const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_surrogate_ != 0) {
    const uint32_t high = high_surrogate_;
    high_surrogate_ = 0;
    if (is_low) {
      append_code_point(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      return;
    }
    append_code_point(out, high);
  }
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    high_surrogate_ = unit;
  } else {
    append_code_point(out, unit);
  }
}

}  // namespace npscope
