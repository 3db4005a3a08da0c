// SPDX-License-Identifier: MIT
// Cells that tell responses, respondents, accounts and waves apart: their cleaned text as a hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/survey/cell_facts.h"
#include "core/survey/missing_texts.h"
#include "core/survey/role.h"
#include "core/survey/rules.h"

namespace npscope {

/// The key of a cleaned text, never 0. Bit 0 of a response id says that nobody else gives the same one: it has at least twelve
/// characters and is not only digits. REQUIRES: `text` is not empty.
[[nodiscard]] uint64_t key_of_text(std::string_view text, Role role);

struct KeyRules {
  Role role = Role::kResponseId;
  CleaningSet cleaning;
  /// The column holds e-mail addresses.
  bool emails = false;
};

/// The fast way for short texts whose ASCII letters need lower case and no more; false: read it the other way. `room`: how
/// many bytes from the start of `text` on may be read, at least its size.
[[nodiscard]] bool read_plain_key(std::string_view text, size_t room, const KeyRules& rules, const MissingTexts& missing,
                                  CellFacts& facts);

/// For a cleaned text.
void read_key(std::string_view text, const KeyRules& rules, CellFacts& facts);

}  // namespace npscope
