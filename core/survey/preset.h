// SPDX-License-Identifier: MIT
// Presets: the exports of known tools, told by the words of their headers, and what the tool's columns and flags mean.
// They are kept in export-presets.json and compiled in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/codes.h"
#include "core/survey/role.h"

namespace npscope {

/// What texts a preset knows, besides roles and exclusions.
enum class TextKind : uint8_t {
  kMissing,
  kDateSentinel,
  kGroupColumn,
  kSubHeader,
  kLongId,
  kLongQuestion,
  kLongLabel,
  kLongType,
  kLongNpsType,
  kLongValue,
};

/// All views are into compiled-in tables.
struct PresetMatch {
  std::string_view id;
  uint32_t header_records = 1;
  /// The header record whose texts are the names, counting from 1.
  uint32_t names_in_row = 1;
  /// The tool asks something else than NPS.
  bool not_nps = false;
  /// A question over several columns names only the first; the second header record has the choices.
  bool forward_fill = false;
  /// The tool's numbers may be positions 1 to 11 on the scale.
  bool positions = false;
  /// The tool does not document the zone.
  bool zone_unstated = false;
  /// IANA name or "UTC"; empty: not known.
  std::string_view zone;
  /// The preset's own columns, as folded header text, those of one role in order of preference.
  struct Column {
    Role role;
    std::string_view header;
  };
  std::vector<Column> columns;
  struct Exclusion {
    std::string_view column;
    bool keep = false;
    Code code = Code::kNone;
    std::vector<std::string_view> values;
  };
  std::vector<Exclusion> exclusions;
  /// Index in the compiled-in table.
  size_t row = 0;

  /// The preset's texts of one kind.
  [[nodiscard]] std::vector<std::string_view> texts(TextKind kind) const;
};

/// A header as presets compare it: folded, without the name of the object that holds all columns ("properties.").
[[nodiscard]] std::string preset_header(std::string_view header);

/// The known export whose header signature the records show; `first` is the index of the first header record.
[[nodiscard]] [[gnu::noinline]] std::optional<PresetMatch> match_preset(const std::vector<std::vector<std::string>>& records,
                                                                        size_t first = 0);

}  // namespace npscope
