// SPDX-License-Identifier: MIT
// FirstPass: what a JSON file is, and which tables it has. It reads as much of the file as that takes: the first lines of JSON
// lines, the start of an array, all of an object, of which the contents of tables are gone through by their brackets alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/json/outline.h"
#include "core/format/json/split.h"
#include "core/format/json/text_feed.h"
#include "core/format/table_source.h"

namespace npscope::json {

enum class Layout : uint8_t {
  kTables,   // a document with arrays of objects
  kObject,   // a document that is one record
  kLines,    // objects one after the other, each within a line
  kObjects,  // the same, but they span lines
};

class FirstPass {
 public:
  FirstPass(TextFeed& feed, Tokens& tokens) : feed_(&feed), tokens_(&tokens), outline_(Outline::kNoTable) {}

  /// One piece of work; kBatch: there is more to do.
  [[nodiscard]] [[gnu::noinline]] Step step(Failure& failure);

  /// After kEnd.
  [[nodiscard]] Layout layout() const { return layout_; }
  /// In the order in which they come in the file; for a file with an empty array only, that one.
  [[nodiscard]] const std::vector<Outline::Table>& tables() const { return tables_; }

 private:
  [[nodiscard]] size_t find_stretch(std::string_view text) const;
  [[nodiscard]] Step walk(std::string_view stretch, Failure& failure);
  [[nodiscard]] Step skip_table(Failure& failure);
  [[nodiscard]] Step look_behind(Failure& failure);
  [[nodiscard]] Step finish(Failure& failure);
  [[nodiscard]] Step fault(Failure& failure, Code code, std::string_view detail);
  [[nodiscard]] bool is_object(std::string_view text);
  [[nodiscard]] bool second_line_is_object();
  [[nodiscard]] bool first_object_is_whole();
  [[nodiscard]] Step found(Layout layout) {
    layout_ = layout;
    return Step::kEnd;
  }
  void use_up(size_t size);

  TextFeed* feed_;
  Tokens* tokens_;
  Outline outline_;
  Layout layout_ = Layout::kTables;
  std::vector<Outline::Table> tables_;

  /// The walk is in a table, whose contents are skipped.
  bool skipping_ = false;
  DepthState skipped_;
  uint64_t objects_ = 0;

  bool document_ended_ = false;
  bool line_ended_behind_ = false;
  /// Text that is used up, its line ends, and those before the first value.
  uint64_t size_ = 0;
  uint64_t lines_ = 0;
  uint64_t lines_before_ = 0;
  uint64_t value_lines_ = 0;
};

}  // namespace npscope::json
