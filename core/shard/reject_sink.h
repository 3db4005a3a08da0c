// SPDX-License-Identifier: MIT
// RejectSink: the second pass over a file. The same plan finds the same reasons again, what was settled over all files comes as a list,
// and every record that does not count is written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/format/record_batch.h"
#include "core/shard/plan.h"
#include "core/shard/rejected_rows.h"
#include "core/survey/responses.h"

namespace npscope {

/// What the second pass has to know of the first.
struct RejectTask {
  struct Outcome {
    uint32_t record = 0;
    Code code = Code::kNone;
  };
  RejectForm form;
  ReasonTexts reasons;
  /// The content hash; a file that has another one by now has changed.
  std::string hash;
  /// Records of the file have no cells for what stands there.
  bool has_broken = false;
  /// Accepted records that do not count in the end, by record.
  std::vector<Outcome> outcomes;
  /// Records that another file holds corrected, ascending: they are not written.
  std::vector<uint32_t> replaced;
};

class RejectSink {
 public:
  /// `plan`, `rules` and `task` must outlive this. `names`: the column names when no record has them.
  RejectSink(const Plan& plan, const Rules& rules, const RejectTask& task, std::string file, std::vector<std::string> names);

  void take(const RecordBatch& batch);
  void finish() { rows_.finish(); }
  [[nodiscard]] std::string& text() { return rows_.text(); }
  /// Records and cells of which a person will not see all.
  [[nodiscard]] uint64_t cut_records() const { return rows_.cut_records(); }
  [[nodiscard]] uint64_t long_cells() const { return rows_.long_cells(); }
  [[nodiscard]] std::optional<Failure> failure() const { return rows_.failure(); }

 private:
  [[nodiscard]] Code settled(uint64_t record, Code reason) const;

  const Plan& plan_;
  const RejectTask& task_;
  ResponseReader responses_;
  ResponseBatch response_batch_;
  RejectedRows rows_;
};

}  // namespace npscope
