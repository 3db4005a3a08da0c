// SPDX-License-Identifier: MIT
// The facade: options by name, files one after the other, then partials to statistics to the report.
#include "core/engine.h"

#include <optional>
#include <utility>

#include "core/base/check.h"
#include "core/base/json_writer.h"
#include "core/base/text.h"
#include "core/report/report_json.h"

namespace npscope {
namespace {

std::optional<Role> mapped_role(std::string_view option) {
  for (const Role role : {Role::kScore, Role::kDate, Role::kRespondent, Role::kComment, Role::kSegment}) {
    if (option.substr(4) == role_name(role)) return role;
  }
  return std::nullopt;
}

std::vector<std::string> missing_list(std::string_view value) {
  std::vector<std::string> codes;
  while (!value.empty()) {
    const size_t comma = value.find(',');
    std::string code = folded(value.substr(0, comma));
    if (!code.empty()) codes.push_back(std::move(code));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return codes;
}

std::optional<char> delimiter_named(std::string_view value) {
  if (value == "tab" || value == "\\t") return '\t';
  if (value.size() == 1 && value[0] != '"' && value[0] != '\n' && value[0] != '\r' && !is_digit(value[0]) &&
      !is_ascii_letter(value[0]) && static_cast<unsigned char>(value[0]) < 0x80) {
    return value[0];
  }
  return std::nullopt;
}

bool set_group_by(ReadOptions& options, std::string_view value) {
  constexpr std::string_view kColumn = "column:";
  const bool month = value == "month";
  if (!month && (!value.starts_with(kColumn) || value.size() == kColumn.size())) return false;
  options.group_by.push_back({month, month ? std::string() : std::string(value.substr(kColumn.size()))});
  return true;
}

/// Options that change how a file is read.
bool set_read_option(ReadOptions& options, std::string_view option, std::string_view value) {
  if (option == "delimiter") {
    options.delimiter = delimiter_named(value);
    return options.delimiter.has_value();
  }
  if (option == "encoding") {
    options.encoding = encoding_named(value);
    return options.encoding.has_value();
  }
  if (option == "headerRecords") {
    if (value.size() != 1 || value[0] < '0' || value[0] > '5') return false;
    options.mapping.header_records = static_cast<uint32_t>(value[0] - '0');
    return true;
  }
  if (option == "missing") {
    options.mapping.missing.declared = missing_list(value);
    return true;
  }
  if (option == "groupBy") return set_group_by(options, value);
  if (option == "keep") {
    options.keep_all = value == "all";
    return value == "all" || value == "asked";
  }
  if (option == "kernel") {
    options.kernel = value == "scalar" ? csv::Kernel::kScalarOnly : csv::Kernel::kFastest;
    return value == "scalar" || value == "fastest";
  }
  return false;
}

FileFacts file_facts(const FileShard& file) {
  static const Ledger kNoLedger;
  static const IssueCounts kNoIssues;
  const RecordCounts* counts = file.counts();
  FileFacts facts;
  facts.name = file.name();
  facts.bytes = file.size();
  facts.hash = file.hash();
  facts.ledger = counts == nullptr ? &kNoLedger : &counts->ledger();
  facts.issues = counts == nullptr ? &kNoIssues : &counts->issues();
  if (const std::optional<Failure>& failed = file.failure()) facts.failure = &*failed;
  const Plan* plan = file.plan();
  if (plan == nullptr || plan->format != "csv") return facts;
  facts.format = plan->format;
  facts.encoding = encoding_name(plan->encoding.encoding);
  facts.encoding_confidence = plan->encoding.confidence;
  if (plan->mapping.columns.empty()) return facts;
  facts.delimiter = {&plan->dialect.marks.delimiter, 1};
  facts.quote = {&plan->dialect.marks.quote, 1};
  facts.header_records = plan->mapping.header_records;
  facts.preset = plan->mapping.preset;
  for (const Column& column : plan->mapping.columns) {
    facts.columns.push_back({column.name, role_name(column.role), column.confidence, &column.evidence});
  }
  for (const ScoreCandidate& candidate : plan->mapping.candidates) {
    facts.score_candidates.push_back({candidate.column, candidate.confidence});
  }
  return facts;
}

/// The groupings of all files that gave something, merged; names are those of the first such file.
std::vector<GroupFacts> group_facts(const std::vector<std::unique_ptr<FileShard>>& files, const ReadOptions& options,
                                    IntervalChoice interval) {
  std::vector<KeyedCounts> keyed(options.group_by.size());
  std::vector<std::string_view> names(keyed.size());
  for (const auto& file : files) {
    if (file->failure() || file->counts() == nullptr) continue;
    const std::vector<KeyedCounts> groups = file->counts()->groups();
    for (size_t g = 0; g < groups.size(); ++g) {
      keyed[g].merge(groups[g]);
      if (names[g].empty()) names[g] = file->plan()->mapping.columns[file->plan()->groups[g].column].name;
    }
  }
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
  if (option.starts_with("map.")) {
    const std::optional<Role> role = mapped_role(option);
    if (!role || value.empty()) return false;
    options_.mapping.choices.push_back({*role, std::string(value)});
    return true;
  }
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
  return set_read_option(options_, option, value);
}

void Engine::open(std::string name, uint64_t size) {
  files_.push_back(std::make_unique<FileShard>(std::move(name), size, options_));
}

ByteRange Engine::want() const { return files_.empty() ? ByteRange{} : files_.back()->want(); }

char* Engine::reserve(uint64_t length) { return files_.empty() ? nullptr : files_.back()->reserve(length); }

void Engine::commit(uint64_t length) {
  if (!files_.empty()) files_.back()->commit(length);
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
  for (const auto& file : files_) sum += file->counts() == nullptr ? 0 : file->counts()->records();
  return sum;
}

std::string Engine::report() const {
  std::vector<FileFacts> facts;
  ScoreCounts scores;
  for (const auto& file : files_) {
    facts.push_back(file_facts(*file));
    if (!file->failure() && file->counts() != nullptr) scores.merge(file->counts()->scores());
  }
  return report_json(facts, summarize(scores, interval_), group_facts(files_, options_, interval_));
}

std::string Engine::cells(size_t file, uint64_t record) const {
  JsonWriter json;
  const auto cells = file < files_.size() ? files_[file]->cells(record) : std::nullopt;
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
