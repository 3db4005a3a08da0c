// SPDX-License-Identifier: MIT
// From bytes to a mapping in the order in which one thing needs the other: format, encoding, dialect, columns, groupings.
#include "core/shard/plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.h"
#include "core/format/detect.h"
#include "core/shard/plan_samples.h"
#include "core/shard/recipe_mapping.h"

namespace npscope {
namespace {

constexpr size_t kMostColumns = 16384;

/// Not even the first record ends within the sample.
Code why_no_header(std::string_view text, const csv::Dialect& dialect) {
  const csv::Sample start = csv::read_sample(text, true, dialect, 1);
  const bool wide = !start.records.empty() && start.records.front().size() > kMostColumns;
  return wide ? Code::kTooManyColumns : Code::kRecordTooLong;
}

/// A confidence has no more than three digits that mean anything.
double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

MaybeFailure plan_encoding(std::string_view sample, bool whole, const ReadOptions& options, const DoubleByteTables* tables,
                           Plan& plan) {
  EncodingGuess& chosen = plan.encoding;
  chosen = guess_encoding(sample, whole);
  if (options.encoding) {
    // Whoever forces an encoding may want to go back to the guess.
    chosen.alternatives.insert(chosen.alternatives.begin(), {chosen.encoding, chosen.confidence});
    std::erase_if(chosen.alternatives, [&](const EncodingChoice& choice) { return choice.encoding == *options.encoding; });
    chosen.encoding = *options.encoding;
    chosen.confidence = 1;
    chosen.mark_size = mark_size(sample, *options.encoding);
  }
  plan.alternatives.clear();
  for (const EncodingChoice& choice : chosen.alternatives) {
    std::string preview = encoding_preview(sample, choice.encoding, tables);
    if (!preview.empty()) plan.alternatives.push_back({choice.encoding, rounded(choice.confidence), std::move(preview)});
  }
  chosen.confidence = rounded(chosen.confidence);
  if (chosen.confidence < kUnknownEncoding) return Failure{Code::kEncodingUnknown, {}};
  const bool readable = !needs_table(plan.encoding.encoding) || (tables != nullptr && tables->has(plan.encoding.encoding));
  if (!readable) return Failure{Code::kEncodingUnknown, std::string(encoding_name(plan.encoding.encoding))};
  return std::nullopt;
}

MaybeFailure plan_groups(const ReadOptions& options, Plan& plan) {
  for (const Grouping& grouping : options.group_by) {
    PlannedGrouping& planned = plan.groups.emplace_back(PlannedGrouping{grouping.by, {}});
    if (grouping.by == GroupBy::kFile) continue;
    const bool month = grouping.by == GroupBy::kMonth;
    planned.column = month ? plan.mapping.date : find_column(plan.mapping.columns, grouping.column);
    if (!planned.column) continue;
    const bool hidden = plan.mapping.columns[*planned.column].role == Role::kEmployee && !options.rules.employees;
    if (hidden) return Failure{Code::kBadOption, "employees"};
  }
  return std::nullopt;
}

}  // namespace

IssueCounts plan_issues(const Plan& plan) {
  IssueCounts issues;
  const uint64_t header = plan.mapping.header_row + uint64_t{1};
  for (const Mapping::Remark& found : plan.mapping.remarks) {
    issues.add(found.code, IssuePlace{header, header, found.column});
    if (found.count > 1) issues.add(found.code, found.count - 1);
  }
  if (plan.is_text() && plan.encoding.confidence < 0.6) issues.add(Code::kEncodingUncertain, IssuePlace{1, 1, -1});
  for (const TablePlan& table : plan.tables) {
    if (table.info.hidden) issues.add(Code::kHiddenSheet, 1);
  }
  return issues;
}

bool Plan::is_text() const {
  return format == "csv" || format == "json" || format == "ndjson" || format == "html" || format == "spreadsheetml";
}

MaybeFailure plan_content(std::string_view sample, bool whole, const ReadOptions& options, const DoubleByteTables* tables,
                          Plan& plan) {
  plan.format = detect_format(sample);
  if (plan.format == "binary") return Failure{Code::kBinaryFile, {}};
  if (plan.format == "xls" || plan.format == "zip" || plan.format == "gzip") return std::nullopt;
  if (plan.format != "text") return Failure{Code::kUnsupportedFormat, std::string(plan.format)};
  plan.format = "csv";
  if (MaybeFailure failed = plan_encoding(sample, whole, options, tables, plan)) return failed;
  std::string scratch;
  const std::string_view text = decoded_sample(sample, whole, plan.encoding, tables, scratch);
  if (whole && text.empty()) return Failure{Code::kEmptyFile, {}};
  plan.format = detect_text_format(text);
  if (plan.format == "xml") return Failure{Code::kUnsupportedFormat, "xml"};
  return std::nullopt;
}

std::string_view decoded_sample(std::string_view sample, bool whole, const EncodingGuess& encoding,
                                const DoubleByteTables* tables, std::string& scratch) {
  sample.remove_prefix(std::min(encoding.mark_size, sample.size()));
  if (encoding.encoding == Encoding::kUtf8) return sample;
  Decoder(encoding.encoding, tables).decode(sample, whole, scratch);
  return scratch;
}

namespace {

MaybeFailure plan_read_text(std::string_view text, bool whole, const ReadOptions& options, Plan& plan) {
  const std::optional<char> known = options.delimiter ? options.delimiter : corrections_delimiter(text);
  plan.dialect = csv::sniff_dialect(text, whole, known);
  plan.dialect.marks.quote = options.quote.value_or(plan.dialect.marks.quote);
  const csv::Sample sample = csv::read_sample(text, whole, plan.dialect, kSampleRecords);
  if (sample.records.empty()) return Failure{whole ? Code::kNoRecords : why_no_header(text, plan.dialect), {}};
  const bool all = whole && sample.records.size() < kSampleRecords;
  return plan_records(sample.records, all, NamesFrom::kHeaderRecords, options, plan);
}

/// Delimited text that no source of the recipe fits as it is read by itself: a person may have had it read otherwise.
MaybeFailure plan_like_sources(std::string_view text, bool whole, const ReadOptions& options, Plan& plan) {
  for (const SourceRecipe& source : *options.sources) {
    const bool known = source.delimiter.size() != 1 || (source.delimiter[0] == plan.dialect.marks.delimiter &&
                                                        source.quote == std::string_view(&plan.dialect.marks.quote, 1));
    if (known) continue;
    ReadOptions fitted = options;
    fitted.delimiter = source.delimiter[0];
    if (source.quote.size() == 1) fitted.quote = source.quote[0];
    Plan tried = plan;
    const MaybeFailure failed = plan_read_text(text, whole, fitted, tried);
    if (failed && failed->code == Code::kRecipeMismatch) continue;
    plan = std::move(tried);
    return failed;
  }
  return Failure{Code::kRecipeMismatch, {}};
}

}  // namespace

MaybeFailure plan_text(std::string_view text, bool whole, const ReadOptions& options, Plan& plan) {
  MaybeFailure failed = plan_read_text(text, whole, options, plan);
  if (!failed || failed->code != Code::kRecipeMismatch || options.sources == nullptr) return failed;
  return plan_like_sources(text, whole, options, plan);
}

namespace {

/// Rows that come back are what their source was, when it is there.
bool map_like_source(const ReadOptions& options, Plan& plan) {
  const SourceBook::Entry* source = options.book == nullptr ? nullptr : options.book->find(plan.corrections->source());
  if (source == nullptr) return false;
  plan.mapping = source->plan->mapping;
  // A cell too many means the same as in the source, whatever program the rows went through.
  plan.corrections->set_open_ended(source->plan->format != "csv" || !source->plan->rows_fingerprint.empty());
  plan.mapping.questions.clear();
  plan.mapping.remarks.clear();
  // Counted with the source.
  plan.mapping.header_cleaning = {};
  plan.fingerprint = source->fingerprint;
  // The names of a document stand in a record here.
  if (plan.mapping.header_records == 0 && !plan.mapping.columns.empty() && !plan.mapping.columns.front().name.empty()) {
    plan.mapping.header_records = 1;
  }
  return true;
}

}  // namespace

MaybeFailure plan_records(const std::vector<std::vector<std::string>>& records, bool whole, NamesFrom names,
                          const ReadOptions& options, Plan& plan) {
  if (records.empty()) return Failure{Code::kNoRecords, {}};
  if (records.front().size() > kMostColumns) return Failure{Code::kTooManyColumns, {}};
  MappingRequest request = options.mapping;
  request.names_given = names == NamesFrom::kSource;
  request.whole = whole;
  request.cleaning = options.rules.cleaning;
  std::vector<std::vector<std::string>> stripped;
  plan.corrections.reset();
  if (!is_conversion(options.mode)) plan.corrections = Corrections::of(records, plan.dialect.marks.quote);
  if (plan.corrections) {
    stripped = records;
    plan.corrections->strip(stripped);
  }
  const std::vector<std::vector<std::string>>& sample = plan.corrections ? stripped : records;
  MaybeFailure failed;
  if (!plan.corrections || !map_like_source(options, plan)) failed = map_by_recipe(sample, request, options, plan);
  if (plan.corrections) plan.mapping.remarks.push_back({Code::kCorrections, -1});
  const size_t headers = names == NamesFrom::kSource ? 1 : plan.mapping.header_records;
  take_samples(sample, names, headers, options.rules.cleaning, plan);
  const bool only_header = whole && sample.size() <= headers;
  if (failed && failed->code == Code::kNoScoreColumn && only_header) return Failure{Code::kNoRecords, {}};
  if (failed) return failed;
  return plan_groups(options, plan);
}

}  // namespace npscope
