// SPDX-License-Identifier: MIT
// A stretch of whole lines at a time; a record that was rejected ends with its line.
#include "core/format/json/lines_pass.h"

#include <algorithm>

#include "core/format/json/blanks.h"
#include "core/format/json/cuts.h"
#include "core/format/json/split.h"

namespace npscope::json {
Step LinesPass::step(RecordBatch& batch, Failure& failure) {
  batch_ = &batch;
  rows_->start(batch, next_record_);
  if (mode_ == Mode::kBetween) {
    const Step step = next_stretch();
    if (step != Step::kBatch) return step;
  }
  if (mode_ == Mode::kTokens) read_tokens();
  if (mode_ == Mode::kOneByOne) read_one_by_one();
  rows_->finish();
  if (failure_.code == Code::kNone) return Step::kBatch;
  failure = failure_;
  return Step::kFailed;
}

Step LinesPass::next_stretch() {
  if (skipping_line_) {
    const Step step = skip_line();
    if (step != Step::kBatch) return step;
  }
  const std::string_view text = feed_->text();
  if (text.empty()) return feed_->complete() ? Step::kEnd : Step::kNeedsBytes;
  const size_t size = find_stretch(text);
  if (size == 0) {
    if (!feed_->complete() && text.size() < kMostRecord) return Step::kNeedsBytes;
    if (span_lines_) {
      fail(text.size() < kMostRecord ? Code::kInvalidJson : Code::kLimitExceeded,
           text.size() < kMostRecord ? "syntax" : "record");
    } else {
      stretch_ = text;
      done_ = 0;
      pass_blanks(skip_blanks(text, 0));
      feed_->use_up(done_);
      reject(Code::kRecordTooLong, text.substr(done_), false);
      skipping_line_ = true;
    }
    return Step::kBatch;
  }
  const size_t behind = text.find_first_not_of(" \t", size);
  behind_ = behind == std::string_view::npos ? '\n' : text[behind];
  stretch_ = feed_->cut(size);
  done_ = 0;
  token_ = 0;
  const TokenFault fault = tokens_->find(stretch_);
  mode_ = fault == TokenFault::kNone ? Mode::kTokens : Mode::kOneByOne;
  if (fault != TokenFault::kNone && span_lines_) fail(Code::kInvalidJson, fault_word(fault));
  return Step::kBatch;
}

size_t LinesPass::find_stretch(std::string_view text) const {
  const bool all = feed_->complete();
  if (all && text.size() <= kStretch) return text.size();
  const std::string_view window = text.substr(0, kStretch);
  if (!span_lines_) {
    if (const size_t size = behind_last_line_end(window, all); size > 0) return size;
  }
  if (const size_t size = behind_last_value(window); size > 0) return size;
  // One record fills the window, or none is there. A record counts from its first byte.
  const size_t start = skip_blanks(text, 0);
  if (start > 0 && start >= window.size()) return start;
  const std::string_view record = text.substr(start, kMostRecord);
  if (!span_lines_) {
    const size_t line_end = find_line_end(record, 0);
    if (line_end + 1 < record.size()) return start + line_end + 1;
  }
  if (const size_t size = behind_last_value(record); size > 0) return start + size;
  return all && record.size() < kMostRecord ? text.size() : 0;
}

Step LinesPass::skip_line() {
  const std::string_view text = feed_->text();
  const size_t line_end = find_line_end(text, 0);
  feed_->use_up(line_end);
  if (line_end == text.size()) return feed_->complete() ? Step::kEnd : Step::kNeedsBytes;
  skipping_line_ = false;
  return Step::kBatch;
}

bool LinesPass::ends_well(size_t end) const {
  if (span_lines_ || (end < stretch_.size() && stretch_[end] == '\n')) return true;
  const size_t at = stretch_.find_first_not_of(" \t", end);
  const char next = at == std::string_view::npos ? behind_ : stretch_[at];
  return next == '\n' || next == '{' || next == '\r';
}

void LinesPass::read_tokens() {
  while (!paused() && token_ < tokens_->count()) {
    const size_t start = tokens_->at(token_);
    pass_blanks(start);
    const ReadOutcome outcome = tokens_->first(token_) == '{' ? reader_->read(*tokens_, token_) : ReadOutcome::kBroken;
    const size_t end = outcome == ReadOutcome::kRecord ? tokens_->at(token_ - 1) + 1 : start;
    if (outcome == ReadOutcome::kRecord &&
        (span_lines_ || !reader_->may_have_blanks() || !has_line_end(stretch_.substr(start, end - start))) && ends_well(end))
        [[likely]] {
      reader_->write(*tokens_, *rows_, line_);
      ++next_record_;
      line_used_ = true;
      if (span_lines_ && reader_->may_have_blanks()) line_ += count_lines_of(stretch_.substr(start, end - start));
      done_ = end;
      continue;
    }
    reader_->drop();
    take_outcome(outcome, start);
    token_ = static_cast<uint32_t>(std::lower_bound(tokens_->starts(), tokens_->starts() + tokens_->count(), done_) -
                                   tokens_->starts());
  }
  if (paused()) return;
  pass_blanks(stretch_.size());
  feed_->mend();
  feed_->use_up(stretch_.size());
  mode_ = Mode::kBetween;
}

void LinesPass::take_outcome(ReadOutcome outcome, size_t start) {
  if (outcome == ReadOutcome::kTooManyColumns) return fail(Code::kLimitExceeded, "columns");
  if (span_lines_)
    return outcome == ReadOutcome::kTooDeep ? fail(Code::kLimitExceeded, "depth") : fail(Code::kInvalidJson, "syntax");
  done_ = find_line_end(stretch_, start);
  // Without a line end here the line goes on behind the stretch.
  skipping_line_ = done_ == stretch_.size();
  reject_line(start);
}

/// The line that ends at `done_`, or goes on in the text behind the stretch, as far as that is here.
void LinesPass::reject_line(size_t start) {
  if (!skipping_line_) return reject(Code::kInvalidJsonRecord, stretch_.substr(start, done_ - start), true);
  feed_->mend();
  const std::string_view text = feed_->text();
  const size_t end = find_line_end(text, done_);
  reject(Code::kInvalidJsonRecord, text.substr(start, end - start), end < text.size() || feed_->complete());
}

void LinesPass::read_one_by_one() {
  for (;;) {
    if (paused()) return;
    const size_t start = skip_blanks(stretch_, done_);
    pass_blanks(start);
    if (start == stretch_.size()) break;
    read_one(stretch_.substr(start, find_line_end(stretch_, start) - start));
  }
  feed_->mend();
  feed_->use_up(stretch_.size());
  mode_ = Mode::kBetween;
}

void LinesPass::read_one(std::string_view rest) {
  const size_t start = done_;
  DepthState state;
  DepthFindings found;
  if (rest.starts_with('{')) found = scan_depth(rest.substr(1), kMaxDepth - 1, state);
  ReadOutcome outcome = ReadOutcome::kBroken;
  size_t size = 0;
  if (found.end != kNowhere) {
    size = found.end + 1;
    // A copy with zeros behind it, since the tokens are those of this object alone.
    copy_.assign(rest.substr(0, size)).append(64, '\0');
    uint32_t token = 0;
    if (tokens_->find(std::string_view(copy_).substr(0, size)) == TokenFault::kNone) outcome = reader_->read(*tokens_, token);
  }
  if (outcome != ReadOutcome::kRecord || !ends_well(start + size)) {
    reader_->drop();
    return take_outcome(outcome, start);
  }
  reader_->write(*tokens_, *rows_, line_);
  ++next_record_;
  line_used_ = true;
  done_ = start + size;
}

void LinesPass::pass_blanks(size_t to) {
  for (; done_ < to; ++done_) {
    const char c = stretch_[done_];
    if (c != '\n' && (c != '\r' || (done_ + 1 < to && stretch_[done_ + 1] == '\n'))) continue;
    ++line_;
    if (!line_used_) ++batch_->blank_lines;
    line_used_ = false;
  }
}

void LinesPass::reject(Code code, std::string_view text, bool whole) {
  batch_->broken.push_back(broken_text(batch_->size(), text, whole));
  rows_->begin(line_);
  rows_->remark(code, -1);
  rows_->end();
  ++next_record_;
  line_used_ = true;
}

}  // namespace npscope::json
