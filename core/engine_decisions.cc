// SPDX-License-Identifier: MIT
// What each decision moves: the figure without a cleaning rule, with what was left out, and under the other answers to a question.
#include <algorithm>
#include <utility>

#include "core/engine_outcome.h"
#include "core/survey/questions.h"

namespace npscope {
namespace {

std::optional<double> nps_of(const ResponseCounts& counts) {
  const std::optional<NpsSummary> summary = summarize(counts, {});
  return summary ? std::optional(summary->nps) : std::nullopt;
}

ResponseCounts plus(ResponseCounts a, const ResponseCounts& b) {
  a.merge(b);
  return a;
}

void set_figure(const std::optional<NpsSummary>& found, QuestionFacts::Answer& answer) {
  answer.responses = found ? found->groups.responses() : 0;
  if (found) answer.nps = found->nps;
}

/// The answers without those that only this rule made readable. A function of its own: its loop would have all around it compiled once
/// more.
[[gnu::noinline]] Chunked<uint8_t> answers_without(const ResponseStore::Columns& columns, size_t rule) {
  Chunked<uint8_t> answers;
  for (size_t i = 0; i < columns.answers.size(); ++i) {
    const bool needed = columns.rule_sets[columns.score_rules[i]][rule];
    answers.push_back(needed ? kNoAnswer : columns.answers[i]);
  }
  return answers;
}

}  // namespace

std::optional<NpsSummary> Outcome::figure(std::span<const SettledFile> files, const Rules& rules) const {
  const Settlement other = settle(files, rules, {});
  return summary(other.scores, other.means);
}

/// The scores that only this rule made readable are none without it.
std::optional<NpsSummary> Outcome::figure_without_rule(size_t rule) const {
  std::vector<SettledFile> files = settled_;
  std::vector<Chunked<uint8_t>> answers(files.size());
  for (size_t f = 0; f < files.size(); ++f) {
    const ResponseStore::Columns& columns = files[f].responses->columns();
    if (columns.rule_sets.empty()) continue;
    answers[f] = answers_without(columns, rule);
    files[f].other_answers = &answers[f];
    files[f].other_groups_only = files[f].responses->groups_only();
  }
  return figure(files, options_.rules);
}

void Outcome::add_cleaning(ReportFacts& facts) const {
  std::vector<CleaningCounts> counts(files_.size());
  for (size_t f = 0; f < files_.size(); ++f) {
    if (files_[f].counts != nullptr) counts[f] = files_[f].counts->cleaning();
  }
  for (size_t r = 0; r < kCleaningRuleCount; ++r) {
    CleaningFacts& rule = facts.cleaning.emplace_back();
    rule.rule = kCleaningRuleNames[r];
    rule.on = options_.rules.cleaning[r];
    ResponseCounts needed;
    for (size_t f = 0; f < files_.size(); ++f) {
      const CleaningCounts::Entry& entry = counts[f].rules[r];
      rule.cells += entry.cells;
      needed.merge(entry.scores);
      for (const IssuePlace& place : entry.examples) {
        if (rule.examples.size() < CleaningCounts::kMostExamples) rule.examples.push_back({f, place});
      }
    }
    rule.responses = group_counts(needed).responses();
    const std::optional<NpsSummary> without = rule.responses == 0 ? facts.nps : figure_without_rule(r);
    if (without) rule.nps_without = without->nps;
  }
}

void Outcome::add_decisions(ReportFacts& facts) const {
  for (size_t i = 0; i < kCodeCount; ++i) {
    const auto code = static_cast<Code>(i);
    if (!is_excluded_reason(code) && !is_duplicate_reason(code)) continue;
    ResponseCounts left_out = settlement_.left_out[i];
    for (const File& file : files_) {
      if (file.counts != nullptr) left_out.merge(file.counts->excluded()[i]);
    }
    const uint64_t records = facts.ledger.reasons[i];
    if (records == 0) continue;
    facts.decisions.push_back({code, records, group_counts(left_out).responses(), nps_of(plus(settlement_.scores, left_out))});
  }
}

void Outcome::add_answers(const File& file, size_t index, QuestionFacts& question) const {
  const OpenQuestion& open = file.read.shard->counted_plan()->mapping.questions[index];
  for (size_t a = 0; a < open.answers.size(); ++a) {
    QuestionFacts::Answer& answer = question.answers.emplace_back();
    answer.value = open.answers[a].value;
    answer.chosen = open.answers[a].chosen;
    if (file.counts == nullptr) continue;
    const AnswerEffects::Answers* other = file.counts->effects().answers(index, a);
    if (other == nullptr && !answer.chosen && open.code != QuestionCode::kMissing) continue;
    std::vector<SettledFile> files = settled_;
    if (other != nullptr) {
      files[file.settled].other_answers = &other->answers;
      files[file.settled].other_groups_only = other->groups_only;
    }
    set_figure(other == nullptr ? summary(settlement_.scores, settlement_.means) : figure(files, options_.rules), answer);
  }
}

void Outcome::add_questions(ReportFacts& facts) const {
  for (size_t f = 0; f < files_.size(); ++f) {
    const Plan* plan = files_[f].read.shard->counted_plan();
    if (plan == nullptr) continue;
    for (size_t q = 0; q < plan->mapping.questions.size(); ++q) {
      const OpenQuestion& open = plan->mapping.questions[q];
      // All rows have answered what the first ones left open.
      if (open.code == QuestionCode::kDateOrder && files_[f].dates_proved) continue;
      QuestionFacts& question = facts.questions.emplace_back();
      question.code = question_name(open.code);
      question.file = f;
      question.column = open.column;
      question.settled = open.settled;
      for (const uint64_t record : open.proof) question.proof.push_back({record, 0, open.column});
      if (q < plan->proofs.size()) question.texts = plan->proofs[q];
      add_answers(files_[f], q, question);
    }
  }
}

/// A file that is there twice counts once until somebody says otherwise.
void Outcome::add_same_files(ReportFacts& facts) const {
  const bool once = options_.rules.duplicates.files;
  for (size_t f = 0; f < files_.size(); ++f) {
    if (files_[f].counts == nullptr || files_[f].issues.entry(Code::kSameFile).count == 0) continue;
    QuestionFacts& question = facts.questions.emplace_back();
    question.code = question_name(QuestionCode::kSameFile);
    question.file = f;
    const SourceRecipe* source = files_[f].read.shard->counted_plan()->source;
    const bool listed = source != nullptr && std::ranges::count(source->settled, QuestionCode::kSameFile) > 0;
    question.settled = !once || listed;
    for (const bool single : {true, false}) {
      Rules rules = options_.rules;
      rules.duplicates.files = single;
      QuestionFacts::Answer& answer = question.answers.emplace_back();
      answer.value = single ? "once" : "twice";
      answer.chosen = single == once;
      set_figure(figure(settled_, rules), answer);
    }
  }
}

}  // namespace npscope
