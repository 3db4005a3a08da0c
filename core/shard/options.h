// SPDX-License-Identifier: MIT
// ReadOptions: what a person fixed before a file is read. Everything left open is decided from the file's sample.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/zone_rules.h"
#include "core/format/csv/reader.h"
#include "core/format/double_byte.h"
#include "core/format/encoding.h"
#include "core/shard/grouping.h"
#include "core/shard/recipe.h"
#include "core/shard/source_book.h"
#include "core/survey/mapping.h"
#include "core/survey/rules.h"
#include "core/survey/themes.h"

namespace npscope {

struct ColumnTask;
struct RejectTask;

enum class Mode : uint8_t {
  kReport,
  kInspect,  // stop when the plan is made
  kConvertCsv,
  kConvertNdjson,
  kConvertRaw,
  kRejects,  // write the records that do not count
  kColumns,  // keep the cells of some columns
};

/// A pass over a file that was read before.
[[nodiscard]] constexpr bool is_second_pass(Mode mode) { return mode == Mode::kRejects || mode == Mode::kColumns; }

[[nodiscard]] constexpr bool is_conversion(Mode mode) { return mode >= Mode::kConvertCsv && mode <= Mode::kConvertRaw; }

struct ReadOptions {
  Mode mode = Mode::kReport;
  MappingRequest mapping;
  std::optional<char> delimiter;
  std::optional<char> quote;
  std::optional<Encoding> encoding;
  /// A sheet's name, an array's path, or "#2"; empty: the one that fits best.
  std::string sheet;
  std::vector<Grouping> group_by;
  /// For Rules::report_zone.
  ZoneBook zones;
  Rules rules;
  /// Decisions about kinds of files; a file that none of them fits is refused. Null: everything is found. They must outlive the
  /// reading.
  const std::vector<SourceRecipe>* sources = nullptr;
  /// Those of the recipe, for questions; null: it has none. They must outlive the reading and what is asked.
  const std::vector<Theme>* themes = nullptr;
  /// The files before this one; null: none. It must outlive the reading.
  const SourceBook* book = nullptr;
  /// With Mode::kRejects. It must outlive the reading.
  const RejectTask* rejects = nullptr;
  /// With Mode::kColumns. It must outlive the reading.
  const ColumnTask* columns = nullptr;
  /// The only file of an archive that is read; empty: all.
  std::string member;
  /// Also work out the SHA-256 of the file's bytes.
  bool sha256 = false;
  /// Keep the text of every record, so that any cell can be shown again.
  bool keep_all = false;
  csv::Kernel kernel = csv::Kernel::kFastest;
};

/// Sets the option of that name; false when there is none or the value is not one of it. Options are listed in core/engine.h.
[[nodiscard]] bool set_option(ReadOptions& options, std::string_view option, std::string_view value);

}  // namespace npscope
