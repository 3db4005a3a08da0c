// SPDX-License-Identifier: MIT
// The source as one machine: the compound file, the workbook's globals, then the sheet that is open: its cells, its records.
#include "core/format/xls/xls_source.h"

#include <optional>
#include <utility>

#include "core/base/little_endian.h"
#include "core/format/xls/compound_file.h"
#include "core/format/xls/record_reader.h"
#include "core/format/xls/records.h"
#include "core/format/xls/sheet_cells.h"
#include "core/format/xls/sheet_records.h"
#include "core/format/xls/workbook.h"

namespace npscope::xls {
namespace {

bool starts_sheet(const Record& record) {
  return record.type == kBof && record.body.size() >= 4 && load16(record.body, 2) != kGlobals;
}

}  // namespace

struct XlsSource::Machine {
  enum class Phase : uint8_t { kCompound, kGlobals, kPlaces, kSheet, kRecords, kEnd, kFailed };

  explicit Machine(uint64_t file_size) : compound(file_size) {}

  Step fail(Failure why);
  Step step(RecordBatch& batch);
  [[gnu::noinline]] std::optional<Step> find_stream();
  [[gnu::noinline]] std::optional<Step> read_globals();
  [[gnu::noinline]] std::optional<Step> find_places();
  [[gnu::noinline]] std::optional<Step> read_sheet();
  Step write_records(RecordBatch& batch);
  void start_records();
  void open_table(size_t index);
  std::optional<Step> seek_table();
  std::optional<Step> look_for_places();

  Phase phase = Phase::kCompound;
  Failure failure;
  CompoundFile compound;
  RecordReader records;
  Workbook workbook;
  uint64_t globals_end = 0;
  /// Where the substreams behind the globals start; looked for only when a stated place is wrong.
  std::optional<std::vector<uint64_t>> starts;
  size_t depth = 0;  // of substreams, while looking

  std::optional<SheetCells> cells;
  size_t table = 0;
  uint64_t sheet_end = kNowhere;  // another sheet starts here
  bool has_begun = false;         // to read `table`
  bool has_all_cells = false;     // of `table`
  size_t width = kMostSheetColumns;
  std::vector<bool> wanted;
  SheetRecords writer;
};

Step XlsSource::Machine::fail(Failure why) {
  failure = std::move(why);
  phase = Phase::kFailed;
  return Step::kFailed;
}

Step XlsSource::Machine::step(RecordBatch& batch) {
  batch.clear();
  for (;;) {
    std::optional<Step> step;
    switch (phase) {
      case Phase::kCompound:
        step = find_stream();
        break;
      case Phase::kGlobals:
        step = read_globals();
        break;
      case Phase::kPlaces:
        step = find_places();
        break;
      case Phase::kSheet:
        step = read_sheet();
        break;
      case Phase::kRecords:
        step = write_records(batch);
        break;
      case Phase::kEnd:
        return Step::kEnd;
      case Phase::kFailed:
        return Step::kFailed;
    }
    if (step) return *step;
  }
}

/// These four give nothing when the next phase is to go on.
std::optional<Step> XlsSource::Machine::find_stream() {
  if (compound.failure()) return fail(*compound.failure());
  if (!compound.done()) return Step::kNeedsBytes;
  records = RecordReader(compound.release_stream());
  phase = Phase::kGlobals;
  return std::nullopt;
}

std::optional<Step> XlsSource::Machine::read_globals() {
  Record record;
  for (;;) {
    const RecordReader::Found found = records.next(record);
    if (found == RecordReader::Found::kNeedsBytes) return Step::kNeedsBytes;
    if (found == RecordReader::Found::kEnd) return fail({Code::kDamagedFile, "truncated"});
    if (workbook.take(record)) continue;
    if (workbook.failure()) return fail(*workbook.failure());
    globals_end = records.position();
    phase = Phase::kEnd;
    return std::nullopt;
  }
}

std::optional<Step> XlsSource::Machine::find_places() {
  Record record;
  for (;;) {
    const uint64_t position = records.position();
    const RecordReader::Found found = records.next(record);
    if (found == RecordReader::Found::kNeedsBytes) return Step::kNeedsBytes;
    if (found == RecordReader::Found::kEnd) break;
    if (record.type == kBof && depth++ == 0) starts->push_back(position);
    if (record.type == kEof && depth > 0) --depth;
  }
  return seek_table();
}

std::optional<Step> XlsSource::Machine::read_sheet() {
  Record record;
  for (;;) {
    const RecordReader::Found found = records.next(record);
    if (found == RecordReader::Found::kNeedsBytes) return Step::kNeedsBytes;
    const bool at_start = !std::exchange(has_begun, true);
    const bool misplaced = found == RecordReader::Found::kEnd || !starts_sheet(record);
    if (at_start && misplaced && !starts) return look_for_places();
    if (found == RecordReader::Found::kEnd) return fail({Code::kDamagedFile, "truncated"});
    if (records.position() > sheet_end) return fail({Code::kDamagedFile, "sheet"});
    if (cells->take(record)) continue;
    if (cells->failure()) return fail(*cells->failure());
    has_all_cells = true;
    start_records();
    return std::nullopt;
  }
}

Step XlsSource::Machine::write_records(RecordBatch& batch) {
  if (writer.write(batch)) return Step::kBatch;
  phase = Phase::kEnd;
  return Step::kEnd;
}

void XlsSource::Machine::start_records() {
  writer.start(workbook, *cells, width, wanted);
  phase = Phase::kRecords;
}

void XlsSource::Machine::open_table(size_t index) {
  if (index == table && has_all_cells) return start_records();
  table = index;
  has_all_cells = false;
  seek_table();
}

std::optional<Step> XlsSource::Machine::seek_table() {
  const SheetPlace& place = workbook.places()[table];
  if (starts && place.ordinal >= starts->size()) return fail({Code::kDamagedFile, "truncated"});
  if (!records.seek(starts ? (*starts)[place.ordinal] : place.position)) return look_for_places();
  sheet_end = starts ? kNowhere : place.end;
  cells.emplace(workbook);
  has_begun = false;
  phase = Phase::kSheet;
  return std::nullopt;
}

/// The workbook lies about where its sheets are: they are looked for one after the other behind the globals.
std::optional<Step> XlsSource::Machine::look_for_places() {
  starts.emplace();
  depth = 0;
  if (!records.seek(globals_end)) return fail({Code::kDamagedFile, "truncated"});
  phase = Phase::kPlaces;
  return std::nullopt;
}

XlsSource::XlsSource(uint64_t file_size) : machine_(std::make_unique<Machine>(file_size)) {}
XlsSource::~XlsSource() = default;
XlsSource::XlsSource(XlsSource&&) noexcept = default;

Step XlsSource::step(RecordBatch& batch) { return machine_->step(batch); }

ByteRange XlsSource::want() const {
  return machine_->phase == Machine::Phase::kCompound ? machine_->compound.want() : machine_->records.want();
}

void XlsSource::take(std::string_view bytes) {
  if (machine_->phase == Machine::Phase::kCompound) {
    machine_->compound.take(bytes);
  } else {
    machine_->records.take(bytes);
  }
}

const Failure& XlsSource::failure() const { return machine_->failure; }
const std::vector<TableInfo>& XlsSource::tables() const { return machine_->workbook.tables(); }
void XlsSource::open_table(size_t index) { machine_->open_table(index); }
void XlsSource::set_width(size_t columns) { machine_->width = columns; }
void XlsSource::set_wanted(std::vector<bool> columns) { machine_->wanted = std::move(columns); }

}  // namespace npscope::xls
