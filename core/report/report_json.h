// SPDX-License-Identifier: MIT
// The report as JSON text: the contract of web/client/report.ts, keys in this order, the same bytes from every build.
#pragma once

#include <string>

#include "core/base/json_writer.h"
#include "core/report/report_facts.h"

namespace npscope {

[[nodiscard]] std::string report_json(const ReportFacts& report);

/// The same about files of which only the plan was made, with samples of their columns: Inspection of web/client/report.ts.
[[nodiscard]] std::string inspection_json(const ReportFacts& report);

/// What was decided and what is asked, with texts of cells: Plan of web/client/report.ts.
[[nodiscard]] std::string plan_json(const ReportFacts& report);

/// A file's part of the report; `counted`: its records were read, not only its start looked at; `samples`: with texts of cells.
void write_file(JsonWriter& json, const FileFacts& file, bool counted, bool samples);
void write_ledger(JsonWriter& json, const Ledger& ledger);
void write_failure(JsonWriter& json, const Failure* failure);
/// null for an empty text.
void write_optional(JsonWriter& json, std::string_view key, std::string_view text);
void write_place(JsonWriter& json, const IssuePlace& place);

}  // namespace npscope
