// SPDX-License-Identifier: MIT
// Reads JSON text with the source under test and shows the outcome as one line of text a record, which tests compare.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/json/json_source.h"
#include "tests/support/source_runs.h"

namespace npscope::json {

struct JsonRun {
  SourceRun run;
  /// Of the last table.
  std::vector<std::string> names;
  Shape shape = Shape::kDocument;

  /// "invalid-json:syntax", or empty.
  [[nodiscard]] std::string failure() const {
    return run.failure ? std::string(code_name(run.failure->code)) + ":" + run.failure->detail : std::string();
  }
  /// "score=9 name=Ann", empty cells left out; " !code" for a remark on the record, "!code@column" for one on a cell.
  [[nodiscard]] std::vector<std::string> records(size_t table = 0) const {
    std::vector<std::string> lines;
    if (table >= run.tables.size()) return lines;
    for (const ReadRecord& record : run.tables[table].records) {
      std::string& line = lines.emplace_back();
      for (size_t c = 0; c < record.cells.size(); ++c) {
        if (record.cells[c].kind == CellKind::kEmpty) continue;
        line += (line.empty() ? "" : " ") + names[c] + "=" + record.cells[c].text;
      }
    }
    for (const ReadRemark& remark : run.tables[table].remarks) {
      std::string& line = lines[remark.record];
      line += (line.empty() ? "!" : " !") + std::string(code_name(remark.code));
      if (remark.column >= 0) line += "@" + names[static_cast<size_t>(remark.column)];
    }
    return lines;
  }
};

inline JsonRun read_json(std::string_view text, Encoding encoding = Encoding::kUtf8, size_t mark_size = 0) {
  JsonSource source(encoding, mark_size, text.size());
  JsonRun result;
  result.run = read_tables(source, text);
  result.names = source.names();
  result.shape = source.shape();
  return result;
}

}  // namespace npscope::json
