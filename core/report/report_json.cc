// SPDX-License-Identifier: MIT
// One function for each object of the contract.
#include "core/report/report_json.h"

#include "core/base/json_writer.h"

namespace npscope {
namespace {

void write_optional(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void write_nps(JsonWriter& json, const NpsSummary& summary) {
  json.begin_object();
  json.member("responses", summary.groups.responses());
  json.member("detractors", summary.groups.detractors);
  json.member("passives", summary.groups.passives);
  json.member("promoters", summary.groups.promoters);
  json.member("nps", summary.nps);
  json.key("mean");
  if (summary.mean) {
    json.value(*summary.mean);
  } else {
    json.null();
  }
  json.key("histogram");
  if (summary.histogram) {
    json.begin_array();
    for (const uint64_t count : *summary.histogram) json.value(count);
    json.end_array();
  } else {
    json.null();
  }
  json.key("interval");
  json.begin_object();
  json.member("method", method_name(summary.interval.method));
  json.member("level", level_value(summary.interval.level));
  json.member("low", summary.limits.low);
  json.member("high", summary.limits.high);
  json.end_object();
  json.end_object();
}

void write_columns(JsonWriter& json, const FileFacts& file) {
  json.key("columns");
  json.begin_array();
  uint64_t index = 0;
  for (const FileFacts::ColumnFacts& column : file.columns) {
    json.begin_object();
    json.member("index", index++);
    json.member("name", column.name);
    json.member("role", column.role);
    json.member("confidence", column.confidence);
    json.key("evidence");
    json.begin_array();
    for (const std::string& evidence : *column.evidence) json.value(std::string_view(evidence));
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.key("scoreCandidates");
  json.begin_array();
  for (const FileFacts::CandidateFacts& candidate : file.score_candidates) {
    json.begin_object();
    json.member("index", candidate.index);
    json.member("confidence", candidate.confidence);
    json.end_object();
  }
  json.end_array();
}

void write_ledger(JsonWriter& json, const Ledger& ledger) {
  json.key("ledger");
  json.begin_object();
  json.member("read", ledger.read());
  json.member("accepted", ledger.accepted);
  json.member("rejected", ledger.rejected());
  json.member("duplicate", uint64_t{0});
  json.member("excluded", uint64_t{0});
  json.member("unscored", ledger.unscored());
  json.key("reasons");
  json.begin_object();
  for (size_t i = 0; i < kCodeCount; ++i) {
    if (ledger.reasons[i] > 0) json.member(code_name(static_cast<Code>(i)), ledger.reasons[i]);
  }
  json.end_object();
  json.member("blankLines", ledger.blank_lines);
  json.end_object();
}

void write_issues(JsonWriter& json, const IssueCounts& issues) {
  json.key("issues");
  json.begin_array();
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInfo}) {
    for (size_t i = 0; i < kCodeCount; ++i) {
      const auto code = static_cast<Code>(i);
      const IssueCounts::Entry& entry = issues.entry(code);
      if (entry.count == 0 || code_severity(code) != severity) continue;
      json.begin_object();
      json.member("code", code_name(code));
      json.member("severity", severity_name(severity));
      json.member("count", entry.count);
      json.key("examples");
      json.begin_array();
      for (const IssuePlace& place : entry.examples) {
        json.begin_object();
        json.member("record", place.record);
        json.member("line", place.line);
        json.key("column");
        if (place.column >= 0) {
          json.value(static_cast<int64_t>(place.column));
        } else {
          json.null();
        }
        json.end_object();
      }
      json.end_array();
      json.end_object();
    }
  }
  json.end_array();
}

void write_failure(JsonWriter& json, const Failure* failure) {
  json.key("failure");
  if (failure == nullptr) {
    json.null();
    return;
  }
  json.begin_object();
  json.member("code", code_name(failure->code));
  if (!failure->detail.empty()) json.member("detail", std::string_view(failure->detail));
  json.end_object();
}

void write_file(JsonWriter& json, const FileFacts& file) {
  json.begin_object();
  json.member("name", file.name);
  json.member("bytes", file.bytes);
  write_optional(json, "hash", file.hash);
  write_optional(json, "format", file.format);
  write_optional(json, "encoding", file.encoding);
  json.member("encodingConfidence", file.encoding_confidence);
  json.key("dialect");
  if (file.delimiter.empty()) {
    json.null();
  } else {
    json.begin_object();
    json.member("delimiter", file.delimiter);
    json.member("quote", file.quote);
    json.member("headerRecords", file.header_records);
    json.end_object();
  }
  write_optional(json, "preset", file.preset);
  write_columns(json, file);
  write_ledger(json, *file.ledger);
  write_issues(json, *file.issues);
  write_failure(json, file.failure);
  json.end_object();
}

void write_groups(JsonWriter& json, const std::vector<GroupFacts>& groups) {
  json.key("groupBy");
  json.begin_array();
  for (const GroupFacts& group : groups) {
    json.begin_object();
    json.member("by", group.by_month ? "month" : "column");
    json.member("name", group.name);
    json.key("groups");
    json.begin_array();
    for (const GroupFacts::Entry& entry : group.entries) {
      json.begin_object();
      json.key("value");
      if (entry.value) {
        json.value(std::string_view(*entry.value));
      } else {
        json.null();
      }
      json.key("nps");
      write_nps(json, entry.summary);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string report_json(const std::vector<FileFacts>& files, const std::optional<NpsSummary>& nps,
                        const std::vector<GroupFacts>& groups) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "npscope-report/1");
  json.key("files");
  json.begin_array();
  for (const FileFacts& file : files) write_file(json, file);
  json.end_array();
  json.key("nps");
  if (nps) {
    write_nps(json, *nps);
  } else {
    json.null();
  }
  if (!groups.empty()) write_groups(json, groups);
  json.end_object();
  return json.take();
}

}  // namespace npscope
