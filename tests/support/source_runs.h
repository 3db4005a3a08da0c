// SPDX-License-Identifier: MIT
// Drives a source of records (core/format/table_source.h) over a file in memory, as shard/ does, and gives all its tables.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/record_batch.h"
#include "core/format/table_source.h"

namespace npscope {

struct ReadCell {
  CellKind kind = CellKind::kEmpty;
  std::string text;
  bool operator==(const ReadCell&) const = default;
};

struct ReadRecord {
  uint64_t line = 0;
  std::vector<ReadCell> cells;
  bool operator==(const ReadRecord&) const = default;
};

struct ReadRemark {
  uint64_t record = 0;  // index in the table
  int32_t column = -1;
  Code code = Code::kNone;
  bool operator==(const ReadRemark&) const = default;
};

struct ReadTable {
  TableInfo info;
  std::vector<ReadRecord> records;
  std::vector<ReadRemark> remarks;
  uint64_t blank_lines = 0;
};

struct SourceRun {
  std::vector<ReadTable> tables;
  std::optional<Failure> failure;
  uint64_t bytes_brought = 0;
};

/// Steps until kEnd or kFailed; false when it failed. Checks what a source promises about its wishes on the way.
template <class Source, class TakeBatch>
bool drive(Source& source, std::string_view file, SourceRun& run, TakeBatch&& take_batch) {
  RecordBatch batch;
  std::string bytes;
  for (;;) {
    const Step step = source.step(batch);
    if (step == Step::kBatch) {
      take_batch(batch);
    } else if (step == Step::kNeedsBytes) {
      const ByteRange range = source.want();
      EXPECT_GT(range.length, 0U);
      EXPECT_LE(range.length, kMostWanted);
      EXPECT_LE(range.offset + range.length, file.size());
      if (range.length == 0 || range.offset + range.length > file.size()) return false;
      // A copy of its own, so that the address sanitizer sees every step over its end.
      bytes.assign(file.substr(range.offset, range.length));
      bytes.shrink_to_fit();
      run.bytes_brought += range.length;
      source.take(bytes);
    } else {
      if (step == Step::kFailed) run.failure = source.failure();
      return step == Step::kEnd;
    }
  }
}

inline void append_batch(const RecordBatch& batch, ReadTable& table) {
  const size_t base = table.records.size();
  for (size_t r = 0; r < batch.size(); ++r) {
    ReadRecord& record = table.records.emplace_back();
    if (!batch.lines.empty()) record.line = batch.lines[r];
    for (size_t c = 0; c < batch.cell_count(r); ++c) {
      const CellKind kind = batch.kinds.empty() ? CellKind::kText : batch.kinds[batch.records[r].first + c];
      record.cells.push_back({kind, std::string(batch.raw_cell(r, c))});
    }
  }
  for (const RecordRemark& remark : batch.remarks) table.remarks.push_back({base + remark.record, remark.column, remark.code});
  table.blank_lines += batch.blank_lines;
}

/// All tables of the file, or those before the failure.
template <class Source>
SourceRun read_tables(Source& source, std::string_view file) {
  SourceRun run;
  if (!drive(source, file, run, [](const RecordBatch&) {})) return run;
  const std::vector<TableInfo> infos = source.tables();
  for (size_t i = 0; i < infos.size(); ++i) {
    ReadTable& table = run.tables.emplace_back();
    table.info = infos[i];
    source.open_table(i);
    if (!drive(source, file, run, [&table](const RecordBatch& batch) { append_batch(batch, table); })) break;
  }
  return run;
}

}  // namespace npscope
