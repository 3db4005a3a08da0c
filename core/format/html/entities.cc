// SPDX-License-Identifier: MIT
// Names after HTML 4.01, chapter 24: all of Latin-1, and of the others what stands in texts (no Greek, no mathematics).
#include "core/format/html/entities.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/base/utf8.h"

namespace npscope::html {
namespace {

/// U+00A0 to U+00FF in order.
constexpr std::array<std::string_view, 96> kLatin1Names = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",   "laquo",
    "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",  "para",   "middot",
    "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",
    "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
  std::string_view name;
  uint16_t character;
};

constexpr Named kOthers[] = {
    {"Dagger", 0x2021}, {"OElig", 0x152},   {"Prime", 0x2033},  {"Scaron", 0x160},  {"Yuml", 0x178},    {"amp", 0x26},
    {"apos", 0x27},     {"asymp", 0x2248},  {"bdquo", 0x201E},  {"bull", 0x2022},   {"circ", 0x2C6},    {"dagger", 0x2020},
    {"darr", 0x2193},   {"emsp", 0x2003},   {"ensp", 0x2002},   {"euro", 0x20AC},   {"fnof", 0x192},    {"frasl", 0x2044},
    {"ge", 0x2265},     {"gt", 0x3E},       {"harr", 0x2194},   {"hellip", 0x2026}, {"image", 0x2111},  {"infin", 0x221E},
    {"larr", 0x2190},   {"ldquo", 0x201C},  {"le", 0x2264},     {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsquo", 0x2018},
    {"lt", 0x3C},       {"mdash", 0x2014},  {"minus", 0x2212},  {"ndash", 0x2013},  {"ne", 0x2260},     {"oelig", 0x153},
    {"oline", 0x203E},  {"permil", 0x2030}, {"prime", 0x2032},  {"quot", 0x22},     {"radic", 0x221A},  {"rarr", 0x2192},
    {"rdquo", 0x201D},  {"rlm", 0x200F},    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"scaron", 0x161},
    {"thinsp", 0x2009}, {"tilde", 0x2DC},   {"trade", 0x2122},  {"uarr", 0x2191},   {"zwj", 0x200D},    {"zwnj", 0x200C}};

/// What the numbers 128 to 159 mean to browsers: windows-1252, as old pages write them (HTML, 13.2.5.80).
constexpr std::array<uint16_t, 32> kControls = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};

constexpr uint32_t kReplacement = 0xFFFD;
constexpr size_t kLongestReference = 32;

std::optional<uint32_t> numbered(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  uint32_t number = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 32);
    uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<uint32_t>(c - '0');
    } else if (hexadecimal && lower >= 'a' && lower <= 'f') {
      digit = static_cast<uint32_t>(lower - 'a') + 10;
    } else {
      return std::nullopt;
    }
    number = std::min<uint32_t>(number * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  if (number >= 0x80 && number < 0xA0) return kControls[number - 0x80];
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return kReplacement;
  return number;
}

/// What the reference between `&` and `;` stands for.
std::optional<uint32_t> meaning_of(std::string_view inside) {
  if (inside.starts_with('#')) return numbered(inside.substr(1));
  const auto* const latin = std::ranges::find(kLatin1Names, inside);
  if (latin != kLatin1Names.end()) return 0xA0 + static_cast<uint32_t>(latin - kLatin1Names.begin());
  const Named* const other = std::ranges::find(kOthers, inside, &Named::name);
  if (other != std::end(kOthers)) return other->character;
  return std::nullopt;
}

}  // namespace

void append_text(std::string_view raw, std::string& out) {
  for (;;) {
    const size_t at = raw.find('&');
    out.append(raw.substr(0, at));
    if (at == std::string_view::npos) return;
    raw.remove_prefix(at);
    const size_t end = raw.substr(0, kLongestReference).find(';');
    const std::optional<uint32_t> character = end == std::string_view::npos ? std::nullopt : meaning_of(raw.substr(1, end - 1));
    if (character) {
      append_code_point(out, *character);
      raw.remove_prefix(end + 1);
    } else {
      out.push_back('&');
      raw.remove_prefix(1);
    }
  }
}

}  // namespace npscope::html
