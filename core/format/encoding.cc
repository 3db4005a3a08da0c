// SPDX-License-Identifier: MIT
// Names, labels and code pages of the encodings, byte order marks, and the preview of a guess.
#include "core/format/encoding.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/format/double_byte.h"

namespace npscope {
namespace {

struct Names {
  std::string_view name;
  /// The other labels of the standard, one space between.
  std::string_view labels;
};

constexpr std::array<Names, kEncodings> kNames = {{
    {"utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"},
    {"utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
    {"utf-16be", "unicodefffe"},
    {"utf-32le", "utf-32"},
    {"utf-32be", ""},
    {"ibm866", "866 cp866 csibm866"},
    {"iso-8859-2", "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"iso-8859-3", "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"iso-8859-4", "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"iso-8859-5", "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"iso-8859-6",
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 "
     "iso88596 iso_8859-6 iso_8859-6:1987"},
    {"iso-8859-7",
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"iso-8859-8",
     "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual"},
    {"iso-8859-8-i", "csiso88598i logical"},
    {"iso-8859-10", "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"iso-8859-13", "iso8859-13 iso885913"},
    {"iso-8859-14", "iso8859-14 iso885914"},
    {"iso-8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    {"iso-8859-16", ""},
    {"koi8-r", "cskoi8r koi koi8 koi8_r"},
    {"koi8-u", "koi8-ru"},
    {"macintosh", "csmacintosh mac x-mac-roman"},
    {"windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    {"windows-1250", "cp1250 x-cp1250"},
    {"windows-1251", "cp1251 x-cp1251"},
    {"windows-1252",
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
     "iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"},
    {"windows-1253", "cp1253 x-cp1253"},
    {"windows-1254",
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"},
    {"windows-1255", "cp1255 x-cp1255"},
    {"windows-1256", "cp1256 x-cp1256"},
    {"windows-1257", "cp1257 x-cp1257"},
    {"windows-1258", "cp1258 x-cp1258"},
    {"x-mac-cyrillic", "x-mac-ukrainian"},
    {"gb18030", ""},
    {"gbk", "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk"},
    {"big5", "big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"shift_jis", "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    {"euc-jp", "cseucpkdfmtjapanese x-euc-jp"},
    {"euc-kr", "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"},
    {"iso-2022-jp", "csiso2022jp"},
}};

struct CodePage {
  uint32_t number;
  Encoding encoding;
};

/// The code pages of Windows that are encodings of the standard; 125x stand in the enum in their order. 20127 is ASCII, 28591
/// and the next ones are ISO 8859, 32768 and 32769 are what old workbooks of the Macintosh and of Windows say.
constexpr auto kCodePages = std::to_array<CodePage>({{866, Encoding::kIbm866},          {874, Encoding::kWindows874},
                                                     {932, Encoding::kShiftJis},        {936, Encoding::kGbk},
                                                     {949, Encoding::kEucKr},           {950, Encoding::kBig5},
                                                     {1200, Encoding::kUtf16le},        {1201, Encoding::kUtf16be},
                                                     {10000, Encoding::kMacintosh},     {10001, Encoding::kShiftJis},
                                                     {10002, Encoding::kBig5},          {10003, Encoding::kEucKr},
                                                     {10007, Encoding::kMacCyrillic},   {10008, Encoding::kGbk},
                                                     {12000, Encoding::kUtf32le},       {12001, Encoding::kUtf32be},
                                                     {20127, Encoding::kWindows1252},   {20866, Encoding::kKoi8r},
                                                     {20932, Encoding::kEucJp},         {20936, Encoding::kGbk},
                                                     {20949, Encoding::kEucKr},         {21866, Encoding::kKoi8u},
                                                     {28591, Encoding::kWindows1252},   {28592, Encoding::kIso8859Part2},
                                                     {28593, Encoding::kIso8859Part3},  {28594, Encoding::kIso8859Part4},
                                                     {28595, Encoding::kIso8859Part5},  {28596, Encoding::kIso8859Part6},
                                                     {28597, Encoding::kIso8859Part7},  {28598, Encoding::kIso8859Part8},
                                                     {28599, Encoding::kWindows1254},   {28603, Encoding::kIso8859Part13},
                                                     {28605, Encoding::kIso8859Part15}, {32768, Encoding::kMacintosh},
                                                     {32769, Encoding::kWindows1252},   {38598, Encoding::kIso8859Part8i},
                                                     {50220, Encoding::kIso2022Jp},     {50221, Encoding::kIso2022Jp},
                                                     {50222, Encoding::kIso2022Jp},     {51932, Encoding::kEucJp},
                                                     {51936, Encoding::kGbk},           {51949, Encoding::kEucKr},
                                                     {54936, Encoding::kGb18030},       {65001, Encoding::kUtf8}});

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  Encoding encoding;
};

constexpr auto kMarks = std::to_array<Mark>({{"\xEF\xBB\xBF"sv, Encoding::kUtf8},
                                             {"\xFF\xFE"sv, Encoding::kUtf16le},
                                             {"\xFE\xFF"sv, Encoding::kUtf16be},
                                             {"\xFF\xFE\0\0"sv, Encoding::kUtf32le},
                                             {"\0\0\xFE\xFF"sv, Encoding::kUtf32be},
                                             {"\x84\x31\x95\x33"sv, Encoding::kGb18030}});

bool is_word_of(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

/// "cp936" and "windows-936" as people write them who have a Windows or a Python at hand.
std::optional<Encoding> named_by_code_page(std::string_view label) {
  for (const std::string_view prefix : {"cp", "windows-"}) {
    if (!label.starts_with(prefix)) continue;
    const std::string_view digits = label.substr(prefix.size());
    if (digits.empty() || digits.size() > 5) return std::nullopt;
    uint32_t number = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      number = number * 10 + static_cast<uint32_t>(c - '0');
    }
    return encoding_of_code_page(number);
  }
  return std::nullopt;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

}  // namespace

std::string_view encoding_name(Encoding encoding) { return kNames[static_cast<size_t>(encoding)].name; }

std::optional<Encoding> encoding_named(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  std::string lower(label);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (lower.empty()) return std::nullopt;
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i].name == lower || is_word_of(kNames[i].labels, lower)) return static_cast<Encoding>(i);
  }
  return named_by_code_page(lower);
}

std::optional<Encoding> encoding_of_code_page(uint32_t windows_code_page) {
  if (windows_code_page >= 1250 && windows_code_page <= 1258)
    return static_cast<Encoding>(static_cast<uint32_t>(Encoding::kWindows1250) + (windows_code_page - 1250));
  const auto* row = std::ranges::find(kCodePages, windows_code_page, &CodePage::number);
  if (row == kCodePages.end()) return std::nullopt;
  return row->encoding;
}

std::string_view table_label(Encoding encoding) {
  switch (encoding) {
    case Encoding::kGb18030:
    case Encoding::kGbk:
      return "gb18030";
    case Encoding::kEucJp:
    case Encoding::kIso2022Jp:
      return "euc-jp";
    case Encoding::kBig5:
    case Encoding::kShiftJis:
    case Encoding::kEucKr:
      return encoding_name(encoding);
    default:
      return {};
  }
}

size_t mark_size(std::string_view sample, Encoding encoding) {
  for (const Mark& mark : kMarks) {
    const bool fits = mark.encoding == encoding || (mark.encoding == Encoding::kGb18030 && encoding == Encoding::kGbk);
    if (fits && sample.starts_with(mark.bytes)) return mark.bytes.size();
  }
  return 0;
}

std::string encoding_preview(std::string_view sample, Encoding encoding, const DoubleByteTables* tables) {
  constexpr size_t kBefore = 20;
  constexpr size_t kCharacters = 60;
  constexpr size_t kBytes = 1024;
  if (needs_table(encoding) && (tables == nullptr || !tables->has(encoding))) return {};
  sample.remove_prefix(mark_size(sample, encoding));
  const auto interesting =
      std::ranges::find_if(sample, [](char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\x1B'; });
  // Before the first byte above ASCII nothing can be the start of a longer character, so the text may begin anywhere there;
  // UTF-16 and UTF-32 must begin at a unit.
  size_t start = static_cast<size_t>(interesting - sample.begin());
  if (encoding >= Encoding::kUtf16le && encoding <= Encoding::kUtf32be) {
    start -= std::min(start, 4 * kBefore);
    start -= start % 4;
  } else {
    while (start > 0 && static_cast<size_t>(interesting - sample.begin()) - start < kBefore && sample[start - 1] != '\n')
      --start;
  }
  std::string decoded;
  Decoder(encoding, tables).decode(sample.substr(start, kBytes), false, decoded);
  std::string text = repaired_utf8(decoded);
  size_t end = 0;
  for (size_t count = 0; end < text.size() && count < kCharacters; ++count)
    end += std::max<size_t>(utf8_sequence_length(std::string_view(text).substr(end)), 1);
  text.resize(end);
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }, ' ');
  return text;
}

}  // namespace npscope
