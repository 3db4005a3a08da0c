// SPDX-License-Identifier: MIT
// Outcome: what all files that were read say together, worked out once: which responses count, each file's ledger, and the facts of
// the report.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/partial/response_counts.h"
#include "core/report/report_facts.h"
#include "core/shard/file_shard.h"
#include "core/shard/options.h"
#include "core/shard/settlement.h"
#include "core/stats/summary.h"

namespace npscope {

/// A file of the report, as it was read.
struct ReadFile {
  const FileShard* shard = nullptr;
  Container container = Container::kNone;
  std::string_view member;
};

class Outcome {
 public:
  /// `files` and `options` must outlive this.
  Outcome(std::vector<ReadFile> files, const ReadOptions& options, IntervalChoice interval);

  [[nodiscard]] ReportFacts facts() const;
  /// A file that gives responses, as questions see it. Views live as long as the outcome and `settled`.
  struct CountedFile {
    size_t file = 0;
    std::string name;
    const ResponseStore* responses = nullptr;
    const Mapping* mapping = nullptr;
    /// The file whose rows it holds corrected, else itself: without a column of waves, one wave.
    size_t source = 0;
    /// As in Settlement::File.
    const Chunked<uint8_t>* outcomes = nullptr;
    /// Times in the zone of the report or under the other order of dates; null: those of the responses.
    const Chunked<int64_t>* times = nullptr;
  };
  /// `other`: another way to count than that of the report.
  [[nodiscard]] std::vector<CountedFile> counted_files(const Settlement* other = nullptr) const;
  /// The same files under another policy.
  [[nodiscard]] Settlement settled_under(const Policy& policy) const;
  [[nodiscard]] const ReadOptions& options() const { return options_; }
  [[nodiscard]] const FileShard& shard(size_t file) const { return *files_[file].read.shard; }
  /// Why a policy can give no figure: the files lack the column that it needs.
  [[nodiscard]] std::optional<Failure> missing_for(const Policy& policy) const;

  /// What the second pass over a file has to know; form and reasons are the owner's.
  [[nodiscard]] RejectTask reject_task(size_t file) const;

 private:
  static constexpr size_t kNotSettled = SIZE_MAX;

  /// One file with what was settled about it.
  struct File {
    ReadFile read;
    /// Null: the file gives nothing to the figures.
    const RecordCounts* counts = nullptr;
    /// Index among the settled files.
    size_t settled = kNotSettled;
    /// The file whose rows it holds corrected, else itself.
    size_t source = 0;
    bool other_dates = false;
    /// All records together say which order day and month have.
    bool dates_proved = false;
    /// In the zone of the report; empty: as written.
    Chunked<int64_t> times;
    /// Everything that was accepted before anything was settled.
    ResponseCounts accepted;
    std::vector<uint32_t> replaced;
    std::vector<std::vector<uint32_t>> group_codes;
    Ledger ledger;
    IssueCounts issues;
  };

  void find_corrections();
  void find_date_orders();
  void find_times();
  void share_group_codes();
  void settle_all();
  void close_ledgers();
  void compare_files();
  [[nodiscard]] static bool has_broken(const File& file);
  [[nodiscard]] bool has_column(Role role) const;
  [[nodiscard]] std::optional<NpsSummary> summary(const ResponseCounts& scores, const UnitMeans& means) const;
  [[nodiscard]] std::optional<NpsSummary> overall() const;
  /// The figure if files and rules were these.
  [[nodiscard]] std::optional<NpsSummary> figure(std::span<const SettledFile> files, const Rules& rules) const;
  [[nodiscard]] std::optional<NpsSummary> figure_without_rule(size_t rule) const;
  [[nodiscard]] std::vector<std::string> file_names() const;
  [[nodiscard]] std::optional<Failure> unknown_grouping() const;
  [[nodiscard]] std::optional<Failure> failure() const;
  [[nodiscard]] [[gnu::noinline]] Recipe recipe() const;

  // Apart, because browsers compile whole functions: all of them in one took 40 ms and 10 MB.
  [[gnu::noinline]] void add_files(ReportFacts& facts) const;
  [[gnu::noinline]] void add_sensitivity(ReportFacts& facts) const;
  [[gnu::noinline]] void add_cleaning(ReportFacts& facts) const;
  [[gnu::noinline]] void add_decisions(ReportFacts& facts) const;
  [[gnu::noinline]] void add_questions(ReportFacts& facts) const;
  void add_answers(const File& file, size_t index, QuestionFacts& question) const;
  [[gnu::noinline]] void add_changes(ReportFacts& facts) const;
  [[gnu::noinline]] void add_same_files(ReportFacts& facts) const;
  [[gnu::noinline]] void add_groups(ReportFacts& facts) const;
  [[nodiscard]] [[gnu::noinline]] QualityFacts quality(const File& file) const;

  const ReadOptions& options_;
  IntervalChoice interval_;
  std::vector<File> files_;
  std::vector<SettledFile> settled_;
  Settlement settlement_;
  std::vector<SettledGrouping> groupings_;
  /// By grouping: the texts of the codes that all files share.
  std::vector<std::vector<std::string>> group_texts_;
  /// Everything that was accepted before anything was settled.
  ResponseCounts accepted_;
};

/// What was recognised of one file, as far as it got; the ledger is the owner's.
[[nodiscard]] [[gnu::noinline]] FileFacts plan_facts(const ReadFile& file);

}  // namespace npscope
