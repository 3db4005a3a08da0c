// SPDX-License-Identifier: MIT
// Each member is read by itself; the first that is not understood ends it.
#include "core/measures/driver_options.h"

#include <algorithm>
#include <cmath>

#include "core/partial/pattern_counts.h"

namespace npscope {
namespace {

/// A value of a driver.
std::optional<unsigned> value_of(json::Node node) {
  const std::optional<double> number = node.number();
  if (!number || *number < 0 || *number > Pattern::kMostValue || std::floor(*number) != *number) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<Bands> read_bands(json::Node node) {
  if (!node.is_object() || !unknown_member(node, {"lowMost", "highLeast"}).empty()) return std::nullopt;
  const std::optional<unsigned> low_most = value_of(node.find("lowMost"));
  const std::optional<unsigned> high_least = value_of(node.find("highLeast"));
  if (!low_most || !high_least || *low_most >= *high_least) return std::nullopt;
  return Bands{*low_most, *high_least};
}

/// False: not understood.
bool read_columns(json::Node node, DriverOptions& options, std::string& fault) {
  if (!node.exists()) return true;
  fault = "columns";
  if (!node.is_array() || node.size() == 0 || node.size() > Pattern::kMostDrivers) return false;
  for (const json::Node item : node.items()) {
    const std::optional<ColumnRef> column = column_ref(item);
    if (!column || std::ranges::find(options.columns, *column) != options.columns.end()) {
      fault += '.' + std::to_string(options.columns.size());
      return false;
    }
    options.columns.push_back(*column);
  }
  return true;
}

/// An object for all, or a list with an entry for each of `columns`.
bool read_all_bands(json::Node node, DriverOptions& options, std::string& fault) {
  if (!node.exists()) return true;
  fault = "bands";
  if (!node.is_array()) {
    options.bands_of_all = read_bands(node);
    return options.bands_of_all.has_value();
  }
  if (options.columns.empty() || node.size() != options.columns.size()) return false;
  for (const json::Node item : node.items()) {
    const std::optional<Bands> bands = read_bands(item);
    if (!bands && !item.is_null()) {
      fault += '.' + std::to_string(options.bands.size());
      return false;
    }
    options.bands.push_back(bands);
  }
  return true;
}

/// One of two words; the first when it is not there.
bool read_choice(json::Node node, std::string_view usual, std::string_view other, bool& is_other) {
  if (!node.exists()) return true;
  is_other = node.text() == other;
  return is_other || node.text() == usual;
}

bool read_flag(json::Node node, bool& flag) {
  if (!node.exists()) return true;
  flag = node.boolean().value_or(flag);
  return node.boolean().has_value();
}

}  // namespace

std::optional<Bands> DriverOptions::bands_of(const ColumnRef& column) const {
  const auto at = static_cast<size_t>(std::ranges::find(columns, column) - columns.begin());
  return at < bands.size() ? bands[at] : bands_of_all;
}

std::expected<DriverOptions, std::string> read_driver_options(json::Node node) {
  const std::string_view unknown =
      unknown_member(node, {"measure", "columns", "bands", "cluster", "outcome", "proportionality", "binary"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  DriverOptions options;
  std::string fault;
  if (!read_columns(node.find("columns"), options, fault)) return std::unexpected(fault);
  if (!read_all_bands(node.find("bands"), options, fault)) return std::unexpected(fault);
  bool unclustered = false;
  if (!read_choice(node.find("cluster"), "account", "none", unclustered)) return std::unexpected("cluster");
  options.by_account = !unclustered;
  if (!read_choice(node.find("outcome"), "score", "group", options.by_group)) return std::unexpected("outcome");
  if (!read_flag(node.find("proportionality"), options.proportionality)) return std::unexpected("proportionality");
  if (!read_flag(node.find("binary"), options.binary)) return std::unexpected("binary");
  return options;
}

}  // namespace npscope
