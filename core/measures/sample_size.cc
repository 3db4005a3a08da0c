// SPDX-License-Identifier: MIT
// Plans by cell, once with the variance that is seen and once with the worst.
#include "core/stats/sample_size.h"

#include "core/measures/by_cell.h"
#include "core/measures/sample_size.h"
#include "core/measures/two_sides.h"
#include "core/stats/real_counts.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

constexpr double kLeastPoints = 1e-6;
constexpr double kMostPeople = 1e15;

struct Goal {
  double margin = 5;
  double difference = 10;
  double power = 0.8;
  double level = 0.95;
};

std::optional<uint64_t> people(json::Node node) {
  const std::optional<double> number = node.number();
  if (!number || !(*number >= 1) || !(*number <= kMostPeople)) return std::nullopt;
  const auto whole = static_cast<uint64_t>(*number);
  return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

bool is_label(json::Node node) { return node.is_null() || node.text().has_value(); }

bool same_label(json::Node a, json::Node b) { return a.is_null() ? b.is_null() : a.text() == b.text(); }

/// "populations.1.value", or empty.
std::string wrong_population(json::Node list) {
  if (!list.is_array()) return "populations";
  for (size_t i = 0; i < list.size(); ++i) {
    const json::Node item = list.item(i);
    std::string path = "populations." + std::to_string(i);
    if (!item.is_object()) return path;
    if (const std::string_view unknown = unknown_member(item, {"value", "population"}); !unknown.empty())
      return path + "." + std::string(unknown);
    if (!is_label(item.find("value"))) return path + ".value";
    if (!people(item.find("population"))) return path + ".population";
    for (size_t k = 0; k < i; ++k) {
      if (same_label(list.item(k).find("value"), item.find("value"))) return path + ".value";
    }
  }
  return {};
}

std::optional<Goal> goal_of(json::Node options, double level, std::string& fault) {
  const std::optional<double> margin = number_option(options, "margin", 5, kLeastPoints, 100);
  const std::optional<double> difference = number_option(options, "difference", 10, kLeastPoints, 200);
  const std::optional<double> power = number_option(options, "power", 0.8, 0.01, 0.999);
  fault = !margin ? "margin" : !difference ? "difference" : !power ? "power" : "";
  if (!fault.empty()) return std::nullopt;
  return Goal{*margin, *difference, *power, level};
}

std::string check(json::Node options, const Query& query) {
  const std::string_view unknown =
      unknown_member(options, {"measure", "margin", "difference", "power", "population", "populations"});
  if (!unknown.empty()) return std::string(unknown);
  std::string fault;
  if (!goal_of(options, level_value(Level::k95), fault)) return fault;
  if (const json::Node node = options.find("population"); node.exists() && (!query.group_by.empty() || !people(node)))
    return "population";
  if (const json::Node list = options.find("populations"); list.exists())
    return query.group_by.size() == 1 ? wrong_population(list) : "populations";
  return {};
}

void needs(json::Node, const Query&, Needs&) {}

std::optional<uint64_t> population_of(json::Node options, const Cells& cells, size_t cell) {
  if (cells.axes.empty()) return people(options.find("population"));
  if (cells.axes.size() > 1) return std::nullopt;
  const AxisValue& value = cells.axes[0].values[cell];
  if (value.others) return std::nullopt;
  for (const json::Node item : options.find("populations").items()) {
    const json::Node label = item.find("value");
    if (value.label ? label.text() == *value.label : label.is_null()) return people(item.find("population"));
  }
  return std::nullopt;
}

template <class T>
void write_number(JsonWriter& out, std::string_view name, const std::optional<T>& number, T unit = 1) {
  out.key(name);
  if (number) {
    out.value(*number * unit);
  } else {
    out.null();
  }
}

void write_plan(JsonWriter& out, const Goal& goal, double variance, uint64_t responses, std::optional<uint64_t> population) {
  const PlannedGroup group{variance, responses, population};
  out.member("variance", variance);
  write_number(out, "margin", margin_of_error(variance, responses, goal.level, population), 100.0);
  write_number(out, "required", required_responses(variance, goal.margin / 100, goal.level, population));
  write_number(out, "requiredPerGroup", required_per_group(variance, variance, goal.difference / 100, goal.level, goal.power));
  write_number(out, "detectable", detectable_difference(group, group, goal.level, goal.power), 100.0);
}

/// Why the variance that is seen is no ground for plans.
std::optional<Unavailable> no_variance(const GroupCounts& groups) {
  if (groups.responses() == 1) return Unavailable::kOneResponse;
  for (const uint64_t count : {groups.detractors, groups.passives, groups.promoters}) {
    if (count == groups.responses()) return Unavailable::kNoVariance;
  }
  return std::nullopt;
}

void write_plans(JsonWriter& out, const Goal& goal, const GroupCounts& groups, std::optional<uint64_t> population) {
  out.key("observed");
  out.begin_object();
  if (const std::optional<Unavailable> reason = no_variance(groups)) {
    write_unavailable(out, unavailable_name(*reason));
  } else {
    write_plan(out, goal, variance_of(real_counts(groups)), groups.responses(), population);
  }
  out.end_object();
  out.key("worst");
  out.begin_object();
  write_plan(out, goal, kWorstVariance, groups.responses(), population);
  out.end_object();
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  std::string fault;
  const std::optional<Goal> goal = goal_of(options, level_value(frame.interval.level), fault);
  if (!goal) return;
  out.member("margin", goal->margin);
  out.member("difference", goal->difference);
  out.member("power", goal->power);
  out.member("level", goal->level);
  write_cells(out, frame, [&](size_t cell, const ResponseCounts& counts) {
    const GroupCounts groups = group_counts(counts);
    write_counts(out, groups);
    std::optional<uint64_t> population = population_of(options, frame.cells, cell);
    if (population) {
      out.member("population", *population);
      if (const std::optional<Limits> limits = interval_in_population(groups, *population, goal->level)) {
        write_limits(out, method_name(IntervalMethod::kScore), goal->level, *limits);
      } else {
        write_unavailable(out, "population-too-small");
        population.reset();
      }
    }
    write_plans(out, *goal, groups, population);
  });
}

}  // namespace

const Measure kSampleSizeMeasure = {.name = "sample-size", .check = check, .needs = needs, .answer = answer};

}  // namespace npscope
