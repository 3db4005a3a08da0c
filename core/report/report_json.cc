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

void write_samples(JsonWriter& json, const FileFacts::ColumnFacts& column) {
  json.key("samples");
  json.begin_array();
  for (const std::string& value : *column.samples) json.value(std::string_view(value));
  json.end_array();
  json.member("filled", column.filled);
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
    if (column.samples != nullptr) write_samples(json, column);
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
  json.member("excluded", ledger.excluded());
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

void write_container(JsonWriter& json, const FileFacts& file) {
  json.key("container");
  if (file.container.empty()) return json.null();
  json.begin_object();
  json.member("kind", file.container);
  json.member("member", file.member);
  json.end_object();
}

void write_encoding(JsonWriter& json, const FileFacts& file) {
  write_optional(json, "encoding", file.encoding);
  json.member("encodingConfidence", file.encoding_confidence);
  json.key("encodingAlternatives");
  json.begin_array();
  for (const FileFacts::EncodingFacts& other : file.encoding_alternatives) {
    json.begin_object();
    json.member("encoding", other.encoding);
    json.member("confidence", other.confidence);
    json.member("preview", other.preview);
    json.end_object();
  }
  json.end_array();
}

void write_dialect(JsonWriter& json, const FileFacts& file) {
  json.key("dialect");
  if (file.delimiter.empty()) return json.null();
  json.begin_object();
  json.member("delimiter", file.delimiter);
  json.member("quote", file.quote);
  json.member("headerRecords", file.header_records);
  json.end_object();
}

void write_tables(JsonWriter& json, const FileFacts& file) {
  json.key("tables");
  json.begin_array();
  for (const FileFacts::TableFacts& table : file.tables) {
    json.begin_object();
    json.member("name", table.name);
    json.key("rows");
    if (table.rows) {
      json.value(*table.rows);
    } else {
      json.null();
    }
    json.member("chosen", table.chosen);
    json.member("hidden", table.hidden);
    json.end_object();
  }
  json.end_array();
}

/// `counted`: the file was read, not only looked at.
void write_file(JsonWriter& json, const FileFacts& file, bool counted) {
  json.begin_object();
  json.member("name", file.name);
  json.member("bytes", file.bytes);
  if (counted) write_optional(json, "hash", file.hash);
  write_optional(json, "format", file.format);
  write_container(json, file);
  write_encoding(json, file);
  write_dialect(json, file);
  json.member("headerRecords", file.header_records);
  write_tables(json, file);
  write_optional(json, "zone", file.zone);
  write_optional(json, "preset", file.preset);
  write_columns(json, file);
  if (counted) write_ledger(json, *file.ledger);
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
  for (const FileFacts& file : files) write_file(json, file, true);
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

std::string inspection_json(const std::vector<FileFacts>& files) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "npscope-inspect/1");
  json.key("files");
  json.begin_array();
  for (const FileFacts& file : files) write_file(json, file, false);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace npscope
