// SPDX-License-Identifier: MIT
// The file is read once for the names of its tables, and once more for each table that is opened, up to that table's end.
#include "core/format/html/html_source.h"

#include <optional>
#include <string_view>

#include "core/format/html/file_text.h"
#include "core/format/html/spreadsheet_ml.h"
#include "core/format/html/table_reader.h"
#include "core/format/html/tokenizer.h"
#include "core/format/sheet/row_writer.h"

namespace npscope::html {
namespace {

/// Each table that is opened is a new reading of the file up to its end.
constexpr size_t kMostTables = 256;

bool is_unicode(Encoding encoding) {
  return encoding == Encoding::kUtf8 || encoding == Encoding::kUtf16le || encoding == Encoding::kUtf16be;
}

/// A tokenizer, the text that it reads and the reader of its tokens, in step.
template <class Tokens, class Reader>
class Reading {
 public:
  /// `declared`: the text may declare an encoding that is not the one it is in any more.
  Reading(FileText text, Reader reader, bool declared)
      : text_(std::move(text)), reader_(std::move(reader)), declared_(declared) {}

  /// Takes one token. kNeedsText: take(want()) comes first; kDone and kFailed: the document is at its end.
  xml::TokenKind advance() {
    for (;;) {
      if (!growing_) {
        const xml::Token& token = tokens_.next();
        if (token.kind != xml::TokenKind::kNeedsText) {
          reader_.take(token, tokens_);
          return token.kind;
        }
        text_.use(tokens_.consumed());
        tokens_.give({}, false);
        growing_ = true;
      }
      if (!text_.more()) return xml::TokenKind::kNeedsText;
      growing_ = false;
      if (declared_) drop_declaration();
      tokens_.give(text_.window(), text_.final());
    }
  }

  [[nodiscard]] FileText& text() { return text_; }
  [[nodiscard]] Reader& reader() { return reader_; }
  [[nodiscard]] const Tokens& tokens() const { return tokens_; }

 private:
  void drop_declaration() {
    declared_ = false;
    const size_t end = text_.window().starts_with("<?xml") ? text_.window().find("?>") : std::string_view::npos;
    if (end != std::string_view::npos) text_.use(end + 2);
  }

  FileText text_;
  Tokens tokens_;
  Reader reader_;
  bool declared_ = false;
  bool growing_ = false;
};

using Page = Reading<Tokenizer, TableReader>;
using Workbook = Reading<xml::Tokenizer, WorksheetReader>;

/// Why the document of a reading failed.
Failure failure_of(const Workbook& reading) { return reading.tokens().failure(); }
Failure failure_of(const Page& /*reading*/) { return {Code::kDamagedFile, "html"}; }

}  // namespace

struct HtmlSource::Machine {
  enum class Phase : uint8_t { kTables, kRows, kEnd };

  Markup markup = Markup::kHtml;
  Encoding encoding = Encoding::kUtf8;
  size_t mark_size = 0;
  uint64_t file_size = 0;
  const DoubleByteTables* double_bytes = nullptr;

  Phase phase = Phase::kTables;
  std::optional<Page> page;
  std::optional<Workbook> workbook;
  sheet::RowWriter rows;
  bool batch_given = false;
  size_t width = kMostSheetColumns;
  std::vector<TableInfo> tables;
  std::optional<Failure> failure;

  void open(TableReader page_reader, WorksheetReader workbook_reader);
  Step fail(Failure why);
  Step step(RecordBatch& batch);
  template <class Reading>
  Step read_tables(Reading& reading);
  template <class Reading>
  Step read_rows(Reading& reading, RecordBatch& batch);
  Step give_batch(RecordBatch& batch);
};

void HtmlSource::Machine::open(TableReader page_reader, WorksheetReader workbook_reader) {
  FileText text(encoding, mark_size, file_size, double_bytes);
  if (markup == Markup::kHtml) {
    page.emplace(std::move(text), std::move(page_reader), false);
  } else {
    workbook.emplace(std::move(text), std::move(workbook_reader), !is_unicode(encoding));
  }
}

Step HtmlSource::Machine::fail(Failure why) {
  failure = std::move(why);
  return Step::kFailed;
}

Step HtmlSource::Machine::step(RecordBatch& batch) {
  batch.clear();
  if (failure) return Step::kFailed;
  if (phase == Phase::kEnd) return Step::kEnd;
  if (phase == Phase::kTables) return page ? read_tables(*page) : read_tables(*workbook);
  if (batch_given) rows.start();
  batch_given = false;
  return page ? read_rows(*page, batch) : read_rows(*workbook, batch);
}

template <class Reading>
Step HtmlSource::Machine::read_tables(Reading& reading) {
  for (;;) {
    const xml::TokenKind kind = reading.advance();
    if (kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (kind == xml::TokenKind::kFailed) return fail(failure_of(reading));
    if (kind == xml::TokenKind::kDone) break;
    if (reading.reader().tables().size() > kMostTables) return fail({Code::kLimitExceeded, "tables"});
  }
  tables = std::move(reading.reader().tables());
  if (tables.empty()) return fail({Code::kNoTable, {}});
  phase = Phase::kEnd;
  return Step::kEnd;
}

template <class Reading>
Step HtmlSource::Machine::read_rows(Reading& reading, RecordBatch& batch) {
  while (!reading.reader().done()) {
    const xml::TokenKind kind = reading.advance();
    if (kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (kind == xml::TokenKind::kFailed) return fail(failure_of(reading));
    if (kind == xml::TokenKind::kDone) break;
    if (rows.full()) return give_batch(batch);
  }
  phase = Phase::kEnd;
  return give_batch(batch);
}

Step HtmlSource::Machine::give_batch(RecordBatch& batch) {
  rows.give(batch);
  batch_given = true;
  return Step::kBatch;
}

HtmlSource::HtmlSource(Markup markup, Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables)
    : machine_(std::make_unique<Machine>()) {
  machine_->markup = markup;
  machine_->encoding = encoding;
  machine_->mark_size = mark_size;
  machine_->file_size = file_size;
  machine_->double_bytes = tables;
  machine_->open({}, {});
}

HtmlSource::~HtmlSource() = default;
HtmlSource::HtmlSource(HtmlSource&&) noexcept = default;

Step HtmlSource::step(RecordBatch& batch) { return machine_->step(batch); }

ByteRange HtmlSource::want() const {
  return machine_->page ? machine_->page->text().want() : machine_->workbook->text().want();
}

void HtmlSource::take(std::string_view bytes) {
  if (machine_->page) {
    machine_->page->text().take(bytes);
  } else {
    machine_->workbook->text().take(bytes);
  }
}

const Failure& HtmlSource::failure() const { return *machine_->failure; }

const std::vector<TableInfo>& HtmlSource::tables() const { return machine_->tables; }

void HtmlSource::open_table(size_t index) {
  machine_->rows.open(machine_->width);
  machine_->batch_given = false;
  machine_->open(TableReader(index, machine_->rows), WorksheetReader(index, machine_->rows));
  machine_->phase = Machine::Phase::kRows;
}

void HtmlSource::set_width(size_t columns) { machine_->width = columns; }

}  // namespace npscope::html
