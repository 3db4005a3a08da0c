// SPDX-License-Identifier: MIT
// The tables and decoders against what Chromium's TextDecoder gave: its results are kept as hashes in tests/data/encodings, and
// tests/node/encodings.test.mjs compares those with a living Chromium.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/cli/code_pages.h"
#include "core/format/double_byte.h"
#include "core/format/encoding.h"
#include "core/format/encoding/single_byte.h"

namespace npscope {
namespace {

/// FNV-1a.
uint64_t hash_of(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// `wildBytes` of scripts/encodings.mjs, which says what is left out for two encodings.
std::string wild_bytes(size_t count, std::string_view label = {}) {
  constexpr std::string_view kPalette = "09AZaz \n\x1B$(BJI@\x81\x84\x8E\x8F\x80\xA1\xA4\xE3\xFE\xFF";
  uint32_t state = 2463534242;
  std::string bytes;
  for (size_t i = 0; i < count; ++i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    const bool wild = (state >> 8 & 1) != 0;
    bytes += wild ? static_cast<char>(state & 0xFF) : kPalette[(state >> 16) % kPalette.size()];
  }
  if (label == "euc-jp") std::ranges::replace(bytes, '\x8F', '\x8E');
  if (label != "iso-2022-jp") return bytes;
  constexpr std::array<std::string_view, 5> kEscapes = {"(B", "(J", "(I", "$@", "$B"};
  for (size_t at = 0; at < count; ++at) {
    if (bytes[at] != '\x1B') continue;
    if (at + 2 < count) {
      bytes.replace(at + 1, 2, kEscapes[at % 5]);
    } else {
      bytes[at] = ' ';
    }
  }
  return bytes;
}

struct KeptHash {
  std::string kind;
  std::string label;
  uint64_t hash;
};

std::vector<KeptHash> kept_hashes() {
  std::ifstream file(NPSCOPE_TEST_FILES "/encodings/hashes.tsv");
  std::vector<KeptHash> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string kind;
    std::string label;
    std::string hash;
    cells >> kind >> label >> hash;
    rows.push_back({kind, label, std::stoull(hash, nullptr, 16)});
  }
  return rows;
}

DoubleByteTables all_tables() {
  DoubleByteTables tables;
  for (const std::string_view label : {"gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"})
    EXPECT_TRUE(tables.set(label, code_page_table(label))) << label;
  return tables;
}

std::string decoded(Encoding encoding, std::string_view bytes, size_t piece, const DoubleByteTables& tables) {
  Decoder decoder(encoding, &tables);
  std::string out;
  while (bytes.size() > piece) {
    decoder.decode(bytes.substr(0, piece), false, out);
    bytes.remove_prefix(piece);
  }
  decoder.decode(bytes, true, out);
  return out;
}

std::string code_points_as_bytes(std::u16string_view text) {
  std::string bytes;
  for (const char16_t c : text) bytes += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8), 0, 0};
  return bytes;
}

TEST(EncodingTables, AreThoseOfChromium) {
  size_t tables = 0;
  for (const auto& [kind, label, hash] : kept_hashes()) {
    if (kind != "table") continue;
    ++tables;
    const Encoding encoding = encoding_named(label).value();
    if (is_single_byte(encoding)) {
      EXPECT_EQ(hash_of(code_points_as_bytes(upper_half(encoding))), hash) << label;
    } else {
      EXPECT_EQ(hash_of(code_page_table(label)), hash) << label;
    }
  }
  EXPECT_EQ(tables, 28U + 5U);
}

TEST(Decoders, GiveWhatChromiumGivesForWildBytesInPiecesOfAnySize) {
  const DoubleByteTables tables = all_tables();
  size_t encodings = 0;
  for (const auto& [kind, label, hash] : kept_hashes()) {
    if (kind != "decoded") continue;
    ++encodings;
    const Encoding encoding = encoding_named(label).value();
    const std::string bytes = wild_bytes(20000, label);
    const std::string whole = decoded(encoding, bytes, bytes.size(), tables);
    EXPECT_EQ(hash_of(repaired_utf8(whole)), hash) << label;
    for (const size_t piece : {1U, 2U, 3U, 5U, 64U, 4095U})
      EXPECT_TRUE(decoded(encoding, bytes, piece, tables) == whole) << label;
  }
  EXPECT_EQ(encodings, kEncodings - 3) << "all but UTF-8 and UTF-32";
}

/// Characters of every kind an encoding has, so that every cut falls into each.
TEST(Decoders, GiveTheSameTextForEveryCutInTwo) {
  const DoubleByteTables tables = all_tables();
  const std::string bytes = wild_bytes(600);
  for (size_t i = 0; i < kEncodings; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    const std::string whole = decoded(encoding, bytes, bytes.size(), tables);
    for (size_t cut = 0; cut <= bytes.size(); ++cut) {
      Decoder decoder(encoding, &tables);
      std::string out;
      decoder.decode(std::string_view(bytes).substr(0, cut), false, out);
      decoder.decode(std::string_view(bytes).substr(cut), false, out);
      decoder.decode({}, true, out);
      ASSERT_TRUE(out == whole) << encoding_name(encoding) << " cut at " << cut;
    }
  }
}

TEST(Decoders, LongAsciiRunsAndBlocksPassUnchanged) {
  const DoubleByteTables tables = all_tables();
  const std::string line = "respondent_id,score,comment\n";
  std::string text;
  while (text.size() < 50000) text += line;
  for (size_t i = 0; i < kEncodings; ++i) {
    const auto encoding = static_cast<Encoding>(i);
    if (encoding >= Encoding::kUtf16le && encoding <= Encoding::kUtf32be) continue;
    EXPECT_TRUE(decoded(encoding, text, text.size(), tables) == text) << encoding_name(encoding);
  }
}

TEST(Decoders, WithoutTheirTableAllPairsAreInvalidText) {
  const DoubleByteTables none;
  for (const Encoding encoding : {Encoding::kGbk, Encoding::kBig5, Encoding::kShiftJis, Encoding::kEucJp, Encoding::kEucKr}) {
    EXPECT_FALSE(none.has(encoding));
    EXPECT_EQ(decoded(encoding, "a,\xE5\xC4,9", 100, none), "a,\xFF,9") << encoding_name(encoding);
  }
}

struct DecodingRow {
  std::string what;
  Encoding encoding;
  std::string_view bytes;
  std::string text;
};

TEST(Decoders, FollowTheStandardWhereItIsSpecial) {
  using namespace std::string_view_literals;
  const DoubleByteTables tables = all_tables();
  const std::vector<DecodingRow> rows = {
      {"GB18030 pair", Encoding::kGb18030, "\xB5\xC4"sv, "的"},
      {"GB18030 four bytes, BMP", Encoding::kGb18030, "\x81\x30\x81\x30"sv, "\u0080"},
      {"GB18030 four bytes, beyond", Encoding::kGb18030, "\x94\x39\xFC\x36"sv, "\U0001F600"},
      {"GB18030 pointer 7457", Encoding::kGb18030, "\x81\x35\xF4\x37"sv, "\uE7C7"},
      {"GBK euro", Encoding::kGbk, "\x80"sv, "€"},
      {"GB18030 cut four bytes are one error", Encoding::kGb18030, "\x81\x30\x81"sv, "\xFF"},
      {"an ASCII byte is never swallowed", Encoding::kGb18030, "\x81\x20,9"sv, "\xFF ,9"},
      {"Big5 letter and mark", Encoding::kBig5, "\x88\x62\x88\xA5"sv, "\u00CA\u0304\u00EA\u030C"},
      {"Big5 beyond the BMP", Encoding::kBig5, "\x87\x45"sv, "\U00027267"},
      {"Shift_JIS half-width katakana", Encoding::kShiftJis, "\xB1\xDF"sv, "ｱﾟ"},
      {"Shift_JIS second byte is a backslash", Encoding::kShiftJis, "\x95\x5C"sv, "表"},
      {"Shift_JIS private use", Encoding::kShiftJis, "\xF0\x40"sv, "\uE000"},
      {"EUC-JP katakana", Encoding::kEucJp, "\x8E\xB1"sv, "ｱ"},
      {"EUC-JP three bytes", Encoding::kEucJp, "\x8F\xB0\xA1"sv, "丂"},
      {"EUC-JP, a broken one of three and a pair", Encoding::kEucJp, "\x8F\xFE\x9F\xC6\xFC"sv, "\xFF日"},
      {"EUC-KR extension", Encoding::kEucKr, "\x81\x41"sv, "갂"},
      {"ISO-2022-JP", Encoding::kIso2022Jp, "a\x1B$B\x46\x7C\x1B(Jx\\\x1B(I1\x1B(Bz"sv, "a日x¥ｱz"},
      {"ISO-2022-JP, two escapes", Encoding::kIso2022Jp, "\x1B(B\x1B(Ba"sv, "\xFF\x61"},
      {"ISO-2022-JP, a broken escape swallows nothing", Encoding::kIso2022Jp, "\x1B(\x81z"sv, "\xFF(\xFFz"},
      {"UTF-32LE", Encoding::kUtf32le, "a\0\0\0\x00\xF6\x01\0"sv, "a\U0001F600"},
      {"UTF-32BE beyond Unicode", Encoding::kUtf32be, "\0\x11\0\0\0\0\0b"sv,
       "\xFF"
       "b"},
      {"a lone surrogate is one error", Encoding::kUtf16be, "\xD8\x3D\0a"sv,
       "\xFF"
       "a"},
      {"no character", Encoding::kWindows1253, "\xAA\xC1"sv, "\xFFΑ"}};
  for (const DecodingRow& row : rows) EXPECT_EQ(decoded(row.encoding, row.bytes, 100, tables), row.text) << row.what;
}

TEST(DoubleByteTables, RefusesWhatIsNotTheTable) {
  DoubleByteTables tables;
  std::string good(code_page_table("big5"));
  EXPECT_FALSE(tables.set("utf-8", good));
  EXPECT_FALSE(tables.set("big5", {}));
  EXPECT_FALSE(tables.set("big5", good.substr(4)));
  EXPECT_FALSE(tables.set("euc-kr", good));
  EXPECT_FALSE(tables.set("big5", std::string(good.size(), '\0')));
  std::string bad = good;
  bad[2] = '\x11';
  bad[1] = '\xFF';
  EXPECT_FALSE(tables.set("big5", bad)) << "no code point";
  EXPECT_FALSE(tables.has(Encoding::kBig5));
  EXPECT_TRUE(tables.set("big5", good));
  EXPECT_TRUE(tables.has(Encoding::kBig5));
  EXPECT_FALSE(tables.set("big5", bad));
  EXPECT_TRUE(tables.has(Encoding::kBig5)) << "a refused table changes nothing";
}

TEST(DoubleByteTables, BringsOldTablesOfGb18030UpToDate) {
  DoubleByteTables tables;
  std::string old(code_page_table("gb18030"));
  const size_t at = 4 * ((0xA6D9 / 256 - kFirstLead) * kTrails + (0xD9 - kFirstTrail));
  old[at] = '\x8D';
  old[at + 1] = '\xE7';
  ASSERT_TRUE(tables.set("gb18030", old));
  EXPECT_EQ(decoded(Encoding::kGb18030, "\xA6\xD9", 9, tables), "\uFE10");
}

}  // namespace
}  // namespace npscope
