// SPDX-License-Identifier: MIT
// LinesPass: reads objects that stand one after the other, one or more a line.
//
// The rule: behind blanks a record starts. When an object stands there, whole and within its line, and behind it another one or the
// end of the line, it is the record; otherwise the record is rejected, and the next one is looked for on the next line. Files whose first object spans
// lines are read without regard to lines, and then nothing tells where to go on behind a fault: it is the file's.
//
// Tokens are found for many lines at once, which is possible because line ends cannot stand in strings; where that finds a fault
// the records of these lines are looked at one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/format/json/record_reader.h"
#include "core/format/json/text_feed.h"
#include "core/format/table_source.h"

namespace npscope::json {

class LinesPass {
 public:
  /// `span_lines`: objects may span lines.
  LinesPass(TextFeed& feed, RecordReader& reader, Tokens& tokens, Rows& rows, bool span_lines)
      : feed_(&feed), reader_(&reader), tokens_(&tokens), rows_(&rows), span_lines_(span_lines) {}

  [[nodiscard]] [[gnu::noinline]] Step step(RecordBatch& batch, Failure& failure);

 private:
  enum class Mode : uint8_t { kBetween, kTokens, kOneByOne };

  [[nodiscard]] [[gnu::noinline]] Step next_stretch();
  [[nodiscard]] [[gnu::noinline]] size_t find_stretch(std::string_view text) const;
  [[nodiscard]] Step skip_line();
  [[nodiscard]] bool ends_well(size_t end) const;
  [[gnu::noinline]] void read_tokens();
  [[gnu::noinline]] void read_one_by_one();
  void read_one(std::string_view rest);
  void reject_line(size_t start);
  [[gnu::noinline]] void take_outcome(ReadOutcome outcome, size_t start);
  void pass_blanks(size_t to);
  /// `text`: what is here of the record.
  [[gnu::noinline]] void reject(Code code, std::string_view text, bool whole);
  [[gnu::noinline]] void fail(Code code, std::string_view detail) { failure_ = {code, std::string(detail)}; }
  [[nodiscard]] bool paused() const { return rows_->size() >= kBatchText || failure_.code != Code::kNone; }

  TextFeed* feed_;
  RecordReader* reader_;
  Tokens* tokens_;
  Rows* rows_;
  bool span_lines_;
  Failure failure_;
  RecordBatch* batch_ = nullptr;

  Mode mode_ = Mode::kBetween;
  /// The stretch of text that is being read, what of it is done, and the next token.
  std::string_view stretch_;
  /// The first byte behind it that is no space; a line feed where nothing is.
  char behind_ = 0;
  size_t done_ = 0;
  uint32_t token_ = 0;
  std::string copy_;

  uint64_t next_record_ = 1;
  uint64_t line_ = 1;
  /// The current line had a record.
  bool line_used_ = false;
  bool skipping_line_ = false;
};

}  // namespace npscope::json
