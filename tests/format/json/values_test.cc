// SPDX-License-Identifier: MIT
// What the values of a record become: cells, columns and remarks. The rules are those of issue 3 and of RFC 8259.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/format/json/json_runs.h"

namespace npscope::json {
namespace {

using Lines = std::vector<std::string>;

struct Row {
  const char* rule;
  std::string text;
  Lines records;
};

TEST(JsonValues, BecomeCells) {
  const Row rows[] = {
      {"integers keep their digits",
       R"([{"id":9007199254740993,"n":12345678901234567890123}])",
       {"id=9007199254740993 n=12345678901234567890123"}},
      {"fractions stay as written", R"([{"a":1.50,"b":1e400,"c":-0.0,"d":1E+2}])", {"a=1.50 b=1e400 c=-0.0 d=1E+2"}},
      {"words", R"([{"a":true,"b":false,"c":null,"d":""}])", {"a=true b=false d="}},
      {"escapes", R"([{"a":"\"\\\/\b\f\n\r\t","b":"\u00e4\u20AC\ud83d\ude00"}])", {"a=\"\\/\b\f\n\r\t b=ä€😀"}},
      {"a NUL is kept", R"([{"a":"x\u0000y"}])", {std::string("a=x\0y", 5)}},
      {"half a surrogate pair is U+FFFD and remarked",
       R"([{"a":"\ud800"},{"a":"\udc00\ud800x"}])",
       {"a=\uFFFD !invalid-text@a", "a=\uFFFD\uFFFDx !invalid-text@a"}},
      {"nested objects are dotted", R"([{"p":{"mail":"m","q":{"r":1}},"s":2}])", {"p.mail=m p.q.r=1 s=2"}},
      {"empty objects are nothing", R"([{"p":{},"s":{"t":{}},"u":1}])", {"u=1"}},
      {"plain arrays are joined",
       R"([{"tags":["a","b\n",3,null,true],"none":[],"one":["x"],"many":[1,2,3,4,5,6]}])",
       {"tags=a; b\n; 3; true one=x many=1; 2; 3; 4; 5; 6"}},
      {"other arrays keep their text, told once a column",
       R"([{"a":[[1],{"b":2}]},{"a":[[2 ,3]]}])",
       {"a=[[1],{\"b\":2}] !nested-value@a", "a=[[2 ,3]]"}},
      {"answers are columns named by their question",
       R"([{"answers":[{"question":"Why?","value":"good"},{"question":"nps","value":9}]},{"answers":[{"question":"nps","value":7}]}])",
       {"answers.Why?=good answers.nps=9", "answers.nps=7"}},
      {"an answer may be an object",
       R"([{"answers":[{"question_id":"q1","type":"x","value":{"score":9,"free":null}}]}])",
       {"answers.q1.score=9"}},
      {"the last of two equal keys wins", R"([{"score":9,"x":0,"score":1}])", {"score=1 x=0 !duplicate-key@score"}},
      {"an escaped key is the same key",
       R"([{"score":9},{"sc\u006fre":1,"score":2}])",
       {"score=9", "score=2 !duplicate-key@score"}},
      {"the last of two equal objects wins", R"([{"p":{"a":1,"b":2},"p":{"b":3}}])", {"p.b=3 !duplicate-key"}},
      {"names that mean something elsewhere",
       R"([{"__proto__":{"x":1},"constructor":2,"":3}])",
       {"__proto__.x=1 constructor=2 =3"}},
      {"keys with quotes", R"([{"a\"b":1},{"a\"b":2}])", {"a\"b=1", "a\"b=2"}},
      {"order does not matter", R"([{"a":1,"b":2,"c":3},{"c":3,"a":1},{"d":4,"b":2}])", {"a=1 b=2 c=3", "a=1 c=3", "b=2 d=4"}},
      {"long keys",
       R"([{"a key of more than sixteen bytes":1},{"a key of more than sixteen bytes":2},{"a key of more than sixteen_bytes":3}])",
       {"a key of more than sixteen bytes=1", "a key of more than sixteen bytes=2", "a key of more than sixteen_bytes=3"}},
      {"an element that is no object is rejected",
       R"([{"a":1},7,[{"a":2}],{"a":3}])",
       {"a=1", "!invalid-json-record", "!invalid-json-record", "a=3"}},
  };
  for (const Row& row : rows) {
    const JsonRun run = read_json(row.text);
    EXPECT_EQ(run.failure(), "") << row.rule;
    EXPECT_EQ(run.records(), row.records) << row.rule;
  }
}

TEST(JsonValues, ColumnsAreInTheOrderInWhichTheyCame) {
  const JsonRun run = read_json(R"([{"b":1,"a":{"z":1}},{"c":1,"a":{"y":1,"z":2}}])");
  EXPECT_EQ(run.names, (Lines{"b", "a.z", "c", "a.y"}));
}

TEST(JsonValues, FrozenColumnsGiveOnlyWhatIsWanted) {
  const std::string text = R"([{"a":1,"b":"x","c":true},{"c":1,"d":2,"a":5},{"b":"\u0041","a":[[1]]}])";
  JsonSource source(Encoding::kUtf8, 0, text.size());
  SourceRun run;
  ReadTable sample;
  ASSERT_TRUE(drive(source, text, run, [](const RecordBatch&) {}));
  source.open_table(0);
  ASSERT_TRUE(drive(source, text, run, [&sample](const RecordBatch& batch) {
    if (sample.records.empty()) append_batch(batch, sample);
  }));
  EXPECT_EQ(source.names(), (Lines{"a", "b", "c", "d"}));
  source.freeze_columns({false, true, false, false});
  source.open_table(0);
  ReadTable table;
  ASSERT_TRUE(drive(source, text, run, [&table](const RecordBatch& batch) { append_batch(batch, table); }));
  ASSERT_EQ(table.records.size(), 3U);
  EXPECT_EQ(table.records[0].cells, (std::vector<ReadCell>{{CellKind::kEmpty, ""}, {CellKind::kText, "x"}}));
  EXPECT_TRUE(table.records[1].cells.empty());
  EXPECT_EQ(table.records[2].cells, (std::vector<ReadCell>{{CellKind::kEmpty, ""}, {CellKind::kText, "A"}}));
  EXPECT_TRUE(table.remarks.empty());
}

TEST(JsonValues, LateColumnsAreRemarkedOnceARecord) {
  std::string text = R"({"a":1})"
                     "\n";
  while (text.size() < (300U << 10))
    text += R"({"a":1})"
            "\n";
  text += R"({"a":2,"late":1,"p":{"later":2},"q":[{"key":"x","value":1}]})"
          "\n";
  JsonSource source(Encoding::kUtf8, 0, text.size());
  SourceRun run;
  ASSERT_TRUE(drive(source, text, run, [](const RecordBatch&) {}));
  source.open_table(0);
  RecordBatch batch;
  while (source.names().empty()) {
    if (source.step(batch) == Step::kNeedsBytes)
      source.take(std::string_view(text).substr(source.want().offset, source.want().length));
  }
  source.freeze_columns({true});
  source.open_table(0);
  ReadTable table;
  ASSERT_TRUE(drive(source, text, run, [&table](const RecordBatch& b) { append_batch(b, table); }));
  ASSERT_EQ(table.remarks.size(), 1U);
  EXPECT_EQ(table.remarks[0], (ReadRemark{table.records.size() - 1, -1, Code::kLateColumn}));
  EXPECT_EQ(table.records.back().cells, (std::vector<ReadCell>{{CellKind::kText, "2"}}));
  EXPECT_EQ(source.names(), Lines{"a"});
}

TEST(JsonValues, TooManyColumnsAreALimit) {
  const auto object = [](int members) {
    std::string text = "[{";
    for (int i = 0; i < members; ++i) text += "\"k" + std::to_string(i) + "\":1,";
    text.back() = '}';
    return text + "]";
  };
  EXPECT_EQ(read_json(object(16384)).names.size(), 16384U);
  EXPECT_EQ(read_json(object(16385)).failure(), "limit-exceeded:columns");
}

}  // namespace
}  // namespace npscope::json
