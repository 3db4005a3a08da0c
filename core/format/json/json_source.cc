// SPDX-License-Identifier: MIT
// The machine behind JsonSource: the first pass, then a pass a table.
#include "core/format/json/json_source.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <variant>

#include "core/base/check.h"
#include "core/format/json/document_pass.h"
#include "core/format/json/first_pass.h"
#include "core/format/json/lines_pass.h"

namespace npscope::json {

struct JsonSource::Machine {
  Machine(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* double_bytes)
      : feed(encoding, mark_size, file_size, double_bytes), pass(FirstPass(feed, tokens)) {}

  TextFeed feed;
  Tokens tokens;
  Rows rows;
  RecordReader reader;
  Layout layout = Layout::kTables;
  std::vector<TableInfo> tables;
  /// For each of them its place among the tables of the document.
  std::vector<uint32_t> places;
  std::variant<FirstPass, LinesPass, DocumentPass> pass;
  Failure failure;
  bool ended = false;

  Step step(RecordBatch& batch) {
    if (failure.code != Code::kNone) return Step::kFailed;
    if (ended) return Step::kEnd;
    Step step = Step::kEnd;
    if (auto* first = std::get_if<FirstPass>(&pass)) {
      batch.clear();
      step = first->step(failure);
      if (step == Step::kEnd) list_tables(*first);
    } else if (auto* lines = std::get_if<LinesPass>(&pass)) {
      step = lines->step(batch, failure);
    } else {
      step = std::get<DocumentPass>(pass).step(batch, failure);
    }
    ended = step == Step::kEnd;
    return step;
  }

  [[gnu::noinline]] void list_tables(const FirstPass& first) {
    layout = first.layout();
    if (layout != Layout::kTables) {
      tables.push_back({});
      places.push_back(0);
      return;
    }
    const std::vector<Outline::Table>& found = first.tables();
    places.resize(found.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(places, [&found](uint32_t a, uint32_t b) { return found[a].objects > found[b].objects; });
    for (const uint32_t place : places) tables.push_back({.name = found[place].path});
  }

  [[gnu::noinline]] void open(size_t index) {
    NPS_CHECK(index < tables.size());
    feed.rewind();
    reader.restart();
    ended = false;
    if (layout == Layout::kLines || layout == Layout::kObjects) {
      pass = LinesPass(feed, reader, tokens, rows, layout == Layout::kObjects);
    } else {
      reader.set_outer_depth(0);
      pass = DocumentPass(feed, reader, tokens, rows, places[index], layout == Layout::kObject);
    }
  }
};

JsonSource::JsonSource(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables)
    : machine_(std::make_unique<Machine>(encoding, mark_size, file_size, tables)) {}
JsonSource::~JsonSource() = default;
JsonSource::JsonSource(JsonSource&&) noexcept = default;

Step JsonSource::step(RecordBatch& batch) { return machine_->step(batch); }
ByteRange JsonSource::want() const { return machine_->feed.want(); }
void JsonSource::take(std::string_view bytes) { machine_->feed.take(bytes); }
const Failure& JsonSource::failure() const { return machine_->failure; }
const std::vector<TableInfo>& JsonSource::tables() const { return machine_->tables; }
void JsonSource::open_table(size_t index) { machine_->open(index); }

Shape JsonSource::shape() const {
  return machine_->layout == Layout::kLines || machine_->layout == Layout::kObjects ? Shape::kLines : Shape::kDocument;
}
const std::vector<std::string>& JsonSource::names() const { return machine_->reader.columns().names(); }
void JsonSource::freeze_columns(std::vector<bool> wanted) { machine_->reader.columns().freeze(std::move(wanted)); }

}  // namespace npscope::json
