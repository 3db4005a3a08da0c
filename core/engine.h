// SPDX-License-Identifier: MIT
// Engine: the one door to the core. It analyses one or several files and gives the report; the host brings bytes and time.
//
// Usage: set options; then for each file open, then again and again: step until it says false; when want_table names one,
// take_table; when want is not empty, reserve and commit; else close. Then report. One thread; several engines may live side by
// side.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/shard/intake.h"
#include "core/shard/options.h"
#include "core/shard/pair_tables.h"
#include "core/stats/summary.h"

namespace npscope {

class Engine {
 public:
  /// Sets an option before the first file; false when there is no such option or value. Options: `mode` (`report`, `inspect`:
  /// stop when the plan is made, `convert-csv`, `convert-ndjson`, `convert-raw`: write the records instead of scoring), `sheet`
  /// (a sheet's name, an array's path, or "#2"), `map.score`, `map.date`,
  /// `map.respondent`, `map.comment`, `map.segment` (a header's text or "#3"), `delimiter`, `quote` (`"` or `'`), `encoding`, `headerRecords` (0 to
  /// 5), `missing` (comma list), `level`, `method`, `groupBy` (`month` or `column:HEADER`), `keep` (`asked`, `all`), `kernel`
  /// (`fastest`, `scalar`).
  [[nodiscard]] bool set(std::string_view option, std::string_view value);

  void open(std::string name, uint64_t size);
  /// The bytes of the open file that are wanted next; empty: close it.
  [[nodiscard]] ByteRange want() const;
  /// Room for `length` bytes, null when memory is out (then the file has failed). REQUIRES: length <= want().length.
  [[nodiscard]] char* reserve(uint64_t length);
  void commit(uint64_t length);
  /// One bounded piece of the work that the bytes so far allow; true: call again before anything else but output().
  [[nodiscard]] bool step();
  /// The encoding whose table of byte pairs is wanted before the work goes on (see core/format/double_byte.h); empty: none.
  [[nodiscard]] std::string_view want_table() const;
  /// Brings that table, or says with an empty one that the host does not know the encoding.
  void take_table(std::string_view table);
  /// What a conversion has written since the last call of clear_output().
  [[nodiscard]] std::string_view output() const;
  void clear_output();
  /// The host cannot go on with the open file; `code` is a failure's name, unknown ones count as "unreadable".
  void fail(std::string_view code);
  void close();

  /// Records so far, over all files.
  [[nodiscard]] uint64_t records() const;
  /// The report on all files so far, JSON.
  [[nodiscard]] std::string report() const;
  /// What was recognised of all files so far, JSON; with `mode` = `inspect`.
  [[nodiscard]] std::string inspection() const;
  /// The cells of a record as a JSON array, with `keep` = `all`; "null" when there is none. `file` counts from 0.
  [[nodiscard]] std::string cells(size_t file, uint64_t record) const;
  /// A report without files for people who only have counts.
  [[nodiscard]] std::string score(uint64_t detractors, uint64_t passives, uint64_t promoters) const;

 private:
  ReadOptions options_;
  IntervalChoice interval_;
  PairTables tables_;
  std::vector<std::unique_ptr<Intake>> files_;
};

}  // namespace npscope
