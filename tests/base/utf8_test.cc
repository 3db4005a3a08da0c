// SPDX-License-Identifier: MIT
// UTF-8: the SIMD and the scalar scan against a validator that decodes code points, at every place of a 64-byte block.
// The replacement rows are tables 3-8 to 3-11 of the Unicode Standard.
#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace npscope {
namespace {

using namespace std::string_literals;

/// Valid after the definition (D92): decodes by bit patterns, then asks for the shortest form and a scalar value. Another way
/// than table 3-7, which the code under test follows.
bool decodes(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    size_t more = 0;
    uint32_t value = lead;
    if (lead >= 0x80) {
      more = (lead & 0xE0) == 0xC0 ? 1 : (lead & 0xF0) == 0xE0 ? 2 : (lead & 0xF8) == 0xF0 ? 3 : 0;
      if (more == 0 || at + more >= text.size()) return false;
      value = lead & (0x3FU >> more);
      for (size_t i = 1; i <= more; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0) != 0x80) return false;
        value = value << 6 | (next & 0x3F);
      }
      constexpr std::array<uint32_t, 4> kLeast = {0, 0x80, 0x800, 0x10000};
      if (value < kLeast[more] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
    }
    at += more + 1;
  }
  return true;
}

/// Bytes at the edges of every range of table 3-7.
const std::vector<unsigned char> kEdges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                           0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};

/// All texts of `length` bytes from kEdges.
std::vector<std::string> edge_texts(size_t length) {
  std::vector<std::string> texts = {""};
  for (size_t i = 0; i < length; ++i) {
    std::vector<std::string> longer;
    for (const std::string& text : texts) {
      for (const unsigned char byte : kEdges) longer.push_back(text + static_cast<char>(byte));
    }
    texts.swap(longer);
  }
  return texts;
}

std::string hex(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    out += kHex[static_cast<unsigned char>(c) >> 4];
    out += kHex[static_cast<unsigned char>(c) & 15];
    out += ' ';
  }
  return out;
}

class Utf8AtEveryOffset : public testing::TestWithParam<size_t> {};

TEST_P(Utf8AtEveryOffset, SimdFindsWhatDecodingFinds) {
  for (const std::string& text : edge_texts(GetParam())) {
    const bool invalid = !decodes(text);
    const bool nul = text.find('\0') != std::string::npos;
    ASSERT_EQ(find_text_faults_scalar(text).invalid, invalid) << hex(text);
    ASSERT_EQ(find_text_faults_scalar(text).nul, nul) << hex(text);
    for (size_t offset = 0; offset < 64; ++offset) {
      const std::string alone = std::string(offset, 'a') + text;
      const std::string followed = alone + std::string(70, 'b');
      ASSERT_EQ(find_text_faults(alone).invalid, invalid) << hex(text) << "at the end, offset " << offset;
      ASSERT_EQ(find_text_faults(followed).invalid, invalid) << hex(text) << "offset " << offset;
      ASSERT_EQ(find_text_faults(alone).nul, nul) << hex(text) << "offset " << offset;
      ASSERT_EQ(find_text_faults(followed).nul, nul) << hex(text) << "offset " << offset;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(TextsOfLength, Utf8AtEveryOffset, testing::Values(1, 2, 3), testing::PrintToStringParamName());

TEST(Utf8, FourBytesAcrossABlockAreJudgedLikeDecoding) {
  for (const std::string& text : edge_texts(4)) {
    const bool invalid = !decodes(text);
    ASSERT_EQ(find_text_faults_scalar(text).invalid, invalid) << hex(text);
    ASSERT_EQ(find_text_faults(std::string(62, 'a') + text + "b").invalid, invalid) << hex(text);
  }
}

TEST(Utf8, RandomTextsAreJudgedLikeDecoding) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const size_t pieces = random() % 60;
    for (size_t piece = 0; piece < pieces; ++piece) {
      if (random() % 12 == 0) {
        text += static_cast<char>(random());
      } else {
        append_code_point(text, random() % (random() % 2 == 0 ? 0x80 : random() % 3 == 0 ? 0x110000 : 0x900));
      }
    }
    ASSERT_EQ(find_text_faults(text).invalid, !decodes(text)) << hex(text);
    ASSERT_EQ(find_text_faults_scalar(text).invalid, !decodes(text)) << hex(text);
    ASSERT_EQ(is_valid_utf8(text), decodes(text)) << hex(text);
  }
}

TEST(Utf8, EveryCodePointIsValidAndItsPrefixesAreUnfinished) {
  for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point += code_point < 0x3000 ? 1 : 61) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string text;
    append_code_point(text, code_point);
    ASSERT_TRUE(decodes(text)) << code_point;
    ASSERT_EQ(utf8_sequence_length(text + "x"), text.size()) << code_point;
    ASSERT_EQ(unfinished_utf8_tail("a" + text), 0U) << code_point;
    for (size_t cut = 1; cut < text.size(); ++cut) {
      ASSERT_EQ(unfinished_utf8_tail("a" + text.substr(0, cut)), cut) << code_point;
      ASSERT_EQ(utf8_sequence_length(text.substr(0, cut)), 0U) << code_point;
    }
  }
}

TEST(Utf8, WhatCanNeverBeCompletedIsNoUnfinishedTail) {
  for (const std::string& text : {""s, "a"s, "\x80"s, "\xC0"s, "\xC1"s, "\xF5"s, "\xFF"s, "\xE0\x80"s, "\xE0\x9F"s, "\xED\xA0"s,
                                  "\xF0\x8F"s, "\xF4\x90"s, "\xC3\xA9\x80"s, "\xF0\x90\x80\x80\x80"s}) {
    EXPECT_EQ(unfinished_utf8_tail(text), 0U) << hex(text);
  }
}

struct CodePointRow {
  uint32_t code_point;
  std::string bytes;
};

TEST(Utf8, CodePointsAreWrittenAsInTheStandard) {
  // RFC 3629, section 7, and the ends of each length.
  const std::vector<CodePointRow> rows = {{0x41, "\x41"},
                                          {0x7F, "\x7F"},
                                          {0x80, "\xC2\x80"},
                                          {0x7FF, "\xDF\xBF"},
                                          {0x800, "\xE0\xA0\x80"},
                                          {0x2262, "\xE2\x89\xA2"},
                                          {0x391, "\xCE\x91"},
                                          {0xD55C, "\xED\x95\x9C"},
                                          {0xFFFF, "\xEF\xBF\xBF"},
                                          {0x10000, "\xF0\x90\x80\x80"},
                                          {0x233B4, "\xF0\xA3\x8E\xB4"},
                                          {0x10FFFF, "\xF4\x8F\xBF\xBF"}};
  for (const CodePointRow& row : rows) {
    std::string text;
    append_code_point(text, row.code_point);
    EXPECT_EQ(hex(text), hex(row.bytes));
  }
}

TEST(Utf8, SurrogatesAreWrittenAsBytesThatNoValidatorAccepts) {
  for (const uint32_t surrogate : {0xD800U, 0xDBFFU, 0xDC00U, 0xDFFFU}) {
    std::string text;
    append_code_point(text, surrogate);
    EXPECT_EQ(text.size(), 3U);
    EXPECT_FALSE(is_valid_utf8(text)) << hex(text);
  }
}

struct RepairRow {
  std::string broken;
  std::string expected;  // with "?" for U+FFFD
};

TEST(Utf8, MaximalInvalidPartsBecomeOneReplacementEach) {
  const std::vector<RepairRow> rows = {{"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "????????A"},  // table 3-8
                                       {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "????????A"},  // table 3-9
                                       {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "?????A??B"},  // table 3-10
                                       {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "????A"},      // table 3-11
                                       {"caf\xC3\xA9", "caf\xC3\xA9"},
                                       {"caf\xC3", "caf?"},
                                       {"\xF0\x9F\x98", "?"},
                                       {"", ""}};
  for (const RepairRow& row : rows) {
    std::string shown = repaired_utf8(row.broken);
    for (size_t at = shown.find("\xEF\xBF\xBD"); at != std::string::npos; at = shown.find("\xEF\xBF\xBD"))
      shown.replace(at, 3, "?");
    EXPECT_EQ(shown, row.expected) << hex(row.broken);
    EXPECT_TRUE(decodes(repaired_utf8(row.broken)));
  }
}

}  // namespace
}  // namespace npscope
