// SPDX-License-Identifier: MIT
// The first record tells what is expected of those behind it. A record that is other than expected, at whichever place, means what
// it would mean alone, and faults and line ends are seen in it all the same.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/format/json/json_runs.h"

namespace npscope::json {
namespace {

constexpr const char* kFirst = R"({"score":9,"a key of more than sixteen bytes":"x","note":null,"last":"z"})";

TEST(JsonExpected, ARecordIsReadAsItStands) {
  struct Row {
    const char* rule;
    const char* record;
    const char* line;
  };
  const Row rows[] = {
      {"as the first", R"({"score":8,"a key of more than sixteen bytes":"y","note":"n","last":"w"})",
       "score=8 a key of more than sixteen bytes=y note=n last=w"},
      {"blanks between all tokens", R"({ "score" : 8 , "note" : "n" , "last" : "w" })", "score=8 note=n last=w"},
      {"a member is missing", R"({"score":8,"last":"w"})", "score=8 last=w"},
      {"another order", R"({"last":"w","score":8})", "score=8 last=w"},
      {"a longer key of the same start", R"({"a key of more than sixteen bytes!":1})", "a key of more than sixteen bytes!=1"},
      {"a shorter key of the same start", R"({"a key of more than sixteen byte":1})", "a key of more than sixteen byte=1"},
      {"a key with an escape", R"({"scor\u0065":8})", "score=8"},
      {"a member twice", R"({"score":8,"score":7})", "score=7 !duplicate-key@score"},
      {"a member twice, out of order", R"({"score":8,"note":"n","score":7})", "score=7 note=n !duplicate-key@score"},
      {"an object where a text was", R"({"score":{"value":8},"last":"w"})", "last=w score.value=8"},
      {"an array where a text was", R"({"score":8,"note":["a","b"]})", "score=8 note=a; b"},
      {"escapes in a value", R"({"score":8,"note":"a\"\\,\n","last":"w"})", "score=8 note=a\"\\,\n last=w"},
      {"a number with all parts", R"({"score":-8.25e+1,"last":1234567890.1234567890})",
       "score=-8.25e+1 last=1234567890.1234567890"},
      {"a number of sixteen digits", R"({"score":1234567890123456})", "score=1234567890123456"},
      {"a fraction behind fifteen digits", R"({"score":123456789012345.5})", "score=123456789012345.5"},
      {"words", R"({"score":null,"note":true,"last":false})", "note=true last=false"},
      {"a zero before a digit", R"({"score":08})", "!invalid-json-record"},
      {"a point without digits", R"({"score":8.})", "!invalid-json-record"},
      {"a word that goes on", R"({"score":nulls})", "!invalid-json-record"},
      {"an escape that is none", R"({"score":8,"note":"\x"})", "!invalid-json-record"},
      {"a comma before the end", R"({"score":8,})", "!invalid-json-record"},
      {"no comma", R"({"score":8 "last":"w"})", "!invalid-json-record"},
      {"no value", R"({"score":})", "!invalid-json-record"},
      {"the wrong end", R"({"score":8])", "!invalid-json-record"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.rule);
    const JsonRun run = read_json(std::string(kFirst) + "\n" + row.record + "\n" + kFirst + "\n");
    const std::string first = "score=9 a key of more than sixteen bytes=x last=z";
    EXPECT_EQ(run.records(), (std::vector<std::string>{first, row.line, first}));
  }
}

TEST(JsonExpected, ALineEndInARecordBreaksItWhereverItStands) {
  const std::string good = R"({"score":8,"last":"w"})";
  for (size_t at = 1; at < good.size(); ++at) {
    const bool between = std::string_view("{}:,").contains(good[at]) || std::string_view("{:,").contains(good[at - 1]);
    if (!between) continue;
    SCOPED_TRACE(at);
    std::string text = good;
    text.append("\n").append(good, 0, at).append("\n").append(good, at).append("\n").append(good).append("\n");
    const JsonRun run = read_json(text);
    const std::vector<std::string> records = run.records();
    ASSERT_GE(records.size(), 3U);
    EXPECT_EQ(records.front(), "score=8 last=w");
    EXPECT_EQ(records[1], "!invalid-json-record");
    EXPECT_EQ(records.back(), "score=8 last=w");
  }
}

TEST(JsonExpected, LinesAreCountedInAndBetweenRecords) {
  const JsonRun run = read_json("[\n{\"a\":1},{\"a\":2},\n\n{\"a\":\n3},{\"a\":4}\n,{\n\"a\":5},{\"a\":{}\n},\n{\"a\":7}]");
  std::vector<uint64_t> lines;
  for (const ReadRecord& record : run.run.tables.at(0).records) lines.push_back(record.line);
  EXPECT_EQ(lines, (std::vector<uint64_t>{2, 2, 4, 5, 6, 7, 9}));
}

}  // namespace
}  // namespace npscope::json
