// SPDX-License-Identifier: MIT
// RoleColumn: one column with a role; raw cells in, facts out. The first few thousand different cells are understood once and
// looked up; a column with more of them is one of ids or comments, whose cells are read as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/survey/cell_facts.h"
#include "core/survey/cleaning.h"
#include "core/survey/date_cell.h"
#include "core/survey/key_cell.h"
#include "core/survey/mapping.h"
#include "core/survey/missing_texts.h"
#include "core/survey/rules.h"
#include "core/table/dictionary.h"
#include "core/table/distinct_count.h"

namespace npscope {

enum class RoleKind : uint8_t { kKey, kDate, kNumber, kText };

[[nodiscard]] RoleKind kind_of(Role role);

class RoleColumn {
 public:
  /// `mapping` must outlive this.
  RoleColumn(size_t column, const Mapping& mapping, const Rules& rules, char quote);

  [[nodiscard]] size_t column() const { return column_; }
  [[nodiscard]] Role role() const { return role_; }
  /// How many different cleaned texts there are so far; nothing when there are too many.
  [[nodiscard]] std::optional<uint64_t> distinct() { return distinct_.count(); }

  /// What is known of a raw cell; holds until the next call. Memory may be read up to `end`. REQUIRES: `raw` is not empty.
  [[nodiscard]] const CellFacts& facts(std::string_view raw, const char* end) {
    if (remembered_ > 0 && raw.size() <= kLongestRemembered) {
      const uint32_t code = texts_.code(raw);
      if (code < known_count_) return known_[code];
      if (const CellFacts* learnt = learn(raw, end)) return *learnt;
    }
    read_cell(raw, end);
    return now_;
  }

 private:
  static constexpr size_t kLongestRemembered = 256;

  [[gnu::noinline]] const CellFacts* learn(std::string_view raw, const char* end);
  [[gnu::noinline]] void read_cell(std::string_view raw, const char* end);
  [[nodiscard]] bool read_quickly(std::string_view text, size_t room);
  [[gnu::noinline]] void read_carefully(std::string_view text);
  void understand(std::string_view text);
  void read_number(std::string_view text);
  void note_text(std::string_view text);

  size_t column_;
  Role role_;
  RoleKind kind_;
  TextUse use_;
  char quote_;
  char decimal_;
  CleaningSet cleaning_;
  KeyRules keys_;
  DateCells dates_;
  MissingTexts missing_;

  /// How many different cells are kept; 0: none any more.
  size_t remembered_;
  Dictionary texts_;
  std::vector<CellFacts> known_;  // by code of texts_
  size_t known_count_ = 0;
  CellFacts now_;
  DistinctCount distinct_;
  std::string unquoted_;
  std::string cleaned_;
  std::string number_;
};

}  // namespace npscope
