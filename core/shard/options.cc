// SPDX-License-Identifier: MIT
// Options come as names and values from every host; what is valid is decided here and nowhere else.
#include "core/shard/options.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/number_parse.h"
#include "core/base/text.h"

namespace npscope {
namespace {

std::vector<std::string> missing_list(std::string_view value) {
  std::vector<std::string> codes;
  while (!value.empty()) {
    const size_t comma = value.find(',');
    std::string code = folded(value.substr(0, comma));
    if (!code.empty()) codes.push_back(std::move(code));
    value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
  }
  return codes;
}

std::optional<char> delimiter_named(std::string_view value) {
  if (value == "tab" || value == "\\t") return '\t';
  if (value.size() == 1 && value[0] != '"' && value[0] != '\n' && value[0] != '\r' && !is_digit(value[0]) &&
      !is_ascii_letter(value[0]) && static_cast<unsigned char>(value[0]) < 0x80) {
    return value[0];
  }
  return std::nullopt;
}

bool set_group_by(ReadOptions& options, std::string_view value) {
  constexpr std::string_view kColumn = "column:";
  if (value == "none") {
    options.group_by.clear();
    return true;
  }
  if (value == "month" || value == "file") {
    options.group_by.push_back({value == "month" ? GroupBy::kMonth : GroupBy::kFile, {}});
    return true;
  }
  if (!value.starts_with(kColumn) || value.size() == kColumn.size()) return false;
  options.group_by.push_back({GroupBy::kColumn, std::string(value.substr(kColumn.size()))});
  return true;
}

bool set_mode(ReadOptions& options, std::string_view value) {
  struct Name {
    std::string_view name;
    Mode mode;
  };
  constexpr std::array<Name, 5> kModes = {{{"report", Mode::kReport},
                                           {"inspect", Mode::kInspect},
                                           {"convert-csv", Mode::kConvertCsv},
                                           {"convert-ndjson", Mode::kConvertNdjson},
                                           {"convert-raw", Mode::kConvertRaw}}};
  for (const Name& known : kModes) {
    if (known.name != value) continue;
    options.mode = known.mode;
    return true;
  }
  return false;
}

bool set_mapping(ReadOptions& options, std::string_view role_text, std::string_view value) {
  const std::optional<Role> role = role_named(role_text);
  if (!role || *role == Role::kNone || value.empty()) return false;
  options.mapping.choices.push_back({*role, std::string(value)});
  return true;
}

std::optional<bool> switch_named(std::string_view value) {
  if (value != "on" && value != "off") return std::nullopt;
  return value == "on";
}

bool set_switch(bool& target, std::string_view value) {
  const std::optional<bool> on = switch_named(value);
  target = on.value_or(target);
  return on.has_value();
}

/// `target` keeps its value when there is nothing to set.
template <class T>
bool set_found(T& target, const std::optional<T>& found) {
  if (found) target = *found;
  return found.has_value();
}

bool set_cleaning(Rules& rules, std::string_view rule, std::string_view value) {
  const auto found = std::ranges::find(kCleaningRuleNames, rule);
  const std::optional<bool> on = switch_named(value);
  if (found == kCleaningRuleNames.end() || !on) return false;
  rules.cleaning.set(static_cast<size_t>(found - kCleaningRuleNames.begin()), *on);
  return true;
}

bool set_duplicates(DuplicateRules& rules, std::string_view which, std::string_view value) {
  if (which == "rows") return set_found(rules.rows, row_duplicates_named(value));
  if (which == "responses") return set_switch(rules.responses, value);
  if (which == "respondents") return set_switch(rules.respondents, value);
  return which == "files" && set_switch(rules.files, value);
}

bool set_included(Policy& policy, std::string_view list) {
  policy.included.reset();
  while (!list.empty()) {
    const size_t comma = list.find(',');
    const Code code = code_named(trimmed(list.substr(0, comma)));
    if (!is_excluded_reason(code)) return false;
    policy.included.set(static_cast<size_t>(code));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
  }
  return true;
}

bool set_policy(Policy& policy, std::string_view which, std::string_view value) {
  if (which == "answers") return set_found(policy.answers, answers_named(value));
  if (which == "unit") return set_found(policy.unit, unit_named(value));
  if (which == "include") return set_included(policy, value);
  if (which == "completeness") {
    const std::optional<double> share = parse_number(value);
    if (!share || *share < 0 || *share > 1) return false;
    policy.least_filled = percent_of(*share);
    return true;
  }
  const std::optional<int64_t> day = day_named(value);
  if (which == "from") policy.from = day;
  if (which == "to") policy.to = day;
  return day.has_value() && (which == "from" || which == "to");
}

bool set_day(std::optional<int64_t>& target, std::string_view value) {
  target = day_named(value);
  return target.has_value();
}

/// What a person says about the cells of the columns.
bool set_reading(ReadOptions& options, std::string_view option, std::string_view value) {
  if (option == "scale") {
    options.mapping.scale = scale_named(value);
    return options.mapping.scale.has_value();
  }
  if (option == "dateOrder") {
    options.mapping.date_order = date_order_named(value);
    return options.mapping.date_order.has_value();
  }
  if (option == "decimal") {
    if (value == "." || value == ",") options.mapping.decimal = value[0];
    return options.mapping.decimal.has_value();
  }
  if (option == "zone") {
    options.mapping.zone = value;
    return !value.empty();
  }
  if (option == "reportZone") {
    options.rules.report_zone = value;
    return !value.empty() && !value.contains(' ');
  }
  if (option == "zoneRules") return options.zones.add(value);
  if (option == "asOf") return set_day(options.rules.as_of, value);
  if (option == "earliest") return set_found(options.rules.earliest, day_named(value));
  if (option == "employees") return set_switch(options.rules.employees, value);
  return option == "sha256" && set_switch(options.sha256, value);
}

/// Options with a few values each.
bool set_choice(ReadOptions& options, std::string_view option, std::string_view value) {
  if (option == "keep") {
    options.keep_all = value == "all";
    return value == "all" || value == "asked";
  }
  if (option == "quote") {
    if (value == "\"" || value == "'") options.quote = value[0];
    return options.quote.has_value();
  }
  if (option == "kernel") {
    options.kernel = value == "scalar" ? csv::Kernel::kScalarOnly : csv::Kernel::kFastest;
    return value == "scalar" || value == "fastest";
  }
  if (option == "headerRecords") {
    if (value.size() != 1 || value[0] < '0' || value[0] > '5') return false;
    options.mapping.header_records = static_cast<uint32_t>(value[0] - '0');
    return true;
  }
  return set_reading(options, option, value);
}

}  // namespace

bool set_option(ReadOptions& options, std::string_view option, std::string_view value) {
  if (option.starts_with("map.")) return set_mapping(options, option.substr(4), value);
  if (option.starts_with("clean.")) return set_cleaning(options.rules, option.substr(6), value);
  if (option.starts_with("duplicates.")) return set_duplicates(options.rules.duplicates, option.substr(11), value);
  if (option.starts_with("policy.")) return set_policy(options.rules.policy, option.substr(7), value);
  if (option == "mode") return set_mode(options, value);
  if (option == "delimiter") {
    options.delimiter = delimiter_named(value);
    return options.delimiter.has_value();
  }
  if (option == "encoding") {
    options.encoding = encoding_named(value);
    return options.encoding.has_value();
  }
  if (option == "sheet") {
    options.sheet = value;
    return !value.empty();
  }
  if (option == "missing") {
    options.mapping.missing.declared = missing_list(value);
    return true;
  }
  if (option == "groupBy") return set_group_by(options, value);
  return set_choice(options, option, value);
}

}  // namespace npscope
