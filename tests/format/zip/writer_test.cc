// SPDX-License-Identifier: MIT
// Archives as APPNOTE.TXT says, byte by byte for a small one, and read back by our reader for others.
#include "core/format/zip/writer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/format/zip/read_archive.h"
#include "tests/format/zip/write_archive.h"

namespace npscope::zip {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string written(const Parts& parts) {
  Writer writer;
  for (const auto& [name, content] : parts) {
    writer.begin_entry(name);
    writer.write(content);
    writer.end_entry();
  }
  writer.finish();
  EXPECT_FALSE(writer.failure());
  return writer.text();
}

/// Some text that packs well with some that does not.
std::string mixed_text(std::mt19937& random, size_t size) {
  std::string text;
  while (text.size() < size) {
    if (random() % 2 == 0) {
      text.append(random() % 300, static_cast<char>('a' + random() % 4));
    } else {
      for (size_t i = random() % 300; i > 0; --i) text.push_back(static_cast<char>(random()));
    }
  }
  return text;
}

TEST(ZipWriter, TheBytesAreThoseOfTheSpecification) {
  // Deflate data of nothing: one final block with fixed codes that holds only its end (RFC 1951, 3.2.6).
  const std::string nothing("\x03\x00", 2);
  std::string common;
  for (const uint64_t field : {20, 8, 8, 0, 0x21}) put(common, field, 2);  // version, flags, method, time, 1980-01-01
  std::string local = "PK\x03\x04" + common;
  put(local, 0, 4);  // checksum
  put(local, 0, 8);  // sizes: behind the content
  put(local, 3, 2);
  put(local, 0, 2);
  local += "a/b" + nothing;
  local += "PK\x07\x08";
  put(local, 0, 4);
  put(local, 2, 4);
  put(local, 0, 4);
  std::string directory = "PK\x01\x02";
  put(directory, 20, 2);
  directory += common;
  put(directory, 0, 4);
  put(directory, 2, 4);
  put(directory, 0, 4);
  put(directory, 3, 2);
  put(directory, 0, 8);
  put(directory, 0, 8);
  directory += "a/b";
  std::string end = "PK\x05\x06";
  put(end, 0, 4);
  put(end, 1, 2);
  put(end, 1, 2);
  put(end, directory.size(), 4);
  put(end, local.size(), 4);
  put(end, 0, 2);
  EXPECT_EQ(written({{"a/b", ""}}), local + directory + end);
}

TEST(ZipWriter, EntriesComeBackWithSizesAndChecksums) {
  std::mt19937 random(1);
  Parts parts = {{"empty", ""}, {"one", "x"}, {"folder/zeros", std::string(200'000, '\0')}};
  for (const size_t size : {65'535, 65'536, 65'537, 131'072, 700'000})
    parts.emplace_back("mixed" + std::to_string(size), mixed_text(random, size).substr(0, size));
  const std::string file = written(parts);
  const Archive archive = read_directory(file);
  ASSERT_EQ(archive.outcome, "ok");
  ASSERT_EQ(archive.entries.size(), parts.size());
  Budget budget;
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto& [name, content] = parts[i];
    const Entry& entry = archive.entries[i];
    EXPECT_EQ(entry.name, name);
    EXPECT_EQ(entry.size, content.size());
    EXPECT_EQ(entry.crc, plain_crc(content));
    const Unpacked unpacked = unpack(entry, file, budget);
    EXPECT_EQ(unpacked.outcome, "ok") << name;
    EXPECT_TRUE(unpacked.text == content) << name;
  }
}

TEST(ZipWriter, RepeatedTextIsPacked) { EXPECT_LT(written({{"a", std::string(1'000'000, 'x')}}).size(), 10'000U); }

TEST(ZipWriter, AnArchiveWithoutEntriesIsItsEnd) { EXPECT_EQ(written({}), std::string("PK\x05\x06") + std::string(18, '\0')); }

TEST(ZipWriter, HowTheInputIsCutAndWhenTheOutputIsTakenNeverShow) {
  std::mt19937 random(2);
  const std::string content = mixed_text(random, 400'000);
  const std::string expected = written({{"a", content}, {"b", content.substr(7)}});
  for (int round = 0; round < 8; ++round) {
    const size_t most = size_t{1} << (2 + 2 * round);
    Writer writer;
    std::string out;
    for (const auto& [name, whole] : Parts{{"a", content}, {"b", content.substr(7)}}) {
      writer.begin_entry(name);
      for (std::string_view rest = whole; !rest.empty();) {
        const size_t size = std::min<size_t>(rest.size(), 1 + random() % most);
        writer.write(rest.substr(0, size));
        rest.remove_prefix(size);
        if (random() % 3 != 0) continue;
        out += writer.text();
        writer.text().clear();
      }
      writer.end_entry();
    }
    writer.finish();
    EXPECT_TRUE(out + writer.text() == expected) << most;
  }
}

TEST(ZipWriter, OnlyAStepIsKeptBack) {
  std::mt19937 random(3);
  Writer writer;
  writer.begin_entry("a");
  uint64_t given = 0;
  uint64_t taken = 0;
  std::string noise;
  for (size_t i = 0; i < 1'000; ++i) noise.push_back(static_cast<char>(random()));
  for (; given < 2'000'000; given += noise.size()) {
    writer.write(noise);
    for (char& c : noise) c = static_cast<char>(random());
    taken += writer.text().size();
    writer.text().clear();
    // zlib's window and its block of symbols, and our step.
    EXPECT_LT(given, taken + 256 * 1024);
  }
}

}  // namespace
}  // namespace npscope::zip
