// SPDX-License-Identifier: MIT
// Step-up methods take the running least from the largest p down, Holm the running largest from the smallest up.
#include "core/stats/multiplicity.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "core/base/check.h"

namespace npscope {

namespace {

constexpr std::array<std::pair<Adjustment, std::string_view>, 5> kNames = {{
    {Adjustment::kBenjaminiHochberg, "benjamini-hochberg"},
    {Adjustment::kBenjaminiYekutieli, "benjamini-yekutieli"},
    {Adjustment::kHolm, "holm"},
    {Adjustment::kBonferroni, "bonferroni"},
    {Adjustment::kNone, "none"},
}};

}  // namespace

std::string_view adjustment_name(Adjustment adjustment) {
  for (const auto& [one, name] : kNames) {
    if (one == adjustment) return name;
  }
  return "none";
}

std::optional<Adjustment> adjustment_named(std::string_view name) {
  for (const auto& [one, text] : kNames) {
    if (text == name) return one;
  }
  return std::nullopt;
}

std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment) {
  for (const double one : p) NPS_CHECK(one >= 0 && one <= 1);
  std::vector<double> result(p.begin(), p.end());
  const size_t tests = p.size();
  if (tests == 0 || adjustment == Adjustment::kNone) return result;
  const auto count = static_cast<double>(tests);
  if (adjustment == Adjustment::kBonferroni) {
    for (double& one : result) one = std::min(one * count, 1.0);
    return result;
  }
  std::vector<size_t> order(tests);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::sort(order, [&](size_t a, size_t b) { return p[a] != p[b] ? p[a] < p[b] : a < b; });
  if (adjustment == Adjustment::kHolm) {
    double largest = 0;
    for (size_t i = 0; i < tests; ++i) {
      largest = std::max(largest, std::min(p[order[i]] * static_cast<double>(tests - i), 1.0));
      result[order[i]] = largest;
    }
    return result;
  }
  double factor = count;
  if (adjustment == Adjustment::kBenjaminiYekutieli) {
    double harmonic = 0;
    for (size_t i = 1; i <= tests; ++i) harmonic += 1 / static_cast<double>(i);
    factor *= harmonic;
  }
  double least = 1;
  for (size_t i = tests; i > 0; --i) {
    least = std::min(least, p[order[i - 1]] * factor / static_cast<double>(i));
    result[order[i - 1]] = least;
  }
  return result;
}

}  // namespace npscope
