// SPDX-License-Identifier: MIT
// Names make candidates; the sample decides: responses repeat, questions are few and repeat, and one of them is about NPS.
#include "core/survey/long_format.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

using Row = std::vector<std::string>;
using namespace std::string_view_literals;

constexpr size_t kMostQuestions = 500;

// The whole header must be one of these, as header_words() writes it.
constexpr std::array kIds = {"submission id"sv,      "response id"sv,   "responseid"sv,  "respondent id"sv, "respondentid"sv,
                             "survey response id"sv, "case id"sv,       "case number"sv, "answer set id"sv, "feedback id"sv,
                             "antwort id"sv,         "teilnehmer id"sv, "答卷编号"sv,    "回答编号"sv};
constexpr std::array kQuestions = {"question"sv,       "question text"sv, "question name"sv, "question title"sv,
                                   "question label"sv, "field label"sv,   "frage"sv,         "fragetext"sv,
                                   "pregunta"sv,       "问题"sv,          "題目"sv,          "题目"sv};
constexpr std::array kQuestionIds = {"question id"sv,   "questionid"sv, "field id"sv,
                                     "question code"sv, "frage id"sv,   "id de pregunta"sv};
constexpr std::array kAnswers = {"answer"sv,        "answer text"sv,    "answer value"sv, "response"sv,
                                 "response text"sv, "response value"sv, "value"sv,        "antwort"sv,
                                 "respuesta"sv,     "réponse"sv,        "答案"sv,         "回答"sv};
constexpr std::array kTypes = {"question type"sv, "field type"sv, "answer type"sv, "fragetyp"sv};

std::string_view cell_of(const Row& row, size_t column) {
  return column < row.size() ? trimmed(row[column]) : std::string_view();
}

std::optional<size_t> column_named(const Header& header, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    for (size_t c = 0; c < header.names.size(); ++c) {
      if (header_words(header.names[c]) == name) return c;
    }
  }
  return std::nullopt;
}

std::vector<size_t> columns_of(const Header& header, TextKind kind) {
  std::vector<size_t> columns;
  for (const std::string_view text : header.preset->texts(kind)) {
    for (size_t c = 0; c < header.names.size(); ++c) {
      if (preset_header(header.names[c]) == text) columns.push_back(c);
    }
  }
  return columns;
}

std::optional<LongFormat> shape_of_preset(const Header& header) {
  const std::vector<size_t> ids = columns_of(header, TextKind::kLongId);
  const std::vector<size_t> questions = columns_of(header, TextKind::kLongQuestion);
  const std::vector<size_t> labels = columns_of(header, TextKind::kLongLabel);
  const std::vector<size_t> types = columns_of(header, TextKind::kLongType);
  const std::vector<std::string_view> nps = header.preset->texts(TextKind::kLongNpsType);
  LongFormat shape;
  shape.values = columns_of(header, TextKind::kLongValue);
  if (ids.empty() || questions.empty() || shape.values.empty()) return std::nullopt;
  shape.id = ids[0];
  shape.question = questions[0];
  shape.label = labels.empty() ? shape.question : labels[0];
  if (!types.empty() && !nps.empty()) {
    shape.type = types[0];
    shape.nps_type = nps[0];
  }
  return shape;
}

std::optional<LongFormat> shape_of_names(const Header& header) {
  const std::optional<size_t> id = column_named(header, kIds);
  const std::optional<size_t> label = column_named(header, kQuestions);
  const std::optional<size_t> question = column_named(header, kQuestionIds);
  const std::optional<size_t> answer = column_named(header, kAnswers);
  if (!id || !answer || (!label && !question)) return std::nullopt;
  LongFormat shape;
  shape.id = *id;
  shape.question = question.value_or(label.value_or(0));
  shape.label = label.value_or(shape.question);
  shape.values = {*answer};
  shape.type = column_named(header, kTypes);
  if (shape.type) shape.nps_type = "nps";
  return shape;
}

/// True when the sample bears the shape out.
bool repeats(const LongFormat& shape, const std::vector<Row>& records, size_t first) {
  std::set<std::string_view> ids;
  std::set<std::string_view> questions;
  size_t rows = 0;
  bool about_nps = false;
  for (size_t r = first; r < records.size(); ++r) {
    const std::string_view id = cell_of(records[r], shape.id);
    const std::string_view question = cell_of(records[r], shape.question);
    if (id.empty() || question.empty()) continue;
    ++rows;
    ids.insert(id);
    if (questions.insert(question).second) {
      about_nps = about_nps || strong_score_word(header_words(cell_of(records[r], shape.label))).has_value();
    }
    about_nps = about_nps || (shape.type && folded(cell_of(records[r], *shape.type)) == shape.nps_type);
  }
  return rows > ids.size() && questions.size() >= 2 && questions.size() <= kMostQuestions && questions.size() < rows &&
         about_nps;
}

}  // namespace

std::optional<LongFormat> find_long_format(const Header& header, const std::vector<Row>& records, size_t first) {
  std::optional<LongFormat> shape;
  if (header.preset) shape = shape_of_preset(header);
  if (!shape) shape = shape_of_names(header);
  if (!shape || !repeats(*shape, records, first)) return std::nullopt;
  return shape;
}

}  // namespace npscope
