// SPDX-License-Identifier: MIT
// RoleColumn: one column with a role; raw cells in, facts out. The first few thousand different cells are understood once and
// looked up; a column with more of them is one of ids or comments, whose cells are read as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
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
    if (remembered_ > 0) {
      if (raw.size() > kShort || static_cast<size_t>(end - raw.data()) < kShort) return look_up(raw, end, nullptr);
      const Recent seen = Recent::of(raw);
      Recent& recent = recent_[seen.place()];
      if (recent.is_same(seen)) return known_[recent.code];
      recent = seen;
      return look_up(raw, end, &recent);
    }
    read_cell(raw, end);
    return now_;
  }

 private:
  static constexpr size_t kLongestRemembered = 256;
  static constexpr size_t kShort = 16;
  static constexpr size_t kRecent = 512;

  /// A short cell whole, so that finding it takes no loop and no jump.
  struct Recent {
    uint64_t head = 0;
    uint64_t tail = 0;
    uint32_t size = 0;
    uint32_t code = 0;

    /// REQUIRES: sixteen bytes may be read, of which the cell has at most all and at least one.
    static Recent of(std::string_view raw) {
      Recent seen;
      std::memcpy(&seen.head, raw.data(), 8);
      std::memcpy(&seen.tail, raw.data() + 8, 8);
      const size_t bits = raw.size() * 8;
      seen.head &= bits >= 64 ? ~uint64_t{0} : (uint64_t{1} << bits % 64) - 1;
      seen.tail &= bits >= 128 ? ~uint64_t{0} : bits < 64 ? 0 : (uint64_t{1} << bits % 64) - 1;
      seen.size = static_cast<uint32_t>(raw.size());
      return seen;
    }
    [[nodiscard]] size_t place() const {
      const uint64_t mixed = (head ^ (tail << 32 | tail >> 32)) * 0x9E3779B97F4A7C15U + size;
      return (mixed ^ mixed >> 32) * 0x9E3779B9U >> 16 & (kRecent - 1);
    }
    [[nodiscard]] bool is_same(const Recent& other) const {
      return head == other.head && tail == other.tail && size == other.size;
    }
  };

  [[gnu::noinline]] const CellFacts& look_up(std::string_view raw, const char* end, Recent* recent);
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
  std::vector<Recent> recent_;
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
