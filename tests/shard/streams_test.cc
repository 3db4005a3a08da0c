// SPDX-License-Identifier: MIT
// Files of hundreds of megabytes that are made on the fly: the memory stays bounded, every record is in the ledger.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "tests/support/engine_runs.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/allocator_interface.h>
#define NPSCOPE_COUNTS_MEMORY 1
#endif
#endif

namespace npscope {
namespace {

using testing_support::feed_made;
using testing_support::json_member;

constexpr uint64_t kMegabyte = 1000000;

size_t allocated() {
#ifdef NPSCOPE_COUNTS_MEMORY
  return __sanitizer_get_current_allocated_bytes();
#else
  return 0;
#endif
}

struct Stream {
  std::string start;
  std::string repeated;
  std::string end;
  uint64_t size;
};

/// Writes the bytes of a stream from `offset` on; `repeated` fills what start and end leave.
void write(const Stream& stream, uint64_t offset, char* room, uint64_t length) {
  const uint64_t end_from = stream.size - stream.end.size();
  uint64_t at = offset;
  const uint64_t stop = offset + length;
  while (at < stop) {
    if (at < stream.start.size()) {
      *room++ = stream.start[at++];
    } else if (at >= end_from) {
      *room++ = stream.end[at++ - end_from];
    } else {
      const uint64_t into = (at - stream.start.size()) % stream.repeated.size();
      const uint64_t piece = std::min({stop - at, end_from - at, stream.repeated.size() - into});
      room = std::copy_n(stream.repeated.data() + into, piece, room);
      at += piece;
    }
  }
}

struct Outcome {
  std::string report;
  size_t most_memory = 0;
};

Outcome run(const Stream& stream) {
  const size_t before = allocated();
  Outcome outcome;
  Engine engine;
  feed_made(
      engine, stream.size, [&](uint64_t offset, char* room, uint64_t length) { write(stream, offset, room, length); },
      [&] { outcome.most_memory = std::max(outcome.most_memory, allocated() - before); });
  outcome.report = engine.report();
  return outcome;
}

const std::string kHeader = "id,nps,comment\n1,9,fine\n2,10,good\n3,0,bad\n";
const std::string kMoreRows = "\n4,8,ok\n5,7,ok\n";

/// A record of at most 8 MiB, a block of 4 MiB, separators of four bytes each: far below this.
constexpr size_t kMostMemory = 96 << 20;

TEST(Streams, ALineOf200MegabytesIsOneRejectedRecord) {
  const Outcome outcome = run({kHeader + "x,9,", std::string(1 << 16, 'x'), kMoreRows, 200 * kMegabyte});
  EXPECT_LT(outcome.most_memory, kMostMemory);
  EXPECT_EQ(json_member(outcome.report, "reasons"), "{\"record-too-long\":1}");
  EXPECT_EQ(json_member(outcome.report, "read"), "6");
  EXPECT_EQ(json_member(outcome.report, "accepted"), "5");
}

TEST(Streams, ALineOf200MegabytesOfDelimitersIsOneRejectedRecord) {
  const Outcome outcome = run({kHeader, std::string(1 << 16, ','), kMoreRows, 60 * kMegabyte});
  EXPECT_LT(outcome.most_memory, kMostMemory);
  EXPECT_EQ(json_member(outcome.report, "reasons"), "{\"record-too-long\":1}");
  EXPECT_EQ(json_member(outcome.report, "accepted"), "5");
}

TEST(Streams, AQuoteThatNeverClosesCostsOneRecord) {
  std::string rows;
  for (int i = 0; i < 1000; ++i) rows += "7,9,fine\n";
  const uint64_t records = 60 * kMegabyte / 9;
  const std::string start = kHeader + "x,9,\"open\n";
  const Outcome outcome = run({start, rows, "", start.size() + records * 9});
  EXPECT_LT(outcome.most_memory, kMostMemory);
  EXPECT_EQ(json_member(outcome.report, "reasons"), "{\"unclosed-quote\":1}");
  EXPECT_EQ(json_member(outcome.report, "accepted"), std::to_string(3 + records));
}

TEST(Streams, AQuotedCellOf200MegabytesIsOneRejectedRecord) {
  const Outcome outcome = run({kHeader + "x,9,\"", std::string(1 << 16, 'q'), "\"" + kMoreRows, 200 * kMegabyte});
  EXPECT_LT(outcome.most_memory, kMostMemory);
  EXPECT_EQ(json_member(outcome.report, "reasons"), "{\"record-too-long\":1}");
  EXPECT_EQ(json_member(outcome.report, "accepted"), "5");
}

TEST(Streams, AHeaderThatNeverEndsIsGivenUpAfterTheSample) {
  Engine engine;
  uint64_t asked = 0;
  feed_made(
      engine, 200 * kMegabyte,
      [&](uint64_t, char* room, uint64_t length) {
        std::memset(room, 'x', length);
        asked += length;
      },
      [] {});
  EXPECT_LE(asked, uint64_t{8} << 20);
  EXPECT_EQ(json_member(engine.report(), "code"), "\"record-too-long\"");
  EXPECT_EQ(json_member(engine.report(), "nps"), "null");
}

TEST(Streams, MillionsOfBlankLinesAreCountedAndKeepNothing) {
  const Outcome outcome = run({kHeader, std::string(1 << 16, '\n'), "4,8,ok\n", 12 * kMegabyte});
  EXPECT_LT(outcome.most_memory, kMostMemory);
  EXPECT_EQ(json_member(outcome.report, "blankLines"), std::to_string(12 * kMegabyte - kHeader.size() - 7));
  EXPECT_EQ(json_member(outcome.report, "accepted"), "4");
}

TEST(Streams, DistinctTextsInTheScoreColumnDoNotGrowTheMemory) {
  Engine engine;
  ASSERT_EQ(engine.set("map.score", "nps"), "");
  const size_t before = allocated();
  size_t most = 0;
  constexpr uint64_t kRow = 12;
  const std::string header = "nps,id,text\n";  // as long as a row
  ASSERT_EQ(header.size(), kRow);
  const uint64_t rows = 1000000;
  feed_made(
      engine, (rows + 1) * kRow,
      [&](uint64_t offset, char* room, uint64_t length) {
        for (uint64_t i = 0; i < length; ++i) {
          const uint64_t row = (offset + i) / kRow;
          const size_t column = (offset + i) % kRow;
          std::string number = std::to_string(10000000 + row);
          room[i] = row == 0 ? header[column] : column < 8 ? number[column] : ",a,\n"[column - 8];
        }
      },
      [&] { most = std::max(most, allocated() - before); });
  EXPECT_LT(most, kMostMemory);
  EXPECT_EQ(json_member(engine.report(), "reasons"), "{\"score-out-of-range\":" + std::to_string(rows) + "}");
}

}  // namespace
}  // namespace npscope
