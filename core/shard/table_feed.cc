// SPDX-License-Identifier: MIT
// One phase after the other over whatever source the format has; the records themselves are the owner's business.
#include "core/shard/table_feed.h"

#include <algorithm>
#include <utility>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/shard/rejected_rows.h"
#include "core/survey/questions.h"

namespace npscope {
namespace {

/// Characters of a sample: enough for 600 records of a survey, and a bound for others.
constexpr size_t kSampleText = 1 << 20;

/// Calls `act` with the source; there is one from the phase kOpening on.
template <class Act>
auto with(auto& source, Act&& act) {
  using Answer = decltype(act(std::get<json::JsonSource>(source)));
  return std::visit(
      [&act](auto& one) -> Answer {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::monostate>) {
          NPS_CHECK(false);
        } else {
          return act(one);
        }
      },
      source);
}

bool is_workbook(const std::vector<zip::Entry>& entries) {
  return zip::find_entry(entries, "[Content_Types].xml") != nullptr || zip::find_entry(entries, "_rels/.rels") != nullptr ||
         zip::find_entry(entries, "xl/workbook.xml") != nullptr;
}

bool is_open_document(const std::vector<zip::Entry>& entries) {
  return zip::find_entry(entries, "content.xml") != nullptr &&
         (zip::find_entry(entries, "mimetype") != nullptr || zip::find_entry(entries, "META-INF/manifest.xml") != nullptr);
}

/// The better of two plans: one that has a score, then the surer one; ties go to the earlier table.
bool is_better(const Decision& one, const Decision& other) {
  if (one.failure.has_value() != other.failure.has_value()) return !one.failure.has_value();
  const auto confidence = [](const Decision& decision) {
    return decision.plan.mapping.candidates.empty() ? 0.0 : decision.plan.mapping.candidates.front().confidence;
  };
  if (confidence(one) != confidence(other)) return confidence(one) > confidence(other);
  return one.plan.mapping.columns.size() > 1 && other.plan.mapping.columns.size() <= 1;
}

/// Columns of the table, those of a reject file that come before the source's own included.
size_t table_width(const Plan& plan) { return plan.mapping.columns.size() + (plan.corrections ? kRejectNames.size() : 0); }

/// Columns whose text is needed; the others are only validated.
std::vector<bool> wanted_columns(const Plan& plan, const ReadOptions& options) {
  const Mapping& mapping = plan.mapping;
  const bool all = options.keep_all || options.mode != Mode::kReport || mapping.long_format.has_value() || plan.corrections ||
                   options.rules.duplicates.rows == RowDuplicates::kAll;
  if (all) return std::vector<bool>(plan.corrections ? kMostSheetColumns : table_width(plan), true);
  std::vector<bool> wanted(mapping.columns.size(), false);
  for (size_t c = 0; c < wanted.size(); ++c) wanted[c] = is_used(mapping.columns[c].role);
  wanted[mapping.score] = true;
  for (const Exclusion& exclusion : mapping.exclusions) wanted[exclusion.column] = true;
  if (mapping.group_check) wanted[mapping.group_check->column] = true;
  for (const PlannedGrouping& group : plan.groups) {
    if (group.column) wanted[*group.column] = true;
  }
  for (const OpenQuestion& question : mapping.questions) {
    if (question.code != QuestionCode::kScoreColumn) continue;
    for (size_t a = 0; a < question.answers.size(); ++a) wanted[with_answer(mapping, question, a).score] = true;
  }
  return wanted;
}

}  // namespace

TableFeed::TableFeed(Plan& plan, const ReadOptions& options, uint64_t file_size, const DoubleByteTables* tables)
    : plan_(plan), options_(options), file_size_(file_size), tables_(tables) {
  plan_.dialect.marks = {'\x1F', '\0'};
  if (plan_.format == "zip") {
    phase_ = Phase::kDirectory;
    directory_ = std::make_unique<zip::Directory>(file_size);
  } else {
    open_source();
  }
}

void TableFeed::open_source() {
  phase_ = Phase::kOpening;
  if (plan_.format == "xlsx") {
    source_.emplace<xlsx::XlsxSource>(directory_->entries(), file_size_, budget_);
  } else if (plan_.format == "ods") {
    source_.emplace<ods::OdsSource>(directory_->entries(), file_size_, budget_);
  } else if (plan_.format == "xls") {
    source_.emplace<xls::XlsSource>(file_size_);
  } else if (plan_.format == "json") {
    source_.emplace<json::JsonSource>(plan_.encoding.encoding, plan_.encoding.mark_size, file_size_, tables_);
  } else {
    const html::Markup markup = plan_.format == "html" ? html::Markup::kHtml : html::Markup::kSpreadsheetMl;
    source_.emplace<html::HtmlSource>(markup, plan_.encoding.encoding, plan_.encoding.mark_size, file_size_, tables_);
  }
}

ByteRange TableFeed::want() const {
  if (phase_ == Phase::kDirectory) return directory_->want();
  return with(source_, [](const auto& source) { return source.want(); });
}

void TableFeed::take(std::string_view bytes) {
  if (phase_ == Phase::kDirectory) {
    directory_->take(bytes);
  } else {
    with(source_, [bytes](auto& source) { source.take(bytes); });
  }
}

bool TableFeed::names_given() const {
  return with(source_, [](const auto& source) { return std::decay_t<decltype(source)>::kNames == NamesFrom::kSource; });
}

TableFeed::State TableFeed::fail(Failure failure) {
  failure_ = std::move(failure);
  phase_ = Phase::kDone;
  return State::kFailed;
}

TableFeed::State TableFeed::step() {
  if (failure_) return State::kFailed;
  if (phase_ == Phase::kDone) return State::kEnd;
  if (phase_ == Phase::kDirectory) return step_directory();
  if (phase_ == Phase::kPlanned) return start_reading();
  const Step step = with(source_, [this](auto& source) { return source.step(batch_); });
  switch (step) {
    case Step::kBatch:
      return on_batch();
    case Step::kNeedsBytes:
      return State::kNeedsBytes;
    case Step::kEnd:
      return on_end();
    case Step::kFailed:
      break;
  }
  return on_failure(with(source_, [](auto& source) { return source.failure(); }));
}

TableFeed::State TableFeed::step_directory() {
  if (directory_->failure()) return fail(*directory_->failure());
  if (!directory_->done()) return State::kNeedsBytes;
  if (is_workbook(directory_->entries())) {
    plan_.format = "xlsx";
  } else if (is_open_document(directory_->entries())) {
    plan_.format = "ods";
  } else {
    phase_ = Phase::kDone;
    return State::kArchive;
  }
  open_source();
  return State::kMore;
}

TableFeed::State TableFeed::on_batch() {
  rows_ += batch_.size();
  if (phase_ == Phase::kReading) {
    if (records_before_ > 0) drop_header();
    return State::kBatch;
  }
  if (phase_ != Phase::kSampling) return State::kMore;
  collect_sample();
  const bool full = sample_.size() >= kSampleRecords || sample_text_ >= kSampleText;
  return full ? finish_sample(false) : State::kMore;
}

TableFeed::State TableFeed::on_end() {
  switch (phase_) {
    case Phase::kOpening:
      return start_sampling();
    case Phase::kSampling:
      plan_.tables[table_].rows = rows_;
      return finish_sample(true);
    case Phase::kNaming:
      return planned();
    case Phase::kReading:
      plan_.tables[table_].rows = rows_;
      return open_further_sheet() ? State::kMore : count_next();
    case Phase::kCounting:
      plan_.tables[table_].rows = rows_;
      return count_next();
    default:
      return State::kEnd;
  }
}

/// One broken sheet does not take the others with it, unless it is the one that is read.
TableFeed::State TableFeed::on_failure(Failure failure) {
  if (phase_ == Phase::kCounting) return count_next();
  if (phase_ != Phase::kSampling) return fail(std::move(failure));
  if (!broken_) broken_ = std::move(failure);
  return sample_next();
}

TableFeed::State TableFeed::start_sampling() {
  const auto* json = std::get_if<json::JsonSource>(&source_);
  if (json != nullptr && json->shape() == json::Shape::kLines) plan_.format = "ndjson";
  for (const TableInfo& info : with(source_, [](const auto& source) { return source.tables(); }))
    plan_.tables.push_back({info, std::nullopt});
  if (plan_.tables.empty()) return fail({Code::kNoTable, {}});
  if (!options_.sheet.empty()) {
    const std::optional<size_t> asked = asked_table();
    if (!asked) return fail({Code::kUnknownSheet, {}});
    last_sampled_ = *asked;
    open_table(*asked);
  } else {
    last_sampled_ = plan_.tables.size() - 1;
    open_table(0);
  }
  phase_ = Phase::kSampling;
  return State::kMore;
}

std::optional<size_t> TableFeed::asked_table() const {
  const std::string wanted = folded(options_.sheet);
  std::optional<size_t> loose;
  for (size_t i = 0; i < plan_.tables.size(); ++i) {
    if (plan_.tables[i].info.name == options_.sheet) return i;
    if (!loose && folded(plan_.tables[i].info.name) == wanted) loose = i;
    if (!loose && options_.sheet == "#" + std::to_string(i + 1)) loose = i;
  }
  return loose;
}

void TableFeed::open_table(size_t index) {
  table_ = index;
  rows_ = 0;
  sample_.clear();
  sample_text_ = 0;
  with(source_, [index](auto& source) { source.open_table(index); });
}

void TableFeed::collect_sample() {
  for (size_t r = 0; r < batch_.size() && sample_.size() < kSampleRecords; ++r) {
    std::vector<std::string>& record = sample_.emplace_back();
    record.reserve(batch_.cell_count(r));
    for (size_t c = 0; c < batch_.cell_count(r); ++c) {
      record.emplace_back(batch_.raw_cell(r, c));
      sample_text_ += record.back().size() + 1;
    }
  }
}

TableFeed::State TableFeed::finish_sample(bool complete) {
  const bool given = names_given();
  if (given) {
    with(source_, [this](const auto& source) {
      if constexpr (requires { source.names(); }) sample_.insert(sample_.begin(), source.names());
    });
  }
  Decision decision;
  decision.plan.dialect = plan_.dialect;
  decision.failure =
      plan_records(sample_, complete, given ? NamesFrom::kSource : NamesFrom::kHeaderRecords, options_, decision.plan);
  if (decision.plan.corrections) {
    const auto header = std::min<uint64_t>(decision.plan.corrections->header_records(), sample_.size());
    correction_headers_[table_].assign(sample_.begin(), sample_.begin() + static_cast<std::ptrdiff_t>(header));
  }
  if (!best_ || is_better(decision, best_decision_)) {
    best_ = table_;
    best_decision_ = std::move(decision);
  }
  return sample_next();
}

TableFeed::State TableFeed::sample_next() {
  if (table_ < last_sampled_) {
    open_table(table_ + 1);
    return State::kMore;
  }
  if (!best_) return fail(*broken_);
  plan_.table = *best_;
  plan_.fingerprint = std::move(best_decision_.plan.fingerprint);
  plan_.source = best_decision_.plan.source;
  plan_.corrections = std::move(best_decision_.plan.corrections);
  plan_.mapping = std::move(best_decision_.plan.mapping);
  plan_.groups = std::move(best_decision_.plan.groups);
  plan_.samples = std::move(best_decision_.plan.samples);
  plan_.proofs = std::move(best_decision_.plan.proofs);
  plan_.changes = std::move(best_decision_.plan.changes);
  mapping_failure_ = std::move(best_decision_.failure);
  if (plan_.corrections) join_sheets();
  // A conversion writes every column, so all records must have been seen before the first is written.
  if (!is_conversion(options_.mode) || !names_given()) return planned();
  open_table(plan_.table);
  phase_ = Phase::kNaming;
  return State::kMore;
}

/// All sheets of the reject file, in their order.
void TableFeed::join_sheets() {
  const auto& header = correction_headers_[plan_.table];
  for (const auto& [table, other] : correction_headers_)
    if (other == header) further_sheets_.push_back(table);
  plan_.table = further_sheets_.front();
  further_sheets_.erase(further_sheets_.begin());
}

bool TableFeed::open_further_sheet() {
  if (further_sheets_.empty()) return false;
  // The header counts once.
  records_before_ += rows_ - (records_before_ > 0 ? std::min(rows_, plan_.corrections->header_records()) : 0);
  open_table(further_sheets_.front());
  further_sheets_.erase(further_sheets_.begin());
  return true;
}

/// Records of a further sheet count on behind those of the sheets before it.
void TableFeed::drop_header() {
  const uint64_t header = plan_.corrections->header_records();
  const uint64_t left = batch_.first_record > header ? 0 : header - batch_.first_record + 1;
  const auto dropped = static_cast<uint32_t>(std::min<uint64_t>(left, batch_.size()));
  const auto drop_front = [dropped](auto& of_records) {
    if (!of_records.empty()) of_records.erase(of_records.begin(), of_records.begin() + dropped);
  };
  drop_front(batch_.records);
  drop_front(batch_.lines);
  const auto drop_marks = [dropped](auto& marks) {
    std::erase_if(marks, [dropped](const auto& mark) { return mark.record < dropped; });
    for (auto& mark : marks) mark.record -= dropped;
  };
  drop_marks(batch_.remarks);
  drop_marks(batch_.broken);
  batch_.first_record = batch_.first_record + dropped - header + records_before_;
}

TableFeed::State TableFeed::planned() {
  phase_ = Phase::kPlanned;
  return State::kPlanned;
}

TableFeed::State TableFeed::start_reading() {
  const bool unusable = mapping_failure_ && !plan_.mapping.long_format && !is_conversion(options_.mode);
  if (options_.mode == Mode::kInspect || unusable) {
    phase_ = Phase::kDone;
    return State::kEnd;
  }
  const bool convert = is_conversion(options_.mode);
  with(source_, [this, convert](auto& source) {
    if constexpr (requires { source.freeze_columns({}); }) {
      if (convert) {
        source.freeze_columns(std::vector<bool>(source.names().size(), true));
      } else {
        source.freeze_columns(wanted_columns(plan_, options_));
      }
    } else if (!convert) {
      source.set_width(plan_.corrections ? kMostSheetColumns : table_width(plan_));
      if constexpr (requires { source.set_wanted({}); }) source.set_wanted(wanted_columns(plan_, options_));
    }
  });
  open_table(plan_.table);
  phase_ = Phase::kReading;
  return State::kMore;
}

/// After the chosen table: the rows of those that the sample did not see to their end.
TableFeed::State TableFeed::count_next() {
  const size_t first = phase_ == Phase::kReading ? 0 : table_ + 1;
  phase_ = Phase::kCounting;
  for (size_t i = first; i < plan_.tables.size(); ++i) {
    if (plan_.tables[i].rows || i == plan_.table) continue;
    open_table(i);
    return State::kMore;
  }
  phase_ = Phase::kDone;
  return State::kEnd;
}

std::vector<std::string> TableFeed::names() const {
  return with(source_, [](const auto& source) {
    if constexpr (requires { source.names(); }) return source.names();
    return std::vector<std::string>();
  });
}

}  // namespace npscope
