// SPDX-License-Identifier: MIT
// Magic numbers first; then text or not by the share of control characters, which survives a few NULs in a real export.
#include "core/format/detect.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/format/encoding.h"

namespace npscope {
namespace {

/// The kind of a file shows in its first bytes.
constexpr size_t kLook = 64 << 10;

struct Magic {
  std::string_view bytes;
  std::string_view format;
};

using namespace std::string_view_literals;

constexpr std::array<Magic, 25> kMagic = {{{"PK\x03\x04"sv, "zip"sv},
                                           {"PK\x05\x06"sv, "zip"sv},
                                           {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "xls"sv},
                                           {"\x1F\x8B"sv, "gzip"sv},
                                           {"\x89PNG\r\n\x1A\n"sv, "png"sv},
                                           {"\xFF\xD8\xFF"sv, "jpeg"sv},
                                           {"GIF87a"sv, "gif"sv},
                                           {"GIF89a"sv, "gif"sv},
                                           {"%PDF-"sv, "pdf"sv},
                                           {"BZh9"sv, "bzip2"sv},
                                           {"\xFD\x37zXZ\0"sv, "xz"sv},
                                           {"7z\xBC\xAF\x27\x1C"sv, "7z"sv},
                                           {"Rar!\x1A\x07"sv, "rar"sv},
                                           {"\x28\xB5\x2F\xFD"sv, "zstd"sv},
                                           {"PAR1"sv, "parquet"sv},
                                           {"SQLite format 3\0"sv, "sqlite"sv},
                                           {"{\\rtf"sv, "rtf"sv},
                                           {"\x09\x00\x04\x00"sv, "biff"sv},
                                           {"\x09\x02\x06\x00"sv, "biff"sv},
                                           {"\x09\x04\x06\x00"sv, "biff"sv},
                                           {"\x09\x08\x06\x00"sv, "biff"sv},
                                           {"\x09\x08\x08\x00"sv, "biff"sv},
                                           {"\x09\x08\x10\x00"sv, "biff"sv},
                                           {"\x7F"
                                            "ELF"sv,
                                            "binary"sv},
                                           {"\0asm"sv, "binary"sv}}};

bool is_text(std::string_view sample) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  };
  const auto controls = static_cast<size_t>(std::ranges::count_if(sample, is_control));
  return controls * 10 <= sample.size();
}

std::string lower_head(std::string_view text, size_t most) {
  std::string head(text.substr(0, most));
  std::ranges::transform(head, head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return head;
}

/// JSON begins with a bracket and then with what may stand there; a header such as `[Name],[Score]` does not.
bool looks_like_json(std::string_view text) {
  const size_t inner = text.find_first_not_of(" \t\r\n", 1);
  if (inner == std::string_view::npos) return text[0] == '{' || text[0] == '[';
  const std::string_view rest = text.substr(inner);
  if (text[0] == '{') return rest[0] == '"' || rest[0] == '}';
  if (text[0] != '[') return false;
  return std::string_view("{[]\"-0123456789,").contains(rest[0]) || rest.starts_with("true") || rest.starts_with("false") ||
         rest.starts_with("null");
}

std::string_view markup_kind(std::string_view text, std::string_view head) {
  if (head.starts_with("<?xml")) {
    const std::string look = lower_head(text, 4096);
    if (look.contains("urn:schemas-microsoft-com:office:spreadsheet")) return "spreadsheetml";
    if (look.contains("<html")) return "html";
    return "xml";
  }
  if (head.starts_with("<workbook") && lower_head(text, 4096).contains("urn:schemas-microsoft-com:office:spreadsheet"))
    return "spreadsheetml";
  for (const std::string_view tag :
       {"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "<!--"}) {
    if (head.starts_with(tag)) return "html";
  }
  return head.starts_with("<!doctype") ? "xml" : "csv";
}

}  // namespace

std::string_view detect_format(std::string_view sample) {
  sample = sample.substr(0, kLook);
  for (const Magic& magic : kMagic) {
    if (sample.starts_with(magic.bytes)) return magic.format;
  }
  const EncodingGuess guess = guess_encoding(sample, false);
  const bool wide = guess.encoding >= Encoding::kUtf16le && guess.encoding <= Encoding::kUtf32be;
  return wide || is_text(sample) ? "text" : "binary";
}

std::string_view detect_text_format(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return "csv";
  text.remove_prefix(start);
  const std::string head = lower_head(text, 64);
  if (looks_like_json(text)) return "json";
  return head.starts_with('<') ? markup_kind(text, head) : "csv";
}

}  // namespace npscope
