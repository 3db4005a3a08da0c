// SPDX-License-Identifier: MIT
// Definitions come in the order of AccountDefinition, whatever the order in which they were asked for.
#include "core/measures/accounts.h"

#include <array>

#include "core/measures/design_json.h"
#include "core/measures/sharing.h"
#include "core/query/gather.h"
#include "core/stats/account_nps.h"

namespace npscope {
namespace {

constexpr std::array kDefinitions = {AccountDefinition::kMeanOfAccounts, AccountDefinition::kRespondents,
                                     AccountDefinition::kByRevenue};

struct Options {
  /// By AccountDefinition.
  std::array<bool, kDefinitions.size()> wanted{};
  ColumnRef revenue;

  [[nodiscard]] bool wants(AccountDefinition definition) const { return wanted[static_cast<size_t>(definition)]; }
};

bool add_definition(json::Node node, Options& options) {
  const std::optional<AccountDefinition> named = definition_named(node.text().value_or(""));
  if (named) options.wanted[static_cast<size_t>(*named)] = true;
  return named.has_value();
}

std::expected<Options, std::string> read_options(json::Node options) {
  const std::string_view unknown = unknown_member(options, {"measure", "definition", "weight"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  const json::Node weight = options.find("weight");
  const std::optional<ColumnRef> revenue = column_or_role(weight, Role::kRevenue);
  if (!revenue) return std::unexpected("weight");
  Options result{.revenue = *revenue};
  const json::Node definition = options.find("definition");
  if (!definition.exists()) {
    result.wanted = {true, true, weight.exists()};
  } else if (definition.is_array()) {
    if (definition.size() == 0) return std::unexpected("definition");
    for (const json::Node one : definition.items()) {
      if (!add_definition(one, result)) return std::unexpected("definition");
    }
  } else if (!add_definition(definition, result)) {
    return std::unexpected("definition");
  }
  return result;
}

std::string check(json::Node options, const Query&) {
  const auto read = read_options(options);
  return read ? std::string() : read.error();
}

void needs(json::Node node, const Query&, Needs& needs) {
  const Options options = *read_options(node);
  need_keys(ClusterBy::kAccount, needs);
  if (options.wants(AccountDefinition::kByRevenue)) needs.columns.push_back(options.revenue);
}

void write_accounts(JsonWriter& out, const Frame& frame, const Available<AccountNps>& found) {
  if (!found) {
    write_unavailable(out, unavailable_name(found.error()));
    return;
  }
  if (refused_few(frame.query, found->estimate.responses, out)) return;
  write_design(out, found->estimate, level_value(frame.interval.level), true);
  out.member("withoutAccount", found->without_account);
}

void write_by_revenue(JsonWriter& out, const Frame& frame, const ColumnRef& revenue) {
  write_column(out, "weight", revenue);
  if (refused_column(frame, revenue, out)) return;
  const WeightedClusters accounts = gather_weighted_clusters(frame.parts, frame.selected, revenue, ClusterBy::kAccount);
  const Available<AccountNps> found = accounts_by_revenue(accounts, level_value(frame.interval.level));
  write_accounts(out, frame, found);
  write_refused(out, accounts.alone);
  out.member("disagreeing", accounts.disagreeing());
}

void write_definitions(JsonWriter& out, const Frame& frame, const ClusterCounts& accounts, const Options& options,
                       bool of_all) {
  const double level = level_value(frame.interval.level);
  out.key("definitions");
  out.begin_array();
  for (const AccountDefinition definition : kDefinitions) {
    const bool by_revenue = definition == AccountDefinition::kByRevenue;
    if (!options.wants(definition) || (by_revenue && !of_all)) continue;
    out.begin_object();
    out.member("definition", definition_name(definition));
    if (by_revenue) {
      write_by_revenue(out, frame, options.revenue);
    } else if (definition == AccountDefinition::kRespondents) {
      write_accounts(out, frame, respondents_by_account(accounts, level));
    } else {
      write_accounts(out, frame, mean_of_accounts(accounts, level));
    }
    out.end_object();
  }
  out.end_array();
}

/// Responses with an account; the others decide with them what is hidden.
Shown shown_accounts(const Frame& frame, const std::vector<ClusterCounts>& cells) {
  std::vector<GroupCounts> all;
  std::vector<GroupCounts> keyed;
  for (const ClusterCounts& cell : cells) {
    keyed.push_back(keyed_shapes(cell).groups());
    all.push_back(keyed.back());
    all.back().merge(cell.alone);
  }
  return shown_of_both(frame, all, keyed);
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const Options options = *read_options(node);
  if (refused_keys(frame, ClusterBy::kAccount, out)) return;
  const ClusterCounts all = gather_clusters(frame.parts, frame.selected, Cells{}, ClusterBy::kAccount)[0];
  write_definitions(out, frame, all, options, true);
  if (frame.cells.axes.empty()) return;
  const std::vector<ClusterCounts> cells = gather_clusters(frame.parts, frame.selected, frame.cells, ClusterBy::kAccount);
  const Shown shown = shown_accounts(frame, cells);
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell] == ClusterCounts{} || !shown.shows(cell)) continue;
    out.begin_object();
    write_cell(out, frame.cells, cell);
    write_definitions(out, frame, cells[cell], options, false);
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

}  // namespace

const Measure kAccountsMeasure = {"accounts", check, needs, answer};

}  // namespace npscope
