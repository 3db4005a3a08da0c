// SPDX-License-Identifier: MIT
// Magic numbers first; then text or not by the share of control characters, which survives a few NULs in a real export.
#include "core/format/detect.h"

#include <algorithm>
#include <array>

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

constexpr std::array<Magic, 10> kMagic = {{{"\x89PNG\r\n\x1A\n"sv, "png"sv},
                                           {"\xFF\xD8\xFF"sv, "jpeg"sv},
                                           {"GIF8"sv, "gif"sv},
                                           {"%PDF-"sv, "pdf"sv},
                                           {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "xls"sv},
                                           {"\x1F\x8B"sv, "gzip"sv},
                                           {"PK\x05\x06"sv, "zip"sv},
                                           {"SQLite format 3\0"sv, "binary"sv},
                                           {"PAR1"sv, "binary"sv},
                                           {"\x28\xB5\x2F\xFD"sv, "binary"sv}}};

std::string_view zip_kind(std::string_view sample) {
  if (sample.find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") != std::string_view::npos) return "ods";
  if (sample.find("xl/") != std::string_view::npos || sample.find("[Content_Types].xml") != std::string_view::npos)
    return "xlsx";
  return "zip";
}

bool is_text(std::string_view sample) {
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  };
  const auto controls = static_cast<size_t>(std::ranges::count_if(sample, is_control));
  return controls * 10 <= sample.size();
}

std::string_view text_kind(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return "csv";
  text.remove_prefix(start);
  std::string head(text.substr(0, 256));
  std::ranges::transform(head, head.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (head.starts_with("<!doctype") || head.starts_with("<html") || head.starts_with("<table") || head.starts_with("<?xml"))
    return "html";
  const size_t inner = head.find_first_not_of(" \t\r\n", 1);
  const char next = inner == std::string::npos ? '\0' : head[inner];
  if (head[0] == '{' && (next == '"' || next == '}')) return "json";
  if (head[0] == '[' && (next == '{' || next == '[' || next == ']')) return "json";
  return "csv";
}

}  // namespace

std::string_view detect_format(std::string_view sample) {
  sample = sample.substr(0, kLook);
  if (sample.starts_with("PK\x03\x04")) return zip_kind(sample);
  for (const Magic& magic : kMagic) {
    if (sample.starts_with(magic.bytes)) return magic.format;
  }
  const EncodingGuess guess = guess_encoding(sample, false);
  if (guess.encoding == Encoding::kUtf16le || guess.encoding == Encoding::kUtf16be) return "csv";
  if (!is_text(sample)) return "binary";
  return text_kind(sample.substr(guess.mark_size));
}

}  // namespace npscope
