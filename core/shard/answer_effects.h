// SPDX-License-Identifier: MIT
// AnswerEffects: the answers of a file's responses as they would be under each other answer to a question that its plan leaves open.
// Only such files pay for it, with one more reading of the score and one more byte a response for each other answer.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/base/chunked.h"
#include "core/format/record_batch.h"
#include "core/survey/mapping.h"
#include "core/survey/response_store.h"
#include "core/survey/responses.h"
#include "core/survey/rules.h"

namespace npscope {

class AnswerEffects {
 public:
  /// As in the store: one entry for each of its responses.
  struct Answers {
    Chunked<uint8_t> answers;
    bool groups_only = false;
  };

  /// `mapping` must outlive this.
  AnswerEffects(const Mapping& mapping, const Rules& rules, csv::Punctuation marks);

  [[nodiscard]] bool empty() const { return others_.empty(); }

  /// Reads the records from `first` on under each other answer and sets `reasons` to kNone where one of them makes it a response.
  void read(const RecordBatch& batch, size_t first, std::vector<Code>& reasons);
  /// Keeps the answers of the records read last whose entry in `reasons` is kNone.
  void keep(const std::vector<Code>& reasons);

  /// Null when the answer is in force, or does not concern scores.
  [[nodiscard]] const Answers* answers(size_t question, size_t answer) const;

 private:
  struct Other {
    size_t question = 0;
    size_t answer = 0;
    std::unique_ptr<Mapping> mapping;
    std::unique_ptr<ResponseReader> reader;
    ResponseBatch batch;
    Answers answers;
  };
  std::vector<Other> others_;
};

/// The answer of a response that is one, else kNoAnswer.
[[nodiscard]] inline uint8_t answer_or_none(const ResponseBatch& batch, size_t response) {
  return batch.reasons[response] == Code::kNone ? batch.scores[response] : kNoAnswer;
}

}  // namespace npscope
