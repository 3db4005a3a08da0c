// SPDX-License-Identifier: MIT
// Between recipes and the options and plan of one file.
#include "core/shard/recipe.h"

#include <algorithm>

#include "core/base/number_text.h"
#include "core/format/encoding.h"
#include "core/shard/plan.h"

namespace npscope {
namespace {

/// The header's text where it names one column only, else the column's position. Not cleaned: the recipe may say otherwise next time.
std::string column_reference(const std::vector<Column>& columns, size_t index) {
  const std::string& name = columns[index].header;
  const auto same = std::ranges::count(columns, name, &Column::header);
  if (!name.empty() && same == 1 && find_column(columns, name) == index) return name;
  std::string position = "#";
  append_unsigned(position, index + 1);
  return position;
}

bool has_all_columns(const SourceRecipe& source, const std::vector<Column>& columns) {
  return !source.columns.empty() && std::ranges::all_of(source.columns, [&columns](const MappingRequest::Choice& choice) {
    return !choice.column.starts_with('#') && find_column(columns, choice.column).has_value();
  });
}

}  // namespace

const SourceRecipe* find_source(std::span<const SourceRecipe> sources, std::string_view fingerprint, std::string_view rows,
                                const std::vector<Column>& columns, size_t occurrence) {
  const SourceRecipe* known = nullptr;
  for (const SourceRecipe& source : sources) {
    if (source.fingerprint.empty() || source.fingerprint != fingerprint) continue;
    known = &source;
    if (occurrence-- == 0) break;
  }
  if (known != nullptr) return known;
  // Made before the responses of a file with one row per answer were known.
  for (const SourceRecipe& source : sources) {
    if (source.columns.empty() && source.fingerprint == rows) return &source;
  }
  const auto fitting =
      std::ranges::find_if(sources, [&columns](const SourceRecipe& source) { return has_all_columns(source, columns); });
  return fitting == sources.end() ? nullptr : &*fitting;
}

void apply_source(const SourceRecipe& source, ReadOptions& options) {
  if (!source.encoding.empty()) options.encoding = encoding_named(source.encoding);
  if (source.delimiter.size() == 1) options.delimiter = source.delimiter[0];
  if (source.quote.size() == 1) options.quote = source.quote[0];
  if (source.sheet) options.sheet = *source.sheet;
  MappingRequest& mapping = options.mapping;
  mapping.header_records = source.header_records;
  mapping.choices = source.columns;
  mapping.closed = true;
  mapping.missing.declared = source.missing;
  mapping.scale = source.scale;
  mapping.groups = source.groups;
  mapping.date_order = source.date_order;
  mapping.decimal = source.decimal;
  mapping.zone = source.zone;
  mapping.exclusions = source.exclusions;
}

SourceRecipe source_of(const Plan& plan) {
  const Mapping& mapping = plan.mapping;
  SourceRecipe source;
  source.fingerprint = plan.fingerprint;
  source.format = plan.format;
  if (plan.is_text()) source.encoding = encoding_name(plan.encoding.encoding);
  if (plan.format == "csv") {
    source.delimiter = plan.dialect.marks.delimiter;
    source.quote = plan.dialect.marks.quote;
  }
  if (!plan.tables.empty()) source.sheet = plan.tables[plan.table].info.name;
  source.header_records = mapping.header_records;
  source.preset = mapping.preset;
  // Its columns are those of single answers; the responses are planned when all rows are there.
  if (mapping.long_format) return source;
  for (size_t c = 0; c < mapping.columns.size(); ++c) {
    const Role role = mapping.columns[c].role;
    if (role != Role::kNone) source.columns.push_back({role, column_reference(mapping.columns, c)});
  }
  source.scale = mapping.scale;
  if (mapping.score_kind == ScoreKind::kGroups) source.groups = mapping.score_groups;
  source.missing = mapping.missing.declared;
  for (const Exclusion& exclusion : mapping.exclusions) {
    source.exclusions.push_back(
        {column_reference(mapping.columns, exclusion.column), exclusion.keep, exclusion.values, exclusion.code});
  }
  if (mapping.date) source.date_order = mapping.date_order;
  source.decimal = mapping.decimal;
  source.zone = mapping.zone;
  for (const OpenQuestion& question : mapping.questions) {
    const bool listed = std::ranges::find(source.settled, question.code) != source.settled.end();
    if (question.settled && !listed) source.settled.push_back(question.code);
  }
  // How often a file counts that is there twice is asked when all files are known.
  if (plan.source != nullptr && std::ranges::count(plan.source->settled, QuestionCode::kSameFile) > 0) {
    source.settled.push_back(QuestionCode::kSameFile);
  }
  return source;
}

}  // namespace npscope
