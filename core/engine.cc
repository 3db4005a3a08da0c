// SPDX-License-Identifier: MIT
// The facade: options by name, files one after the other, then partials to statistics to the report.
#include "core/engine.h"

#include <optional>
#include <utility>

#include "core/base/check.h"
#include "core/base/json_writer.h"
#include "core/report/report_json.h"

namespace npscope {
namespace {

/// What was recognised, as far as it got.
void add_plan(const Plan& plan, FileFacts& facts) {
  const bool known = plan.is_text() || !plan.tables.empty();
  if (!known) return;
  facts.format = plan.format;
  if (plan.is_text()) {
    facts.encoding = encoding_name(plan.encoding.encoding);
    facts.encoding_confidence = plan.encoding.confidence;
    for (const EncodingPreview& other : plan.alternatives)
      facts.encoding_alternatives.push_back({encoding_name(other.encoding), other.confidence, other.preview});
  }
  for (size_t i = 0; i < plan.tables.size(); ++i) {
    const TablePlan& table = plan.tables[i];
    facts.tables.push_back({table.info.name, table.rows, i == plan.table, table.info.hidden});
  }
  const Mapping& mapping = plan.mapping;
  if (mapping.columns.empty()) return;
  if (plan.format == "csv") {
    facts.delimiter = {&plan.dialect.marks.delimiter, 1};
    facts.quote = {&plan.dialect.marks.quote, 1};
  }
  facts.header_records = mapping.header_records;
  facts.preset = mapping.preset;
  facts.zone = mapping.zone;
  for (size_t i = 0; i < mapping.columns.size(); ++i) {
    const Column& column = mapping.columns[i];
    FileFacts::ColumnFacts& fact = facts.columns.emplace_back(
        FileFacts::ColumnFacts{column.name, role_name(column.role), column.confidence, &column.evidence});
    if (i >= plan.samples.size()) continue;
    fact.samples = &plan.samples[i].values;
    fact.filled = plan.samples[i].filled;
  }
  for (const ScoreCandidate& candidate : mapping.candidates)
    facts.score_candidates.push_back({candidate.column, candidate.confidence});
}

FileFacts file_facts(const IntakeFile& file) {
  static const Ledger kNoLedger;
  const FileShard& shard = *file.shard;
  const RecordCounts* counts = shard.counts();
  FileFacts facts;
  facts.name = shard.name();
  facts.bytes = shard.size();
  facts.hash = shard.hash();
  if (file.container != Container::kNone) {
    facts.container = file.container == Container::kZip ? "zip" : "gzip";
    facts.member = file.member;
  }
  facts.ledger = counts == nullptr ? &kNoLedger : &counts->ledger();
  facts.issues = &shard.issues();
  if (const std::optional<Failure>& failed = shard.failure()) facts.failure = &*failed;
  if (shard.plan() != nullptr) add_plan(*shard.plan(), facts);
  return facts;
}

/// Calls `act` with every file to report on.
template <class Act>
void for_each_file(const std::vector<std::unique_ptr<Intake>>& intakes, Act&& act) {
  for (const auto& intake : intakes) {
    for (const IntakeFile& file : intake->files()) act(file);
  }
}

std::vector<FileFacts> all_facts(const std::vector<std::unique_ptr<Intake>>& intakes) {
  std::vector<FileFacts> facts;
  for_each_file(intakes, [&facts](const IntakeFile& file) { facts.push_back(file_facts(file)); });
  return facts;
}

/// The groupings of all files that gave something, merged; names are those of the first such file.
std::vector<GroupFacts> group_facts(const std::vector<std::unique_ptr<Intake>>& files, const ReadOptions& options,
                                    IntervalChoice interval) {
  std::vector<KeyedCounts> keyed(options.group_by.size());
  std::vector<std::string_view> names(keyed.size());
  for_each_file(files, [&](const IntakeFile& file) {
    const FileShard& shard = *file.shard;
    if (shard.failure() || shard.counts() == nullptr) return;
    const std::vector<KeyedCounts> groups = shard.counts()->groups();
    for (size_t g = 0; g < groups.size(); ++g) {
      keyed[g].merge(groups[g]);
      if (names[g].empty()) names[g] = shard.plan()->mapping.columns[shard.plan()->groups[g].column].name;
    }
  });
  std::vector<GroupFacts> facts;
  for (size_t g = 0; g < keyed.size(); ++g) {
    GroupFacts& group = facts.emplace_back(GroupFacts{options.group_by[g].by_month, names[g], {}});
    for (const KeyedCounts::Entry& entry : keyed[g].entries) {
      const std::optional<NpsSummary> summary = summarize(entry.scores, interval);
      if (summary) group.entries.push_back({entry.has_value ? std::optional(entry.value) : std::nullopt, *summary});
    }
  }
  return facts;
}

}  // namespace

bool Engine::set(std::string_view option, std::string_view value) {
  if (option == "level") {
    const std::optional<Level> level = level_named(value);
    interval_.level = level.value_or(interval_.level);
    return level.has_value();
  }
  if (option == "method") {
    const std::optional<IntervalMethod> method = method_named(value);
    interval_.method = method.value_or(interval_.method);
    return method.has_value();
  }
  return set_option(options_, option, value);
}

void Engine::open(std::string name, uint64_t size) {
  files_.push_back(std::make_unique<Intake>(std::move(name), size, options_, tables_));
}

ByteRange Engine::want() const { return files_.empty() ? ByteRange{} : files_.back()->want(); }

char* Engine::reserve(uint64_t length) { return files_.empty() ? nullptr : files_.back()->reserve(length); }

void Engine::commit(uint64_t length) {
  if (!files_.empty()) files_.back()->commit(length);
}

bool Engine::step() { return !files_.empty() && files_.back()->step(); }

std::string_view Engine::want_table() const { return files_.empty() ? std::string_view() : files_.back()->want_table(); }

void Engine::take_table(std::string_view table) {
  const std::string_view label = want_table();
  if (label.empty()) return;
  tables_.settle(label, table);
  files_.back()->take_table();
}

std::string_view Engine::output() const {
  const std::string* text = files_.empty() ? nullptr : files_.back()->output();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

void Engine::clear_output() {
  if (std::string* text = files_.empty() ? nullptr : files_.back()->output()) text->clear();
}

void Engine::fail(std::string_view code) {
  const Code known = code_named(code);
  if (!files_.empty()) files_.back()->fail(known == Code::kNone ? Code::kUnreadable : known);
}

void Engine::close() {
  if (!files_.empty()) files_.back()->close();
}

uint64_t Engine::records() const {
  uint64_t sum = 0;
  for_each_file(files_, [&sum](const IntakeFile& file) {
    if (const RecordCounts* counts = file.shard->counts()) sum += counts->records();
  });
  return sum;
}

std::string Engine::report() const {
  ResponseCounts responses;
  for_each_file(files_, [&responses](const IntakeFile& file) {
    if (!file.shard->failure() && file.shard->counts() != nullptr) responses.merge(file.shard->counts()->scores());
  });
  return report_json(all_facts(files_), summarize(responses, interval_), group_facts(files_, options_, interval_));
}

std::string Engine::inspection() const { return inspection_json(all_facts(files_)); }

std::string Engine::cells(size_t file, uint64_t record) const {
  std::optional<std::vector<std::string>> cells;
  size_t index = 0;
  for_each_file(files_, [&](const IntakeFile& one) {
    if (index++ == file) cells = one.shard->cells(record);
  });
  JsonWriter json;
  if (!cells) return "null";
  json.begin_array();
  for (const std::string& cell : *cells) json.value(std::string_view(cell));
  json.end_array();
  return json.take();
}

std::string Engine::score(uint64_t detractors, uint64_t passives, uint64_t promoters) const {
  return report_json({}, summarize(GroupCounts{detractors, passives, promoters}, interval_), {});
}

}  // namespace npscope
