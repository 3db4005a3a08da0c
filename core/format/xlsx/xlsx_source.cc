// SPDX-License-Identifier: MIT
// One part of the workbook is read at a time: relationships, workbook, its relationships, styles, strings; then a sheet whenever
// a table is opened.
#include "core/format/xlsx/xlsx_source.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/format/sheet/row_writer.h"
#include "core/format/xlsx/package.h"
#include "core/format/xlsx/sheet_reader.h"
#include "core/format/xlsx/workbook.h"
#include "core/format/xml/part_reader.h"

namespace npscope::xlsx {
namespace {

/// Windows of text that one step() looks at.
constexpr uint64_t kWindowsPerStep = 8;

enum class Stage : uint8_t {
  kPackage,   // relationships of the whole document
  kWorkbook,  // the workbook part
  kTargets,   // its relationships
  kStyles,
  kStrings,
  kReady,     // tables are known
  kSheet,     // a table is open
  kSheetEnd,  // its last batch was given
};

/// Where a table is, and the most that reading it has taken from the budget: reading it again is not unpacking more.
struct SheetPart {
  std::string name;
  uint64_t charged = 0;
};

}  // namespace

struct XlsxSource::Machine {
  Machine(const std::vector<zip::Entry>& all, uint64_t size, zip::Budget& shared)
      : entries(&all), file_size(size), budget(&shared) {}

  const std::vector<zip::Entry>* entries;
  uint64_t file_size;
  zip::Budget* budget;

  Stage stage = Stage::kPackage;
  std::optional<xml::PartReader> part;
  std::optional<Failure> failure;

  Relationships package{""};
  std::string workbook_part;
  Workbook workbook;
  Relationships targets{""};
  SheetContext context;
  std::vector<TableInfo> tables;
  std::vector<SheetPart> sheet_parts;
  size_t open_sheet = 0;
  uint64_t budget_before = 0;  // when the open sheet was opened

  size_t width = kMostSheetColumns;
  std::vector<bool> wanted;
  sheet::RowWriter rows;
  std::optional<SheetReader> sheet;
  bool batch_given = false;

  [[gnu::noinline]] Step fail(Failure why);
  [[nodiscard]] [[gnu::noinline]] bool open_part(std::string_view name);
  Step step(RecordBatch& batch);
  std::optional<Failure> take(const xml::Token& token);
  [[gnu::noinline]] Step start_stage();
  [[gnu::noinline]] Step next_stage(RecordBatch& batch);
  Step end_sheet(RecordBatch& batch);
  [[gnu::noinline]] Step give_batch(RecordBatch& batch);
  std::optional<Failure> find_workbook();
  void find_sheets();
  void close_table();
  void open_table(size_t index);
};

Step XlsxSource::Machine::fail(Failure why) {
  failure = std::move(why);
  part.reset();
  return Step::kFailed;
}

/// False when there is no such part.
bool XlsxSource::Machine::open_part(std::string_view name) {
  part.reset();
  const zip::Entry* entry = name.empty() ? nullptr : zip::find_entry(*entries, name);
  if (entry != nullptr) part.emplace(*entry, file_size, *budget);
  return entry != nullptr;
}

Step XlsxSource::Machine::give_batch(RecordBatch& batch) {
  rows.give(batch);
  batch_given = true;
  return Step::kBatch;
}

Step XlsxSource::Machine::step(RecordBatch& batch) {
  batch.clear();
  if (failure) return Step::kFailed;
  if (stage == Stage::kReady || stage == Stage::kSheetEnd) return Step::kEnd;
  if (batch_given) rows.start();
  batch_given = false;
  if (!part) return start_stage();
  const uint64_t stop = part->windows() + kWindowsPerStep;
  while (part->windows() < stop) {
    const xml::Token& token = part->next();
    if (token.kind == xml::TokenKind::kNeedsText) return Step::kNeedsBytes;
    if (token.kind == xml::TokenKind::kFailed) return fail(part->failure());
    if (token.kind == xml::TokenKind::kDone) return next_stage(batch);
    if (std::optional<Failure> why = take(token)) return fail(std::move(*why));
    if (rows.full()) return give_batch(batch);
  }
  return Step::kBatch;
}

std::optional<Failure> XlsxSource::Machine::take(const xml::Token& token) {
  switch (stage) {
    case Stage::kPackage:
      return package.take(token, part->tokens());
    case Stage::kWorkbook:
      return workbook.take(token, part->tokens());
    case Stage::kTargets:
      return targets.take(token, part->tokens());
    case Stage::kStyles:
      return context.styles.take(token, part->tokens());
    case Stage::kStrings:
      return context.strings.take(token, part->tokens());
    default:
      return sheet->take(token, part->tokens());
  }
}

/// Opens the part of a stage. A workbook may do without styles and strings, and without relationships of the document when the
/// workbook stands at its usual place.
Step XlsxSource::Machine::start_stage() {
  bool open = false;
  switch (stage) {
    case Stage::kPackage:
      open = open_part(relationships_of(""));
      break;
    case Stage::kWorkbook:
      if (std::optional<Failure> why = find_workbook()) return fail(std::move(*why));
      open = open_part(workbook_part);
      if (!open) return fail({Code::kDamagedFile, "workbook"});
      break;
    case Stage::kTargets:
      targets = Relationships(workbook_part);
      open = open_part(relationships_of(workbook_part));
      break;
    case Stage::kStyles:
    case Stage::kStrings: {
      const Relationship* target = targets.of_kind(stage == Stage::kStyles ? "styles" : "sharedStrings");
      open = target != nullptr && open_part(target->part);
      break;
    }
    default:
      return fail({Code::kDamagedFile, "sheet"});
  }
  if (!open) stage = static_cast<Stage>(static_cast<uint8_t>(stage) + 1);
  if (stage == Stage::kReady) find_sheets();
  return stage == Stage::kReady ? Step::kEnd : Step::kBatch;
}

/// The part was read to its end.
Step XlsxSource::Machine::next_stage(RecordBatch& batch) {
  part.reset();
  if (stage == Stage::kSheet) return end_sheet(batch);
  stage = static_cast<Stage>(static_cast<uint8_t>(stage) + 1);
  if (stage == Stage::kReady) find_sheets();
  return stage == Stage::kReady ? Step::kEnd : Step::kBatch;
}

Step XlsxSource::Machine::end_sheet(RecordBatch& batch) {
  close_table();
  stage = Stage::kSheetEnd;
  return rows.empty() ? Step::kEnd : give_batch(batch);
}

std::optional<Failure> XlsxSource::Machine::find_workbook() {
  const Relationship* document = package.of_kind("officeDocument");
  workbook_part = document == nullptr ? "xl/workbook.xml" : document->part;
  if (workbook_part.ends_with(".bin")) return Failure{Code::kUnsupportedFormat, "xlsb"};
  return std::nullopt;
}

/// Charts and macro sheets are no tables.
void XlsxSource::Machine::find_sheets() {
  context.date_1904 = workbook.date_1904();
  for (const SheetEntry& sheet_entry : workbook.sheets()) {
    const Relationship* target = targets.with_id(sheet_entry.relationship);
    if (target != nullptr && target->kind != "worksheet") continue;
    tables.push_back({.name = sheet_entry.name, .hidden = sheet_entry.hidden});
    sheet_parts.push_back({.name = target == nullptr ? std::string() : target->part});
  }
}

void XlsxSource::Machine::close_table() {
  if (stage == Stage::kReady) return;
  uint64_t& charged = sheet_parts[open_sheet].charged;
  const uint64_t used = budget_before - budget->left;
  budget->left = budget_before - (std::max(used, charged) - charged);
  charged = std::max(used, charged);
  budget_before = budget->left;
}

void XlsxSource::Machine::open_table(size_t index) {
  close_table();
  failure.reset();
  sheet.emplace(context, rows);
  rows.open(width);
  rows.want_columns(wanted);
  batch_given = false;
  stage = Stage::kSheet;
  open_sheet = index;
  budget_before = budget->left;
  (void)open_part(sheet_parts[index].name);
}

XlsxSource::XlsxSource(const std::vector<zip::Entry>& entries, uint64_t file_size, zip::Budget& budget)
    : machine_(std::make_unique<Machine>(entries, file_size, budget)) {}
XlsxSource::~XlsxSource() = default;
XlsxSource::XlsxSource(XlsxSource&&) noexcept = default;

Step XlsxSource::step(RecordBatch& batch) { return machine_->step(batch); }
ByteRange XlsxSource::want() const { return machine_->part->want(); }
void XlsxSource::take(std::string_view bytes) { machine_->part->take(bytes); }
const Failure& XlsxSource::failure() const { return *machine_->failure; }
const std::vector<TableInfo>& XlsxSource::tables() const { return machine_->tables; }
void XlsxSource::open_table(size_t index) { machine_->open_table(index); }
void XlsxSource::set_wanted(std::vector<bool> columns) { machine_->wanted = std::move(columns); }
void XlsxSource::set_width(size_t columns) { machine_->width = columns; }

}  // namespace npscope::xlsx
