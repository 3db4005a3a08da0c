// SPDX-License-Identifier: MIT
// Targets and thresholds against the interval of each cell.
#include "core/measures/goals.h"

#include <array>
#include <optional>

#include "core/measures/by_cell.h"
#include "core/stats/unavailable.h"

namespace npscope {
namespace {

/// Points; nothing when the member is not there or is none.
std::optional<double> points(json::Node object, std::string_view name) {
  const std::optional<double> number = object.find(name).number();
  return number && *number >= -100 && *number <= 100 ? number : std::nullopt;
}

bool is_label(json::Node node) { return node.is_null() || node.text().has_value(); }

/// Both for all responses, both for those without a value, or both of one text.
bool same_cells(json::Node a, json::Node b) {
  return a.exists() == b.exists() && a.is_null() == b.is_null() && a.text() == b.text();
}

/// "targets.1.value", or empty.
std::string wrong_target(json::Node list, bool grouped) {
  if (!list.is_array()) return "targets";
  for (size_t i = 0; i < list.size(); ++i) {
    const json::Node item = list.item(i);
    std::string path = "targets." + std::to_string(i);
    if (!item.is_object()) return path;
    if (const std::string_view unknown = unknown_member(item, {"value", "nps"}); !unknown.empty())
      return path + "." + std::string(unknown);
    if (!points(item, "nps")) return path + ".nps";
    const json::Node value = item.find("value");
    if (value.exists() && (!grouped || !is_label(value))) return path + ".value";
    for (size_t k = 0; k < i; ++k) {
      if (same_cells(list.item(k).find("value"), value)) return path + ".value";
    }
  }
  return {};
}

std::string wrong_threshold(json::Node thresholds) {
  if (!thresholds.is_object() || thresholds.size() == 0) return "thresholds";
  if (const std::string_view unknown = unknown_member(thresholds, {"below", "above"}); !unknown.empty())
    return "thresholds." + std::string(unknown);
  for (const char* name : {"below", "above"}) {
    if (thresholds.find(name).exists() && !points(thresholds, name)) return std::string("thresholds.") + name;
  }
  return {};
}

std::string check(json::Node options, const Query& query) {
  const std::string_view unknown = unknown_member(options, {"measure", "targets", "default", "thresholds"});
  if (!unknown.empty()) return std::string(unknown);
  const json::Node targets = options.find("targets");
  const json::Node thresholds = options.find("thresholds");
  const json::Node fallback = options.find("default");
  if (!targets.exists() && !thresholds.exists() && !fallback.exists()) return "targets";
  if (targets.exists()) {
    if (std::string wrong = wrong_target(targets, !query.group_by.empty()); !wrong.empty()) return wrong;
  }
  if (fallback.exists() && !points(options, "default")) return "default";
  return thresholds.exists() ? wrong_threshold(thresholds) : std::string();
}

void needs(json::Node, const Query&, Needs&) {}

bool is_named(json::Node label, const AxisValue& value) {
  if (value.others) return false;
  return value.label ? label.text() == *value.label : label.is_null();
}

enum class Status : uint8_t { kMet, kMissed, kNotDecided };
constexpr std::array<std::string_view, 3> kStatusNames = {"met", "missed", "not-decided"};

Status status_of(const NpsSummary& summary, double target) {
  if (summary.limits.low >= target) return Status::kMet;
  return summary.limits.high < target ? Status::kMissed : Status::kNotDecided;
}

class Goals {
 public:
  Goals(const Frame& frame, json::Node options, JsonWriter& out)
      : frame_(frame),
        options_(options),
        out_(out),
        counts_(gather_scores(frame.parts, frame.selected, frame.cells)),
        shown_(shown_cells(frame, counts_)) {}

  void write() {
    write_overall();
    write_targets();
    constexpr std::array<std::string_view, 3> kCountNames = {"met", "missed", "notDecided"};
    for (size_t i = 0; i < kCountNames.size(); ++i) out_.member(kCountNames[i], tally_[i]);
    write_unmatched();
    write_alerts();
    write_hidden(out_, shown_);
  }

 private:
  [[nodiscard]] bool grouped() const { return !frame_.cells.axes.empty(); }
  /// Nothing for a cell without responses, or one that may not be seen.
  [[nodiscard]] std::optional<NpsSummary> seen(size_t cell) const {
    return shown_.shows(cell) ? summarize(counts_[cell], frame_.interval) : std::nullopt;
  }
  [[nodiscard]] const AxisValue& first_value(size_t cell) const {
    const size_t across = frame_.cells.axes.size() == 2 ? frame_.cells.axes[1].values.size() : 1;
    return frame_.cells.axes[0].values[cell / across];
  }
  [[nodiscard]] std::optional<double> fallback() const { return points(options_, "default"); }

  [[nodiscard]] std::optional<double> overall_target() const {
    for (const json::Node item : options_.find("targets").items()) {
      if (!item.find("value").exists()) return points(item, "nps");
    }
    return grouped() ? std::nullopt : fallback();
  }

  [[nodiscard]] std::optional<double> target_of(size_t cell) const {
    for (const json::Node item : options_.find("targets").items()) {
      const json::Node label = item.find("value");
      if (label.exists() && is_named(label, first_value(cell))) return points(item, "nps");
    }
    return fallback();
  }

  void write_status(const NpsSummary& summary, double target) {
    const auto status = static_cast<size_t>(status_of(summary, target));
    ++tally_[status];
    out_.member("target", target);
    out_.member("status", kStatusNames[status]);
    out_.member("gap", summary.nps - target);
    write_figure(out_, summary);
  }

  void write_overall() {
    const std::optional<double> target = overall_target();
    if (!target) return;
    ResponseCounts all;
    for (const ResponseCounts& cell : counts_) all.merge(cell);
    const std::optional<NpsSummary> summary = summarize(all, frame_.interval);
    out_.key("overall");
    out_.begin_object();
    if (summary && summary->groups.responses() >= shown_.minimum) {
      write_status(*summary, *target);
    } else {
      out_.member("target", *target);
      write_unavailable(out_, summary ? "too-few-to-share" : unavailable_name(Unavailable::kNoResponses));
    }
    out_.end_object();
  }

  void write_targets() {
    out_.key("cells");
    out_.begin_array();
    for (size_t cell = 0; grouped() && cell < counts_.size(); ++cell) {
      const std::optional<double> target = target_of(cell);
      const std::optional<NpsSummary> summary = target ? seen(cell) : std::nullopt;
      if (!summary) continue;
      out_.begin_object();
      write_cell(out_, frame_.cells, cell);
      write_status(*summary, *target);
      out_.end_object();
    }
    out_.end_array();
  }

  [[nodiscard]] bool has_cell(json::Node label) const {
    for (size_t cell = 0; cell < counts_.size(); ++cell) {
      if (counts_[cell] != ResponseCounts{} && shown_.shows(cell) && is_named(label, first_value(cell))) return true;
    }
    return false;
  }

  void write_unmatched() {
    out_.key("unmatched");
    out_.begin_array();
    for (const json::Node item : options_.find("targets").items()) {
      const json::Node label = item.find("value");
      if (!label.exists() || has_cell(label)) continue;
      if (const std::optional<std::string_view> text = label.text()) {
        out_.value(*text);
      } else {
        out_.null();
      }
    }
    out_.end_array();
  }

  void write_alert(size_t cell, const NpsSummary& summary, std::string_view bound, double threshold, bool certain) {
    out_.begin_object();
    write_cell(out_, frame_.cells, cell);
    out_.member("bound", bound);
    out_.member("threshold", threshold);
    out_.member("certain", certain);
    write_figure(out_, summary);
    out_.end_object();
  }

  void write_alerts() {
    const json::Node thresholds = options_.find("thresholds");
    const std::optional<double> below = points(thresholds, "below");
    const std::optional<double> above = points(thresholds, "above");
    uint64_t certain = 0;
    out_.key("alerts");
    out_.begin_array();
    for (size_t cell = 0; below && cell < counts_.size(); ++cell) {
      const std::optional<NpsSummary> summary = seen(cell);
      if (!summary || summary->nps >= *below) continue;
      const bool is_certain = summary->limits.high < *below;
      certain += is_certain ? 1 : 0;
      write_alert(cell, *summary, "below", *below, is_certain);
    }
    for (size_t cell = 0; above && cell < counts_.size(); ++cell) {
      const std::optional<NpsSummary> summary = seen(cell);
      if (!summary || summary->nps <= *above) continue;
      const bool is_certain = summary->limits.low > *above;
      certain += is_certain ? 1 : 0;
      write_alert(cell, *summary, "above", *above, is_certain);
    }
    out_.end_array();
    out_.member("certainAlerts", certain);
  }

  const Frame& frame_;
  json::Node options_;
  JsonWriter& out_;
  std::vector<ResponseCounts> counts_;
  Shown shown_;
  /// By Status.
  std::array<uint64_t, 3> tally_{};
};

void answer(const Frame& frame, json::Node options, JsonWriter& out) { Goals(frame, options, out).write(); }

}  // namespace

const Measure kGoalsMeasure = {.name = "goals", .check = check, .needs = needs, .answer = answer};

}  // namespace npscope
