// SPDX-License-Identifier: MIT
// The names of the members, the surest first.
#include "core/format/json/answers.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "core/format/json/grammar.h"

namespace npscope::json {
namespace {

constexpr std::array<std::string_view, 7> kQuestions = {"question_id", "question", "field", "field_id", "key", "name", "label"};
constexpr std::array<std::string_view, 5> kValues = {"value", "answer", "score", "text", "response"};

/// Place of `name` in the list, or its size.
template <size_t kSize>
size_t rank(const std::array<std::string_view, kSize>& names, std::string_view name) {
  size_t i = 0;
  while (i < kSize && names[i] != name) ++i;
  return i;
}

/// The token behind the value that starts with token `i`.
uint32_t value_end(const Tokens& tokens, uint32_t i) {
  size_t depth = 0;
  do {
    const char first = tokens.first(i++);
    if (first == '{' || first == '[') ++depth;
    if (first == '}' || first == ']') --depth;
  } while (depth > 0);
  return i;
}

}  // namespace

Answer find_answer(const Tokens& tokens, uint32_t i) {
  Answer answer;
  size_t question_rank = kQuestions.size();
  size_t value_rank = kValues.size();
  ++i;
  while (tokens.first(i) == '"') {
    const std::string_view key = string_content(tokens, i);
    const uint32_t value = i + 2;
    const size_t as_question = tokens.first(value) == '"' ? rank(kQuestions, key) : kQuestions.size();
    const size_t as_value = rank(kValues, key);
    if (as_question < question_rank) question_rank = as_question, answer.question = value;
    if (as_value < value_rank) value_rank = as_value, answer.value = value;
    i = value_end(tokens, value);
    if (tokens.first(i) == ',') ++i;
  }
  answer.end = i + 1;
  return answer;
}

bool are_answers(const Tokens& tokens, uint32_t from, uint32_t to) {
  for (uint32_t i = from + 1; i + 1 < to;) {
    const Answer answer = find_answer(tokens, i);
    if (answer.question == 0 || answer.value == 0) return false;
    i = answer.end + 1;
  }
  return true;
}

}  // namespace npscope::json
