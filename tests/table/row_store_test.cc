// SPDX-License-Identifier: MIT
// RowStore: every record of a file comes back with its cells, whatever blocks it came in.
#include "core/table/row_store.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace npscope {
namespace {

constexpr csv::Punctuation kMarks{.delimiter = ',', .quote = '"'};

void keep(RowStore& rows, std::string_view text) {
  std::unique_ptr<char[]> block(new char[text.size()]);
  std::memcpy(block.get(), text.data(), text.size());
  rows.keep_block(std::move(block), text.size());
}

using Cells = std::vector<std::string>;

TEST(RowStore, GivesTheCellsOfEachRecord) {
  RowStore rows;
  for (const uint32_t position : {0U, 4U, 16U}) rows.note_record(position);
  keep(rows, "a,b\n\"x,\n\"\"y\",2\r\nlast,");
  EXPECT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows.cells(1, kMarks), (Cells{"a", "b"}));
  EXPECT_EQ(rows.cells(2, kMarks), (Cells{"x,\n\"y", "2"}));
  EXPECT_EQ(rows.cells(3, kMarks), (Cells{"last", ""}));
}

TEST(RowStore, NumbersGoOnFromBlockToBlock) {
  RowStore rows;
  rows.note_record(0);
  rows.note_record(4);
  keep(rows, "a,b\nc,d\ne,");
  keep(rows, "nothing starts here");
  rows.note_record(0);
  rows.note_record(4);
  keep(rows, "e,f\ng,h");
  EXPECT_EQ(rows.size(), 4U);
  EXPECT_EQ(rows.cells(2, kMarks), (Cells{"c", "d"}));
  EXPECT_EQ(rows.cells(3, kMarks), (Cells{"e", "f"}));
  EXPECT_EQ(rows.cells(4, kMarks), (Cells{"g", "h"}));
}

TEST(RowStore, HasNothingForARecordThatIsNotThere) {
  RowStore rows;
  EXPECT_EQ(rows.cells(1, kMarks), std::nullopt);
  rows.note_record(0);
  keep(rows, "a,b\n");
  EXPECT_EQ(rows.cells(0, kMarks), std::nullopt);
  EXPECT_EQ(rows.cells(2, kMarks), std::nullopt);
  EXPECT_EQ(rows.cells(UINT64_MAX, kMarks), std::nullopt);
}

}  // namespace
}  // namespace npscope
