// SPDX-License-Identifier: MIT
// ZIP archives that say one thing and are another: each row is one lie and what the reader answers. After APPNOTE.TXT 6.3.10.
#include "core/format/zip/archive.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/format/zip/read_archive.h"
#include "tests/format/zip/write_archive.h"

namespace npscope::zip {
namespace {

/// An extra field.
std::string extra_field(uint16_t kind, std::string_view content) {
  std::string out;
  put(out, kind, 2);
  put(out, content.size(), 2);
  return out.append(content);
}

std::string number(uint64_t value, int bytes) {
  std::string out;
  put(out, value, bytes);
  return out;
}

struct Row {
  std::string rule;
  std::string file;
  std::string outcome;
};

std::vector<Row> rows_of_good_archives() {
  const Member wide = {
      .name = "a", .extra = extra_field(1, number(4, 8) + number(4, 8)), .size = 0xFFFFFFFF, .compressed_size = 0xFFFFFFFF};
  return {
      {"stored and deflated entries are read", write_archive({{.name = "a"}, {.name = "b", .deflated = true}}), "ok"},
      {"an archive may be empty", write_archive({}), "ok"},
      {"an entry may be empty", write_archive({{.name = "a", .text = ""}}), "ok"},
      {"a deflated entry may be empty without even a block", write_archive({{.name = "a", .text = "", .method = 8}}), "ok"},
      {"a comment may follow", write_archive({{.name = "a"}}, {.comment = "a comment"}), "ok"},
      {"the longest comment", write_archive({{.name = "a"}}, {.comment = std::string(65535, 'x')}), "ok"},
      {"bytes between entries and directory are nobody's business",
       write_archive({{.name = "a"}}, {.before_directory = "junk"}), "ok"},
      {"ZIP64 end records are read", write_archive({{.name = "a"}}, {.zip64 = true}), "ok"},
      {"ZIP64 sizes are read", write_archive({wide}), "ok"},
      {"the header's own extra field may differ", write_archive({{.name = "a", .local_extra = std::string(3000, 'x')}}), "ok"},
      {"zeros at the end of the extra fields are padding", write_archive({{.name = "a", .extra = std::string(3, '\0')}}), "ok"},
      {"names may share a beginning", write_archive({{.name = "a"}, {.name = "ab"}}), "ok"},
      {"a folder twice harms nobody", write_archive({{.name = "a/", .text = ""}, {.name = "a/", .text = ""}}), "ok"},
  };
}

std::vector<Row> rows_of_bad_directories() {
  const std::string fake_end = write_archive({});
  return {
      {"nothing", "", "damaged-file truncated"},
      {"shorter than an end record", "PK\x05\x06", "damaged-file truncated"},
      {"no end record", std::string(100, 'x'), "damaged-file truncated"},
      {"bytes behind the end", write_archive({{.name = "a"}}) + "x", "damaged-file truncated"},
      {"an end record in the comment that fits as well", write_archive({{.name = "a"}}, {.comment = fake_end}),
       "refused-file two-directories"},
      {"an end record in the comment that does not fit", write_archive({{.name = "a"}}, {.comment = fake_end + "x"}), "ok"},
      {"count too high", write_archive({{.name = "a"}}, {.count = 2}), "damaged-file count"},
      {"count too low", write_archive({{.name = "a"}, {.name = "b"}}, {.count = 1}), "damaged-file count"},
      {"count of nothing", write_archive({{.name = "a"}}, {.count = 0}), "damaged-file count"},
      {"count 65535 without ZIP64", write_archive({{.name = "a"}}, {.count = 65535}), "damaged-file count"},
      {"ZIP64 count beyond the file", write_archive({{.name = "a"}}, {.count = uint64_t{1} << 62, .zip64 = true}),
       "damaged-file count"},
      {"size too high", write_archive({{.name = "a"}}, {.size = 1000}), "damaged-file directory"},
      {"size too low", write_archive({{.name = "a"}}, {.size = 46}), "damaged-file directory"},
      {"ZIP64 offset that wraps around",
       write_archive({{.name = "a"}}, {.size = 48, .offset = ~uint64_t{0} - 20, .zip64 = true}), "damaged-file directory"},
      {"bytes between directory and end", write_archive({{.name = "a"}}, {.behind_directory = "x"}), "damaged-file directory"},
      {"bytes before the archive", "MZ" + write_archive({{.name = "a"}}), "damaged-file directory"},
      {"one of several parts", write_archive({{.name = "a"}}, {.disk = 1}), "unsupported-format zip-parts"},
      {"an extra field beyond its frame", write_archive({{.name = "a", .extra = number(0x00090001, 4)}}),
       "damaged-file directory"},
      {"a ZIP64 size that is missing", write_archive({{.name = "a", .extra = extra_field(1, "1234"), .size = 0xFFFFFFFF}}),
       "damaged-file directory"},
      {"data beyond the directory", write_archive({{.name = "a", .size = 9999, .compressed_size = 9999}}),
       "damaged-file directory"},
      {"a header beyond the directory", write_archive({{.name = "a", .offset = 0x7FFFFFFF}}), "damaged-file directory"},
  };
}

std::vector<Row> rows_of_refused_archives() {
  return {
      {"the same name twice", write_archive({{.name = "a"}, {.name = "b"}, {.name = "a"}}), "refused-file duplicate-name"},
      {"the same name but for case", write_archive({{.name = "Xl/A.xml"}, {.name = "xL/a.XML"}}),
       "refused-file duplicate-name"},
      {"the same name but for the slash", write_archive({{.name = "xl/a"}, {.name = "xl\\a"}}), "refused-file duplicate-name"},
      {"two entries in the same place", write_archive({{.name = "a"}, {.name = "b", .offset = 0}}), "refused-file overlap"},
      {"an entry that holds the next one", write_archive({{.name = "a", .size = 20, .compressed_size = 20}, {.name = "b"}}),
       "refused-file overlap"},
      {"an entry that reaches into the directory",
       write_archive({{.name = "a", .text = "", .size = 20, .compressed_size = 20}}), "refused-file overlap"},
  };
}

std::vector<Row> rows_of_bad_entries() {
  return {
      {"encrypted", write_archive({{.name = "a", .flags = 1}}), "password-protected zip"},
      {"strongly encrypted", write_archive({{.name = "a", .flags = 0x40}}), "password-protected zip"},
      {"a method that few know", write_archive({{.name = "a", .method = 12}}), "unsupported-format zip-method"},
      {"wrong checksum of a stored entry", write_archive({{.name = "a", .crc = 1}}), "damaged-file crc"},
      {"wrong checksum of a deflated entry", write_archive({{.name = "a", .deflated = true, .crc = 1}}), "damaged-file crc"},
      {"more than the size says", write_archive({{.name = "a", .deflated = true, .size = 3}}), "damaged-file size"},
      {"less than the size says", write_archive({{.name = "a", .deflated = true, .size = 5}}), "damaged-file size"},
      {"four gigabytes, the size says", write_archive({{.name = "a", .deflated = true, .size = 0xFFFFFFFE}}),
       "damaged-file size"},
      {"stored with two sizes", write_archive({{.name = "a", .size = 3}}), "damaged-file size"},
      {"deflate data cut off", write_archive({{.name = "a", .deflated = true, .compressed_size = 8}}),
       "damaged-file truncated"},
      {"bytes behind the deflate data",
       write_archive({{.name = "a", .text = stored_block("text") + "x", .method = 8, .crc = plain_crc("text"), .size = 4}}),
       "damaged-file size"},
      {"no deflate data", write_archive({{.name = "a", .text = "\xFF\xFF", .method = 8}}), "damaged-file deflate"},
      {"header with another name", write_archive({{.name = "a", .local_name = "b"}}), "damaged-file header"},
      {"header with a longer name", write_archive({{.name = "a", .local_name = "ab"}}), "damaged-file header"},
      {"header with another method", write_archive({{.name = "a", .local_method = 8}}), "damaged-file header"},
      {"no header there", write_archive({{.name = "a", .text = "", .offset = 1}}, {.before_directory = "junk"}),
       "damaged-file header"},
      {"header's extra field beyond the file", write_archive({{.name = "a"}}).replace(28, 2, "\xFF\xFF"),
       "damaged-file truncated"},
  };
}

TEST(Archive, EachLieHasItsAnswer) {
  for (const auto& rows :
       {rows_of_good_archives(), rows_of_bad_directories(), rows_of_refused_archives(), rows_of_bad_entries()}) {
    for (const Row& row : rows) EXPECT_EQ(outcome_of_all(row.file), row.outcome) << row.rule;
  }
}

TEST(Archive, ContentIsTheSameInPiecesOfAnySize) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i) + ",";
  const std::string file =
      write_archive({{.name = "stored", .text = text}, {.name = "deflated", .text = text, .deflated = true}});
  for (const Entry& entry : read_directory(file).entries) {
    for (const size_t most : {1, 7, 4096, 1 << 20}) {
      Budget budget;
      const Unpacked unpacked = unpack(entry, file, budget, most);
      EXPECT_EQ(unpacked.outcome, "ok");
      EXPECT_EQ(unpacked.text, text) << entry.name << " by " << most;
      EXPECT_EQ(budget.left, Budget{}.left - text.size());
    }
  }
}

TEST(Archive, AllEntriesShareOneBudget) {
  const std::string file = write_archive({{.name = "a", .text = "123"}, {.name = "b", .text = "456"}});
  const Archive archive = read_directory(file);
  Budget budget{5};
  EXPECT_EQ(unpack(archive.entries[0], file, budget).outcome, "ok");
  EXPECT_EQ(unpack(archive.entries[1], file, budget).outcome, "limit-exceeded unpacked-size");
}

TEST(Archive, MoreEntriesThanTheLimitAreRefusedBeforeTheyAreRead) {
  std::vector<Member> members(65537, Member{.name = "", .text = ""});
  for (size_t i = 0; i < members.size(); ++i) members[i].name = std::to_string(i);
  EXPECT_EQ(read_directory(write_archive(members, {.zip64 = true})).outcome, "limit-exceeded entries");
  members.pop_back();
  EXPECT_EQ(read_directory(write_archive(members, {.zip64 = true})).entries.size(), 65536U);
}

TEST(Archive, NamesAreText) {
  const auto path_field = [](std::string_view of_name) {
    return extra_field(0x7075, std::string(1, '\1') + number(plain_crc(of_name), 4) + "\xC3\xBC.csv");
  };
  const std::string file = write_archive({{.name = "\xC3\xB6.csv"},
                                          {.name = "\x84.csv"},  // "ä" in CP437
                                          {.name = "right", .extra = path_field("right")},
                                          {.name = "stale", .extra = path_field("before it was renamed")},
                                          {.name = "folder/", .text = ""}});
  std::vector<std::string> names;
  for (const Entry& entry : read_directory(file).entries) names.push_back(entry.name);
  EXPECT_EQ(names, (std::vector<std::string>{"ö.csv", "ä.csv", "ü.csv", "stale"}));
}

TEST(Archive, PartsAreFoundByNameExactlyOrElseWithoutCase) {
  const std::vector<Entry> entries =
      read_directory(write_archive({{.name = "[Content_Types].xml"}, {.name = "XL\\Workbook.xml"}})).entries;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(find_entry(entries, "[Content_Types].xml"), &entries[0]);
  EXPECT_EQ(find_entry(entries, "[content_types].XML"), &entries[0]);
  EXPECT_EQ(find_entry(entries, "xl/workbook.xml"), &entries[1]);
  EXPECT_EQ(find_entry(entries, "workbook.xml"), nullptr);
}

TEST(Archive, DamageAnywhereEndsInAnAnswer) {
  const std::string good = write_archive({{.name = "a", .text = "some text"}, {.name = "b", .text = "more", .deflated = true}},
                                         {.comment = "c", .zip64 = true});
  for (size_t size = 0; size < good.size(); ++size) EXPECT_NE(outcome_of_all(good.substr(0, size)), "ok") << size;
  for (size_t at = 0; at < good.size(); ++at) {
    for (const char value : {'\0', '\1', '\x7F', '\x80', '\xFF', static_cast<char>(good[at] ^ 1)}) {
      std::string file = good;
      file[at] = value;
      EXPECT_FALSE(outcome_of_all(file).empty());
    }
  }
}

}  // namespace
}  // namespace npscope::zip
