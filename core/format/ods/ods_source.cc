// SPDX-License-Identifier: MIT
// The manifest tells whether the document is encrypted; content.xml is read once for the names of its tables, and once more for
// each table that is opened, up to that table's end.
#include "core/format/ods/ods_source.h"

#include <optional>

#include "core/format/ods/content_reader.h"
#include "core/format/sheet/row_writer.h"
#include "core/format/xml/part_reader.h"

namespace npscope::ods {
namespace {

/// Windows of text that one step reads at most.
constexpr uint64_t kWindowsPerStep = 8;

}  // namespace

struct OdsSource::Machine {
  enum class Phase : uint8_t { kManifest, kTables, kRows, kEnd };

  const std::vector<zip::Entry>* entries = nullptr;
  uint64_t file_size = 0;
  zip::Budget* budget = nullptr;
  Phase phase = Phase::kManifest;
  std::optional<xml::PartReader> part;
  ContentReader content;
  uint64_t budget_before = 0;  // when the open table was opened
  size_t open_index = SIZE_MAX;
  sheet::RowWriter rows;
  bool batch_given = false;
  size_t width = kMostSheetColumns;
  std::vector<TableInfo> tables;
  std::optional<Failure> failure;

  Step fail(Failure why) {
    failure = std::move(why);
    return Step::kFailed;
  }

  [[nodiscard]] bool open_part(std::string_view name);
  Step step(RecordBatch& batch);
  Step read_manifest();
  Step begin_content();
  Step read_tables();
  Step end_tables();
  Step read_rows(RecordBatch& batch);
  Step give_batch(RecordBatch& batch);
};

bool OdsSource::Machine::open_part(std::string_view name) {
  const zip::Entry* entry = zip::find_entry(*entries, name);
  if (entry != nullptr) part.emplace(*entry, file_size, *budget);
  return entry != nullptr;
}

Step OdsSource::Machine::step(RecordBatch& batch) {
  if (failure) return Step::kFailed;
  batch.clear();
  switch (phase) {
    case Phase::kManifest:
      return read_manifest();
    case Phase::kTables:
      return read_tables();
    case Phase::kRows:
      return read_rows(batch);
    case Phase::kEnd:
      break;
  }
  return Step::kEnd;
}

/// Encrypted parts look like damaged ones; only the manifest knows better. A document without one is not encrypted.
Step OdsSource::Machine::read_manifest() {
  if (!part && !open_part("META-INF/manifest.xml")) return begin_content();
  for (;;) {
    const xml::Token& token = part->next();
    if (token.kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (token.kind == xml::TokenKind::kFailed) return fail(part->failure());
    if (token.kind == xml::TokenKind::kDone) return begin_content();
    if (token.kind == xml::TokenKind::kStart && token.local == "encryption-data")
      return fail({Code::kPasswordProtected, "ods"});
  }
}

Step OdsSource::Machine::begin_content() {
  if (!open_part("content.xml")) return fail({Code::kDamagedFile, "content"});
  phase = Phase::kTables;
  return Step::kBatch;
}

Step OdsSource::Machine::read_tables() {
  const uint64_t stop = part->windows() + kWindowsPerStep;
  while (part->windows() < stop) {
    const xml::Token& token = part->next();
    if (token.kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (token.kind == xml::TokenKind::kFailed) return fail(part->failure());
    if (token.kind == xml::TokenKind::kDone) return end_tables();
    if (std::optional<Failure> why = content.take(token, part->tokens())) return fail(std::move(*why));
  }
  return Step::kBatch;
}

Step OdsSource::Machine::end_tables() {
  if (!content.is_spreadsheet()) return fail({Code::kDamagedFile, "content"});
  tables = std::move(content.tables());
  part.reset();
  phase = Phase::kEnd;
  return Step::kEnd;
}

Step OdsSource::Machine::read_rows(RecordBatch& batch) {
  if (batch_given) rows.start();
  batch_given = false;
  const uint64_t stop = part->windows() + kWindowsPerStep;
  while (part->windows() < stop) {
    if (!content.write_rows()) return give_batch(batch);
    if (content.done()) {
      phase = Phase::kEnd;
      return give_batch(batch);
    }
    const xml::Token& token = part->next();
    if (token.kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (token.kind == xml::TokenKind::kFailed) return fail(part->failure());
    // The table was there at the first reading.
    if (token.kind == xml::TokenKind::kDone) return fail({Code::kSourceChanged, {}});
    if (std::optional<Failure> why = content.take(token, part->tokens())) return fail(std::move(*why));
  }
  return Step::kBatch;
}

Step OdsSource::Machine::give_batch(RecordBatch& batch) {
  rows.give(batch);
  batch_given = true;
  return Step::kBatch;
}

OdsSource::OdsSource(const std::vector<zip::Entry>& entries, uint64_t file_size, zip::Budget& budget)
    : machine_(std::make_unique<Machine>()) {
  machine_->entries = &entries;
  machine_->file_size = file_size;
  machine_->budget = &budget;
}

OdsSource::~OdsSource() = default;
OdsSource::OdsSource(OdsSource&&) noexcept = default;

Step OdsSource::step(RecordBatch& batch) { return machine_->step(batch); }

ByteRange OdsSource::want() const { return machine_->part->want(); }

void OdsSource::take(std::string_view bytes) { machine_->part->take(bytes); }

const Failure& OdsSource::failure() const { return *machine_->failure; }

const std::vector<TableInfo>& OdsSource::tables() const { return machine_->tables; }

void OdsSource::open_table(size_t index) {
  machine_->rows.open(machine_->width);
  machine_->batch_given = false;
  machine_->content = ContentReader(index, machine_->rows);
  // The same table again costs nothing more; another one is a reading of its own, or many tables would mean endless work.
  if (index == machine_->open_index) machine_->budget->left = machine_->budget_before;
  machine_->open_index = index;
  machine_->budget_before = machine_->budget->left;
  if (machine_->open_part("content.xml")) machine_->phase = Machine::Phase::kRows;
}

void OdsSource::set_width(size_t columns) { machine_->width = columns; }

}  // namespace npscope::ods
