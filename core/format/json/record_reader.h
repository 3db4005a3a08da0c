// SPDX-License-Identifier: MIT
// RecordReader: one JSON object to one record of cells. Every token of the object is checked; only wanted values are written.
//
// Nested objects are columns with dotted names. An array of plain values is one cell, joined by "; ". An array of objects that
// each name a question and its answer gives a column a question (`answers.<question>`). Any other array is one cell that holds its
// JSON text, remarked kNestedValue once a column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/json/columns.h"
#include "core/format/json/grammar.h"
#include "core/format/json/rows.h"
#include "core/format/json/tokens.h"

namespace npscope::json {

enum class ReadOutcome : uint8_t {
  kRecord,
  kCut,     // the tokens end before the object does
  kBroken,  // no JSON
  kTooDeep,
  kTooManyColumns,
};

class RecordReader {
 public:
  /// Containers around the records.
  void set_outer_depth(size_t depth) { outer_depth_ = depth; }
  /// A table is read from its start; unless columns are frozen they are found anew.
  void restart();

  [[nodiscard]] Columns& columns() { return columns_; }
  [[nodiscard]] const Columns& columns() const { return columns_; }

  /// Reads the object that starts with token `i`; after kRecord `i` is the token behind it, and write() or drop() is next. Otherwise
  /// nothing has changed.
  [[nodiscard]] ReadOutcome read(Tokens& tokens, uint32_t& i);
  /// Writes the record that was read last, while the tokens are those that it was read from.
  void write(const Tokens& tokens, Rows& rows, uint64_t line);
  /// The record does not count, and neither do columns that it brought.
  void drop() { columns_.forget(); }
  /// False when nothing stands between the tokens of the record that was read last, and so no line end.
  [[nodiscard]] bool may_have_blanks() const { return blanks_; }

 private:
  enum class Form : uint8_t { kNull, kString, kEscapedString, kScalar, kJoined, kJson };
  /// Where the value of a column stands.
  struct Slot {
    uint64_t record = 0;
    uint32_t token = 0;
    uint32_t end = 0;  // the token behind an array
    Form form = Form::kNull;
  };
  /// An open object: its kind (Columns::kNone: none of its members has a column) and the member that is expected next.
  struct Level {
    uint32_t node = 0;
    uint32_t next = 0;
  };
  /// Where a value goes. `entry` kNone: nowhere.
  struct Target {
    uint32_t node = Columns::kNone;
    uint32_t entry = Columns::kNone;
  };

  [[nodiscard]] ReadOutcome read_object(Tokens& tokens, uint32_t& i, uint32_t node, bool in_answers);
  /// Reads members as long as they are the expected ones, in their order, with plain values; `k`: the first one's key. Gives the
  /// token behind the last value; `k` itself: there was none.
  [[nodiscard]] [[gnu::noinline]] uint32_t read_expected(Tokens& tokens, uint32_t k, Level& level);
  [[nodiscard]] ReadOutcome read_member(Tokens& tokens, uint32_t& k, bool in_answers, bool& empty);
  [[nodiscard]] ReadOutcome open_object(Target target, uint32_t& node);
  /// Finds where the value of the key at token `i` goes.
  [[nodiscard]] ReadOutcome find_target(Tokens& tokens, uint32_t i, Level& level, Target& target);
  [[nodiscard]] ReadOutcome enter(Target target);
  [[gnu::noinline]] void repeat(Target target);
  /// Looks at a string that may have escapes: false when they are no JSON.
  [[nodiscard]] [[gnu::noinline]] static bool read_escapes(Tokens& tokens, uint32_t i, Form& form);
  [[nodiscard]] ReadOutcome read_plain(Tokens& tokens, uint32_t i, Target target);
  [[nodiscard]] [[gnu::noinline]] ReadOutcome read_array(Tokens& tokens, uint32_t& i, Target target, bool in_answers);
  [[nodiscard]] ReadOutcome read_answers(Tokens& tokens, uint32_t from, uint32_t to, Target target);
  [[nodiscard]] ReadOutcome put(Target target, Slot slot);
  [[nodiscard]] ReadOutcome put_slow(Target target);

  void write_cell(const Tokens& tokens, Rows& rows, uint32_t column, const Slot& slot);
  [[gnu::noinline]] void write_joined(const Tokens& tokens, Rows& rows, uint32_t column, const Slot& slot);

  Columns columns_;
  std::vector<Slot> slots_;
  std::vector<bool> nested_told_;
  std::vector<Level> levels_;
  /// Columns of keys that came twice, -1 for an object's.
  std::vector<int32_t> repeated_;
  std::string name_;
  size_t outer_depth_ = 0;
  uint64_t record_ = 0;
  /// Cells up to the last column that has a value.
  uint32_t width_ = 0;
  bool late_ = false;
  bool blanks_ = false;
};

}  // namespace npscope::json
