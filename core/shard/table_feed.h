// SPDX-License-Identifier: MIT
// TableFeed: a workbook or a JSON document from its bytes to the records of one table. It samples every table, plans with the one
// that maps best (or that a person asked for), reads that one, and counts the rows of the others. The sheets of a reject file that
// begin alike are one table: it goes on in a further sheet when one is full.
//
// A machine in the way of core/format/table_source.h: step(), want(), take(). One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/format/html/html_source.h"
#include "core/format/json/json_source.h"
#include "core/format/ods/ods_source.h"
#include "core/format/table_source.h"
#include "core/format/xls/xls_source.h"
#include "core/format/xlsx/xlsx_source.h"
#include "core/format/zip/archive.h"
#include "core/shard/options.h"
#include "core/shard/plan.h"

namespace npscope {

/// A plan, complete up to the point of `failure` when there is one.
struct Decision {
  Plan plan;
  MaybeFailure failure;
};

class TableFeed {
 public:
  /// `plan.format` names the format, its encoding is known; the feed completes it. Plan and options must outlive this.
  TableFeed(Plan& plan, const ReadOptions& options, uint64_t file_size, const DoubleByteTables* tables);

  enum class State : uint8_t {
    kMore,        // call again
    kNeedsBytes,  // take(want()) comes first
    kArchive,     // a ZIP file that is no workbook; entries() says what is in it
    kPlanned,     // the plan is complete (or `mapping_failure` says why not); batches follow
    kBatch,       // batch() holds records of the chosen table
    kEnd,
    kFailed,
  };
  [[nodiscard]] State step();
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  /// REQUIRES: state kFailed.
  [[nodiscard]] const Failure& failure() const { return *failure_; }
  /// Why no column is a score, after kPlanned. Nothing is read then, unless the records are only converted.
  [[nodiscard]] const std::optional<Failure>& mapping_failure() const { return mapping_failure_; }
  [[nodiscard]] const RecordBatch& batch() const { return batch_; }
  [[nodiscard]] const std::vector<zip::Entry>& entries() const { return directory_->entries(); }
  /// The chosen table's records carry no names: they are those of the plan's columns.
  [[nodiscard]] bool names_given() const;
  /// Those names; when the records are converted they are known from kPlanned on.
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  using Source =
      std::variant<std::monostate, json::JsonSource, xlsx::XlsxSource, xls::XlsSource, ods::OdsSource, html::HtmlSource>;
  enum class Phase : uint8_t { kDirectory, kOpening, kSampling, kNaming, kPlanned, kReading, kCounting, kDone };

  State fail(Failure failure);
  void open_source();
  State step_directory();
  State on_batch();
  State on_end();
  State on_failure(Failure failure);
  State start_sampling();
  [[nodiscard]] std::optional<size_t> asked_table() const;
  void open_table(size_t index);
  void collect_sample();
  State finish_sample(bool complete);
  State sample_next();
  State planned();
  State start_reading();
  State count_next();
  void join_sheets();
  [[nodiscard]] bool open_further_sheet();
  void drop_header();

  Plan& plan_;
  const ReadOptions& options_;
  uint64_t file_size_;
  const DoubleByteTables* tables_;
  Phase phase_ = Phase::kOpening;
  std::unique_ptr<zip::Directory> directory_;
  zip::Budget budget_;
  Source source_;
  RecordBatch batch_;
  std::optional<Failure> failure_;
  std::optional<Failure> mapping_failure_;

  size_t table_ = 0;  // the open one
  uint64_t rows_ = 0;
  std::vector<std::vector<std::string>> sample_;
  size_t sample_text_ = 0;
  size_t last_sampled_ = 0;
  /// Why the first table that could not be sampled could not.
  std::optional<Failure> broken_;
  /// The best table so far, and its plan.
  std::optional<size_t> best_;
  /// For each sampled table that holds corrected records: the records in front of those.
  std::map<size_t, std::vector<std::vector<std::string>>> correction_headers_;
  /// Those that go on where the chosen one ends, and how many records came before the open one.
  std::vector<size_t> further_sheets_;
  uint64_t records_before_ = 0;
  Decision best_decision_;
};

}  // namespace npscope
