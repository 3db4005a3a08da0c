// SPDX-License-Identifier: MIT
// Columns, patterns, statistics, JSON: each step is elsewhere.
#include "core/measures/drivers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/measures/driver_caveats.h"
#include "core/measures/driver_options.h"
#include "core/measures/driver_report.h"
#include "core/measures/sharing.h"
#include "core/measures/suppression.h"

namespace npscope {
namespace {

std::string check(json::Node options, const Query&) {
  const auto read = read_driver_options(options);
  return read ? std::string() : read.error();
}

void needs(json::Node node, const Query&, Needs& needs) {
  const DriverOptions options = *read_driver_options(node);
  if (options.columns.empty()) {
    needs.roles.push_back(Role::kDriver);
  } else {
    needs.columns.insert(needs.columns.end(), options.columns.begin(), options.columns.end());
  }
  needs.accounts = needs.accounts || options.by_account;
}

void choose_columns(const Frame& frame, const DriverOptions& options, DriverReport& report) {
  constexpr std::array kRoles = {Role::kDriver};
  report.columns =
      options.columns.empty() ? columns_of_roles(frame.parts, kRoles) : asked_columns(frame.parts, options.columns);
  if (report.columns.size() <= Pattern::kMostDrivers) return;
  const auto first = report.columns.begin() + Pattern::kMostDrivers;
  report.beyond.assign(std::make_move_iterator(first), std::make_move_iterator(report.columns.end()));
  report.columns.erase(first, report.columns.end());
}

DriverQuestion question_of(const Frame& frame, const DriverOptions& options, const DriverReport& report) {
  DriverQuestion question;
  for (size_t i = 0; i < report.columns.size(); ++i) {
    const std::optional<Bands> asked = options.bands_of(report.columns[i].ref);
    question.bands.push_back(asked ? *asked : bands_of_scale(report.cells[i].greatest.value_or(0)));
  }
  question.method = frame.interval.method;
  question.level = level_value(frame.interval.level);
  question.check_proportionality = options.proportionality;
  question.by_group = options.by_group;
  question.binary = options.binary;
  return question;
}

PatternCounts gather(const Frame& frame, const DriverOptions& options, DriverReport& report) {
  std::vector<ColumnRef> refs;
  refs.reserve(report.columns.size());
  for (const AskedColumn& column : report.columns) refs.push_back(column.ref);
  GatheredPatterns gathered = gather_patterns(frame.parts, frame.selected, refs, options.by_account);
  report.cells = std::move(gathered.drivers);
  for (const PatternCounts::Entry& entry : gathered.patterns.entries) report.responses += entry.count;
  return std::move(gathered.patterns);
}

/// A model tells about each of its drivers, so those with hidden bands are in none: for the models nobody has rated them.
void hide_drivers(PatternCounts patterns, const DriverQuestion& question, DriverReport& report) {
  for (PatternCounts::Entry& entry : patterns.entries) {
    for (size_t i = 0; i < report.hidden.size(); ++i) {
      if (!report.hidden[i].empty()) entry.pattern.set_value(i, Pattern::kMissing);
    }
  }
  DriverAnswer rest = analyse_drivers(pattern_counts(std::move(patterns.entries)), question);
  for (size_t i = 0; i < report.hidden.size(); ++i) {
    if (report.hidden[i].empty()) continue;
    report.answer.drivers[i].left_out = rest.drivers[i].left_out;
    rest.drivers[i] = report.answer.drivers[i];
  }
  report.answer = std::move(rest);
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const DriverOptions options = *read_driver_options(node);
  DriverReport report;
  report.interval = frame.interval;
  report.by_account = options.by_account;
  report.by_group = options.by_group;
  if (frame.query.share_minimum) report.minimum = std::max(*frame.query.share_minimum, kLeastToShare);
  choose_columns(frame, options, report);
  if (report.columns.empty()) return write_unavailable(out, reason_name(NoFitReason::kNoDrivers));
  const PatternCounts patterns = gather(frame, options, report);
  if (report.responses == 0) return write_unavailable(out, reason_name(NoFitReason::kNoResponses));
  if (refused_few(frame.query, report.responses, out)) return;
  const DriverQuestion question = question_of(frame, options, report);
  report.answer = analyse_drivers(patterns, question);
  report.hidden = hidden_bands(report);
  const bool hides = std::ranges::any_of(report.hidden, [](const std::vector<bool>& hidden) { return !hidden.empty(); });
  if (hides) hide_drivers(patterns, question, report);
  out.member("responses", report.responses);
  out.member("outcome", report.answer.outcome == Outcome::kScore ? "score" : "group");
  write_drivers(out, report);
  write_importance(out, report);
  write_logits(out, report);
  write_caveats(out, report);
}

}  // namespace

const Measure kDriversMeasure = {"drivers", check, needs, answer};

}  // namespace npscope
