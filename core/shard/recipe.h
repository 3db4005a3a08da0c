// SPDX-License-Identifier: MIT
// Recipe: everything that was decided about files, to be kept, read by people, changed and applied again. It holds no cell of a file.
//
// The JSON form is Recipe of web/client/report.ts. A recipe finds its files by the fingerprint of their column names; a file that it
// does not know is fitted when it has all the columns of a source, and refused otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day_text.h"
#include "core/base/json_writer.h"
#include "core/base/result.h"
#include "core/survey/mapping.h"
#include "core/survey/rules.h"
#include "core/survey/themes.h"

namespace npscope {

struct ReadOptions;
struct Plan;

/// What was decided about one kind of file. Empty texts: nothing was decided.
struct SourceRecipe {
  std::string fingerprint;
  std::string format;
  std::string encoding;
  std::string delimiter;
  std::string quote;
  std::optional<std::string> sheet;
  uint32_t header_records = 1;
  std::string preset;
  std::vector<MappingRequest::Choice> columns;
  ScoreScale scale = ScoreScale::kScores;
  std::optional<GroupStyle> groups;
  std::vector<std::string> missing;
  std::vector<MappingRequest::ExclusionChoice> exclusions;
  std::optional<DateOrder> date_order;
  std::optional<char> decimal;
  std::string zone;
  /// Questions about these files that a person has answered, or accepted as they were.
  std::vector<QuestionCode> settled;
  bool operator==(const SourceRecipe&) const = default;
};

/// The settings of statistics as words, which the engine understands.
struct Recipe {
  std::vector<SourceRecipe> sources;
  Rules rules;
  std::vector<std::string> group_by;
  double level = 0.95;
  std::string method = "score";
  /// What comments are asked about; no figure of a report depends on it.
  std::vector<Theme> themes;
};

/// Reads a recipe. A failure is kRecipeInvalid; its detail names the member that cannot be understood.
[[nodiscard]] Result<Recipe> parse_recipe(std::string_view json);

void write_recipe(JsonWriter& json, const Recipe& recipe);
void write_policy(JsonWriter& json, const Policy& policy);

/// The source for a file of this fingerprint, else the first that asks only for columns the file has; null: the recipe is for other
/// files. `rows`: the fingerprint of the rows of single answers that the table was made of, if it was. `occurrence`: how many files of this fingerprint came before, where the recipe holds the same one several times.
[[nodiscard]] const SourceRecipe* find_source(std::span<const SourceRecipe> sources, std::string_view fingerprint,
                                              std::string_view rows, const std::vector<Column>& columns, size_t occurrence);

/// Puts the decisions of `source` into the options of one file.
void apply_source(const SourceRecipe& source, ReadOptions& options);

/// What a plan decides, as a recipe holds it.
[[nodiscard]] SourceRecipe source_of(const Plan& plan);

/// A share of 0 to 1 in whole percent, to the nearest.
[[nodiscard]] uint8_t percent_of(double share);

/// The words of Policy and DuplicateRules in options and recipes.
[[nodiscard]] std::optional<CountedAnswers> answers_named(std::string_view word);
[[nodiscard]] std::string_view answers_name(CountedAnswers answers);
[[nodiscard]] std::optional<CountedUnit> unit_named(std::string_view word);
[[nodiscard]] std::string_view unit_name(CountedUnit unit);
[[nodiscard]] std::optional<RowDuplicates> row_duplicates_named(std::string_view word);
[[nodiscard]] std::string_view row_duplicates_name(RowDuplicates rows);
[[nodiscard]] std::optional<ScoreScale> scale_named(std::string_view word);
[[nodiscard]] std::string_view scale_name(ScoreScale scale);
[[nodiscard]] std::optional<DateOrder> date_order_named(std::string_view word);
[[nodiscard]] std::string_view date_order_name(DateOrder order);

}  // namespace npscope
