// SPDX-License-Identifier: MIT
// What there is to see of each driver by itself.
#include <algorithm>
#include <array>

#include "core/measures/driver_report.h"
#include "core/measures/frame.h"
#include "core/measures/suppression.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

constexpr std::string_view kTooFewToShare = "too-few-to-share";
constexpr size_t kBands = 4;
constexpr std::array<std::string_view, kBands> kBandNames = {"low", "middle", "high", "missing"};

std::array<const BandSummary*, kBands> all_bands(const DriverSummary& driver) {
  const std::array<BandSummary, 3>& rated = driver.bands.summaries;
  return {&rated[0], &rated[1], &rated[2], &driver.bands.missing};
}

void write_scale(JsonWriter& out, const GatheredPatterns::Driver& cells) {
  out.key("scale");
  if (!cells.least) return out.null();
  out.begin_object();
  out.member("least", *cells.least);
  out.member("greatest", *cells.greatest);
  out.end_object();
}

void write_bands(JsonWriter& out, const DriverSummary& driver, IntervalChoice choice, const std::vector<bool>& hidden) {
  out.key("bands");
  out.begin_object();
  out.member("lowMost", driver.bands.bands.low_most);
  out.member("highLeast", driver.bands.bands.high_least);
  out.end_object();
  out.key("byBand");
  out.begin_array();
  const auto bands = all_bands(driver);
  for (size_t i = 0; i < kBands; ++i) {
    if (bands[i]->counts.responses() == 0 || (!hidden.empty() && hidden[i])) continue;
    out.begin_object();
    out.member("band", kBandNames[i]);
    write_figure(out, *summarize(bands[i]->counts, choice));
    out.end_object();
  }
  out.end_array();
}

void write_ranks(JsonWriter& out, const DriverSummary& driver, const DriverReport& report, bool hidden) {
  out.key("ranks");
  out.begin_object();
  if (hidden) {
    write_unavailable(out, kTooFewToShare);
  } else if (driver.ranks) {
    out.member("responses", driver.ranks->responses);
    out.member("spearman", driver.ranks->spearman);
    out.member("kendall", driver.ranks->kendall);
  } else if (driver.rated == 0) {
    write_unavailable(out, unavailable_name(Unavailable::kNoResponses));
  } else {
    const bool groups = report.answer.outcome == Outcome::kGroup && !report.by_group;
    write_unavailable(out, groups ? "groups-only" : unavailable_name(Unavailable::kNoVariance));
  }
  out.end_object();
}

}  // namespace

std::vector<std::vector<bool>> hidden_bands(const DriverReport& report) {
  std::vector<std::vector<bool>> hidden;
  for (const DriverSummary& driver : report.answer.drivers) {
    std::array<uint64_t, kBands> counts{};
    const auto bands = all_bands(driver);
    for (size_t i = 0; i < kBands; ++i) counts[i] = bands[i]->counts.responses();
    std::vector<bool>& one = hidden.emplace_back();
    if (report.minimum > 0) one = hidden_cells(counts, 1, kBands, report.minimum);
    if (std::ranges::find(one, true) == one.end()) one.clear();
  }
  return hidden;
}

void write_drivers(JsonWriter& out, const DriverReport& report) {
  out.key("drivers");
  out.begin_array();
  for (size_t i = 0; i < report.columns.size(); ++i) {
    const DriverSummary& driver = report.answer.drivers[i];
    out.begin_object();
    out.member("name", std::string_view(report.columns[i].name));
    out.member("rated", driver.rated);
    out.member("missing", driver.missing - report.cells[i].not_a_rating);
    out.member("notARating", report.cells[i].not_a_rating);
    write_scale(out, report.cells[i]);
    write_bands(out, driver, report.interval, report.hidden[i]);
    const bool hidden = !report.hidden[i].empty();
    if (hidden) {
      out.key("hidden");
      out.begin_object();
      out.member("minimum", report.minimum);
      out.end_object();
    }
    write_ranks(out, driver, report, hidden);
    if (driver.left_out) {
      out.key("leftOut");
      out.begin_object();
      out.member("code", hidden ? kTooFewToShare : reason_name(*driver.left_out));
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

}  // namespace npscope
