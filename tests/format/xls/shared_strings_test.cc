// SPDX-License-Identifier: MIT
// Texts of BIFF8: the string table cut into CONTINUE records at every place, and what is no text.
#include "core/format/xls/shared_strings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/biff_records.h"

namespace npscope::xls {
namespace {

using biff::narrow;
using biff::wide;

/// One byte of a string table, and how many bytes the characters around it have: a record that starts here, within the
/// characters of a string, says so first.
struct TableByte {
  char byte = 0;
  unsigned character_size = 0;  // 0: the record goes on without a flag
};

struct TableText {
  unsigned flags = 0;  // 1 wide, 4 phonetic, 8 formatted
  std::string characters;
};

std::vector<TableByte> table_bytes(const std::vector<TableText>& texts) {
  std::vector<TableByte> bytes;
  const auto put = [&bytes](const std::string& text, unsigned size) {
    for (const char c : text) bytes.push_back({c, size});
  };
  put(u32(0) + u32(0), 0);  // wrong counts
  for (const TableText& text : texts) {
    const unsigned size = (text.flags & 1) + 1;
    std::string head = u16(static_cast<unsigned>(text.characters.size() / size)) + u8(text.flags);
    std::string tail;
    if ((text.flags & 8) != 0) {
      head += u16(2);
      tail += std::string(8, '\x41');
    }
    if ((text.flags & 4) != 0) {
      head += u32(5);
      tail += std::string(5, '\x42');
    }
    put(head, 0);
    put(text.characters, size);
    put(tail, 0);
  }
  return bytes;
}

const std::vector<TableText> kTexts = {
    {0, "plain"},
    {0, "caf\xE9"},
    {1, u16('s') + u16(0x4E2D) + u16(0xD83D) + u16(0xDE42) + u16('!')},
    {0, ""},
    {8, "bold"},
    {13, u16(0x3042) + u16(0x3044)},
    {4, "x"},
    {1, u16(0) + u16('n')},
};
const std::vector<std::string> kExpected = {"plain",        "caf\u00E9", "s\u4E2D\U0001F642!", "", "bold",
                                            "\u3042\u3044", "x",         std::string("\0n", 2)};

std::vector<std::string> strings_of(const SharedStrings& strings) {
  std::vector<std::string> texts;
  texts.reserve(strings.size());
  for (size_t i = 0; i < strings.size(); ++i) texts.emplace_back(strings.text(i));
  return texts;
}

/// The bytes from `from` to `to` as one record; the first one has 0 for `from`.
std::string record_body(const std::vector<TableByte>& bytes, size_t from, size_t to) {
  std::string body;
  if (from > 0 && bytes[from].character_size > 0) body += u8(bytes[from].character_size - 1);
  for (size_t i = from; i < to; ++i) body += bytes[i].byte;
  return body;
}

TEST(SharedStrings, GoOnInTheNextRecordAtEveryPlace) {
  const std::vector<TableByte> bytes = table_bytes(kTexts);
  for (size_t cut = 8; cut < bytes.size(); ++cut) {
    SharedStrings strings;
    ASSERT_TRUE(strings.take(record_body(bytes, 0, cut), false));
    ASSERT_TRUE(strings.take(record_body(bytes, cut, bytes.size()), true));
    EXPECT_EQ(strings_of(strings), kExpected) << cut;
  }
}

TEST(SharedStrings, GoOverAnyNumberOfRecords) {
  const std::vector<TableByte> bytes = table_bytes(kTexts);
  for (size_t size = 1; size < 12; ++size) {
    SharedStrings strings;
    ASSERT_TRUE(strings.take(record_body(bytes, 0, 8), false));
    for (size_t at = 8; at < bytes.size(); at += size)
      ASSERT_TRUE(strings.take(record_body(bytes, at, std::min(at + size, bytes.size())), true));
    EXPECT_EQ(strings_of(strings), kExpected) << size;
  }
}

TEST(SharedStrings, ChangeTheWidthOfCharactersWithTheRecord) {
  SharedStrings strings;
  ASSERT_TRUE(strings.take(u32(2) + u32(2) + u16(5) + u8(0) + "Ja", false));
  ASSERT_TRUE(strings.take(u8(1) + u16(0x010D) + u16('e'), true));
  ASSERT_TRUE(strings.take(u8(0) + "k" + narrow("next"), true));
  EXPECT_EQ(strings_of(strings), (std::vector<std::string>{"Ja\u010Dek", "next"}));
}

TEST(SharedStrings, AStringWithoutItsEndIsNone) {
  SharedStrings strings;
  ASSERT_TRUE(strings.take(u32(9) + u32(9) + narrow("whole") + u16(60000) + u8(0) + "half", false));
  EXPECT_EQ(strings_of(strings), std::vector<std::string>{"whole"});
}

TEST(SharedStrings, TellWhatIsNoText) {
  struct Row {
    std::u16string units;
    std::string expected;
    bool damaged;
  };
  const std::vector<Row> rows = {
      {{u'a', 0xD83D, u'b'}, "a\uFFFDb", true},
      {{0xDE42}, "\uFFFD", true},
      {{u'a', 0xD83D}, "a\uFFFD", true},
      {{0xD83D, 0xD83D, 0xDE42}, "\uFFFD\U0001F642", true},
      {{0xD83D, 0xDE42, 0xDE42}, "\U0001F642\uFFFD", true},
      {{0xFFFF, 0xE000}, "\uFFFF\uE000", false},
  };
  SharedStrings strings;
  std::string body = u32(0) + u32(0);
  for (const Row& row : rows) body += wide(row.units);
  ASSERT_TRUE(strings.take(body, false));
  ASSERT_EQ(strings.size(), rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(strings.text(i), rows[i].expected) << i;
    EXPECT_EQ(strings.is_damaged(i), rows[i].damaged) << i;
  }
}

}  // namespace
}  // namespace npscope::xls
