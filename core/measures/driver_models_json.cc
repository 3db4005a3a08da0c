// SPDX-License-Identifier: MIT
// The models of all drivers together. Whatever has no number says why, in the same member.
#include <optional>
#include <span>

#include "core/measures/driver_report.h"
#include "core/measures/frame.h"
#include "core/stats/odds_ratio.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

/// Begins the member; true: the model is there, and its object is open. Else the reason is written and the object closed.
template <class Model>
bool begin_model(JsonWriter& out, std::string_view key, const Fitted<Model>& model, const DriverReport& report) {
  out.key(key);
  out.begin_object();
  if (model) return true;
  const std::optional<size_t> driver = model.error().driver;
  write_unavailable(out, reason_name(model.error().reason), driver ? report.modelled(*driver).name : std::string_view());
  out.end_object();
  return false;
}

void write_number(JsonWriter& out, std::string_view key, const std::optional<double>& number) {
  out.key(key);
  if (number) {
    out.value(*number);
  } else {
    out.null();
  }
}

void write_correlations(JsonWriter& out, const Matrix& drivers, size_t size) {
  out.key("correlations");
  out.begin_array();
  for (size_t i = 0; i < size; ++i) {
    out.begin_array();
    for (size_t j = 0; j < size; ++j) out.value(drivers(i, j));
    out.end_array();
  }
  out.end_array();
}

void write_shares(JsonWriter& out, const DriverReport& report) {
  if (!begin_model(out, "importance", report.answer.importance, report)) return;
  const Importance& found = *report.answer.importance;
  const auto share = [&](double part) { return found.r_squared > 0 ? std::optional(part / found.r_squared) : std::nullopt; };
  out.member("rSquared", found.r_squared);
  out.key("drivers");
  out.begin_array();
  for (size_t i = 0; i < report.answer.modelled.size(); ++i) {
    out.begin_object();
    out.member("name", std::string_view(report.modelled(i).name));
    out.member("pearson", found.pearson.with_outcome[i]);
    out.member("johnson", found.johnson[i]);
    write_number(out, "johnsonShare", share(found.johnson[i]));
    out.member("lmg", found.lmg[i]);
    write_number(out, "lmgShare", share(found.lmg[i]));
    out.member("alone", found.first[i]);
    out.member("added", found.last[i]);
    out.member("inflation", found.inflation[i]);
    out.end_object();
  }
  out.end_array();
  write_correlations(out, found.pearson.drivers, report.answer.modelled.size());
  out.end_object();
}

void write_map(JsonWriter& out, const DriverReport& report) {
  out.key("map");
  if (!report.answer.map) return out.null();
  const ImportanceMap& map = *report.answer.map;
  out.begin_object();
  out.member("middleImportance", map.middle_importance);
  out.member("middleHighShare", map.middle_high_share);
  out.key("points");
  out.begin_array();
  for (size_t i = 0; i < map.points.size(); ++i) {
    out.begin_object();
    out.member("name", std::string_view(report.modelled(i).name));
    out.member("mean", map.points[i].mean);
    out.member("highShare", map.points[i].high_share);
    out.member("importance", map.points[i].importance);
    out.member("quadrant", quadrant_name(map.points[i].quadrant));
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_contrast(JsonWriter& out, std::string_view key, const std::optional<Contrast>& contrast, double unit) {
  out.key(key);
  if (!contrast) return out.null();
  out.begin_object();
  out.member("estimate", contrast->estimate * unit);
  out.member("standardError", contrast->standard_error * unit);
  out.end_object();
}

void write_contrasts(JsonWriter& out, const DriverReport& report) {
  if (!begin_model(out, "contrasts", report.answer.contrasts, report)) return;
  const PenaltyRewards& found = *report.answer.contrasts;
  const bool points = report.answer.outcome == Outcome::kGroup;
  const double unit = points ? 100 : 1;
  out.member("unit", points ? "points" : "score");
  out.member("responses", found.responses);
  out.member("rSquared", found.r_squared);
  write_contrast(out, "intercept", found.intercept, unit);
  out.key("drivers");
  out.begin_array();
  for (size_t i = 0; i < found.drivers.size(); ++i) {
    const PenaltyReward& driver = found.drivers[i];
    out.begin_object();
    out.member("name", std::string_view(report.modelled(i).name));
    write_contrast(out, "penalty", driver.penalty, unit);
    write_contrast(out, "reward", driver.reward, unit);
    write_number(out, "asymmetryP", driver.p_symmetric);
    out.key("kind");
    if (driver.kind) {
      out.value(kind_name(*driver.kind));
    } else {
      out.null();
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

double error_of(const Coefficient& coefficient) { return coefficient.account_error.value_or(coefficient.model_error); }

void write_odds_ratio(JsonWriter& out, const std::optional<OddsRatio>& odds, double level) {
  out.key("oddsRatio");
  if (!odds) return out.null();
  out.begin_object();
  out.member("ratio", odds->ratio);
  out.key("interval");
  out.begin_object();
  out.member("level", level);
  out.member("low", odds->limits.low);
  out.member("high", odds->limits.high);
  out.end_object();
  out.end_object();
}

void write_proportionality(JsonWriter& out, std::span<const Fitted<ProportionalityCheck>> checks, size_t driver) {
  out.key("proportionality");
  if (checks.empty()) return out.null();
  out.begin_object();
  if (const Fitted<ProportionalityCheck>& check = checks[driver]; check) {
    out.member("likelihoodRatio", check->likelihood_ratio);
    out.member("p", check->p);
    out.member("difference", check->difference);
  } else {
    write_unavailable(out, reason_name(check.error().reason));
  }
  out.end_object();
}

void write_slopes(JsonWriter& out, const OrdinalLogit& fit, const DriverReport& report) {
  const double level = level_value(report.interval.level);
  out.key("drivers");
  out.begin_array();
  for (size_t i = 0; i < fit.slopes.size(); ++i) {
    const Coefficient& slope = fit.slopes[i];
    out.begin_object();
    out.member("name", std::string_view(report.modelled(i).name));
    out.member("estimate", slope.estimate);
    out.member("error", error_of(slope));
    out.member("modelError", slope.model_error);
    out.member("p", slope.p);
    write_odds_ratio(out, odds_ratio(slope, fit.accounts, level), level);
    write_proportionality(out, fit.proportionality, i);
    out.end_object();
  }
  out.end_array();
}

void write_logit(JsonWriter& out, std::string_view key, const Fitted<OrdinalLogit>& logit, const DriverReport& report) {
  if (!begin_model(out, key, logit, report)) return;
  out.member("responses", logit->responses);
  out.member("errors", logit->accounts ? "account" : "model");
  out.key("accounts");
  if (logit->accounts) {
    out.value(*logit->accounts);
  } else {
    out.null();
  }
  out.member("logLikelihood", logit->log_likelihood);
  out.member("nullLogLikelihood", logit->null_log_likelihood);
  out.member("eventsPerDriver", logit->events_per_driver);
  out.key("thresholds");
  out.begin_array();
  for (const Coefficient& threshold : logit->thresholds) {
    out.begin_object();
    out.member("estimate", threshold.estimate);
    out.member("error", error_of(threshold));
    out.end_object();
  }
  out.end_array();
  write_slopes(out, *logit, report);
  out.end_object();
}

}  // namespace

void write_importance(JsonWriter& out, const DriverReport& report) {
  out.key("modelled");
  out.begin_array();
  for (const size_t driver : report.answer.modelled) out.value(std::string_view(report.columns[driver].name));
  out.end_array();
  out.member("complete", report.answer.complete);
  out.member("incomplete", report.answer.incomplete);
  write_shares(out, report);
  write_map(out, report);
  write_contrasts(out, report);
}

void write_logits(JsonWriter& out, const DriverReport& report) {
  write_logit(out, "logit", report.answer.logit, report);
  if (report.answer.promoters) write_logit(out, "promoters", *report.answer.promoters, report);
  if (report.answer.non_detractors) write_logit(out, "nonDetractors", *report.answer.non_detractors, report);
}

}  // namespace npscope
