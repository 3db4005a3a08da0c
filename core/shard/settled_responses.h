// SPDX-License-Identifier: MIT
// SettledResponses: the responses of all files under one running number, with what the settlement has decided about each so far.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/key_groups.h"
#include "core/shard/settlement.h"

namespace npscope {

/// An answer and whether it is a group, as a small number.
struct AnswerNote {
  static constexpr uint32_t kGroups = 16;
  static constexpr size_t kNotes = 32;
  using Counts = std::array<uint64_t, kNotes>;
  /// -1 detractor, 0, +1 promoter.
  [[nodiscard]] static int sign(uint32_t note) {
    return static_cast<int>(note < kGroups ? group_of_score(note) : static_cast<Group>(note - kGroups)) - 1;
  }
  [[nodiscard]] static ResponseCounts responses(const Counts& counts);
};

class SettledResponses {
 public:
  /// `files` must outlive this.
  [[gnu::noinline]] SettledResponses(std::span<const SettledFile> files, Settlement& out);

  [[nodiscard]] size_t size() const { return starts_.back(); }
  [[nodiscard]] size_t file_count() const { return files_.size(); }
  [[nodiscard]] const SettledFile& file(size_t index) const { return files_[index]; }
  [[nodiscard]] size_t start(size_t file) const { return starts_[file]; }
  [[nodiscard]] size_t file_of(size_t response) const;

  [[nodiscard]] Code outcome(size_t response) const;
  /// The first reason stays.
  void leave_out(size_t response, Code reason);
  [[nodiscard]] uint64_t record(size_t response) const;
  void remark(size_t response, Code code);

  [[nodiscard]] unsigned answer(size_t response) const;
  /// How many responses it stands for.
  [[nodiscard]] uint64_t times(size_t response) const;
  [[nodiscard]] bool groups_only(size_t response) const { return files_[file_of(response)].groups_only(); }
  /// -1 detractor, 0, +1 promoter.
  [[nodiscard]] int sign(size_t response) const;
  void add_to(ResponseCounts& counts, size_t response) const;

  [[nodiscard]] int64_t when(size_t response) const;
  [[nodiscard]] uint64_t response_id(size_t response) const;
  /// What tells the row from those of other responses with this id, or without one; 0: rows are not compared.
  [[nodiscard]] uint64_t row(size_t response) const;
  /// A key of the unit in its wave; 0: not known.
  [[nodiscard]] uint64_t unit(size_t response, CountedUnit unit) const;

  /// Whether any response can have such a key.
  [[nodiscard]] bool has_identities() const;
  [[nodiscard]] bool has_units(CountedUnit unit) const;
  /// For the responses from `from` on, whatever their outcome: the response id, or the row of those without one.
  void identities(size_t from, std::span<uint64_t> out) const;
  /// Of those that still count.
  void units(CountedUnit unit, size_t from, std::span<uint64_t> out) const;
  /// Gives each entry the response's time as the value, and its AnswerNote.
  void complete(std::span<KeyEntry> entries) const;

  /// The answers of all responses that still count.
  [[nodiscard]] [[gnu::noinline]] ResponseCounts remaining_counts() const;

  /// True when `a` is to be preferred to `b`: the later one (`latest`) or the earlier one; of one time the lower answer; then by keys.
  [[nodiscard]] bool comes_before(size_t a, size_t b, bool latest) const;

 private:
  struct Place {
    const ResponseStore* store;
    size_t index;
  };
  [[nodiscard]] Place place(size_t response) const;
  /// A stretch of responses of one file whose values stand together in every column.
  struct Stretch {
    size_t file;
    /// Of the first, in its file and counted from where the walk began.
    size_t index;
    size_t offset;
    size_t size;
  };
  template <class Act>
  void for_each_stretch(size_t from, size_t count, Act&& act) const;

  std::span<const SettledFile> files_;
  Settlement& out_;
  std::vector<size_t> starts_;
};

/// The unit that a policy counts: a respondent or an account (its key) in a wave.
[[nodiscard]] uint64_t unit_key(uint64_t key, uint64_t wave);
/// The wave of the responses of a file without a column of waves; `source` as in SettledFile.
[[nodiscard]] inline uint64_t wave_of_file(size_t source) { return source + 1; }

/// Leaves out what is there twice, after the rules.
[[gnu::noinline]] void leave_out_duplicates(SettledResponses& responses, const Rules& rules);

/// Leaves out what the policy's dates and completeness exclude.
[[gnu::noinline]] void apply_cut_offs(SettledResponses& responses, const Policy& policy);

}  // namespace npscope
