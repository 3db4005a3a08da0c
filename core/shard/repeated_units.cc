// SPDX-License-Identifier: MIT
// Where there are few units, one walk over all responses gathers them; else the responses are dealt into parts by their unit.
#include "core/shard/repeated_units.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "core/base/key_groups.h"

namespace npscope {
namespace {

constexpr size_t kFewUnits = size_t{1} << 14;
constexpr size_t kBatch = 512;

/// What is known of a unit so far.
struct Unit {
  KeyEntry latest;
  KeyEntry first;
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

/// Answers of a unit stand for one response each: rows of counts are no one's.
class Gatherer {
 public:
  Gatherer(const SettledResponses& responses, RepeatedUnits& out) : responses_(responses), out_(out) {
    for (uint32_t note = 0; note < AnswerNote::kNotes; ++note) signs_[note] = AnswerNote::sign(note);
  }

  /// Room for so many units.
  void begin(size_t units) {
    slots_.assign(std::bit_ceil(units * 2), 0);
    units_.clear();
  }
  [[nodiscard]] size_t units() const { return units_.size(); }

  /// REQUIRES: there is room for one unit more.
  void add(const KeyEntry& entry) {
    const size_t mask = slots_.size() - 1;
    // The first bits are the same for all keys of a part.
    size_t slot = (entry.key * 0x9E3779B97F4A7C15U >> 32) & mask;
    while (slots_[slot] != 0 && units_[slots_[slot] - 1].latest.key != entry.key) slot = (slot + 1) & mask;
    const int sign = signs_[entry.note];
    ++answers_[entry.note];
    out_.not_latest.add(entry.index);
    out_.not_first.add(entry.index);
    if (slots_[slot] == 0) {
      units_.push_back({entry, entry, 1, sign != 0 ? 1U : 0U, sign});
      slots_[slot] = static_cast<uint32_t>(units_.size());
      return;
    }
    Unit& unit = units_[slots_[slot] - 1];
    ++unit.answers;
    unit.sum += sign;
    unit.other += sign != 0 ? 1 : 0;
    if (is_preferred(responses_, entry, unit.latest, true)) unit.latest = entry;
    if (is_preferred(responses_, entry, unit.first, false)) unit.first = entry;
  }

  /// The units since begin() are all there.
  void end() {
    for (const Unit& unit : units_) {
      // One of each is not left out after all.
      out_.not_latest.remove(unit.latest.index);
      out_.not_first.remove(unit.first.index);
      ++latest_[unit.latest.note];
      ++first_[unit.first.note];
      if (unit.answers == 1) continue;
      ++out_.units;
      out_.responses += unit.answers;
      add_mean(unit);
    }
  }

  void finish(const ResponseCounts& everything) {
    out_.not_latest_counts = AnswerNote::responses(without(latest_));
    out_.not_first_counts = AnswerNote::responses(without(first_));
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
  [[nodiscard]] AnswerNote::Counts without(const AnswerNote::Counts& chosen) const {
    AnswerNote::Counts others{};
    for (size_t note = 0; note < AnswerNote::kNotes; ++note) others[note] = answers_[note] - chosen[note];
    return others;
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
  /// 0: free, else the unit's index and one.
  std::vector<uint32_t> slots_;
  std::vector<Unit> units_;

  /// Of all that were added, of the latest and of the first of each unit.
  AnswerNote::Counts answers_{};
  AnswerNote::Counts latest_{};
  AnswerNote::Counts first_{};
  std::vector<UnitMeans::Entry> by_answers_;
  UnitMeans::Entry singles_;
};

/// Gathers all units in one walk; false: there are more than kFewUnits, and nothing is said.
[[gnu::noinline]] bool gather_few(const SettledResponses& responses, CountedUnit which, Gatherer& gatherer) {
  gatherer.begin(kFewUnits);
  std::array<uint64_t, kBatch> keys;
  std::array<KeyEntry, kBatch> entries;
  for (size_t from = 0; from < responses.size(); from += kBatch) {
    const size_t size = std::min(kBatch, responses.size() - from);
    responses.units(which, from, std::span(keys.data(), size));
    size_t taken = 0;
    for (size_t i = 0; i < size; ++i) {
      entries[taken] = {keys[i], 0, 0, static_cast<uint32_t>(from + i)};
      taken += keys[i] != 0 ? 1 : 0;
    }
    if (gatherer.units() + taken > kFewUnits) return false;
    responses.complete(std::span(entries.data(), taken));
    for (size_t e = 0; e < taken; ++e) gatherer.add(entries[e]);
  }
  gatherer.end();
  return true;
}

[[gnu::noinline]] void gather_parts(const SettledResponses& responses, CountedUnit which, Gatherer& gatherer) {
  struct All {
    const SettledResponses& responses;
    CountedUnit which;
    Gatherer& gatherer;
  } all{responses, which, gatherer};
  deal_repeated_keys(responses.size(),
                     {&all,
                      [](void* self, size_t from, std::span<uint64_t> keys) {
                        const All& own = *static_cast<All*>(self);
                        own.responses.units(own.which, from, keys);
                      },
                      [](void* self, std::span<KeyEntry> entries) { static_cast<All*>(self)->responses.complete(entries); },
                      [](void* self, std::span<KeyEntry> part) {
                        Gatherer& units = static_cast<All*>(self)->gatherer;
                        units.begin(part.size());
                        for (const KeyEntry& entry : part) units.add(entry);
                        units.end();
                      }});
}

}  // namespace

RepeatedUnits find_repeated_units(const SettledResponses& responses, CountedUnit which, const ResponseCounts& everything) {
  RepeatedUnits out(responses.size());
  Gatherer few(responses, out);
  if (!responses.has_units(which) || gather_few(responses, which, few)) {
    few.finish(everything);
    return out;
  }
  out = RepeatedUnits(responses.size());
  Gatherer gatherer(responses, out);
  gather_parts(responses, which, gatherer);
  gatherer.finish(everything);
  return out;
}

}  // namespace npscope
