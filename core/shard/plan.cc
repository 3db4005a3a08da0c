// SPDX-License-Identifier: MIT
// From bytes to a mapping in the order in which one thing needs the other: format, encoding, dialect, columns, groupings.
#include "core/shard/plan.h"

#include <string>
#include <utility>

#include "core/format/detect.h"

namespace npscope {
namespace {

constexpr size_t kMostColumns = 16384;
constexpr size_t kSampleRecords = 600;

using MaybeFailure = std::optional<Failure>;

/// Not even the first record ends within the sample.
Code why_no_header(std::string_view text, const csv::Dialect& dialect) {
  const csv::Sample start = csv::read_sample(text, true, dialect, 1);
  const bool wide = !start.records.empty() && start.records.front().size() > kMostColumns;
  return wide ? Code::kTooManyColumns : Code::kRecordTooLong;
}

MaybeFailure decide_format(std::string_view sample, Plan& plan) {
  plan.format = detect_format(sample);
  if (plan.format == "binary") return Failure{Code::kBinaryFile, {}};
  if (plan.format != "csv") return Failure{Code::kUnsupportedFormat, std::string(plan.format)};
  return std::nullopt;
}

void decide_encoding(std::string_view sample, bool whole, const ReadOptions& options, Plan& plan) {
  plan.encoding = guess_encoding(sample, whole);
  if (options.encoding) plan.encoding = {*options.encoding, 1, mark_size(sample, *options.encoding)};
}

MaybeFailure decide_columns(std::string_view text, bool whole, const ReadOptions& options, Plan& plan) {
  plan.dialect = csv::sniff_dialect(text, whole, options.delimiter);
  const csv::Sample sample = csv::read_sample(text, whole, plan.dialect, kSampleRecords);
  if (sample.records.empty()) return Failure{whole ? Code::kNoRecords : why_no_header(text, plan.dialect), {}};
  if (sample.records.front().size() > kMostColumns) return Failure{Code::kTooManyColumns, {}};
  MappingOutcome outcome = choose_mapping(sample.records, options.mapping);
  plan.mapping = std::move(outcome.mapping);
  const bool only_header = whole && sample.records.size() <= plan.mapping.header_records;
  if (outcome.failure && outcome.failure->code == Code::kNoScoreColumn && only_header) return Failure{Code::kNoRecords, {}};
  return outcome.failure;
}

MaybeFailure decide_groups(const ReadOptions& options, Plan& plan) {
  for (const Grouping& grouping : options.group_by) {
    const auto column = grouping.by_month ? plan.mapping.date : find_column(plan.mapping.columns, grouping.column);
    if (!column) return Failure{Code::kUnknownColumn, grouping.by_month ? "date" : "group-by"};
    plan.groups.push_back({grouping.by_month, *column, plan.mapping.date_order, plan.dialect.marks});
  }
  return std::nullopt;
}

}  // namespace

Decision decide(std::string_view sample, bool whole, const ReadOptions& options) {
  Decision decision;
  Plan& plan = decision.plan;
  decision.failure = decide_format(sample, plan);
  if (decision.failure) return decision;
  decide_encoding(sample, whole, options, plan);
  std::string decoded;
  std::string_view text = sample.substr(plan.encoding.mark_size);
  if (whole && text.empty()) {
    decision.failure = Failure{Code::kEmptyFile, {}};
    return decision;
  }
  if (plan.encoding.encoding != Encoding::kUtf8) {
    Decoder(plan.encoding.encoding).decode(text, whole, decoded);
    text = decoded;
  }
  decision.failure = decide_columns(text, whole, options, plan);
  if (!decision.failure) decision.failure = decide_groups(options, plan);
  return decision;
}

}  // namespace npscope
