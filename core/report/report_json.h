// SPDX-License-Identifier: MIT
// The report as JSON text: the contract of web/client/report.ts, keys in this order, the same bytes from every build.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/partial/issue_counts.h"
#include "core/stats/summary.h"

namespace npscope {

/// What the report says about one file; views live as long as the call.
struct FileFacts {
  struct ColumnFacts {
    std::string_view name;
    std::string_view role;
    double confidence = 0;
    const std::vector<std::string>* evidence = nullptr;
    /// Only for an inspection.
    const std::vector<std::string>* samples = nullptr;
    double filled = 0;
  };
  struct CandidateFacts {
    uint64_t index = 0;
    double confidence = 0;
  };

  struct EncodingFacts {
    std::string_view encoding;
    double confidence = 0;
    std::string_view preview;
  };
  struct TableFacts {
    std::string_view name;
    std::optional<uint64_t> rows;
    bool chosen = false;
    bool hidden = false;
  };

  std::string_view name;
  uint64_t bytes = 0;
  std::string_view hash;       // empty: not known
  std::string_view format;     // empty: not known
  std::string_view container;  // "zip", "gzip"; empty: none
  std::string_view member;
  std::string_view encoding;
  double encoding_confidence = 0;
  std::vector<EncodingFacts> encoding_alternatives;
  std::string_view delimiter;
  std::string_view quote;
  uint64_t header_records = 0;
  std::vector<TableFacts> tables;
  std::string_view zone;    // empty: not known
  std::string_view preset;  // empty: none
  std::vector<ColumnFacts> columns;
  std::vector<CandidateFacts> score_candidates;
  const Ledger* ledger = nullptr;
  const IssueCounts* issues = nullptr;
  const Failure* failure = nullptr;  // null: none
};

struct GroupFacts {
  bool by_month = false;
  std::string_view name;
  struct Entry {
    std::optional<std::string> value;
    NpsSummary summary;
  };
  std::vector<Entry> entries;
};

[[nodiscard]] std::string report_json(const std::vector<FileFacts>& files, const std::optional<NpsSummary>& nps,
                                      const std::vector<GroupFacts>& groups);

/// The same about files of which only the plan was made, with samples of their columns: Inspection of web/client/report.ts.
[[nodiscard]] std::string inspection_json(const std::vector<FileFacts>& files);

}  // namespace npscope
