// SPDX-License-Identifier: MIT
// What every format but delimited text offers: a machine that turns a file's bytes into the records of its tables (sheets of a
// workbook, arrays of a JSON document). The words are shared here; there is no base class, shard/ holds a variant of machines.
//
// A source S has, besides its constructor:
//
//   static constexpr NamesFrom kNames;        where its tables have their column names
//   Step step(RecordBatch& batch);            one bounded piece of work, see Step
//   ByteRange want() const;                   after kNeedsBytes: the range it needs, at most kMostWanted bytes, never empty and
//                                             always within the file
//   void take(std::string_view bytes);        exactly that range; the view stays good until step() says something other than
//                                             kBatch, or until open_table()
//   const Failure& failure() const;           after kFailed
//   const std::vector<TableInfo>& tables();   known after the first kEnd
//   void open_table(size_t index);            after the first kEnd, at any time and as often as wanted: from here on step()
//                                             gives that table's records from its start
//
// Some have more; a caller uses what is there (`if constexpr (requires …)`). Settings hold from the next open_table() on.
//
//   void set_width(size_t columns);           cells from this column on are left out, those with something in them remarked
//                                             (xlsx, xls, ods, html: all with names in header records)
//   void set_wanted(std::vector<bool>);       only these columns need their texts; cells of the others keep their places, and
//                                             texts with faults come anyway (xlsx, xls)
//   const std::vector<std::string>& names();  the columns so far; there may be more with every record (json, whose names are
//                                             the source's own)
//   void freeze_columns(std::vector<bool>);   the columns are these, a record with another one is remarked; only the marked
//                                             ones have text (json)
//
// The life of a source: step() until kEnd (the tables are known), then per table open_table() and step() until kEnd. Bytes may
// be wanted in any order and more than once. The batches depend on the bytes only. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/format/byte_range.h"
#include "core/format/record_batch.h"

namespace npscope {

/// A source never wants more at once.
inline constexpr uint64_t kMostWanted = 512 << 10;
/// A source ends a batch when it holds about this much text (a single record may be larger).
inline constexpr size_t kBatchText = 256 << 10;
/// Columns of a spreadsheet; cells beyond do not exist.
inline constexpr size_t kMostSheetColumns = 16384;

enum class Step : uint8_t {
  kBatch,       // the batch holds records (perhaps none); call again
  kNeedsBytes,  // take(want()) comes first
  kEnd,         // the tables are known, or the open table is at its end
  kFailed,      // nothing more comes
};

struct TableInfo {
  /// Sheet name, or the path of an array (`data.responses`, empty for the document itself).
  std::string name;
  bool hidden = false;
};

/// Where the records of a table have their column names.
enum class NamesFrom : uint8_t { kHeaderRecords, kSource };

}  // namespace npscope
