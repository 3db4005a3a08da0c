// SPDX-License-Identifier: MIT
// p values are adjusted over all attributes that have one, also over those that a limit leaves out.
#include "core/measures/association.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <expected>
#include <optional>
#include <utility>
#include <vector>

#include "core/measures/asked_columns.h"
#include "core/measures/sharing.h"
#include "core/measures/suppression.h"
#include "core/query/gather.h"
#include "core/query/gather_joint.h"
#include "core/stats/association.h"
#include "core/stats/multiplicity.h"

namespace npscope {
namespace {

constexpr std::array kRoles = {Role::kSegment, Role::kChannel, Role::kTouchpoint, Role::kLanguage, Role::kSurvey, Role::kWave};

struct Options {
  std::vector<ColumnRef> columns;
  std::optional<size_t> limit;
};

std::expected<Options, std::string> read_options(json::Node node) {
  const std::string_view unknown = unknown_member(node, {"measure", "columns", "limit"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  Options options;
  if (const json::Node columns = node.find("columns"); columns.exists()) {
    if (!columns.is_array() || columns.size() == 0 || columns.size() > kMostAttributes) return std::unexpected("columns");
    for (const json::Node item : columns.items()) {
      const std::optional<ColumnRef> column = column_ref(item);
      if (!column) return std::unexpected("columns." + std::to_string(options.columns.size()));
      options.columns.push_back(*column);
    }
  }
  if (const json::Node limit = node.find("limit"); limit.exists()) {
    constexpr double kGreatest = 1e9;
    const std::optional<double> number = limit.number();
    if (!number || *number < 1 || *number > kGreatest || std::floor(*number) != *number) return std::unexpected("limit");
    options.limit = static_cast<size_t>(*number);
  }
  return options;
}

std::string check(json::Node options, const Query&) {
  const auto read = read_options(options);
  return read ? std::string() : read.error();
}

void needs(json::Node node, const Query&, Needs& needs) {
  const Options options = *read_options(node);
  needs.columns.insert(needs.columns.end(), options.columns.begin(), options.columns.end());
  if (options.columns.empty()) needs.roles.insert(needs.roles.end(), kRoles.begin(), kRoles.end());
}

struct Attribute {
  AskedColumn column;
  /// Nothing: too many values.
  std::optional<KeyedCounts> joint;
  std::optional<Association> figures;
  /// Why there are none.
  std::string_view reason;
  uint64_t responses = 0;
  /// Nothing: hidden.
  std::optional<uint64_t> missing = 0;
  size_t values = 0;
  /// Values are hidden for sharing.
  bool hides = false;
  double adjusted_p = 1;
};

/// By entry; none is when all are shown.
std::vector<bool> hidden_entries(const KeyedCounts& joint, uint64_t minimum) {
  std::vector<uint64_t> counts;
  counts.reserve(joint.entries.size());
  for (const KeyedCounts::Entry& entry : joint.entries) counts.push_back(group_counts(entry.scores).responses());
  return minimum == 0 ? std::vector<bool>(counts.size()) : hidden_cells(counts, 1, counts.size(), minimum);
}

Attribute attribute_of(const Frame& frame, AskedColumn column, uint64_t minimum) {
  Attribute attribute{std::move(column), std::nullopt, std::nullopt, "too-many-values"};
  attribute.joint = gather_joint(frame.parts, frame.selected, attribute.column.ref, kMostAttributeValues);
  if (!attribute.joint) return attribute;
  // Figures of all values beside those of the shown ones would tell about the hidden ones.
  const std::vector<bool> hidden = hidden_entries(*attribute.joint, minimum);
  std::vector<GroupCounts> categories;
  for (size_t i = 0; i < hidden.size(); ++i) {
    const KeyedCounts::Entry& entry = attribute.joint->entries[i];
    const GroupCounts groups = group_counts(entry.scores);
    attribute.hides = attribute.hides || hidden[i];
    if (!entry.has_value) attribute.missing = hidden[i] ? std::nullopt : std::optional(groups.responses());
    if (!entry.has_value || hidden[i]) continue;
    attribute.responses += groups.responses();
    categories.push_back(groups);
  }
  attribute.values = categories.size();
  const Fitted<Association> found = association(categories);
  if (found) {
    attribute.figures = *found;
  } else {
    const bool nothing_shown = categories.empty() && attribute.hides;
    attribute.reason = nothing_shown ? "too-few-to-share" : reason_name(found.error().reason);
  }
  return attribute;
}

void adjust(std::vector<Attribute>& attributes) {
  std::vector<double> p;
  for (const Attribute& one : attributes) {
    if (one.figures) p.push_back(one.figures->p);
  }
  const std::vector<double> all = adjusted(p, Adjustment::kBenjaminiHochberg);
  size_t next = 0;
  for (Attribute& one : attributes) {
    if (one.figures) one.adjusted_p = all[next++];
  }
}

bool comes_before(const Attribute& a, const Attribute& b) {
  if (a.figures.has_value() != b.figures.has_value()) return a.figures.has_value();
  if (a.figures && a.figures->corrected_v != b.figures->corrected_v) return a.figures->corrected_v > b.figures->corrected_v;
  return a.column.name < b.column.name;
}

void write_figures(JsonWriter& out, const Attribute& attribute) {
  constexpr double kNatsPerBit = 0.6931471805599453;
  const Association& found = *attribute.figures;
  out.member("cramersV", found.corrected_v);
  out.member("plainV", found.cramers_v);
  out.member("chiSquare", found.chi_square);
  out.member("degrees", found.degrees);
  out.member("p", found.p);
  out.member("pAdjusted", attribute.adjusted_p);
  out.member("sparse", found.sparse);
  out.member("information", found.corrected_information / kNatsPerBit);
  out.member("plainInformation", found.mutual_information / kNatsPerBit);
}

void write_attribute(JsonWriter& out, const Attribute& attribute, uint64_t minimum) {
  out.begin_object();
  out.member("name", std::string_view(attribute.column.name));
  out.member("role", role_name(attribute.column.role));
  if (attribute.joint) {
    out.member("responses", attribute.responses);
    out.key("missing");
    if (attribute.missing) {
      out.value(*attribute.missing);
    } else {
      out.null();
    }
    out.member("values", static_cast<uint64_t>(attribute.values));
    if (attribute.hides) {
      out.key("hidden");
      out.begin_object();
      out.member("minimum", minimum);
      out.end_object();
    }
  }
  if (attribute.figures) {
    write_figures(out, attribute);
  } else {
    write_unavailable(out, attribute.reason);
  }
  out.end_object();
}

void write_caveats(JsonWriter& out, size_t attributes) {
  out.key("caveats");
  out.begin_array();
  for (const std::string_view code : {"association-not-cause", "respondents-only", "one-by-one"}) {
    if (code == "one-by-one" && attributes < 2) continue;
    out.begin_object();
    out.member("code", code);
    out.end_object();
  }
  out.end_array();
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const Options options = *read_options(node);
  const uint64_t minimum = frame.query.share_minimum ? std::max(*frame.query.share_minimum, kLeastToShare) : 0;
  const uint64_t responses = group_counts(gather_scores(frame.parts, frame.selected)).responses();
  std::vector<AskedColumn> columns =
      options.columns.empty() ? columns_of_roles(frame.parts, kRoles) : asked_columns(frame.parts, options.columns);
  if (columns.empty()) return write_unavailable(out, "no-attributes");
  if (responses == 0) return write_unavailable(out, reason_name(NoFitReason::kNoResponses));
  if (refused_few(frame.query, responses, out)) return;
  std::vector<Attribute> attributes;
  attributes.reserve(columns.size());
  for (AskedColumn& column : columns) attributes.push_back(attribute_of(frame, std::move(column), minimum));
  adjust(attributes);
  std::ranges::stable_sort(attributes, comes_before);
  const size_t shown = std::min(attributes.size(), options.limit.value_or(attributes.size()));
  out.member("responses", responses);
  out.key("attributes");
  out.begin_array();
  for (size_t i = 0; i < shown; ++i) write_attribute(out, attributes[i], minimum);
  out.end_array();
  out.member("left", static_cast<uint64_t>(attributes.size() - shown));
  write_caveats(out, attributes.size());
}

}  // namespace

const Measure kAssociationMeasure = {"association", check, needs, answer};

}  // namespace npscope
