// SPDX-License-Identifier: MIT
// Writes tables as reject files and reads reject files again with the readers of the core, as shard/ does.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/csv/dialect.h"
#include "core/format/csv/reader.h"
#include "core/format/record_builder.h"
#include "core/format/xlsx/xlsx_source.h"
#include "core/format/zip/archive.h"
#include "core/shard/corrections.h"
#include "core/shard/rejected_rows.h"
#include "tests/support/source_runs.h"

namespace npscope::testing_support {

using Rows = std::vector<std::vector<std::string>>;

inline constexpr std::string_view kSomeHash = "00112233445566778899aabbccddeeff";
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// The rows as a batch; `builder` holds its text.
inline RecordBatch batch_of(const Rows& rows, RecordBuilder& builder) {
  RecordBatch batch;
  builder.start(batch, 1);
  for (size_t r = 0; r < rows.size(); ++r) {
    builder.begin_record(r + 1);
    for (const std::string& cell : rows[r]) builder.cell(CellKind::kText, cell);
    builder.end_record();
  }
  return batch;
}

/// The reject file of a table whose first record has the names, all others being rejected.
inline std::string reject_file(const Rows& rows, RejectForm form, char delimiter = ',') {
  const ReasonTexts reasons;
  RejectedRows rejected({"f.csv", std::string(kSomeHash), {delimiter, '\0'}, {}}, form, reasons);
  RecordBuilder builder;
  const RecordBatch batch = batch_of(rows, builder);
  rejected.add_header(batch, 0, true);
  for (size_t r = 1; r < rows.size(); ++r) rejected.add(batch, r, Code::kScoreNotANumber);
  rejected.finish();
  EXPECT_FALSE(rejected.failure());
  return rejected.text();
}

/// What a reader of corrections finds in a file.
struct ReadCorrections {
  bool recognized = false;
  Rows rows;
  std::vector<CorrectedRecord> records;
  /// The first records, as strip() leaves them.
  Rows sample;
};

template <class Batches>
ReadCorrections corrections_of(const Rows& sample, char quote, Batches&& batches) {
  ReadCorrections read;
  std::optional<Corrections> corrections = Corrections::of(sample, quote);
  read.recognized = corrections.has_value();
  if (!corrections) return read;
  read.sample = sample;
  corrections->strip(read.sample);
  RecordBatch out;
  batches([&](const RecordBatch& in) {
    corrections->transform(in, out);
    EXPECT_EQ(corrections->records().size(), out.size());
    for (size_t r = 0; r < out.size(); ++r) {
      std::vector<std::string>& row = read.rows.emplace_back();
      for (size_t c = 0; c < out.cell_count(r); ++c) row.emplace_back(out.raw_cell(r, c));
    }
    read.records.insert(read.records.end(), corrections->records().begin(), corrections->records().end());
  });
  return read;
}

/// Delimited text, in pieces of `piece` bytes.
inline ReadCorrections read_corrected_text(std::string_view text, size_t piece = SIZE_MAX) {
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  const std::optional<char> delimiter = corrections_delimiter(text);
  if (!delimiter) return {};
  const csv::Punctuation marks{*delimiter, '"'};
  const csv::Dialect dialect{.marks = marks, .separator_line = 0, .columns = 1};
  return corrections_of(csv::read_sample(text, true, dialect, 600).records, '"', [&](auto&& take) {
    csv::Reader reader(marks);
    RecordBatch batch;
    size_t at = 0;
    for (size_t known = std::min(piece, text.size());; known = std::min(text.size(), known + piece)) {
      const bool final = known == text.size();
      while (const size_t taken = reader.next(text.substr(at, known - at), final, batch)) {
        take(batch);
        at += taken;
      }
      if (final) break;
    }
    EXPECT_EQ(at, text.size());
  });
}

inline std::vector<zip::Entry> entries_in(std::string_view file) {
  zip::Directory directory(file.size());
  while (directory.want().length > 0) directory.take(file.substr(directory.want().offset, directory.want().length));
  EXPECT_FALSE(directory.failure());
  return directory.failure() ? std::vector<zip::Entry>() : directory.entries();
}

/// The first sheet of a workbook.
inline ReadCorrections read_corrected_workbook(std::string_view file) {
  const std::vector<zip::Entry> entries = entries_in(file);
  zip::Budget budget;
  xlsx::XlsxSource source(entries, file.size(), budget);
  SourceRun run;
  if (!drive(source, file, run, [](const RecordBatch&) {})) return {};
  Rows sample;
  source.open_table(0);
  EXPECT_TRUE(drive(source, file, run, [&sample](const RecordBatch& batch) {
    for (size_t r = 0; r < batch.size(); ++r) {
      sample.emplace_back();
      for (size_t c = 0; c < batch.cell_count(r); ++c) sample.back().emplace_back(batch.raw_cell(r, c));
    }
  }));
  return corrections_of(sample, '\0', [&](auto&& take) {
    source.open_table(0);
    EXPECT_TRUE(drive(source, file, run, take));
  });
}

}  // namespace npscope::testing_support
