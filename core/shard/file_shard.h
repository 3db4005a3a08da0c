// SPDX-License-Identifier: MIT
// FileShard: the bytes of one file, read by one instance. It says which bytes it wants next, decides what the file is from its
// start, and hands records to the counting (or writes them out) piece by piece.
//
// A machine without I/O: want() -> reserve() -> commit() -> step() until that says false, and again until want() is empty, then
// close(). The same bytes give the same result however they are cut. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/content_hash.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/format/byte_range.h"
#include "core/query/column_sink.h"
#include "core/shard/options.h"
#include "core/shard/pair_tables.h"
#include "core/shard/plan.h"
#include "core/shard/record_counts.h"
#include "core/shard/record_text.h"
#include "core/shard/reject_sink.h"
#include "core/shard/table_feed.h"
#include "core/shard/text_feed.h"
#include "core/table/pivot.h"
#include "core/table/row_store.h"

namespace npscope {

/// What a file is that holds other files.
enum class Container : uint8_t { kNone, kZip, kGzip };

class FileShard {
 public:
  /// `tables` may be null; with it the shard asks for what it needs. It must outlive this.
  FileShard(std::string name, uint64_t size, const ReadOptions& options, const PairTables* tables = nullptr);

  /// The bytes wanted next; empty when the file is read, has failed, is a container, or a table of byte pairs is wanted.
  [[nodiscard]] ByteRange want() const;
  /// Room for the next `length` bytes, or null when there is no memory. REQUIRES: length <= want().length.
  [[nodiscard]] char* reserve(uint64_t length);
  /// That many bytes were written to the room. REQUIRES: a reserve of at least as many.
  void commit(uint64_t length);
  /// One bounded piece of work; true: there is more that needs no bytes.
  [[nodiscard]] bool step();
  /// The label of the table of byte pairs that is wanted; empty: none. After it has come, or cannot come, call take_table().
  [[nodiscard]] std::string_view want_table() const { return wanted_table_; }
  void take_table();
  /// The host cannot bring the bytes, or memory is out: the file gives nothing.
  void fail(Code code, std::string detail = {});
  /// No more bytes come. A file that is not read to its end has failed.
  void close();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] uint64_t size() const { return size_; }
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }
  /// Not kNone: the file is no table, and nothing more happens here.
  [[nodiscard]] Container container() const { return container_; }
  /// What is in a ZIP file. REQUIRES: container() is kZip.
  [[nodiscard]] const std::vector<zip::Entry>& entries() const { return tables_feed_->entries(); }
  /// Null until the sample has come.
  [[nodiscard]] const Plan* plan() const { return plan_.get(); }
  /// Null when the file failed before a record was read.
  [[nodiscard]] const RecordCounts* counts() const { return counts_.get(); }
  /// Remarks on the file, those on records included.
  [[nodiscard]] const IssueCounts& issues() const { return counts_ == nullptr ? early_issues_ : counts_->issues(); }
  /// What a conversion or the second pass has written; null when nothing is.
  [[nodiscard]] std::string* output() {
    if (rejects_ != nullptr) return &rejects_->text();
    return out_ == nullptr ? nullptr : &out_->text();
  }
  /// What the second pass writes with; null in all others.
  [[nodiscard]] const RejectSink* rejects() const { return rejects_.get(); }
  /// The content hash, empty when the file was not read to its end.
  [[nodiscard]] const std::string& hash() const { return hash_text_; }
  /// The SHA-256 of the bytes, 64 hex digits, when it was asked for and the file was read to its end.
  [[nodiscard]] const std::string& sha256() const { return sha256_text_; }
  /// The plan that the records were counted with: that of the responses, where the file has one row per answer.
  [[nodiscard]] const Plan* counted_plan() const { return pivot_plan_ == nullptr ? plan_.get() : pivot_plan_.get(); }
  /// Of a file of corrected rows: which record of which file each of its records stands for, in their order, headers included.
  [[nodiscard]] const std::vector<CorrectedRecord>& corrected() const { return corrected_; }
  /// The cells of a record, when they were kept.
  [[nodiscard]] std::optional<std::vector<std::string>> cells(uint64_t record) const;

 private:
  enum class Phase : uint8_t { kSample, kText, kTables, kHashing, kDone };

  [[nodiscard]] bool complete() const { return hashed_ == size_; }
  void start();
  void start_text(std::string_view text, bool whole);
  void start_tables();
  void make_sinks();
  void make_text_sink();
  [[nodiscard]] bool pivots() const {
    return (options_.mode == Mode::kReport || is_second_pass(options_.mode)) && plan_->mapping.long_format.has_value();
  }
  void make_counting(const Plan& plan, const ReadOptions& options, std::vector<std::string> names);
  /// Hands a batch to whatever counts, writes or keeps.
  void count_batch(const RecordBatch& batch);
  [[nodiscard]] std::vector<std::string> given_names() const;
  [[nodiscard]] std::unique_ptr<csv::Reader> make_reader() const;
  [[nodiscard]] bool try_encoding(std::string_view sample, bool whole);
  void finish_records();
  void make_pivot();
  void pivot_batch(const RecordBatch& batch);
  void finish_pivot();
  [[nodiscard]] size_t read_text(std::string_view text, bool final, const char* base);
  void step_text(bool final);
  [[nodiscard]] bool step_tables();
  void take_batch(const RecordBatch& batch);
  void take_corrected(const RecordBatch& batch);
  void keep_batch(const RecordBatch& batch, char quote);
  void want_rest();
  void hash_range(uint64_t offset, std::string_view bytes);
  [[nodiscard]] bool table_missing();
  [[nodiscard]] const DoubleByteTables* tables() const { return pair_tables_ == nullptr ? nullptr : &pair_tables_->tables(); }

  std::string name_;
  uint64_t size_;
  ReadOptions options_;
  const PairTables* pair_tables_;
  Phase phase_ = Phase::kSample;
  Container container_ = Container::kNone;
  std::unique_ptr<Plan> plan_;
  std::unique_ptr<RecordCounts> counts_;
  std::unique_ptr<RecordText> out_;
  std::unique_ptr<RejectSink> rejects_;
  std::unique_ptr<ColumnSink> columns_;
  /// For records of delimited text that are not counted as they come.
  std::unique_ptr<csv::Reader> reader_;
  /// For one row per answer, and the plan of the responses that come of it.
  std::unique_ptr<Pivot> pivot_;
  std::unique_ptr<Plan> pivot_plan_;
  std::unique_ptr<RowStore> rows_;
  std::vector<CorrectedRecord> corrected_;
  RecordBatch corrected_batch_;
  /// Remarks of the plan, when nothing was counted.
  IssueCounts early_issues_;
  std::optional<Failure> failure_;
  std::string_view wanted_table_;

  /// The hash follows the bytes up to here, in the order of the file.
  uint64_t hashed_ = 0;
  ContentHash hash_;
  std::string hash_text_;
  std::unique_ptr<Sha256> sha256_;
  std::string sha256_text_;

  TextFeed text_;
  /// For formats that want ranges: the range wanted, and how much of it has come.
  std::unique_ptr<TableFeed> tables_feed_;
  ByteRange range_;
  std::string bytes_;
  size_t filled_ = 0;
  bool working_ = false;
};

}  // namespace npscope
