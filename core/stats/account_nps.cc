// SPDX-License-Identifier: MIT
// Spread is taken within and between accounts of one size, in integers as far as that goes, so that equal means have no spread at all.
#include "core/stats/account_nps.h"

#include <algorithm>
#include <array>
#include <compare>
#include <tuple>
#include <vector>

#include "core/stats/clustered_nps.h"

namespace npscope {
namespace {

constexpr std::array kNames = {std::string_view("mean-of-accounts"), std::string_view("respondents"),
                               std::string_view("by-revenue")};

/// Sum over accounts of the squared distance of their mean to `mean`.
double spread_of_means(const ClusterShapes& shapes, double mean) {
  double spread = 0;
  for (const ClusterShapes::Entry& entry : shapes.entries) {
    const auto answers = static_cast<double>(entry.answers);
    const auto clusters = static_cast<double>(entry.clusters);
    const Int128 sum = static_cast<Int128>(entry.groups.promoters) - static_cast<Int128>(entry.groups.detractors);
    const Int128 within = static_cast<Int128>(entry.clusters) * entry.squares - sum * sum;
    spread += static_cast<double>(within) / clusters / answers / answers;
    const double distance = static_cast<double>(sum) / (clusters * answers) - mean;
    spread += clusters * distance * distance;
  }
  return spread;
}

struct Account {
  GroupCounts groups;
  Uint128 weight;

  /// The mean of what its rows say.
  [[nodiscard]] double revenue() const { return static_cast<double>(weight) / static_cast<double>(groups.responses()); }
};

/// In an order that owes nothing to their keys.
std::vector<Account> ordered_accounts(const WeightedClusters& clusters) {
  std::vector<Account> accounts;
  accounts.reserve(clusters.entries.size());
  for (const WeightedClusters::Entry& entry : clusters.entries) accounts.push_back({entry.groups, entry.weight()});
  std::ranges::sort(accounts, {}, [](const Account& one) {
    return std::tuple(one.weight, one.groups.detractors, one.groups.passives, one.groups.promoters);
  });
  return accounts;
}

}  // namespace

std::string_view definition_name(AccountDefinition definition) { return kNames[static_cast<size_t>(definition)]; }

std::optional<AccountDefinition> definition_named(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<AccountDefinition>(i);
  }
  return std::nullopt;
}

Available<AccountNps> mean_of_accounts(const ClusterCounts& accounts, double level) {
  const ClusterShapes shapes = keyed_shapes(accounts);
  DesignSums sums;
  sums.clustered = true;
  for (const ClusterShapes::Entry& entry : shapes.entries) {
    const RealCounts of_size = real_counts(entry.groups).times(1 / static_cast<double>(entry.answers));
    sums.weights.detractors += of_size.detractors;
    sums.weights.passives += of_size.passives;
    sums.weights.promoters += of_size.promoters;
    sums.responses += entry.groups.responses();
    sums.units += entry.clusters;
  }
  if (sums.units == 0) return std::unexpected(Unavailable::kNoResponses);
  const auto count = static_cast<double>(sums.units);
  sums.least_effective = count;
  if (sums.units > 1) sums.variance = spread_of_means(shapes, nps_of(sums.weights)) / count / (count - 1);
  return AccountNps{AccountDefinition::kMeanOfAccounts, design_estimate(sums, level), accounts.alone.responses()};
}

Available<AccountNps> respondents_by_account(const ClusterCounts& accounts, double level) {
  const Available<DesignEstimate> found = clustered_nps(all_shapes(accounts), level);
  if (!found) return std::unexpected(found.error());
  return AccountNps{AccountDefinition::kRespondents, *found, accounts.alone.responses()};
}

Available<AccountNps> accounts_by_revenue(const WeightedClusters& accounts, double level) {
  const std::vector<Account> ordered = ordered_accounts(accounts);
  if (ordered.empty()) return std::unexpected(Unavailable::kNoResponses);
  DesignSums sums;
  sums.clustered = true;
  sums.units = ordered.size();
  for (const Account& one : ordered) {
    const RealCounts share = real_counts(one.groups).times(one.revenue() / static_cast<double>(one.groups.responses()));
    sums.weights.detractors += share.detractors;
    sums.weights.passives += share.passives;
    sums.weights.promoters += share.promoters;
    sums.responses += one.groups.responses();
  }
  const double total = sums.weights.responses();
  const double nps = nps_of(sums.weights);
  double sizes = 0;
  for (const Account& one : ordered) {
    const double size = one.revenue() / total;
    const double distance = nps_of(real_counts(one.groups)) - nps;
    sums.variance += size * size * distance * distance;
    sizes += size * size;
  }
  const auto count = static_cast<double>(sums.units);
  if (sums.units > 1) sums.variance *= count / (count - 1);
  sums.least_effective = 1 / sizes;
  return AccountNps{AccountDefinition::kByRevenue, design_estimate(sums, level), accounts.alone.responses().responses(),
                    accounts.alone.all_refused(), accounts.disagreeing()};
}

}  // namespace npscope
