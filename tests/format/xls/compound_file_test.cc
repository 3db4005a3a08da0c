// SPDX-License-Identifier: MIT
// Compound files built here: where a stream's sectors may be, which chains are refused, and whose files are told by name.
#include "core/format/xls/compound_file.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/compound_file.h"

namespace npscope::xls {
namespace {

struct Found {
  std::string content;
  std::string failure;  // "code detail"
};

Found find_stream(const std::string& bytes) {
  CompoundFile file(bytes.size());
  while (!file.done() && !file.failure()) {
    const ByteRange range = file.want();
    EXPECT_GT(range.length, 0U);
    EXPECT_LE(range.offset + range.length, bytes.size());
    if (range.offset + range.length > bytes.size()) return {{}, "range"};
    file.take(std::string(bytes, range.offset, range.length));
  }
  if (file.failure()) {
    const Failure& failure = *file.failure();
    return {{}, std::string(code_name(failure.code)) + (failure.detail.empty() ? "" : " ") + failure.detail};
  }
  Found found;
  ExtentReader reader(file.release_stream());
  while (!reader.at_end()) {
    const ByteRange range = reader.want();
    reader.take(std::string_view(bytes).substr(range.offset, range.length), found.content);
  }
  return found;
}

/// Text in which every stretch differs.
std::string content_of(size_t size) {
  std::string content;
  for (uint32_t i = 0; content.size() < size; ++i) content += u32(i * 2654435761U);
  content.resize(size);
  return content;
}

TEST(CompoundFile, FindsAStreamWhereverItsSectorsAre) {
  // The last one needs a DIFAT: 109 FAT sectors name 6.8 MiB of sectors of 512 bytes.
  for (const size_t size : {1, 64, 65, 4095, 4096, 4097, 70'000, 9'000'000}) {
    for (const unsigned shift : {9U, 12U}) {
      for (const bool backwards : {false, true}) {
        const std::string content = content_of(size);
        const BuiltCompoundFile built =
            build_compound_file({{"Other", content_of(5000)}, {"WorkBook", content}, {"Last", "x"}}, {shift, backwards});
        const Found found = find_stream(built.bytes);
        EXPECT_EQ(found.failure, "") << size << " " << shift;
        EXPECT_TRUE(found.content == content) << size << " " << shift << " " << backwards;
      }
    }
  }
}

TEST(CompoundFile, ChoosesWhatStandsAtTheRoot) {
  struct Row {
    std::vector<std::string> streams;
    bool nested;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {{"Workbook", "Book"}, false, "Workbook"},
      {{"Book", "Workbook"}, false, "Workbook"},
      {{"Book", "SummaryInformation"}, false, "Book"},
      {{"BOOK"}, false, "BOOK"},
      {{"Workbook"}, true, "Workbook"},
      {{"WordDocument", "Workbook"}, false, "Workbook"},
      {{"WordDocument"}, false, "unsupported-format doc"},
      {{"PowerPoint Document"}, false, "unsupported-format ppt"},
      {{"EncryptionInfo", "EncryptedPackage"}, false, "password-protected"},
      {{"Workbooks", "ook"}, false, "unsupported-format compound-file"},
  };
  for (const Row& row : rows) {
    CompoundFileBuilder::Streams streams;
    for (const std::string& name : row.streams) streams.emplace_back(name, name);
    const Found found = find_stream(build_compound_file(streams, {.nested = row.nested}).bytes);
    EXPECT_EQ(found.content + found.failure, row.expected) << row.streams[0];
  }
}

TEST(CompoundFile, AWorkbookInADocumentIsNotTheFile) {
  BuiltCompoundFile built = build_compound_file({{"Workbook", "x"}, {"WordDocument", "y"}}, {.nested = true});
  // The root's child becomes the document, beside the storage with the workbook.
  patch(built.bytes, built.directory + 76, uint32_t{3});
  EXPECT_EQ(find_stream(built.bytes).failure, "unsupported-format doc");
}

TEST(CompoundFile, EverySectorBelongsToOneChain) {
  struct Row {
    std::string name;
    void (*damage)(BuiltCompoundFile& built);
    std::string expected;
  };
  constexpr size_t kSize = 9000;  // 18 sectors from 0 on, behind them the mini stream, the mini FAT, the directory, the FAT
  const std::vector<Row> rows = {
      {"a sector of the stream follows itself", [](BuiltCompoundFile& b) { patch(b.bytes, b.fat_entry(5), uint32_t{5}); },
       "damaged-file chain-loop"},
      {"the stream goes back", [](BuiltCompoundFile& b) { patch(b.bytes, b.fat_entry(9), uint32_t{2}); },
       "damaged-file chain-loop"},
      {"the directory follows itself",
       [](BuiltCompoundFile& b) {
         const auto sector = static_cast<uint32_t>(b.directory / b.sector_size - 1);
         patch(b.bytes, b.fat_entry(sector), sector);
       },
       "damaged-file chain-loop"},
      {"the stream starts in the directory",
       [](BuiltCompoundFile& b) {
         patch(b.bytes, b.directory + 128 + 116, static_cast<uint32_t>(b.directory / b.sector_size - 1));
       },
       "damaged-file chain-loop"},
      {"the directory is the FAT",
       [](BuiltCompoundFile& b) { patch(b.bytes, 48, static_cast<uint32_t>(b.fat / b.sector_size - 1)); },
       "damaged-file chain-loop"},
      {"a DIFAT sector names itself",
       [](BuiltCompoundFile& b) {
         patch(b.bytes, 68, uint32_t{0});
         patch(b.bytes, 72, uint32_t{1});
         b.bytes.replace(512, 508, std::string(508, '\xFF'));
         patch(b.bytes, 512 + 508, uint32_t{0});
       },
       "damaged-file chain-loop"},
      {"the stream leaves the file", [](BuiltCompoundFile& b) { patch(b.bytes, b.fat_entry(5), uint32_t{5000}); },
       "damaged-file truncated"},
      {"sectors of 2 GiB", [](BuiltCompoundFile& b) { patch(b.bytes, 30, uint16_t{31}); }, "damaged-file sector-size"},
      {"mini sectors of 2 KiB", [](BuiltCompoundFile& b) { patch(b.bytes, 32, uint16_t{11}); }, "damaged-file header"},
      {"no FAT", [](BuiltCompoundFile& b) { patch(b.bytes, 76, uint32_t{0xFFFFFFFF}); }, "damaged-file header"},
      {"no directory", [](BuiltCompoundFile& b) { patch(b.bytes, 48, uint32_t{0xFFFFFFFE}); }, "damaged-file directory"},
      {"siblings that turn in a circle",
       [](BuiltCompoundFile& b) {
         for (const size_t at : {68, 72, 76}) patch(b.bytes, b.directory + 128 + at, uint32_t{1});
       },
       ""},
      {"a stream of 4 GiB ends where its chain does",
       [](BuiltCompoundFile& b) { patch(b.bytes, b.directory + 128 + 120, uint32_t{0xFFFFFFF0}); }, ""},
  };
  for (const Row& row : rows) {
    BuiltCompoundFile built = build_compound_file({{"Workbook", content_of(kSize)}});
    row.damage(built);
    const Found found = find_stream(built.bytes);
    EXPECT_EQ(found.failure, row.expected) << row.name;
    if (row.expected.empty()) {
      EXPECT_TRUE(found.content.starts_with(content_of(kSize))) << row.name;
    }
  }
}

TEST(CompoundFile, ALoopOfMiniSectorsIsFound) {
  BuiltCompoundFile built = build_compound_file({{"Workbook", content_of(300)}});
  // Sector 0 is the mini stream, sector 1 its FAT.
  patch(built.bytes, 2 * built.sector_size + 8, uint32_t{1});
  EXPECT_EQ(find_stream(built.bytes).failure, "damaged-file chain-loop");
}

TEST(CompoundFile, AFileCutShortIsDamaged) {
  const std::string whole = build_compound_file({{"Workbook", content_of(9000)}}).bytes;
  EXPECT_EQ(find_stream({}).failure, "empty-file");
  for (size_t size = 1; size < whole.size() - 512; size += 61)
    EXPECT_EQ(find_stream(whole.substr(0, size)).failure, "damaged-file truncated") << size;
}

TEST(CompoundFile, TheLastSectorNeedNotBeWhole) {
  const std::string content = content_of(9000);
  BuiltCompoundFile built = build_compound_file({{"Workbook", content}});
  built.bytes.resize(built.bytes.size() - 256);  // the free half of the FAT
  EXPECT_EQ(find_stream(built.bytes).content, content);
}

TEST(CompoundFile, NamesStreamsWithoutACompoundFile) {
  struct Row {
    std::string bytes;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {u16(0x0009) + u16(4) + u16(0) + u16(0x10), "unsupported-format biff2"},
      {u16(0x0209) + u16(6) + u16(0) + u16(0x10), "unsupported-format biff3"},
      {u16(0x0409) + u16(6) + u16(0) + u16(0x10), "unsupported-format biff4"},
      {u16(0x0809) + u16(8) + u16(0x0500) + u16(5), "unsupported-format biff5"},
      {u16(0x0809) + u16(8) + u16(0x0600) + u16(5), "unsupported-format biff8"},
      {"not a workbook", "damaged-file header"},
      {"\xD0\xCF", "damaged-file truncated"},
  };
  for (const Row& row : rows) EXPECT_EQ(find_stream(row.bytes).failure, row.expected);
}

}  // namespace
}  // namespace npscope::xls
