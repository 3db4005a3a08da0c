// SPDX-License-Identifier: MIT
// Questions: what is asked about files that are read. It says which columns have to be loaded first, keeps what was loaded for the next
// question, and writes answers.
//
// ask() -> while wants_columns(): task(), one more pass over the file, loaded() -> work() until it says false -> answer(). One thread.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine_outcome.h"
#include "core/measures/comment_terms.h"
#include "core/measures/frame.h"
#include "core/query/column_sink.h"
#include "core/query/part.h"
#include "core/query/query.h"

namespace npscope {

class Questions {
 public:
  /// `outcome` must outlive this.
  Questions(const Outcome& outcome, IntervalChoice interval);

  /// Takes a question; nothing: it is understood, else kQueryInvalid, kUnknownColumn or kPolicyNeedsColumn with what it is about.
  [[nodiscard]] std::optional<Failure> ask(std::string_view json);
  /// The file of the report of which columns are missing; nothing: the question can be answered.
  [[nodiscard]] std::optional<size_t> wants_columns() const;
  /// What a pass over that file has to load; valid until the next call of it.
  [[nodiscard]] const ColumnTask& task(size_t file);
  /// One bounded piece of long work (numbering the terms of comments); false: there is none left.
  [[nodiscard]] bool work();
  /// How much of the long work is done, 0 to 1.
  [[nodiscard]] double worked() const;
  /// The answer, or `{"failure": …}` when the filter or the groupings cannot be worked out.
  [[nodiscard]] std::string answer();

 private:
  struct Asked {
    size_t file = 0;
    std::set<size_t> codes;
    std::set<size_t> texts;
  };

  [[nodiscard]] std::optional<Failure> understand();
  [[nodiscard]] std::optional<Failure> take_policy();
  [[nodiscard]] std::optional<Failure> take_interval();
  void guard_employees();
  void collect_needs();
  [[nodiscard]] std::optional<Failure> check_columns() const;
  [[nodiscard]] Asked missing(size_t part) const;
  void make_parts();
  void fill_keys(Part& part, const Outcome::CountedFile& file) const;
  void fill_units(Part& part, const Outcome::CountedFile& file) const;
  [[nodiscard]] bool counts_units() const { return policy_.answers == CountedAnswers::kMean; }
  [[nodiscard]] bool singles_out_people(std::span<const Selection> selected, std::span<const Selection> others) const;
  void settle_policy();
  void open_terms();
  void write_count(JsonWriter& out, std::string_view name, uint64_t count, bool withheld) const;
  void write_axes(JsonWriter& out, const Cells& cells) const;
  void write_answers(JsonWriter& out, const Frame& frame) const;
  [[nodiscard]] std::string failed(const Failure& failure) const;

  const Outcome& outcome_;
  IntervalChoice usual_interval_;
  IntervalChoice interval_;
  /// That of the analysis, and that of the question.
  Policy usual_policy_;
  Policy policy_;
  /// Nothing while the policy is that of the analysis.
  std::optional<Settlement> settlement_;
  std::optional<Policy> settled_policy_;
  std::vector<Outcome::CountedFile> files_;
  std::vector<Part> parts_;
  std::vector<FileColumns> columns_;
  ColumnTask task_;
  Query query_;
  Needs needs_;
  std::unique_ptr<CommentTerms> terms_;
};

}  // namespace npscope
