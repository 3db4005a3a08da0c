// SPDX-License-Identifier: MIT
// What questions read: a part of each file's responses, with which of them count.
#include "core/engine_questions.h"
#include "core/shard/settled_responses.h"

namespace npscope {
namespace {

constexpr int64_t kDay = 86'400;

int32_t day_of(int64_t moment) {
  if (moment == kNoTime) return kNoDay;
  return static_cast<int32_t>((moment >= 0 ? moment : moment - kDay + 1) / kDay);
}

}  // namespace

Questions::Questions(const Outcome& outcome, IntervalChoice interval)
    : outcome_(outcome),
      usual_interval_(interval),
      interval_(interval),
      usual_policy_(outcome.options().rules.policy),
      policy_(usual_policy_),
      files_(outcome.counted_files()) {
  columns_.resize(files_.size());
  make_parts();
}

void Questions::make_parts() {
  for (size_t f = 0; f < files_.size(); ++f) {
    const Outcome::CountedFile& file = files_[f];
    const ResponseStore& responses = *file.responses;
    Part& part = parts_.emplace_back();
    part.groups_only = responses.groups_only();
    part.file = file.name;
    part.index = file.file;
    part.mapping = file.mapping;
    part.columns = &columns_[f];
    part.answers.resize(responses.size());
    part.counted.resize(responses.size());
    for (size_t i = 0; i < responses.size(); ++i) {
      part.answers[i] = responses.answer(i);
      part.counted[i] = (*file.outcomes)[i] == static_cast<uint8_t>(Code::kNone) ? 1 : 0;
    }
    if (!responses.columns().times.empty()) {
      part.times.resize(responses.size());
      for (size_t i = 0; i < responses.size(); ++i) part.times[i] = responses.times(i);
    }
    if (!file.mapping->date) continue;
    part.days.resize(responses.size());
    for (size_t i = 0; i < responses.size(); ++i)
      part.days[i] = day_of(file.times == nullptr ? responses.when(i) : (*file.times)[i]);
  }
}

/// Keys take eight bytes a response, so they are copied when the first question asks for them.
void Questions::fill_keys(Part& part, const Outcome::CountedFile& file) const {
  const ResponseStore& responses = *file.responses;
  const size_t size = responses.size();
  const auto fill = [size]<class T>(std::vector<T>& values, const auto& value) {
    if (!values.empty()) return;
    values.resize(size);
    for (size_t i = 0; i < size; ++i) values[i] = value(i);
  };
  if (needs_.respondents) fill(part.respondents, [&](size_t i) { return responses.respondent(i); });
  if (needs_.accounts) fill(part.accounts, [&](size_t i) { return responses.account(i); });
  if (needs_.records) fill(part.records, [&](size_t i) { return responses.record(i); });
  if (!needs_.moments) return;
  fill(part.moments, [&](size_t i) { return file.times == nullptr ? responses.when(i) : (*file.times)[i]; });
}

/// Told apart as settling does (SettledResponses::unit), so that the figure of all is that of the report.
void Questions::fill_units(Part& part, const Outcome::CountedFile& file) const {
  part.units.clear();
  const ResponseStore& responses = *file.responses;
  const ResponseStore::Columns& columns = responses.columns();
  if (!counts_units() || !columns.times.empty()) return;
  part.units.resize(responses.size());
  for (size_t i = 0; i < part.units.size(); ++i) {
    const uint64_t key = policy_.unit == CountedUnit::kRespondent ? responses.respondent(i) : responses.account(i);
    const uint64_t wave = columns.waves.empty() ? wave_of_file(file.source) : columns.waves[i];
    part.units[i] = key == 0 ? 0 : unit_key(key, wave);
  }
}

/// The responses that count are those of the policy of this question.
void Questions::settle_policy() {
  const Policy& settled = settled_policy_ ? *settled_policy_ : usual_policy_;
  if (policy_ == settled) return;
  const bool usual = policy_ == usual_policy_;
  settlement_ = usual ? std::nullopt : std::optional(outcome_.settled_under(policy_));
  settled_policy_ = usual ? std::nullopt : std::optional(policy_);
  files_ = outcome_.counted_files(settlement_ ? &*settlement_ : nullptr);
  for (size_t p = 0; p < parts_.size(); ++p) {
    const Chunked<uint8_t>& outcomes = *files_[p].outcomes;
    for (size_t i = 0; i < outcomes.size(); ++i)
      parts_[p].counted[i] = outcomes[i] == static_cast<uint8_t>(Code::kNone) ? 1 : 0;
  }
}

}  // namespace npscope
