// SPDX-License-Identifier: MIT
// Options come as names and values from every host; what is valid is decided here and nowhere else.
#include "core/shard/options.h"

#include <array>
#include <utility>

#include "core/base/text.h"

namespace npscope {
namespace {

std::optional<Role> mapped_role(std::string_view name) {
  for (const Role role : {Role::kScore, Role::kDate, Role::kRespondent, Role::kComment, Role::kSegment}) {
    if (name == role_name(role)) return role;
  }
  return std::nullopt;
}

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
  const bool month = value == "month";
  if (!month && (!value.starts_with(kColumn) || value.size() == kColumn.size())) return false;
  options.group_by.push_back({month, month ? std::string() : std::string(value.substr(kColumn.size()))});
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
  const std::optional<Role> role = mapped_role(role_text);
  if (!role || value.empty()) return false;
  options.mapping.choices.push_back({*role, std::string(value)});
  return true;
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
  return false;
}

}  // namespace

bool set_option(ReadOptions& options, std::string_view option, std::string_view value) {
  if (option.starts_with("map.")) return set_mapping(options, option.substr(4), value);
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
