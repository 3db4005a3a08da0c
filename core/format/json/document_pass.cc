// SPDX-License-Identifier: MIT
// In the table a stretch ends where an element seems to end: "}, {" near the end of the window. Finding its tokens proves that this
// is outside strings, and reading its elements that it is no deeper; only otherwise the depth scan is needed.
#include "core/format/json/document_pass.h"

#include "core/format/json/blanks.h"
#include "core/format/json/cuts.h"

namespace npscope::json {

Step DocumentPass::step(RecordBatch& batch, Failure& failure) {
  rows_->start(batch, next_record_);
  if (!reading_) {
    const Step step = next_stretch();
    if (step != Step::kBatch) return step;
  }
  if (reading_ && !paused()) read();
  rows_->finish();
  if (failure_.code == Code::kNone) return Step::kBatch;
  failure = failure_;
  return Step::kFailed;
}

Step DocumentPass::next_stretch() {
  const std::string_view blanks = feed_->text().substr(0, skip_blanks(feed_->text(), 0));
  line_ += count_line_ends(blanks);
  feed_->use_up(blanks.size());
  const std::string_view text = feed_->text();
  if (document_ended_) return pass_end(text);
  size_t size = find_stretch(text);
  if (size == 0) {
    if (!feed_->complete() && text.size() < kMostRecord) return Step::kNeedsBytes;
    if (text.empty() || text.size() > kMostRecord) {
      fail(text.empty() ? Code::kInvalidJson : Code::kLimitExceeded, text.empty() ? "syntax" : "record");
      return Step::kBatch;
    }
    cut_ = Cut::kSure;
    size = text.size();
  }
  stretch_ = feed_->cut(size);
  token_ = 0;
  counted_ = 0;
  has_lines_ = has_line_end(stretch_);
  reading_ = true;
  const TokenFault fault = tokens_->find(stretch_);
  if (fault == TokenFault::kNone) return Step::kBatch;
  if (fault != TokenFault::kOpenString || cut_ != Cut::kGuessed) {
    fail(Code::kInvalidJson, fault_word(fault));
  } else {
    cut_failed_ = true;
    end_stretch(0);
  }
  return Step::kBatch;
}

Step DocumentPass::pass_end(std::string_view text) {
  if (text.empty()) return feed_->complete() ? Step::kEnd : Step::kNeedsBytes;
  fail(Code::kInvalidJson, "trailing");
  return Step::kBatch;
}

size_t DocumentPass::find_stretch(std::string_view text) {
  cut_ = Cut::kSure;
  if (whole_) return feed_->complete() && text.size() <= kMostRecord ? text.size() : 0;
  if (feed_->complete() && text.size() <= kStretch) return text.size();
  const std::string_view window = text.substr(0, kStretch);
  const bool at_element = outline_.in_open_table() && outline_.depth_in_table() == 0;
  if (!at_element) {
    cut_ = Cut::kMark;
    const size_t size = behind_last_mark(window);
    return size > 0 ? size : behind_last_mark(text.substr(0, kMostRecord));
  }
  size_t size = cut_failed_ ? 0 : guess_last_element(window);
  if (size > 0) {
    cut_ = Cut::kGuessed;
    return size;
  }
  size = behind_last_element(window);
  if (size == 0) size = behind_last_element(text.substr(0, kMostRecord));
  return size;
}

void DocumentPass::read() {
  if (whole_) {
    document_ended_ = read_record();
    if (document_ended_) end_stretch(tokens_->at(token_));
    return;
  }
  while (!paused() && reading_) {
    switch (outline_.run(*tokens_, token_)) {
      case Outline::Stop::kElement:
        read_elements();
        break;
      case Outline::Stop::kTokensEnd:
        end_stretch(stretch_.size());
        break;
      case Outline::Stop::kDocumentEnd:
        document_ended_ = true;
        end_stretch(tokens_->at(token_));
        break;
      case Outline::Stop::kTooDeep:
        fail(Code::kLimitExceeded, "depth");
        break;
      case Outline::Stop::kTooManyTables:
        fail(Code::kLimitExceeded, "tables");
        break;
      case Outline::Stop::kBroken:
        fail(Code::kInvalidJson, "syntax");
        break;
    }
  }
}

void DocumentPass::read_elements() {
  if (tokens_->first(token_) != '{') {
    count_lines(tokens_->at(token_));
    rows_->begin(line_);
    rows_->remark(Code::kInvalidJsonRecord, -1);
    rows_->end();
    ++next_record_;
    outline_.walk_element();
    return;
  }
  reader_->set_outer_depth(outline_.depth());
  while (read_record()) {
    cut_failed_ = false;
    outline_.element_read();
    if (paused() || tokens_->first(token_) != ',' || tokens_->first(token_ + 1) != '{') return;
    ++token_;
    outline_.comma_read();
  }
}

bool DocumentPass::read_record() {
  const size_t start = tokens_->at(token_);
  const ReadOutcome outcome = reader_->read(*tokens_, token_);
  switch (outcome) {
    case ReadOutcome::kRecord:
      count_lines(start);
      reader_->write(*tokens_, *rows_, line_);
      ++next_record_;
      if (!reader_->may_have_blanks()) counted_ = tokens_->at(token_ - 1) + 1;
      return true;
    case ReadOutcome::kCut:
      element_was_cut();
      break;
    case ReadOutcome::kBroken:
      fail(Code::kInvalidJson, "syntax");
      break;
    case ReadOutcome::kTooDeep:
      fail(Code::kLimitExceeded, "depth");
      break;
    case ReadOutcome::kTooManyColumns:
      fail(Code::kLimitExceeded, "columns");
      break;
  }
  return false;
}

void DocumentPass::element_was_cut() {
  if (cut_ == Cut::kSure) return fail(Code::kInvalidJson, "syntax");
  // Without an element in between the same cut would be made again.
  const size_t start = tokens_->at(token_);
  if (token_ <= 1) cut_failed_ = true;
  end_stretch(start);
}

void DocumentPass::end_stretch(size_t size) {
  count_lines(size);
  feed_->mend();
  feed_->use_up(size);
  reading_ = false;
}

void DocumentPass::count_lines(size_t to) {
  if (has_lines_) line_ += count_lines_of(stretch_.substr(counted_, to - counted_));
  counted_ = to;
}

}  // namespace npscope::json
