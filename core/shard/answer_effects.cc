// SPDX-License-Identifier: MIT
// Each other answer is a mapping of its own, read like the one in force.
#include "core/shard/answer_effects.h"

#include "core/survey/questions.h"

namespace npscope {
namespace {

bool concerns_scores(QuestionCode code) {
  return code == QuestionCode::kScoreColumn || code == QuestionCode::kScale || code == QuestionCode::kMissing;
}

}  // namespace

AnswerEffects::AnswerEffects(const Mapping& mapping, const Rules& rules, csv::Punctuation marks) {
  for (size_t q = 0; q < mapping.questions.size(); ++q) {
    const OpenQuestion& question = mapping.questions[q];
    if (!concerns_scores(question.code)) continue;
    for (size_t a = 0; a < question.answers.size(); ++a) {
      if (question.answers[a].chosen) continue;
      Other& other = others_.emplace_back(Other{q, a, std::make_unique<Mapping>(with_answer(mapping, question, a)), {}, {}});
      other.reader = std::make_unique<ResponseReader>(*other.mapping, marks, rules);
    }
  }
}

void AnswerEffects::add(const RecordBatch& batch, size_t first) {
  for (Other& other : others_) {
    other.reader->read(batch, first, batch_);
    const bool groups = other.mapping->score_kind == ScoreKind::kGroups;
    for (size_t i = 0; i < batch_.reasons.size(); ++i) {
      if (batch_.reasons[i] != Code::kNone) continue;
      if (groups) {
        other.counts.add_group(batch_.scores[i]);
      } else {
        other.counts.add(batch_.scores[i]);
      }
    }
  }
}

const ResponseCounts* AnswerEffects::counts(size_t question, size_t answer) const {
  for (const Other& other : others_) {
    if (other.question == question && other.answer == answer) return &other.counts;
  }
  return nullptr;
}

}  // namespace npscope
