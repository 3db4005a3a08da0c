// SPDX-License-Identifier: MIT
// The facade: options by name, files one after the other, then what they say together, and the second pass for rejects.
#include "core/engine.h"

#include <optional>
#include <utility>

#include "core/base/json_writer.h"
#include "core/engine_questions.h"
#include "core/measures/compare_counts.h"
#include "core/report/report_json.h"

namespace npscope {
namespace {

std::string worded(Code code, std::string_view detail) {
  std::string text(code_name(code));
  if (!detail.empty()) {
    text += ':';
    text += detail;
  }
  return text;
}

}  // namespace

Engine::Engine() = default;
Engine::~Engine() = default;

std::string Engine::set(std::string_view option, std::string_view value) {
  bool known = false;
  if (option == "recipe") return follow(value);
  if (option == "level") {
    const std::optional<Level> level = level_named(value);
    interval_.level = level.value_or(interval_.level);
    known = level.has_value();
  } else if (option == "method") {
    const std::optional<IntervalMethod> method = method_named(value);
    interval_.method = method.value_or(interval_.method);
    known = method.has_value();
  } else if (option.starts_with("rejects.") || option.starts_with("reason.")) {
    known = set_rejects(option, value);
  } else if (option == "themes") {
    known = set_themes(value);
  } else {
    known = set_option(options_, option, value);
    if (option == "zoneRules") {
      questions_.reset();
      outcome_.reset();
    }
  }
  return known ? std::string() : worded(Code::kBadOption, option);
}

/// Takes over all decisions; options that are set afterwards go before them.
std::string Engine::follow(std::string_view text) {
  Result<Recipe> read = parse_recipe(text);
  if (!read) return worded(read.error().code, read.error().detail);
  const std::optional<IntervalMethod> method = method_named(read->method);
  std::optional<Level> level;
  for (const Level one : kLevels) {
    if (level_value(one) == read->level) level = one;
  }
  if (!method) return worded(Code::kRecipeInvalid, "method");
  if (!level) return worded(Code::kRecipeInvalid, "level");
  interval_ = {*method, *level};
  options_.rules = read->rules;
  options_.group_by.clear();
  for (const std::string& by : read->group_by) {
    if (!set_option(options_, "groupBy", by)) return worded(Code::kRecipeInvalid, "groupBy");
  }
  sources_ = std::move(read->sources);
  options_.sources = &sources_;
  themes_ = std::move(read->themes);
  options_.themes = &themes_;
  return {};
}

bool Engine::set_themes(std::string_view text) {
  const std::optional<json::Document> document = json::parse_document(text);
  std::optional<std::vector<Theme>> themes = document ? read_themes(document->root()) : std::nullopt;
  if (!themes) return false;
  themes_ = std::move(*themes);
  options_.themes = &themes_;
  return true;
}

bool Engine::set_rejects(std::string_view option, std::string_view value) {
  if (option.starts_with("reason.")) return reasons_.set(option.substr(7), value);
  if (option == "rejects.guard") {
    reject_form_.guard = value == "on";
    return value == "on" || value == "off";
  }
  if (option != "rejects.kind") return false;
  if (value == "csv") reject_form_.kind = RejectKind::kCsv;
  if (value == "source-csv") reject_form_.kind = RejectKind::kSourceCsv;
  if (value == "xlsx") reject_form_.kind = RejectKind::kXlsx;
  return value == "csv" || value == "source-csv" || value == "xlsx";
}

void Engine::open(std::string name, uint64_t size) {
  questions_.reset();
  outcome_.reset();
  second_.reset();
  options_.book = &book_;
  files_.push_back(std::make_unique<Intake>(std::move(name), size, options_, tables_));
}

Intake* Engine::current() const {
  if (second_ != nullptr) return second_.get();
  return files_.empty() ? nullptr : files_.back().get();
}

ByteRange Engine::want() const { return current() == nullptr ? ByteRange{} : current()->want(); }

char* Engine::reserve(uint64_t length) { return current() == nullptr ? nullptr : current()->reserve(length); }

void Engine::commit(uint64_t length) {
  if (Intake* intake = current()) intake->commit(length);
}

bool Engine::step() {
  Intake* intake = current();
  return intake != nullptr && intake->step();
}

std::string_view Engine::want_table() const { return current() == nullptr ? std::string_view() : current()->want_table(); }

void Engine::take_table(std::string_view table) {
  const std::string_view label = want_table();
  if (label.empty()) return;
  tables_.settle(label, table);
  current()->take_table();
}

std::string_view Engine::output() const {
  const std::string* text = current() == nullptr ? nullptr : current()->output();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

void Engine::clear_output() {
  if (std::string* text = current() == nullptr ? nullptr : current()->output()) text->clear();
}

void Engine::fail(std::string_view code) {
  const Code known = code_named(code);
  if (Intake* intake = current()) intake->fail(known == Code::kNone ? Code::kUnreadable : known);
}

void Engine::close() {
  Intake* intake = current();
  if (intake == nullptr) return;
  intake->close();
  if (intake == second_.get()) return;
  note_sources();
}

/// Remembers the files closed last for those that come, unless what they correct has not come yet.
void Engine::note_sources() {
  const std::vector<IntakeFile>& closed = files_.back()->files();
  for (const IntakeFile& file : closed) {
    const Plan* plan = file.shard->plan();
    const bool early = plan != nullptr && plan->corrections && !file.shard->failure() && !last_round_ && closed.size() == 1 &&
                       book_.find(plan->corrections->source()) == nullptr && options_.mode == Mode::kReport;
    if (early) {
      aside_ = true;
      return;
    }
  }
  size_t index = read_files().size() - closed.size();
  for (const IntakeFile& file : closed) {
    const Plan* plan = file.shard->counted_plan();
    if (plan != nullptr && !file.shard->failure()) book_.add({file.shard->hash(), plan->fingerprint, plan, index});
    ++index;
  }
}

bool Engine::put_aside() {
  if (!std::exchange(aside_, false)) return false;
  files_.pop_back();
  return true;
}

bool Engine::open_rejects(size_t file) {
  const std::vector<ReadFile> files = read_files();
  if (file >= files.size() || files[file].shard->counts() == nullptr || files[file].shard->failure()) return false;
  reject_task_ = outcome().reject_task(file);
  reject_task_.form = reject_form_;
  reject_task_.reasons = reasons_;
  second_options_ = options_;
  second_options_.mode = Mode::kRejects;
  second_options_.rejects = &reject_task_;
  open_again(file);
  return true;
}

/// One more pass, with `second_options_`.
void Engine::open_again(size_t file) {
  const ReadFile read = read_files()[file];
  second_options_.group_by.clear();
  second_options_.sha256 = false;
  if (read.container == Container::kZip) second_options_.member = read.member;
  // The part of the recipe that the first pass followed, whatever files come before.
  if (const SourceRecipe* source = read.shard->counted_plan()->source) {
    second_sources_.assign(1, *source);
    second_options_.sources = &second_sources_;
  }
  second_ = std::make_unique<Intake>(read.shard->name(), files_[opened(file)]->size(), second_options_, tables_);
}

size_t Engine::opened(size_t file) const {
  for (size_t i = 0; i < files_.size(); ++i) {
    const size_t count = files_[i]->files().size();
    if (file < count) return i;
    file -= count;
  }
  return files_.size();
}

std::string Engine::second_failure() const {
  if (second_ == nullptr || second_->files().empty()) return worded(Code::kSourceChanged, {});
  const std::optional<Failure>& failure = second_->files().back().shard->failure();
  if (!failure) return {};
  // The first pass has read all of it: whatever is damaged or missing now was not then.
  const bool ours = failure->code == Code::kOutOfMemory || failure->code == Code::kLimitExceeded;
  return ours ? worded(failure->code, failure->detail) : worded(Code::kSourceChanged, {});
}

const RejectSink* Engine::reject_sink() const {
  return second_ == nullptr || second_->files().empty() ? nullptr : second_->files().back().shard->rejects();
}

uint64_t Engine::rejects_cut_records() const {
  const RejectSink* sink = reject_sink();
  return sink == nullptr ? 0 : sink->cut_records();
}

uint64_t Engine::rejects_long_cells() const {
  const RejectSink* sink = reject_sink();
  return sink == nullptr ? 0 : sink->long_cells();
}

std::vector<ReadFile> Engine::read_files() const {
  std::vector<ReadFile> files;
  for (const auto& intake : files_) {
    for (const IntakeFile& file : intake->files()) files.push_back({file.shard.get(), file.container, file.member});
  }
  return files;
}

const Outcome& Engine::outcome() const {
  if (outcome_ == nullptr) outcome_ = std::make_unique<Outcome>(read_files(), options_, interval_);
  return *outcome_;
}

std::string Engine::ask(std::string_view query) {
  if (questions_ == nullptr) questions_ = std::make_unique<Questions>(outcome(), interval_);
  const std::optional<Failure> failed = questions_->ask(query);
  return failed ? worded(failed->code, failed->detail) : std::string();
}

int64_t Engine::wants_columns() {
  const std::optional<size_t> file = questions_ == nullptr ? std::nullopt : questions_->wants_columns();
  return file ? static_cast<int64_t>(*file) : -1;
}

bool Engine::open_columns(size_t file) {
  if (wants_columns() != static_cast<int64_t>(file)) return false;
  second_options_ = options_;
  second_options_.mode = Mode::kColumns;
  second_options_.columns = &questions_->task(file);
  second_options_.keep_all = false;
  open_again(file);
  return true;
}

bool Engine::work() { return questions_ != nullptr && questions_->work(); }

double Engine::worked() const { return questions_ == nullptr ? 1 : questions_->worked(); }

std::string Engine::answer() { return questions_ == nullptr ? "null" : questions_->answer(); }

uint64_t Engine::records() const {
  uint64_t sum = 0;
  for (const auto& intake : files_) {
    for (const IntakeFile& file : intake->files()) {
      if (const RecordCounts* counts = file.shard->counts()) sum += counts->records();
    }
  }
  return sum;
}

std::string Engine::wanted_zones() const {
  std::string wanted;
  const auto want = [&](const std::string& zone) {
    if (zone.empty() || options_.zones.settled(zone) || wanted.contains(zone + '\n')) return;
    wanted.append(zone).append(1, '\n');
  };
  if (options_.rules.report_zone.empty()) return wanted;
  want(options_.rules.report_zone);
  for (const ReadFile& file : read_files()) {
    if (const Plan* plan = file.shard->counted_plan()) want(plan->mapping.zone);
  }
  return wanted;
}

std::string Engine::report() const { return report_json(outcome().facts()); }

std::string Engine::plan() const { return plan_json(outcome().facts()); }

std::string Engine::inspection() const { return inspection_json(outcome().facts()); }

std::string Engine::cells(size_t file, uint64_t record) const {
  const std::vector<ReadFile> files = read_files();
  if (file >= files.size()) return "null";
  const std::optional<std::vector<std::string>> cells = files[file].shard->cells(record);
  if (!cells) return "null";
  JsonWriter json;
  json.begin_array();
  for (const std::string& cell : *cells) json.value(std::string_view(cell));
  json.end_array();
  return json.take();
}

std::string Engine::compare(const GroupCounts& first, const GroupCounts& second) const {
  return compare_counts(first, second, interval_);
}

std::string Engine::score(uint64_t detractors, uint64_t passives, uint64_t promoters) const {
  ReportFacts facts = Outcome({}, options_, interval_).facts();
  facts.nps = summarize(GroupCounts{detractors, passives, promoters}, interval_);
  facts.limits = {"mean", "histogram"};
  return report_json(facts);
}

}  // namespace npscope
