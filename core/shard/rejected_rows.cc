// SPDX-License-Identifier: MIT
// One way for all kinds: five or six cells and then the source's, each given to the sheet or written as CSV.
#include "core/shard/rejected_rows.h"

#include <algorithm>
#include <utility>

#include "core/base/number_text.h"
#include "core/base/short_copy.h"
#include "core/shard/formula_guard.h"

namespace npscope {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kSheetName = "npscope";

/// Delimiters that a CSV file can have; sheets and documents have a byte that nobody types, and a forced one may be anything.
bool is_delimiter(char c) { return static_cast<unsigned char>(c) >= 0x20 ? c != '"' && c != '\x7F' : c == '\t'; }

/// Without a way out, so that the compiler makes vectors of it.
bool has_marks(std::string_view text, char delimiter) {
  unsigned found = 0;
  for (const char c : text)
    found |= (c == delimiter ? 1U : 0U) | (c == '"' ? 1U : 0U) | (c == '\r' ? 1U : 0U) | (c == '\n' ? 1U : 0U);
  return found != 0;
}

}  // namespace

bool ReasonTexts::set(std::string_view code_name, std::string_view text) {
  const Code code = code_named(code_name);
  if (code != Code::kNone) texts_[static_cast<size_t>(code)] = text;
  return code != Code::kNone;
}

std::string_view ReasonTexts::of(Code code) const {
  const std::string& text = texts_[static_cast<size_t>(code)];
  return text.empty() ? code_name(code) : text;
}

RejectedRows::RejectedRows(RejectSource source, RejectForm form, const ReasonTexts& reasons)
    : source_(std::move(source)), reasons_(reasons), guard_(form.guard && form.kind != RejectKind::kXlsx) {
  if (form.kind == RejectKind::kSourceCsv && is_delimiter(source_.marks.delimiter)) delimiter_ = source_.marks.delimiter;
  if (form.kind == RejectKind::kXlsx) {
    sheet_ = std::make_unique<xlsx::Writer>(std::string(kSheetName));
  } else {
    text_ = kMark;
  }
}

void RejectedRows::begin_record() {
  first_cell_ = true;
  if (sheet_ != nullptr) sheet_->begin_row();
}

/// Without the guard, texts that look guarded get one all the same: whoever takes guards off gives back what was there.
void RejectedRows::cell(std::string_view text) {
  const bool looks_guarded = unguarded(text).size() != text.size();
  const bool guard = looks_guarded || (guard_ && needs_guard(text));
  if (guard) {
    guarded_ = guarded(text);
    text = guarded_;
  }
  if (sheet_ != nullptr) return sheet_->cell(text);
  if (!first_cell_) text_.push_back(delimiter_);
  first_cell_ = false;
  if (!guard && !has_marks(text, delimiter_)) {
    append_short(text_, text);
    return;
  }
  text_.push_back('"');
  for (size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
    text_.append(text.substr(0, quote)).append("\"\"");
    text.remove_prefix(quote + 1);
  }
  text_.append(text).push_back('"');
}

void RejectedRows::cells_of(const RecordBatch& batch, size_t record) {
  for (size_t c = 0; c < batch.cell_count(record); ++c)
    cell(cell_text(batch.raw_cell(record, c), source_.marks.quote, unquoted_));
}

/// In other header records the cells of the columns in front are empty.
void RejectedRows::own_names(bool header_of_names) {
  for (const std::string_view name : kRejectNames) cell(header_of_names ? name : std::string_view());
  if (source_.has_broken) cell(header_of_names ? kRejectTextName : std::string_view());
}

void RejectedRows::put_broken(const RecordBatch& batch, size_t record) {
  const auto found = std::ranges::lower_bound(batch.broken, record, {}, &BrokenText::record);
  const bool broken = found != batch.broken.end() && found->record == record;
  if (broken && !found->whole) ++cut_records_;
  cell(broken ? found->text : std::string_view());
}

void RejectedRows::end_record(bool header) {
  if (sheet_ == nullptr) {
    text_.append("\r\n");
  } else if (header) {
    sheet_->end_header_row();
  } else {
    sheet_->end_row();
  }
}

void RejectedRows::put_names(const RecordBatch* batch, size_t record) {
  named_ = true;
  begin_record();
  own_names(true);
  if (batch != nullptr) {
    cells_of(*batch, record);
  } else {
    for (const std::string& name : source_.names) cell(name);
  }
  end_record(true);
}

void RejectedRows::add_header(const RecordBatch& batch, size_t record, bool names) {
  if (names) return put_names(&batch, record);
  begin_record();
  own_names(false);
  cells_of(batch, record);
  end_record(true);
}

void RejectedRows::add(const RecordBatch& batch, size_t record, Code reason) {
  if (!named_) put_names(nullptr, 0);
  ++records_;
  begin_record();
  put_own_cells(batch.number(record), reason);
  if (source_.has_broken) put_broken(batch, record);
  cells_of(batch, record);
  end_record(false);
}

/// What stands before and behind the number is the same for all records of a reason, and is made once.
void RejectedRows::put_own_cells(uint64_t number, Code reason) {
  if (sheet_ != nullptr) {
    cell(source_.file);
    cell(std::to_string(number));
    return own_cells_behind(reason);
  }
  if (before_number_.empty()) before_number_ = written([this] { cell(source_.file); });
  first_cell_ = false;
  std::string& behind = behind_number_[static_cast<size_t>(reason)];
  if (behind.empty()) behind = written([this, reason] { own_cells_behind(reason); });
  append_short(text_, before_number_);
  text_.push_back(delimiter_);
  append_unsigned(text_, number);
  append_short(text_, behind);
}

void RejectedRows::own_cells_behind(Code reason) {
  cell(code_name(reason));
  cell(reasons_.of(reason));
  cell(std::string(kSourceMark) + source_.hash);
}

/// What `write` puts into the text, as it is behind the cells before it.
std::string RejectedRows::written(const auto& write) {
  const size_t before = text_.size();
  write();
  std::string part = text_.substr(before);
  text_.resize(before);
  return part;
}

void RejectedRows::finish() {
  if (!named_) put_names(nullptr, 0);
  if (sheet_ != nullptr) sheet_->finish();
}

}  // namespace npscope
