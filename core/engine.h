// SPDX-License-Identifier: MIT
// Engine: the one door to the core. It analyses one or several files and gives the report; the host brings bytes and time.
//
// Usage: set options; then for each file open, then again and again: step until it says false; when want_table names one,
// take_table; when want is not empty, reserve and commit; else close. Then report, and the rejects of any file in a second pass. One
// thread; several engines may live side by side.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/engine_outcome.h"
#include "core/shard/intake.h"
#include "core/shard/options.h"
#include "core/shard/pair_tables.h"
#include "core/shard/reject_sink.h"
#include "core/shard/source_book.h"
#include "core/stats/summary.h"

namespace npscope {

class Questions;

class Engine {
 public:
  Engine();
  ~Engine();
  /// Sets an option before the first file; the answer is empty, or a code with what it is about: `bad-option:policy.from`,
  /// `recipe-invalid:sources`. Options:
  /// - what is done: `mode` (`report`, `inspect`: stop when the plan is made, `convert-csv`, `convert-ndjson`, `convert-raw`)
  /// - how files are read: `sheet` (a sheet's name, an array's path, or "#2"), `delimiter`, `quote` (`"` or `'`), `encoding`,
  ///   `headerRecords` (0 to 5), `kernel` (`fastest`, `scalar`), `keep` (`asked`, `all`), `sha256` (`on`, `off`)
  /// - what the columns are: `map.ROLE` (a header's text or "#3"; roles as in core/survey/role.h), `missing` (comma list), `scale`
  ///   (`scores`, `from-1`, `positions`, `groups`), `dateOrder` (`day-first`, `month-first`), `decimal` (`.`, `,`), `zone`
  /// - which responses count: `clean.RULE` (`on`, `off`), `duplicates.rows` (`keyed`, `all`, `off`), `duplicates.responses`,
  ///   `duplicates.respondents`, `duplicates.files` (`on`, `off`), `policy.answers` (`all`, `latest`, `first`, `mean`), `policy.unit`
  ///   (`respondent`, `account`), `policy.from`, `policy.to`, `asOf`, `earliest` (days, `2024-05-31`), `reportZone` (IANA name, `UTC`), `zoneRules` (`NAME 0/3600 1711846800/7200`, see zone_rules.h), `policy.completeness` (0 to
  ///   1), `policy.include` (comma list of exclusion codes)
  /// - what is worked out: `level`, `method`, `groupBy` (`month`, `file`, `column:HEADER`, several times; `none` before others: instead of those of
  ///   the recipe), `employees` (`on`: may be a grouping)
  /// - what comments are asked about: `themes` (the JSON object of a recipe, see core/survey/themes.h)
  /// - `recipe`: all of that from the JSON text of a recipe
  /// - for rejects, also after the files: `rejects.kind` (`csv`, `source-csv`, `xlsx`), `rejects.guard` (`on`, `off`),
  ///   `reason.CODE` (the sentence that stands beside a code)
  [[nodiscard]] std::string set(std::string_view option, std::string_view value);

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
  /// Zones whose rules are wanted before the report is: names with line feeds between them, empty without the option `reportZone`.
  /// Set `zoneRules` for each; the name alone says that the host knows none.
  [[nodiscard]] std::string wanted_zones() const;
  /// Brings that table, or says with an empty one that the host does not know the encoding.
  void take_table(std::string_view table);
  /// What a conversion has written since the last call of clear_output().
  [[nodiscard]] std::string_view output() const;
  void clear_output();
  /// The host cannot go on with the open file; `code` is a failure's name, unknown ones count as "unreadable".
  void fail(std::string_view code);
  void close();
  /// The file closed last holds corrected rows of a file that was not given yet: it was put aside and is to be opened again after
  /// all others. Asked once after each close().
  [[nodiscard]] bool put_aside();
  /// From here on nothing is put aside: all other files have come.
  void begin_last_round() { last_round_ = true; }

  /// Opens the source of a file of the report once more, to write the records that do not count; then want(), commit(), step() and
  /// output() as for a conversion, and close(). False when there is no such file or nothing of it was read.
  [[nodiscard]] bool open_rejects(size_t file);
  /// Which of the files that were opened and not put aside holds this file of the report, from 0.
  [[nodiscard]] size_t opened(size_t file) const;
  /// Why the rejects closed last are not complete, as a code with its detail; empty: they are.
  [[nodiscard]] std::string rejects_failure() const { return second_failure(); }
  /// Of the rejects closed last: records of which only the start was kept, and (XLSX) cells that Excel cuts when it opens the file.
  [[nodiscard]] uint64_t rejects_cut_records() const;
  [[nodiscard]] uint64_t rejects_long_cells() const;

  /// Asks something about the files of the report; `query` is Query of web/client/query.ts. Empty: it is understood; else a code with
  /// what it is about, such as `query-invalid:filter.1.column`. Then as long as wants_columns() names a file: open_columns(), its bytes
  /// as for a conversion, close(); then work() until it says false; then answer().
  [[nodiscard]] std::string ask(std::string_view query);
  /// The file of the report of which columns have to be loaded first; -1: none.
  [[nodiscard]] int64_t wants_columns();
  /// Opens the source of that file once more. False when there is none.
  [[nodiscard]] bool open_columns(size_t file);
  /// Why the columns closed last could not be loaded, as a code with its detail; empty: they are.
  [[nodiscard]] std::string columns_failure() const { return second_failure(); }
  /// One bounded piece of long work for the question; false: there is none left.
  [[nodiscard]] bool work();
  /// How much of it is done, 0 to 1.
  [[nodiscard]] double worked() const;
  /// The answer to the question asked last, QueryAnswer of web/client/query.ts. REQUIRES: it was understood.
  [[nodiscard]] std::string answer();

  /// Records so far, over all files.
  [[nodiscard]] uint64_t records() const;
  /// The report on all files so far, JSON.
  [[nodiscard]] std::string report() const;
  /// What was decided about all files so far, what is asked, and the recipe: JSON with texts of cells. After `mode` = `inspect` it is
  /// about the start of each file.
  [[nodiscard]] std::string plan() const;
  /// What was recognised of all files so far, JSON; with `mode` = `inspect`.
  [[nodiscard]] std::string inspection() const;
  /// The cells of a record as a JSON array, with `keep` = `all`; "null" when there is none. `file` counts from 0.
  [[nodiscard]] std::string cells(size_t file, uint64_t record) const;
  /// Two sets of counts side by side, JSON: Comparison of web/client/query.ts.
  [[nodiscard]] std::string compare(const GroupCounts& first, const GroupCounts& second) const;
  /// A report without files for people who only have counts.
  [[nodiscard]] std::string score(uint64_t detractors, uint64_t passives, uint64_t promoters) const;

 private:
  [[nodiscard]] std::vector<ReadFile> read_files() const;
  [[nodiscard]] const Outcome& outcome() const;
  [[nodiscard]] Intake* current() const;
  [[nodiscard]] const RejectSink* reject_sink() const;
  [[nodiscard]] std::string follow(std::string_view recipe);
  [[nodiscard]] bool set_themes(std::string_view text);
  [[nodiscard]] bool set_rejects(std::string_view option, std::string_view value);
  void note_sources();
  void open_again(size_t file);
  [[nodiscard]] std::string second_failure() const;

  ReadOptions options_;
  IntervalChoice interval_;
  PairTables tables_;
  /// Those of the recipe.
  std::vector<SourceRecipe> sources_;
  std::vector<Theme> themes_;
  SourceBook book_;
  std::vector<std::unique_ptr<Intake>> files_;
  /// Worked out when it is first asked for.
  mutable std::unique_ptr<Outcome> outcome_;
  bool aside_ = false;
  bool last_round_ = false;

  RejectForm reject_form_;
  ReasonTexts reasons_;
  RejectTask reject_task_;
  /// Made when something is first asked.
  std::unique_ptr<Questions> questions_;
  /// One more pass over a file: its options, the part of the recipe that the first pass followed, and the file.
  ReadOptions second_options_;
  std::vector<SourceRecipe> second_sources_;
  std::unique_ptr<Intake> second_;
};

}  // namespace npscope
