// SPDX-License-Identifier: MIT
// A file's part of a report: one function for each object of the contract.
#include "core/report/report_json.h"

namespace npscope {

void write_optional(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  if (text.empty()) {
    json.null();
  } else {
    json.value(text);
  }
}

void write_place(JsonWriter& json, const IssuePlace& place) {
  json.member("record", place.record);
  json.key("line");
  if (place.line > 0) {
    json.value(place.line);
  } else {
    json.null();
  }
  json.key("column");
  if (place.column >= 0) {
    json.value(static_cast<int64_t>(place.column));
  } else {
    json.null();
  }
}

void write_ledger(JsonWriter& json, const Ledger& ledger) {
  json.begin_object();
  json.member("read", ledger.read());
  json.member("accepted", ledger.accepted);
  json.member("rejected", ledger.rejected());
  json.member("duplicate", ledger.duplicate());
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

namespace {

void write_samples(JsonWriter& json, const FileFacts::ColumnFacts& column) {
  json.key("samples");
  json.begin_array();
  for (const std::string& value : *column.samples) json.value(std::string_view(value));
  json.end_array();
  json.member("filled", column.filled);
}

void write_columns(JsonWriter& json, const FileFacts& file, bool samples) {
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
    if (samples && column.samples != nullptr) write_samples(json, column);
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
        write_place(json, place);
        json.end_object();
      }
      json.end_array();
      json.end_object();
    }
  }
  json.end_array();
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

void write_quality(JsonWriter& json, const FileFacts& file) {
  json.key("quality");
  if (!file.quality) return json.null();
  json.begin_object();
  json.member("verdict", file.quality->verdict);
  json.key("reasons");
  json.begin_array();
  for (const Code code : file.quality->reasons) json.value(code_name(code));
  json.end_array();
  json.key("missing");
  json.begin_array();
  for (const std::string_view role : file.quality->missing) json.value(role);
  json.end_array();
  json.key("columns");
  json.begin_array();
  for (const QualityFacts::Column& column : file.quality->columns) {
    json.begin_object();
    json.member("index", static_cast<uint64_t>(column.index));
    json.member("role", column.role);
    json.member("filled", column.filled);
    json.member("valid", column.valid);
    json.key("distinct");
    if (column.distinct) {
      json.value(*column.distinct);
    } else {
      json.null();
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void write_file(JsonWriter& json, const FileFacts& file, bool counted, bool samples) {
  json.begin_object();
  json.member("name", file.name);
  json.member("bytes", file.bytes);
  if (counted) {
    write_optional(json, "hash", file.hash);
    write_optional(json, "sha256", file.sha256);
  }
  write_optional(json, "fingerprint", file.fingerprint);
  write_optional(json, "format", file.format);
  write_container(json, file);
  write_encoding(json, file);
  write_dialect(json, file);
  json.member("headerRecords", file.header_records);
  write_tables(json, file);
  write_optional(json, "zone", file.zone);
  write_optional(json, "preset", file.preset);
  write_columns(json, file, samples);
  if (counted) {
    json.key("ledger");
    write_ledger(json, file.ledger);
    write_quality(json, file);
  }
  write_issues(json, file.issues);
  write_failure(json, file.failure);
  json.end_object();
}

}  // namespace npscope
