// SPDX-License-Identifier: MIT
// Records come in the order of the file, and so do both lists.
#include "core/shard/reject_sink.h"

#include <algorithm>
#include <utility>

namespace npscope {

RejectSink::RejectSink(const Plan& plan, const Rules& rules, const RejectTask& task, std::string file,
                       std::vector<std::string> names)
    : plan_(plan),
      task_(task),
      responses_(plan.mapping, plan.cell_marks(), rules),
      rows_({std::move(file),
             task.hash,
             {plan.dialect.marks.delimiter, plan.cell_marks().quote},
             std::move(names),
             task.has_broken},
            task.form, task.reasons) {}

/// What became of a record that was `reason` when it was read.
Code RejectSink::settled(uint64_t record, Code reason) const {
  if (std::ranges::binary_search(task_.replaced, record)) return Code::kNone;
  if (reason != Code::kNone) return reason;
  const auto found = std::ranges::lower_bound(task_.outcomes, record, {}, &RejectTask::Outcome::record);
  return found == task_.outcomes.end() || found->record != record ? Code::kNone : found->code;
}

void RejectSink::take(const RecordBatch& batch) {
  const uint64_t header = plan_.mapping.header_records;
  const uint64_t skipped = batch.first_record > header ? 0 : header - batch.first_record + 1;
  const size_t first = std::min<uint64_t>(skipped, batch.size());
  for (size_t r = 0; r < first; ++r)
    rows_.add_header(batch, r, batch.first_record + r == plan_.mapping.header_row + uint64_t{1});
  if (first == batch.size()) return;
  responses_.read(batch, first, response_batch_);
  for (size_t i = 0; i < response_batch_.reasons.size(); ++i) {
    const Code code = settled(batch.number(first + i), response_batch_.reasons[i]);
    if (code != Code::kNone && code != Code::kReplaced) rows_.add(batch, first + i, code);
  }
}

}  // namespace npscope
