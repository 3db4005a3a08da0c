// SPDX-License-Identifier: MIT
// The arrays that survey tools write one object a question into: which member names the question, which holds the answer.
#pragma once

#include <cstdint>

#include "core/format/json/tokens.h"

namespace npscope::json {

/// What the elements of an array are.
struct ArrayShape {
  bool plain = true;     // none is a container
  bool objects = false;  // there are some, and all are objects

  /// `first`: the first byte of an element, or the end of the array.
  void add(char first) {
    if (first == ']') return;
    objects = first == '{' && (objects || plain) && !mixed_;
    mixed_ = mixed_ || first != '{';
    plain = plain && first != '{' && first != '[';
  }

 private:
  bool mixed_ = false;
};

/// The tokens of one answer: its question's text, its value, and the one behind the object.
struct Answer {
  uint32_t question = 0;
  uint32_t value = 0;
  uint32_t end = 0;
};

/// The answer in the object that starts with token `i`; question or value 0: it is none. REQUIRES: the tokens are valid JSON.
[[nodiscard]] Answer find_answer(const Tokens& tokens, uint32_t i);

/// True when all objects of the array between the tokens `from` and `to` are answers.
[[nodiscard]] bool are_answers(const Tokens& tokens, uint32_t from, uint32_t to);

}  // namespace npscope::json
