// SPDX-License-Identifier: MIT
// Archives are read as if what is in them had been dropped: one level deep, every file reported, nothing twice.
#include "core/shard/intake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/archives.h"

namespace npscope {
namespace {

using testing_support::Members;
using testing_support::stored_archive;
using testing_support::stored_gzip;

const std::string kNine = "id,score\n1,9\n2,10\n";
const std::string kSix = "id;score\n1;6\n2;0\n3;7\n";

struct IntakeRun {
  ReadOptions options;
  PairTables tables;
  std::unique_ptr<Intake> intake;
};

/// Hands over `bytes`, at most `block` at once.
IntakeRun intake_of(std::string_view bytes, uint64_t block = UINT64_MAX, ReadOptions options = {}) {
  IntakeRun run;
  run.options = std::move(options);
  run.intake = std::make_unique<Intake>("dropped", bytes.size(), run.options, run.tables);
  for (;;) {
    while (run.intake->step()) {
    }
    const ByteRange range = run.intake->want();
    if (range.length == 0) break;
    EXPECT_LE(range.offset + range.length, bytes.size());
    const uint64_t length = std::min(range.length, block);
    char* room = run.intake->reserve(length);
    if (room == nullptr) break;
    std::copy_n(bytes.data() + range.offset, length, room);
    run.intake->commit(length);
  }
  run.intake->close();
  return run;
}

uint64_t accepted(const IntakeFile& file) {
  return file.shard->counts() == nullptr ? 0 : file.shard->counts()->ledger().accepted;
}

Code code_of(const IntakeFile& file) { return file.shard->failure() ? file.shard->failure()->code : Code::kNone; }

TEST(Intake, EverySurveyFileOfAnArchiveIsReported) {
  const std::string archive = stored_archive(
      {{"CSV/", ""}, {"CSV/a.csv", kNine}, {"__MACOSX/a.csv", "x"}, {"logo.png", "\x89PNG\r\n\x1A\n...."}, {"b", kSix}});
  for (const uint64_t block : {uint64_t{1}, uint64_t{7}, UINT64_MAX}) {
    const IntakeRun run = intake_of(archive, block);
    const auto& files = run.intake->files();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].member, "CSV/a.csv");
    EXPECT_EQ(files[0].container, Container::kZip);
    EXPECT_EQ(files[0].shard->name(), "dropped");
    EXPECT_EQ(files[0].shard->size(), kNine.size());
    EXPECT_EQ(accepted(files[0]), 2U);
    EXPECT_EQ(files[1].member, "b");
    EXPECT_EQ(accepted(files[1]), 3U);
  }
}

TEST(Intake, AGzipFileIsReadLikeItsContent) {
  // Large enough for several windows of the inflater and blocks of the reader.
  std::string text = "id,score,comment\n";
  for (int i = 0; i < 200000; ++i) text += std::to_string(i) + "," + std::to_string(i % 11) + ",a comment of some length\n";
  const IntakeRun plain = intake_of(text);
  const IntakeRun packed = intake_of(stored_gzip(text), 100000);
  ASSERT_EQ(packed.intake->files().size(), 1U);
  const IntakeFile& file = packed.intake->files()[0];
  EXPECT_EQ(file.container, Container::kGzip);
  EXPECT_EQ(code_of(file), Code::kNone);
  EXPECT_EQ(file.shard->hash(), plain.intake->files()[0].shard->hash());
  EXPECT_EQ(file.shard->counts()->ledger(), plain.intake->files()[0].shard->counts()->ledger());
}

TEST(Intake, AnArchiveInAnArchiveIsRefused) {
  const std::string inner = stored_archive({{"a.csv", kNine}});
  const IntakeRun run = intake_of(stored_archive({{"inner.zip", inner}, {"b.csv", kSix}, {"c.csv.gz", stored_gzip(kNine)}}));
  ASSERT_EQ(run.intake->files().size(), 3U);
  EXPECT_EQ(code_of(run.intake->files()[0]), Code::kRefusedFile);
  EXPECT_EQ(run.intake->files()[0].shard->failure()->detail, "nested-archive");
  EXPECT_EQ(accepted(run.intake->files()[1]), 3U);
  EXPECT_EQ(code_of(run.intake->files()[2]), Code::kRefusedFile);
}

TEST(Intake, AnArchiveWithoutAnySurveyFileSaysSo) {
  for (const Members& members : {Members{}, Members{{"folder/", ""}}, Members{{"logo.png", "\x89PNG\r\n\x1A\n...."}}}) {
    const IntakeRun run = intake_of(stored_archive(members));
    ASSERT_EQ(run.intake->files().size(), 1U);
    EXPECT_EQ(code_of(run.intake->files()[0]), Code::kNoReadableMember);
  }
}

TEST(Intake, AWrongChecksumTakesTheMemberAndNotTheOthers) {
  std::string archive = stored_archive({{"a.csv", kNine}, {"b.csv", kSix}});
  archive[archive.find("2,10")] = '3';
  const IntakeRun run = intake_of(archive);
  ASSERT_EQ(run.intake->files().size(), 2U);
  EXPECT_EQ(code_of(run.intake->files()[0]), Code::kDamagedFile);
  EXPECT_EQ(accepted(run.intake->files()[1]), 3U);
}

TEST(Intake, ACutOffGzipFileGivesNothing) {
  const std::string packed = stored_gzip(kNine);
  for (size_t size = 11; size < packed.size(); ++size) {
    const IntakeRun run = intake_of(std::string_view(packed).substr(0, size));
    ASSERT_EQ(run.intake->files().size(), 1U);
    EXPECT_EQ(code_of(run.intake->files()[0]), Code::kDamagedFile) << size;
  }
}

TEST(Intake, TheHostsFailureTakesAllFilesOfTheArchive) {
  const std::string archive = stored_archive({{"a.csv", kNine}, {"b.csv", kSix}});
  const ReadOptions options;
  const PairTables tables;
  Intake intake("dropped", archive.size(), options, tables);
  for (int round = 0; round < 3; ++round) {
    const ByteRange range = intake.want();
    std::copy_n(archive.data() + range.offset, range.length, intake.reserve(range.length));
    intake.commit(range.length);
    while (intake.step()) {
    }
  }
  intake.fail(Code::kSourceChanged);
  EXPECT_EQ(intake.want().length, 0U);
  intake.close();
  for (const IntakeFile& file : intake.files()) EXPECT_EQ(code_of(file), Code::kSourceChanged);
}

TEST(Intake, AConversionWritesTheFirstMemberThatCanBeRead) {
  ReadOptions options;
  options.mode = Mode::kConvertCsv;
  IntakeRun run =
      intake_of(stored_archive({{"logo.png", "\x89PNG\r\n\x1A\n...."}, {"b.csv", kSix}, {"c.csv", kNine}}), 5, options);
  ASSERT_EQ(run.intake->files().size(), 1U);
  EXPECT_EQ(*run.intake->output(), "id,score\r\n1,6\r\n2,0\r\n3,7\r\n");
}

}  // namespace
}  // namespace npscope
