// SPDX-License-Identifier: MIT
// Plain ASCII text keeps its size when it is folded, so first character and size rule out nearly every cell.
#include "core/survey/missing_texts.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/survey/words.h"

namespace npscope {

MissingTexts::MissingTexts(const MissingCodes* declared) : declared_(declared) {
  for (const std::string_view word : missing_texts()) know(word);
  if (declared == nullptr) return;
  for (const std::string& word : declared->declared) know(word);
}

void MissingTexts::know(std::string_view word) {
  if (word.empty()) return;
  longest_ = std::max(longest_, word.size());
  const auto first = static_cast<unsigned char>(word[0]);
  sizes_[first] |= uint64_t{1} << std::min<size_t>(word.size(), 63);
  longest_with_[first] = std::max(longest_with_[first], word.size());
}

/// True when `text` stays longer than every word that may start as it does, whatever folding takes away: blanks, and two bytes of
/// each full-width character or wide blank. REQUIRES: `text` is not empty.
bool MissingTexts::is_too_long(std::string_view text) const {
  if (text.size() > longest_ * 3) return true;
  const char c = text[0] >= 'A' && text[0] <= 'Z' ? static_cast<char>(text[0] + 32) : text[0];
  // Accented capitals may change their first byte, full-width letters and apostrophes are another letter's start.
  const auto first = static_cast<unsigned char>(c);
  const bool stays = c != '\'' && (first < 0x80 || (first >= 0xE4 && first <= 0xE9));
  const size_t longest = stays ? longest_with_[first] : longest_;
  size_t least = text.size();
  for (const char byte : text) {
    if (byte <= ' ' && byte >= 0) least -= 1;
    if (byte == '\xC2') least -= 1;
    if (byte == '\xE2' || byte == '\xE3' || byte == '\xEF') least -= 2;
  }
  return least > longest;
}

bool MissingTexts::has(std::string_view text) const {
  text = trimmed(text);
  if (text.empty() || is_too_long(text)) return false;
  const std::string word = folded(text);
  if (declared_ != nullptr && std::ranges::find(declared_->declared, word) != declared_->declared.end()) return true;
  return is_missing_text(word);
}

}  // namespace npscope
