// SPDX-License-Identifier: MIT
// FileShard: the records of one file, read by one instance. It says which bytes it wants next, decides what the file is from
// its first mebibyte, and then turns blocks into counts.
//
// A machine without I/O: want() -> reserve() -> commit(), until want() is empty, then close(). The same bytes give the same
// result however they are cut. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/content_hash.h"
#include "core/base/result.h"
#include "core/format/csv/dialect.h"
#include "core/format/csv/reader.h"
#include "core/format/encoding.h"
#include "core/partial/issue_counts.h"
#include "core/partial/keyed_counts.h"
#include "core/partial/score_counts.h"
#include "core/shard/grouped_counts.h"
#include "core/shard/options.h"
#include "core/survey/mapping.h"
#include "core/survey/responses.h"
#include "core/table/row_store.h"

namespace npscope {

struct ByteRange {
  uint64_t offset = 0;
  uint64_t length = 0;
};

class FileShard {
 public:
  /// What the first mebibyte of the file decides; a file that is not delimited text has only `failure`.
  struct Plan {
    std::string_view format;
    EncodingGuess encoding;
    csv::Dialect dialect;
    Mapping mapping;
  };

  FileShard(std::string name, uint64_t size, const ReadOptions& options);

  /// The bytes wanted next; empty when the file is read or has failed.
  [[nodiscard]] ByteRange want() const;
  /// Room for the next `length` bytes, or null when there is no memory. REQUIRES: length <= want().length.
  [[nodiscard]] char* reserve(uint64_t length);
  /// That many bytes were written to the room. REQUIRES: a reserve of at least as many.
  void commit(uint64_t length);
  /// The host cannot bring the bytes, or memory is out: the file gives nothing.
  void fail(Code code, std::string detail = {});
  /// No more bytes come. A file that is not read to its end has failed.
  void close();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] uint64_t size() const { return size_; }
  [[nodiscard]] const std::optional<Plan>& plan() const { return plan_; }
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
  /// The content hash, empty when the file was not read to its end.
  [[nodiscard]] const std::string& hash() const { return hash_text_; }
  [[nodiscard]] const Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const IssueCounts& issues() const { return issues_; }
  [[nodiscard]] const ScoreCounts& scores() const { return scores_; }
  /// One for each grouping of the options, in their order.
  [[nodiscard]] std::vector<KeyedCounts> groups() const;
  /// Header texts of the groupings' columns.
  [[nodiscard]] const std::vector<std::string>& group_names() const { return group_names_; }
  [[nodiscard]] uint64_t records() const { return reader_ ? reader_->next_record() - 1 : 0; }
  /// The cells of a record, when they were kept.
  [[nodiscard]] std::optional<std::vector<std::string>> cells(uint64_t record) const;

 private:
  void decide();
  void plan_groups();
  void remark_plan();
  void parse(bool final);
  void parse_utf8(bool final);
  void parse_decoded(bool final);
  size_t read_records(std::string_view text, bool final);
  void take_batch();
  void count_responses(size_t first);
  void look_at_text(size_t taken);
  void remark(Code code, size_t record, int32_t column);
  void replace_block(size_t parsed);
  bool room_for(uint64_t length);

  std::string name_;
  uint64_t size_;
  ReadOptions options_;
  std::optional<Plan> plan_;
  std::optional<Failure> failure_;
  std::string hash_text_;
  ContentHash hash_;

  // Bytes: the block that is being filled, and how much of the file has come.
  std::unique_ptr<char[]> block_;
  size_t capacity_ = 0;
  size_t filled_ = 0;
  uint64_t received_ = 0;
  size_t skip_ = 0;  // bytes of the byte order mark and the `sep=` line, not parsed

  // Text: only for encodings other than UTF-8.
  std::optional<Decoder> decoder_;
  std::string text_;

  std::optional<csv::Reader> reader_;
  std::optional<ResponseReader> responses_;
  std::vector<GroupedCounts> groups_;
  std::vector<std::string> group_names_;
  std::optional<RowStore> rows_;
  RecordBatch batch_;
  ResponseBatch response_batch_;
  std::vector<uint32_t> bad_dates_;

  Ledger ledger_;
  IssueCounts issues_;
  ScoreCounts scores_;
};

}  // namespace npscope
