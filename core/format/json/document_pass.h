// SPDX-License-Identifier: MIT
// DocumentPass: reads the records of one table of a document, or a document that is one record. It goes through the whole document
// whatever the table is, and checks every value: a document that is broken anywhere is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/format/json/outline.h"
#include "core/format/json/record_reader.h"
#include "core/format/json/text_feed.h"
#include "core/format/table_source.h"

namespace npscope::json {

class DocumentPass {
 public:
  /// `table`: its place in the order in which tables come. `whole`: the document is the record.
  DocumentPass(TextFeed& feed, RecordReader& reader, Tokens& tokens, Rows& rows, uint32_t table, bool whole)
      : feed_(&feed), reader_(&reader), tokens_(&tokens), rows_(&rows), outline_(table), whole_(whole) {}

  [[nodiscard]] [[gnu::noinline]] Step step(RecordBatch& batch, Failure& failure);

 private:
  /// What is known about the end of a stretch.
  enum class Cut : uint8_t {
    kSure,     // no element of the table is cut
    kMark,     // no token is cut
    kGuessed,  // it seemed that an element ends there
  };

  [[nodiscard]] [[gnu::noinline]] Step next_stretch();
  [[nodiscard]] [[gnu::noinline]] size_t find_stretch(std::string_view text);
  [[nodiscard]] Step pass_end(std::string_view text);
  [[gnu::noinline]] void read();
  [[gnu::noinline]] void read_elements();
  /// True when the record was read.
  [[nodiscard]] bool read_record();
  [[gnu::noinline]] void element_was_cut();
  void end_stretch(size_t size);
  void count_lines(size_t to);
  [[gnu::noinline]] void fail(Code code, std::string_view detail) { failure_ = {code, std::string(detail)}; }
  [[nodiscard]] bool paused() const { return rows_->size() >= kBatchText || failure_.code != Code::kNone; }

  TextFeed* feed_;
  RecordReader* reader_;
  Tokens* tokens_;
  Rows* rows_;
  Outline outline_;
  bool whole_;
  Failure failure_;

  /// The stretch that is being read, and the next token of it.
  bool reading_ = false;
  std::string_view stretch_;
  uint32_t token_ = 0;
  bool document_ended_ = false;
  Cut cut_ = Cut::kSure;
  /// The last cut left no whole element, so that the next one shall be sure.
  bool cut_failed_ = false;

  bool has_lines_ = false;
  size_t counted_ = 0;
  uint64_t next_record_ = 1;
  uint64_t line_ = 1;
};

}  // namespace npscope::json
