// SPDX-License-Identifier: MIT
// Keys of rows: the hash of the cells as a person reads them, each followed by a mark, whatever stands around them in the file.
#include "core/shard/row_keys.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/base/text_hash.h"
#include "core/format/csv/reader.h"
#include "core/format/short_quoted.h"

namespace npscope {
namespace {

/// A copy without spare room, so that a sanitizer sees every byte that is read behind it.
std::vector<char> exact(const std::string& text) { return {text.begin(), text.end()}; }

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string random_cell(std::mt19937& random) {
  constexpr std::string_view kLetters = "ab,\"\n ü";
  std::string cell;
  for (size_t size = random() % 4 == 0 ? random() % 400 : random() % 40; cell.size() < size;) cell += kLetters[random() % 6];
  return cell;
}

TEST(RowKeys, HashTheContentOfEveryCellHoweverItIsQuoted) {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    std::string content;
    const size_t cells = 1 + random() % 6;
    for (size_t c = 0; c < cells; ++c) {
      const std::string cell = random_cell(random);
      const bool plain = cell.find_first_of(",\"\n") == std::string::npos && !cell.empty() && random() % 2 == 0;
      text += (c == 0 ? "" : ",") + (plain ? cell : quoted(cell));
      content += cell + '\x1F';
    }
    // Columns that the record lacks are empty.
    std::vector<size_t> columns;
    for (size_t c = 0; c < cells + 2; ++c) columns.push_back(c);
    content += "\x1F\x1F";
    const std::vector<char> bytes = exact(text);
    csv::Reader reader({',', '"'}, csv::Kernel::kFastest);
    RecordBatch batch;
    ASSERT_EQ(reader.next({bytes.data(), bytes.size()}, true, batch), bytes.size()) << text;
    ASSERT_EQ(batch.size(), 1) << text;
    EXPECT_EQ(RowKeys(columns, '"').key(batch, 0), text_hash(content)) << text;
  }
}

TEST(PlainQuoted, AgreesWithCellTextWhereverItAnswers) {
  std::mt19937 random(5);
  size_t answered = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string raw =
        random() % 3 == 0 ? quoted(random_cell(random)) + (random() % 4 == 0 ? "x" : "") : "\"" + random_cell(random);
    const std::vector<char> bytes = exact(raw + "\",\"" + random_cell(random) + std::string(20, '"'));
    const std::string_view view(bytes.data(), raw.size());
    std::string scratch;
    const auto plain = plain_quoted(view, '"', bytes.data() + bytes.size());
    if (!plain) continue;
    ++answered;
    EXPECT_EQ(*plain, cell_text(view, '"', scratch)) << raw;
  }
  EXPECT_GT(answered, 50);
}

}  // namespace
}  // namespace npscope
