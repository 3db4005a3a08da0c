// SPDX-License-Identifier: MIT
// The first two lines are looked at alone, since a fault in them may only mean that the file is lines and no document.
#include "core/format/json/first_pass.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/format/json/blanks.h"
#include "core/format/json/cuts.h"

namespace npscope::json {
namespace {

/// Arrays that hold the records of an interface's answer, and may be empty.
constexpr std::array<std::string_view, 4> kRecordArrays = {"responses", "data", "items", "results"};

bool holds_records(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('.') + 1);
  return path.empty() || std::ranges::find(kRecordArrays, name) != kRecordArrays.end();
}

}  // namespace

Step FirstPass::step(Failure& failure) {
  if (skipping_) return skip_table(failure);
  if (document_ended_) return look_behind(failure);
  const std::string_view text = feed_->text();
  if (text.empty()) {
    if (!feed_->complete()) return Step::kNeedsBytes;
    return fault(failure, Code::kInvalidJson, outline_.started() ? "syntax" : "empty");
  }
  size_t size = find_stretch(text);
  if (size == 0) {
    if (!feed_->complete() && text.size() < kMostRecord) return Step::kNeedsBytes;
    if (text.size() > kMostRecord) return fault(failure, Code::kLimitExceeded, "record");
    size = text.size();
  }
  const Step step = walk(feed_->cut(size), failure);
  feed_->mend();
  return step;
}

size_t FirstPass::find_stretch(std::string_view text) const {
  if (lines_ < 2) {
    const size_t line_end = text.find('\n');
    if (line_end < kMostRecord) return line_end + 1;
  }
  if (feed_->complete() && text.size() <= kStretch) return text.size();
  const size_t size = behind_last_mark(text.substr(0, kStretch));
  return size > 0 ? size : behind_last_mark(text.substr(0, kMostRecord));
}

Step FirstPass::walk(std::string_view stretch, Failure& failure) {
  const TokenFault token_fault = tokens_->find(stretch);
  if (token_fault != TokenFault::kNone) return fault(failure, Code::kInvalidJson, fault_word(token_fault));
  if (!outline_.started()) lines_before_ = lines_ + count_line_ends(stretch.substr(0, tokens_->at(0)));
  uint32_t token = 0;
  switch (outline_.run(*tokens_, token)) {
    case Outline::Stop::kDocumentEnd: {
      const size_t behind = tokens_->at(token);
      const size_t last = tokens_->at(token - 1);
      value_lines_ = lines_ + count_line_ends(stretch.substr(0, last)) - lines_before_;
      line_ended_behind_ = count_line_ends(stretch.substr(last, behind - last)) > 0;
      document_ended_ = true;
      use_up(behind);
      return Step::kBatch;
    }
    case Outline::Stop::kTooDeep:
      return fault(failure, Code::kLimitExceeded, "depth");
    case Outline::Stop::kTooManyTables:
      return fault(failure, Code::kLimitExceeded, "tables");
    case Outline::Stop::kBroken:
      return fault(failure, Code::kInvalidJson, "syntax");
    case Outline::Stop::kElement:
    case Outline::Stop::kTokensEnd:
      break;
  }
  use_up(stretch.size());
  if (!outline_.in_table()) return Step::kBatch;
  if (!outline_.is_object()) {
    // The document is the table.
    tables_ = outline_.tables();
    return found(Layout::kTables);
  }
  skipping_ = true;
  skipped_ = {.depth = static_cast<uint32_t>(outline_.depth_in_table())};
  objects_ = 0;
  return Step::kBatch;
}

Step FirstPass::skip_table(Failure& failure) {
  const std::string_view text = feed_->text();
  if (text.empty()) return feed_->complete() ? fault(failure, Code::kInvalidJson, "syntax") : Step::kNeedsBytes;
  const auto most_depth = static_cast<uint32_t>(kMaxDepth - outline_.depth() + outline_.depth_in_table());
  const DepthFindings findings = scan_depth(text, most_depth, skipped_);
  if (findings.too_deep) return fault(failure, Code::kLimitExceeded, "depth");
  objects_ += findings.objects;
  const bool ended = findings.end != kNowhere;
  use_up(ended ? findings.end - 1 : text.size());
  if (ended) {
    skipping_ = false;
    outline_.leave_table(objects_);
  }
  return Step::kBatch;
}

Step FirstPass::look_behind(Failure& failure) {
  const std::string_view text = feed_->text();
  const size_t next = skip_blanks(text, 0);
  line_ended_behind_ = line_ended_behind_ || count_line_ends(text.substr(0, next)) > 0;
  feed_->use_up(next);
  if (next == text.size()) return feed_->complete() ? finish(failure) : Step::kNeedsBytes;
  if (outline_.is_object()) {
    if (text[next] == '{') return found(value_lines_ == 0 ? Layout::kLines : Layout::kObjects);
    const bool more_lines = text.substr(next).find("\n{") != std::string_view::npos;
    if (value_lines_ == 0 && line_ended_behind_ && more_lines) return found(Layout::kLines);
  }
  failure = {Code::kInvalidJson, "trailing"};
  return Step::kFailed;
}

Step FirstPass::finish(Failure& failure) {
  tables_ = outline_.tables();
  if (!tables_.empty()) return found(Layout::kTables);
  for (const std::string& path : outline_.empty_arrays()) {
    if (!holds_records(path)) continue;
    tables_.push_back({.path = path});
    return found(Layout::kTables);
  }
  if (outline_.is_object() && size_ <= kMostRecord) return found(Layout::kObject);
  failure = outline_.is_object() ? Failure{Code::kLimitExceeded, "record"} : Failure{Code::kNoTable, "json"};
  return Step::kFailed;
}

Step FirstPass::fault(Failure& failure, Code code, std::string_view detail) {
  if (lines_ < 2 && (second_line_is_object() || first_object_is_whole())) return found(Layout::kLines);
  failure = {code, std::string(detail)};
  return Step::kFailed;
}

bool FirstPass::second_line_is_object() {
  feed_->mend();
  std::string_view text = feed_->text();
  if (lines_ == lines_before_) {
    const size_t start = skip_blanks(text, 0);
    if (!text.substr(start).starts_with('{')) return false;
    text.remove_prefix(find_line_end(text, start));
  } else if (!outline_.is_object() || lines_ != lines_before_ + 1) {
    return false;
  }
  text.remove_prefix(skip_blanks(text, 0));
  const size_t size = find_line_end(text, 0);
  return is_object(text.substr(0, size));
}

bool FirstPass::first_object_is_whole() {
  feed_->mend();
  if (outline_.started()) return false;
  std::string_view text = feed_->text();
  text.remove_prefix(skip_blanks(text, 0));
  if (!text.starts_with('{')) return false;
  DepthState state;
  const DepthFindings findings = scan_depth(text.substr(1, find_line_end(text, 0) - 1), kMaxDepth - 1, state);
  if (findings.end == kNowhere) return false;
  const size_t size = findings.end + 1;
  const size_t next = skip_blanks(text, size);
  return next < text.size() && text[next] == '{' && is_object(text.substr(0, size));
}

bool FirstPass::is_object(std::string_view text) {
  if (text.size() > kMostRecord || !text.starts_with('{')) return false;
  const std::string copy = std::string(text) + std::string(64, '\0');
  if (tokens_->find(std::string_view(copy).substr(0, text.size())) != TokenFault::kNone) return false;
  Grammar grammar;
  uint32_t i = 0;
  Taken taken = Taken::kGoesOn;
  while (taken == Taken::kGoesOn && i < tokens_->count()) taken = grammar.take(*tokens_, i++);
  return taken == Taken::kValueDone && i == tokens_->count();
}

void FirstPass::use_up(size_t size) {
  lines_ += count_line_ends(feed_->text().substr(0, size));
  size_ += size;
  feed_->use_up(size);
}

}  // namespace npscope::json
