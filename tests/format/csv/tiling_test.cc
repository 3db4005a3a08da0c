// SPDX-License-Identifier: MIT
// Byte ranges of records: batches of a reader that lost, doubled or invented bytes are told. That the reader's own batches tile is
// asserted in every test that reads in pieces (read_in_pieces.h) and in every analysis.
#include "core/format/csv/tiling.h"

#include <gtest/gtest.h>

#include "core/format/csv/reader.h"

namespace npscope::csv {
namespace {

constexpr std::string_view kText = "a,b\n\r\n1,2\n3,4\n";

RecordBatch batch_of(std::string_view text) {
  RecordBatch batch;
  Reader reader({.delimiter = ',', .quote = '"'});
  EXPECT_EQ(reader.next(text, true, batch), text.size());
  return batch;
}

TEST(Tiling, RecordsAndBlankLinesFillTheText) {
  const RecordBatch batch = batch_of(kText);
  ASSERT_EQ(batch.size(), 3U);
  ASSERT_EQ(batch.blank_lines, 1U);
  EXPECT_TRUE(tiles(batch, kText.size()));
}

TEST(Tiling, BytesBehindTheLastRecordAreMissed) {
  const RecordBatch batch = batch_of("a,b\n1,2\n");
  RecordBatch longer = batch;
  longer.text = "a,b\n1,2\n3";
  EXPECT_FALSE(tiles(longer, 9));
  EXPECT_FALSE(tiles(batch, 4));
}

TEST(Tiling, ALostRecordIsAGap) {
  RecordBatch batch = batch_of(kText);
  batch.records.erase(batch.records.begin() + 1);
  EXPECT_FALSE(tiles(batch, kText.size()));
}

TEST(Tiling, ARecordThatIsThereTwiceOverlaps) {
  RecordBatch batch = batch_of(kText);
  batch.records.insert(batch.records.begin() + 1, batch.records[1]);
  EXPECT_FALSE(tiles(batch, kText.size()));
}

TEST(Tiling, ABlankLineThatIsNotCountedIsMissed) {
  RecordBatch batch = batch_of(kText);
  batch.blank_lines = 0;
  EXPECT_FALSE(tiles(batch, kText.size()));
}

}  // namespace
}  // namespace npscope::csv
