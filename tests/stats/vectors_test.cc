// SPDX-License-Identifier: MIT
// The expected statistics of tests/data/vectors.json (made with R and with Python) against core/stats. What
// tests/data/vector-status.tsv calls used:native is checked here and nowhere else; of what it calls used, everything that needs
// no file is checked here too.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/format/json/document.h"
#include "core/stats/bootstrap.h"
#include "core/stats/complete_cases.h"
#include "core/stats/control_chart.h"
#include "core/stats/decomposition.h"
#include "core/stats/difference.h"
#include "core/stats/distributions.h"
#include "core/stats/homogeneity.h"
#include "core/stats/interval.h"
#include "core/stats/log_odds.h"
#include "core/stats/multiplicity.h"
#include "core/stats/ordinal_logit.h"
#include "core/stats/permutation.h"
#include "core/stats/posterior.h"
#include "core/stats/sample_size.h"
#include "core/stats/share_intervals.h"
#include "core/stats/trend_line.h"
#include "core/stats/wald_interval.h"
#include "tests/support/synth_drivers.h"
#include "tests/support/tsv.h"

namespace npscope {
namespace {

using json::Node;
using testing_support::tsv_rows;

/// Numbers of an expected value by their path within it: "" for a number, "0" and "1" for limits, "det.0" within an object.
using Numbers = std::map<std::string, double>;

void flatten(const Node& node, const std::string& path, Numbers& numbers) {
  if (const auto number = node.number()) {
    numbers[path] = *number;
    return;
  }
  size_t index = 0;
  for (const Node item : node.items()) {
    const std::string name = node.is_object() ? std::string(item.name()) : std::to_string(index);
    std::string below = path;
    if (!below.empty()) below += '.';
    flatten(item, below += name, numbers);
    ++index;
  }
}

Numbers limits_at(const std::string& path, const Limits& limits) {
  return {{path + "0", limits.low}, {path + "1", limits.high}};
}
Numbers limits_of(const Limits& limits) { return limits_at("", limits); }
Numbers one(double value) { return {{"", value}}; }

Numbers joined(Numbers a, const Numbers& b) {
  a.insert(b.begin(), b.end());
  return a;
}

uint64_t count(const Node& node) { return static_cast<uint64_t>(node.number().value_or(0)); }

GroupCounts three(const Node& list) { return {count(list.item(0)), count(list.item(1)), count(list.item(2))}; }

GroupCounts counts(const Node& input) {
  return {count(input.find("detractors")), count(input.find("passives")), count(input.find("promoters"))};
}

double real(const Node& input, const char* name) { return input.find(name).number().value_or(NAN); }

std::vector<double> list(const Node& node) {
  std::vector<double> values;
  for (const Node item : node.items()) values.push_back(item.number().value_or(NAN));
  return values;
}

ScoreCounts scores(const Node& input) {
  ScoreCounts result;
  const Node all = input.find("scores");
  if (const auto number = all.number()) result.add(static_cast<unsigned>(*number));
  for (const double score : list(all)) result.add(static_cast<unsigned>(score));
  return result;
}

RealCounts shares(double promoters, double detractors) { return {detractors, 1 - promoters - detractors, promoters}; }

/// The level in the name of a key: "wald90" and "score_tango_95_hp".
double level_in(const std::string& key) {
  for (const char* level : {"80", "90", "95", "99"}) {
    if (key.find(level) != std::string::npos) return std::stod(level) / 100;
  }
  return 0.95;
}

Limits wald_with(const Node& input, const RealCounts& added, double level) {
  return wald_limits(sum_of(real_counts(counts(input)), added), normal_two_sided_quantile(level));
}

/// The package reports the size of the difference.
Numbers unsigned_wald(const Node& input, const RealCounts& added) {
  const auto found = wald_difference(three(input.find("a")), three(input.find("b")), 0.95, added);
  const bool falls = found->estimate < 0;
  const Limits limits = falls ? Limits{-found->limits.high, -found->limits.low} : found->limits;
  return joined({{"delta_abs", std::abs(found->estimate)}, {"se", found->standard_error}, {"p", found->p}},
                limits_at("ci.", limits));
}

Numbers signed_wald(const Node& input, const RealCounts& added) {
  const auto found = wald_difference(three(input.find("a")), three(input.find("b")), 0.95, added);
  return {{"delta", found->estimate}, {"se", found->standard_error}, {"z", found->z}, {"p", found->p},
          {"lo", found->limits.low},  {"hi", found->limits.high}};
}

Numbers share_numbers(const Node& input, double level) {
  const auto found = share_intervals(counts(input), level);
  return joined(joined(limits_at("det.", found->detractors), limits_at("pas.", found->passives)),
                limits_at("pro.", found->promoters));
}

Posterior posterior_of(const Node& input) {
  const Node prior = input.find("prior");
  return *posterior(counts(input), 0.95, {*prior.item(0).number(), *prior.item(1).number(), *prior.item(2).number()});
}

Numbers adjusted_numbers(const Node& input, Adjustment adjustment) {
  const std::vector<double> found = adjusted(list(input.find("p")), adjustment);
  Numbers numbers;
  for (size_t i = 0; i < found.size(); ++i) numbers[std::to_string(i)] = found[i];
  return numbers;
}

Decomposition decomposed(const Node& input) {
  std::vector<SegmentChange> segments;
  for (size_t i = 0; i < input.find("share1").size(); ++i) {
    const auto at = [&](const char* name) { return *input.find(name).item(i).number(); };
    segments.push_back({at("share1"), at("share2"), at("nps1"), at("nps2")});
  }
  return decompose(segments);
}

Numbers contributions(const Node& input, double Contribution::* part) {
  Numbers numbers;
  for (const Contribution& segment : decomposed(input).segments) numbers[std::to_string(numbers.size())] = segment.*part;
  return numbers;
}

Homogeneity homogeneity_of(const Node& input) {
  std::vector<GroupCounts> groups;
  for (const Node group : input.find("groups").items()) groups.push_back(three(group));
  return *homogeneity(groups);
}

/// "prior_0.01": the same for each term; "prior_corpus_a0_100": their shares times that.
Numbers contrasts(const Node& input, const std::string& key) {
  TermCounts promoters;
  TermCounts detractors;
  std::vector<std::string> names;
  for (const Node term : input.find("promoters").items()) {
    const auto times = [](const Node& node) { return static_cast<uint64_t>(*node.number()); };
    names.emplace_back(term.name());
    promoters.entries.push_back({times(term), times(term)});
    detractors.entries.push_back({times(input.find("detractors").find(term.name())), 0});
    detractors.entries.back().comments = detractors.entries.back().times;
  }
  LogOddsOptions options{.basis = TermBasis::kTokens};
  const double prior = std::stod(key.substr(key.rfind('_') + 1));
  (key.contains("corpus") ? options.prior : options.prior_of_each.emplace()) = prior;
  Numbers numbers;
  for (const TermContrast& contrast : log_odds(promoters, detractors, options)) {
    numbers["delta." + names[contrast.term]] = contrast.delta;
    numbers["z." + names[contrast.term]] = contrast.z;
  }
  return numbers;
}

double planned(const Node& input, const char* promoters = "p", const char* detractors = "d") {
  return planned_variance(real(input, promoters), real(input, detractors));
}

double required(const Node& input, double variance, double margin, std::optional<uint64_t> population = std::nullopt) {
  return static_cast<double>(*required_responses(variance, margin, real(input, "conf"), population));
}

/// Periods are numbered from 1.
TrendLine line_of(const Node& input) {
  const std::vector<double> values = list(input.find("nps"));
  const std::vector<double> variances = list(input.find("var"));
  std::vector<LinePoint> points;
  points.reserve(values.size());
  for (size_t i = 0; i < values.size(); ++i) points.push_back({static_cast<double>(i + 1), values[i], variances[i]});
  return *trend_line(points, 0.95);
}

/// lm() takes the variances as known up to a factor, which is the scatter.
double error_of_lm(const TrendLine& line) {
  return line.known_error * std::sqrt(line.lack_of_fit->q / static_cast<double>(line.lack_of_fit->degrees));
}

ControlChart chart_of(const Node& input) {
  const std::vector<double> p = list(input.find("p"));
  const std::vector<double> d = list(input.find("d"));
  const std::vector<double> n = list(input.find("n"));
  std::vector<RealCounts> periods;
  periods.reserve(n.size());
  for (size_t i = 0; i < n.size(); ++i) periods.push_back(shares(p[i], d[i]).times(n[i]));
  return *control_chart(periods, {0, periods.size()}, LimitWidth::kThreeSigma);
}

template <class Take>
Numbers chart_numbers(const Node& input, Take take) {
  Numbers numbers;
  for (const ChartPoint& point : chart_of(input).points) numbers[std::to_string(numbers.size())] = take(point);
  return numbers;
}

/// The logit of all eleven scores, which no measure offers.
Numbers logit_of_scores() {
  std::vector<PatternCounts::Entry> entries;
  for (const auto& row : testing_support::synth_drivers()) {
    PatternCounts::Entry entry{row.account, Pattern(), 1};
    entry.pattern.set_answer(row.score);
    for (size_t i = 0; i < row.ratings.size(); ++i) entry.pattern.set_value(i, row.ratings[i]);
    entries.push_back(entry);
  }
  const std::array<size_t, 4> all = {0, 1, 2, 3};
  const CompleteCases cases = complete_cases(pattern_counts(std::move(entries)), all, Outcome::kScore);
  const auto fit = ordinal_logit(cases, *moments(cases, Outcome::kScore), OrdinalScale::kScores, false);
  Numbers numbers = {{"logLik", fit->log_likelihood}};
  const std::array<const char*, 4> names = {"support", "price", "ease", "delivery"};
  for (size_t i = 0; i < names.size(); ++i) numbers[std::string("beta.") + names[i]] = fit->slopes[i].estimate;
  return numbers;
}

struct Figure {
  std::string id;
  std::string key;
  std::function<Numbers(const Node& input, const std::string& key)> of;
  /// Instead of the vector's own.
  std::optional<double> tolerance = std::nullopt;
};

/// How each figure is had. Names that end in * are starts.
std::vector<Figure> figures_of_one() {
  using N = const Node&;
  using K = const std::string&;
  return {
      {"counts-*", "nps", [](N in, K) { return one(nps_of(real_counts(counts(in)))); }, 1e-12},
      {"counts-*", "var", [](N in, K) { return one(variance_of(real_counts(counts(in)))); }, 1e-12},
      {"counts-*", "se", [](N in, K) { return one(standard_error(real_counts(counts(in)))); }, 1e-12},
      {"counts-*", "wald*", [](N in, K key) { return limits_of(wald_with(in, {}, level_in(key))); }, 1e-12},
      {"counts-*", "adjwald_075_150_075_*",
       [](N in, K key) { return limits_of(wald_with(in, kTriangularThree, level_in(key.substr(20)))); }, 1e-12},
      {"counts-*", "agresti_min_*", [](N in, K key) { return limits_of(wald_with(in, kAgrestiMin, level_in(key))); }, 1e-12},
      {"counts-*", "bonett_price_95", [](N in, K) { return limits_of(wald_with(in, kBonettPrice, 0.95)); }, 1e-12},
      {"counts-*", "aw_z2_uniform_95",
       [](N in, K) { return limits_of(wald_with(in, z_squared_uniform(normal_quantile(Level::k95)), 0.95)); }, 1e-12},
      {"counts-*", "score_tango_*",
       [](N in, K key) { return limits_of(interval(counts(in), IntervalMethod::kScore, level_in(key))); }},
      {"counts-*", "iterative_nps_pkg_95",
       [](N in, K) { return limits_of(interval(counts(in), IntervalMethod::kScore, Level::k95)); }},
      {"counts-*", "goodman_shares_95", [](N in, K) { return share_numbers(in, 0.95); }, 1e-12},
      {"raw-*", "var", [](N in, K) { return one(variance_of(real_counts(group_counts(scores(in))))); }},
      {"raw-*", "se", [](N in, K) { return one(standard_error(real_counts(group_counts(scores(in))))); }},
      {"lit-cv-hat", "nps", [](N, K) { return one(nps_of({1, 2, 3})); }},
      {"lit-cv-hat", "var", [](N, K) { return one(variance_of({1, 2, 3})); }},
      {"dirichlet-*", "mean", [](N in, K) { return one(posterior_of(in).mean); }, 1e-12},
      {"dirichlet-*", "sd", [](N in, K) { return one(posterior_of(in).deviation); }, 1e-12},
      {"dirichlet-*", "eq_tail95", [](N in, K) { return limits_of(posterior_of(in).limits); }},
      {"dirichlet-*", "p_nps_gt_0", [](N in, K) { return one(posterior_of(in).above_zero); }},
      {"boot-*", "percentile95_exact", [](N in, K) { return limits_of(*bootstrap_limits(counts(in), 0.95)); }, 1e-12},
      {"boot-*", "percentile90_exact", [](N in, K) { return limits_of(*bootstrap_limits(counts(in), 0.90)); }, 1e-12},
      {"trap-nocov-*", "correct_se", [](N in, K) { return one(standard_error(real_counts(counts(in)))); }},
      {"trap-nocov-*", "wrong_se_no_covariance", [](N in, K) { return one(standard_error(real_counts(counts(in)))); }},
      {"trap-nocov-*", "wrong_moe_full_width",
       [](N in, K) {
         const GroupCounts found = counts(in);
         return one(*margin_of_error(variance_of(real_counts(found)), found.responses(), 0.95));
       }},
  };
}

std::vector<Figure> figures_of_many() {
  using N = const Node&;
  using K = const std::string&;
  return {
      {"two-*", "wald", [](N in, K) { return unsigned_wald(in, {}); }},
      {"two-*", "adjwald", [](N in, K) { return unsigned_wald(in, kTriangularThree); }},
      {"diff-*", "delta", [](N in, K) { return one(difference(three(in.find("a")), three(in.find("b")), 0.95)->estimate); }},
      {"diff-*", "wald", [](N in, K) { return signed_wald(in, {}); }},
      {"diff-*", "adjwald_3tri_per_group", [](N in, K) { return signed_wald(in, kTriangularThree); }},
      {"diff-*", "mover_score_95",
       [](N in, K) { return limits_of(difference(three(in.find("a")), three(in.find("b")), 0.95)->limits); }},
      {"diff-*", "perm_exact_p", [](N in, K) { return one(*permutation_p(three(in.find("a")), three(in.find("b")))); }, 1e-12},
      {"padjust-BH", "adjusted", [](N in, K) { return adjusted_numbers(in, Adjustment::kBenjaminiHochberg); }},
      {"padjust-BY", "adjusted", [](N in, K) { return adjusted_numbers(in, Adjustment::kBenjaminiYekutieli); }},
      {"padjust-holm", "adjusted", [](N in, K) { return adjusted_numbers(in, Adjustment::kHolm); }},
      {"padjust-bonferroni", "adjusted", [](N in, K) { return adjusted_numbers(in, Adjustment::kBonferroni); }},
      {"x-q-homogeneity", "pooled", [](N in, K) { return one(homogeneity_of(in).pooled); }},
      {"x-q-homogeneity", "Q", [](N in, K) { return one(homogeneity_of(in).q); }},
      {"x-q-homogeneity", "df", [](N in, K) { return one(static_cast<double>(homogeneity_of(in).degrees)); }},
      {"x-q-homogeneity", "p", [](N in, K) { return one(homogeneity_of(in).p); }},
      {"x-mix-rate", "total1", [](N in, K) { return one(decomposed(in).before); }},
      {"x-mix-rate", "total2", [](N in, K) { return one(decomposed(in).after); }},
      {"x-mix-rate", "mix", [](N in, K) { return contributions(in, &Contribution::mix); }},
      {"x-mix-rate", "rate", [](N in, K) { return contributions(in, &Contribution::rate); }},
      {"x-mix-rate", "sum", [](N in, K) { return one(decomposed(in).mix + decomposed(in).rate); }},
      {"fightin-words-8", "prior_*", [](N in, K key) { return contrasts(in, key); }},
      {"n-*", "var", [](N in, K) { return one(planned(in)); }, 1e-12},
      {"n-*", "n_wald", [](N in, K) { return one(required(in, planned(in), real(in, "moe"))); }},
      {"n-*", "n_adjwald_minus3",
       [](N in, K) {
         return one(static_cast<double>(*required_responses_adjusted(planned(in), real(in, "moe"), real(in, "conf"))));
       }},
      {"n-*", "n_worst_case", [](N in, K) { return one(required(in, kWorstVariance, real(in, "moe"))); }},
      {"ssize-*", "wald", [](N in, K) { return one(required(in, planned(in), real(in, "moe_points") / 100)); }},
      {"ssize-*", "wald_fpc",
       [](N in, K) { return one(required(in, planned(in), real(in, "moe_points") / 100, count(in.find("N")))); }},
      {"power-*", "n_per_group",
       [](N in, K) {
         const double between = nps_of(shares(real(in, "p1"), real(in, "d1"))) - nps_of(shares(real(in, "p2"), real(in, "d2")));
         return one(static_cast<double>(*required_per_group(planned(in, "p1", "d1"), planned(in, "p2", "d2"), between,
                                                            1 - real(in, "alpha"), real(in, "power"))));
       }},
      {"power-*", "delta",
       [](N in, K) {
         return one(nps_of(shares(real(in, "p1"), real(in, "d1"))) - nps_of(shares(real(in, "p2"), real(in, "d2"))));
       },
       1e-12},
  };
}

std::vector<Figure> figures_of_time() {
  using N = const Node&;
  using K = const std::string&;
  return {
      {"wls-trend", "slope", [](N in, K) { return one(line_of(in).slope); }},
      {"wls-trend", "intercept", [](N in, K) { return one(line_of(in).value_at(0)); }},
      {"wls-trend", "se_lm", [](N in, K) { return one(error_of_lm(line_of(in))); }},
      {"wls-trend", "se_known_var", [](N in, K) { return one(line_of(in).known_error); }},
      {"wls-trend", "z_known_var", [](N in, K) { return one(line_of(in).slope / line_of(in).known_error); }},
      {"wls-trend", "Q_resid", [](N in, K) { return one(line_of(in).lack_of_fit->q); }},
      {"shewhart-nps", "center", [](N in, K) { return one(chart_of(in).centre); }},
      {"shewhart-nps", "lcl",
       [](N in, K) { return chart_numbers(in, [](const ChartPoint& point) { return point.limits.low; }); }},
      {"shewhart-nps", "ucl",
       [](N in, K) { return chart_numbers(in, [](const ChartPoint& point) { return point.limits.high; }); }},
      {"shewhart-nps", "z", [](N in, K) { return chart_numbers(in, [](const ChartPoint& point) { return point.z; }); }},
      {"x-laney-sigma-z", "sigma_z", [](N in, K) { return one(*laney_factor(list(in.find("z")))); }},
      {"x-laney-sigma-z", "mr_bar", [](N in, K) { return one(*laney_factor(list(in.find("z"))) * 1.128); }},
      {"synth-drivers", "clm11", [](N, K) { return logit_of_scores(); }},
  };
}

bool fits(const std::string& pattern, const std::string& name) {
  return pattern.ends_with('*') ? name.starts_with(pattern.substr(0, pattern.size() - 1)) : name == pattern;
}

/// The row of the longest pattern that fits, as tests/node/vectors.test.mjs has it.
std::string status_of(const std::vector<std::vector<std::string>>& rows, const std::string& id, const std::string& key) {
  size_t longest = 0;
  for (const auto& row : rows) {
    if (fits(row[0], id)) longest = std::max(longest, row[0].size());
  }
  for (const auto& row : rows) {
    if (fits(row[0], id) && row[0].size() == longest && row[1] == key) return row[2];
  }
  return "";
}

bool is_limit_of_one(const std::string& id, const std::string& key) {
  return id.starts_with("counts-") && key != "nps" && key != "var" && key != "se" && key != "goodman_shares_95";
}

TEST(Vectors, AreMetByEveryFigureThatIsOffered) {
  const std::string text = testing_support::read_file(std::filesystem::path(NPSCOPE_TEST_FILES) / "vectors.json");
  const auto document = json::parse_document(text);
  ASSERT_TRUE(document);
  std::vector<Figure> figures = figures_of_one();
  for (const auto& more : {figures_of_many(), figures_of_time()}) figures.insert(figures.end(), more.begin(), more.end());
  const auto status = tsv_rows("vector-status.tsv");
  int checked = 0;
  for (const Node vector : document->root().find("vectors").items()) {
    const std::string id(*vector.find("id").text());
    for (const Node expected : vector.find("expected").items()) {
      const std::string key(expected.name());
      const std::string says = status_of(status, id, key);
      if (says != "used" && says != "used:native" && says != "must differ") continue;
      const auto figure = std::ranges::find_if(figures, [&](const Figure& f) { return fits(f.id, id) && fits(f.key, key); });
      if (figure == figures.end()) {
        EXPECT_NE(says, "used:native") << id << " " << key << " is promised, but this test does not know how";
        continue;
      }
      const bool exact_root = key.ends_with("_hp");
      const double tolerance = exact_root ? 1e-9 : figure->tolerance.value_or(vector.find("tolerance").number().value_or(0));
      Numbers wanted;
      flatten(expected, "", wanted);
      const Numbers found = figure->of(vector.find("input"), key);
      ASSERT_EQ(found.size(), wanted.size()) << id << " " << key;
      for (auto [path, value] : wanted) {
        ASSERT_TRUE(found.contains(path)) << id << " " << key << " " << path;
        if (is_limit_of_one(id, key)) value = std::clamp(value, -1.0, 1.0);
        if (says == "must differ") {
          EXPECT_GT(std::abs(found.at(path) - value), 0.001) << id << " " << key;
        } else {
          EXPECT_NEAR(found.at(path), value, tolerance) << id << " " << key << " " << path;
        }
      }
      ++checked;
    }
  }
  EXPECT_GT(checked, 500);
}

}  // namespace
}  // namespace npscope
