// SPDX-License-Identifier: MIT
// What a report says, as plain values: the engine fills them in, report_json.h writes them. Views live as long as the call.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/partial/issue_counts.h"
#include "core/report/quality.h"
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
  std::string_view hash;    // empty: not known
  std::string_view sha256;  // empty: not asked for
  std::string_view fingerprint;
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
  Ledger ledger;
  std::optional<QualityFacts> quality;
  IssueCounts issues;
  const Failure* failure = nullptr;  // null: none
};

struct GroupFacts {
  std::string_view by;
  /// Of the column; empty for files.
  std::string name;
  /// Groups that are too small to be shown, and their responses.
  uint64_t hidden_groups = 0;
  uint64_t hidden_responses = 0;
  struct Entry {
    std::optional<std::string> value;
    NpsSummary summary;
  };
  std::vector<Entry> entries;
};

/// The figure under another policy.
struct SensitivityFacts {
  std::string_view answers;
  std::string_view unit;
  bool chosen = false;
  std::optional<NpsSummary> nps;
};

struct CleaningFacts {
  struct Example {
    size_t file = 0;
    IssuePlace place;
  };
  std::string_view rule;
  bool on = true;
  uint64_t cells = 0;
  uint64_t responses = 0;
  std::optional<double> nps_without;
  std::vector<Example> examples;
};

struct DecisionFacts {
  Code code = Code::kNone;
  uint64_t records = 0;
  uint64_t responses = 0;
  std::optional<double> nps_without;
};

struct QuestionFacts {
  struct Answer {
    std::string value;
    bool chosen = false;
    std::optional<uint64_t> responses;
    std::optional<double> nps;
  };
  std::string_view code;
  size_t file = 0;
  int32_t column = -1;
  bool settled = false;
  std::vector<Answer> answers;
  std::vector<IssuePlace> proof;
  /// The cells of the records of `proof`; only a plan shows them.
  std::vector<std::vector<std::string>> texts;
};

/// A cell of the sample before and after a rule; only a plan shows it.
struct ChangeFacts {
  std::string_view rule;
  size_t file = 0;
  uint64_t record = 0;
  size_t column = 0;
  std::string_view before;
  std::string_view after;
};

struct ReportFacts {
  std::string as_of;  // empty: not known
  std::vector<FileFacts> files;
  Ledger ledger;
  /// JSON texts.
  std::string policy;
  std::string recipe;
  std::optional<NpsSummary> nps;
  std::optional<Failure> failure;
  struct Repeats {
    uint64_t units = 0;
    uint64_t responses = 0;
  };
  std::optional<Repeats> repeats;
  std::vector<SensitivityFacts> sensitivity;
  std::vector<CleaningFacts> cleaning;
  std::vector<DecisionFacts> decisions;
  std::vector<QuestionFacts> questions;
  std::vector<std::string_view> limits;
  /// `groupBy` is left out when nobody asked for it.
  std::vector<GroupFacts> groups;
  std::vector<ChangeFacts> changes;
  /// All records were read.
  bool complete = true;
};

}  // namespace npscope
