// SPDX-License-Identifier: MIT
// The report as a whole: one function for each object of the contract; file_json.cc has those of a file.
#include "core/report/report_json.h"

#include "core/report/figure_json.h"

namespace npscope {
namespace {

void write_groups(JsonWriter& json, const std::vector<GroupFacts>& groups) {
  json.key("groupBy");
  json.begin_array();
  for (const GroupFacts& group : groups) {
    json.begin_object();
    json.member("by", group.by);
    json.member("name", std::string_view(group.name));
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
    if (group.hidden_groups > 0) {
      json.key("hidden");
      json.begin_object();
      json.member("groups", group.hidden_groups);
      json.member("responses", group.hidden_responses);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
}

template <class T>
void write_number(JsonWriter& json, std::string_view key, const std::optional<T>& number) {
  json.key(key);
  if (number) {
    json.value(*number);
  } else {
    json.null();
  }
}

void write_summary(JsonWriter& json, const std::optional<NpsSummary>& nps) {
  json.key("nps");
  if (nps) {
    write_nps(json, *nps);
  } else {
    json.null();
  }
}

void write_sensitivity(JsonWriter& json, const ReportFacts& report) {
  json.key("repeats");
  if (report.repeats) {
    json.begin_object();
    json.member("respondents", report.repeats->units);
    json.member("responses", report.repeats->responses);
    json.end_object();
  } else {
    json.null();
  }
  json.key("sensitivity");
  json.begin_array();
  for (const SensitivityFacts& variant : report.sensitivity) {
    json.begin_object();
    json.member("answers", variant.answers);
    json.member("unit", variant.unit);
    json.member("chosen", variant.chosen);
    write_summary(json, variant.nps);
    json.end_object();
  }
  json.end_array();
}

void write_cleaning(JsonWriter& json, const ReportFacts& report) {
  json.key("cleaning");
  json.begin_array();
  for (const CleaningFacts& rule : report.cleaning) {
    json.begin_object();
    json.member("rule", rule.rule);
    json.member("on", rule.on);
    json.member("cells", rule.cells);
    json.member("responses", rule.responses);
    write_number(json, "npsWithout", rule.nps_without);
    json.key("examples");
    json.begin_array();
    for (const CleaningFacts::Example& example : rule.examples) {
      json.begin_object();
      json.member("file", static_cast<uint64_t>(example.file));
      write_place(json, example.place);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_decisions(JsonWriter& json, const ReportFacts& report) {
  json.key("decisions");
  json.begin_array();
  for (const DecisionFacts& decision : report.decisions) {
    json.begin_object();
    json.member("code", code_name(decision.code));
    json.member("records", decision.records);
    json.member("responses", decision.responses);
    write_number(json, "npsWithout", decision.nps_without);
    json.end_object();
  }
  json.end_array();
}

void write_question(JsonWriter& json, const QuestionFacts& question, bool texts) {
  json.begin_object();
  json.member("code", question.code);
  json.member("file", static_cast<uint64_t>(question.file));
  write_number(json, "column", question.column < 0 ? std::nullopt : std::optional(int64_t{question.column}));
  json.member("settled", question.settled);
  json.key("answers");
  json.begin_array();
  for (const QuestionFacts::Answer& answer : question.answers) {
    json.begin_object();
    json.member("value", std::string_view(answer.value));
    json.member("chosen", answer.chosen);
    write_number(json, "responses", answer.responses);
    write_number(json, "nps", answer.nps);
    json.end_object();
  }
  json.end_array();
  json.key("proof");
  json.begin_array();
  for (const IssuePlace& place : question.proof) {
    json.begin_object();
    write_place(json, place);
    json.end_object();
  }
  json.end_array();
  if (texts) {
    json.key("texts");
    json.begin_array();
    for (const std::vector<std::string>& record : question.texts) {
      json.begin_array();
      for (const std::string& cell : record) json.value(std::string_view(cell));
      json.end_array();
    }
    json.end_array();
  }
  json.end_object();
}

void write_questions(JsonWriter& json, const ReportFacts& report, bool texts) {
  json.key("questions");
  json.begin_array();
  for (const QuestionFacts& question : report.questions) write_question(json, question, texts);
  json.end_array();
}

void write_changes(JsonWriter& json, const ReportFacts& report) {
  json.key("changes");
  json.begin_array();
  for (const ChangeFacts& change : report.changes) {
    json.begin_object();
    json.member("rule", change.rule);
    json.member("file", static_cast<uint64_t>(change.file));
    json.member("record", change.record);
    json.member("column", static_cast<uint64_t>(change.column));
    json.member("before", change.before);
    json.member("after", change.after);
    json.end_object();
  }
  json.end_array();
}

void write_files(JsonWriter& json, const ReportFacts& report, bool counted, bool samples) {
  json.key("files");
  json.begin_array();
  for (const FileFacts& file : report.files) write_file(json, file, counted, samples);
  json.end_array();
}

}  // namespace

std::string report_json(const ReportFacts& report) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "npscope-report/1");
  json.member("version", std::string_view(NPSCOPE_VERSION));
  write_optional(json, "asOf", report.as_of);
  write_files(json, report, true, false);
  json.key("ledger");
  write_ledger(json, report.ledger);
  json.key("policy");
  json.raw(report.policy);
  write_summary(json, report.nps);
  write_failure(json, report.failure ? &*report.failure : nullptr);
  write_sensitivity(json, report);
  write_cleaning(json, report);
  write_decisions(json, report);
  write_questions(json, report, false);
  json.key("limits");
  json.begin_array();
  for (const std::string_view limit : report.limits) json.value(limit);
  json.end_array();
  if (!report.groups.empty()) write_groups(json, report.groups);
  json.key("recipe");
  json.raw(report.recipe);
  json.end_object();
  return json.take();
}

std::string inspection_json(const ReportFacts& report) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "npscope-inspect/1");
  write_files(json, report, false, true);
  json.end_object();
  return json.take();
}

std::string plan_json(const ReportFacts& report) {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "npscope-plan/1");
  json.member("complete", report.complete);
  bool certain = true;
  for (const QuestionFacts& question : report.questions) certain = certain && question.settled;
  json.member("certain", certain);
  write_files(json, report, false, true);
  write_questions(json, report, true);
  write_changes(json, report);
  json.key("recipe");
  json.raw(report.recipe);
  json.end_object();
  return json.take();
}

}  // namespace npscope
