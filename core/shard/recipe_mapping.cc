// SPDX-License-Identifier: MIT
// The file is always mapped by itself first: that gives the fingerprint, and the evidence for all that the recipe says alike.
#include "core/shard/recipe_mapping.h"

#include <algorithm>
#include <utility>

#include "core/survey/fingerprint.h"

namespace npscope {
namespace {

MaybeFailure map_records(const std::vector<std::vector<std::string>>& records, const MappingRequest& request, Plan& plan) {
  MappingOutcome outcome = choose_mapping(records, request);
  plan.mapping = std::move(outcome.mapping);
  return std::move(outcome.failure);
}

/// A recipe that says what is found anyway is followed by finding it: the evidence is then the same as when it was made. An order of
/// dates that all rows prove is proved again.
bool decides_alike(SourceRecipe found, const SourceRecipe& wanted, const Mapping& mapping) {
  const bool asked = std::ranges::find(wanted.settled, QuestionCode::kDateOrder) != wanted.settled.end();
  if (mapping.date_order_unclear && !asked) found.date_order = wanted.date_order;
  return found.columns == wanted.columns && found.scale == wanted.scale && found.groups == wanted.groups &&
         found.missing == wanted.missing && found.exclusions == wanted.exclusions && found.date_order == wanted.date_order &&
         found.decimal == wanted.decimal && found.zone == wanted.zone && found.header_records == wanted.header_records;
}

/// What a recipe says like the file does is no choice.
void keep_evidence(const Mapping& found, Mapping& mapping) {
  for (size_t c = 0; c < std::min(found.columns.size(), mapping.columns.size()); ++c) {
    if (found.columns[c].role == mapping.columns[c].role) mapping.columns[c] = found.columns[c];
  }
}

/// What is listed was answered by a person, and so was what is answered otherwise than it would be by itself.
void settle_questions(const SourceRecipe& source, const Mapping& found, Mapping& mapping) {
  const auto same_answers = [](const OpenQuestion& one, const OpenQuestion& other) {
    return one.code == other.code && one.column == other.column &&
           std::ranges::equal(one.answers, other.answers, [](const OpenQuestion::Answer& a, const OpenQuestion::Answer& b) {
             return a.value == b.value && a.chosen == b.chosen;
           });
  };
  for (OpenQuestion& question : mapping.questions) {
    const bool listed = std::ranges::find(source.settled, question.code) != source.settled.end();
    const bool as_found =
        std::ranges::any_of(found.questions, [&](const OpenQuestion& other) { return same_answers(question, other); });
    // A code is declared by people only: nothing declares by itself what is asked.
    const bool declared = question.code == QuestionCode::kMissing && !question.answers.empty() && question.answers[0].chosen;
    question.settled = listed || declared || !as_found;
  }
}

MaybeFailure map_and_name(const std::vector<std::vector<std::string>>& records, const MappingRequest& request, Plan& plan) {
  MaybeFailure failed = map_records(records, request, plan);
  std::vector<std::string> names;
  names.reserve(plan.mapping.columns.size());
  for (const Column& column : plan.mapping.columns) names.push_back(column.header);
  plan.fingerprint = header_fingerprint(names);
  return failed;
}

}  // namespace

MaybeFailure map_by_recipe(const std::vector<std::vector<std::string>>& records, const MappingRequest& request,
                           const ReadOptions& options, Plan& plan) {
  MaybeFailure failed = map_and_name(records, request, plan);
  // Rows of single answers are put together first; what a recipe says is about the responses that come of them.
  if (options.sources == nullptr || options.sources->empty() || plan.mapping.long_format) return failed;
  const auto look_up = [&] {
    const size_t before = options.book == nullptr ? 0 : options.book->count(plan.fingerprint);
    plan.source = find_source(*options.sources, plan.fingerprint, plan.rows_fingerprint, plan.mapping.columns, before);
  };
  look_up();
  const uint32_t headers = plan.mapping.header_records;
  for (size_t i = 0; plan.source == nullptr && i < options.sources->size() && !request.names_given; ++i) {
    // A person may have said where the names are.
    MappingRequest other = request;
    other.header_records = (*options.sources)[i].header_records;
    if (other.header_records == headers) continue;
    failed = map_and_name(records, other, plan);
    look_up();
  }
  if (plan.source == nullptr) return Failure{Code::kRecipeMismatch, {}};
  if (plan.source->columns.empty()) return failed;
  const SourceRecipe& source = *plan.source;
  // Found once more with what decides about the evidence: where the names are and which texts are no answers.
  const bool other_header = source.header_records != plan.mapping.header_records && !request.names_given;
  if (other_header || source.missing != plan.mapping.missing.declared) {
    MappingRequest other = request;
    if (other_header) other.header_records = source.header_records;
    other.missing.declared = source.missing;
    failed = map_and_name(records, other, plan);
  }
  const Mapping found = plan.mapping;
  if (decides_alike(source_of(plan), source, found)) {
    settle_questions(source, found, plan.mapping);
    return failed;
  }
  ReadOptions fitted = options;
  apply_source(*plan.source, fitted);
  fitted.mapping.cleaning = request.cleaning;
  fitted.mapping.names_given = request.names_given;
  fitted.mapping.whole = request.whole;
  fitted.mapping.nps_column = request.nps_column;
  if (request.names_given) fitted.mapping.header_records.reset();
  failed = map_records(records, fitted.mapping, plan);
  keep_evidence(found, plan.mapping);
  settle_questions(source, found, plan.mapping);
  return failed;
}

}  // namespace npscope
