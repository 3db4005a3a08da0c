// SPDX-License-Identifier: MIT
// Duplicates, cut-offs, then every way to count repeated units from one pass over those that repeat, and at last the counts.
#include "core/shard/settlement.h"

#include <algorithm>

#include "core/base/key_groups.h"
#include "core/shard/settled_responses.h"

namespace npscope {
namespace {

constexpr size_t kMonths = 300 * 12;
constexpr int32_t kFirstYear = 1900;
constexpr int64_t kDay = 86'400;

uint32_t month_of(int64_t when) {
  if (when == kNoTime) return kNoGroup;
  const Date date = civil_from_days((when >= 0 ? when : when - kDay + 1) / kDay);
  const int32_t month = (date.year - kFirstYear) * 12 + date.month - 1;
  return month < 0 || month >= static_cast<int32_t>(kMonths) ? kNoGroup : static_cast<uint32_t>(month);
}

/// A response of a unit, with what decides which of them is chosen.
struct Member {
  uint32_t response = 0;
  int32_t sign = 0;
  unsigned answer = 0;
  int64_t when = kNoTime;
};

/// The responses of one unit that no other rule has left out.
struct Unit {
  std::vector<Member> members;
  int64_t sum = 0;
};

/// Calls `act` with every unit that has more than one response.
template <class Act>
void for_each_repeated_unit(const SettledResponses& responses, CountedUnit which, Act&& act) {
  const auto key = [&](size_t i) { return responses.outcome(i) == Code::kNone ? responses.unit(i, which) : 0; };
  Unit unit;
  for_each_repeated_key(responses.size(), key, [&](std::span<const uint32_t> group) {
    unit.members.clear();
    unit.sum = 0;
    for (const uint32_t i : group) {
      if (responses.outcome(i) != Code::kNone) continue;
      const int sign = responses.sign(i);
      unit.members.push_back({i, sign, responses.answer(i), responses.when(i)});
      unit.sum += sign;
    }
    if (unit.members.size() > 1) act(unit);
  });
}

/// As SettledResponses::comes_before, which is asked only when time and answer are the same.
bool is_preferred(const SettledResponses& responses, const Member& a, const Member& b, bool latest) {
  if (a.when != b.when && a.when != kNoTime && b.when != kNoTime) return latest ? a.when > b.when : a.when < b.when;
  if (a.when == b.when && a.answer != b.answer) return a.answer < b.answer;
  return responses.comes_before(a.response, b.response, latest);
}

const Member& chosen_of(const SettledResponses& responses, const Unit& unit, bool latest) {
  const Member* chosen = unit.members.data();
  for (const Member& member : std::span(unit.members).subspan(1)) {
    if (is_preferred(responses, member, *chosen, latest)) chosen = &member;
  }
  return *chosen;
}

/// Means of which each repeated unit was taken out of the singles and put in as a whole.
class RepeatedMeans {
 public:
  void add(const Unit& unit) {
    const size_t answers = unit.members.size();
    if (by_answers_.size() <= answers) by_answers_.resize(answers + 1);
    UnitMeans::Entry& entry = by_answers_[answers];
    ++entry.units;
    entry.sum += unit.sum;
    entry.squares += static_cast<uint64_t>(unit.sum * unit.sum);
    for (const Member& member : unit.members) {
      ++singles_.units;
      singles_.sum += member.sign;
      singles_.squares += static_cast<uint64_t>(member.sign * member.sign);
    }
  }

  /// `singles`: every response as a unit of its own.
  [[nodiscard]] UnitMeans of(UnitMeans singles) const {
    if (!singles.entries.empty()) {
      UnitMeans::Entry& one = singles.entries.front();
      one.units -= singles_.units;
      one.sum -= singles_.sum;
      one.squares -= singles_.squares;
      if (one.units == 0) singles.entries.clear();
    }
    for (size_t answers = 0; answers < by_answers_.size(); ++answers) {
      if (by_answers_[answers].units == 0) continue;
      singles.entries.push_back(by_answers_[answers]);
      singles.entries.back().answers = static_cast<uint32_t>(answers);
    }
    return singles;
  }

 private:
  std::vector<UnitMeans::Entry> by_answers_;
  UnitMeans::Entry singles_;
};

void take_from(ResponseCounts& counts, const ResponseCounts& part) {
  for (size_t s = 0; s < counts.scores.counts.size(); ++s) counts.scores.counts[s] -= part.scores.counts[s];
  counts.groups_only.detractors -= part.groups_only.detractors;
  counts.groups_only.passives -= part.groups_only.passives;
  counts.groups_only.promoters -= part.groups_only.promoters;
}

class Settler {
 public:
  Settler(std::span<const SettledFile> files, const Rules& rules, std::span<const SettledGrouping> groupings)
      : rules_(rules), groupings_(groupings), responses_(files, out_) {}

  Settlement run() {
    leave_out_duplicates(responses_, rules_);
    apply_cut_offs(responses_, rules_.policy);
    for (size_t i = 0; i < responses_.size(); ++i) {
      if (responses_.outcome(i) == Code::kNone) responses_.add_to(everything_, i);
    }
    compare(CountedUnit::kRespondent);
    compare(CountedUnit::kAccount);
    choose();
    count();
    count_groups();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Policy& policy() const { return rules_.policy; }

  [[nodiscard]] UnitMeans singles() const {
    UnitMeans means;
    const GroupCounts groups = group_counts(everything_);
    const uint64_t other = groups.promoters + groups.detractors;
    if (groups.responses() > 0) {
      means.entries.push_back(
          {1, groups.responses(), static_cast<int64_t>(groups.promoters) - static_cast<int64_t>(groups.detractors), other});
    }
    return means;
  }

  /// What the figure would be under each way to count these units.
  void compare(CountedUnit which) {
    ResponseCounts not_latest;
    ResponseCounts not_first;
    RepeatedMeans means;
    uint64_t units = 0;
    uint64_t answers = 0;
    for_each_repeated_unit(responses_, which, [&](const Unit& unit) {
      ++units;
      answers += unit.members.size();
      means.add(unit);
      const Member& latest = chosen_of(responses_, unit, true);
      const Member& first = chosen_of(responses_, unit, false);
      for (const Member& member : unit.members) {
        if (&member != &latest) responses_.add_to(not_latest, member.response);
        if (&member != &first) responses_.add_to(not_first, member.response);
        if (which == CountedUnit::kRespondent && &member != &latest)
          responses_.remark(member.response, Code::kRepeatedRespondent);
      }
    });
    if (units == 0) return;
    if (which == policy().unit) {
      out_.repeated_units = units;
      out_.repeated_responses = answers;
    }
    ResponseCounts latest = everything_;
    take_from(latest, not_latest);
    ResponseCounts first = everything_;
    take_from(first, not_first);
    if (out_.variants.empty()) out_.variants.push_back({CountedAnswers::kAll, which, everything_, {}});
    out_.variants.push_back({CountedAnswers::kLatest, which, latest, {}});
    out_.variants.push_back({CountedAnswers::kFirst, which, first, {}});
    out_.variants.push_back({CountedAnswers::kMean, which, everything_, means.of(singles())});
  }

  void choose() {
    const CountedAnswers answers = policy().answers;
    if (answers == CountedAnswers::kLatest || answers == CountedAnswers::kFirst) {
      for_each_repeated_unit(responses_, policy().unit, [&](const Unit& unit) {
        const Member& chosen = chosen_of(responses_, unit, answers == CountedAnswers::kLatest);
        for (const Member& member : unit.members) {
          if (&member != &chosen) responses_.leave_out(member.response, Code::kExcludedRepeat);
        }
      });
    }
  }

  void count() {
    for (size_t i = 0; i < responses_.size(); ++i) {
      if (responses_.outcome(i) == Code::kNone) responses_.add_to(out_.scores, i);
    }
    if (policy().answers != CountedAnswers::kMean) return;
    RepeatedMeans means;
    for_each_repeated_unit(responses_, policy().unit, [&means](const Unit& unit) { means.add(unit); });
    out_.means = means.of(singles());
  }

  [[nodiscard]] uint32_t group_of(size_t grouping, size_t response) const {
    if (groupings_[grouping].by_month) return month_of(responses_.when(response));
    const size_t file = responses_.file_of(response);
    const uint32_t own = responses_.file(file).responses->columns().groups[grouping][response - responses_.start(file)];
    return own == kNoGroup ? kNoGroup : responses_.file(file).group_codes[grouping][own];
  }

  void count_groups() {
    for (size_t g = 0; g < groupings_.size(); ++g) {
      const size_t values = groupings_[g].by_month ? kMonths : groupings_[g].values;
      std::vector<GroupTally>& tallies = out_.groups.emplace_back(values + 1);
      const auto tally = [&](size_t i) -> GroupTally& { return tallies[std::min<size_t>(group_of(g, i), values)]; };
      const bool means = policy().answers == CountedAnswers::kMean;
      for (size_t i = 0; i < responses_.size(); ++i) {
        if (responses_.outcome(i) != Code::kNone) continue;
        responses_.add_to(tally(i).scores, i);
        if (means) tally(i).means.add(1, responses_.sign(i));
      }
      if (means) count_group_units(tally);
    }
  }

  /// Within a group, too, a unit counts once.
  template <class TallyOf>
  void count_group_units(const TallyOf& tally) {
    for_each_repeated_unit(responses_, policy().unit, [&](Unit& unit) {
      std::ranges::sort(unit.members, {}, [&](const Member& member) { return &tally(member.response); });
      for (size_t from = 0; from < unit.members.size();) {
        GroupTally& group = tally(unit.members[from].response);
        size_t to = from;
        int64_t sum = 0;
        for (; to < unit.members.size() && &tally(unit.members[to].response) == &group; ++to) {
          sum += unit.members[to].sign;
          group.means.remove(1, unit.members[to].sign);
        }
        group.means.add(static_cast<uint32_t>(to - from), sum);
        from = to;
      }
    });
  }

  const Rules& rules_;
  std::span<const SettledGrouping> groupings_;
  Settlement out_;
  SettledResponses responses_;
  /// All that the policy chooses from.
  ResponseCounts everything_;
};

}  // namespace

Settlement settle(std::span<const SettledFile> files, const Rules& rules, std::span<const SettledGrouping> groupings) {
  return Settler(files, rules, groupings).run();
}

}  // namespace npscope
