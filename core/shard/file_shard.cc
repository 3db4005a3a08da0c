// SPDX-License-Identifier: MIT
// The life of a file: fill the sample, decide once, then block by block from bytes to counts.
#include "core/shard/file_shard.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "core/base/utf8.h"
#include "core/format/detect.h"

namespace npscope {
namespace {

constexpr size_t kSample = 1 << 20;
constexpr size_t kBlock = 4 << 20;
/// Text of other encodings is decoded in smaller steps: it can grow to three times its bytes.
constexpr size_t kDecodeStep = 1 << 20;
constexpr size_t kMostColumns = 16384;
constexpr size_t kSampleRecords = 1000;

/// Not even the first record ends within the sample.
Code why_no_header(std::string_view text, const csv::Dialect& dialect) {
  const csv::Sample start = csv::read_sample(text, true, dialect, 1);
  const bool wide = !start.records.empty() && start.records.front().size() > kMostColumns;
  return wide ? Code::kTooManyColumns : Code::kRecordTooLong;
}

}  // namespace

FileShard::FileShard(std::string name, uint64_t size, const ReadOptions& options)
    : name_(std::move(name)), size_(size), options_(options) {
  if (size == 0) fail(Code::kEmptyFile);
}

ByteRange FileShard::want() const {
  if (failure_ || received_ == size_) return {received_, 0};
  const size_t room = capacity_ == 0 ? kBlock : capacity_ - filled_;
  return {received_, std::min<uint64_t>(room, size_ - received_)};
}

bool FileShard::room_for(uint64_t length) {
  if (capacity_ == 0) {
    const size_t capacity = std::min<uint64_t>(kBlock, size_);
    block_.reset(new (std::nothrow) char[capacity]);
    if (block_ == nullptr) return false;
    capacity_ = capacity;
  }
  return length <= capacity_ - filled_;
}

char* FileShard::reserve(uint64_t length) {
  NPS_CHECK(length <= want().length);
  if (!room_for(length)) {
    fail(Code::kOutOfMemory);
    return nullptr;
  }
  return block_.get() + filled_;
}

void FileShard::commit(uint64_t length) {
  if (failure_) return;
  NPS_CHECK(length <= capacity_ - filled_);
  hash_.add({block_.get() + filled_, static_cast<size_t>(length)});
  filled_ += length;
  received_ += length;
  const bool final = received_ == size_;
  if (!plan_ && (final || filled_ >= kSample)) decide();
  if (!failure_ && (final || filled_ == capacity_)) parse(final);
}

void FileShard::fail(Code code, std::string detail) {
  if (failure_) return;
  failure_ = Failure{code, std::move(detail)};
  block_.reset();
  capacity_ = filled_ = 0;
  text_ = {};
}

void FileShard::close() {
  if (!failure_ && received_ != size_) fail(Code::kSourceChanged);
  if (failure_) return;
  hash_text_ = hash_.hex();
  if (ledger_.read() == 0) fail(Code::kNoRecords);
  if (!rows_) block_.reset();
}

void FileShard::decide() {
  const std::string_view sample(block_.get(), std::min(filled_, kSample));
  const bool whole = sample.size() == size_;
  plan_.emplace();
  plan_->format = detect_format(sample);
  if (plan_->format == "binary") return fail(Code::kBinaryFile);
  if (plan_->format != "csv") return fail(Code::kUnsupportedFormat, std::string(plan_->format));
  plan_->encoding = guess_encoding(sample, whole);
  if (options_.encoding) plan_->encoding = {*options_.encoding, 1, mark_size(sample, *options_.encoding)};
  skip_ = plan_->encoding.mark_size;
  if (whole && sample.size() == skip_) return fail(Code::kEmptyFile);
  std::string decoded;
  std::string_view text = sample.substr(skip_);
  if (plan_->encoding.encoding != Encoding::kUtf8) {
    Decoder(plan_->encoding.encoding).decode(text, whole, decoded);
    text = decoded;
    decoder_.emplace(plan_->encoding.encoding);
  }
  plan_->dialect = csv::sniff_dialect(text, whole, options_.delimiter);
  const csv::Sample cells = csv::read_sample(text, whole, plan_->dialect, kSampleRecords);
  if (!cells.records.empty() && cells.records.front().size() > kMostColumns) return fail(Code::kTooManyColumns);
  if (cells.records.empty()) return fail(whole ? Code::kNoRecords : why_no_header(text, plan_->dialect));
  MappingOutcome outcome = choose_mapping(cells.records, options_.mapping);
  plan_->mapping = std::move(outcome.mapping);
  if (outcome.failure) {
    const bool only_header = whole && cells.records.size() <= plan_->mapping.header_records;
    const bool nothing_to_see = only_header && outcome.failure->code == Code::kNoScoreColumn;
    return nothing_to_see ? fail(Code::kNoRecords) : fail(outcome.failure->code, outcome.failure->detail);
  }
  reader_.emplace(plan_->dialect.marks, options_.kernel);
  reader_->skip_lines(plan_->dialect.separator_line > 0 ? 1 : 0);
  responses_.emplace(plan_->mapping.score, plan_->mapping.columns.size(), plan_->dialect.marks, options_.mapping.missing);
  if (options_.keep_all) rows_.emplace();
  plan_groups();
  remark_plan();
}

void FileShard::plan_groups() {
  for (const Grouping& grouping : options_.group_by) {
    const auto column = grouping.by_month ? plan_->mapping.date : find_column(plan_->mapping.columns, grouping.column);
    if (!column) return fail(Code::kUnknownColumn, "group-by");
    groups_.emplace_back(GroupedCounts::Plan{grouping.by_month, *column, plan_->mapping.date_order, plan_->dialect.marks});
    group_names_.push_back(plan_->mapping.columns[*column].name);
  }
}

void FileShard::remark_plan() {
  for (const Mapping::Remark& remark : plan_->mapping.remarks) {
    issues_.add(remark.code, IssuePlace{1, 1, remark.column});
  }
  if (plan_->encoding.confidence < 0.6) issues_.add(Code::kEncodingUncertain, IssuePlace{1, 1, -1});
}

void FileShard::parse(bool final) {
  if (decoder_) {
    parse_decoded(final);
  } else {
    parse_utf8(final);
  }
}

/// The text of UTF-8 is the block itself.
void FileShard::parse_utf8(bool final) {
  if (skip_ > 0 || (records() == 0 && ledger_.blank_lines == 0)) skip_ += std::exchange(plan_->dialect.separator_line, 0);
  const size_t parsed = skip_ + read_records({block_.get() + skip_, filled_ - skip_}, final);
  skip_ = 0;
  if (!final) replace_block(parsed);
  if (final && rows_) rows_->keep_block(std::move(block_), filled_);
}

void FileShard::parse_decoded(bool final) {
  std::string_view bytes(block_.get() + skip_, filled_ - skip_);
  skip_ = 0;
  size_t to_skip = std::exchange(plan_->dialect.separator_line, 0);
  while (!bytes.empty() || final) {
    const std::string_view step = bytes.substr(0, kDecodeStep);
    bytes.remove_prefix(step.size());
    const bool last = final && bytes.empty();
    decoder_->decode(step, last, text_);
    const size_t parsed = to_skip + read_records(std::string_view(text_).substr(to_skip), last);
    to_skip = 0;
    if (rows_) {
      std::unique_ptr<char[]> kept(new (std::nothrow) char[text_.size()]);
      if (kept == nullptr) return fail(Code::kOutOfMemory);
      std::memcpy(kept.get(), text_.data(), text_.size());
      rows_->keep_block(std::move(kept), text_.size());
    }
    text_.erase(0, parsed);
    if (last) break;
  }
  filled_ = 0;
}

/// Makes room for the next bytes and moves what is not parsed yet to its front.
void FileShard::replace_block(size_t parsed) {
  const size_t rest = filled_ - parsed;
  const bool reuse = !rows_ && rest <= kBlock / 2 && capacity_ <= kBlock;
  if (reuse) {
    std::memmove(block_.get(), block_.get() + parsed, rest);
  } else {
    const size_t capacity = rest + kBlock;
    std::unique_ptr<char[]> next(new (std::nothrow) char[capacity]);
    if (next == nullptr) return fail(Code::kOutOfMemory);
    std::memcpy(next.get(), block_.get() + parsed, rest);
    if (rows_) rows_->keep_block(std::move(block_), filled_);
    block_ = std::move(next);
    capacity_ = capacity;
  }
  filled_ = rest;
}

/// Reads all whole records of `text`; returns how many bytes they take.
size_t FileShard::read_records(std::string_view text, bool final) {
  size_t at = 0;
  while (const size_t taken = reader_->next(text.substr(at), final, batch_)) {
    if (rows_) {
      const size_t base = static_cast<size_t>(text.data() - (decoder_ ? text_.data() : block_.get())) + at;
      for (size_t r = 0; r < batch_.size(); ++r) rows_->note_record(static_cast<uint32_t>(base + batch_.position(r)));
    }
    look_at_text(taken);
    take_batch();
    at += taken;
  }
  return at;
}

void FileShard::take_batch() {
  ledger_.blank_lines += batch_.blank_lines;
  const uint64_t header = plan_->mapping.header_records;
  const uint64_t skipped = batch_.first_record > header ? 0 : header - batch_.first_record + 1;
  const size_t first = std::min<uint64_t>(skipped, batch_.size());
  if (first < batch_.size()) count_responses(first);
}

void FileShard::count_responses(size_t first) {
  responses_->read(batch_, first, response_batch_);
  const auto score_column = static_cast<int32_t>(plan_->mapping.score);
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code reason = response_batch_.reasons[i];
    if (reason == Code::kNone) [[likely]] {
      scores_.add(response_batch_.scores[i]);
      continue;
    }
    ++ledger_.reasons[static_cast<size_t>(reason)];
    const bool whole_record = reason == Code::kTooFewCells || reason == Code::kTooManyCells || reason == Code::kRecordTooLong;
    if (reason != Code::kUnclosedQuote) remark(reason, first + i, whole_record ? -1 : score_column);
  }
  for (const uint32_t i : response_batch_.short_records) remark(Code::kTooFewCells, first + i, -1);
  for (const RecordRemark& found : batch_.remarks) {
    if (found.record >= first && found.code != Code::kRecordTooLong) remark(found.code, found.record, found.column);
  }
  for (GroupedCounts& group : groups_) {
    bad_dates_.clear();
    group.add(batch_, first, response_batch_, bad_dates_);
    for (const uint32_t i : bad_dates_) {
      remark(Code::kDateInvalid, first + i, plan_->mapping.date ? static_cast<int32_t>(*plan_->mapping.date) : -1);
    }
  }
  uint64_t reasons = 0;
  for (const Code reason : response_batch_.reasons) reasons += reason == Code::kNone ? 0 : 1;
  ledger_.accepted += response_batch_.reasons.size() - reasons;
}

/// Counts cells with invalid bytes and NUL characters; the cells are searched only when the batch has any.
void FileShard::look_at_text(size_t taken) {
  const TextFaults faults = find_text_faults(batch_.text.substr(0, taken));
  if (!faults.invalid && !faults.nul) return;
  for (size_t r = 0; r < batch_.size(); ++r) {
    for (size_t c = 0; c < batch_.cell_count(r); ++c) {
      const TextFaults cell = find_text_faults(batch_.raw_cell(r, c));
      if (cell.invalid) remark(Code::kInvalidText, r, static_cast<int32_t>(c));
      if (cell.nul) remark(Code::kNulCharacter, r, static_cast<int32_t>(c));
    }
  }
}

void FileShard::remark(Code code, size_t record, int32_t column) {
  const uint64_t number = batch_.first_record + record;
  if (!issues_.wants_example(code, number)) {
    issues_.add(code, 1);
    return;
  }
  const size_t position = batch_.cell_count(record) == 0 ? 0 : batch_.position(record);
  const uint64_t line = batch_.first_line + count_line_ends(batch_.text.substr(0, position));
  issues_.add(code, IssuePlace{number, line, column});
}

std::vector<KeyedCounts> FileShard::groups() const {
  std::vector<KeyedCounts> all;
  all.reserve(groups_.size());
  for (const GroupedCounts& group : groups_) all.push_back(group.counts());
  return all;
}

std::optional<std::vector<std::string>> FileShard::cells(uint64_t record) const {
  if (!rows_ || !plan_) return std::nullopt;
  return rows_->cells(record, plan_->dialect.marks);
}

}  // namespace npscope
