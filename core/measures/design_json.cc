// SPDX-License-Identifier: MIT
// Members stand in one order for all designs, so that a reader of one reads the others.
#include "core/measures/design_json.h"

#include <algorithm>

#include "core/base/codes.h"
#include "core/measures/two_sides.h"

namespace npscope {
namespace {

template <class T>
void write_optional_number(JsonWriter& out, std::string_view key, const std::optional<T>& number) {
  out.key(key);
  if (number) {
    out.value(*number);
  } else {
    out.null();
  }
}

}  // namespace

void write_design(JsonWriter& out, const DesignEstimate& estimate, double level, bool clustered) {
  out.member("nps", estimate.nps * 100);
  out.member("responses", estimate.responses);
  out.key("shares");
  out.begin_object();
  out.member("detractors", estimate.shares.detractors);
  out.member("passives", estimate.shares.passives);
  out.member("promoters", estimate.shares.promoters);
  out.end_object();
  write_optional_number(out, "standardError",
                        estimate.standard_error ? std::optional(*estimate.standard_error * 100) : std::nullopt);
  if (estimate.without_error) out.member("withoutError", unavailable_name(*estimate.without_error));
  write_optional_number(out, "designEffect", estimate.design_effect);
  out.member("effectiveResponses", estimate.effective_responses);
  if (estimate.limits) {
    write_limits(out, "score", level, *estimate.limits);
  } else {
    out.key("interval");
    out.null();
  }
  if (!clustered) return;
  out.member("clusters", estimate.units);
  write_optional_number(out, "degrees", estimate.degrees);
  out.member("fewClusters", estimate.units < kFewClusters);
}

bool has_column(const Frame& frame, const ColumnRef& column) {
  return std::ranges::any_of(
      frame.parts, [&](const Part& part) { return part.mapping != nullptr && column_of(*part.mapping, column).has_value(); });
}

bool refused_column(const Frame& frame, const ColumnRef& column, JsonWriter& out) {
  if (has_column(frame, column)) return false;
  write_unavailable(out, code_name(Code::kUnknownColumn), column.name.empty() ? role_name(column.role) : column.name);
  return true;
}

bool refused_keys(const Frame& frame, ClusterBy by, JsonWriter& out) {
  const bool account = by == ClusterBy::kAccount;
  const auto has_key = [&](const Part& part) {
    return std::ranges::any_of(account ? part.accounts : part.respondents, [](uint64_t key) { return key != 0; });
  };
  if (std::ranges::any_of(frame.parts, has_key)) return false;
  return refused_column(frame, {{}, account ? Role::kAccount : Role::kRespondent}, out);
}

std::string_view cluster_name(ClusterBy by) { return by == ClusterBy::kAccount ? "account" : "respondent"; }

std::optional<ClusterBy> cluster_named(std::string_view name) {
  for (const ClusterBy by : {ClusterBy::kAccount, ClusterBy::kRespondent}) {
    if (cluster_name(by) == name) return by;
  }
  return std::nullopt;
}

void need_keys(ClusterBy by, Needs& needs) { (by == ClusterBy::kAccount ? needs.accounts : needs.respondents) = true; }

std::optional<ColumnRef> column_or_role(json::Node option, Role role) {
  if (!option.exists()) return ColumnRef{{}, role};
  return column_ref(option);
}

void write_column(JsonWriter& out, std::string_view key, const ColumnRef& column) {
  out.key(key);
  if (!column.name.empty()) {
    out.value(std::string_view(column.name));
    return;
  }
  out.begin_object();
  out.member("role", role_name(column.role));
  out.end_object();
}

void write_refused(JsonWriter& out, const WeightedCounts& counts) {
  const auto refused = [&](WeightFault fault) { return counts.refused[static_cast<size_t>(fault)]; };
  out.key("refused");
  out.begin_object();
  out.member("responses", counts.all_refused());
  out.member("notPositive", refused(WeightFault::kNotPositive));
  out.member("notANumber", refused(WeightFault::kNotANumber));
  out.member("tooLarge", refused(WeightFault::kTooLarge));
  out.end_object();
}

}  // namespace npscope
