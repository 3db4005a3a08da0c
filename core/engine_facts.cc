// SPDX-License-Identifier: MIT
// The facts of the report, one function for each part of it.
#include <algorithm>
#include <bit>
#include <utility>

#include "core/base/number_text.h"
#include "core/engine_outcome.h"
#include "core/measures/suppression.h"
#include "core/partial/keyed_counts.h"
#include "core/shard/recipe.h"
#include "core/survey/questions.h"

namespace npscope {
namespace {

constexpr int32_t kFirstYear = 1900;

std::string month_text(size_t month) {
  std::string text;
  append_unsigned(text, kFirstYear + month / 12);
  text += month % 12 < 9 ? "-0" : "-";
  append_unsigned(text, month % 12 + 1);
  return text;
}

uint64_t response_count(const ResponseCounts& counts) { return group_counts(counts).responses(); }

/// Groups with fewer responses stay hidden. One group alone would follow from the others and the total, so that the next ones are
/// hidden with it.
uint64_t least_shown(const KeyedCounts& groups) {
  uint64_t hidden = 0;
  uint64_t next = UINT64_MAX;
  for (const KeyedCounts::Entry& entry : groups.entries) {
    const uint64_t responses = response_count(entry.scores);
    if (responses < kLeastForEmployees) {
      ++hidden;
    } else {
      next = std::min(next, responses);
    }
  }
  return hidden == 1 && next != UINT64_MAX ? next + 1 : kLeastForEmployees;
}

}  // namespace

FileFacts plan_facts(const ReadFile& file) {
  const FileShard& shard = *file.shard;
  FileFacts facts;
  facts.name = shard.name();
  facts.bytes = shard.size();
  facts.hash = shard.hash();
  facts.sha256 = shard.sha256();
  if (file.container != Container::kNone) {
    facts.container = file.container == Container::kZip ? "zip" : "gzip";
    facts.member = file.member;
  }
  if (const std::optional<Failure>& failed = shard.failure()) facts.failure = &*failed;
  const Plan* found = shard.plan();
  if (found == nullptr || (!found->is_text() && found->tables.empty())) return facts;
  const Plan& plan = *found;
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
  if (mapping.columns.empty()) return facts;
  if (plan.format == "csv") {
    facts.delimiter = {&plan.dialect.marks.delimiter, 1};
    facts.quote = {&plan.dialect.marks.quote, 1};
  }
  facts.fingerprint = shard.counted_plan()->fingerprint;
  facts.header_records = mapping.header_records;
  facts.preset = mapping.preset;
  facts.zone = mapping.zone;
  const std::vector<ColumnSample>& samples = shard.counted_plan()->samples;
  for (size_t i = 0; i < mapping.columns.size(); ++i) {
    const Column& column = mapping.columns[i];
    FileFacts::ColumnFacts& fact = facts.columns.emplace_back(
        FileFacts::ColumnFacts{column.name, role_name(column.role), column.confidence, &column.evidence});
    if (i >= samples.size()) continue;
    fact.samples = &samples[i].values;
    fact.filled = samples[i].filled;
  }
  for (const ScoreCandidate& candidate : mapping.candidates)
    facts.score_candidates.push_back({candidate.column, candidate.confidence});
  return facts;
}

QualityFacts Outcome::quality(const File& file) const {
  QualityFacts quality;
  const Mapping& mapping = file.read.shard->counted_plan()->mapping;
  const Ledger& read = file.counts->ledger();
  QualityFacts::Column score{mapping.score, role_name(Role::kScore), read.accepted, read.accepted, 0};
  for (const ResponseCounts& excluded : file.counts->excluded()) score.valid += response_count(excluded);
  score.filled = score.valid;
  for (const Code code :
       {Code::kScoreOutOfRange, Code::kScoreNotInteger, Code::kScoreNotANumber, Code::kScoreAmbiguous, Code::kScoreSentinel}) {
    score.filled += read.reasons[static_cast<size_t>(code)];
  }
  score.distinct = static_cast<uint64_t>(std::popcount(file.counts->responses().seen_answers()));
  quality.columns.push_back(score);
  for (const ColumnTally& tally : file.counts->tallies())
    quality.columns.push_back({tally.column, role_name(tally.role), tally.filled, tally.valid, tally.distinct});
  std::ranges::sort(quality.columns, {}, &QualityFacts::Column::index);
  for (const Role role : {Role::kComment, Role::kRespondent, Role::kDate}) {
    const bool there = std::ranges::any_of(mapping.columns, [role](const Column& column) { return column.role == role; });
    if (!there) quality.missing.push_back(role_name(role));
  }
  judge(file.ledger, file.issues, quality);
  return quality;
}

void Outcome::add_files(ReportFacts& facts) const {
  for (const File& file : files_) {
    FileFacts& fact = facts.files.emplace_back(plan_facts(file.read));
    fact.ledger = file.ledger;
    fact.issues = file.issues;
    if (file.counts != nullptr) fact.quality = quality(file);
    facts.ledger.merge(file.ledger);
  }
}

void Outcome::add_sensitivity(ReportFacts& facts) const {
  const Policy& policy = options_.rules.policy;
  if (has_column(policy.unit == CountedUnit::kAccount ? Role::kAccount : Role::kRespondent)) {
    facts.repeats = ReportFacts::Repeats{settlement_.repeated_units, settlement_.repeated_responses};
  }
  for (const PolicyVariant& variant : settlement_.variants) {
    const bool all = variant.answers == CountedAnswers::kAll;
    const bool chosen = variant.answers == policy.answers && (all || variant.unit == policy.unit);
    facts.sensitivity.push_back({answers_name(variant.answers), unit_name(variant.unit), chosen,
                                 variant.answers == CountedAnswers::kMean ? summarize(variant.scores, variant.means, interval_)
                                                                          : summarize(variant.scores, interval_)});
  }
}

void Outcome::add_groups(ReportFacts& facts) const {
  for (size_t g = 0; g < groupings_.size(); ++g) {
    GroupFacts& group = facts.groups.emplace_back();
    const GroupBy by = groupings_[g].by;
    group.by = group_by_name(by);
    bool employees = false;
    for (const File& file : files_) {
      if (file.counts == nullptr) continue;
      const Plan& plan = *file.read.shard->counted_plan();
      if (!plan.groups[g].column) continue;
      const Column& column = plan.mapping.columns[*plan.groups[g].column];
      if (group.name.empty()) group.name = column.name;
      employees = employees || column.role == Role::kEmployee;
    }
    std::vector<KeyedCounts::Entry> entries;
    const std::vector<GroupTally>& tallies = settlement_.groups[g];
    for (size_t i = 0; i < tallies.size(); ++i) {
      if (tallies[i].scores == ResponseCounts{}) continue;
      const bool none = i + 1 == tallies.size();
      entries.push_back({!none,
                         none                    ? std::string()
                         : by == GroupBy::kMonth ? month_text(i)
                                                 : group_texts_[g][i],
                         tallies[i].scores, tallies[i].means});
    }
    const KeyedCounts keyed = keyed_counts(std::move(entries));
    const uint64_t least = employees ? least_shown(keyed) : 0;
    for (const KeyedCounts::Entry& entry : keyed.entries) {
      const uint64_t responses = response_count(entry.scores);
      if (responses < least) {
        ++group.hidden_groups;
        group.hidden_responses += responses;
      } else if (const std::optional<NpsSummary> found = summary(entry.scores, entry.means)) {
        group.entries.push_back({entry.has_value ? std::optional(entry.value) : std::nullopt, *found});
      }
    }
  }
}

void Outcome::add_changes(ReportFacts& facts) const {
  for (size_t f = 0; f < files_.size(); ++f) {
    const Plan* plan = files_[f].read.shard->counted_plan();
    if (plan == nullptr) continue;
    for (const SampleChange& change : plan->changes) {
      facts.changes.push_back(
          {kCleaningRuleNames[rule_index(change.rule)], f, change.record, change.column, change.before, change.after});
    }
  }
}

Recipe Outcome::recipe() const {
  Recipe recipe;
  recipe.rules = options_.rules;
  recipe.level = level_value(interval_.level);
  recipe.method = method_name(interval_.method);
  for (const Grouping& grouping : options_.group_by)
    recipe.group_by.push_back(grouping.by == GroupBy::kColumn ? "column:" + grouping.column
                                                              : std::string(group_by_name(grouping.by)));
  if (options_.themes != nullptr) recipe.themes = *options_.themes;
  for (const File& file : files_) {
    const Plan* plan = file.read.shard->counted_plan();
    const bool usable = plan != nullptr && !file.read.shard->failure() && !plan->mapping.columns.empty();
    // Corrected rows follow the plan of their source.
    if (usable && (!plan->corrections || file.issues.entry(Code::kCorrectionsAlone).count > 0)) {
      SourceRecipe source = source_of(*plan);
      source.header_records = file.read.shard->plan()->mapping.header_records;
      if (file.other_dates)
        source.date_order = plan->mapping.date_order == DateOrder::kDayFirst ? DateOrder::kMonthFirst : DateOrder::kDayFirst;
      recipe.sources.push_back(std::move(source));
    }
  }
  // Files that were decided alike need one entry, unless others of the same kind were not.
  const bool alike = std::ranges::all_of(recipe.sources, [&](const SourceRecipe& source) {
    return std::ranges::all_of(
        recipe.sources, [&](const SourceRecipe& other) { return source.fingerprint != other.fingerprint || source == other; });
  });
  if (alike) {
    std::vector<SourceRecipe> once;
    for (SourceRecipe& source : recipe.sources) {
      if (std::ranges::find(once, source) == once.end()) once.push_back(std::move(source));
    }
    recipe.sources = std::move(once);
  }
  return recipe;
}

ReportFacts Outcome::facts() const {
  ReportFacts facts;
  facts.complete = options_.mode != Mode::kInspect;
  if (options_.rules.as_of) facts.as_of = day_text(*options_.rules.as_of);
  add_files(facts);
  JsonWriter policy;
  write_policy(policy, options_.rules.policy);
  facts.policy = policy.take();
  JsonWriter recipe_text;
  write_recipe(recipe_text, recipe());
  facts.recipe = recipe_text.take();
  facts.failure = failure();
  facts.nps = overall();
  add_sensitivity(facts);
  add_cleaning(facts);
  add_decisions(facts);
  add_questions(facts);
  add_same_files(facts);
  if (accepted_.groups_only != GroupCounts{}) facts.limits = {"mean", "histogram"};
  add_groups(facts);
  add_changes(facts);
  return facts;
}

}  // namespace npscope
