// SPDX-License-Identifier: MIT
// gzip members with every field a header may have, and what is wrong with others. After RFC 1952.
#include "core/format/zip/gzip.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/format/zip/read_archive.h"
#include "tests/format/zip/write_archive.h"

namespace npscope::zip {
namespace {

constexpr uint8_t kText = 1;
constexpr uint8_t kCrc = 2;
constexpr uint8_t kExtra = 4;
constexpr uint8_t kName = 8;
constexpr uint8_t kComment = 16;

const std::string kZero(1, '\0');

/// A member whose header has all fields, with its header's checksum `wrong` or right.
std::string with_all_fields(std::string_view text, bool wrong) {
  const std::string fields = "\x05" + kZero + "extra" + "name.csv" + kZero + "a comment" + kZero;
  constexpr uint8_t kAll = kText | kCrc | kExtra | kName | kComment;
  const std::string plain = write_gzip(text, kAll, fields);
  std::string checksum;
  put(checksum, plain_crc(plain.substr(0, 10 + fields.size())) + (wrong ? 1 : 0), 2);
  return write_gzip(text, kAll, fields + checksum);
}

std::string changed(std::string file, size_t at, char value) {
  file[at] = value;
  return file;
}

struct Row {
  std::string rule;
  std::string file;
  std::string text;
  std::string outcome;
};

TEST(Gzip, EachFileHasItsAnswer) {
  const std::string one = write_gzip("one");
  const std::string two = write_gzip("two");
  const std::string none = write_gzip("");
  const std::vector<Row> rows = {
      {"one member", one, "one", "ok"},
      {"no content", none, "", "ok"},
      {"members follow each other", one + none + two, "onetwo", "ok"},
      {"all header fields", with_all_fields("one", false) + with_all_fields("two", false), "onetwo", "ok"},
      {"wrong checksum of the header", with_all_fields("one", true), "", "damaged-file header"},
      {"zeros at the end are padding", one + std::string(1000, '\0'), "one", "ok"},
      {"text at the end", one + "x", "one", "damaged-file trailing"},
      {"text behind the padding", one + std::string(600000, '\0') + "x", "one", "damaged-file trailing"},
      {"a member behind the padding", one + std::string(600000, '\0') + two, "one", "damaged-file trailing"},
      {"half a magic number at the end", one + "\x1F" + std::string(20, 'x'), "one", "damaged-file trailing"},
      {"nothing", "", "", "damaged-file truncated"},
      {"no gzip", "not compressed at all", "", "damaged-file header"},
      {"another method", changed(one, 2, 7), "", "damaged-file header"},
      {"a reserved flag", changed(one, 3, '\x20'), "", "damaged-file header"},
      {"wrong checksum", changed(one, one.size() - 8, 0), "one", "damaged-file crc"},
      {"wrong length", changed(one, one.size() - 4, 4), "one", "damaged-file size"},
      {"no deflate data", changed(one, 10, '\x07'), "", "damaged-file deflate"},
      {"a name that never ends", one.substr(0, 3) + "\x08" + one.substr(4, 6) + std::string(600000, 'n'), "",
       "damaged-file truncated"},
      {"an extra field that never ends", write_gzip("", kExtra, "\xFF\xFF"), "", "damaged-file truncated"},
  };
  for (const Row& row : rows) {
    for (const size_t most : {1, 1000}) {
      const Unpacked unpacked = unpack_gzip(row.file, most);
      EXPECT_EQ(unpacked.outcome, row.outcome) << row.rule;
      EXPECT_EQ(unpacked.text, row.text) << row.rule;
    }
  }
}

TEST(Gzip, CutAnywhereIsTruncated) {
  const std::string file = with_all_fields("some text", false);
  for (size_t size = 0; size < file.size(); ++size)
    EXPECT_EQ(unpack_gzip(file.substr(0, size)).outcome, "damaged-file truncated") << size;
}

TEST(Gzip, TheFirstNameIsKept) {
  struct NameRow {
    std::string stored;
    std::string name;
  };
  const std::vector<NameRow> rows = {{"survey.csv", "survey.csv"},
                                     {"\xC3\xB6.csv", "ö.csv"},
                                     {"\xF6.csv", "ö.csv"},
                                     {std::string(5000, 'n'), std::string(1024, 'n')}};
  for (const NameRow& row : rows) {
    const std::string file = write_gzip("1", kName, row.stored + kZero) + write_gzip("2", kName, "second" + kZero);
    Budget budget;
    GzipStream stream(file.size(), budget);
    EXPECT_EQ(read_stream(stream, file, 100, 100).outcome, "ok");
    EXPECT_EQ(stream.stored_name(), row.name);
  }
}

TEST(Gzip, TheBudgetEndsIt) {
  const std::string file = write_gzip("12345");
  Budget budget{4};
  GzipStream stream(file.size(), budget);
  EXPECT_EQ(read_stream(stream, file, 100, 100).outcome, "limit-exceeded unpacked-size");
}

}  // namespace
}  // namespace npscope::zip
