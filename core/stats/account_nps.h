// SPDX-License-Identifier: MIT
// The three NPS that "NPS by account" can mean, each with its name; they differ, so every figure says which one it is.
//
// Mean of accounts: the mean of the accounts' means, error = sd / sqrt(G): each account has one vote. Respondents: each response has one vote,
// the error respects accounts. By revenue: the mean of the accounts' means weighted with revenue, linearised. All with G - 1 degrees of
// freedom (statistics 2; Lohr, Sampling, chapter 5). An account is never sorted into promoters and detractors by its mean. In [-1, 1].
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/partial/cluster_counts.h"
#include "core/partial/weighted_clusters.h"
#include "core/stats/design_estimate.h"

namespace npscope {

enum class AccountDefinition : uint8_t { kMeanOfAccounts, kRespondents, kByRevenue };

/// "mean-of-accounts", "respondents", "by-revenue".
[[nodiscard]] std::string_view definition_name(AccountDefinition definition);
[[nodiscard]] std::optional<AccountDefinition> definition_named(std::string_view name);

struct AccountNps {
  AccountDefinition definition = AccountDefinition::kMeanOfAccounts;
  /// Units are accounts. Shares are those of the definition: over accounts, respondents or revenue.
  DesignEstimate estimate;
  /// Responses without an account; as respondents they count, each as an account of its own.
  uint64_t without_account = 0;
  /// Responses without a usable revenue, which are left out; and accounts whose rows disagree about theirs, which count with the mean of it.
  uint64_t refused = 0;
  uint64_t disagreeing = 0;
};

/// Nothing when no response has an account. REQUIRES: 0 < level < 1.
[[nodiscard]] Available<AccountNps> mean_of_accounts(const ClusterCounts& accounts, double level);
[[nodiscard]] Available<AccountNps> respondents_by_account(const ClusterCounts& accounts, double level);
/// The weight of every response is the revenue of its account.
[[nodiscard]] Available<AccountNps> accounts_by_revenue(const WeightedClusters& accounts, double level);

}  // namespace npscope
