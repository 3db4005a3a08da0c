// SPDX-License-Identifier: MIT
// Duplicates, cut-offs, then every way to count repeated units from one pass over those that repeat, and at last the counts.
#include "core/shard/settlement.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/key_groups.h"
#include "core/shard/repeated_units.h"
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

/// Calls `act` with the running numbers, ascending, of every unit with more than one response that still counts.
template <class Act>
void for_each_repeated_unit(const SettledResponses& responses, CountedUnit which, Act&& act) {
  const auto keys = [&](size_t from, std::span<uint64_t> out) { responses.units(which, from, out); };
  if (responses.has_units(which)) for_each_repeated_key(responses.size(), keys, act);
}

ResponseCounts without(ResponseCounts counts, const ResponseCounts& part) {
  for (size_t s = 0; s < counts.scores.counts.size(); ++s) counts.scores.counts[s] -= part.scores.counts[s];
  counts.groups_only.detractors -= part.groups_only.detractors;
  counts.groups_only.passives -= part.groups_only.passives;
  counts.groups_only.promoters -= part.groups_only.promoters;
  return counts;
}

class Settler {
 public:
  Settler(std::span<const SettledFile> files, const Rules& rules, std::span<const SettledGrouping> groupings)
      : rules_(rules), groupings_(groupings), responses_(files, out_) {}

  Settlement run() {
    leave_out_duplicates(responses_, rules_);
    apply_cut_offs(responses_, rules_.policy);
    everything_ = responses_.remaining_counts();
    compare(CountedUnit::kRespondent);
    compare(CountedUnit::kAccount);
    choose();
    for (size_t g = 0; g < groupings_.size(); ++g) count_groups(g);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Policy& policy() const { return rules_.policy; }

  /// What the figure would be under each way to count these units.
  [[gnu::noinline]] void compare(CountedUnit which) {
    const bool asked = which == policy().unit && policy().answers != CountedAnswers::kAll;
    if (!asked && !responses_.has_units(which)) return;
    RepeatedUnits repeated = find_repeated_units(responses_, which, everything_);
    if (repeated.units > 0) add_variants(which, repeated);
    if (asked) chosen_from_ = std::move(repeated);
  }

  void add_variants(CountedUnit which, const RepeatedUnits& repeated) {
    if (which == CountedUnit::kRespondent)
      repeated.not_latest.for_each([this](size_t i) { responses_.remark(i, Code::kRepeatedRespondent); });
    if (which == policy().unit) {
      out_.repeated_units = repeated.units;
      out_.repeated_responses = repeated.responses;
    }
    if (out_.variants.empty()) out_.variants.push_back({CountedAnswers::kAll, which, everything_, {}});
    out_.variants.push_back({CountedAnswers::kLatest, which, without(everything_, repeated.not_latest_counts), {}});
    out_.variants.push_back({CountedAnswers::kFirst, which, without(everything_, repeated.not_first_counts), {}});
    out_.variants.push_back({CountedAnswers::kMean, which, everything_, repeated.means});
  }

  [[gnu::noinline]] void choose() {
    out_.scores = everything_;
    const CountedAnswers answers = policy().answers;
    if (answers == CountedAnswers::kAll) return;
    if (answers == CountedAnswers::kMean) {
      out_.means = std::move(chosen_from_->means);
      return;
    }
    const bool latest = answers == CountedAnswers::kLatest;
    out_.scores = without(everything_, latest ? chosen_from_->not_latest_counts : chosen_from_->not_first_counts);
    const ResponseSet& others = latest ? chosen_from_->not_latest : chosen_from_->not_first;
    others.for_each([this](size_t i) { responses_.leave_out(i, Code::kExcludedRepeat); });
  }

  [[nodiscard]] uint32_t group_of(size_t grouping, size_t response) const {
    if (groupings_[grouping].by == GroupBy::kMonth) return month_of(responses_.when(response));
    const size_t file = responses_.file_of(response);
    if (groupings_[grouping].by == GroupBy::kFile) return static_cast<uint32_t>(responses_.file(file).source);
    const uint32_t own = responses_.file(file).responses->columns().groups[grouping][response - responses_.start(file)];
    return own == kNoGroup ? kNoGroup : responses_.file(file).group_codes[grouping][own];
  }

  [[gnu::noinline]] void count_groups(size_t grouping) {
    const size_t values = groupings_[grouping].by == GroupBy::kMonth ? kMonths : groupings_[grouping].values;
    std::vector<GroupTally>& tallies = out_.groups.emplace_back(values + 1);
    const auto tally = [&](size_t i) -> GroupTally& { return tallies[std::min<size_t>(group_of(grouping, i), values)]; };
    const bool means = policy().answers == CountedAnswers::kMean;
    for (size_t i = 0; i < responses_.size(); ++i) {
      if (responses_.outcome(i) != Code::kNone) continue;
      responses_.add_to(tally(i).scores, i);
      const uint64_t times = responses_.times(i);
      if (means && times > 0) tally(i).means.add(1, responses_.sign(i), times);
    }
    if (means) count_group_units(tally);
  }

  /// Within a group, too, a unit counts once.
  template <class TallyOf>
  [[gnu::noinline]] void count_group_units(const TallyOf& tally) {
    std::vector<std::pair<GroupTally*, int>> members;
    for_each_repeated_unit(responses_, policy().unit, [&](std::span<const uint32_t> unit) {
      members.clear();
      for (const uint32_t i : unit) members.emplace_back(&tally(i), responses_.sign(i));
      std::ranges::sort(members);
      for (size_t from = 0; from < members.size();) {
        GroupTally* const group = members[from].first;
        size_t to = from;
        int64_t sum = 0;
        for (; to < members.size() && members[to].first == group; ++to) {
          sum += members[to].second;
          group->means.remove(1, members[to].second);
        }
        group->means.add(static_cast<uint32_t>(to - from), sum);
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
  /// The units that the policy counts once; nothing where every answer counts.
  std::optional<RepeatedUnits> chosen_from_;
};

}  // namespace

Settlement settle(std::span<const SettledFile> files, const Rules& rules, std::span<const SettledGrouping> groupings) {
  return Settler(files, rules, groupings).run();
}

}  // namespace npscope
