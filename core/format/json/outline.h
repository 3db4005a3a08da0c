// SPDX-License-Identifier: MIT
// Outline: walks a JSON document token by token and knows where its tables are. A table is an array whose first element is an
// object and that stands in no other array; its name is the path of keys to it.
//
// The walk may stop behind any token and go on in another stretch of text. It stops by itself before each element of the one table
// that is open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/format/json/grammar.h"
#include "core/format/json/tokens.h"

namespace npscope::json {

class Outline {
 public:
  static constexpr uint32_t kNoTable = static_cast<uint32_t>(-1);
  static constexpr size_t kMostTables = 1000;
  static constexpr size_t kMostPathBytes = 1 << 20;

  enum class Stop : uint8_t { kTokensEnd, kElement, kDocumentEnd, kBroken, kTooDeep, kTooManyTables };

  struct Table {
    std::string path;
    /// Elements that are objects.
    uint64_t objects = 0;
  };

  /// `open_table`: the table whose elements are stopped at, in the order in which tables come.
  explicit Outline(uint32_t open_table) : open_table_(open_table) {}

  /// Walks on from token `i`, and leaves it at the token that it stops before.
  [[nodiscard]] Stop run(Tokens& tokens, uint32_t& i);

  /// After kElement: the caller has read the element, and perhaps the comma behind it.
  void element_read() { grammar_.value_was_read(); }
  void comma_read() { grammar_.expect_value(); }
  /// After kElement: run() shall walk through it.
  void walk_element() { walk_element_ = true; }

  /// The tables so far, and arrays without elements.
  [[nodiscard]] const std::vector<Table>& tables() const { return tables_; }
  [[nodiscard]] const std::vector<std::string>& empty_arrays() const { return empty_arrays_; }

  [[nodiscard]] bool started() const { return started_; }
  [[nodiscard]] bool is_object() const { return is_object_; }
  /// The walk is in a table: how many containers are open inside it. At 0 an element or the end comes next.
  [[nodiscard]] bool in_table() const { return table_depth_ != 0 && is_table_; }
  [[nodiscard]] size_t depth_in_table() const { return grammar_.depth() - table_depth_; }
  [[nodiscard]] bool in_open_table() const { return in_table() && tables_.size() == size_t{open_table_} + 1; }
  [[nodiscard]] size_t depth() const { return grammar_.depth(); }

  /// The caller went through the rest of the table, in which it found this many objects; its end comes next.
  void leave_table(uint64_t objects);

 private:
  [[nodiscard]] Stop enter_element(char first);
  void note_key(const Tokens& tokens, uint32_t i);
  void enter(char first);
  void leave(size_t depth_before);

  Grammar grammar_;
  uint32_t open_table_;
  std::vector<Table> tables_;
  std::vector<std::string> empty_arrays_;
  /// Keys from the document to the innermost object, joined by dots, and the size of the path at each of its objects.
  std::string path_;
  std::vector<size_t> path_sizes_;
  size_t path_bytes_ = 0;
  /// Depth inside the array that is on the path; 0: none is.
  size_t table_depth_ = 0;
  bool first_element_ = false;
  bool is_table_ = false;
  bool started_ = false;
  bool is_object_ = false;
  bool walk_element_ = false;
};

}  // namespace npscope::json
