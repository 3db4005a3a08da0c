// SPDX-License-Identifier: MIT
// What a JSON file may be: a document with tables, one record, lines; and the ways in which it may be broken.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/format/json/json_runs.h"

namespace npscope::json {
namespace {

using Lines = std::vector<std::string>;

/// Names of the tables and the count of their records: "data.items:2 other:1", or the failure.
std::string outline(const JsonRun& run) {
  if (run.run.failure) return run.failure();
  std::string text;
  for (const ReadTable& table : run.run.tables) {
    text += (text.empty() ? "" : " ") + (run.shape == Shape::kLines ? "lines" : table.info.name);
    text += ":" + std::to_string(table.records.size());
  }
  return text;
}

struct Row {
  const char* rule;
  std::string text;
  std::string outline;
};

TEST(JsonShapes, AreTold) {
  const Row rows[] = {
      {"an array of objects", R"([{"a":1},{"a":2}])", ":2"},
      {"an object around an array", R"({"responses":[{"a":1}]})", "responses:1"},
      {"deeper, with others; most objects first", R"({"x":[{"b":1}],"data":{"n":3,"items":[{"a":1},{"a":2}],"k":[1,2]}})",
       "data.items:2 x:1"},
      {"equal counts stay in order", R"({"b":[{}],"a":[{}]})", "b:1 a:1"},
      {"arrays in records are no tables", R"({"r":[{"a":[{"b":1},{"b":2},{"b":3}]}]})", "r:1"},
      {"one object is one record", R"({"a":1,"b":[1,2]})", ":1"},
      {"an empty array has no records", " [ ] ", ":0"},
      {"an empty array of records has none", R"({"total":0,"data":{"responses":[]}})", "data.responses:0"},
      {"another empty array is a cell", R"({"total":0,"tags":[]})", ":1"},
      {"objects a line", "{\"a\":1}\n{\"a\":2}\n", "lines:2"},
      {"objects without line ends", R"({"a":1}{"a":2} {"a":3})", "lines:3"},
      {"objects that span lines", "{\n\"a\":1\n}\n{\n\"a\":2}{\"a\":3}", "lines:3"},
      {"blank lines at the start", "\n\n{\"a\":1}\n{bad}\n{\"a\":2}\n", "lines:3"},
      {"old line ends", "{\"a\":1}\r{bad}\r{\"a\":2}\r", "lines:3"},
      {"a broken first line", "{\"a\":}\n{\"a\":2}\n{\"a\":3}\n", "lines:3"},
      {"an unfinished first line", "{\"a\":1\n{\"a\":2}\n", "lines:2"},
      {"a broken second line", "{\"a\":1}\nbad\n{\"a\":2}\n", "lines:3"},
      {"a number is no table", "42", "no-table:json"},
      {"neither are numbers", "[1,[2],{\"a\":1}]", "no-table:json"},
      {"nothing", "", "invalid-json:empty"},
      {"blanks only", " \n ", "invalid-json:empty"},
      {"something behind a document", "[{\"a\":1}]x", "invalid-json:trailing"},
      {"something behind an object", "{\"a\":1} \"x\"", "invalid-json:trailing"},
      {"two arrays", "[{}]\n[{}]", "invalid-json:trailing"},
      {"a document that ends early", "[{\"a\":1},", "invalid-json:syntax"},
      {"a wrapped one too", "{\"r\":[{\"a\":1},", "invalid-json:syntax"},
      {"a fault in another table", R"({"r":[{"a":1},{"a":2}],"s":[{"b":01}]})", "invalid-json:syntax"},
      {"a fault behind the table", R"({"r":[{"a":1},{"a":2}],"s":nul})", "invalid-json:syntax"},
      {"NaN", R"([{"a":NaN}])", "invalid-json:syntax"},
      {"a control character", "[{\"a\":\"\x01\"}]", "invalid-json:control-character"},
      {"invalid UTF-8", "[{\"a\":\"\xFF\"}]", "invalid-json:utf-8"},
      {"an open string", "[{\"a\":\"x}]", "invalid-json:open-string"},
      {"a wrong bracket", R"([{"a":[1}]}])", "invalid-json:syntax"},
      {"a bad escape", R"([{"a":"\x"}])", "invalid-json:syntax"},
      {"a bad escape where nobody looks", R"([{"a":[["\u12g4"]]}])", "invalid-json:syntax"},
  };
  for (const Row& row : rows) EXPECT_EQ(outline(read_json(row.text)), row.outline) << row.rule;
}

std::string nested(size_t depth, std::string_view open, std::string_view close) {
  std::string text;
  for (size_t i = 0; i < depth; ++i) text += open;
  text += '1';
  for (size_t i = 0; i < depth; ++i) text += close;
  return text;
}

TEST(JsonShapes, DepthIsLimited) {
  EXPECT_EQ(outline(read_json(nested(1024, "[", "]"))), "no-table:json");
  EXPECT_EQ(outline(read_json(nested(1025, "[", "]"))), "limit-exceeded:depth");
  EXPECT_EQ(outline(read_json(nested(1024, "{\"a\":", "}"))), ":1");
  EXPECT_EQ(outline(read_json(nested(1025, "{\"a\":", "}"))), "limit-exceeded:depth");
  EXPECT_EQ(outline(read_json("[" + nested(1023, "{\"a\":", "}") + "]")), ":1");
  EXPECT_EQ(outline(read_json("[" + nested(1024, "{\"a\":", "}") + "]")), "limit-exceeded:depth");
  EXPECT_EQ(outline(read_json("{\"r\":[{},{\"a\":" + nested(1022, "[", "]") + "}]}")), "limit-exceeded:depth");
  EXPECT_EQ(outline(read_json("{\"a\":1}\n" + nested(1025, "{\"a\":", "}") + "\n{\"a\":1}\n")), "lines:3");
}

TEST(JsonLines, BrokenLinesAreRejectedAlone) {
  struct LinesRow {
    const char* rule;
    std::string text;
    Lines records;
    uint64_t blank_lines;
  };
  const LinesRow rows[] = {
      {"the mixed file", "{\"s\":9}\r\n\n{\"s\":8}\n{bad}\n{\"s\":7}\n", {"s=9", "s=8", "!invalid-json-record", "s=7"}, 1},
      {"an open string ends with its line",
       "{\"s\":1}\n{\"s\":\"x}\n{\"s\":\"y\"}\n",
       {"s=1", "!invalid-json-record", "s=y"},
       0},
      {"invalid UTF-8 too", "{\"s\":1}\n{\"s\":\"\xC3\"}\n{\"s\":3}\n", {"s=1", "!invalid-json-record", "s=3"}, 0},
      {"an object does not go on in the next line",
       "{\"s\":1}\n{\"s\":\n2}\n{\"s\":3}\n",
       {"s=1", "!invalid-json-record", "!invalid-json-record", "s=3"},
       0},
      {"something behind an object breaks it", "{\"s\":1}\n{\"s\":2}x\n{\"s\":3}\n", {"s=1", "!invalid-json-record", "s=3"}, 0},
      {"objects before the fault are good",
       "{\"s\":1}{\"s\":2}{\"s\":}\n{\"s\":3}\n",
       {"s=1", "s=2", "!invalid-json-record", "s=3"},
       0},
      {"they are also with a fault in a string",
       "{\"s\":1}{\"s\":2}{\"s\":\"\xFF\"}\n{\"s\":3}\n",
       {"s=1", "s=2", "!invalid-json-record", "s=3"},
       0},
      {"other values are no records",
       "{\"s\":1}\n42\n[{\"s\":2}]\n{\"s\":3}",
       {"s=1", "!invalid-json-record", "!invalid-json-record", "s=3"},
       0},
      {"columns of broken lines do not exist",
       "{\"s\":1}\n{\"t\":2,\"u\":}\n{\"v\":3}\n",
       {"s=1", "!invalid-json-record", "v=3"},
       0},
  };
  for (const LinesRow& row : rows) {
    const JsonRun run = read_json(row.text);
    EXPECT_EQ(run.shape, Shape::kLines) << row.rule;
    EXPECT_EQ(run.records(), row.records) << row.rule;
    ASSERT_EQ(run.run.tables.size(), 1U) << row.rule;
    EXPECT_EQ(run.run.tables[0].blank_lines, row.blank_lines) << row.rule;
  }
  EXPECT_EQ(read_json("{\"s\":1}\n{\"t\":2,\"u\":}\n{\"v\":3}\n").names, (Lines{"s", "v"}));
}

TEST(JsonLines, RecordsKnowTheirLine) {
  const auto lines = [](std::string_view text) {
    std::vector<uint64_t> found;
    const JsonRun run = read_json(text);
    for (const ReadRecord& record : run.run.tables.at(0).records) found.push_back(record.line);
    return found;
  };
  EXPECT_EQ(lines("\n{\"a\":1}\n\n{bad\n{\"a\":1}{\"a\":2}\r\n{\"a\":3}"), (std::vector<uint64_t>{2, 4, 5, 5, 6}));
  EXPECT_EQ(lines("[\n{\"a\":1},{\"a\":\n1},\n\n{\"a\":2}]"), (std::vector<uint64_t>{2, 2, 5}));
  EXPECT_EQ(lines("{\n\"a\":1}\n{\n\"a\":2}"), (std::vector<uint64_t>{1, 3}));
}

TEST(JsonLines, ARecordIsAtMostEightMebibytes) {
  const std::string large(size_t{9} << 20, 'x');
  const std::string fits(size_t{7} << 20, 'x');
  EXPECT_EQ(read_json("{\"a\":1}\n{\"a\":\"" + large + "\"}\n{\"a\":2}\n").records(),
            (Lines{"a=1", "!record-too-long", "a=2"}));
  EXPECT_EQ(read_json("{\"a\":1}\n{\"a\":\"" + fits + "\"}\n{\"a\":2}\n").records().at(1).size(), fits.size() + 2);
  EXPECT_EQ(read_json("[{\"a\":1},{\"a\":\"" + large + "\"}]").failure(), "limit-exceeded:record");
  EXPECT_EQ(read_json("{\"r\":[{\"a\":1},{\"a\":\"" + fits + "\"}]}").records().at(1).size(), fits.size() + 2);
}

TEST(JsonText, MayBeInUtf16) {
  std::string text;
  for (const char c : std::string_view("[{\"score\":9}]")) text += {c, '\0'};
  EXPECT_EQ(read_json("\xFF\xFE" + text, Encoding::kUtf16le, 2).records(), Lines{"score=9"});
  EXPECT_EQ(read_json("\xEF\xBB\xBF[{\"score\":9}]", Encoding::kUtf8, 3).records(), Lines{"score=9"});
}

/// A record of any size, with everything that makes cuts hard.
std::string any_record(std::mt19937& random, int i) {
  std::string text = R"({"id":)" + std::to_string(i) + R"(,"t":"},{\"a\":[{)" + std::string(random() % 40, 'x') +
                     R"(\\","l":[{"a":1},{"a":"}]"},{}],"u":"ä\u00e4)";
  if (random() % 50 == 0) text += std::string(random() % 200000, random() % 2 == 0 ? ',' : '{');
  return text + R"(","p":{"q":[1,2,)" + std::to_string(random() % 100) + "]}}";
}

TEST(JsonShapes, TheSameRecordsInAnyShape) {
  std::mt19937 random(5);
  std::string lines;
  std::string elements;
  constexpr int kRecords = 3000;
  for (int i = 0; i < kRecords; ++i) {
    const std::string record = any_record(random, i);
    lines += record + '\n';
    elements += (i > 0 ? ", " : "") + record;
  }
  const Lines expected = read_json(lines).records();
  ASSERT_EQ(expected.size(), size_t{kRecords});
  EXPECT_TRUE(expected[7].starts_with("id=7 t=},{\"a\":[{")) << expected[7];
  EXPECT_TRUE(read_json('[' + elements + ']').records() == expected);
  EXPECT_TRUE(read_json(R"({"m":[1,{"x":2}],"d":{"r":[)" + elements + R"(]},"z":[1,{"y":1}]})").records() == expected);
  EXPECT_EQ(read_json("{\n\"id\":0}" + lines).run.tables.at(0).records.size(), size_t{kRecords + 1});
  std::string one_line = lines;
  std::erase(one_line, '\n');
  EXPECT_TRUE(read_json(one_line).records() == expected);
  // A fault in a string of every stretch: the records are looked at one by one.
  std::string faulty = lines;
  for (size_t at = faulty.find('\n'); at != std::string::npos; at = faulty.find('\n', at + 5000))
    faulty.insert(at + 1, "{\"t\":\"\x80\"}\n");
  Lines kept = read_json(faulty).records();
  std::erase(kept, "!invalid-json-record");
  EXPECT_TRUE(kept == expected);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

JsonRun read_with(const char* kernel, std::string_view text) {
  const simdjson::implementation* usual = simdjson::get_active_implementation();
  simdjson::get_active_implementation() = simdjson::get_available_implementations()[kernel];
  JsonRun run = read_json(text);
  simdjson::get_active_implementation() = usual;
  return run;
}

/// Reads the files of the corpus whose names begin with y_ (valid) and n_ (not); both kernels have the same outcome.
TEST(JsonCorpus, JsonTestSuiteIsRight) {
  const char* folder = std::getenv("NPSCOPE_CORPORA");  // NOLINT(concurrency-mt-unsafe)
  const std::filesystem::path path =
      std::filesystem::path(folder != nullptr ? folder : "../shared/corpora") / "json/JSONTestSuite/test_parsing";
  if (!std::filesystem::is_directory(path)) GTEST_SKIP() << "no corpora at " << path;
  const bool two_kernels = simdjson::get_available_implementations()["westmere"] != nullptr;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    const std::string name = entry.path().filename();
    const std::string text = read_file(entry.path());
    const JsonRun run = read_json(text);
    const bool valid = !run.run.failure || run.run.failure->code == Code::kNoTable;
    if (name.starts_with("y_")) EXPECT_TRUE(valid) << name << ' ' << run.failure();
    if (name.starts_with("n_")) EXPECT_FALSE(valid) << name;
    if (!two_kernels) continue;
    const JsonRun scalar = read_with("fallback", text);
    EXPECT_EQ(scalar.run.failure.has_value(), run.run.failure.has_value()) << name;
    if (run.run.failure && scalar.run.failure) EXPECT_EQ(scalar.run.failure->code, run.run.failure->code) << name;
    EXPECT_EQ(scalar.records(), run.records()) << name;
  }
}

}  // namespace
}  // namespace npscope::json
