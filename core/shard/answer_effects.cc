// SPDX-License-Identifier: MIT
// Each other answer is a mapping of its own, read like the one in force.
#include "core/shard/answer_effects.h"

#include "core/survey/questions.h"

namespace npscope {
namespace {

/// A code for a missing answer is no score, declared or not.
bool concerns_scores(QuestionCode code) { return code == QuestionCode::kScoreColumn || code == QuestionCode::kScale; }

}  // namespace

AnswerEffects::AnswerEffects(const Mapping& mapping, const Rules& rules, csv::Punctuation marks) {
  for (size_t q = 0; q < mapping.questions.size(); ++q) {
    const OpenQuestion& question = mapping.questions[q];
    if (!concerns_scores(question.code)) continue;
    for (size_t a = 0; a < question.answers.size(); ++a) {
      if (question.answers[a].chosen) continue;
      Other& other = others_.emplace_back();
      other.question = q;
      other.answer = a;
      other.mapping = std::make_unique<Mapping>(with_answer(mapping, question, a));
      other.answers.groups_only = other.mapping->score_kind == ScoreKind::kGroups;
      other.reader = std::make_unique<ResponseReader>(*other.mapping, marks, rules);
    }
  }
}

void AnswerEffects::read(const RecordBatch& batch, size_t first, std::vector<Code>& reasons) {
  for (Other& other : others_) {
    other.reader->read(batch, first, other.batch);
    for (size_t i = 0; i < reasons.size(); ++i) {
      if (other.batch.reasons[i] == Code::kNone) reasons[i] = Code::kNone;
    }
  }
}

void AnswerEffects::keep(const std::vector<Code>& reasons) {
  for (Other& other : others_) {
    for (size_t i = 0; i < reasons.size(); ++i) {
      if (reasons[i] == Code::kNone) other.answers.answers.push_back(answer_or_none(other.batch, i));
    }
  }
}

const AnswerEffects::Answers* AnswerEffects::answers(size_t question, size_t answer) const {
  for (const Other& other : others_) {
    if (other.question == question && other.answer == answer) return &other.answers;
  }
  return nullptr;
}

}  // namespace npscope
