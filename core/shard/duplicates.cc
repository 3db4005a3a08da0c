// SPDX-License-Identifier: MIT
// From what is certain to what a person asked for: the same file, rows that were corrected elsewhere, equal rows, response ids,
// respondents. Among copies the one that counts is chosen by SettledResponses::comes_before.
#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/key_groups.h"
#include "core/shard/settled_responses.h"

namespace npscope {
namespace {

constexpr int64_t kDay = 86'400;

void leave_out_same_files(SettledResponses& responses, bool once) {
  for (size_t f = 1; f < responses.file_count(); ++f) {
    const std::string_view hash = responses.file(f).hash;
    bool given_before = false;
    for (size_t before = 0; before < f; ++before) given_before |= !hash.empty() && responses.file(before).hash == hash;
    if (!given_before || responses.start(f) == responses.start(f + 1)) continue;
    responses.remark(responses.start(f), Code::kSameFile);
    for (size_t i = responses.start(f); once && i < responses.start(f + 1); ++i) responses.leave_out(i, Code::kDuplicateFile);
  }
}

void leave_out_replaced(SettledResponses& responses) {
  for (size_t f = 0; f < responses.file_count(); ++f) {
    const std::span<const uint32_t> replaced = responses.file(f).replaced;
    if (replaced.empty()) continue;
    for (size_t i = responses.start(f); i < responses.start(f + 1); ++i) {
      if (std::ranges::binary_search(replaced, responses.record(i))) responses.leave_out(i, Code::kReplaced);
    }
  }
}

/// The responses of a group that still count, best first.
std::vector<size_t> remaining(const SettledResponses& responses, std::span<const uint32_t> group) {
  std::vector<size_t> left;
  for (const uint32_t i : group) {
    if (responses.outcome(i) == Code::kNone) left.push_back(i);
  }
  std::ranges::sort(left, [&responses](size_t a, size_t b) { return responses.comes_before(a, b, true); });
  return left;
}

/// The same id in one file is the same response. In two files it is, when the id is of the kind that is unique everywhere, or the
/// rest agrees: two tools may both have a response 17.
bool same_response(const SettledResponses& responses, size_t a, size_t b) {
  const bool unique_everywhere = (responses.response_id(a) & 1) != 0;
  if (unique_everywhere || responses.file(responses.file_of(a)).source == responses.file(responses.file_of(b)).source)
    return true;
  if (responses.row(a) != 0 && responses.row(a) == responses.row(b)) return true;
  return responses.when(a) != kNoTime && responses.when(a) == responses.when(b);
}

/// REQUIRES: they have one id; best first.
void leave_out_same_ids(SettledResponses& responses, std::span<const size_t> left) {
  std::vector<size_t> kept;
  for (const size_t i : left) {
    if (responses.outcome(i) != Code::kNone) continue;
    const auto copy = std::ranges::find_if(kept, [&](size_t k) { return same_response(responses, k, i); });
    if (copy == kept.end()) {
      kept.push_back(i);
      continue;
    }
    if (responses.answer(*copy) != responses.answer(i)) responses.remark(i, Code::kConflictingResponse);
    responses.leave_out(i, Code::kDuplicateResponse);
  }
}

/// Of rows that are equal all but the first. REQUIRES: they have one id, or none; best first.
void leave_out_same_rows(SettledResponses& responses, std::span<const size_t> left, RowDuplicates which) {
  std::vector<std::pair<uint64_t, size_t>> rows;
  for (size_t k = 0; k < left.size(); ++k) rows.emplace_back(responses.row(left[k]), k);
  std::ranges::sort(rows);
  for (size_t r = 1; r < rows.size(); ++r) {
    if (rows[r].first == 0 || rows[r].first != rows[r - 1].first) continue;
    const size_t i = left[rows[r].second];
    const bool dated = responses.when(i) != kNoTime;
    const bool keyed = responses.response_id(i) != 0 || (dated && responses.unit(i, CountedUnit::kRespondent) != 0);
    if (which == RowDuplicates::kAll || keyed) {
      responses.leave_out(i, Code::kDuplicateRow);
    } else if (dated && responses.when(i) % kDay != 0) {
      // Two respondents may well give the same answers, but hardly in the same second.
      responses.remark(i, Code::kIdenticalRows);
    }
  }
}

/// Equal rows have equal ids, so both kinds of copies are among those with one id; rows without an id are among themselves.
void leave_out_copies(SettledResponses& responses, const DuplicateRules& rules) {
  if (!responses.has_identities()) return;
  const auto keys = [&responses](size_t from, std::span<uint64_t> out) { responses.identities(from, out); };
  for_each_repeated_key(responses.size(), keys, [&](std::span<const uint32_t> group) {
    const std::vector<size_t> left = remaining(responses, group);
    // One key could only by accident stand for an id and for a row.
    std::vector<size_t> by_id;
    std::vector<size_t> by_row;
    for (const size_t i : left) (responses.response_id(i) != 0 ? by_id : by_row).push_back(i);
    if (rules.rows != RowDuplicates::kOff) {
      leave_out_same_rows(responses, by_id, rules.rows);
      leave_out_same_rows(responses, by_row, rules.rows);
    }
    if (rules.responses) leave_out_same_ids(responses, by_id);
  });
}

void leave_out_same_respondents(SettledResponses& responses) {
  if (!responses.has_units(CountedUnit::kRespondent)) return;
  const auto keys = [&responses](size_t from, std::span<uint64_t> out) {
    responses.units(CountedUnit::kRespondent, from, out);
  };
  for_each_repeated_key(responses.size(), keys, [&responses](std::span<const uint32_t> group) {
    const std::vector<size_t> left = remaining(responses, group);
    for (size_t k = 1; k < left.size(); ++k) responses.leave_out(left[k], Code::kDuplicateRespondent);
  });
}

}  // namespace

void leave_out_duplicates(SettledResponses& responses, const Rules& rules) {
  leave_out_same_files(responses, rules.duplicates.files);
  leave_out_replaced(responses);
  leave_out_copies(responses, rules.duplicates);
  if (rules.duplicates.respondents) leave_out_same_respondents(responses);
}

}  // namespace npscope
