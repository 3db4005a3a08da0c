// SPDX-License-Identifier: MIT
// The rows of the tables that scripts/presets.mjs makes out of export-presets.json and words.json, and these tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/codes.h"
#include "core/survey/group_text.h"
#include "core/survey/preset.h"
#include "core/survey/role.h"

namespace npscope {

enum class RuleKind : uint8_t { kAll, kAlternativeAll, kAny, kNone, kFirstHeader, kRow1, kRow2Any, kRow3 };

struct PresetRow {
  std::string_view id;
  uint32_t header_records;
  uint32_t names_in_row;  // counting from 1
  uint32_t min_any;
  bool not_nps;
  bool forward_fill;
  bool positions;
  bool zone_unstated;
  std::string_view zone;
};

struct PresetRule {
  size_t preset;
  RuleKind kind;
  std::string_view text;
  bool at_start;
  bool at_end;
};

struct PresetColumn {
  size_t preset;
  Role role;
  std::string_view header;
};

/// The signature includes this value in this column.
struct PresetValue {
  size_t preset;
  std::string_view column;
  std::string_view value;
};

/// Rows of one exclusion stand together.
struct PresetExclusion {
  size_t preset;
  std::string_view column;
  bool keep;
  Code code;
  std::string_view value;
};

struct PresetText {
  size_t preset;
  TextKind kind;
  std::string_view text;
};

/// A word in headers that speaks for a role, or against it.
struct RoleWord {
  Role role;
  std::string_view text;
  bool whole;  // the header is this word and nothing else
  bool against;
};

struct GroupWord {
  std::string_view text;
  Group group;
};

#include "core/survey/presets.inc"

}  // namespace npscope
