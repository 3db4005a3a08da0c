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

}  // namespace

SettledResponses::SettledResponses(std::span<const SettledFile> files, Settlement& out) : files_(files), out_(out) {
  starts_.push_back(0);
  out_.files.resize(files.size());
  for (size_t f = 0; f < files.size(); ++f) {
    const size_t count = files[f].responses->size();
    starts_.push_back(starts_.back() + count);
    for (size_t i = 0; i < count; ++i) out_.files[f].outcomes.push_back(static_cast<uint8_t>(Code::kNone));
  }
}

size_t SettledResponses::file_of(size_t response) const {
  if (files_.size() == 1) return 0;
  return static_cast<size_t>(std::ranges::upper_bound(starts_, response) - starts_.begin()) - 1;
}

SettledResponses::Place SettledResponses::place(size_t response) const {
  const size_t file = file_of(response);
  return {&files_[file].responses->columns(), response - starts_[file]};
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
  const auto [columns, index] = place(response);
  return columns->records[index];
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
  const auto [columns, index] = place(response);
  return columns->answers[index];
}

int SettledResponses::sign(size_t response) const {
  const unsigned answer = this->answer(response);
  const Group group = groups_only(response) ? static_cast<Group>(answer) : group_of_score(answer);
  return static_cast<int>(group) - 1;
}

void SettledResponses::add_to(ResponseCounts& counts, size_t response) const {
  if (groups_only(response)) {
    counts.add_group(answer(response));
  } else {
    counts.add(answer(response));
  }
}

int64_t SettledResponses::when(size_t response) const {
  const auto [columns, index] = place(response);
  const bool other = files_[file_of(response)].other_dates && !columns->when_other.empty();
  return value_or(other ? columns->when_other : columns->when, index, kNoTime);
}

uint64_t SettledResponses::response_id(size_t response) const {
  const auto [columns, index] = place(response);
  return value_or<uint64_t>(columns->response_ids, index, 0);
}

uint64_t SettledResponses::row(size_t response) const {
  const auto [columns, index] = place(response);
  return value_or<uint64_t>(columns->rows, index, 0);
}

uint64_t SettledResponses::unit(size_t response, CountedUnit unit) const {
  const auto [columns, index] = place(response);
  const uint64_t key =
      value_or<uint64_t>(unit == CountedUnit::kRespondent ? columns->respondents : columns->accounts, index, 0);
  if (key == 0) return 0;
  // Without a column of waves a file is a wave.
  const uint64_t wave = columns->waves.empty() ? files_[file_of(response)].source + 1 : columns->waves[index];
  return mixed(key, wave);
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
