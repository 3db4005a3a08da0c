// SPDX-License-Identifier: MIT
// From bytes to a mapping in the order in which one thing needs the other: format, encoding, dialect, columns, groupings.
#include "core/shard/plan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/format/detect.h"

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

/// At most `most` characters, cut between two of them.
std::string shortened(std::string_view text, size_t most) {
  size_t end = 0;
  for (size_t i = 0; i < most && end < text.size(); ++i) end += std::max<size_t>(utf8_sequence_length(text.substr(end)), 1);
  return std::string(text.substr(0, end));
}

void take_samples(const std::vector<std::vector<std::string>>& records, size_t headers, Plan& plan) {
  constexpr size_t kMostValues = 5;
  constexpr size_t kLongestValue = 80;
  plan.samples.assign(plan.mapping.columns.size(), {});
  const size_t first = std::min(headers, records.size());
  const size_t count = records.size() - first;
  for (size_t c = 0; c < plan.samples.size(); ++c) {
    ColumnSample& sample = plan.samples[c];
    size_t filled = 0;
    for (size_t r = first; r < records.size(); ++r) {
      if (c >= records[r].size()) continue;
      const std::string value = shortened(trimmed(records[r][c]), kLongestValue);
      if (value.empty()) continue;
      ++filled;
      if (sample.values.size() < kMostValues && std::ranges::find(sample.values, value) == sample.values.end())
        sample.values.push_back(value);
    }
    sample.filled = count == 0 ? 0 : static_cast<double>(filled) / static_cast<double>(count);
  }
}

MaybeFailure plan_groups(const ReadOptions& options, Plan& plan) {
  for (const Grouping& grouping : options.group_by) {
    const auto column = grouping.by_month ? plan.mapping.date : find_column(plan.mapping.columns, grouping.column);
    if (!column) return Failure{Code::kUnknownColumn, grouping.by_month ? "date" : "group-by"};
    plan.groups.push_back({grouping.by_month, *column, plan.mapping.date_order, plan.dialect.marks});
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

MaybeFailure plan_text(std::string_view text, bool whole, const ReadOptions& options, Plan& plan) {
  plan.dialect = csv::sniff_dialect(text, whole, options.delimiter);
  plan.dialect.marks.quote = options.quote.value_or(plan.dialect.marks.quote);
  const csv::Sample sample = csv::read_sample(text, whole, plan.dialect, kSampleRecords);
  if (sample.records.empty()) return Failure{whole ? Code::kNoRecords : why_no_header(text, plan.dialect), {}};
  const bool all = whole && sample.records.size() < kSampleRecords;
  return plan_records(sample.records, all, NamesFrom::kHeaderRecords, options, plan);
}

MaybeFailure plan_records(const std::vector<std::vector<std::string>>& records, bool whole, NamesFrom names,
                          const ReadOptions& options, Plan& plan) {
  if (records.empty()) return Failure{Code::kNoRecords, {}};
  if (records.front().size() > kMostColumns) return Failure{Code::kTooManyColumns, {}};
  MappingRequest request = options.mapping;
  request.names_given = names == NamesFrom::kSource;
  request.whole = whole;
  MappingOutcome outcome = choose_mapping(records, request);
  plan.mapping = std::move(outcome.mapping);
  const size_t headers = names == NamesFrom::kSource ? 1 : plan.mapping.header_records;
  if (options.mode == Mode::kInspect) take_samples(records, headers, plan);
  const bool only_header = whole && records.size() <= headers;
  if (outcome.failure && outcome.failure->code == Code::kNoScoreColumn && only_header) return Failure{Code::kNoRecords, {}};
  if (outcome.failure) return outcome.failure;
  return plan_groups(options, plan);
}

}  // namespace npscope
