// SPDX-License-Identifier: MIT
// From shards to a settlement: who corrects whom, which order dates have, which groups are the same, and then the ledgers.
#include "core/engine_outcome.h"

#include <algorithm>
#include <utility>

#include "core/base/number_text.h"
#include "core/survey/cell_facts.h"
#include "core/survey/words.h"
#include "core/table/dictionary.h"

namespace npscope {
namespace {

/// The different words of a header.
std::vector<std::string> words_of(std::string_view header) {
  std::vector<std::string> words;
  const std::string folded = header_words(header);
  std::string_view rest = folded;
  while (!rest.empty()) {
    const size_t blank = rest.find(' ');
    const std::string word(rest.substr(0, blank));
    if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(word);
    rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
  }
  return words;
}

bool holds_answer(const ResponseStore& store, uint32_t record) {
  const std::optional<size_t> found = store.find(record);
  return found && store.answer(*found) != kNoAnswer;
}

/// Two headers that are both sentences and have hardly a word in common.
bool ask_differently(std::string_view a, std::string_view b) {
  constexpr size_t kSentence = 4;
  const std::vector<std::string> one = words_of(a);
  const std::vector<std::string> other = words_of(b);
  if (one.size() < kSentence || other.size() < kSentence) return false;
  size_t common = 0;
  for (const std::string& word : one) common += std::ranges::find(other, word) != other.end() ? 1 : 0;
  return common * 4 < std::min(one.size(), other.size());
}

/// A scale that nobody uses beyond 5 beside one that is used up to 10.
bool is_short_scale(const ResponseCounts& counts) {
  constexpr uint64_t kEnough = 20;
  uint64_t low = 0;
  uint64_t high = 0;
  for (size_t score = 0; score < counts.scores.counts.size(); ++score) (score <= 5 ? low : high) += counts.scores.counts[score];
  return low >= kEnough && high == 0;
}

[[gnu::noinline]] ResponseCounts counts_of(const ResponseStore& store) {
  ResponseCounts counts;
  const Chunked<uint8_t>& answers = store.columns().answers;
  const Chunked<uint32_t>& times = store.columns().times;
  for (size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] != kNoAnswer) counts.add_answer(store.groups_only(), answers[i], times.empty() ? 1 : times[i]);
  }
  return counts;
}

}  // namespace

Outcome::Outcome(std::vector<ReadFile> files, const ReadOptions& options, IntervalChoice interval)
    : options_(options), interval_(interval) {
  for (size_t f = 0; f < files.size(); ++f) {
    File& file = files_.emplace_back();
    file.read = files[f];
    file.source = f;
    file.issues = files[f].shard->issues();
    if (files[f].shard->failure() || files[f].shard->counts() == nullptr) continue;
    file.counts = files[f].shard->counts();
    file.ledger = file.counts->ledger();
    file.accepted = counts_of(file.counts->responses());
    accepted_.merge(file.accepted);
  }
  find_corrections();
  find_date_orders();
  find_times();
  share_group_codes();
  settle_all();
  close_ledgers();
  compare_files();
}

void Outcome::find_corrections() {
  for (File& file : files_) {
    bool alone = false;
    for (const CorrectedRecord& corrected : file.read.shard->corrected()) {
      if (corrected.source.empty() || corrected.record == 0) continue;
      const auto source = std::ranges::find_if(
          files_, [&](const File& other) { return other.counts != nullptr && other.read.shard->hash() == corrected.source; });
      if (source == files_.end()) {
        alone = true;
        continue;
      }
      file.source = source->source;
      const auto record = static_cast<uint32_t>(corrected.record);
      source->replaced.push_back(record);
      if (holds_answer(source->counts->responses(), record)) continue;
      uint64_t& before = source->ledger.reasons[static_cast<size_t>(corrected.code)];
      if (corrected.code == Code::kNone || before == 0) continue;
      --before;
      ++source->ledger.reasons[static_cast<size_t>(Code::kReplaced)];
    }
    if (alone) file.issues.add(Code::kCorrectionsAlone, 1);
  }
  for (File& file : files_) {
    std::ranges::sort(file.replaced);
    const auto same = std::ranges::unique(file.replaced);
    file.replaced.erase(same.begin(), same.end());
  }
}

/// The plan was made from the start of a file; all records of a column together decide.
void Outcome::find_date_orders() {
  for (File& file : files_) {
    if (file.counts == nullptr) continue;
    const Mapping& mapping = file.read.shard->counted_plan()->mapping;
    if (!mapping.date_order_unclear || !mapping.date) continue;
    for (const ColumnTally& tally : file.counts->tallies()) {
      if (tally.column != *mapping.date) continue;
      const bool day_first = mapping.date_order == DateOrder::kDayFirst;
      const uint64_t planned = day_first ? tally.day_first : tally.month_first;
      const uint64_t other = day_first ? tally.month_first : tally.day_first;
      file.other_dates = other > planned;
      file.dates_proved = other != planned;
      if (std::min(planned, other) > 0) file.issues.add(Code::kDateInvalid, std::min(planned, other));
    }
  }
}

/// Times of the files in the zone of the report: those with an offset, and those of files whose zone is known. Days without a time
/// are no moments and stay.
void Outcome::find_times() {
  if (options_.rules.report_zone.empty()) return;
  const ZoneRules* const report = options_.zones.find(options_.rules.report_zone);
  for (File& file : files_) {
    if (file.counts == nullptr) continue;
    const ResponseStore::Columns& columns = file.counts->responses().columns();
    const bool other = file.other_dates && !columns.when_other.empty();
    const auto written = [&](size_t i) { return other ? columns.when_other[i] : columns.when[i]; };
    // A file that was read before the zone was chosen, or that has no dates.
    if (columns.offsets.empty()) continue;
    const std::string& zone = file.read.shard->counted_plan()->mapping.zone;
    const ZoneRules* const own = zone.empty() ? nullptr : options_.zones.find(zone);
    uint64_t unknown = 0;
    for (size_t i = 0; i < columns.when.size(); ++i) {
      const int32_t offset = columns.offsets[i];
      const bool placed = offset != Moment::kNoOffset || own != nullptr;
      const bool moment = written(i) != kNoTime && offset != Moment::kDay;
      unknown += moment && (report == nullptr || !placed) ? 1 : 0;
      if (!moment || !placed || report == nullptr) {
        file.times.push_back(written(i));
      } else {
        file.times.push_back(report->local(offset != Moment::kNoOffset ? written(i) - offset : own->utc(written(i))));
      }
    }
    if (unknown > 0) file.issues.add(Code::kZoneUnknown, unknown);
  }
}

void Outcome::share_group_codes() {
  for (size_t g = 0; g < options_.group_by.size(); ++g) {
    SettledGrouping& grouping = groupings_.emplace_back();
    std::vector<std::string>& texts = group_texts_.emplace_back();
    grouping.by = options_.group_by[g].by;
    if (grouping.by == GroupBy::kFile) texts = file_names();
    Dictionary shared;
    for (File& file : files_) {
      if (file.counts == nullptr) continue;
      std::vector<uint32_t>& codes = file.group_codes.emplace_back();
      const GroupCodes& own = file.counts->groups()[g];
      for (uint32_t code = 0; code < own.size(); ++code) {
        const uint32_t common = shared.code(own.text(code));
        codes.push_back(common == Dictionary::kNoCode ? kNoGroup : common);
        if (common == texts.size()) texts.emplace_back(own.text(code));
      }
    }
    grouping.values = texts.size();
  }
}

/// What a person tells the files apart by.
std::vector<std::string> Outcome::file_names() const {
  std::vector<std::string> names;
  for (const File& file : files_) {
    std::string name(file.read.shard->name());
    if (file.read.container == Container::kZip) name.append("/").append(file.read.member);
    const std::string plain = name;
    for (unsigned copy = 2; std::ranges::find(names, name) != names.end(); ++copy) {
      name = plain + " (";
      append_unsigned(name, copy);
      name += ')';
    }
    names.push_back(std::move(name));
  }
  return names;
}

void Outcome::settle_all() {
  for (File& file : files_) {
    if (file.counts == nullptr) continue;
    file.settled = settled_.size();
    settled_.push_back({.responses = &file.counts->responses(),
                        .hash = file.read.shard->hash(),
                        .source = file.source,
                        .replaced = file.replaced,
                        .other_dates = file.other_dates,
                        .times = file.times.empty() ? nullptr : &file.times,
                        .group_codes = file.group_codes});
  }
  settlement_ = settle(settled_, options_.rules, groupings_);
}

Settlement Outcome::settled_under(const Policy& policy) const {
  Rules rules = options_.rules;
  rules.policy = policy;
  return settle(settled_, rules, {});
}

std::vector<Outcome::CountedFile> Outcome::counted_files(const Settlement* other) const {
  const Settlement& settlement = other == nullptr ? settlement_ : *other;
  const std::vector<std::string> names = file_names();
  std::vector<CountedFile> counted;
  for (size_t f = 0; f < files_.size(); ++f) {
    const File& file = files_[f];
    if (file.settled == kNotSettled) continue;
    CountedFile& one = counted.emplace_back();
    one.file = f;
    one.name = names[file.source];
    one.source = file.source;
    one.responses = &file.counts->responses();
    one.mapping = &file.read.shard->counted_plan()->mapping;
    one.outcomes = &settlement.files[file.settled].outcomes;
    const Chunked<int64_t>& others = file.counts->responses().columns().when_other;
    one.times = !file.times.empty() ? &file.times : file.other_dates && !others.empty() ? &others : nullptr;
  }
  return counted;
}

void Outcome::close_ledgers() {
  for (File& file : files_) {
    if (file.settled == kNotSettled) continue;
    const Settlement::File& settled = settlement_.files[file.settled];
    for (size_t i = 0; i < kCodeCount; ++i) {
      file.ledger.accepted -= settled.left_out[i];
      file.ledger.reasons[i] += settled.left_out[i];
    }
    file.issues.merge(settled.issues);
  }
}

/// What only shows when files are put side by side.
void Outcome::compare_files() {
  const bool one_is_long =
      std::ranges::any_of(files_, [](const File& file) { return file.counts != nullptr && !is_short_scale(file.accepted); });
  std::string_view question;
  for (File& file : files_) {
    if (file.counts == nullptr || file.counts->responses().size() == 0) continue;
    if (files_.size() > 1 && one_is_long && is_short_scale(file.accepted)) {
      file.issues.add(Code::kScaleChange, 1);
    }
    const Mapping& mapping = file.read.shard->counted_plan()->mapping;
    const std::string_view name = mapping.columns[mapping.score].name;
    if (question.empty()) {
      question = name;
    } else if (ask_differently(question, name)) {
      file.issues.add(Code::kScoreQuestionsDiffer, 1);
    }
  }
}

/// Some records that do not count have no cells for what stands there.
bool Outcome::has_broken(const File& file) {
  if (file.counts == nullptr) return false;
  const Plan* plan = file.read.shard->plan();
  if (plan->corrections && plan->corrections->has_broken()) return true;
  const auto& reasons = file.counts->ledger().reasons;
  // Rows that were put together have lost their cells.
  const bool pivoted = file.read.shard->counted_plan() != plan;
  if (pivoted && reasons[static_cast<size_t>(Code::kUnclosedQuote)] > 0) return true;
  return reasons[static_cast<size_t>(Code::kRecordTooLong)] + reasons[static_cast<size_t>(Code::kInvalidJsonRecord)] > 0 ||
         file.read.shard->issues().entry(Code::kCellOutsideTable).count > 0;
}

RejectTask Outcome::reject_task(size_t index) const {
  const File& file = files_[index];
  RejectTask task;
  task.hash = file.read.shard->hash();
  task.replaced = file.replaced;
  task.has_broken = has_broken(file);
  if (file.settled == kNotSettled) return task;
  const Chunked<uint8_t>& outcomes = settlement_.files[file.settled].outcomes;
  const ResponseStore& responses = file.counts->responses();
  for (size_t i = 0; i < outcomes.size(); ++i) {
    const auto code = static_cast<Code>(outcomes[i]);
    if (outcomes[i] == kNoAnswer) continue;
    if (code != Code::kNone) task.outcomes.push_back({responses.record(i), code});
  }
  return task;
}

bool Outcome::has_column(Role role) const {
  return std::ranges::any_of(files_, [role](const File& file) {
    if (file.counts == nullptr) return false;
    return std::ranges::any_of(file.read.shard->counted_plan()->mapping.columns,
                               [role](const Column& column) { return column.role == role; });
  });
}

std::optional<NpsSummary> Outcome::summary(const ResponseCounts& scores, const UnitMeans& means) const {
  return means.entries.empty() ? summarize(scores, interval_) : summarize(scores, means, interval_);
}

/// A column to group by that no file has.
std::optional<Failure> Outcome::unknown_grouping() const {
  for (size_t g = 0; g < groupings_.size(); ++g) {
    if (groupings_[g].by == GroupBy::kFile) continue;
    const bool known = std::ranges::any_of(files_, [g](const File& file) {
      return file.counts != nullptr && file.read.shard->counted_plan()->groups[g].column.has_value();
    });
    if (!known) return Failure{Code::kUnknownColumn, groupings_[g].by == GroupBy::kMonth ? "date" : "group-by"};
  }
  return std::nullopt;
}

std::optional<Failure> Outcome::missing_for(const Policy& policy) const {
  const bool by_unit = policy.answers != CountedAnswers::kAll;
  const Role unit = policy.unit == CountedUnit::kAccount ? Role::kAccount : Role::kRespondent;
  if (by_unit && !has_column(unit)) return Failure{Code::kPolicyNeedsColumn, std::string(role_name(unit))};
  if ((policy.from || policy.to) && !has_column(Role::kDate)) return Failure{Code::kPolicyNeedsColumn, "date"};
  return std::nullopt;
}

/// Why no figure can be given for what the policy asks for.
std::optional<Failure> Outcome::failure() const {
  const bool read = std::ranges::any_of(files_, [](const File& file) { return file.counts != nullptr; });
  if (!read) return std::nullopt;
  if (std::optional<Failure> missing = missing_for(options_.rules.policy)) return missing;
  if (const std::optional<Failure> unknown = unknown_grouping()) return unknown;
  if (summarize(settlement_.scores, interval_)) return std::nullopt;
  Ledger all;
  for (const File& file : files_) all.merge(file.ledger);
  if (accepted_ == ResponseCounts{}) return Failure{Code::kNoScores, {}};
  return Failure{all.duplicate() > 0 && all.excluded() == 0 ? Code::kAllDuplicates : Code::kPolicyEmpty, {}};
}

std::optional<NpsSummary> Outcome::overall() const {
  if (failure()) return std::nullopt;
  return summary(settlement_.scores, settlement_.means);
}

}  // namespace npscope
