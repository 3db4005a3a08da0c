// SPDX-License-Identifier: MIT
// JsonWriter: what JSON.stringify writes for the same values, checked by hand after RFC 8259 and ECMA-262 (QuoteJSONString).
#include "core/base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace npscope {
namespace {

using namespace std::string_literals;

std::string json_text(std::string_view text) {
  JsonWriter json;
  json.value(text);
  return json.take();
}

struct TextRow {
  std::string text;
  std::string json;
};

TEST(JsonText, IsEscapedAsJsonStringifyDoes) {
  const std::vector<TextRow> rows = {{"", R"("")"},
                                     {"plain", R"("plain")"},
                                     {"a\"b", R"("a\"b")"},
                                     {"a\\b", R"("a\\b")"},
                                     {"a/b", R"("a/b")"},
                                     {"\b\f\n\r\t", R"("\b\f\n\r\t")"},
                                     {"\0"s, R"("\u0000")"},
                                     {"\x01\x0B\x1F", R"("\u0001\u000b\u001f")"},
                                     {"\x7F", "\"\x7F\""},
                                     {"é推😀", "\"é推😀\""},
                                     {"\xE2\x80\xA8\xE2\x80\xA9", "\"\xE2\x80\xA8\xE2\x80\xA9\""},
                                     {"</script>", R"("</script>")"}};
  for (const TextRow& row : rows) EXPECT_EQ(json_text(row.text), row.json);
}

TEST(JsonText, IsValidUtf8WhateverTheBytes) {
  EXPECT_EQ(json_text("a\xFF"), "\"a\xEF\xBF\xBD\"");
  EXPECT_EQ(json_text("\xC3"), "\"\xEF\xBF\xBD\"");
  EXPECT_EQ(json_text("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(json_text("\xFF\"\n"), "\"\xEF\xBF\xBD\\\"\\n\"");
}

TEST(JsonNumbers, KeepEveryDigit) {
  JsonWriter json;
  json.begin_array();
  json.value(std::numeric_limits<int64_t>::min());
  json.value(std::numeric_limits<int64_t>::max());
  json.value(std::numeric_limits<uint64_t>::max());
  json.value(uint32_t{0});
  json.value(-7);
  json.value(36.318407960199);
  json.value(-0.0);
  json.end_array();
  EXPECT_EQ(json.text(), "[-9223372036854775808,9223372036854775807,18446744073709551615,0,-7,36.318407960199,0]");
}

TEST(JsonStructure, HasCommasBetweenAndNowhereElse) {
  JsonWriter json;
  json.begin_object();
  json.key("empty");
  json.begin_array();
  json.end_array();
  json.key("list");
  json.begin_array();
  json.begin_object();
  json.end_object();
  json.begin_array();
  json.value(true);
  json.value(false);
  json.end_array();
  json.null();
  json.value("x");
  json.end_array();
  json.member("last", 1);
  json.end_object();
  EXPECT_EQ(json.take(), R"({"empty":[],"list":[{},[true,false],null,"x"],"last":1})");
}

TEST(JsonStructure, KeysAreEscapedToo) {
  JsonWriter json;
  json.begin_object();
  json.member("a\"\n", "b");
  json.end_object();
  EXPECT_EQ(json.take(), R"({"a\"\n":"b"})");
}

}  // namespace
}  // namespace npscope
