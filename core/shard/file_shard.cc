// SPDX-License-Identifier: MIT
// The life of a file: fill the sample, decide once, then either block after block of text, or the ranges a source of tables asks
// for. What the source never asked for is read at the end, so that every file has its hash.
#include "core/shard/file_shard.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "core/base/check.h"

namespace npscope {
namespace {

constexpr uint64_t kHashBlock = 4 << 20;
constexpr csv::Punctuation kKeptMarks{',', '"'};

}  // namespace

FileShard::FileShard(std::string name, uint64_t size, const ReadOptions& options, const PairTables* tables)
    : name_(std::move(name)), size_(size), options_(options), pair_tables_(tables) {
  if (options.sha256) sha256_ = std::make_unique<Sha256>();
}

ByteRange FileShard::want() const {
  if (failure_ || !wanted_table_.empty() || working_ || container_ != Container::kNone) return {hashed_, 0};
  if (phase_ == Phase::kSample || phase_ == Phase::kText) return {hashed_, std::min<uint64_t>(text_.room(), size_ - hashed_)};
  if (phase_ == Phase::kDone) return {hashed_, 0};
  return {range_.offset + filled_, range_.length - filled_};
}

char* FileShard::reserve(uint64_t length) {
  NPS_CHECK(length <= want().length);
  if (phase_ == Phase::kSample || phase_ == Phase::kText) {
    char* room = text_.reserve(size_);
    if (room == nullptr) fail(Code::kOutOfMemory);
    return room;
  }
  return bytes_.data() + filled_;
}

void FileShard::commit(uint64_t length) {
  if (failure_) return;
  if (phase_ == Phase::kTables || phase_ == Phase::kHashing) {
    NPS_CHECK(length <= range_.length - filled_);
    filled_ += length;
    if (filled_ < range_.length) return;
    hash_range(range_.offset, {bytes_.data(), filled_});
    if (phase_ == Phase::kHashing) return want_rest();
    tables_feed_->take({bytes_.data(), filled_});
    working_ = true;
    return;
  }
  NPS_CHECK(length <= text_.room());
  text_.commit(length);
  hash_range(hashed_, text_.bytes().substr(text_.bytes().size() - length));
  if (phase_ == Phase::kSample && (complete() || text_.bytes().size() >= kSampleSize)) start();
  if (phase_ == Phase::kText) step_text(complete());
}

void FileShard::hash_range(uint64_t offset, std::string_view bytes) {
  if (offset > hashed_ || offset + bytes.size() <= hashed_) return;
  bytes.remove_prefix(hashed_ - offset);
  hash_.add_block(bytes);
  if (sha256_ != nullptr) sha256_->add(bytes);
  hashed_ += bytes.size();
}

bool FileShard::step() {
  if (!working_ || failure_) return false;
  working_ = step_tables();
  return working_;
}

void FileShard::fail(Code code, std::string detail) {
  if (failure_) return;
  failure_ = Failure{code, std::move(detail)};
  if (plan_ != nullptr && counts_ == nullptr) early_issues_ = plan_issues(*plan_);
  working_ = false;
  wanted_table_ = {};
  text_.release();
  bytes_ = {};
}

void FileShard::close() {
  if (size_ == 0) fail(Code::kEmptyFile);
  if (phase_ != Phase::kDone) fail(Code::kSourceChanged);
  if (failure_) return;
  if (complete()) {
    hash_text_ = hash_.hex();
    if (sha256_ != nullptr) sha256_text_ = sha256_->hex();
  }
  if (rejects_ != nullptr && hash_text_ != options_.rejects->hash) fail(Code::kSourceChanged);
  if (columns_ != nullptr && (hash_text_ != options_.columns->hash || !columns_->finish())) fail(Code::kSourceChanged);
  const bool none = counts_ != nullptr ? counts_->ledger().read() == 0 : out_ != nullptr && out_->records() == 0;
  if (none) fail(Code::kNoRecords);
  text_.release();
}

void FileShard::start() {
  const std::string_view sample = text_.bytes().substr(0, kSampleSize);
  const bool whole = sample.size() == size_;
  plan_ = std::make_unique<Plan>();
  const MaybeFailure failed = plan_content(sample, whole, options_, tables(), *plan_);
  if (table_missing()) return;
  if (failed) return fail(failed->code, failed->detail);
  if (plan_->format == "gzip") {
    container_ = Container::kGzip;
  } else if (plan_->format == "csv") {
    std::string scratch;
    start_text(decoded_sample(sample, whole, plan_->encoding, tables(), scratch), whole);
  } else {
    start_tables();
  }
}

/// True when a table of byte pairs comes first; the sample is then looked at again.
bool FileShard::table_missing() {
  if (pair_tables_ == nullptr || !plan_->is_text()) return false;
  if (!pair_tables_->settled(plan_->encoding.encoding)) wanted_table_ = table_label(plan_->encoding.encoding);
  for (const EncodingChoice& choice : plan_->encoding.alternatives) {
    if (wanted_table_.empty() && !pair_tables_->settled(choice.encoding)) wanted_table_ = table_label(choice.encoding);
  }
  return !wanted_table_.empty();
}

void FileShard::take_table() {
  wanted_table_ = {};
  if (failure_ || phase_ != Phase::kSample) return;
  start();
  if (phase_ == Phase::kText && !failure_) step_text(complete());
}

void FileShard::start_text(std::string_view text, bool whole) {
  const MaybeFailure failed = plan_text(text, whole, options_, *plan_);
  // Rows of single answers need no score column: the responses they make up will be planned for themselves.
  if (failed && failed->code == Code::kRecipeMismatch && !options_.encoding &&
      try_encoding(text_.bytes().substr(0, kSampleSize), whole)) {
    return;
  }
  if (failed && !is_conversion(options_.mode) && !pivots()) return fail(failed->code, failed->detail);
  if (options_.mode == Mode::kInspect) {
    text_.release();
    early_issues_ = plan_issues(*plan_);
    phase_ = Phase::kDone;
    return;
  }
  make_sinks();
  phase_ = Phase::kText;
  text_.begin(*plan_, tables(), reader_ == nullptr ? rows_.get() : nullptr,
              {this, [](void* self, std::string_view piece, bool final, const char* base) {
                 return static_cast<FileShard*>(self)->read_text(piece, final, base);
               }});
}

void FileShard::start_tables() {
  text_.release();
  tables_feed_ = std::make_unique<TableFeed>(*plan_, options_, size_, tables());
  phase_ = Phase::kTables;
  working_ = true;
}

/// Where the records go, now that the plan is complete.
void FileShard::make_sinks() {
  if (is_conversion(options_.mode)) return make_text_sink();
  if (options_.keep_all) rows_ = std::make_unique<RowStore>();
  if (pivots()) return make_pivot();
  make_counting(*plan_, options_, given_names());
  const bool rebuilt = counts_ == nullptr || plan_->corrections;
  if (rebuilt && tables_feed_ == nullptr) reader_ = make_reader();
}

void FileShard::make_counting(const Plan& plan, const ReadOptions& options, std::vector<std::string> names) {
  if (options_.mode == Mode::kRejects) {
    rejects_ = std::make_unique<RejectSink>(plan, options_.rules, *options_.rejects, name_, std::move(names));
  } else if (options_.mode == Mode::kColumns) {
    columns_ = std::make_unique<ColumnSink>(plan.mapping, plan.cell_marks().quote, *options_.columns);
  } else {
    counts_ = std::make_unique<RecordCounts>(plan, options);
  }
}

void FileShard::count_batch(const RecordBatch& batch) {
  if (rejects_ != nullptr) return rejects_->take(batch);
  if (columns_ != nullptr) return columns_->take(batch);
  counts_->take(batch);
}

/// The names of columns that stand in no record of the file.
std::vector<std::string> FileShard::given_names() const {
  if (tables_feed_ == nullptr || !tables_feed_->names_given()) return {};
  std::vector<std::string> names;
  for (const Column& column : plan_->mapping.columns) names.push_back(column.header);
  return names;
}

/// Delimited text whose records do not go straight to the counting.
std::unique_ptr<csv::Reader> FileShard::make_reader() const {
  auto reader = std::make_unique<csv::Reader>(plan_->dialect.marks, options_.kernel);
  reader->skip_lines(plan_->dialect.separator_line > 0 ? 1 : 0);
  return reader;
}

/// No source of the recipe fits: a person may have had the file read in another encoding. False when there is none to try.
bool FileShard::try_encoding(std::string_view sample, bool whole) {
  for (const SourceRecipe& source : *options_.sources) {
    const std::optional<Encoding> named = encoding_named(source.encoding);
    if (!named || *named == plan_->encoding.encoding || needs_table(*named)) continue;
    ReadOptions fitted = options_;
    fitted.encoding = named;
    Plan tried;
    if (plan_content(sample, whole, fitted, tables(), tried)) continue;
    std::string scratch;
    const std::string_view text = decoded_sample(sample, whole, tried.encoding, tables(), scratch);
    const MaybeFailure failed = plan_text(text, whole, fitted, tried);
    if (failed && failed->code == Code::kRecipeMismatch) continue;
    options_.encoding = named;
    start();
    return true;
  }
  return false;
}

void FileShard::make_text_sink() {
  out_ = std::make_unique<RecordText>(options_.mode, plan_->dialect.marks.quote);
  std::vector<std::string> names;
  const bool given = tables_feed_ != nullptr && tables_feed_->names_given();
  if (given) names = tables_feed_->names();
  for (size_t i = names.size(); i < plan_->mapping.columns.size() && !given; ++i)
    names.push_back(plan_->mapping.columns[i].header);
  out_->set_names(std::move(names), given ? 0 : plan_->mapping.header_records);
  if (given) out_->write_names();
  if (tables_feed_ == nullptr) reader_ = make_reader();
}

void FileShard::make_pivot() {
  std::vector<std::string> names;
  for (const Column& column : plan_->mapping.columns) names.push_back(column.header);
  pivot_ = std::make_unique<Pivot>(*plan_->mapping.long_format, names, plan_->dialect.marks.quote);
  if (tables_feed_ == nullptr) reader_ = make_reader();
}

void FileShard::pivot_batch(const RecordBatch& batch) {
  const uint64_t header = plan_->mapping.header_records;
  const uint64_t skipped = batch.first_record > header ? 0 : header - batch.first_record + 1;
  pivot_->take(batch, std::min<uint64_t>(skipped, batch.size()));
}

/// All rows are there: now the responses are planned like the records of any file, and counted.
void FileShard::finish_pivot() {
  if (pivot_->full()) return fail(Code::kLimitExceeded, "pivot");
  std::vector<std::vector<std::string>> sample = {pivot_->names()};
  RecordBatch batch;
  while (sample.size() <= kSampleRecords && pivot_->next(batch)) {
    for (size_t r = 0; r < batch.size() && sample.size() <= kSampleRecords; ++r) {
      std::vector<std::string>& record = sample.emplace_back();
      for (size_t c = 0; c < batch.cell_count(r); ++c) record.emplace_back(batch.raw_cell(r, c));
    }
  }
  ReadOptions options = options_;
  options.mapping.nps_column = pivot_->nps_column();
  pivot_plan_ = std::make_unique<Plan>();
  pivot_plan_->format = plan_->format;
  pivot_plan_->encoding = plan_->encoding;
  pivot_plan_->rows_fingerprint = plan_->fingerprint;
  pivot_plan_->tables = plan_->tables;
  pivot_plan_->dialect.marks = {'\x1F', '\0'};
  const MaybeFailure failed = plan_records(sample, pivot_->size() < kSampleRecords, NamesFrom::kSource, options, *pivot_plan_);
  Mapping& mapping = pivot_plan_->mapping;
  mapping.remarks.push_back({Code::kLongFormat, -1, pivot_->rows()});
  if (mapping.preset.empty()) mapping.preset = plan_->mapping.preset;
  const uint32_t header_records = plan_->mapping.header_records;
  plan_->mapping = mapping;
  plan_->mapping.header_records = header_records;
  if (failed) return fail(failed->code, failed->detail);
  make_counting(*pivot_plan_, options, pivot_->names());
  pivot_->rewind();
  while (pivot_->next(batch)) {
    count_batch(batch);
    if (rows_ != nullptr) keep_batch(batch, '\0');
  }
}

size_t FileShard::read_text(std::string_view text, bool final, const char* base) {
  if (reader_ == nullptr) return counts_->read(text, final, rows_.get(), base);
  size_t at = 0;
  RecordBatch batch;
  while (const size_t taken = reader_->next(text.substr(at), final, batch)) {
    take_batch(batch);
    at += taken;
  }
  return at;
}

void FileShard::step_text(bool final) {
  if (!final && !text_.full()) return;
  if (!text_.parse(final)) return fail(Code::kOutOfMemory);
  if (!final) return;
  phase_ = Phase::kDone;
  finish_records();
}

/// The last record has come.
void FileShard::finish_records() {
  if (pivot_ != nullptr) finish_pivot();
  if (counts_ != nullptr) counts_->close();
  if (rejects_ == nullptr || failure_) return;
  rejects_->finish();
  if (const std::optional<Failure> failed = rejects_->failure()) fail(failed->code, failed->detail);
}

bool FileShard::step_tables() {
  switch (tables_feed_->step()) {
    case TableFeed::State::kMore:
      return true;
    case TableFeed::State::kNeedsBytes:
      range_ = tables_feed_->want();
      filled_ = 0;
      bytes_.resize(range_.length);
      return false;
    case TableFeed::State::kArchive:
      container_ = Container::kZip;
      return false;
    case TableFeed::State::kPlanned:
      if (const MaybeFailure& failed = tables_feed_->mapping_failure(); failed && !is_conversion(options_.mode) && !pivots()) {
        fail(failed->code, failed->detail);
      } else if (options_.mode == Mode::kInspect) {
        early_issues_ = plan_issues(*plan_);
      } else {
        make_sinks();
      }
      return true;
    case TableFeed::State::kBatch:
      take_batch(tables_feed_->batch());
      return true;
    case TableFeed::State::kEnd:
      phase_ = Phase::kHashing;
      finish_records();
      want_rest();
      return false;
    case TableFeed::State::kFailed:
      fail(tables_feed_->failure().code, tables_feed_->failure().detail);
      return false;
  }
  return false;
}

void FileShard::take_batch(const RecordBatch& batch) {
  if (out_ != nullptr) return out_->add(batch);
  if (plan_->corrections) return take_corrected(batch);
  if (pivot_ != nullptr) return pivot_batch(batch);
  count_batch(batch);
  if (rows_ != nullptr) keep_batch(batch, plan_->dialect.marks.quote);
}

void FileShard::take_corrected(const RecordBatch& batch) {
  plan_->corrections->transform(batch, corrected_batch_);
  const std::vector<CorrectedRecord>& records = plan_->corrections->records();
  corrected_.insert(corrected_.end(), records.begin(), records.end());
  count_batch(corrected_batch_);
  if (rows_ != nullptr) keep_batch(corrected_batch_, '\0');
}

/// Cells of sheets and documents are kept as delimited text, which the store can cut again.
void FileShard::keep_batch(const RecordBatch& batch, char quote) {
  RecordText text(Mode::kConvertCsv, quote);
  RecordBatch one = batch;
  for (size_t r = 0; r < batch.size(); ++r) {
    one.records.assign(1, batch.records[r]);
    rows_->note_record(static_cast<uint32_t>(text.text().size()));
    text.add(one);
  }
  std::unique_ptr<char[]> kept(new (std::nothrow) char[text.text().size()]);
  if (kept == nullptr) return fail(Code::kOutOfMemory);
  std::memcpy(kept.get(), text.text().data(), text.text().size());
  rows_->keep_block(std::move(kept), text.text().size());
}

/// Bytes that no part of the reading asked for still belong to the hash.
void FileShard::want_rest() {
  filled_ = 0;
  range_ = {hashed_, std::min<uint64_t>(kHashBlock, size_ - hashed_)};
  const bool hashed = options_.mode == Mode::kReport || is_second_pass(options_.mode);
  const bool finished = range_.length == 0 || !hashed;
  if (finished) phase_ = Phase::kDone;
  bytes_.resize(finished ? 0 : range_.length);
}

std::optional<std::vector<std::string>> FileShard::cells(uint64_t record) const {
  if (rows_ == nullptr) return std::nullopt;
  if (pivot_ != nullptr) record = pivot_->index_of(record) + 1;
  const bool as_read = tables_feed_ == nullptr && pivot_ == nullptr && !plan_->corrections;
  return rows_->cells(record, as_read ? plan_->dialect.marks : kKeptMarks);
}

}  // namespace npscope
