// SPDX-License-Identifier: MIT
// Each part of the responses is gone through twice: once to gather its units, once to say which responses are not the chosen ones.
#include "core/shard/repeated_units.h"

#include <algorithm>
#include <bit>

#include "core/base/key_groups.h"

namespace npscope {
namespace {

/// What is known of a unit so far. The entries live as long as the part.
struct Unit {
  const KeyEntry* latest;
  const KeyEntry* first;
  uint32_t answers;
  /// Answers that are not passive, and the sum of all as -1, 0 and +1.
  uint32_t other;
  int64_t sum;
};

/// As SettledResponses::comes_before, which is asked only when time and answer are the same.
bool is_preferred(const SettledResponses& responses, const KeyEntry& a, const KeyEntry& b, bool latest) {
  if (a.value != b.value && a.value != kNoTime && b.value != kNoTime) return latest ? a.value > b.value : a.value < b.value;
  const uint32_t answer_a = a.note % AnswerNote::kGroups;
  const uint32_t answer_b = b.note % AnswerNote::kGroups;
  if (a.value == b.value && answer_a != answer_b) return answer_a < answer_b;
  return responses.comes_before(a.index, b.index, latest);
}

class Gatherer {
 public:
  Gatherer(const SettledResponses& responses, RepeatedUnits& out) : responses_(responses), out_(out) {
    for (uint32_t note = 0; note < AnswerNote::kNotes; ++note) signs_[note] = AnswerNote::sign(note);
  }

  void take(std::span<KeyEntry> part) {
    gather(part);
    for (const Unit& unit : units_) {
      if (unit.answers == 1) continue;
      ++out_.units;
      out_.responses += unit.answers;
      add_mean(unit);
      // One of each is not left out after all.
      not_latest_[unit.latest->note] -= responses_.times(unit.latest->index);
      not_first_[unit.first->note] -= responses_.times(unit.first->index);
    }
    for (size_t e = 0; e < part.size(); ++e) {
      const KeyEntry& entry = part[e];
      const Unit& unit = units_[unit_of_[e]];
      if (unit.answers == 1) continue;
      const uint64_t times = responses_.times(entry.index);
      not_latest_[entry.note] += times;
      not_first_[entry.note] += times;
      if (&entry != unit.latest) out_.not_latest.add(entry.index);
      if (&entry != unit.first) out_.not_first.add(entry.index);
    }
  }

  void finish(const ResponseCounts& everything) {
    out_.not_latest_counts = AnswerNote::responses(not_latest_);
    out_.not_first_counts = AnswerNote::responses(not_first_);
    // All responses as units of their own, without those that are gathered.
    const GroupCounts groups = group_counts(everything);
    UnitMeans::Entry one{1, groups.responses() - singles_.units,
                         static_cast<int64_t>(groups.promoters) - static_cast<int64_t>(groups.detractors) - singles_.sum,
                         groups.promoters + groups.detractors - singles_.squares};
    if (one.units > 0) out_.means.entries.push_back(one);
    for (const UnitMeans::Entry& entry : by_answers_) {
      if (entry.units > 0) out_.means.entries.push_back(entry);
    }
  }

 private:
  void gather(std::span<const KeyEntry> part) {
    slots_.assign(std::bit_ceil(part.size() * 2), 0);
    unit_of_.resize(part.size());
    units_.clear();
    const size_t mask = slots_.size() - 1;
    for (size_t e = 0; e < part.size(); ++e) {
      const KeyEntry& entry = part[e];
      const int sign = signs_[entry.note];
      // The first bits are the same for all keys of a part.
      size_t slot = (entry.key * 0x9E3779B97F4A7C15U >> 32) & mask;
      while (slots_[slot] != 0 && units_[slots_[slot] - 1].latest->key != entry.key) slot = (slot + 1) & mask;
      if (slots_[slot] == 0) {
        units_.push_back({&entry, &entry, 1, sign != 0 ? 1U : 0U, sign});
        slots_[slot] = static_cast<uint32_t>(units_.size());
      } else {
        Unit& unit = units_[slots_[slot] - 1];
        ++unit.answers;
        unit.sum += sign;
        unit.other += sign != 0 ? 1 : 0;
        if (is_preferred(responses_, entry, *unit.latest, true)) unit.latest = &entry;
        if (is_preferred(responses_, entry, *unit.first, false)) unit.first = &entry;
      }
      unit_of_[e] = slots_[slot] - 1;
    }
  }

  void add_mean(const Unit& unit) {
    if (by_answers_.size() <= unit.answers) by_answers_.resize(unit.answers + 1);
    UnitMeans::Entry& entry = by_answers_[unit.answers];
    entry.answers = unit.answers;
    ++entry.units;
    entry.sum += unit.sum;
    entry.squares += static_cast<uint64_t>(unit.sum * unit.sum);
    singles_.units += unit.answers;
    singles_.sum += unit.sum;
    singles_.squares += unit.other;
  }

  const SettledResponses& responses_;
  RepeatedUnits& out_;
  std::array<int, AnswerNote::kNotes> signs_{};
  /// Of the part at hand; 0 in slots_: free, else the unit's index and one.
  std::vector<uint32_t> slots_;
  std::vector<Unit> units_;
  std::vector<uint32_t> unit_of_;

  AnswerNote::Counts not_latest_{};
  AnswerNote::Counts not_first_{};
  std::vector<UnitMeans::Entry> by_answers_;
  UnitMeans::Entry singles_;
};

}  // namespace

RepeatedUnits find_repeated_units(const SettledResponses& responses, CountedUnit which, const ResponseCounts& everything) {
  RepeatedUnits out(responses.size());
  Gatherer gatherer(responses, out);
  struct Both {
    const SettledResponses& responses;
    CountedUnit which;
    Gatherer& gatherer;
  } both{responses, which, gatherer};
  if (responses.has_units(which)) {
    deal_repeated_keys(responses.size(),
                       {&both,
                        [](void* self, size_t from, std::span<uint64_t> keys) {
                          const Both& own = *static_cast<Both*>(self);
                          own.responses.units(own.which, from, keys);
                        },
                        [](void* self, std::span<KeyEntry> entries) { static_cast<Both*>(self)->responses.complete(entries); },
                        [](void* self, std::span<KeyEntry> part) { static_cast<Both*>(self)->gatherer.take(part); }});
  }
  gatherer.finish(everything);
  return out;
}

}  // namespace npscope
