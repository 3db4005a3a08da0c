// SPDX-License-Identifier: MIT
// One file is the usual case, and then a running number is an index.
#include "core/shard/settled_responses.h"

#include <algorithm>

#include "core/survey/group_text.h"

namespace npscope {
namespace {

template <class T>
T value_or(const Chunked<T>& column, size_t index, T absent) {
  return column.empty() ? absent : column[index];
}

uint64_t mixed(uint64_t key, uint64_t other) {
  uint64_t value = (key ^ (other * 0x9E3779B97F4A7C15U)) * 0xBF58476D1CE4E5B9U;
  value ^= value >> 31;
  return value == 0 ? 1 : value;
}

int64_t time_of(const SettledFile& file, size_t index) {
  if (file.times != nullptr) return value_or(*file.times, index, kNoTime);
  const ResponseStore::Columns& columns = file.responses->columns();
  return file.other_dates && !columns.when_other.empty() ? columns.when_other[index] : file.responses->when(index);
}

const KeyColumn& units_of(const SettledFile& file, CountedUnit unit) {
  const ResponseStore::Columns& columns = file.responses->columns();
  return unit == CountedUnit::kRespondent ? columns.respondents : columns.accounts;
}

}  // namespace

ResponseCounts AnswerNote::responses(const Counts& counts) {
  ResponseCounts all;
  for (size_t s = 0; s < all.scores.counts.size(); ++s) all.scores.counts[s] = counts[s];
  all.groups_only.detractors = counts[kGroups];
  all.groups_only.passives = counts[kGroups + 1];
  all.groups_only.promoters = counts[kGroups + 2];
  return all;
}

uint64_t unit_key(uint64_t key, uint64_t wave) { return mixed(key, wave); }

SettledResponses::SettledResponses(std::span<const SettledFile> files, Settlement& out) : files_(files), out_(out) {
  starts_.push_back(0);
  out_.files.resize(files.size());
  for (size_t f = 0; f < files.size(); ++f) {
    const size_t count = files[f].responses->size();
    starts_.push_back(starts_.back() + count);
    Chunked<uint8_t>& outcomes = out_.files[f].outcomes;
    outcomes.append(count, static_cast<uint8_t>(Code::kNone));
    const Chunked<uint8_t>& answers = files[f].answers();
    for (size_t i = 0; i < count; ++i) {
      if (answers[i] == kNoAnswer) outcomes[i] = kNoAnswer;
    }
  }
}

size_t SettledResponses::file_of(size_t response) const {
  if (files_.size() == 1) return 0;
  return static_cast<size_t>(std::ranges::upper_bound(starts_, response) - starts_.begin()) - 1;
}

SettledResponses::Place SettledResponses::place(size_t response) const {
  const size_t file = file_of(response);
  return {files_[file].responses, response - starts_[file]};
}

Code SettledResponses::outcome(size_t response) const {
  const size_t file = file_of(response);
  return static_cast<Code>(out_.files[file].outcomes[response - starts_[file]]);
}

void SettledResponses::leave_out(size_t response, Code reason) {
  const size_t file = file_of(response);
  uint8_t& outcome = out_.files[file].outcomes[response - starts_[file]];
  if (outcome != static_cast<uint8_t>(Code::kNone)) return;
  outcome = static_cast<uint8_t>(reason);
  ++out_.files[file].left_out[static_cast<size_t>(reason)];
  add_to(out_.left_out[static_cast<size_t>(reason)], response);
}

uint64_t SettledResponses::record(size_t response) const {
  const auto [store, index] = place(response);
  return store->record(index);
}

void SettledResponses::remark(size_t response, Code code) {
  IssueCounts& issues = out_.files[file_of(response)].issues;
  const uint64_t number = record(response);
  if (issues.wants_example(code, number)) {
    issues.add(code, IssuePlace{number, 0, -1});
  } else {
    issues.add(code, 1);
  }
}

unsigned SettledResponses::answer(size_t response) const {
  const size_t file = file_of(response);
  return files_[file].answers()[response - starts_[file]];
}

uint64_t SettledResponses::times(size_t response) const {
  const auto [store, index] = place(response);
  return store->times(index);
}

int SettledResponses::sign(size_t response) const {
  const unsigned answer = this->answer(response);
  const Group group = groups_only(response) ? static_cast<Group>(answer) : group_of_score(answer);
  return static_cast<int>(group) - 1;
}

void SettledResponses::add_to(ResponseCounts& counts, size_t response) const {
  counts.add_answer(groups_only(response), answer(response), times(response));
}

int64_t SettledResponses::when(size_t response) const {
  const size_t file = file_of(response);
  return time_of(files_[file], response - starts_[file]);
}

uint64_t SettledResponses::response_id(size_t response) const {
  const auto [store, index] = place(response);
  return store->columns().times.empty() ? store->response_id(index) : 0;
}

uint64_t SettledResponses::row(size_t response) const {
  const auto [store, index] = place(response);
  const ResponseStore::Columns& columns = store->columns();
  if (!columns.times.empty()) return 0;
  if (columns.row_marks.empty()) return value_or<uint64_t>(columns.rows, index, 0);
  return columns.row_marks[index] == 0 ? columns.response_ids[index] : columns.row_marks[index];
}

uint64_t SettledResponses::unit(size_t response, CountedUnit unit) const {
  const auto [store, index] = place(response);
  const ResponseStore::Columns& columns = store->columns();
  // A row of counts is no one.
  if (!columns.times.empty()) return 0;
  const uint64_t key = unit == CountedUnit::kRespondent ? store->respondent(index) : store->account(index);
  if (key == 0) return 0;
  // Without a column of waves a file is a wave.
  const uint64_t wave = columns.waves.empty() ? wave_of_file(files_[file_of(response)].source) : columns.waves[index];
  return unit_key(key, wave);
}

template <class Act>
void SettledResponses::for_each_stretch(size_t from, size_t count, Act&& act) const {
  for (size_t offset = 0; offset < count;) {
    const size_t file = file_of(from + offset);
    const size_t index = from + offset - starts_[file];
    const size_t size = std::min({count - offset, starts_[file + 1] - starts_[file] - index,
                                  Chunked<uint8_t>::kBlock - index % Chunked<uint8_t>::kBlock});
    act(Stretch{file, index, offset, size});
    offset += size;
  }
}

bool SettledResponses::has_identities() const {
  return std::ranges::any_of(files_, [](const SettledFile& file) {
    const ResponseStore::Columns& columns = file.responses->columns();
    return columns.times.empty() && !(columns.response_ids.empty() && columns.rows.empty());
  });
}

void SettledResponses::identities(size_t from, std::span<uint64_t> out) const {
  for_each_stretch(from, out.size(), [&](const Stretch& at) {
    const ResponseStore::Columns& columns = files_[at.file].responses->columns();
    const Chunked<uint64_t>& keys = columns.response_ids.empty() ? columns.rows : columns.response_ids;
    // A row of counts is no one.
    if (keys.empty() || !columns.times.empty()) {
      std::fill_n(&out[at.offset], at.size, 0);
    } else {
      std::copy_n(&keys[at.index], at.size, &out[at.offset]);
    }
  });
}

bool SettledResponses::has_units(CountedUnit unit) const {
  return std::ranges::any_of(files_, [unit](const SettledFile& file) {
    return file.responses->columns().times.empty() && !units_of(file, unit).empty();
  });
}

void SettledResponses::units(CountedUnit unit, size_t from, std::span<uint64_t> out) const {
  for_each_stretch(from, out.size(), [&](const Stretch& at) {
    const SettledFile& file = files_[at.file];
    const ResponseStore::Columns& columns = file.responses->columns();
    const std::span<uint64_t> keys = out.subspan(at.offset, at.size);
    if (units_of(file, unit).empty() || !columns.times.empty()) {
      std::ranges::fill(keys, 0);
      return;
    }
    units_of(file, unit).copy(at.index, keys);
    const uint8_t* const outcomes = out_.files[at.file].outcomes.stretch(at.index).data();
    for (size_t i = 0; i < at.size; ++i) {
      const bool counts = keys[i] != 0 && outcomes[i] == static_cast<uint8_t>(Code::kNone);
      const uint64_t wave = columns.waves.empty() ? wave_of_file(file.source) : columns.waves[at.index + i];
      keys[i] = counts ? unit_key(keys[i], wave) : 0;
    }
  });
}

void SettledResponses::complete(std::span<KeyEntry> entries) const {
  for (KeyEntry& entry : entries) {
    const size_t file = file_of(entry.index);
    const size_t index = entry.index - starts_[file];
    entry.value = time_of(files_[file], index);
    entry.note = files_[file].answers()[index] + (files_[file].groups_only() ? AnswerNote::kGroups : 0);
  }
}

ResponseCounts SettledResponses::remaining_counts() const {
  AnswerNote::Counts counts{};
  for_each_stretch(0, size(), [&](const Stretch& at) {
    const uint8_t* const outcomes = out_.files[at.file].outcomes.stretch(at.index).data();
    const uint8_t* const answers = files_[at.file].answers().stretch(at.index).data();
    const Chunked<uint32_t>& all_times = files_[at.file].responses->columns().times;
    const uint32_t* const times = all_times.empty() ? nullptr : all_times.stretch(at.index).data();
    const uint32_t groups = files_[at.file].groups_only() ? AnswerNote::kGroups : 0;
    for (size_t i = 0; i < at.size; ++i) {
      const bool counted = outcomes[i] == static_cast<uint8_t>(Code::kNone);
      counts[(answers[i] + groups) % AnswerNote::kNotes] += !counted ? 0 : times == nullptr ? 1 : times[i];
    }
  });
  return AnswerNote::responses(counts);
}

bool SettledResponses::comes_before(size_t a, size_t b, bool latest) const {
  const int64_t when_a = when(a);
  const int64_t when_b = when(b);
  if (when_a != when_b) {
    // No date is never preferred.
    if (when_a == kNoTime || when_b == kNoTime) return when_b == kNoTime;
    return latest ? when_a > when_b : when_a < when_b;
  }
  if (answer(a) != answer(b)) return answer(a) < answer(b);
  if (response_id(a) != response_id(b)) return response_id(a) < response_id(b);
  if (row(a) != row(b)) return row(a) < row(b);
  return a < b;
}

void apply_cut_offs(SettledResponses& responses, const Policy& policy) {
  constexpr int64_t kDay = 86'400;
  const bool dated = policy.from || policy.to;
  if (!dated && policy.least_filled == 0) return;
  for (size_t f = 0; f < responses.file_count(); ++f) {
    const Chunked<uint8_t>& filled = responses.file(f).responses->columns().filled;
    for (size_t i = responses.start(f); i < responses.start(f + 1); ++i) {
      const int64_t when = dated ? responses.when(i) : 0;
      if (dated && (when == kNoTime || when < policy.from.value_or(INT32_MIN) * kDay ||
                    when >= (policy.to.value_or(INT32_MAX) + 1) * kDay)) {
        responses.leave_out(i, Code::kExcludedDate);
      } else if (!filled.empty() && filled[i - responses.start(f)] < policy.least_filled) {
        responses.leave_out(i, Code::kExcludedIncomplete);
      }
    }
  }
}

}  // namespace npscope
