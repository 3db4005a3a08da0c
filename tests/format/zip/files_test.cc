// SPDX-License-Identifier: MIT
// Archives that other programs wrote: those of tests/data/zip (Python 3.11, with zlib's levels and strategies) with lengths and
// checksums by Python, and the corpora's: yauzl's tests and our threat files.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "tests/format/zip/read_archive.h"
#include "tests/format/zip/write_archive.h"
#include "tests/support/test_files.h"

namespace npscope::zip {
namespace {

using testing_support::read_file;

TEST(ZipFiles, ContentIsWhatPythonPackedInPiecesOfAnySize) {
  const std::filesystem::path folder = std::filesystem::path(NPSCOPE_TEST_FILES) / "zip";
  std::istringstream rows(read_file(folder / "expect.tsv"));
  std::string name;
  size_t entries = 0;
  size_t bytes = 0;
  std::string crc;
  std::getline(rows, name);
  size_t count = 0;
  while (rows >> name >> entries >> bytes >> crc) {
    ++count;
    const std::string file = read_file(folder / name);
    for (const size_t most : {size_t{251}, size_t{1} << 20}) {
      std::string content;
      if (name.ends_with(".gz")) {
        content = unpack_gzip(file, most).text;
      } else {
        const Archive archive = read_directory(file);
        EXPECT_EQ(archive.entries.size(), entries) << name;
        Budget budget;
        for (const Entry& entry : archive.entries) content += unpack(entry, file, budget, most, 1 << 24).text;
      }
      EXPECT_EQ(content.size(), bytes) << name;
      EXPECT_EQ(plain_crc(content), std::stoul(crc, nullptr, 16)) << name;
    }
  }
  EXPECT_EQ(count, 6U);
}

/// Archives that yauzl reads and we refuse, or the other way round; all others behave as the name of their folder says.
const std::map<std::string, std::string> kYauzlDifferences = {
    {"bogus-compression-method.zip", "unsupported-format zip-method"},
    // Directory and header name the entry differently; yauzl looks at the directory only.
    {"sloppy-filenames.zip", "damaged-file header"},
    {"traditional-encryption-and-compression.zip", "password-protected zip"},
    {"traditional-encryption-and-compression_deprecated.zip", "password-protected zip"},
    {"traditional-encryption.zip", "password-protected zip"},
    {"traditional-encryption_deprecated.zip", "password-protected zip"},
};

TEST(ZipFiles, YauzlsArchives) {
  const auto corpora = testing_support::corpora();
  if (!corpora) GTEST_SKIP() << "no corpora";
  for (const auto& path : testing_support::files_below(*corpora / "zip/yauzl", 1 << 20, {".zip"})) {
    const std::string outcome = outcome_of_all(read_file(path));
    const auto different = kYauzlDifferences.find(path.filename().string());
    if (different != kYauzlDifferences.end()) {
      EXPECT_EQ(outcome, different->second) << path;
    } else if (path.parent_path().filename() == "success") {
      EXPECT_EQ(outcome, "ok") << path;
    } else {
      EXPECT_NE(outcome, "ok") << path;
    }
  }
}

TEST(ZipFiles, ThreatsAreAnswered) {
  const auto corpora = testing_support::corpora();
  if (!corpora) GTEST_SKIP() << "no corpora";
  const std::map<std::string, std::string> outcomes = {
      {"zip/usize_lie_small.xlsx", "damaged-file size"},
      {"zip/usize_lie_4g.xlsx", "damaged-file size"},
      {"zip/crc_wrong.xlsx", "damaged-file crc"},
      {"zip/encrypted_flag.xlsx", "password-protected zip"},
      {"zip/method_99.xlsx", "unsupported-format zip-method"},
      {"zip/ratio_bomb_1000.xlsx", "ok"},
      {"zip/overlap_full.zip", "refused-file overlap"},
      {"zip/eocd_in_comment.xlsx", "ok"},
      {"zip/prefix_garbage.xlsx", "damaged-file directory"},
      {"zip/truncated_cd.xlsx", "damaged-file truncated"},
      {"zip/count_lie_65535.xlsx", "damaged-file count"},
      {"xlsx/dup_entry.xlsx", "refused-file duplicate-name"},
      {"xlsx/case_dup_entry.xlsx", "refused-file duplicate-name"},
      {"xlsx/zip_slip_names.xlsx", "ok"},
      {"xlsx/mimetype_plain_zip.xlsx", "ok"},
  };
  for (const auto& [name, outcome] : outcomes)
    EXPECT_EQ(outcome_of_all(read_file(*corpora / "adversarial" / name)), outcome) << name;
}

}  // namespace
}  // namespace npscope::zip
