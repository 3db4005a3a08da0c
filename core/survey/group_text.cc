// SPDX-License-Identifier: MIT
// A folded text is one of the known words, or one of three numbers; nothing is guessed from a part of a text.
#include "core/survey/group_text.h"

#include <string>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {
namespace {

/// Without a fraction of zeros: spreadsheets write "100.0".
std::string_view whole(std::string_view number) {
  if (number.ends_with(".0")) number.remove_suffix(2);
  return number;
}

std::optional<Group> one_of(std::string_view text, std::string_view detractor, std::string_view passive,
                            std::string_view promoter) {
  if (text == detractor) return Group::kDetractor;
  if (text == passive) return Group::kPassive;
  if (text == promoter) return Group::kPromoter;
  return std::nullopt;
}

}  // namespace

std::optional<Group> read_group(std::string_view cell, GroupStyle style) {
  const std::string text = folded(cell);
  switch (style) {
    case GroupStyle::kWords:
      return group_word(text);
    case GroupStyle::kPositions:
      return one_of(whole(text), "1", "2", "3");
    case GroupStyle::kWeights:
      return one_of(whole(text), "-100", "0", "100");
  }
  return std::nullopt;
}

}  // namespace npscope
