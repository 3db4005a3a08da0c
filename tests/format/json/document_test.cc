// SPDX-License-Identifier: MIT
// Document: the rows are those of Nicolas Seriot's JSONTestSuite (y_ and n_ files) that are short, and limits of our own.
#include "core/format/json/document.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace npscope {
namespace {

using json::Document;
using json::Node;
using json::parse_document;

bool parses(std::string_view text) { return parse_document(text).has_value(); }

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(JsonDocument, ValuesAreReadByKind) {
  const auto document = parse_document(
      R"( {"text":"a\n\"\u00e9\ud83d\ude00","n":-12.5e1,"zero":0,"yes":true,"no":false,"nothing":null,"list":[1,[2],"x"],"o":{"k":{}}} )");
  ASSERT_TRUE(document);
  const Node root = document->root();
  EXPECT_TRUE(root.is_object());
  EXPECT_EQ(root.size(), 8U);
  EXPECT_EQ(root.find("text").text(), "a\n\"\xC3\xA9\xF0\x9F\x98\x80");
  EXPECT_EQ(root.find("n").number(), -125.0);
  EXPECT_EQ(root.find("n").number_text(), "-12.5e1");
  EXPECT_EQ(root.find("zero").number(), 0.0);
  EXPECT_EQ(root.find("yes").boolean(), true);
  EXPECT_EQ(root.find("no").boolean(), false);
  EXPECT_TRUE(root.find("nothing").is_null());
  EXPECT_TRUE(root.find("list").is_array());
  EXPECT_EQ(root.find("list").size(), 3U);
  EXPECT_EQ(root.find("list").item(1).item(0).number(), 2.0);
  EXPECT_EQ(root.find("list").item(2).text(), "x");
  EXPECT_EQ(root.find("o").find("k").size(), 0U);
}

TEST(JsonDocument, AValueOfAnotherKindIsNothing) {
  const auto document = parse_document(R"({"a":"1","b":1,"c":[]})");
  ASSERT_TRUE(document);
  const Node root = document->root();
  EXPECT_EQ(root.find("a").number(), std::nullopt);
  EXPECT_EQ(root.find("a").number_text(), std::nullopt);
  EXPECT_EQ(root.find("a").boolean(), std::nullopt);
  EXPECT_EQ(root.find("b").text(), std::nullopt);
  EXPECT_EQ(root.find("b").boolean(), std::nullopt);
  EXPECT_FALSE(root.find("b").is_null());
  EXPECT_FALSE(root.find("c").is_object());
  EXPECT_FALSE(root.find("c").find("a").exists());
  EXPECT_EQ(root.text(), std::nullopt);
}

TEST(JsonDocument, WhatIsNotThereAnswersWithNothing) {
  const auto document = parse_document(R"({"a":{"b":"x"},"null":null})");
  ASSERT_TRUE(document);
  const Node absent = document->root().find("z").find("b").item(3);
  EXPECT_FALSE(absent.exists());
  EXPECT_FALSE(absent.is_null());
  EXPECT_FALSE(absent.is_object());
  EXPECT_FALSE(absent.is_array());
  EXPECT_EQ(absent.text(), std::nullopt);
  EXPECT_EQ(absent.number(), std::nullopt);
  EXPECT_EQ(absent.boolean(), std::nullopt);
  EXPECT_EQ(absent.name(), "");
  EXPECT_EQ(absent.size(), 0U);
  for (const Node item : absent.items()) ADD_FAILURE() << item.position();
  EXPECT_TRUE(document->root().find("null").exists());
  EXPECT_FALSE(document->root().find("a").find("B").exists());
}

TEST(JsonDocument, MembersComeInTheOrderOfTheText) {
  const auto document = parse_document(R"({"b":[{"x":1},{"y":2}],"a":{"c":{"d":1}},"\u0063":3})");
  ASSERT_TRUE(document);
  std::vector<std::string> names;
  for (const Node member : document->root().items()) names.emplace_back(member.name());
  EXPECT_EQ(names, (std::vector<std::string>{"b", "a", "c"}));
  std::vector<size_t> positions;
  for (const Node item : document->root().find("b").items()) positions.push_back(item.position());
  EXPECT_EQ(positions, (std::vector<size_t>{6, 14}));
}

TEST(JsonDocument, ADocumentThatIsMovedKeepsItsNodes) {
  auto first = parse_document(R"(["short","a text that no small buffer could hold in itself"])");
  ASSERT_TRUE(first);
  const Node kept = first->root();
  const Document second = std::move(*first);
  EXPECT_EQ(kept.item(0).text(), "short");
  EXPECT_EQ(second.root().item(1).text(), "a text that no small buffer could hold in itself");
}

TEST(JsonDocument, WhatRfc8259AllowsIsRead) {
  for (const std::string_view good : {"[[]   ]",
                                      "[\"\"]",
                                      "[]",
                                      "[\"a\"]",
                                      "[false]",
                                      "[null, 1, \"1\", {}]",
                                      "[null]",
                                      "[1\n]",
                                      " [1]",
                                      "[1,null,null,null,2]",
                                      "[2] ",
                                      "[123e65]",
                                      "[0e+1]",
                                      "[0e1]",
                                      "[ 4]",
                                      "[-0.000000000000000000000000000000000000000000000000000000000000000001]",
                                      "[20e1]",
                                      "[-0]",
                                      "[-123]",
                                      "[-1]",
                                      "[1E22]",
                                      "[1E-2]",
                                      "[1E+2]",
                                      "[123e45]",
                                      "[123.456e78]",
                                      "[1e-2]",
                                      "[1e+2]",
                                      "[123]",
                                      "[123.456789]",
                                      "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
                                      "{}",
                                      "{\"\":0}",
                                      "{\"foo\\u0000bar\": 42}",
                                      "{\"min\": -1.0e+28, \"max\": 1.0e+28}",
                                      "{\"a\":[]}",
                                      "{\n\"a\": \"b\"\n}",
                                      "[\"\\u0060\\u012a\\u12AB\"]",
                                      "[\"\\ud801\\udc37\"]",
                                      "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
                                      "[\"\\\\u0000\"]",
                                      "[\"\\\"\"]",
                                      "[\"a/*b*/c/*d//e\"]",
                                      "[\"\\uDBFF\\uDFFF\"]",
                                      "[\"\xEF\xBF\xBF\"]",
                                      "[\"\\u0000\"]",
                                      "[\"\xE2\x80\xA8\"]",
                                      "[\"\x7F\"]",
                                      "false",
                                      "42",
                                      "-0.1",
                                      "null",
                                      "\"asd\"",
                                      "true",
                                      "\"\"",
                                      "[\"a\"]\n",
                                      "[true]",
                                      " [] ",
                                      "\t{\r\n}"})
    EXPECT_TRUE(parses(good)) << good;
}

TEST(JsonDocument, WhatRfc8259ForbidsIsRefused) {
  for (const std::string_view bad : {"",
                                     " ",
                                     "[1 true]",
                                     "[\"\": 1]",
                                     "[\"\"],",
                                     "[,1]",
                                     "[1,,2]",
                                     "[\"x\",,]",
                                     "[\"x\"]]",
                                     "[\"\",]",
                                     "[\"x\"",
                                     "[x",
                                     "[3[4]]",
                                     "[1:2]",
                                     "[,]",
                                     "[-]",
                                     "[   , \"\"]",
                                     "[\"a\",\n4\n,1,",
                                     "[1,]",
                                     "[1,,]",
                                     "[\"\va\"\\f]",
                                     "[*]",
                                     "[\"\"",
                                     "[1,",
                                     "[1,\n1\n,1",
                                     "[{}",
                                     "[fals]",
                                     "[nul]",
                                     "[tru]",
                                     "[++1234]",
                                     "[+1]",
                                     "[+Inf]",
                                     "[-01]",
                                     "[-1.0.]",
                                     "[-2.]",
                                     "[-NaN]",
                                     "[.-1]",
                                     "[.2e-3]",
                                     "[0.1.2]",
                                     "[0.3e+]",
                                     "[0.3e]",
                                     "[0.e1]",
                                     "[0E+]",
                                     "[0E]",
                                     "[0e+]",
                                     "[0e]",
                                     "[1.0e+]",
                                     "[1.0e-]",
                                     "[1.0e]",
                                     "[1 000.0]",
                                     "[1eE2]",
                                     "[2.e+3]",
                                     "[2.e-3]",
                                     "[2.e3]",
                                     "[9.e+]",
                                     "[Inf]",
                                     "[NaN]",
                                     "[1+2]",
                                     "[0x1]",
                                     "[0x42]",
                                     "[Infinity]",
                                     "[0e+-1]",
                                     "[-123.123foo]",
                                     "[-Infinity]",
                                     "[-foo]",
                                     "[- 1]",
                                     "[-012]",
                                     "[-.123]",
                                     "[-1x]",
                                     "[1ea]",
                                     "[1.]",
                                     "[.123]",
                                     "[1.2a-3]",
                                     "[1.8011670033376514H-308]",
                                     "[012]",
                                     "[\"x\", truth]",
                                     "{[: \"x\"}\n",
                                     "{\"x\", null}",
                                     "{\"x\"::\"b\"}",
                                     "{\"a\":\"a\" 123}",
                                     "{key: 'value'}",
                                     "{\"a\" b}",
                                     "{:\"b\"}",
                                     "{\"a\" \"b\"}",
                                     "{\"a\":",
                                     "{\"a\"",
                                     "{1:1}",
                                     "{9999E9999:1}",
                                     "{null:null,null:null}",
                                     "{\"id\":0,,,,,}",
                                     "{'a':0}",
                                     "{\"id\":0,}",
                                     "{\"a\":\"b\"}/**/",
                                     "{\"a\":\"b\"}//",
                                     "{\"a\":\"b\",,\"c\":\"d\"}",
                                     "{a: \"b\"}",
                                     "{\"a\":\"a",
                                     "{ \"foo\" : \"bar\", \"a\" }",
                                     "{\"a\":\"b\"}#",
                                     "[\"\\uD800\\\"]",
                                     "[\"\\uD800\\u\"]",
                                     "[\"\\uD800\\u1\"]",
                                     "[\"\\uD800\\u1x\"]",
                                     "[é]",
                                     "[\"\\x00\"]",
                                     "[\"\\\\\\\"]",
                                     "[\"\\\t\"]",
                                     "[\"\\a\"]",
                                     "[\"\\u00A\"]",
                                     "[\"\\\"]",
                                     "[\"\\uD834\\uDd\"]",
                                     "[\"\\uqqqq\"]",
                                     "[\"\\",
                                     "[\\u0020\"asd\"]",
                                     "[\\n]",
                                     "\"",
                                     "['single quote']",
                                     "abc",
                                     "[\"new\nline\"]",
                                     "[\"\t\"]",
                                     "\"\\UA66D\"",
                                     "\"\"x",
                                     "<.>",
                                     "[<null>]",
                                     "[1]x",
                                     "[1]]",
                                     "[True]",
                                     "{\"x\": true,",
                                     "[][]",
                                     "]",
                                     "{}}",
                                     "{\"\":",
                                     "{\"a\":/*comment*/\"b\"}",
                                     "{\"a\": true} \"x\"",
                                     "['",
                                     "[,",
                                     "[{",
                                     "[\"a",
                                     "{,",
                                     "{'a'",
                                     "{\"a",
                                     "*",
                                     "[\"\\{[\"\\{[\"\\{[\"\\{",
                                     "\f[]",
                                     "\xE2\x81\xA0[]",
                                     "1]",
                                     "{\"a\":1 \"b\":2}",
                                     "nulll",
                                     "true1",
                                     "1 2"})
    EXPECT_FALSE(parses(bad)) << bad;
  EXPECT_FALSE(parses(std::string_view("[\0]", 3)));
  EXPECT_FALSE(parses(std::string_view("[\"\0\"]", 5)));
  EXPECT_FALSE(parses(std::string_view("[1]\0", 4)));
}

TEST(JsonDocument, InvalidUtf8IsRefusedWhereItStands) {
  for (const std::string_view bad : {"[\"\xFF\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]", "[\"\xF4\xBF\xBF\xBF\"]",
                                     "[\"\x81\"]", "[\"\xE0\xFF\"]", "[\"\xFC\x80\x80\x80\x80\x80\"]"}) {
    size_t fault = 0;
    EXPECT_FALSE(parse_document(bad, &fault)) << bad;
    EXPECT_EQ(fault, 2U) << bad;
  }
  EXPECT_FALSE(parses("[\"\xE9"));
}

TEST(JsonDocument, WhatTwoReadersWouldReadDifferentlyIsRefused) {
  for (const std::string_view bad :
       {"{\"a\":\"b\",\"a\":\"c\"}", "{\"a\":1,\"b\":2,\"\\u0061\":3}", "{\"\":1,\"\":1}", "[{\"b\":1,\"b\":1}]",
        "[\"\\uDADA\"]", "[\"\\uDd1e\\uD834\"]", "[\"\\uD888\\u1234\"]", "[1e400]", "[-1e400]"})
    EXPECT_FALSE(parses(bad)) << bad;
  EXPECT_TRUE(parses("{\"a\":{\"a\":1},\"b\":{\"a\":1},\"A\":0}"));
  EXPECT_TRUE(parses("[{\"a\":1},{\"a\":1}]"));
}

TEST(JsonDocument, AMarkAtTheStartIsSkippedAndPositionsCountIt) {
  const auto document = parse_document("\xEF\xBB\xBF{\"a\":1}");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root().find("a").number(), 1.0);
  size_t fault = 0;
  EXPECT_FALSE(parse_document("\xEF\xBB\xBF[1,x]", &fault));
  EXPECT_EQ(fault, 6U);
}

TEST(JsonDocument, TheFaultIsTheByteAtWhichItShows) {
  const std::vector<std::pair<std::string_view, size_t>> rows = {
      {"", 0},     {"[1,]", 3},  {"[1 2]", 3},         {"{\"a\":tru}", 5},
      {"[1]x", 3}, {"[\"ab", 1}, {"{\"a\":1,b:2}", 7}, {"{\"a\" 1}", 5}};
  for (const auto& [text, expected] : rows) {
    size_t fault = 99;
    EXPECT_FALSE(parse_document(text, &fault)) << text;
    EXPECT_EQ(fault, expected) << text;
  }
}

TEST(JsonDocument, ThirtyTwoLevelsAreReadAndNoMore) {
  EXPECT_TRUE(parses(nested(32)));
  EXPECT_FALSE(parses(nested(33)));
  EXPECT_FALSE(parses(std::string(100000, '[')));
  std::string objects;
  for (int i = 0; i < 33; ++i) objects += "{\"a\":";
  EXPECT_FALSE(parses(objects + "1" + std::string(33, '}')));
  EXPECT_TRUE(parses(objects.substr(5) + "1" + std::string(32, '}')));
}

TEST(JsonDocument, AMebibyteIsReadAndNoMore) {
  const std::string longest = "[\"" + std::string((size_t{1} << 20) - 4, 'a') + "\"]";
  ASSERT_EQ(longest.size(), size_t{1} << 20);
  const auto document = parse_document(longest);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root().item(0).text()->size(), longest.size() - 4);
  EXPECT_FALSE(parses(longest + " "));
}

TEST(JsonDocument, ManyNamesTakeNoQuadraticTime) {
  std::string text = "{";
  for (int i = 0; i < 80000; ++i) text += "\"" + std::to_string(i) + "\":0,";
  EXPECT_TRUE(parses(text + "\"x\":0}"));
  EXPECT_FALSE(parses(text + "\"40000\":0}"));
}

}  // namespace
}  // namespace npscope
