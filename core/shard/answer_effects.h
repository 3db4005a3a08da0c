// SPDX-License-Identifier: MIT
// AnswerEffects: what the scores of a file would be under each answer to a question that its plan leaves open. Only such files pay
// for it, with one more reading of the score for each other answer.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/format/record_batch.h"
#include "core/partial/response_counts.h"
#include "core/survey/mapping.h"
#include "core/survey/responses.h"
#include "core/survey/rules.h"

namespace npscope {

class AnswerEffects {
 public:
  /// `mapping` must outlive this.
  AnswerEffects(const Mapping& mapping, const Rules& rules, csv::Punctuation marks);

  void add(const RecordBatch& batch, size_t first);

  /// Null when the answer is in force, or does not concern scores.
  [[nodiscard]] const ResponseCounts* counts(size_t question, size_t answer) const;

 private:
  struct Other {
    size_t question = 0;
    size_t answer = 0;
    std::unique_ptr<Mapping> mapping;
    std::unique_ptr<ResponseReader> reader;
    ResponseCounts counts;
  };
  std::vector<Other> others_;
  ResponseBatch batch_;
};

}  // namespace npscope
